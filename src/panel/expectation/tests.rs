//! From what is owed to what a report can be finished with.

use super::*;
use crate::audit_return::About;
use crate::panel::fixture::*;
use crate::panel::{
    CellState, DecisionError, FileDecision, Matrix, NewQuery, OpenedFile, QuarantineReason,
};

const TODAY: &str = "2026-03-20";

fn matrix(desk: &Desk) -> Matrix {
    Matrix::of(&desk.workbook, TODAY.parse().unwrap())
}

fn place(slot_id: &str, case_ref: &str) -> ReturnKey {
    let agency = slot_id.split('.').next().unwrap().parse().unwrap();
    ReturnKey { case: case(case_ref), slot: slot(slot_id), agency }
}

fn cell(desk: &Desk, slot_id: &str) -> crate::panel::Cell {
    let matrix = matrix(desk);
    let at = matrix.columns.iter().position(|column| column.slot == slot(slot_id)).unwrap();
    matrix.rows[0].cells[at].clone()
}

fn expect(desk: &mut Desk, slot_id: &str, what: Expectation) -> Result<(), DecisionError> {
    desk.workbook.expect(&place(slot_id, "case-1"), what, "By telephone.", &stamp())
}

fn gaps(desk: &Desk) -> Vec<Gap> {
    k02_gaps(&desk.workbook, TODAY.parse().unwrap())
}

#[test]
fn k02_the_matrix_tells_extended_declined_and_gone_without_apart() {
    let mut desk = Desk::with(&["case-1"]);
    let until = "2026-03-27".parse().unwrap();
    expect(&mut desk, "csc", Expectation::Extended { until }).unwrap();
    expect(&mut desk, "police", Expectation::Declined).unwrap();
    expect(&mut desk, "school", Expectation::GoneWithout).unwrap();
    assert_eq!(cell(&desk, "csc").state, CellState::Expected { overdue: false });
    assert_eq!(cell(&desk, "csc").extended, Some(until));
    assert_eq!(cell(&desk, "police").state, CellState::Declined);
    assert_eq!(cell(&desk, "school").state, CellState::GoneWithout);
    assert_eq!(cell(&desk, "health.hv").state, CellState::Expected { overdue: true });
    let totals = matrix(&desk).totals;
    let found = (totals.asked, totals.expected, totals.declined, totals.gone_without);
    assert_eq!(found, (5, 3, 1, 1));

    // A return that comes all the same counts; taking a decision back asks for it again.
    desk.graded("police", "case-1", "good");
    assert!(matches!(cell(&desk, "police").state, CellState::Received(_)));
    expect(&mut desk, "school", Expectation::AsPlanned).unwrap();
    assert_eq!(cell(&desk, "school").state, CellState::Expected { overdue: true });
}

#[test]
fn k02_more_time_is_time_after_the_rounds_date() {
    let mut desk = Desk::with(&["case-1"]);
    let until = |day: &str| Expectation::Extended { until: day.parse().unwrap() };
    let due = expect(&mut desk, "csc", until("2026-03-10"));
    assert_eq!(due, Err(DecisionError::NotLater));
    assert_eq!(expect(&mut desk, "csc", until("2026-03-11")), Ok(()));
}

#[test]
fn k02_a_decision_has_a_reason_and_is_about_a_return_that_was_asked_for() {
    let mut desk = Desk::with(&["case-1"]);
    let decline = |desk: &mut Desk, place: &ReturnKey, why: &str| {
        desk.workbook.expect(place, Expectation::Declined, why, &stamp())
    };
    let own = place("csc", "case-1");
    assert_eq!(decline(&mut desk, &own, " "), Err(DecisionError::NoReason));
    let other = place("csc", "case-9");
    assert_eq!(decline(&mut desk, &other, "So."), Err(DecisionError::UnknownCase));
    let wrong = ReturnKey { agency: "police".parse().unwrap(), ..own };
    assert_eq!(decline(&mut desk, &wrong, "So."), Err(DecisionError::UnknownSlot));
}

#[test]
fn v05_a_return_within_the_time_that_was_granted_is_not_late() {
    let mut desk = Desk::with(&["case-1"]);
    let key = key_of("csc").public_key().thumbprint();
    let mut opened = arriving(desk.draft("csc", "case-1"), &key);
    let content = opened.content.as_mut().unwrap();
    content.audit_return.sign_off.as_mut().unwrap().at = at("2026-03-12T09:00:00Z");
    let file = desk.admit(opened).file.unwrap();
    assert!(desk.workbook.late(&file).is_some());
    let until = "2026-03-12".parse().unwrap();
    expect(&mut desk, "csc", Expectation::Extended { until }).unwrap();
    assert_eq!(desk.workbook.late(&file), None);
}

#[test]
fn a_return_is_accepted_and_its_correction_has_to_be_accepted_anew() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1");
    let file = desk.import(first.clone()).file.unwrap();
    assert!(!cell(&desk, "csc").accepted);
    desk.workbook.accept_return(&file, true, "", &stamp()).unwrap();
    assert!(cell(&desk, "csc").accepted);
    assert_eq!(matrix(&desk).totals.accepted, 1);
    desk.import(first.corrected());
    assert!(!cell(&desk, "csc").accepted);
    let again = desk.workbook.accept_return(&file, true, "", &stamp());
    assert_eq!(again, Err(DecisionError::NothingToDecide), "it no longer counts");
}

