//! Our signed files and the npm package `jose`: each verifies the other's.
//!
//! Off-the-shelf libraries must be able to check a return without our programs.

mod closed;
mod device;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use multi_agency_audit::envelope::{
    FormatVersion, Kind, Limits, OpenError, Payload, SoftwareKey, Unsigned, open,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const CONTENTS: &str = r#"{"format_version":1,"text":"Caf\u00e9 – “seen alone”\n"}"#;
const HOW_TO_GET_IT: &str =
    "this test needs Node 20 or later and the npm packages: run `cargo xtask setup`";

#[derive(Serialize, Deserialize)]
struct Letter {
    format_version: FormatVersion<1>,
    text: String,
}

impl Payload for Letter {
    const KIND: Kind = Kind::Return;
    const FORMAT_VERSION: u32 = 1;
}

/// What `verify.mjs` prints.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum JoseVerdict {
    Verified { alg: String, typ: String, kid: String, thumbprint: String, payload: String },
    Refused { code: String },
}

#[derive(Serialize)]
struct SignRequest<'a> {
    alg: &'a str,
    typ: &'a str,
    payload: &'a str,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Runs a script beside this file with `input` and reads the JSON that it prints.
#[track_caller]
fn node<T: DeserializeOwned>(script: &str, input: &[u8]) -> T {
    assert!(root().join("node_modules/jose").is_dir(), "{HOW_TO_GET_IT}");
    let mut child = Command::new("node")
        .arg(root().join("tests/jose").join(script))
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{HOW_TO_GET_IT} ({error})"));
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{script} failed; its message is above");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn key() -> SoftwareKey {
    SoftwareKey::from_seed(&[9; 32])
}

fn signed(kind: Kind) -> Vec<u8> {
    let unsigned = Unsigned::new(kind, &key().public_key(), CONTENTS.into()).unwrap();
    unsigned.signed(&key().sign(unsigned.signing_input())).unwrap()
}

/// A return that `jose` signs with a key of its own.
fn signed_by_jose(alg: &str) -> Vec<u8> {
    let request = SignRequest { alg, typ: &Kind::Return.typ(), payload: CONTENTS };
    let file: serde_json::Value = node("sign.mjs", &serde_json::to_vec(&request).unwrap());
    serde_json::to_vec_pretty(&file).unwrap()
}

#[test]
fn jose_verifies_every_kind_that_we_sign() {
    let ours = key().public_key().thumbprint().to_string();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_signed()) {
        match node("verify.mjs", &signed(kind)) {
            JoseVerdict::Verified { alg, typ, kid, thumbprint, payload } => {
                assert_eq!((alg.as_str(), typ), ("Ed25519", kind.typ()));
                assert_eq!(payload, CONTENTS);
                assert_eq!((&kid, &thumbprint), (&ours, &ours));
            }
            JoseVerdict::Refused { code } => panic!("jose refuses our {kind}: {code}"),
        }
    }
}

#[test]
fn jose_refuses_our_return_under_the_signature_of_our_concern() {
    let file = String::from_utf8(signed(Kind::Return)).unwrap();
    let other = String::from_utf8(signed(Kind::Concern)).unwrap();
    let signature_of = |file: &str| file.split("\"signature\":").nth(1).unwrap().to_owned();
    let mixed = file.replace(&signature_of(&file), &signature_of(&other));
    match node("verify.mjs", mixed.as_bytes()) {
        JoseVerdict::Refused { code } => {
            assert_eq!(code, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
        }
        verified @ JoseVerdict::Verified { .. } => panic!("{verified:?}"),
    }
}

#[test]
fn we_open_what_jose_signs() {
    let file = signed_by_jose("Ed25519");
    let verified = open(&file, &[Kind::Return], &Limits::of(Kind::Return)).unwrap();
    assert_eq!(verified.payload(), CONTENTS.as_bytes());
    assert_eq!(verified.parse::<Letter>().unwrap().text, "Café – “seen alone”\n");
}

#[test]
fn we_refuse_what_jose_signs_under_the_older_name_of_the_algorithm() {
    let file = signed_by_jose("EdDSA");
    let error = open(&file, &[Kind::Return], &Limits::of(Kind::Return)).unwrap_err();
    assert_eq!(error, OpenError::Algorithm { found: "EdDSA".to_owned() });
}
