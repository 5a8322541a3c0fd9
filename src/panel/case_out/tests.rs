//! Cases taken out, replaced and counted again.

use std::collections::BTreeSet;

use super::*;
use crate::envelope::Hash;
use crate::panel::fixture::*;
use crate::panel::sampling::tests::{drawn, labels, logged, references, settled, workbook};
use crate::round::sampling::Sampling;

#[expect(clippy::unnecessary_wraps, reason = "as it is asked for")]
fn by(by: Instead) -> Option<Replacement> {
    Some(Replacement { by, reference: case("new-9") })
}

#[test]
fn v09_a_reason_is_of_a_kind_and_another_one_is_said_in_words() {
    let table = [
        ("moved", "", Ok("The family has moved away")),
        ("moved", " To another county ", Ok("The family has moved away: To another county")),
        ("other", "The file is lost", Ok("The file is lost")),
        ("other", " ", Err(CaseError::SayMore)),
        ("", "The file is lost", Err(CaseError::NoKind)),
        ("unheard-of", "", Err(CaseError::NoKind)),
    ];
    for (kind, more, wanted) in table {
        assert_eq!(v09_reason(kind, more), wanted.map(str::to_owned), "{kind} {more}");
    }
    let ids: BTreeSet<String> = out_reasons().into_iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), out_reasons().len(), "every reason has an id of its own");
    assert!(out_reasons().iter().all(|one| !one.label.trim().is_empty()));
}

#[test]
fn v09_a_case_is_taken_out_once_and_counted_again_once() {
    let mut desk = Desk::with(&["case-1"]);
    let out = |desk: &mut Desk, id: &str, reason: &str| {
        desk.workbook.take_out(&case(id), reason, None, &stamp())
    };
    assert_eq!(out(&mut desk, "case-1", " "), Err(CaseError::NoReason));
    assert_eq!(out(&mut desk, "case-9", "Moved"), Err(CaseError::UnknownCase));
    assert_eq!(out(&mut desk, "case-1", " Moved "), Ok(None));
    assert_eq!(desk.workbook.withdrawn_because(&case("case-1")), Some("Moved"));
    assert_eq!(out(&mut desk, "case-1", "Again"), Err(CaseError::OutAlready));
    let back = |desk: &mut Desk, reason: &str| {
        desk.workbook.reinstate_case(&case("case-1"), reason, &stamp())
    };
    assert_eq!(back(&mut desk, ""), Err(CaseError::NoReason));
    assert_eq!(back(&mut desk, "The court allows it"), Ok(()));
    assert_eq!(desk.workbook.withdrawn_because(&case("case-1")), None);
    assert_eq!(back(&mut desk, "Again"), Err(CaseError::Counts));
}

#[test]
fn edge13_a_case_that_is_out_already_can_be_given_another_in_its_place_later() {
    let mut workbook = settled(&[1, 5]);
    assert_eq!(workbook.take_out(&case("new-1"), "Complaint", None, &stamp()), Ok(None));
    let later =
        workbook.take_out(&case("new-1"), "The board agrees", by(Instead::Number(4)), &stamp());
    assert_eq!(later, Ok(Some(4)));
    assert_eq!(
        workbook.withdrawn_because(&case("new-1")),
        Some("Complaint"),
        "the first reason stands"
    );
    assert_eq!(workbook.replacement_of(&case("new-1")), Some(&case("new-9")));
}

/// The tickets of seed 4711 in order: 5, 6, 1, 2, 4, 3.
#[test]
fn edge13_the_next_of_the_draw_stands_in_for_a_withdrawn_case_with_the_reason() {
    let mut workbook = workbook();
    let numbers: BTreeSet<u32> = drawn(&mut workbook, 2).into_iter().collect();
    workbook.settle_cases(&numbers, references(), &stamp()).unwrap();
    workbook.note_invitation(&slot("police"), Hash::of(b"file"), &stamp());
    let case_ref = case("new-2");
    let replaced = |workbook: &mut Workbook, reason: &str| {
        workbook.take_out(&case_ref, reason, by(Instead::NextDrawn), &stamp())
    };
    assert_eq!(replaced(&mut workbook, " "), Err(CaseError::NoReason));
    assert_eq!(replaced(&mut workbook, "Family moved"), Ok(Some(1)));
    assert_eq!(replaced(&mut workbook, "Again"), Err(CaseError::Replaced));
    assert_eq!(workbook.plan().open_cases().count(), 2, "the withdrawn one no longer counts");
    assert_eq!(labels(&workbook)[2], ("Case 3", "new-9"));
    assert_eq!(workbook.replacement_of(&case_ref), Some(&case("new-9")));
    let draw = workbook.sampling().draws.last().unwrap();
    assert_eq!((draw.replaces.as_ref(), &draw.again()[..]), (Some(&case_ref), &[1][..]));
    assert!(workbook.place(&case("new-9"), &slot("police")).is_some());
    let told = logged(&workbook);
    assert_eq!(told.last().unwrap(), "Replaced by Case 3, number 1");
}

#[test]
fn s04_one_case_stands_in_for_another_although_the_draw_was_of_a_whole_family() {
    let mut workbook = workbook();
    let family = |frame: &mut Sampling| {
        frame.of_family(3, Some(1))?;
        frame.of_family(4, Some(1))
    };
    workbook.change_frame(family, &stamp()).unwrap();
    let families = Families::OneWholeFamily;
    let request = DrawRequest { seed: "4711".into(), size: 3, families };
    let numbers = workbook.s02_draw_cases(&request, &stamp()).unwrap().drawn;
    assert_eq!(numbers, [5, 4, 3]);
    let numbers: BTreeSet<u32> = numbers.into_iter().collect();
    workbook.settle_cases(&numbers, references(), &stamp()).unwrap();
    let next = workbook.take_out(&case("new-1"), "Moved", by(Instead::NextDrawn), &stamp());
    assert_eq!(next, Ok(Some(6)), "the next ticket after 5");
    assert_eq!(workbook.sampling().draws[1].again(), [6]);
}

#[test]
fn edge13_a_case_that_was_not_drawn_is_replaced_by_one_that_a_person_chose() {
    let mut workbook = settled(&[1, 5]);
    let replace = |workbook: &mut Workbook, instead| {
        workbook.take_out(&case("new-1"), "Complaint", by(instead), &stamp())
    };
    let none = replace(&mut workbook, Instead::NextDrawn);
    assert_eq!(none, Err(CaseError::Draw(DrawError::NoDraw)), "nothing was drawn at random");
    let taken = replace(&mut workbook, Instead::Number(5));
    assert_eq!(taken, Err(CaseError::NotFree { number: 5 }));
    assert_eq!(workbook.plan().open_cases().count(), 2, "nothing was withdrawn");
    assert_eq!(replace(&mut workbook, Instead::Number(4)), Ok(Some(4)));
}
