//! A typo mended, a question dropped, another scale: what becomes of the answers.

use serde_json::json;

use super::super::testing::{at, id};
use super::*;
use crate::audit_return::NonGrade;
use crate::check::testing;
use crate::round::{Agency, InvitedCase};
use crate::store::{
    AnswerChange, AreaChange, Change, LineChange, OverallChange, SignedVersion, apply,
    testing::evidence,
};
use crate::tool::AnswerValue;
use crate::tool::fixture::{area, prompt, tool};

/// An invitation with this tool; of the rest only place and case matter here.
fn invitation(tool: Tool) -> Invitation {
    let mut round = testing::round();
    round.tool = tool;
    let mut invitation = testing::invitation(&round);
    invitation.agency = Agency { id: id("police"), kind: id("police"), name: "Police".into() };
    invitation.cases = vec![InvitedCase { case_ref: id("case-3f9a"), label: "Case 3".into() }];
    invitation
}

fn old() -> Tool {
    let choice = json!({ "kind": { "choice": { "options": [
        { "id": "home", "label": "At home" }, { "id": "school", "label": "At school" } ] } } });
    tool(&json!([
        area("area-1", 1, &[prompt("1.1", &json!({})), prompt("1.2", &choice)]),
        area("area-2", 2, &[prompt("2.1", &json!({}))]),
    ]))
}

/// Every question of the old tool answered.
fn draft() -> Return {
    let invitation = invitation(old());
    let mut draft =
        Return::begin(&invitation, &id("case-3f9a"), id("ab12"), at("09:00:00")).unwrap();
    let answer =
        |prompt: &str, response| Change::Answer(id(prompt), AnswerChange::Response(Some(response)));
    let strength = |line| Change::Area(id("area-2"), AreaChange::Strength(id("s1"), line));
    let changes = [
        answer("1.1", Response::Value(AnswerValue::No)),
        evidence("Nothing in the notes."),
        answer("1.2", Response::Option(id("school"))),
        answer("2.1", Response::Value(AnswerValue::Yes)),
        Change::Answer(id("2.1"), AnswerChange::Evidence("Minutes of May.".into())),
        Change::Area(id("area-1"), AreaChange::Grading(Some(Grading::Grade(id("good"))))),
        Change::Area(id("area-1"), AreaChange::Reason("On balance.".into())),
        strength(LineChange::Text("Visits were kept.".into())),
        Change::Overall(OverallChange::Grading(Some(Grading::Grade(id("inadequate"))))),
        Change::GeneralComments("Well led.".into()),
    ];
    changes.iter().for_each(|change| apply(&mut draft, change));
    draft
}

fn to(new: Tool) -> Moved {
    moved(&draft(), &old(), &invitation(new), at("10:00:00")).unwrap()
}

fn fell_away(moved: &Moved) -> Vec<String> {
    let line = |one: &LeftOver| format!("{}: {}", one.asked, one.said.join(" | "));
    moved.fell_away.iter().map(line).collect()
}

#[test]
fn l14_a_mended_typo_moves_every_answer_and_nothing_falls_away() {
    let mut new = old();
    new.version = 2;
    new.areas[0].prompts[0].text = "A better question?".into();
    let moved = to(new.clone());
    assert_eq!(moved.draft.tool, new.reference());
    assert_eq!((moved.kept, fell_away(&moved)), (3, vec![]));
    let before = draft();
    assert_eq!(Return { tool: before.tool.clone(), ..moved.draft }, before);
}

#[test]
fn l14_a_question_and_an_area_that_are_gone_are_kept_in_words() {
    let mut new = old();
    new.areas.pop();
    new.areas[0].prompts.remove(0);
    let moved = to(new);
    assert_eq!(
        fell_away(&moved),
        [
            "1.1 A question?: No | Nothing in the notes.",
            "2.1 A question?: Yes | Minutes of May.",
            "An area: Visits were kept.",
        ]
    );
    assert_eq!(moved.kept, 1);
    assert_eq!(moved.draft.areas.len(), 1);
    assert_eq!(moved.draft.general_comments, "Well led.");
}

#[test]
fn l14_an_answer_of_another_kind_falls_away_and_its_evidence_stays() {
    let text = json!({ "kind": { "text": { "max_length": 100 } } });
    let new = tool(&json!([
        area("area-1", 1, &[prompt("1.1", &text), prompt("1.2", &json!({}))]),
        area("area-2", 2, &[prompt("2.1", &json!({}))]),
    ]));
    let moved = to(new);
    assert_eq!(fell_away(&moved), ["1.1 A question?: No", "1.2 A question?: At school"]);
    let answer = moved.draft.answer(&id("1.1")).unwrap();
    assert_eq!((&answer.response, answer.evidence.as_str()), (&None, "Nothing in the notes."));
}

