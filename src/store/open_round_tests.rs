//! A browser may be ended at any moment of an import: what is kept then is whole.

use std::collections::{BTreeMap, VecDeque};

use proptest::prelude::*;

use super::testing::at;
use super::{KeptRound, OpenRound, Over, RoundKeys, RoundSave, Write};
use crate::envelope::Hash;
use crate::panel::fixture::{Audit, Desk, SLOTS, arriving, key_of, stamp};
use crate::panel::{OpenedFile, Workbook};

/// A file's bytes; here its hash says which.
type Bytes = Hash;

/// What a browser has kept, transaction by transaction.
#[derive(Default, Clone)]
struct Disk {
    revision: u64,
    record: Option<String>,
    files: BTreeMap<Hash, Bytes>,
    /// As it was before the last transaction.
    before: Option<Box<Disk>>,
}

impl Disk {
    fn write(&mut self, save: &RoundSave<Bytes>) {
        self.begin();
        let Write::Put { entry, over, .. } = &save.write else { panic!("{:?}", save.write) };
        assert!(matches!(over, Over::Revision(kept) if *kept <= self.revision), "{over:?}");
        self.revision = entry.stamp.revision;
        self.record = Some(entry.text.clone());
        self.files.extend(save.files.iter().copied());
    }

    fn write_files(&mut self, files: &[(Hash, Bytes)]) {
        self.begin();
        self.files.extend(files.iter().copied());
    }

    fn begin(&mut self) {
        self.before = None;
        self.before = Some(Box::new(self.clone()));
    }

    /// A power cut: the last transaction was complete, and is lost all the same.
    fn take_back(&mut self) {
        if let Some(before) = self.before.take() {
            *self = *before;
        }
    }

    /// The round as it is kept.
    fn workbook(&self) -> Option<Workbook> {
        let text = self.record.as_ref()?;
        let Ok(KeptRound::Open(record)) = KeptRound::from_text(text) else {
            panic!("the record does not read")
        };
        Some(Workbook::from_record(record.workbook))
    }

    /// Every file that the register names is here.
    fn is_whole(&self) -> bool {
        let Some(workbook) = self.workbook() else { return true };
        workbook.register().kept_files().all(|file| self.files.contains_key(file))
    }
}

/// What happens next in an import, while transactions of before are under way.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// A file comes in.
    Arrives,
    /// The record is written.
    Saves,
    /// Files are written before their record.
    KeepsFiles,
    /// The oldest transaction under way ends, kept or not.
    Ends(bool),
    /// The person takes the import back and begins another.
    TakesBack,
    /// The power is cut, and the round opened again.
    PowerIsCut,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::Arrives),
        2 => Just(Step::Saves),
        1 => Just(Step::KeepsFiles),
        2 => any::<bool>().prop_map(Step::Ends),
        1 => Just(Step::TakesBack),
        1 => Just(Step::PowerIsCut),
    ]
}

enum UnderWay {
    Record(Box<RoundSave<Bytes>>),
    Files(Vec<(Hash, Bytes)>),
}

fn pile(desk: &Desk) -> Vec<OpenedFile> {
    let of = |slot: &str, case: &str| {
        let signer = key_of(slot).public_key().thumbprint();
        arriving(desk.draft(slot, case).grade("risk", "good"), &signer)
    };
    SLOTS.iter().flat_map(|(slot, _)| ["case-1", "case-2"].map(|case| of(slot, case))).collect()
}

proptest! {
    #[test]
    fn whenever_the_browser_is_ended_every_file_that_the_register_names_is_kept(
        steps in prop::collection::vec(step(), 0..60),
    ) {
        let desk = Desk::with(&["case-1", "case-2"]);
        let files = pile(&desk);
        let mut coming = files.iter().cycle();
        let mut round = open(desk.workbook.clone());
        let (mut disk, mut under_way) = (Disk::default(), VecDeque::new());
        let mut batch = desk.batch;
        for (count, step) in steps.into_iter().enumerate() {
            match step {
                Step::Arrives => {
                    let opened = coming.next().unwrap().clone();
                    let bytes = opened.file;
                    round.admit(batch, opened, bytes, &stamp());
                }
                Step::Saves => {
                    under_way.push_back(UnderWay::Record(round.next_save(at("09:00:00")).into()));
                }
                Step::KeepsFiles => under_way.push_back(UnderWay::Files(round.files_ahead())),
                Step::Ends(is_kept) => end(&mut round, &mut disk, under_way.pop_front(), is_kept),
                Step::TakesBack => {
                    let _ = round.workbook.undo_import(batch, &stamp());
                    batch = round.workbook.begin_import(&stamp());
                }
                Step::PowerIsCut => {
                    disk.take_back();
                    under_way.clear();
                    let kept = disk.workbook().unwrap_or_else(|| desk.workbook.clone());
                    let (keys, name) = (RoundKeys::default(), count.to_string());
                    round = OpenRound::over(kept, keys, disk.revision, name);
                    batch = round.workbook.begin_import(&stamp());
                }
            }
            prop_assert!(disk.is_whole());
        }
        while let Some(next) = under_way.pop_front() {
            end(&mut round, &mut disk, Some(next), true);
            prop_assert!(disk.is_whole());
        }
        let last = UnderWay::Record(round.next_save(at("09:00:00")).into());
        end(&mut round, &mut disk, Some(last), true);
        prop_assert!(disk.is_whole());
        prop_assert_eq!(round.unkept(), 0);
    }
}

