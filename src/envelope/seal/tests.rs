use super::*;
use crate::envelope::{Hash, SoftwareKey, Unsigned, claimed_kind, claimed_signer, open};

const CONTENTS: &str = r#"{"format_version":1,"text":"Seen alone."}"#;

fn signed(kind: Kind) -> Vec<u8> {
    let key = SoftwareKey::from_seed(&[7; 32]);
    let unsigned = Unsigned::new(kind, &key.public_key(), CONTENTS.into()).unwrap();
    unsigned.signed(&key.sign(unsigned.signing_input())).unwrap()
}

fn key(seed: u8) -> OpeningKey {
    OpeningKey::from_seed(&[seed; 32])
}

fn counting(from: u8) -> impl FnMut() -> [u8; 32] {
    let mut count = from;
    move || {
        count += 1;
        [count; 32]
    }
}

fn sealed_to(keys: &[&OpeningKey]) -> Vec<u8> {
    let to: Vec<SealingKey> = keys.iter().map(|key| key.sealing_key()).collect();
    seal(&signed(Kind::Return), Kind::Return, &to, &mut counting(100)).unwrap()
}

fn open_with(file: &[u8], keys: &[OpeningKey]) -> Result<Verified, OpenError> {
    open_sealed(file, &[Kind::Return], keys, &Limits::of(Kind::Return))
}

#[test]
fn each_of_those_named_can_open_it_and_nobody_else() {
    let file = sealed_to(&[&key(1), &key(2)]);
    for own in [key(1), key(2)] {
        let verified = open_with(&file, &[key(9), own]).unwrap();
        assert_eq!(verified.payload(), CONTENTS.as_bytes());
        assert_eq!(verified.file_hash(), Hash::of(&file));
    }
    let others = Err(OpenError::SealedToOthers { kind: Kind::Return });
    assert_eq!(open_with(&file, &[key(3)]), others);
    assert_eq!(open_with(&file, &[]), others);
    assert_eq!(open(&file, &[Kind::Return], &Limits::of(Kind::Return)), others);
}

#[test]
fn a_signed_file_that_is_not_sealed_opens_all_the_same() {
    let verified = open_with(&signed(Kind::Return), &[key(1)]).unwrap();
    assert_eq!(verified.payload(), CONTENTS.as_bytes());
}

#[test]
fn the_same_file_is_never_sealed_twice_alike() {
    let (to, signed) = ([key(1).sealing_key()], signed(Kind::Return));
    let first = seal(&signed, Kind::Return, &to, &mut counting(1)).unwrap();
    let second = seal(&signed, Kind::Return, &to, &mut counting(50)).unwrap();
    assert_ne!(first, second);
    let payload = |file: &[u8]| open_with(file, &[key(1)]).unwrap().payload_hash();
    assert_eq!(payload(&first), payload(&second));
}

#[test]
fn a_sealed_file_names_its_kind_and_nothing_of_its_signer() {
    let file = sealed_to(&[&key(1)]);
    let limits = Limits::of(Kind::Return);
    assert_eq!(claimed_kind(&file, &limits), Ok(Kind::Return));
    assert_eq!(claimed_signer(&file, &limits), None);
    let signer = SoftwareKey::from_seed(&[7; 32]).public_key().thumbprint();
    assert_eq!(claimed_signer_of_sealed(&file, &[key(1)], &limits), Some(signer));
    assert_eq!(how_closed(&file, &limits), Ok(Some(Closed::Sealed)));
    assert_eq!(how_closed(&signed(Kind::Return), &limits), Ok(None));
}

#[test]
fn what_is_inside_must_be_what_the_seal_says() {
    let to = [key(1).sealing_key()];
    let file = seal(&signed(Kind::Concern), Kind::Return, &to, &mut counting(1)).unwrap();
    let expected = vec![Kind::Return];
    assert_eq!(
        open_with(&file, &[key(1)]),
        Err(OpenError::WrongKind { expected, found: Kind::Concern })
    );
}

#[test]
fn a_file_is_sealed_to_one_key_at_least_and_to_sixteen_at_most() {
    let seal_to = |count: u8| {
        let to: Vec<SealingKey> = (0..count).map(|at| key(at + 1).sealing_key()).collect();
        seal(&signed(Kind::Return), Kind::Return, &to, &mut counting(100)).map(|_| ())
    };
    assert_eq!(seal_to(0), Err(WriteError::Recipients { found: 0 }));
    assert_eq!(seal_to(16), Ok(()));
    assert_eq!(seal_to(17), Err(WriteError::Recipients { found: 17 }));
    let nobody = SealingKey::from_bytes([0; 32]);
    let error = seal(&signed(Kind::Return), Kind::Return, &[nobody], &mut counting(1));
    assert_eq!(error, Err(WriteError::SealingKeyNotUsable));
}

#[test]
fn the_largest_return_still_opens_when_sealed() {
    let limits = Limits::of(Kind::Return);
    let largest = vec![b'a'; usize::try_from(limits.file_bytes).unwrap()];
    let to: Vec<SealingKey> = (1..=16).map(|seed| key(seed).sealing_key()).collect();
    let file = seal(&largest, Kind::Return, &to, &mut counting(1)).unwrap();
    let unsealed = unseal(&file, &[Kind::Return], &[key(16)], &limits).unwrap();
    assert_eq!(unsealed.file, largest);
}