#[test]
fn l14_grades_of_another_scale_fall_away_and_their_reasons_stay() {
    let mut new = old();
    new.scale.grades.iter_mut().for_each(|grade| grade.id = id(&format!("new-{}", grade.id)));
    let moved = to(new);
    assert_eq!(fell_away(&moved), ["An area: good", "Two grades: inadequate"]);
    assert_eq!(moved.draft.areas[&id("area-1")].reason, "On balance.");
    assert_eq!(moved.draft.overall.grading, None);
}

#[test]
fn l14_a_signed_return_moves_as_the_correction_of_what_was_signed() {
    let mut new = old();
    new.areas[0].prompts.remove(0);
    let mut record = DraftRecord::begin(draft(), Hash::of(b"old"), at("09:00:00"));
    let payload = Hash::of(b"payload");
    let signed =
        SignedVersion { version: 1, payload, at: at("09:30:00"), file: "{}".into(), sealed: None };
    record.signed.push(signed.clone());
    let next = record.after_moving(&to(new), Hash::of(b"new"));
    assert_eq!((next.draft.version, next.draft.previous), (2, Some(payload)));
    assert_eq!((next.signed, next.invitation), (vec![signed], Hash::of(b"new")));
    assert_eq!(next.left_over[0].said, ["No", "Nothing in the notes."]);
    assert!(next.last_change > record.last_change, "no file copy holds what moved");
}

#[test]
fn l14_a_draft_does_not_move_to_another_round_place_or_case() {
    let other = |change: fn(&mut Invitation)| {
        let mut invitation = invitation(old());
        change(&mut invitation);
        moved(&draft(), &old(), &invitation, at("10:00:00"))
    };
    assert_eq!(other(|one| one.round.id = id("another")), None);
    assert_eq!(other(|one| one.slot = id("police-2")), None);
    assert_eq!(other(|one| one.cases.clear()), None);
}

#[test]
fn v08_grades_of_another_scale_fall_away_whatever_they_are_called() {
    let mut new = old();
    new.scale.id = id("another-scale");
    let moved = to(new);
    assert_eq!(fell_away(&moved), ["An area: good", "Two grades: inadequate"]);
    assert_eq!(moved.draft.overall.grading, None);
}

#[test]
fn l14_a_grade_of_the_case_falls_away_where_nothing_is_graded_any_more() {
    let mut new = old();
    new.graded_by = GradedBy::Nothing;
    assert_eq!(to(new).draft.overall.grading, None);
}

#[test]
fn ec32_what_falls_away_says_itself_that_practitioners_must_not_read_it() {
    let mut draft = draft();
    let marks = ["area-2_strengths-s1-text", "general-comments", "prompt-1.1-evidence"];
    draft.do_not_disclose = marks.map(str::to_owned).to_vec();
    let mut new = old();
    new.areas.pop();
    new.areas[0].prompts.remove(0);
    let moved = moved(&draft, &old(), &invitation(new), at("10:00:00")).unwrap();
    let read: Vec<String> = moved.fell_away.iter().map(LeftOver::to_read).collect();
    assert_eq!(
        read,
        [
            "No\nPractitioners must not read this: Nothing in the notes.",
            "Yes\nMinutes of May.",
            "Practitioners must not read this: Visits were kept.",
        ]
    );
    let marked: Vec<bool> = moved.fell_away.iter().map(LeftOver::is_marked).collect();
    assert_eq!(marked, [true, false, true]);
    assert!(moved.draft.withholds("general-comments"), "what stays keeps its mark");
    let record = DraftRecord::begin(draft, Hash::of(b"old"), at("09:00:00"));
    let record = record.after_moving(&moved, Hash::of(b"new"));
    assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record));
}

#[test]
fn ec32_a_marked_reason_for_no_grade_falls_away_with_its_mark_and_what_was_chosen_bears_none() {
    let mut draft = draft();
    let (because, reason) = (NonGrade::OutsideRole, "A neighbour told us.".to_owned());
    draft.overall.grading = Some(Grading::None { because, reason });
    draft.do_not_disclose = vec!["overall-grade-outside-role".into()];
    let mut new = old();
    new.graded_by = GradedBy::Nothing;
    let moved = moved(&draft, &old(), &invitation(new), at("10:00:00")).unwrap();
    let overall = moved.fell_away.iter().find(|one| one.is_marked()).unwrap();
    assert_eq!(overall.marked, [1]);
    assert!(
        overall.to_read().ends_with("\nPractitioners must not read this: A neighbour told us.")
    );
}

#[test]
fn v11_what_earlier_programs_kept_of_earlier_questions_is_read_and_bears_no_mark() {
    let kept = r#"{"asked":"1.9","said":["Seen."],"at":"2027-03-01T10:00:00Z"}"#;
    let read: LeftOver = serde_json::from_str(kept).unwrap();
    assert_eq!((read.to_read().as_str(), read.is_marked()), ("Seen.", false));
    assert_eq!(serde_json::to_string(&read).unwrap(), kept);
}
