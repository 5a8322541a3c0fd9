//! From a frame to the round's cases.

use std::collections::BTreeSet;

use super::*;
use crate::envelope::Hash;
use crate::panel::Workbook;
use crate::panel::fixture::*;
use crate::round::Month;
use crate::round::sampling::Families;
use crate::store::{RoundKeys, RoundRecord};

fn attribute(id: &str) -> AttributeId {
    AttributeId::new(id).unwrap()
}

/// References in an order that a reader can follow.
pub(in crate::panel) fn references() -> impl FnMut() -> CaseRef {
    let mut count = 0;
    move || {
        count += 1;
        case(&["new-", &count.to_string()].concat())
    }
}

/// A round of two cases, set up for a draw from six candidates.
pub(in crate::panel) fn workbook() -> Workbook {
    let mut workbook = Desk::with(&["case-1", "case-2"]).workbook;
    workbook.begin_sampling(&[attribute("gender"), attribute("age")]);
    let table = "Female\tUnder 1\nFemale\t1 to 4\nFemale\t1 to 4\nMale\t5 to 10\nFemale\t\nMale\t";
    workbook.change_frame(|frame| frame.paste(table), &stamp()).unwrap();
    workbook
}

pub(in crate::panel) fn drawn(workbook: &mut Workbook, size: u32) -> Vec<u32> {
    let request = DrawRequest { seed: "4711".into(), size, families: Families::AsDrawn };
    workbook.s02_draw_cases(&request, &stamp()).unwrap().drawn
}

pub(in crate::panel) fn settled(numbers: &[u32]) -> Workbook {
    let mut workbook = workbook();
    let numbers: BTreeSet<u32> = numbers.iter().copied().collect();
    workbook.settle_cases(&numbers, references(), &stamp()).unwrap();
    workbook
}

pub(in crate::panel) fn labels(workbook: &Workbook) -> Vec<(&str, &str)> {
    let cases = workbook.plan().cases.iter();
    cases.map(|case| (case.label.as_str(), case.case_ref.as_str())).collect()
}

pub(in crate::panel) fn logged(workbook: &Workbook) -> Vec<String> {
    let lines = crate::report::log_lines(workbook).into_iter().map(|line| line.what);
    lines.filter(|what| !what.starts_with("Import")).collect()
}

#[test]
fn s02_a_draw_is_kept_in_workbook_and_log_and_can_be_done_again_from_either() {
    let mut workbook = workbook();
    workbook.change_frame(|frame| frame.exclude(2, "Criminal trial"), &stamp()).unwrap();
    assert_eq!(drawn(&mut workbook, 3), [5, 6, 1]);
    let told = [
        "Cases to choose from: 6, excluded: 0",
        "Cases to choose from: 6, excluded: 1",
        "Draw 1, seed 4711, numbers drawn: 5, 6, 1",
    ];
    assert_eq!(logged(&workbook), told);
    workbook.settle_cases(&[5, 6, 1].into(), references(), &stamp()).unwrap();
    let record = RoundRecord::of(workbook.record().clone(), RoundKeys::default(), stamp().at);
    let again = RoundRecord::from_text(&record.to_text()).unwrap();
    assert_eq!(again, record, "a browser opens what was kept");
    let draws = &Workbook::from_record(again.workbook).sampling().draws.clone();
    assert_eq!(draws[0].again(), [5, 6, 1]);
    assert_eq!(draws[0].excluded[0].reason, "Criminal trial");
}

#[test]
fn those_chosen_become_the_rounds_cases_for_every_auditor() {
    let workbook = settled(&[5, 1, 6]);
    let cases = [("Case 1", "new-1"), ("Case 2", "new-2"), ("Case 3", "new-3")];
    assert_eq!(labels(&workbook), cases);
    let of_all = workbook.plan().slots.iter().all(|slot| slot.cases.len() == 3);
    assert!(of_all);
    let number = |case_ref: &str| workbook.sampling().candidate_of(&case(case_ref)).unwrap().number;
    assert_eq!(["new-1", "new-2", "new-3"].map(number), [1, 5, 6]);
    assert!(workbook.invitation(&slot("police")).unwrap().cases.len() == 3);
}

#[test]
fn who_was_chosen_before_keeps_the_reference() {
    let mut workbook = settled(&[1, 5]);
    let mut fresh = ["again-1"].map(case).into_iter();
    workbook.settle_cases(&[4, 5].into(), || fresh.next().unwrap(), &stamp()).unwrap();
    assert_eq!(labels(&workbook), [("Case 1", "again-1"), ("Case 2", "new-2")]);
}

#[test]
fn cases_stay_as_they_are_once_an_agency_knows_them() {
    let mut workbook = settled(&[1, 5]);
    workbook.note_invitation(&slot("police"), Hash::of(b"file"), &stamp());
    let again = workbook.settle_cases(&[1, 4].into(), references(), &stamp());
    assert_eq!(again, Err(SampleError::Issued));
    assert_eq!(labels(&workbook), [("Case 1", "new-1"), ("Case 2", "new-2")]);
}

#[test]
fn nothing_is_settled_of_what_cannot_be_chosen() {
    let mut workbook = workbook();
    workbook.change_frame(|frame| frame.exclude(2, "Appeal"), &stamp()).unwrap();
    let mut settle = |numbers: &[u32]| {
        let numbers: BTreeSet<u32> = numbers.iter().copied().collect();
        workbook.settle_cases(&numbers, references(), &stamp())
    };
    assert_eq!(settle(&[]), Err(SampleError::NothingChosen));
    assert_eq!(settle(&[1, 2]), Err(SampleError::NotFree { number: 2 }));
    assert_eq!(settle(&[1, 9]), Err(SampleError::NotFree { number: 9 }));
    assert_eq!(labels(&workbook), [("case-1", "case-1"), ("case-2", "case-2")]);
}

#[test]
fn a_frame_changes_as_a_whole_or_not_at_all() {
    let mut workbook = workbook();
    let before = workbook.sampling().clone();
    let wrong = |frame: &mut Sampling| {
        frame.audited(1, Some(Month { year: 2026, month: 1 }))?;
        frame.exclude(9, "Not there")
    };
    assert!(workbook.change_frame(wrong, &stamp()).is_err());
    assert_eq!(*workbook.sampling(), before);
}
