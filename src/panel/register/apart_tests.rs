//! Versions that are kept apart, and what of the others rests on them; signers who are refused.

use super::*;
use crate::audit_return::Return;
use crate::envelope::{EnrolmentSecret, Hash};
use crate::panel::expectation::StaysApart;
use crate::panel::fixture::*;
use crate::panel::{CellState, Matrix, Workbook};

type Arrives = fn(Return) -> OpenedFile;

fn place() -> ReturnKey {
    ReturnKey { case: case("case-1"), slot: slot("csc"), agency: "csc".parse().unwrap() }
}

fn state(desk: &Desk, file: &Hash) -> EntryState {
    desk.workbook.register().entry(file).unwrap().state.clone()
}

fn group(desk: &Desk, file: &Hash) -> FileGroup {
    file_lines(&desk.workbook).into_iter().find(|line| line.file == *file).unwrap().group
}

/// Of the right signer, and against the rules.
fn against_rules(ret: Return) -> OpenedFile {
    let mut opened = arriving(ret, &key_of("csc").public_key().thumbprint());
    let message = "Not here.".to_owned();
    let block = Block { rule: "G-03".into(), place: "risk-grade".into(), message };
    opened.content.as_mut().unwrap().blocks = vec![block];
    opened
}

#[test]
fn v03_a_correction_of_a_version_kept_apart_counts_and_replaces_the_one_before_that() {
    let ways: [fn(Return) -> OpenedFile; 2] = [intercepted, against_rules];
    for arriving_apart in ways {
        let mut desk = Desk::with(&["case-1"]);
        let first = desk.draft("csc", "case-1").grade("risk", "inadequate");
        let second = first.corrected().grade("risk", "adequate");
        let third = second.corrected().grade("risk", "good");
        let counted = desk.import(first).file.unwrap();
        let apart = desk.admit(arriving_apart(second)).file.unwrap();
        assert_eq!(desk.workbook.current(&place()), Some(counted), "it replaces nothing itself");
        let row = desk.import(third);
        assert_eq!(row.outcome, ImportOutcome::Replaces { version: 1 });
        let counts = row.file.unwrap();
        assert_eq!(desk.workbook.current(&place()), Some(counts));
        assert_eq!(state(&desk, &counted), EntryState::Superseded { by: counts });
        assert!(matches!(state(&desk, &apart), EntryState::Quarantined { .. }));
    }
}

#[test]
fn v03_a_correction_counts_though_the_first_version_is_kept_apart() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "inadequate");
    let apart = desk.admit(against_rules(first.clone())).file.unwrap();
    let row = desk.import(first.corrected().grade("risk", "good"));
    assert_eq!(row.outcome, ImportOutcome::Admitted);
    // Accepted after all it is history.
    desk.workbook.accept_content(&apart, "An older program made it.", &stamp()).unwrap();
    assert_eq!(state(&desk, &apart), EntryState::Superseded { by: row.file.unwrap() });
}

#[test]
fn v03_a_version_that_was_held_and_kept_apart_for_good_does_not_count_when_the_one_before_comes() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    let held = desk.import(first.corrected().grade("risk", "inadequate")).file.unwrap();
    let decide = |desk: &mut Desk, decision| {
        desk.workbook.decide_on(&held, decision, "So the agency says.", &stamp()).unwrap();
    };
    decide(&mut desk, FileDecision::KeepApart);
    let first = desk.import(first).file.unwrap();
    assert_eq!(desk.workbook.current(&place()), Some(first));
    assert_eq!(state(&desk, &held), EntryState::SetAside);
    assert_eq!(group(&desk, &held), FileGroup::StaysApart);
    // It can be used after all.
    assert_eq!(desk.workbook.decisions_on(&held), [FileDecision::ChooseVersion]);
    decide(&mut desk, FileDecision::ChooseVersion);
    assert_eq!(desk.workbook.current(&place()), Some(held));
    assert!(desk.workbook.stays_apart(&held).is_none());
}

#[test]
fn v06_a_file_kept_apart_for_good_does_not_count_once_its_signer_is_trusted_by_another() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("csc", "case-1");
    let apart = desk.admit(intercepted(draft.clone().grade("risk", "good"))).file.unwrap();
    let other = desk.admit(intercepted(draft.grade("risk", "adequate"))).file.unwrap();
    let decide = |desk: &mut Desk, file: &Hash, decision| {
        desk.workbook.decide_on(file, decision, "Telephoned.", &stamp()).unwrap();
    };
    decide(&mut desk, &apart, FileDecision::KeepApart);
    let mut on_its_own_page = Desk { workbook: desk.workbook.clone(), batch: desk.batch };
    decide(&mut desk, &other, FileDecision::TrustSigner);
    assert_eq!(desk.workbook.current(&place()), Some(other), "no conflict");
    assert_eq!(group(&desk, &apart), FileGroup::StaysApart);
    // Whoever trusts the signer because of this very file means it.
    decide(&mut on_its_own_page, &apart, FileDecision::TrustSigner);
    assert_eq!(state(&on_its_own_page, &apart), EntryState::Conflict);
}