#[test]
fn k02_a_report_waits_for_a_return_or_a_reason_and_for_every_file_apart() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    desk.workbook.take_out(&case("case-2"), "Wrong theme", None, &stamp()).unwrap();
    desk.graded("csc", "case-1", "good");
    let first = desk.draft("health.hv", "case-1");
    desk.import(first.corrected().grade("risk", "good"));
    desk.import(first.clone());
    desk.import(first.corrected().grade("risk", "adequate"));
    let stranger = key_of("a stranger").public_key().thumbprint();
    let mut opened = arriving(desk.draft("school", "case-1"), &stranger);
    opened.content.as_mut().unwrap().audit_return.enrolment_proof = None;
    let apart = desk.admit(OpenedFile { ..opened }).file.unwrap();

    let missing = |slot_id| Gap::Missing { place: place(slot_id, "case-1"), overdue: true };
    assert_eq!(
        gaps(&desk),
        [
            missing("police"),
            Gap::Conflict(place("health.hv", "case-1")),
            missing("health.sn"),
            missing("school"),
            Gap::Undecided(apart),
        ]
    );

    expect(&mut desk, "police", Expectation::Declined).unwrap();
    expect(&mut desk, "health.sn", Expectation::GoneWithout).unwrap();
    expect(&mut desk, "school", Expectation::GoneWithout).unwrap();
    let refused = desk.workbook.keep_apart(&apart, "", &stamp());
    assert_eq!(refused, Err(DecisionError::NoReason));
    desk.workbook.keep_apart(&apart, "Nobody there knows this key.", &stamp()).unwrap();
    assert_eq!(gaps(&desk), [Gap::Conflict(place("health.hv", "case-1"))]);

    // Trusting the key after all, on the page of this file, makes the decision void.
    let trust = FileDecision::TrustSigner;
    desk.workbook.decide_on(&apart, trust, "Read back.", &stamp()).unwrap();
    assert!(desk.workbook.stays_apart(&apart).is_none());
    let entry = desk.workbook.register().entry(&apart).unwrap();
    assert!(!matches!(&entry.state, crate::panel::EntryState::Quarantined { because }
        if because.iter().any(|one| matches!(one, QuarantineReason::UnknownSigner { .. }))));
}

#[test]
fn a_reminder_names_what_is_owed_by_public_labels() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    desk.graded("health.hv", "case-1", "good");
    let until = "2026-03-27".parse().unwrap();
    let granted = place("health.sn", "case-2");
    desk.workbook
        .expect(&granted, Expectation::Extended { until }, "Asked for.", &stamp())
        .unwrap();
    let owed = matrix(&desk).outstanding;
    let health = owed.iter().find(|one| one.agency.as_str() == "health").unwrap();
    let text = chaser(&desk.workbook, health, TODAY.parse().unwrap()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "To: health");
    assert_eq!(lines[3], "These returns were due on 10 March 2026 and have not reached us:");
    assert_eq!(lines[5], "- health.hv: case-2");
    assert_eq!(lines[6], "- health.sn: case-1 and case-2 (by 27 March 2026, as agreed)");
}

#[test]
fn a_reminder_asks_for_answers_too_also_where_every_return_has_come() {
    let today = TODAY.parse().unwrap();
    let mut desk = Desk::with(&["case-1"]);
    let plan = desk.workbook.plan().clone();
    for slot in &plan.slots {
        desk.graded(slot.id.as_str(), "case-1", "good");
    }
    let ask = |desk: &mut Desk, id: &str, by: &str| {
        let query = NewQuery {
            id: id.parse().unwrap(),
            place: place("police", "case-1"),
            about: About::Return,
            text: "Is this about the other child?".into(),
            answer_by: Some(by.parse().unwrap()),
            keeps: String::new(),
        };
        desk.workbook.write_query(query, &stamp()).unwrap();
    };
    ask(&mut desk, "q1", "2026-03-18");
    assert_eq!(owing(&desk.workbook, today), [], "nothing was sent");
    ask(&mut desk, "q2", "2026-03-25");
    let pack = desk.workbook.query_pack(&slot("police"), &stamp()).unwrap();
    desk.workbook.note_pack(&pack, Hash::of(b"the pack"), &stamp());
    let owed = owing(&desk.workbook, today);
    assert_eq!(owed.iter().map(|one| one.agency.as_str()).collect::<Vec<_>>(), ["police"]);
    let text = chaser(&desk.workbook, &owed[0], today).unwrap();
    let wanted = "- police: case-1 (two questions, to be answered by 18 March 2026, overdue)";
    assert!(text.lines().any(|line| line == wanted), "{text}");
    assert!(!text.contains("These returns") && !text.contains("other child"), "{text}");
}

#[test]
fn whom_to_ask_and_when_they_were_asked_is_kept() {
    let mut desk = Desk::with(&["case-1"]);
    let police = "police".parse().unwrap();
    let contact = AgencyContact {
        contact: "Review officer, force mailbox".into(),
        substitute: "Duty sergeant".into(),
    };
    desk.workbook.set_contact(&police, contact.clone(), &stamp()).unwrap();
    desk.workbook.note_chase(&police, &stamp()).unwrap();
    assert_eq!(desk.workbook.contact(&police), Some(&contact));
    assert_eq!(desk.workbook.chases(&police).count(), 1);
    let nobody = "nobody".parse().unwrap();
    assert!(desk.workbook.note_chase(&nobody, &stamp()).is_err());
}
