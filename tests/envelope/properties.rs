//! What holds for any bytes, not only for those that we thought of.

use std::path::Path;
use std::{fs, thread};

use multi_agency_audit::envelope::{
    Hash, Kind, Limits, OpenError, OpeningKey, PassphraseKey, SoftwareKey, Unsigned, claimed_kind,
    open, open_draft, open_sealed, seal, write_draft,
};
use proptest::prelude::*;

use crate::fault_files::{CONTENTS, Jws, closed, countersigned};
use crate::letter::Letter;

fn contents_of(text: &str) -> Vec<u8> {
    serde_json::to_vec(&Letter { format_version: Default::default(), text: text.to_owned() })
        .unwrap()
}

proptest! {
    /// Whoever is named, whatever is signed: each of them opens it, and nobody else.
    #[test]
    fn any_signed_text_comes_back_from_its_seal(
        text in ".{0,200}", seeds in prop::collection::btree_set(any::<[u8; 32]>(), 2..6), fresh: u64,
    ) {
        let key = SoftwareKey::from_seed(&[7; 32]);
        let unsigned =
            Unsigned::new(Kind::Return, &key.public_key(), contents_of(&text)).unwrap();
        let file = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap();
        let mut keys: Vec<OpeningKey> = seeds.iter().map(OpeningKey::from_seed).collect();
        let stranger = keys.pop().unwrap();
        let to: Vec<_> = keys.iter().map(OpeningKey::sealing_key).collect();
        let mut count = fresh;
        let mut random = || {
            count = count.wrapping_add(1);
            *Hash::of(&count.to_be_bytes()).as_bytes()
        };
        let sealed = seal(&file, Kind::Return, &to, &mut random).unwrap();
        let limits = Limits::of(Kind::Return);
        for key in keys {
            let opened = open_sealed(&sealed, &[Kind::Return], &[key], &limits).unwrap();
            prop_assert_eq!(opened.parse::<Letter>().unwrap().text, text.clone());
        }
        let error = open_sealed(&sealed, &[Kind::Return], &[stranger], &limits).unwrap_err();
        prop_assert_eq!(error, OpenError::SealedToOthers { kind: Kind::Return });
    }

    #[test]
    fn any_text_comes_back_as_it_was_signed(text in ".{0,200}", seed: [u8; 32]) {
        let key = SoftwareKey::from_seed(&seed);
        let payload = contents_of(&text);
        let unsigned = Unsigned::new(Kind::Return, &key.public_key(), payload.clone()).unwrap();
        let file = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap();
        let verified = open(&file, &[Kind::Return], &Limits::of(Kind::Return)).unwrap();
        prop_assert_eq!(verified.payload(), &payload[..]);
        prop_assert_eq!(verified.parse::<Letter>().unwrap().text, text);
        prop_assert_eq!(verified.signer(), &key.public_key());
    }

    #[test]
    fn any_text_comes_back_from_a_draft(text in ".{0,200}") {
        let payload = contents_of(&text);
        let file = write_draft(payload.clone()).unwrap();
        let draft = open_draft(&file, &Limits::of(Kind::Draft)).unwrap();
        prop_assert_eq!(draft.payload(), &payload[..]);
    }

    #[test]
    fn any_bytes_are_answered_and_never_opened(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let limits = Limits::of(Kind::Return);
        prop_assert!(open(&bytes, &Kind::ALL, &limits).is_err());
        prop_assert!(open_draft(&bytes, &limits).is_err());
        prop_assert!(claimed_kind(&bytes, &limits).is_err());
    }

    /// Bytes that look like ours get further in than noise does.
    #[test]
    fn any_mixture_of_our_own_pieces_is_answered(
        pieces in prop::collection::vec(piece(), 0..40),
    ) {
        let file = pieces.concat();
        let limits = Limits::of(Kind::Return);
        if let Ok(verified) = open(file.as_bytes(), &Kind::ALL, &limits) {
            prop_assert_eq!(verified.payload(), CONTENTS.as_bytes());
        }
        let _ = open_draft(file.as_bytes(), &limits);
        let _ = claimed_kind(file.as_bytes(), &limits);
    }

    #[test]
    fn a_file_cut_anywhere_is_refused(share in 0.0..1.0) {
        let file = Jws::sound().file().trim_end().to_owned();
        let cut = &file[..(file.len() as f64 * share) as usize];
        prop_assert!(open_sound(cut.as_bytes()).is_err());
    }

    /// Replaces a stretch of the file by any bytes: it is refused, or verifies to the same contents.
    #[test]
    fn a_file_with_a_stretch_replaced_never_says_anything_else(
        from in 0.0..1.0, length in 0usize..12, new in prop::collection::vec(any::<u8>(), 0..12),
    ) {
        let mut file = Jws::sound().file().into_bytes();
        let from = (file.len() as f64 * from) as usize;
        let to = (from + length).min(file.len());
        file.splice(from..to, new);
        if let Ok(payload) = open_sound(&file) {
            prop_assert_eq!(payload, CONTENTS.as_bytes());
        }
    }
}

