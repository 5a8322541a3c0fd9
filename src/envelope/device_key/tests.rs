use super::*;
use crate::envelope::{PassphraseKey, salt_of_key};

const PLACE: &str = "drafts/5f1d";
const TEXT: &str = "{\"schema\":1,\"text\":\"seen alone – twice\"}";

fn counting() -> impl FnMut() -> [u8; 32] {
    let mut count = 0;
    move || {
        count += 1;
        [count; 32]
    }
}

fn key() -> DeviceKey {
    DeviceKey::from_random([7; 32])
}

fn closed_text() -> String {
    key().close(TEXT, PLACE, &mut counting())
}

#[test]
fn a_text_opens_with_its_key_at_its_place_only() {
    let text = closed_text();
    assert!(is_closed(&text) && !text.contains("alone"), "{text}");
    assert_eq!(key().open(&text, PLACE), Ok(TEXT.to_owned()));
    assert_eq!(key().open(&text, "drafts/5f1e"), Err(OpenError::SealBroken));
    let other = DeviceKey::from_random([8; 32]);
    assert_eq!(other.open(&text, PLACE), Err(OpenError::WrongPassphrase));
}

#[test]
fn a_text_closed_twice_is_closed_in_two_ways() {
    let mut random = counting();
    let both = [key().close(TEXT, PLACE, &mut random), key().close(TEXT, PLACE, &mut random)];
    assert_ne!(both[0], both[1]);
    assert!(both.iter().all(|text| key().open(text, PLACE).as_deref() == Ok(TEXT)));
}

#[test]
fn no_part_of_a_closed_text_can_change() {
    let text = closed_text();
    for (from, to) in [("\"iv\":\"", "\"iv\":\"A"), ("\"tag\":\"", "\"tag\":\"A")] {
        assert!(key().open(&text.replacen(from, to, 1), PLACE).is_err(), "{from}");
    }
    let further = text.replacen("{\"protected\"", "{\"note\":1,\"protected\"", 1);
    let unexpected = OpenError::UnexpectedMember { name: "note".into() };
    assert_eq!(key().open(&further, PLACE), Err(unexpected));
    let other = encode(b"{\"alg\":\"dir\",\"enc\":\"A256GCM\"}");
    let other = text.replacen(&encode(HEADER.as_bytes()), &other, 1);
    assert_eq!(key().open(&other, PLACE), Err(OpenError::SealMethod { found: "dir".into() }));
    assert!(key().open(&text[..text.len() / 2], PLACE).is_err());
}

#[test]
fn what_our_programs_keep_in_the_open_is_not_closed() {
    for text in ["", "{}", "{\"schema\":1", TEXT, "[]", "damaged"] {
        assert!(!is_closed(text), "{text}");
        assert!(key().open(text, PLACE).is_err(), "{text}");
    }
}

#[test]
fn the_passphrase_closes_the_key_and_another_one_does_not_open_it() {
    let by = PassphraseKey::derive("lantern orchard kettle", [9; 32]);
    let closed = by.close_key(&key(), &mut counting());
    let again = PassphraseKey::with("lantern orchard kettle", salt_of_key(&closed).unwrap());
    let opened = again.open_key(&closed).unwrap();
    assert_eq!(opened.open(&closed_text(), PLACE).as_deref(), Ok(TEXT));
    let wrong = PassphraseKey::with("lantern orchard kettles", salt_of_key(&closed).unwrap());
    assert_eq!(wrong.open_key(&closed).unwrap_err(), OpenError::WrongPassphrase);
}

#[test]
fn a_file_that_a_passphrase_closed_is_no_key() {
    let by = PassphraseKey::from_derived([1; 32], crate::envelope::new_salt([9; 32]));
    let file = by.write(b"{}", Kind::Draft, &mut counting()).unwrap();
    let file = String::from_utf8(file).unwrap();
    assert!(salt_of_key(&file).is_err());
    assert!(by.open_key(&file).is_err());
    let key = by.close_key(&key(), &mut counting());
    assert!(by.open(key.as_bytes(), &[Kind::Draft], &Limits::of(Kind::Draft)).is_err());
}

#[test]
fn a_device_key_is_never_shown() {
    assert_eq!(format!("{:?}", key()), "DeviceKey(..)");
}
