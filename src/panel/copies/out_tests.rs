//! Copies of returns that stopped counting after they had gone out.

use super::*;
use crate::panel::fixture::*;

fn place() -> ReturnKey {
    ReturnKey { case: case("case-1"), slot: slot("csc"), agency: "csc".parse().unwrap() }
}

fn sent() -> CopyStep {
    let risk_check = "The team manager, from the file".into();
    CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check }
}

fn record(desk: &mut Desk, step: CopyStep) -> Result<(), CopyError> {
    desk.workbook.record_copy(&place(), step, &stamp())
}

/// A return of children's social care of which a copy was sent, in an import of its own.
fn copied() -> Desk {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    desk.batch = desk.workbook.begin_import(&stamp());
    desk.graded("csc", "case-1", "good");
    record(&mut desk, sent()).unwrap();
    desk
}

fn out(desk: &Desk) -> Vec<(NotCounting, Option<String>)> {
    cp01_copies_out(&desk.workbook).into_iter().map(|out| (out.because, out.settled)).collect()
}

#[test]
fn cp01_a_copy_whose_case_is_taken_out_is_named_until_the_case_counts_again() {
    let mut desk = copied();
    assert_eq!(out(&desk), [], "its return counts");
    desk.workbook.take_out(&case("case-1"), "Wrong theme", None, &stamp()).unwrap();
    assert_eq!(copy_line(&desk.workbook, &place()), None);
    assert_eq!(out(&desk), [(NotCounting::CaseOut, None)]);
    desk.workbook.reinstate_case(&case("case-1"), "It is ours after all.", &stamp()).unwrap();
    assert_eq!(out(&desk), []);
    assert_eq!(copy_line(&desk.workbook, &place()).unwrap().state, CopyState::Sent);
}

#[test]
fn cp01_v10_a_copy_is_named_when_its_returns_import_is_taken_back() {
    let mut desk = copied();
    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(copy_worklist(&desk.workbook), []);
    assert_eq!(out(&desk), [(NotCounting::NoReturn, None)]);
}

#[test]
fn cp01_ec03_a_copy_is_named_when_its_return_is_corrected_to_a_nil_return() {
    let mut desk = copied();
    let file = desk.workbook.current(&place()).unwrap();
    let nil = desk.workbook.audit_return(&file).unwrap().corrected().nil();
    desk.import(nil);
    assert_eq!(copy_worklist(&desk.workbook), []);
    assert_eq!(out(&desk), [(NotCounting::Nil, None)]);
}

#[test]
fn cp01_of_what_does_not_count_nothing_goes_out_and_what_became_of_the_copy_is_recorded() {
    let mut desk = copied();
    desk.workbook.take_out(&case("case-1"), "Wrong theme", None, &stamp()).unwrap();
    assert_eq!(record(&mut desk, sent()), Err(CopyError::NoReturn));
    record(&mut desk, CopyStep::Response { text: "I went on Friday too.".into() }).unwrap();
    record(&mut desk, CopyStep::Acknowledged { role: "Team manager".into() }).unwrap();
    assert_eq!(out(&desk), [(NotCounting::CaseOut, None)], "an answer does not call it back");
    let blank = CopyStep::called_back(" ".into());
    assert_eq!(record(&mut desk, blank), Err(CopyError::NoReason));
    let reason = "The team manager has destroyed it.".to_owned();
    record(&mut desk, CopyStep::called_back(reason.clone())).unwrap();
    assert_eq!(out(&desk), [(NotCounting::CaseOut, Some(reason.clone()))]);
    let at = place();
    let steps = desk.workbook.copy_records(&at);
    let called_back: Vec<bool> = steps.map(|one| cp01_called_back(&desk.workbook, one)).collect();
    assert_eq!(called_back, [false, false, false, true], "not the sending, nor an answer");
    // Should the return count again, nobody has a copy of it.
    desk.workbook.reinstate_case(&case("case-1"), "It is ours after all.", &stamp()).unwrap();
    assert_eq!(copy_line(&desk.workbook, &place()).unwrap().state, CopyState::NotSent(reason));
}

#[test]
fn cp01_where_no_copy_was_sent_nothing_is_named() {
    let mut desk = copied();
    desk.graded("csc", "case-2", "good");
    let of_other = ReturnKey { case: case("case-2"), ..place() };
    let not_sent = CopyStep::not_sent("A trial is under way.".into());
    desk.workbook.record_copy(&of_other, not_sent.clone(), &stamp()).unwrap();
    let recorded = desk.workbook.copy_records(&of_other).next().unwrap();
    assert!(!cp01_called_back(&desk.workbook, recorded), "there was none");
    desk.workbook.take_out(&case("case-2"), "Wrong theme", None, &stamp()).unwrap();
    assert_eq!(out(&desk), []);
    let recorded = desk.workbook.record_copy(&of_other, not_sent, &stamp());
    assert_eq!(recorded, Err(CopyError::NoReturn), "there is nothing to call back");
}
