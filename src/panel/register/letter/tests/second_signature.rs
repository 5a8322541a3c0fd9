//! Returns that somebody else signs too.

use super::*;
use crate::audit_return::to_countersign;
use crate::panel::{RowNote, SecondHolder};

fn countersigned(desk: &Desk, file: &[u8], key: &SoftwareKey) -> Vec<u8> {
    let invitation = desk.workbook.invitation(&slot("csc")).unwrap();
    let time = at("2026-03-09T15:00:00Z");
    let role = "Head of safeguarding".to_owned();
    let second =
        to_countersign(file, role, "Lead 1".into(), time, &invitation, &key.public_key()).unwrap();
    second.signed(&key.sign(second.signing_input())).unwrap()
}

#[test]
fn a07_a_second_signature_says_who_and_changes_nothing_else() {
    let mut desk = Desk::with(&["case-1"]);
    let once = signed(&desk, &draft(&desk));
    let twice = countersigned(&desk, &once, &key_of("lead"));
    desk.imports(&once);
    let before = desk.workbook.current(&place()).unwrap();
    let row = desk.imports(&twice);
    let role = "Head of safeguarding".to_owned();
    assert_eq!(row.notes, [RowNote::SignedTwice { role, holder: SecondHolder::Known }]);
    let after = desk.workbook.current(&place()).unwrap();
    assert!(desk.workbook.is_same_work(&before, &after));
    assert_eq!(desk.counting(), 1);
    assert!(!row.notes.iter().any(|note| matches!(note, RowNote::Reopens { .. })));

    // The other way round there is nothing new in the first file.
    let mut desk = Desk::with(&["case-1"]);
    desk.imports(&twice);
    let of = Hash::of(&twice);
    assert_eq!(desk.imports(&once).outcome, ImportOutcome::Duplicate { of });
}

#[test]
fn a07_a_round_that_asks_for_a_second_signature_says_when_there_is_none() {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.policy.second_sign_off = true;
    let mut desk = Desk::of(plan);
    let once = signed(&desk, &draft(&desk));
    assert_eq!(desk.imports(&once).notes, [RowNote::SecondMissing]);
}

#[test]
fn v03_a_version_that_is_here_signed_once_and_signed_twice_is_chosen_and_set_aside_as_one() {
    // Which of the two files comes first is decided by nothing but their hashes.
    for number in 0..4 {
        let mut desk = Desk::with(&["case-1"]);
        let mut ret = draft(&desk);
        ret.general_comments = format!("Return {number}.");
        let once = signed(&desk, &ret);
        let twice = countersigned(&desk, &once, &key_of("lead"));
        let rival = signed(&desk, &desk.draft("csc", "case-1").grade("risk", "adequate"));
        desk.imports(&once);
        desk.imports(&twice);
        assert_eq!(desk.imports(&rival).outcome, ImportOutcome::Conflict);
        let (twice, rival) = (Hash::of(&twice), Hash::of(&rival));
        for chosen in [twice, rival, twice] {
            desk.workbook.choose_version(&chosen, "The auditor says so.", &stamp()).unwrap();
            assert_eq!(desk.workbook.current(&place()), Some(chosen), "return {number}");
        }
    }
}

#[test]
fn a07_the_file_with_the_second_signature_stands_whatever_the_order_of_the_files() {
    // Files are read in the order of their hashes, which nothing else decides: in several rounds both orders come.
    for number in 0..8 {
        let mut desk = Desk::with(&["case-1"]);
        let mut draft = draft(&desk);
        draft.general_comments = format!("Return {number}.");
        let once = signed(&desk, &draft);
        let twice = countersigned(&desk, &once, &key_of("lead"));
        desk.imports(&once);
        let row = desk.imports(&twice);
        assert_eq!(row.outcome, ImportOutcome::Admitted, "no version is replaced");
        assert_eq!(desk.workbook.current(&place()), Some(Hash::of(&twice)), "return {number}");
    }
}
