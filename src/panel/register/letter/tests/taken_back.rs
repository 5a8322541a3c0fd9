//! Returns that their agencies take back (V-01).

use super::*;
use crate::audit_return::{WithdrawnBy, withdrawal};
use crate::panel::copies::{CopyStep, NotCounting, Recipient, copy_worklist, cp01_copies_out};
use crate::panel::{
    CellState, FileDecision, FileGroup, JudgementState, Matrix, Subject, TakenBack, file_lines,
};

/// The signed version is taken back.
fn taken_back(desk: &Desk, draft: &Return, file: &[u8]) -> Vec<u8> {
    let opened = desk.workbook.opener().open("csc.json", file).content.unwrap();
    let invitation = desk.workbook.invitation(&draft.agency.slot).unwrap();
    let by = WithdrawnBy {
        role: "Service manager".into(),
        name: "Auditor 1".into(),
        reason: "It is about another child.".into(),
        at: at("2026-03-09T12:00:00Z"),
    };
    let made = withdrawal(draft, opened.payload, by, &invitation, &key().public_key());
    finished(&made.unwrap().unwrap().1, &key())
}

#[test]
fn a_withdrawn_return_no_longer_counts_until_it_is_corrected() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    desk.imports(&file);
    assert_eq!(desk.counting(), 1);
    let letter = taken_back(&desk, &draft, &file);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 1 });
    assert_eq!(desk.counting(), 0);
    let state = desk.workbook.register().entry(&Hash::of(&file)).map(|entry| &entry.state);
    assert_eq!(state, Some(&EntryState::Withdrawn { by: Hash::of(&letter) }));

    let opened = desk.workbook.opener().open("csc.json", &file).content.unwrap();
    let next = crate::audit_return::correction(opened.audit_return(), opened.payload);
    let corrected = signed(&desk, &next);
    desk.imports(&corrected);
    assert_eq!(desk.workbook.current(&place()), Some(Hash::of(&corrected)));
    let letter = desk.workbook.register().letter(&Hash::of(&letter)).unwrap();
    assert_eq!(letter.state, LetterState::Overtaken);
}

#[test]
fn v01_the_matrix_says_what_is_taken_back_why_and_by_which_file() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    let letter = taken_back(&desk, &draft, &file);
    let cell = |desk: &Desk| {
        let matrix = Matrix::of(&desk.workbook, at("2026-03-10T09:00:00Z").date_naive());
        let at = matrix.columns.iter().position(|one| one.slot == slot("csc")).unwrap();
        matrix.rows[0].cells[at].clone()
    };
    desk.imports(&letter);
    assert_eq!(desk.workbook.taken_back(), [], "it takes back a return that is not here");
    desk.imports(&file);
    let expected = TakenBack {
        place: place(),
        version: 1,
        reason: "It is about another child.".into(),
        at: at("2026-03-09T12:00:00Z"),
        file: "csc.json".into(),
        hash: Hash::of(&letter),
    };
    assert_eq!(desk.workbook.taken_back(), [expected]);
    let taken = cell(&desk);
    assert_eq!(taken.taken_back, Some(Hash::of(&letter)));
    assert!(matches!(taken.state, CellState::Expected { .. }), "a return is still to come");

    let opened = desk.workbook.opener().open("csc.json", &file).content.unwrap();
    let next = crate::audit_return::correction(opened.audit_return(), opened.payload);
    let corrected = signed(&desk, &next);
    desk.imports(&corrected);
    assert_eq!(desk.workbook.taken_back(), [], "the correction counts");
    assert_eq!(cell(&desk).taken_back, None);
}

#[test]
fn a_withdrawal_waits_for_its_return_and_then_holds() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    let letter = taken_back(&desk, &draft, &file);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::WithdrawalWaiting { version: 1 });
    assert_eq!(desk.imports(&file).outcome, ImportOutcome::TakenBack);
    assert_eq!(desk.counting(), 0);
}

#[test]
fn v04_a_withdrawal_reopens_what_was_judged_and_taking_it_out_again_mends_that() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    desk.imports(&file);
    let subject = Subject { case: case("case-1"), area: Some(area("risk")) };
    desk.workbook.record_judgement(subject.clone(), decision("good"), &stamp()).unwrap();
    let stands = |desk: &Desk| {
        let judgement = desk.workbook.judgement(&subject).unwrap();
        desk.workbook.state_of(judgement) == JudgementState::Stands
    };
    assert!(stands(&desk));
    desk.batch = desk.workbook.begin_import(&stamp());
    let letter = taken_back(&desk, &draft, &file);
    desk.imports(&letter);
    assert!(!stands(&desk));
    let gone = desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(gone, [Hash::of(&letter)]);
    assert!(stands(&desk));
    assert_eq!(desk.counting(), 1);
}

