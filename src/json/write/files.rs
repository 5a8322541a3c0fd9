//! Whole files of the practice round and of earlier programs, and any text and number, written as serde_json does.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::select;

use super::tests::is_alike;
use crate::audit_return::Return;
use crate::envelope::{Kind, Limits, OpeningKey, Verified, open_sealed};
use crate::panel::WorkbookFile;
use crate::round::Invitation;
use crate::store::{DraftCopy, DraftRecord};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// Opens the returns of every practice round that was published.
fn practice_key() -> OpeningKey {
    let index = fs::read(root().join("public/samples/index.json")).unwrap();
    let index: serde_json::Value = serde_json::from_slice(&index).unwrap();
    let seed = index["round_opening_key_seed"].as_str().unwrap();
    let byte = |at: usize| u8::from_str_radix(&seed[2 * at..2 * at + 2], 16).unwrap();
    OpeningKey::from_seed(&std::array::from_fn(byte))
}

fn contents_are_alike(file: &Verified) {
    match file.kind() {
        Kind::Invitation => is_alike(&file.parse::<Invitation>().unwrap()),
        Kind::Return => is_alike(&file.parse::<Return>().unwrap()),
        Kind::Workbook => is_alike(&file.parse::<WorkbookFile>().unwrap()),
        Kind::Draft | Kind::Concern | Kind::Withdrawal | Kind::Query | Kind::DeputyKey => {
            panic!("read a {:?} here, too", file.kind())
        }
    }
}

#[test]
fn every_file_of_the_practice_round_and_of_earlier_programs_is_written_alike() {
    let (keys, limits) = ([practice_key()], Limits::of_any(&Kind::ALL));
    let mut alike: BTreeMap<Kind, usize> = BTreeMap::new();
    for folder in ["public/samples", "tests/compatibility"] {
        for path in files_below(&root().join(folder)) {
            let bytes = fs::read(&path).unwrap();
            // What does not open is the list of a folder's files, or one of those with faults.
            let Ok(file) = open_sealed(&bytes, &Kind::ALL, &keys, &limits) else { continue };
            contents_are_alike(&file);
            *alike.entry(file.kind()).or_default() += 1;
        }
    }
    let enough = [(Kind::Invitation, 14), (Kind::Return, 78), (Kind::Workbook, 8)];
    let few = enough.iter().find(|(kind, count)| alike.get(kind).is_none_or(|n| n < count));
    assert_eq!(few, None, "{alike:?}");
}

#[test]
fn a_draft_and_its_copy_are_written_alike() {
    let kept = include_str!("../../store/fixtures/draft-1.json");
    let record = DraftRecord::from_text(kept).unwrap();
    is_alike(&record);
    is_alike(&DraftCopy::of(record, kept.to_owned()));
}

/// Any text; what JSON escapes, and what stands at the edges of Unicode's ranges, oftener than elsewhere.
fn any_text() -> impl Strategy<Value = String> {
    let edges = vec![
        ' ',
        '"',
        '/',
        '\\',
        '\u{7f}',
        '\u{80}',
        '\u{2028}',
        '\u{2029}',
        '\u{d7ff}',
        '\u{e000}',
        '\u{feff}',
        '\u{ffff}',
        '\u{10000}',
        '\u{10ffff}',
    ];
    let letter = prop_oneof![any::<char>(), select(edges), (0..0x20_u8).prop_map(char::from)];
    prop::collection::vec(letter, 0..24)
        .prop_map(|letters: Vec<char>| letters.into_iter().collect::<String>())
}

fn any_whole() -> impl Strategy<Value = i64> {
    prop_oneof![any::<i64>(), select(vec![i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX])]
}

fn any_share() -> impl Strategy<Value = f64> {
    let edges = [0.0, -0.0, 0.1, 1e-7, 1e16, 1e21, f64::MIN_POSITIVE, f64::MAX, f64::NAN];
    prop_oneof![prop::num::f64::ANY, select(edges.to_vec())]
}

proptest! {
    #[test]
    fn any_text_and_any_number_is_written_as_serde_json_writes_it(
        name in any_text(),
        text in any_text(),
        whole in any_whole(),
        share in any_share(),
    ) {
        let letters: Vec<char> = text.chars().collect();
        let numbers = (whole, whole.unsigned_abs(), share, share as f32);
        is_alike(&BTreeMap::from([(name, (text, letters, numbers))]));
        is_alike(&BTreeMap::from([(whole, Some(share)), (0, None)]));
    }
}
