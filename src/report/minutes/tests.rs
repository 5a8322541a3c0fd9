use super::*;
use crate::panel::Dissent;
use crate::panel::fixture::*;
use crate::panel::meeting::fixture::{interest, meeting};
use crate::panel::meeting::{Absence, Present};
use crate::report::sheet::text_of;

const WANTED: &str = "
Panel meeting of 19 March 2026
A round, 2026
Confidential: minutes of the panel meeting of 19 March 2026

Who was there
-------------

Present
    Chair
    Service manager, csc

Absent, and why
    police: Court.

Sent a return by 30 April 2026 and were not there
    school

Interests
    Service manager, case-2: Manages whoever holds it. Left the room

case-1
------

What difference did it make to the child?
    Things got better for the child
    The child is safer.

risk
    good
    All three say so.
    Differing view, police, Inspector: Would have gone lower.
    Rests on: csc version 1, police version 1 and school version 1

To be done by Head of service
    Tell the team.

Open as on 30 April 2026
------------------------

case-2
    Not judged yet: risk

case-2
    Nothing says what difference the work made to the child

To be done by Head of service
    Tell the team.
";

#[test]
fn minutes_tell_who_was_there_what_was_decided_and_what_is_open() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    for slot in ["csc", "police", "school"] {
        desk.graded(slot, "case-1", "good");
    }
    desk.graded("csc", "case-2", "good");
    let mut held = Meeting {
        absent: vec![Absence { agency: "police".parse().unwrap(), note: "Court.".into() }],
        conflicts: vec![interest("case-2")],
        ..meeting("m1", "2026-03-19")
    };
    held.present.insert(0, Present { role: "Chair".into(), agency: None });
    let meeting = held.id.clone();
    desk.workbook.record_meeting(held).unwrap();
    let in_meeting = Decision {
        meeting: Some(meeting.clone()),
        reason: "All three say so.".into(),
        discussion: String::new(),
        lower_risk: String::new(),
        dissent: vec![Dissent {
            agency: Some("police".parse().unwrap()),
            role: "Inspector".into(),
            view: "Would have gone lower.".into(),
        }],
        ..decision("good")
    };
    desk.workbook.record_judgement(on_area("case-1", "risk"), in_meeting, &stamp()).unwrap();
    let difference = crate::panel::meeting::Difference {
        meeting: Some(meeting.clone()),
        ..difference("case-1")
    };
    desk.workbook.record_difference(difference).unwrap();
    desk.workbook
        .record_note(MeetingNote {
            id: "n1".parse().unwrap(),
            meeting: meeting.clone(),
            case: Some(case("case-1")),
            kind: NoteKind::Action("Head of service".into()),
            text: "Tell the team.".into(),
            outcome: String::new(),
            stamp: stamp(),
        })
        .unwrap();
    let today = "2026-04-30".parse().unwrap();
    let sheet = minutes(&desk.workbook, &meeting, today).unwrap();
    let text = text_of(&sheet).replace('\r', "");
    assert_eq!(text, WANTED.trim_start());
    assert_eq!(minutes(&desk.workbook, &"m9".parse().unwrap(), today), None);
}

fn held(desk: &mut Desk, id: &str, on: &str) -> ItemId {
    desk.workbook.record_meeting(meeting(id, on)).unwrap();
    id.parse().unwrap()
}

#[test]
fn minutes_of_an_earlier_meeting_leave_out_what_a_later_one_noted() {
    let mut desk = Desk::with(&["case-1"]);
    let (first, second) =
        (held(&mut desk, "m1", "2026-03-19"), held(&mut desk, "m2", "2026-04-02"));
    for (id, meeting, text) in
        [("n1", &first, "Tell the team."), ("n2", &second, "Ask the school.")]
    {
        let note = MeetingNote {
            id: id.parse().unwrap(),
            meeting: meeting.clone(),
            case: None,
            kind: NoteKind::Action("Head of service".into()),
            text: text.into(),
            outcome: String::new(),
            stamp: stamp(),
        };
        desk.workbook.record_note(note).unwrap();
    }
    let today = "2026-04-30".parse().unwrap();
    let told = |meeting: &ItemId| text_of(&minutes(&desk.workbook, meeting, today).unwrap());
    let (before, after) = (told(&first), told(&second));
    // Once where it was noted, once among what is open.
    assert_eq!(before.matches("Tell the team.").count(), 2, "{before}");
    assert_eq!(before.matches("Ask the school.").count(), 0, "{before}");
    assert!(after.contains("Tell the team.") && after.contains("Ask the school."), "{after}");
}

#[test]
fn n13_minutes_keep_what_a_later_meeting_decided_again() {
    let mut desk = Desk::with(&["case-1"]);
    for slot in ["csc", "police", "school"] {
        desk.graded(slot, "case-1", "good");
    }
    let (first, second) =
        (held(&mut desk, "m1", "2026-03-19"), held(&mut desk, "m2", "2026-04-02"));
    for (meeting, grade, says) in
        [(&first, "good", "Safer at home."), (&second, "adequate", "Safer at school only.")]
    {
        let made = Decision { meeting: Some(meeting.clone()), ..decision(grade) };
        desk.workbook.record_judgement(on_area("case-1", "risk"), made, &stamp()).unwrap();
        let said = crate::panel::meeting::Difference {
            meeting: Some(meeting.clone()),
            text: says.into(),
            ..difference("case-1")
        };
        desk.workbook.record_difference(said).unwrap();
    }
    let told = |meeting: &ItemId| {
        text_of(&minutes(&desk.workbook, meeting, "2026-04-30".parse().unwrap()).unwrap())
    };
    let (before, after) = (told(&first), told(&second));
    for wanted in ["    good", "Safer at home."] {
        assert!(before.contains(wanted) && !after.contains(wanted), "{before}\n{after}");
    }
    for wanted in ["    adequate", "Safer at school only."] {
        assert!(after.contains(wanted) && !before.contains(wanted), "{before}\n{after}");
    }
    // Once with the judgement, once with the difference; never with what stands.
    assert_eq!(before.matches(AGAIN).count(), 2, "{before}");
    assert_eq!(after.matches(AGAIN).count(), 0, "{after}");
}