fn open(workbook: Workbook) -> OpenRound<Bytes> {
    OpenRound::over(workbook, RoundKeys::default(), 0, "one".into())
}

fn end(
    round: &mut OpenRound<Bytes>,
    disk: &mut Disk,
    transaction: Option<UnderWay>,
    is_kept: bool,
) {
    match transaction.filter(|_| is_kept) {
        Some(UnderWay::Record(save)) => {
            disk.write(&save);
            round.note_kept(&save);
        }
        Some(UnderWay::Files(files)) => {
            disk.write_files(&files);
            round.note_files_kept(&files);
        }
        None => {}
    }
}

#[test]
fn what_could_not_be_kept_goes_with_the_next_save_and_what_is_kept_does_not() {
    let desk = Desk::with(&["case-1", "case-2"]);
    let files = pile(&desk);
    let mut round = open(desk.workbook);
    let hashes: Vec<Hash> = files.iter().filter_map(|opened| opened.file).take(3).collect();
    let admit = |round: &mut OpenRound<Bytes>, number: usize| {
        let opened = files[number].clone();
        let bytes = opened.file;
        round.admit(desk.batch, opened, bytes, &stamp());
    };
    let named = |save: &RoundSave<Bytes>| {
        let mut named: Vec<Hash> = save.files.iter().map(|(file, _)| *file).collect();
        named.sort();
        named
    };
    let sorted = |files: &[Hash]| {
        let mut files = files.to_vec();
        files.sort();
        files
    };
    admit(&mut round, 0);
    let failed = round.next_save(at("09:00:00"));
    assert_eq!(named(&failed), [hashes[0]]);
    admit(&mut round, 1);
    let kept = round.next_save(at("09:00:01"));
    assert_eq!(named(&kept), sorted(&hashes[..2]));
    round.note_kept(&kept);
    admit(&mut round, 2);
    assert_eq!(named(&round.next_save(at("09:00:02"))), [hashes[2]]);
    // A save of another opening of the round says nothing about this one.
    let mut other = open(round.workbook.clone());
    other.writes = super::OwnWrites::over(0, "two".into());
    other.add_file(hashes[2], hashes[2]);
    round.note_kept(&other.next_save(at("09:00:03")));
    assert_eq!(round.unkept(), 1);
}

/// Where the disk is full, what came in last is what a file of the round must not lack.
#[test]
fn what_could_not_be_kept_is_here_until_it_is() {
    let desk = Desk::with(&["case-1", "case-2"]);
    let opened = pile(&desk).remove(0);
    let mut round = open(desk.workbook);
    let file = opened.file.unwrap();
    assert_eq!(round.unkept_file(&file), None);
    round.admit(desk.batch, opened, Some(file), &stamp());
    // The disk is full.
    drop(round.next_save(at("09:00:00")));
    assert_eq!(round.unkept_file(&file), Some(file));
    let kept = round.next_save(at("09:00:05"));
    round.note_kept(&kept);
    assert_eq!(round.unkept_file(&file), None);
}

#[test]
fn v02_the_very_file_again_is_kept_again_and_another_with_the_same_return_is_not() {
    let desk = Desk::with(&["case-1", "case-2"]);
    let opened = pile(&desk).remove(0);
    let mut round = open(desk.workbook);
    let file = opened.file.unwrap();
    round.admit(desk.batch, opened.clone(), Some(file), &stamp());
    let save = round.next_save(at("09:00:00"));
    round.note_kept(&save);
    assert_eq!(round.unkept(), 0);
    round.admit(desk.batch, opened.clone(), Some(file), &stamp());
    assert_eq!(round.next_save(at("09:00:01")).files, [(file, file)]);
    round.note_files_kept(&[(file, file)]);
    let copy = Hash::of(b"the same in other bytes");
    let row =
        round.admit(desk.batch, OpenedFile { file: Some(copy), ..opened }, Some(copy), &stamp());
    assert!(!row.keeps_file(), "{row:?}");
    assert_eq!(round.unkept(), 0);
}
