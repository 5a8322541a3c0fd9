//! The paragraph on limitations, from what happened in a round.

use super::*;
use crate::panel::expectation::Expectation;
use crate::panel::fixture::*;
use crate::panel::meeting::Meeting;
use crate::panel::meeting::fixture::{interest, meeting};

fn sentences(desk: &Desk) -> Vec<String> {
    let today = "2026-03-20".parse().unwrap();
    k03_limitations(&desk.workbook, today).into_iter().map(|one| one.sentence).collect()
}

fn all_come(cases: &[&str]) -> Desk {
    let mut desk = Desk::with(cases);
    for case_ref in cases {
        for (slot, _) in SLOTS {
            desk.graded(slot, case_ref, "good");
        }
    }
    desk
}

#[test]
fn k03_a_round_with_nothing_missing_says_so() {
    let desk = all_come(&["case-1"]);
    assert_eq!(sentences(&desk), Vec::<String>::new());
    assert_eq!(
        limitations_paragraph(&[]),
        "Every return that was asked for came in time, and nothing was left out."
    );
}

#[test]
fn k03_every_kind_of_limitation_has_its_sentence() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
    let mut late = desk.draft("csc", "case-1").grade("risk", "good");
    late.auditor.independent_of_case = Some(false);
    desk.admit(signed_off_at(late, "2026-03-12T09:00:00Z"));
    for slot_id in ["csc", "police", "health.hv", "health.sn"] {
        desk.graded(slot_id, "case-2", "good");
    }
    desk.graded("school", "case-2", "requires-improvement");
    let place = |slot_id: &str| ReturnKey {
        case: case("case-1"),
        slot: slot(slot_id),
        agency: slot_id.parse().unwrap(),
    };
    let declined = Expectation::Declined;
    desk.workbook.expect(&place("police"), declined, "Legal advice.", &stamp()).unwrap();
    desk.workbook.take_out(&case("case-3"), "family moved", None, &stamp()).unwrap();
    let held = Meeting { conflicts: vec![interest("case-2")], ..meeting("m1", "2026-03-19") };
    desk.workbook.record_meeting(held).unwrap();
    desk.admit(from_a_stranger(desk.draft("school", "case-1")));

    assert_eq!(
        sentences(&desk),
        [
            "One case was withdrawn and is not counted: case-3 (family moved).",
            "Three returns that were asked for did not come: health, health.hv (case-1); \
             health, health.sn (case-1); school (case-1).",
            "One return was declined by the agency: police (case-1).",
            "One return came late: csc (case-1).",
            "One return was completed by somebody who holds or supervises the case: csc (case-1).",
            "One return graded on another scale, and these grades were not compared with the \
             others: school (case-2).",
            "In one area of a case only one agency gave a grade.",
            "In one case somebody on the panel declared an interest: case-2.",
            "One file could not be trusted and was not used.",
        ]
    );

    let school = ReturnKey { case: case("case-2"), ..place("school") };
    let why = "Read against our own descriptors.";
    desk.workbook
        .record_regrade(&on_area("case-2", "risk"), &school, &grade("adequate"), why, &stamp())
        .unwrap();
    let anew = "One return graded on another scale, and the panel graded the work anew on the \
                scale of this audit: school (case-2).";
    assert!(sentences(&desk).contains(&anew.to_owned()), "{:?}", sentences(&desk));
}

#[test]
fn v05_a_return_that_came_in_time_and_was_corrected_since_is_no_limitation() {
    let mut desk = all_come(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    let row = desk.admit(signed_off_at(first.corrected(), "2026-03-18T09:00:00Z"));
    assert_eq!(row.outcome, crate::panel::ImportOutcome::Replaces { version: 1 });
    assert_eq!(sentences(&desk), Vec::<String>::new());
}
