//! A meeting, from those present to what is left open.

use std::collections::BTreeSet;

use super::*;
use crate::panel::fixture::*;
use crate::panel::{Decision, JudgementError, ReturnKey, Verdict};

fn agency(id: &str) -> AgencyId {
    id.parse().unwrap()
}

fn present(role: &str, of: Option<&str>) -> Present {
    Present { role: role.into(), agency: of.map(agency) }
}

fn meeting(with: &[&str]) -> Meeting {
    let chair = present("Chair", None);
    let of = |id: &&str| present("Safeguarding lead", Some(id));
    Meeting {
        id: "m1".parse().unwrap(),
        held_on: "2026-03-19".parse().unwrap(),
        present: std::iter::once(chair).chain(with.iter().map(of)).collect(),
        absent: Vec::new(),
        conflicts: Vec::new(),
        stamp: stamp(),
    }
}

fn judge_in(desk: &mut Desk, id: &str) -> Result<(), JudgementError> {
    let decision = Decision { meeting: Some(id.parse().unwrap()), ..decision("good") };
    desk.workbook.record_judgement(on_area("case-1", "risk"), decision, &stamp()).map(|_| ())
}

#[test]
fn m01_without_an_essential_agency_nothing_is_judged_until_its_absence_is_noted() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    assert_eq!(judge_in(&mut desk, "m1"), Err(JudgementError::NoSuchMeeting));
    desk.workbook.record_meeting(meeting(&["police"])).unwrap();
    let missing = JudgementError::NotQuorate(vec![agency("csc")]);
    assert_eq!(judge_in(&mut desk, "m1"), Err(missing), "whoever holds the case is essential");

    let absent = |note: &str| Meeting {
        absent: vec![Absence { agency: agency("csc"), note: note.into() }],
        ..meeting(&["police"])
    };
    assert_eq!(desk.workbook.record_meeting(absent(" ")), Err(MeetingError::AbsenceWithoutNote));
    desk.workbook.record_meeting(absent("Ill; their return was read out.")).unwrap();
    judge_in(&mut desk, "m1").unwrap();
    assert_eq!(desk.workbook.meetings().len(), 1, "a correction is no second meeting");
}

#[test]
fn m01_the_panel_chooses_who_is_essential() {
    let mut desk = Desk::with(&["case-1"]);
    let chosen = BTreeSet::from([agency("police"), agency("health")]);
    desk.workbook.set_essential_agencies(chosen, &stamp()).unwrap();
    let quorum = desk.workbook.quorum(&meeting(&["health", "csc"]));
    assert_eq!(quorum.here, BTreeSet::from([agency("health")]));
    assert_eq!(quorum.missing, [agency("police")]);
    let stranger = BTreeSet::from([agency("nobody")]);
    let refused = desk.workbook.set_essential_agencies(stranger, &stamp());
    assert_eq!(refused, Err(MeetingError::UnknownAgency));
}

#[test]
fn m02_whoever_returned_may_attend_a_nil_return_too() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    let nil = desk.draft("school", "case-1").nil();
    desk.import(nil);
    let absent = desk.workbook.m02_returned_and_not_here(&meeting(&["csc", "police"]));
    assert_eq!(absent, [agency("school")]);
}

#[test]
fn m02_agencies_that_returned_are_present_when_their_own_case_is_judged() {
    let mut desk = Desk::with(&["case-1"]);
    for slot_id in ["csc", "police"] {
        desk.graded(slot_id, "case-1", "good");
    }
    let both = meeting(&["csc", "police"]);
    assert_eq!(desk.workbook.m02_returned_and_not_here(&both), []);
    desk.workbook.record_meeting(both).unwrap();
    judge_in(&mut desk, "m1").unwrap();
    let judgement = desk.workbook.judgement(&on_area("case-1", "risk")).unwrap();
    let of: Vec<&str> = judgement.rests_on.iter().map(|on| on.place.agency.as_str()).collect();
    assert_eq!(of, ["csc", "police"]);
}

#[test]
fn m03_an_interest_says_whose_which_and_what_was_done() {
    let mut desk = Desk::with(&["case-1"]);
    let with = |handled: &str, case_ref: &str| Meeting {
        conflicts: vec![ConflictOfInterest {
            role: "Team manager".into(),
            case: case(case_ref),
            interest: "Manages whoever holds the case".into(),
            handled: handled.into(),
        }],
        ..meeting(&["csc"])
    };
    let refused = desk.workbook.record_meeting(with("", "case-1"));
    assert_eq!(refused, Err(MeetingError::InterestIncomplete));
    let refused = desk.workbook.record_meeting(with("Left the room", "case-9"));
    assert_eq!(refused, Err(MeetingError::UnknownCase));
    desk.workbook.record_meeting(with("Left the room", "case-1")).unwrap();
}

