//! Sealed and protected files both ways: each opens what the other closed.

use multi_agency_audit::envelope::{
    Closed, Countersigning, Kind, Limits, OpenError, OpeningKey, SecondSignOff, SoftwareKey,
    how_closed, open_protected, open_sealed, seal, write_protected,
};
use serde::Deserialize;
use serde_json::json;

use crate::{CONTENTS, key, node, signed};

/// What `unseal.mjs` and `unprotect.mjs` print.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum JoseVerdict {
    Opened { typ: String, cty: Option<String>, contents: String },
    Refused { code: String },
}

const PASSPHRASE: &str = "lantern órchard kettle";

fn opening(seed: u8) -> OpeningKey {
    OpeningKey::from_seed(&[seed; 32])
}

fn random() -> impl FnMut() -> [u8; 32] {
    let mut count = 0;
    move || {
        count += 1;
        [count; 32]
    }
}

fn base64url(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

fn jose_opens(file: &[u8], key: &OpeningKey) -> JoseVerdict {
    let request = json!({
        "file": String::from_utf8(file.to_vec()).unwrap(),
        "x": key.sealing_key(),
        "d": base64url(key.seed()),
    });
    node("unseal.mjs", request.to_string().as_bytes())
}

fn sealed_by_jose(to: &[OpeningKey], bind: bool) -> Vec<u8> {
    let signed = String::from_utf8(signed(Kind::Return)).unwrap();
    let recipients: Vec<_> = to.iter().map(OpeningKey::sealing_key).collect();
    let request = json!({
        "typ": Kind::Return.typ(), "contents": signed, "recipients": recipients, "bind": bind,
    });
    let file: serde_json::Value = node("seal.mjs", request.to_string().as_bytes());
    serde_json::to_vec_pretty(&file).unwrap()
}

#[test]
fn jose_opens_what_we_seal_with_the_key_of_each_recipient() {
    for kind in [Kind::Return, Kind::Concern, Kind::Withdrawal] {
        let to = [1, 2, 3].map(opening);
        let keys = to.each_ref().map(OpeningKey::sealing_key);
        let file = seal(&signed(kind), kind, &keys, &mut random()).unwrap();
        for key in &to {
            let contents = String::from_utf8(signed(kind)).unwrap();
            let cty = Some("jose+json".to_owned());
            let expected = JoseVerdict::Opened { typ: kind.typ(), cty, contents };
            assert_eq!(jose_opens(&file, key), expected);
        }
        let refused = JoseVerdict::Refused { code: "ERR_JWE_DECRYPTION_FAILED".into() };
        assert_eq!(jose_opens(&file, &opening(4)), refused);
    }
}

#[test]
fn we_open_what_jose_seals_to_one_and_to_several() {
    for count in [1, 3] {
        let to: Vec<OpeningKey> = (1..=count).map(opening).collect();
        let file = sealed_by_jose(&to, true);
        for key in to {
            let limits = Limits::of(Kind::Return);
            let verified = open_sealed(&file, &[Kind::Return], &[key], &limits).unwrap();
            assert_eq!(verified.payload(), CONTENTS.as_bytes());
        }
    }
}

#[test]
fn we_refuse_what_jose_seals_without_naming_the_recipients() {
    let file = sealed_by_jose(&[opening(1)], false);
    let limits = Limits::of(Kind::Return);
    let error = open_sealed(&file, &[Kind::Return], &[opening(1)], &limits).unwrap_err();
    assert_eq!(error.name(), "missing-member");
}

#[test]
fn jose_opens_what_we_protect_with_a_passphrase() {
    let file = write_protected(b"half a sent", Kind::Draft, PASSPHRASE, &mut random()).unwrap();
    let open = |passphrase: &str| -> JoseVerdict {
        let file = String::from_utf8(file.clone()).unwrap();
        let request = json!({ "file": file, "passphrase": passphrase });
        node("unprotect.mjs", request.to_string().as_bytes())
    };
    let (typ, contents) = (Kind::Draft.typ(), "half a sent".to_owned());
    assert_eq!(open(PASSPHRASE), JoseVerdict::Opened { typ, cty: None, contents });
    let refused = JoseVerdict::Refused { code: "ERR_JWE_DECRYPTION_FAILED".into() };
    assert_eq!(open("lantern orchard kettle"), refused);
}

#[test]
fn we_open_what_jose_protects_and_refuse_too_few_rounds() {
    let protected = |rounds: u32| {
        let request = json!({
            "typ": Kind::Draft.typ(), "contents": "half a sent", "passphrase": PASSPHRASE,
            "rounds": rounds,
        });
        let file: serde_json::Value = node("protect.mjs", request.to_string().as_bytes());
        file.to_string().into_bytes()
    };
    let limits = Limits::of(Kind::Draft);
    let file = protected(250_000);
    assert_eq!(how_closed(&file, &limits), Ok(Some(Closed::Passphrase)));
    let unlocked = open_protected(&file, &[Kind::Draft], PASSPHRASE, &limits).unwrap();
    assert_eq!(unlocked.contents, b"half a sent");
    let error = open_protected(&protected(2_048), &[Kind::Draft], PASSPHRASE, &limits).unwrap_err();
    let (least, most) = (210_000, 2_100_000);
    assert_eq!(error, OpenError::WorkFactor { found: 2_048, least, most });
}

#[test]
fn jose_verifies_both_signatures_of_a_return_signed_twice() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct One {
        kid: String,
        role: Option<String>,
        contents: String,
    }
    let lead = SoftwareKey::from_seed(&[10; 32]);
    let by = SecondSignOff {
        role: "Named nurse".into(),
        name: "Lead 1".into(),
        at: "2026-05-04T09:00:00Z".parse().unwrap(),
        enrolment_proof: None,
    };
    let limits = Limits::of(Kind::Return);
    let once = signed(Kind::Return);
    let second =
        Countersigning::of(&once, &[Kind::Return], &by, &lead.public_key(), &limits).unwrap();
    let twice = second.signed(&lead.sign(second.signing_input())).unwrap();
    let verified: Vec<One> = node("verify-both.mjs", &twice);
    let one = |key: &SoftwareKey, role: Option<&str>| One {
        kid: key.public_key().thumbprint().to_string(),
        role: role.map(str::to_owned),
        contents: CONTENTS.to_owned(),
    };
    assert_eq!(verified, [one(&key(), None), one(&lead, Some("Named nurse"))]);
}
