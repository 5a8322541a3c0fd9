//! From what is owed to what a report can be finished with.

use super::*;
use crate::audit_return::About;
use crate::panel::fixture::*;
use crate::panel::{
    CellState, DecisionError, FileDecision, Matrix, NewQuery, Outstanding, QuarantineReason,
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
    let opened = signed_off_at(desk.draft("csc", "case-1"), "2026-03-12T09:00:00Z");
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

fn accept(desk: &mut Desk, file: &Hash, accepted: bool) {
    desk.workbook.accept_return(file, accepted, "", &stamp()).unwrap();
}

/// The files of a round with versions, acceptances taken back, a file that left again, and one work in two files.
fn accepted_in_all_ways(desk: &mut Desk) -> Vec<Hash> {
    let first = desk.draft("csc", "case-1");
    let corrected = first.corrected();
    let superseded = desk.import(first).file.unwrap();
    accept(desk, &superseded, true);
    desk.import(corrected);
    let police = desk.graded("police", "case-1", "good").file.unwrap();
    let school = desk.graded("school", "case-1", "good").file.unwrap();
    for (file, accepted) in [(police, true), (police, false), (school, false), (school, true)] {
        accept(desk, &file, accepted);
    }
    let opened =
        arriving(desk.draft("health.hv", "case-1"), &key_of("health.hv").public_key().thumbprint());
    let same = opened.content.as_ref().unwrap().audit_return.clone();
    let visitors = desk.admit(opened).file.unwrap();
    accept(desk, &visitors, true);
    desk.admit(arriving(same, &stranger()));
    desk.batch = desk.workbook.begin_import(&stamp());
    let gone = desk.graded("health.sn", "case-1", "good").file.unwrap();
    accept(desk, &gone, true);
    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    let kept = desk.workbook.register().entries().map(|(file, _)| *file);
    kept.chain([gone]).collect()
}

#[test]
fn k02_the_last_decision_on_a_work_says_whether_it_is_accepted() {
    let mut desk = Desk::with(&["case-1"]);
    let files = accepted_in_all_ways(&mut desk);
    let accepted = |desk: &Desk| -> usize {
        files.iter().filter(|file| desk.workbook.is_accepted(file)).count()
    };
    assert_eq!(files.len(), 7);
    assert_eq!(accepted(&desk), 5, "all but the correction and the one that was taken back");
    assert_eq!(matrix(&desk).totals.accepted, 2, "of those that count");

    // The last decision on the one work, whichever of its files counted then.
    let visitors = desk.workbook.current(&place("health.hv", "case-1")).unwrap();
    let is_twin = |file: &&Hash| **file != visitors && desk.workbook.is_same_work(file, &visitors);
    let file = *files.iter().find(is_twin).unwrap();
    let taken_back = Acceptance { file, accepted: false, note: String::new(), stamp: stamp() };
    desk.workbook.record.panel.acceptances.push(taken_back);
    assert_eq!(accepted(&desk), 3);
    assert!(!cell(&desk, "health.hv").accepted);
}

#[test]
fn k02_the_list_of_what_is_expected_says_what_each_place_says_alone() {
    use Expectation::{AsPlanned, Declined, Extended, GoneWithout};
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let until = |day: &str| Extended { until: day.parse().unwrap() };
    let rows = [
        ("csc", [until("2026-03-18"), until("2026-03-27")]),
        ("police", [Declined, AsPlanned]),
        ("health.hv", [until("2026-03-27"), Declined]),
        ("school", [AsPlanned, GoneWithout]),
    ];
    for (slot_id, decided) in rows {
        for what in decided {
            expect(&mut desk, slot_id, what).unwrap();
        }
    }
    let expected = Expected::of(&desk.workbook);
    let mut decided = Vec::new();
    for (slot_id, case_ref) in SLOTS.iter().flat_map(|(id, _)| [(id, "case-1"), (id, "case-2")]) {
        let place = place(slot_id, case_ref);
        let alone = desk.workbook.expectation(&place).map(|one| one.what);
        assert_eq!(expected.of_place(&place), alone, "{place:?}");
        assert_eq!(desk.workbook.due_as(alone), desk.workbook.due(&place));
        decided.extend(alone);
    }
    assert_eq!(decided, [until("2026-03-27"), Declined, GoneWithout]);
    assert_eq!(cell(&desk, "csc").extended, "2026-03-27".parse().ok());
    assert_eq!(cell(&desk, "police").state, CellState::Expected { overdue: true });
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
    let apart = desk.admit(from_a_stranger(desk.draft("school", "case-1"))).file.unwrap();

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
    let all = chasers(&desk.workbook, TODAY.parse().unwrap());
    let owed: Vec<Outstanding> = all.iter().map(|(owed, _)| owed.clone()).collect();
    assert_eq!(owed, matrix(&desk).outstanding, "nobody was asked anything");
    let (_, text) = all.iter().find(|(one, _)| one.agency.as_str() == "health").unwrap();
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
    assert!(chasers(&desk.workbook, today).is_empty(), "nothing was sent");
    ask(&mut desk, "q2", "2026-03-25");
    let pack = desk.workbook.query_pack(&slot("police"), &stamp()).unwrap();
    desk.workbook.note_pack(&pack, Hash::of(b"the pack"), &stamp());
    let owed = chasers(&desk.workbook, today);
    let [(police, text)] = &owed[..] else { panic!("{owed:?}") };
    assert_eq!(police.agency.as_str(), "police");
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