#[test]
fn v06_a_decision_that_an_earlier_program_passed_over_keeps_nothing_apart() {
    let mut desk = Desk::with(&["case-1"]);
    let counts = desk.graded("csc", "case-1", "good").file.unwrap();
    let mut record = desk.workbook.record().clone();
    // Kept apart for good, its signer trusted afterwards: the file counted, and the decision stayed on record.
    let kept = StaysApart { file: counts, reason: "Telephoned.".into(), stamp: stamp() };
    record.panel.stays_apart.push(kept);
    let mut workbook = Workbook::from_record(record);
    workbook.resettle(&[place()], &stamp());
    assert_eq!(workbook.current(&place()), Some(counts));
}

#[test]
fn v03_a_return_that_an_earlier_program_held_counts_as_soon_as_its_record_is_opened() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "inadequate");
    desk.admit(against_rules(first.clone()));
    let second = desk.import(first.corrected().grade("risk", "good")).file.unwrap();
    let mut record = desk.workbook.record().clone();
    // That program held what corrects a version that is kept apart.
    let waiting_for = signed_payload(&first);
    record.register.entries.get_mut(&second).unwrap().state = EntryState::Held { waiting_for };
    let opened = Workbook::from_record(record);
    assert_eq!(opened.current(&place()), Some(second));
    assert_eq!(opened.record(), desk.workbook.record(), "and nothing else is changed");
}

#[test]
fn v05_a_correction_of_a_version_that_came_in_time_and_breaks_rules_is_not_late() {
    let ways: [(Arrives, bool); 2] = [(against_rules, false), (intercepted, true)];
    for (arriving_apart, is_late) in ways {
        let mut desk = Desk::with(&["case-1"]);
        let first = desk.draft("csc", "case-1").grade("risk", "inadequate");
        desk.admit(arriving_apart(first.clone()));
        let second = first.corrected().grade("risk", "good");
        desk.admit(signed_off_at(second, "2026-03-18T09:00:00Z"));
        let matrix = Matrix::of(&desk.workbook, "2026-03-20".parse().unwrap());
        let CellState::Received(received) = matrix.rows[0].cells[0].state else {
            panic!("{matrix:?}")
        };
        assert_eq!((received.version, received.late.is_some()), (2, is_late));
    }
}

#[test]
fn v06_a_signer_who_was_trusted_by_hand_is_refused_again() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("csc", "case-1").grade("risk", "good");
    let file = desk.admit(intercepted(draft)).file.unwrap();
    let decide = |desk: &mut Desk, decision| {
        desk.workbook.decide_on(&file, decision, "Telephoned.", &stamp()).unwrap();
    };
    decide(&mut desk, FileDecision::TrustSigner);
    assert_eq!(desk.workbook.current(&place()), Some(file));
    assert_eq!(desk.workbook.decisions_on(&file), [FileDecision::RefuseSigner]);
    decide(&mut desk, FileDecision::RefuseSigner);
    assert_eq!(desk.workbook.current(&place()), None);
}

#[test]
fn v06_a_signer_who_stayed_trusted_when_the_invitation_was_revoked_is_refused() {
    for keep in [true, false] {
        let mut desk = Desk::with(&["case-1"]);
        let file = desk.graded("csc", "case-1", "good").file.unwrap();
        assert_eq!(desk.workbook.decisions_on(&file), []);
        let fresh = EnrolmentSecret::from_bytes([9; 32]);
        desk.workbook.note_invitation(&slot("csc"), Hash::of(b"csc"), &stamp());
        let reason = "It went to a wrong address.";
        desk.workbook.revoke_invitation(&slot("csc"), fresh, keep, reason, &stamp()).unwrap();
        let refuse = FileDecision::RefuseSigner;
        assert!(desk.workbook.decisions_on(&file).contains(&refuse), "kept: {keep}");
        desk.workbook.decide_on(&file, refuse, "The laptop was stolen.", &stamp()).unwrap();
        assert_eq!(desk.workbook.current(&place()), None);
        assert!(!desk.workbook.decisions_on(&file).contains(&refuse));
    }
}
