//! From a frame to the round's cases.

use std::collections::BTreeSet;

use super::*;
use crate::envelope::Hash;
use crate::panel::fixture::*;
use crate::panel::{Instead, Replacement, Workbook};
use crate::round::Month;
use crate::round::sampling::{Families, SampleWarning};
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
fn i08_the_saved_record_of_a_draw_withholds_who_was_excluded_and_can_be_done_again() {
    let mut workbook = workbook();
    let reason = "Mrs Quillfeather of SW1A 1AA is on trial";
    workbook.change_frame(|frame| frame.exclude(2, reason), &stamp()).unwrap();
    drawn(&mut workbook, 3);
    let saved = workbook.i08_draw_to_save(1, stamp().at).unwrap();
    assert_eq!(saved.excluded[0].reason, "[name withheld] of [postcode withheld] is on trial");
    assert_eq!(saved.again(), [5, 6, 1]);
    assert_eq!(workbook.sampling().draws[0].excluded[0].reason, reason, "the panel keeps it");
    assert!([0, 2].iter().all(|number| workbook.i08_draw_to_save(*number, stamp().at).is_none()));
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

/// Number 4 is a boy; 1 and 2 are girls.
#[test]
fn s01_a_case_that_was_taken_out_is_chosen_no_more_and_leaves_its_gap() {
    let mut workbook = settled(&[1, 4]);
    let instead = Replacement { by: Instead::Number(2), reference: case("new-9") };
    workbook.take_out(&case("new-2"), "Family moved", Some(instead), &stamp()).unwrap();
    let chosen = workbook.chosen_numbers();
    assert_eq!(chosen, BTreeSet::from([1, 2]));
    let spread = workbook.sampling().spread(&chosen);
    let gaps: Vec<&str> = spread[0].gaps().map(|gap| gap.label.as_str()).collect();
    assert_eq!(gaps, ["Male"]);
    let warnings = workbook.sampling().warnings(&chosen, stamp().at.date_naive());
    let rules: Vec<&str> = warnings.iter().map(SampleWarning::rule).collect();
    assert_eq!(rules, ["S-01"]);
}

#[test]
fn v09_a_case_that_was_taken_out_stays_out_when_others_are_chosen() {
    let mut workbook = settled(&[1, 3, 5]);
    workbook.take_out(&case("new-2"), "Criminal trial", None, &stamp()).unwrap();
    let mut numbers = workbook.chosen_numbers();
    assert_eq!(numbers, BTreeSet::from([1, 5]));
    numbers.insert(6);
    let mut fresh = ["again-1"].map(case).into_iter();
    workbook.settle_cases(&numbers, || fresh.next().unwrap(), &stamp()).unwrap();
    let expected =
        [("Case 1", "new-1"), ("Case 2", "new-2"), ("Case 3", "new-3"), ("Case 4", "again-1")];
    assert_eq!(labels(&workbook), expected);
    assert_eq!(workbook.withdrawn_because(&case("new-2")), Some("Criminal trial"));
    assert_eq!(workbook.plan().open_cases().count(), 3);
    let only_out = workbook.settle_cases(&[3].into(), references(), &stamp());
    assert_eq!(only_out, Err(SampleError::NothingChosen));
    workbook.reinstate_case(&case("new-2"), "The trial is over", &stamp()).unwrap();
    assert!(workbook.plan().slots.iter().all(|slot| slot.cases.contains(&case("new-2"))));
}

#[test]
fn s02_a_case_that_is_excluded_after_it_was_drawn_is_chosen_no_more() {
    let mut workbook = workbook();
    let numbers = drawn(&mut workbook, 3);
    assert_eq!(numbers, [5, 6, 1]);
    workbook.change_frame(|frame| frame.exclude(6, "Criminal trial"), &stamp()).unwrap();
    let left = workbook.choosable(numbers);
    assert_eq!(left, BTreeSet::from([1, 5]));
    assert_eq!(workbook.settle_cases(&left, references(), &stamp()), Ok(()));
}
