//! Faults of files with a second signature (RFC 7515 7.2.1).

use multi_agency_audit::envelope::SoftwareKey;

use super::{CONTENTS, Made, base64url, key, sound_header, with};

/// A key of somebody else.
pub fn second_key() -> SoftwareKey {
    SoftwareKey::from_seed(&[43; 32])
}

const SIGN_OFF: &str =
    r#""second_sign_off":{"role":"Named nurse","name":"Lead 1","at":"2026-05-04T09:00:00Z"}"#;

/// The header of a second signature by any key.
fn header_of(key: &SoftwareKey) -> String {
    let header = sound_header()
        .replace(&super::key().public_key().to_string(), &key.public_key().to_string())
        .replace(
            &super::key().public_key().thumbprint().to_string(),
            &key.public_key().thumbprint().to_string(),
        );
    format!("{},{SIGN_OFF}}}", header.strip_suffix('}').unwrap())
}

/// One signature of the file: whatever the header is, truly by `key`.
fn signature(header: &str, key: &SoftwareKey) -> String {
    let (protected, payload) = (base64url(header.as_bytes()), base64url(CONTENTS.as_bytes()));
    let signature = base64url(&key.sign(format!("{protected}.{payload}").as_bytes()));
    format!(r#"{{"protected":"{protected}","signature":"{signature}"}}"#)
}

fn file(signatures: &[String]) -> String {
    let payload = base64url(CONTENTS.as_bytes());
    format!(r#"{{"payload":"{payload}","signatures":[{}]}}"#, signatures.join(","))
}

fn first() -> String {
    signature(&sound_header(), &key())
}

fn second() -> String {
    signature(&header_of(&second_key()), &second_key())
}

/// A sound return that was signed twice.
pub fn sound() -> String {
    file(&[first(), second()])
}

pub fn all() -> Vec<Made> {
    let made = |signatures: &[String]| file(signatures).into_bytes();
    let second_as = |header: &str| made(&[first(), signature(header, &second_key())]);
    let header = header_of(&second_key());
    let by_first = signature(&header_of(&key()), &key());
    let forged = signature(&header, &key());
    vec![
        ("signed-twice-sound.json", sound().into_bytes()),
        ("signed-twice-reversed.json", made(&[second(), first()])),
        ("signed-twice-by-one-key.json", made(&[first(), by_first])),
        ("signed-twice-alike.json", made(&[first(), first()])),
        ("signed-thrice.json", made(&[first(), second(), second()])),
        ("signed-twice-forged.json", made(&[first(), forged])),
        ("signed-twice-none.json", made(&[])),
        (
            "signed-twice-with-unprotected-header.json",
            made(&[first(), with(&second(), "{\"", "{\"header\":{},\"")]),
        ),
        ("signed-twice-two-kinds.json", second_as(&with(&header, "audit.return", "audit.concern"))),
        (
            "signed-twice-without-sign-off.json",
            second_as(&with(&header, &format!(",{SIGN_OFF}"), "")),
        ),
        (
            "signed-twice-sign-off-a-text.json",
            second_as(&with(&header, SIGN_OFF, r#""second_sign_off":"Lead 1""#)),
        ),
        (
            "signed-twice-sign-off-without-role.json",
            second_as(&with(&header, r#""role":"Named nurse","#, "")),
        ),
        (
            "signed-twice-crit.json",
            second_as(&with(&header, r#"{"alg""#, r#"{"crit":["x"],"alg""#)),
        ),
        (
            "signed-twice-older-name-of-algorithm.json",
            second_as(&with(&header, r#""alg":"Ed25519""#, r#""alg":"EdDSA""#)),
        ),
    ]
}