#[test]
fn what_is_left_open_is_listed_case_by_case() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
    desk.graded("csc", "case-1", "good");
    let first = desk.draft("csc", "case-2").grade("risk", "good").grade("plan", "good");
    desk.import(first.clone());
    desk.graded("health.hv", "case-2", "good");
    desk.graded("health.sn", "case-2", "adequate");
    desk.graded("police", "case-1", "requires-improvement");
    desk.workbook.record_meeting(meeting(&["csc"])).unwrap();
    desk.workbook.record_difference(difference("case-2")).unwrap();
    let later = Decision {
        verdict: Verdict::Deferred,
        reason: "The log is to be read.".into(),
        ..decision("good")
    };
    desk.workbook.record_judgement(on_area("case-1", "risk"), later, &stamp()).unwrap();
    let plan = on_area("case-2", "plan");
    desk.workbook.record_judgement(plan.clone(), decision("good"), &stamp()).unwrap();
    desk.import(first.corrected());
    let question = MeetingNote {
        id: "n1".parse().unwrap(),
        meeting: "m1".parse().unwrap(),
        case: Some(case("case-1")),
        kind: NoteKind::Question(agency("police")),
        text: "Was the child seen that night?".into(),
        outcome: String::new(),
        stamp: stamp(),
    };
    desk.workbook.record_note(question.clone()).unwrap();

    let risk = |case_ref| on_area(case_ref, "risk");
    let open = [
        OpenItem::Deferred { subject: risk("case-1"), why: "The log is to be read.".into() },
        OpenItem::NotComparable { subject: risk("case-1"), agency: agency("police") },
        OpenItem::NoDifference(case("case-1")),
        OpenItem::NotJudged(risk("case-2")),
        OpenItem::AgencyDiffers { subject: risk("case-2"), agency: agency("health") },
        OpenItem::Reopened(plan),
        OpenItem::Note("n1".parse().unwrap()),
    ];
    assert_eq!(open_items(&desk.workbook), open);

    let answered = MeetingNote { outcome: "Yes, by the duty officer.".into(), ..question };
    desk.workbook.record_note(answered).unwrap();
    assert_eq!(open_items(&desk.workbook).len(), 6);
}

#[test]
fn a_note_says_something_of_somebody_in_a_meeting() {
    let mut desk = Desk::with(&["case-1"]);
    let note = |kind, text: &str| MeetingNote {
        id: "n1".parse().unwrap(),
        meeting: "m1".parse().unwrap(),
        case: None,
        kind,
        text: text.into(),
        outcome: String::new(),
        stamp: stamp(),
    };
    let refused = desk.workbook.record_note(note(NoteKind::Remark, "Heard."));
    assert_eq!(refused, Err(MeetingError::UnknownMeeting));
    desk.workbook.record_meeting(meeting(&["csc"])).unwrap();
    let rows = [
        (note(NoteKind::Remark, " "), MeetingError::NothingWritten),
        (note(NoteKind::Action(" ".into()), "Write."), MeetingError::NothingWritten),
        (note(NoteKind::Question(agency("nobody")), "Who?"), MeetingError::UnknownAgency),
    ];
    for (note, error) in rows {
        assert_eq!(desk.workbook.record_note(note), Err(error));
    }
}

#[test]
fn the_time_of_a_case_runs_while_it_is_before_the_panel_and_stops_for_a_break() {
    const MINUTE: u64 = 60_000;
    let meeting: ItemId = "m1".parse().unwrap();
    let mut times = CaseTimes::default();
    times.go_on(0);
    assert_eq!((times.minutes(MINUTE), times.is_stopped()), (0, false), "before any case");
    times.come_to(&meeting, &case("case-1"), 0);
    times.come_to(&meeting, &case("case-1"), 3 * MINUTE);
    assert_eq!(times.minutes(4 * MINUTE), 4, "another area of the case begins nothing anew");
    times.stop(5 * MINUTE);
    times.come_to(&meeting, &case("case-1"), 20 * MINUTE);
    assert_eq!((times.minutes(20 * MINUTE), times.is_stopped()), (5, true));
    times.go_on(20 * MINUTE);
    assert_eq!((times.minutes(22 * MINUTE), times.is_stopped()), (7, false));
    times.come_to(&meeting, &case("case-2"), 22 * MINUTE);
    assert_eq!(times.minutes(23 * MINUTE), 1);
    times.come_to(&meeting, &case("case-1"), 30 * MINUTE);
    assert_eq!(times.minutes(31 * MINUTE), 8, "what it was given before counts");
    times.come_to(&"m2".parse().unwrap(), &case("case-1"), 40 * MINUTE);
    assert_eq!(times.minutes(40 * MINUTE), 0, "another meeting is another time");
}

#[test]
fn hidden_names_have_one_letter_in_a_case_and_are_dealt_anew_in_the_next() {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"];
    let plan = Desk::with(&cases).workbook.plan().clone();
    let dealt = |case_ref: &str| -> Vec<(String, Option<usize>)> {
        let letters = Letters::of(&plan, &case(case_ref));
        let called = |(id, _): &(&str, &str)| {
            let agency = agency(id.split('.').next().unwrap());
            let place = ReturnKey { case: case(case_ref), slot: slot(id), agency };
            let Lettered { letter, auditor } = letters.place(&place).unwrap();
            (letter, auditor)
        };
        SLOTS.iter().map(called).collect()
    };
    let mut orders = BTreeSet::new();
    for case_ref in cases {
        let here = dealt(case_ref);
        let letters: BTreeSet<&str> = here.iter().map(|(letter, _)| letter.as_str()).collect();
        assert_eq!(letters, BTreeSet::from(["A", "B", "C", "D"]));
        assert_eq!(here[2].0, here[3].0, "two auditors of one agency share its letter");
        let auditors: Vec<Option<usize>> = here.iter().map(|(_, auditor)| *auditor).collect();
        assert_eq!(auditors, [None, None, Some(1), Some(2), None]);
        orders.insert(here);
    }
    assert!(orders.len() > 1, "the letters of one case say nothing of another");
    let stranger = ReturnKey { case: case("case-1"), slot: slot("csc"), agency: agency("nobody") };
    assert_eq!(Letters::of(&plan, &case("case-1")).place(&stranger), None);
}
