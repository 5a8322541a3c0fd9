use serde::{Deserialize, Serialize};

use super::*;
use crate::envelope::{FormatVersion, SoftwareKey, claimed_kind, claimed_signer};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Letter {
    format_version: FormatVersion<2>,
    text: String,
}

impl Payload for Letter {
    const KIND: Kind = Kind::Return;
    const FORMAT_VERSION: u32 = 2;
}

fn letter() -> Letter {
    Letter { format_version: FormatVersion, text: "Seen twice, \"alone\" each time.\n".to_owned() }
}

fn key() -> SoftwareKey {
    SoftwareKey::from_seed(&[7; 32])
}

/// A file of `kind` that holds these very bytes, truly signed.
fn signed(kind: Kind, payload: &str) -> Vec<u8> {
    let unsigned = Unsigned::new(kind, &key().public_key(), payload.into()).unwrap();
    unsigned.signed(&key().sign(unsigned.signing_input())).unwrap()
}

fn open_return(bytes: &[u8]) -> Result<Verified, OpenError> {
    open(bytes, &[Kind::Return], &Limits::of(Kind::Return))
}

#[test]
fn what_was_signed_is_what_is_opened() {
    let unsigned = Unsigned::of(&letter(), &key().public_key()).unwrap();
    let file = unsigned.signed(&key().sign(unsigned.signing_input())).unwrap();
    let verified = open_return(&file).unwrap();
    assert_eq!(verified.kind(), Kind::Return);
    assert_eq!(verified.signer(), &key().public_key());
    assert_eq!(verified.thumbprint(), &key().public_key().thumbprint());
    assert_eq!(verified.payload(), serde_json::to_vec(&letter()).unwrap());
    assert_eq!(verified.payload_hash(), unsigned.payload_hash());
    assert_eq!(verified.file_hash(), Hash::of(&file));
    assert_eq!(verified.parse::<Letter>(), Ok(letter()));
    assert_eq!(claimed_kind(&file, &Limits::of(Kind::Return)), Ok(Kind::Return));
}

#[test]
fn what_was_opened_before_is_read_again_from_the_same_bytes_only() {
    let limits = Limits::of(Kind::Return);
    let unsigned = Unsigned::of(&letter(), &key().public_key()).unwrap();
    let file = unsigned.signed(&key().sign(unsigned.signing_input())).unwrap();
    assert_eq!(reopen(&file, &Hash::of(&file), &limits), Ok(letter()));
    assert_eq!(reopen(&file, &Hash::of(b"another"), &limits), Ok(letter()));
    let altered = String::from_utf8(file.clone()).unwrap();
    let altered = altered.replacen("\"payload\":\"e", "\"payload\":\"f", 1);
    let read = reopen::<Letter>(altered.as_bytes(), &Hash::of(&file), &limits);
    assert_eq!(read, Err(OpenError::SignatureMismatch));
}

#[test]
fn an_altered_file_still_names_the_signer_it_claims() {
    let limits = Limits::of(Kind::Return);
    let file = String::from_utf8(signed(Kind::Return, r#"{"format_version":1}"#)).unwrap();
    let altered = file.replacen("\"payload\":\"e", "\"payload\":\"f", 1);
    assert_eq!(open_return(altered.as_bytes()), Err(OpenError::SignatureMismatch));
    let named = claimed_signer(altered.as_bytes(), &limits);
    assert_eq!(named, Some(key().public_key().thumbprint()));
    assert_eq!(claimed_signer(b"{}", &limits), None);
}

#[test]
fn a_signature_by_another_key_is_not_given_out() {
    let unsigned = Unsigned::of(&letter(), &key().public_key()).unwrap();
    let other = SoftwareKey::from_seed(&[8; 32]);
    let signature = other.sign(unsigned.signing_input());
    assert_eq!(unsigned.signed(&signature), Err(WriteError::SignatureMismatch));
}

#[test]
fn a_return_is_never_opened_as_another_kind() {
    let file = signed(Kind::Return, r#"{"format_version":1}"#);
    for expected in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Return) {
        let error = open(&file, &[expected], &Limits::of(Kind::Return)).unwrap_err();
        assert_eq!(error, OpenError::WrongKind { expected: vec![expected], found: Kind::Return });
    }
}

#[test]
fn a_verified_file_is_parsed_as_its_own_kind_only() {
    let file = signed(Kind::Query, r#"{"format_version":1,"text":"?"}"#);
    let verified = open(&file, &[Kind::Query], &Limits::of(Kind::Query)).unwrap();
    let expected = vec![Kind::Return];
    let error = OpenError::WrongKind { expected, found: Kind::Query };
    assert_eq!(verified.parse::<Letter>(), Err(error));
}

#[test]
fn older_versions_are_read_and_newer_ones_are_named() {
    let parse = |payload| open_return(&signed(Kind::Return, payload)).unwrap().parse::<Letter>();
    assert!(parse(r#"{"format_version":1,"text":"a"}"#).is_ok());
    assert!(parse(r#"{"format_version":2,"text":"a"}"#).is_ok());
    let newer = OpenError::NewerVersion { found: 3, supported: 2 };
    assert_eq!(parse(r#"{"format_version":3,"words":["a"]}"#), Err(newer));
}

#[test]
fn contents_of_another_shape_are_named_only_after_the_version_is_known() {
    let verified = open_return(&signed(Kind::Return, r#"{"format_version":2}"#)).unwrap();
    let error = verified.parse::<Letter>().unwrap_err();
    assert_eq!(error.name(), "contents");
}

#[test]
fn nothing_is_written_that_would_not_open_again() {
    let write = |kind, payload: &str| {
        Unsigned::new(kind, &key().public_key(), payload.into()).map(|_| ()).map_err(|error| {
            match error {
                WriteError::WouldNotOpen(error) => error.name(),
                WriteError::SignatureMismatch
                | WriteError::Recipients { .. }
                | WriteError::SealingKeyNotUsable => "another",
            }
        })
    };
    assert_eq!(write(Kind::Draft, r#"{"format_version":1}"#), Err("signed-draft"));
    assert_eq!(write(Kind::Return, "{}"), Err("no-format-version"));
    assert_eq!(write(Kind::Return, r#"{"format_version":0}"#), Err("no-format-version"));
    assert_eq!(write(Kind::Return, r#"{"format_version":1,"x":0.5}"#), Err("number-not-allowed"));
    let long = format!(r#"{{"format_version":1,"text":"{}"}}"#, "a".repeat(70_000));
    assert_eq!(write(Kind::Return, &long), Err("text-too-long"));
    assert_eq!(write(Kind::Return, r#"{"format_version":1}"#), Ok(()));
}

#[test]
fn a_file_too_large_to_open_is_not_written() {
    let texts = vec!["a".repeat(60_000); 5];
    let payload = serde_json::json!({ "format_version": 1, "texts": texts }).to_string();
    let key = key();
    let unsigned = Unsigned::new(Kind::Concern, &key.public_key(), payload.into()).unwrap();
    let error = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap_err();
    assert!(matches!(error, WriteError::WouldNotOpen(OpenError::TooLarge { .. })), "{error}");
}

#[test]
fn contents_never_reach_a_log() {
    let file = signed(Kind::Return, r#"{"format_version":1,"text":"private"}"#);
    let shown = format!("{:?}", open_return(&file).unwrap());
    assert!(!shown.contains("private") && shown.contains("Contents(return"), "{shown}");
}
