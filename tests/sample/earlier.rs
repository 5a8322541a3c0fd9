//! Files that earlier programs wrote: whoever kept one opens it today (`tests/compatibility`).
//!
//! Each folder holds files of the practice round as one earlier commit wrote them, never changed since. Rounds in
//! which a panel has worked are opened by `tests/scenarios/kept.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use multi_agency_audit::envelope::{Kind, Limits, OpeningKey, SoftwareKey, open};
use multi_agency_audit::panel::{ImportOutcome, Workbook, WorkbookFile};
use multi_agency_audit::round::Invitation;

use crate::stamp;

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compatibility");
    let entries = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> =
        entries.filter(|folder| index(folder)["practice"] == true).collect();
    folders.sort();
    assert!(folders.len() >= 6, "{folders:?}");
    folders
}

fn read(folder: &Path, file: &str) -> Vec<u8> {
    fs::read(folder.join(file))
        .unwrap_or_else(|error| panic!("{}/{file}: {error}", folder.display()))
}

fn index(folder: &Path) -> serde_json::Value {
    serde_json::from_slice(&read(folder, "index.json")).unwrap()
}

/// A practice key of the round, where its index names it.
fn seed(folder: &Path, name: &str) -> Option<[u8; 32]> {
    let text = index(folder).get(name)?.as_str()?.to_owned();
    let byte = |at: usize| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap();
    Some(std::array::from_fn(byte))
}

fn workbook(folder: &Path) -> Workbook {
    let bytes = read(folder, "workbook.json");
    let verified = open(&bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook)).unwrap();
    let file: WorkbookFile = verified.parse().unwrap();
    Workbook::from_record(file.workbook)
}

#[test]
fn the_workbook_and_the_invitation_of_every_earlier_program_open() {
    for folder in folders() {
        let workbook = workbook(&folder);
        assert_eq!(workbook.plan().cases.len(), 10, "{}", folder.display());
        let key = SoftwareKey::from_seed(&seed(&folder, "round_key_seed").unwrap());
        assert_eq!(*workbook.round_key(), key.public_key());
        let bytes = read(&folder, "invitation-police.json");
        let opened = open(&bytes, &[Kind::Invitation], &Limits::of(Kind::Invitation)).unwrap();
        let invitation: Invitation = opened.parse().unwrap();
        assert_eq!(invitation.round.id, workbook.plan().round.id);
        assert_eq!(*opened.signer(), key.public_key());
    }
}

/// Their tool is the round's own, as it was then: so they count without any mapping.
#[test]
fn the_returns_of_every_earlier_program_count_in_their_round() {
    for folder in folders() {
        let mut workbook = workbook(&folder);
        let keys = seed(&folder, "round_opening_key_seed").map(|seed| OpeningKey::from_seed(&seed));
        let opener = workbook.opener().with_keys(keys.into_iter().collect());
        let batch = workbook.begin_import(&stamp());
        for name in ["adult-mental-health", "health-visiting", "police"] {
            let file = read(&folder, &format!("returns/case-1-{name}.json"));
            let row = workbook.admit(batch, opener.open(name, &file), &stamp());
            assert_eq!(row.outcome, ImportOutcome::Admitted, "{}: {name}", folder.display());
        }
    }
}