fn open_sound(file: &[u8]) -> Result<Vec<u8>, OpenError> {
    open(file, &[Kind::Return], &Limits::of(Kind::Return)).map(|opened| opened.payload().to_vec())
}

fn piece() -> impl Strategy<Value = String> {
    let Jws { payload, protected, signature } = Jws::sound();
    let texts = ["{", "}", "[", "]", "\"", ":", ",", " ", "\\u0061", "7", "-0", "1e9", "null"];
    let names = ["\"payload\":", "\"protected\":", "\"signature\":", "\"typ\":", "\"header\":"];
    let values = [payload, protected, signature].map(|text| format!("\"{text}\""));
    let all: Vec<String> =
        texts.into_iter().chain(names).map(str::to_owned).chain(values).collect();
    prop::sample::select(all)
}

/// Flips each single bit of a sealed file for two recipients in turn.
///
/// None may be flipped unnoticed, not even in what only the other recipient needs.
#[test]
fn no_bit_of_a_sealed_file_can_be_flipped() {
    let (limits, keys) = (Limits::of(Kind::Return), [closed::deputy()]);
    no_bit_can_be_flipped(&closed::sealed(), |file| {
        open_sealed(file, &[Kind::Return], &keys, &limits).is_ok()
    });
}

#[test]
fn no_bit_of_a_file_signed_twice_can_be_flipped() {
    no_bit_can_be_flipped(&countersigned::sound(), |file| open_sound(file).is_ok());
}

#[test]
fn no_bit_of_a_protected_file_can_be_flipped() {
    let key = PassphraseKey::derive(closed::PASSPHRASE, [7; 32]);
    let limits = Limits::of(Kind::Draft);
    no_bit_can_be_flipped(&closed::protected(), |file| {
        key.open(file, &[Kind::Draft], &limits).is_ok()
    });
}

fn no_bit_of_the_file_can_be_flipped(kind: Kind, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults").join(name);
    let (file, limits) = (fs::read_to_string(path).unwrap(), Limits::of(kind));
    no_bit_can_be_flipped(&file, |file| open(file, &[kind], &limits).is_ok());
}

#[test]
fn no_bit_of_the_panels_questions_can_be_flipped() {
    no_bit_of_the_file_can_be_flipped(Kind::Query, "query-sound.json");
}

#[test]
fn no_bit_of_a_concern_can_be_flipped() {
    no_bit_of_the_file_can_be_flipped(Kind::Concern, "concern/sound.json");
}

#[test]
fn no_bit_of_a_workbook_can_be_flipped() {
    no_bit_of_the_file_can_be_flipped(Kind::Workbook, "workbook/sound.json");
}

/// Half of them in a second thread: a workbook has tens of thousands.
#[track_caller]
fn no_bit_can_be_flipped(sound: &str, opens: impl Fn(&[u8]) -> bool + Sync) {
    assert!(opens(sound.as_bytes()));
    let is_unnoticed = |position: &usize| {
        let mut file = sound.as_bytes().to_vec();
        file[position / 8] ^= 1 << (position % 8);
        opens(&file)
    };
    let unnoticed_of =
        |bits: &[usize]| bits.iter().copied().filter(is_unnoticed).collect::<Vec<usize>>();
    let bits: Vec<usize> = (0..sound.len() * 8).collect();
    let (first, second) = bits.split_at(bits.len() / 2);
    let unnoticed = thread::scope(|scope| {
        let other = scope.spawn(|| unnoticed_of(second));
        [unnoticed_of(first), other.join().unwrap()].concat()
    });
    assert_eq!(unnoticed, [0; 0], "bits that nobody misses");
}

/// Flips each single bit of a sound signed file in turn.
///
/// None but those in the white space at its end may leave it open, and then it
/// says the very same: the wrapper, the header, the contents and the signature
/// have no bit to spare, in base64url neither.
#[test]
fn no_bit_of_a_signed_file_can_be_flipped() {
    let sound = Jws::sound().file();
    let mut opened = Vec::new();
    for position in 0..sound.len() * 8 {
        let mut file = sound.clone().into_bytes();
        file[position / 8] ^= 1 << (position % 8);
        if let Ok(payload) = open_sound(&file) {
            assert_eq!(payload, CONTENTS.as_bytes(), "bit {position}");
            opened.push(position / 8);
        }
    }
    let line_end = sound.len() - 1;
    assert!(opened.iter().all(|byte| *byte == line_end), "bytes with a spare bit: {opened:?}");
}
