//! Returns that a panel must not take in as they are, to show what it does with them.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::make::{SampleReturn, SampleRound};
use super::seed::Seed;
use crate::id::RoundId;
use crate::round::Invitation;

/// One file with something wrong.
#[derive(Debug, Clone)]
pub struct Fault {
    /// File name without its ending.
    pub name: &'static str,
    /// What is wrong with it, in a few words.
    pub title: &'static str,
    /// The file.
    pub file: Vec<u8>,
}

/// Five faulty files, made from the round's first returns.
pub fn faults(sample: &SampleRound) -> Vec<Fault> {
    let [first, second, third, fourth, ..] = sample.returns() else { return Vec::new() };
    let stranger = Seed::new("stranger").key("auditor");
    let at = sample.issued_at + chrono::Days::new(20);
    let invited = |to: &SampleReturn| {
        sample.invitation(&to.audit_return.agency.slot).expect("whoever returned was invited")
    };
    let uninvited = {
        let invitation = Invitation {
            secret: Seed::new("stranger").secret("guessed"),
            ..invited(third).clone()
        };
        sample.sign_as(&third.audit_return, &invitation, &stranger, at)
    };
    let elsewhere = {
        let mut draft = fourth.audit_return.clone();
        draft.round.id = other_round();
        draft.round.title = "Strategy discussions".into();
        let key = sample.auditor_key(&draft.agency.slot);
        sample.sign_as(&draft, invited(fourth), &key, at)
    };
    vec![
        Fault {
            name: "altered",
            title: "Altered after signing",
            file: sample.sealed(&altered(&first.signed)),
        },
        Fault {
            name: "copy",
            title: "The same return again, under another name",
            file: sample.sealed_again(second),
        },
        Fault {
            name: "unknown-signer",
            title: "Signed by somebody without an invitation",
            file: uninvited.file,
        },
        Fault { name: "other-round", title: "For another round", file: elsewhere.file },
        Fault {
            name: "not-a-return",
            title: "Not part of an audit",
            file: b"Dear colleague, my return is attached. I hope this is what you need.\n"
                .to_vec(),
        },
    ]
}

fn other_round() -> RoundId {
    Seed::new("another round").round_id()
}

/// The file with one grade made better after it was signed.
fn altered(file: &[u8]) -> Vec<u8> {
    let mut jws: BTreeMap<String, String> =
        serde_json::from_slice(file).expect("a signed file is three texts in JSON");
    if let Some(payload) = jws.get_mut("payload") {
        let bytes = URL_SAFE_NO_PAD.decode(&payload).expect("a signed file's payload is base64url");
        let text = String::from_utf8_lossy(&bytes).replacen("inadequate", "good", 1);
        *payload = URL_SAFE_NO_PAD.encode(text);
    }
    crate::json::to_vec(&jws).expect("texts can be written")
}
