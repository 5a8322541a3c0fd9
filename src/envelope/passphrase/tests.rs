use super::*;

use crate::envelope::cipher::ContentKey;

/// RFC 7520 5.3.
#[test]
fn rfc7520_5_3_key_from_a_passphrase() {
    let passphrase = "entrap_o\u{2013}peter_long\u{2013}credit_tun";
    let salt = decode_exactly("8Q1SzinasR3xchYz6ZZcHA").unwrap();
    let derived = PassphraseKey::with(passphrase, (salt, 8192));
    let wrapped = decode_exactly("d3qNhUWfqheyPp4H8sjOWsDYajoej4c5Je6rlUtFPWdgtURtmeDV1g").unwrap();
    let content_key: [u8; 32] =
        decode_exactly("uwsjJXaBK407Qaf0_zpcpmr1Cs0CC50hIUEyGNEt3m0").unwrap();
    assert_eq!(unwrap(&derived.key, &wrapped), Ok(ContentKey::new(content_key)));
    assert_eq!(wrap(&derived.key, &ContentKey::new(content_key)), wrapped);
}

/// Where the salt of PBKDF2 comes from, which a browser needs to know.
#[test]
fn rfc7518_4_8_1_1_salt() {
    let salted = [b"PBES2-HS512+A256KW\0".as_slice(), &[7; 16]].concat();
    assert_eq!(pbkdf2_salt(&[7; 16]), salted);
}

fn counting() -> impl FnMut() -> [u8; 32] {
    let mut count = 0;
    move || {
        count += 1;
        [count; 32]
    }
}

const WORDS: &str = "lantern orchard kettle";

fn limits() -> Limits {
    Limits::of(Kind::Draft)
}

#[test]
fn a_file_opens_with_its_passphrase_and_no_other() {
    let file = write_protected(b"half a sent", Kind::Draft, WORDS, &mut counting()).unwrap();
    let open = |passphrase| open_protected(&file, &[Kind::Draft], passphrase, &limits());
    let contents = Unlocked { kind: Kind::Draft, contents: b"half a sent".to_vec() };
    assert_eq!(open(WORDS), Ok(contents));
    assert_eq!(open("Lantern orchard kettle"), Err(OpenError::WrongPassphrase));
    assert_eq!(how_closed(&file), Some(Closed::Passphrase));
}

fn how_closed(file: &[u8]) -> Option<Closed> {
    crate::envelope::how_closed(file, &limits()).unwrap()
}

/// Locked drafts are saved twice a second: that must not derive a key each time.
#[test]
fn one_derived_key_closes_many_files_each_in_its_own_way() {
    let key = PassphraseKey::derive(WORDS, [9; 32]);
    let mut random = counting();
    let first = key.write(b"one", Kind::Draft, &mut random).unwrap();
    let second = key.write(b"one", Kind::Draft, &mut random).unwrap();
    assert_ne!(first, second);
    for file in [first, second] {
        let opened = key.open(&file, &[Kind::Draft], &limits()).unwrap();
        assert_eq!(opened.contents, b"one");
        let again = PassphraseKey::for_file(&file, WORDS, &limits()).unwrap();
        assert_eq!(again.open(&file, &[Kind::Draft], &limits()), Ok(opened));
    }
}

#[test]
fn a_key_that_the_browser_derived_is_the_same_key() {
    let ours = PassphraseKey::derive(WORDS, [9; 32]);
    let file = ours.write(b"one", Kind::Draft, &mut counting()).unwrap();
    let (salt, iterations) = salt_of(&file, &limits()).unwrap();
    assert_eq!((salt, iterations), ([9; 16], ITERATIONS));
    let theirs = PassphraseKey::from_derived(*ours.key, (salt, iterations));
    assert!(theirs.open(&file, &[Kind::Draft], &limits()).is_ok());
}

#[test]
fn a_new_passphrase_has_twelve_letters_or_more() {
    assert_eq!(check_passphrase("eleven char"), Err(PassphraseError::TooShort));
    assert_eq!(check_passphrase("   spaces    "), Err(PassphraseError::TooShort));
    assert_eq!(check_passphrase("twelve chars"), Ok(()));
    assert_eq!(check_passphrase("zwölf Zeichen"), Ok(()));
}

#[test]
fn a_file_that_is_not_closed_needs_no_passphrase() {
    let draft = crate::envelope::write_draft(br#"{"format_version":1}"#.to_vec()).unwrap();
    let error = open_protected(&draft, &[Kind::Draft], WORDS, &limits()).unwrap_err();
    assert_eq!(error, OpenError::NotProtected { kind: Kind::Draft });
}

#[test]
fn a_protected_draft_says_that_it_needs_its_passphrase() {
    let draft = crate::envelope::write_draft(br#"{"format_version":1}"#.to_vec()).unwrap();
    let file = write_protected(&draft, Kind::Draft, WORDS, &mut counting()).unwrap();
    let error = crate::envelope::open_draft(&file, &limits()).unwrap_err();
    assert_eq!(error, OpenError::NeedsPassphrase { kind: Kind::Draft });
    assert_eq!(crate::envelope::claimed_kind(&file, &limits()), Ok(Kind::Draft));
}

#[test]
fn a_derived_key_is_never_shown() {
    assert_eq!(format!("{:?}", PassphraseKey::derive(WORDS, [9; 32])), "PassphraseKey(..)");
}
