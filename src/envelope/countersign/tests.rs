use super::*;
use crate::envelope::{
    Hash, OpeningKey, SoftwareKey, Unsigned, claimed_kind, claimed_signer, open, open_sealed, seal,
};

const CONTENTS: &str = r#"{"format_version":1,"text":"Seen alone."}"#;

fn auditor() -> SoftwareKey {
    SoftwareKey::from_seed(&[7; 32])
}

fn lead() -> SoftwareKey {
    SoftwareKey::from_seed(&[8; 32])
}

fn limits() -> Limits {
    Limits::of(Kind::Return)
}

fn signed(contents: &str) -> Vec<u8> {
    let unsigned = Unsigned::new(Kind::Return, &auditor().public_key(), contents.into()).unwrap();
    unsigned.signed(&auditor().sign(unsigned.signing_input())).unwrap()
}

fn sign_off() -> SecondSignOff {
    SecondSignOff {
        role: "Named nurse for safeguarding".into(),
        name: "A. N. Other".into(),
        at: "2026-05-04T09:00:00Z".parse().unwrap(),
        enrolment_proof: None,
    }
}

fn countersigning(file: &[u8], key: &SoftwareKey) -> Result<Countersigning, CountersignError> {
    Countersigning::of(file, &[Kind::Return], &sign_off(), &key.public_key(), &limits())
}

fn countersigned(file: &[u8]) -> Vec<u8> {
    let second = countersigning(file, &lead()).unwrap();
    second.signed(&lead().sign(second.signing_input())).unwrap()
}

fn open_return(file: &[u8]) -> Result<Verified, OpenError> {
    open(file, &[Kind::Return], &limits())
}

use crate::envelope::Verified;

#[test]
fn a07_a_second_signature_is_over_the_very_same_bytes() {
    let once = signed(CONTENTS);
    let twice = countersigned(&once);
    let (first, both) = (open_return(&once).unwrap(), open_return(&twice).unwrap());
    assert_eq!(both.payload_hash(), first.payload_hash());
    assert_eq!(both.thumbprint(), &auditor().public_key().thumbprint());
    let second = both.second().unwrap();
    assert_eq!(second.signer, lead().public_key());
    assert_eq!(second.sign_off, sign_off());
    assert_eq!(first.second(), None);
    assert_eq!(both.file_hash(), Hash::of(&twice));
    assert_eq!(claimed_kind(&twice, &limits()), Ok(Kind::Return));
    assert_eq!(claimed_signer(&twice, &limits()), Some(*first.thumbprint()));
}

#[test]
fn a07_nobody_signs_twice_and_nothing_is_signed_thrice() {
    let once = signed(CONTENTS);
    assert_eq!(countersigning(&once, &auditor()).unwrap_err(), CountersignError::SameKey);
    let third = SoftwareKey::from_seed(&[9; 32]);
    let twice = countersigned(&once);
    assert_eq!(countersigning(&twice, &third).unwrap_err(), CountersignError::SignedTwice);
    let nameless = SecondSignOff { name: " ".into(), ..sign_off() };
    let error =
        Countersigning::of(&once, &[Kind::Return], &nameless, &lead().public_key(), &limits());
    assert_eq!(error.unwrap_err(), CountersignError::NoName);
}

#[test]
fn a07_a_second_signature_cannot_be_moved_to_another_return() {
    let twice = String::from_utf8(countersigned(&signed(CONTENTS))).unwrap();
    let other =
        String::from_utf8(countersigned(&signed(&CONTENTS.replace("alone", "twice")))).unwrap();
    let second_of = |file: &str| file.split("},{").nth(1).unwrap().to_owned();
    let mixed = twice.replace(&second_of(&twice), &second_of(&other));
    assert_ne!(mixed, twice);
    assert_eq!(open_return(mixed.as_bytes()), Err(OpenError::SignatureMismatch));
}

#[test]
fn a07_the_first_signature_is_not_taken_for_the_second() {
    let twice = String::from_utf8(countersigned(&signed(CONTENTS))).unwrap();
    let (head, rest) = twice.split_once("[{").unwrap();
    let (first, second) = rest.trim_end().strip_suffix("}]}").unwrap().split_once("},{").unwrap();
    let file = |signatures: &[&str]| format!("{head}[{{{}}}]}}", signatures.join("},{"));
    let rows = [
        (file(&[first, second]), "opened"),
        (file(&[second, first]), "header-parameter"),
        (file(&[first, first]), "signatures"),
        (file(&[first]), "signatures"),
        (file(&[first, second, second]), "signatures"),
        (twice.replace("\"}]}", "\",\"header\":{}}]}"), "signatures"),
    ];
    for (file, expected) in rows {
        let outcome = open_return(file.as_bytes()).map_or_else(|error| error.name(), |_| "opened");
        assert_eq!(outcome, expected, "{file}");
    }
}

#[test]
fn a07_a_file_signed_twice_can_be_sealed() {
    let key = OpeningKey::from_seed(&[1; 32]);
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let twice = countersigned(&signed(CONTENTS));
    let sealed = seal(&twice, Kind::Return, &[key.sealing_key()], &mut random).unwrap();
    let verified = open_sealed(&sealed, &[Kind::Return], &[key], &limits()).unwrap();
    assert!(verified.second().is_some());
}