#[test]
fn v01_of_two_returns_in_conflict_the_one_that_is_taken_back_leaves_the_other_counting() {
    let mut desk = Desk::with(&["case-1"]);
    let one = draft(&desk);
    let other = one.clone().grade("risk", "adequate");
    let (first, second) = (signed(&desk, &one), signed(&desk, &other));
    desk.imports(&first);
    assert_eq!(desk.imports(&second).outcome, ImportOutcome::Conflict);
    let letter = taken_back(&desk, &one, &first);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 1 });
    assert_eq!(desk.workbook.current(&place()), Some(Hash::of(&second)));
    let state = &desk.workbook.register().entry(&Hash::of(&first)).unwrap().state;
    assert_eq!(*state, EntryState::Withdrawn { by: Hash::of(&letter) });
    assert_eq!(desk.workbook.taken_back(), [], "nothing is still to come");
}

#[test]
fn v01_a_return_that_is_held_is_taken_back() {
    let mut desk = Desk::with(&["case-1"]);
    let file = signed(&desk, &draft(&desk));
    let opened = desk.workbook.opener().open("csc.json", &file).content.unwrap();
    let next = crate::audit_return::correction(opened.audit_return(), opened.payload);
    let corrected = signed(&desk, &next);
    assert_eq!(desk.imports(&corrected).outcome, ImportOutcome::Held);
    let letter = taken_back(&desk, &next, &corrected);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 2 });
    assert_eq!(undecided(&desk), []);
    // What it corrected is not taken back, and was replaced all the same.
    desk.imports(&file);
    assert_eq!(desk.counting(), 0);
}

#[test]
fn v01_a_return_that_is_kept_apart_is_taken_back_and_does_not_count_once_it_is_accepted() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    let opened = desk.workbook.opener().open("csc.json", &file);
    assert_eq!(desk.admit(opened).token(), "breaks-rules");
    let letter = taken_back(&desk, &draft, &file);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 1 });
    desk.workbook.accept_content(&Hash::of(&file), "It is complete.", &stamp()).unwrap();
    assert_eq!(desk.counting(), 0);
}

#[test]
fn cp01_a_copy_whose_return_is_taken_back_does_not_leave_the_worklist_in_silence() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    desk.imports(&file);
    let risk_check = "The team manager, from the file".into();
    let sent = CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check };
    desk.workbook.record_copy(&place(), sent, &stamp()).unwrap();
    let letter = taken_back(&desk, &draft, &file);
    desk.imports(&letter);
    assert_eq!(copy_worklist(&desk.workbook), []);
    let out = cp01_copies_out(&desk.workbook).into_iter().map(|out| (out.because, out.file));
    assert_eq!(out.collect::<Vec<_>>(), [(NotCounting::TakenBack, Hash::of(&file))]);
}

#[test]
fn v06_a_withdrawal_kept_apart_for_good_stays_so_and_says_so_once_its_signer_is_trusted() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    let counts = desk.imports(&file).file.unwrap();
    let letter = taken_back(&desk, &draft, &file);
    let decide = |desk: &mut Desk, file: &Hash, decision| {
        desk.workbook.decide_on(file, decision, "Telephoned.", &stamp()).unwrap();
    };
    // Nobody trusts the laptop for a while, so that its letter is kept apart.
    let signer = key().public_key().thumbprint();
    desk.workbook.refuse_signer(signer, &slot("csc"), "It was stolen.", &stamp()).unwrap();
    desk.imports(&letter);
    let letter = Hash::of(&letter);
    decide(&mut desk, &letter, FileDecision::KeepApart);
    desk.workbook.trust_signer(signer, &slot("csc"), "It is found.", &stamp()).unwrap();

    assert_eq!(desk.workbook.current(&place()), Some(counts), "the return counts");
    let line = |desk: &Desk| {
        let line = file_lines(&desk.workbook).into_iter().find(|line| line.file == letter).unwrap();
        (line.group, line.standing)
    };
    let aside = "Set aside, as you decided".to_owned();
    assert_eq!(line(&desk), (FileGroup::StaysApart, aside));
    let offered = [FileDecision::ChooseVersion, FileDecision::RefuseSigner];
    assert_eq!(desk.workbook.decisions_on(&letter), offered);
    let again = Workbook::from_record(desk.workbook.record().clone());
    assert_eq!(again.register(), desk.workbook.register());
    // It can hold after all.
    decide(&mut desk, &letter, FileDecision::ChooseVersion);
    assert_eq!(desk.counting(), 0);
    assert_eq!(line(&desk), (FileGroup::Counts, "It stands".to_owned()));
}
