//! A typo mended, a question dropped, another scale: what becomes of the answers.

use serde_json::json;

use super::super::testing::{at, id};
use super::*;
use crate::check::testing;
use crate::round::{Agency, InvitedCase};
use crate::store::{
    AnswerChange, AreaChange, Change, ImpactChange, LineChange, OverallChange, SheetChange,
    SignedVersion, apply, testing::evidence,
};
use crate::timescale::{AUDIT_DATE, Outcome, StatedLimit, TypedDate};
use crate::tool::fixture::{area, prompt, tool};
use crate::tool::{AnswerValue, AreaRole};

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
fn l14_an_answer_of_another_kind_falls_away_with_its_evidence_for_which_no_page_has_a_box() {
    let text = json!({ "kind": { "text": { "max_length": 100 } } });
    let new = tool(&json!([
        area("area-1", 1, &[prompt("1.1", &text), prompt("1.2", &json!({}))]),
        area("area-2", 2, &[prompt("2.1", &json!({}))]),
    ]));
    let moved = to(new);
    assert_eq!(
        fell_away(&moved),
        ["1.1 A question?: No | Nothing in the notes.", "1.2 A question?: At school"]
    );
    assert_eq!((moved.draft.answer(&id("1.1")), moved.draft.answer(&id("1.2"))), (None, None));
}

#[test]
fn l14_why_something_does_not_apply_falls_away_with_that_answer_and_evidence_stays() {
    let mut draft = draft();
    let answer = draft.answers.get_mut(&id::<PromptId>("1.1")).unwrap();
    answer.response = Some(Response::Value(AnswerValue::NotApplicable));
    answer.reason = "Nobody was there.".into();
    let mut new = old();
    let values = vec![AnswerValue::Yes, AnswerValue::No];
    new.areas[0].prompts[0].kind = PromptKind::Judgement { values };
    let moved = moved(&draft, &old(), &invitation(new), at("10:00:00")).unwrap();
    let label = AnswerValue::NotApplicable.label();
    assert_eq!(fell_away(&moved), [format!("1.1 A question?: {label} | Nobody was there.")]);
    let answer = moved.draft.answer(&id("1.1")).unwrap();
    assert_eq!((&answer.response, answer.evidence.as_str()), (&None, "Nothing in the notes."));
}

#[test]
fn l14_what_was_found_falls_away_where_an_area_holds_no_findings_any_more() {
    let mut new = old();
    (new.areas[1].role, new.areas[1].graded) = (Some(AreaRole::Learning), false);
    let moved = to(new);
    assert_eq!(fell_away(&moved), ["An area: Visits were kept."]);
    assert_eq!(moved.draft.area(&id("area-2")), None);
}

#[test]
fn l14_reasons_fall_away_with_their_grades_where_nothing_is_graded_any_more() {
    let mut draft = draft();
    draft.overall.reason = "Little was done.".into();
    let mut new = old();
    new.graded_by = GradedBy::Nothing;
    let moved = moved(&draft, &old(), &invitation(new), at("10:00:00")).unwrap();
    assert_eq!(
        fell_away(&moved),
        ["An area: good | On balance.", "Two grades: inadequate | Little was done."]
    );
    assert_eq!((moved.draft.area(&id("area-1")), moved.draft.overall.reason.as_str()), (None, ""));
}

/// The draft with minutes sent 14 working days after the conference, and a limit of the child's plan.
fn dated() -> DraftRecord {
    let mut record = DraftRecord::begin(draft(), Hash::of(b"old"), at("09:00:00"));
    let days = [("event-initial-conference", "2"), ("event-conference-minutes", "20")];
    for (key, day) in days.into_iter().chain([(AUDIT_DATE, "31")]) {
        let [day, month, year] = [day, "3", "2026"].map(str::to_owned);
        let typed = TypedDate { day, month, year, time: String::new() };
        record.apply(&Change::Sheet(SheetChange::Date(key.to_owned(), typed)));
    }
    record.apply(&Change::Sheet(SheetChange::Limit(id("visits"), "10".into())));
    for follows in derived(&record, &invitation(old()), today()) {
        record.apply(&follows);
    }
    record
}

fn today() -> NaiveDate {
    at("09:00:00").date_naive()
}

#[test]
fn ec14_a_draft_that_moved_is_held_against_the_limits_of_its_new_invitation() {
    let minutes = |record: &DraftRecord| {
        let results = &record.draft.timescales.as_ref().unwrap().results;
        let minutes = &results[&id("conference-minutes")];
        (minutes.interval, minutes.limit, minutes.outcome)
    };
    let record = dated();
    assert_eq!(minutes(&record), (Some(14), 15, Outcome::Met));
    let mut there = invitation(old());
    let stated = StatedLimit { limit: 13, unit: Unit::WorkingDays };
    there.limits.insert(id("conference-minutes"), stated);
    let moved = moved(&record.draft, &old(), &there, at("10:00:00")).unwrap();
    let next = record.after_moving(&moved, &there, Hash::of(b"new"), today());
    assert_eq!(minutes(&next), (Some(14), 13, Outcome::Missed), "and no date was edited");
}

#[test]
fn t06_a_limit_of_the_childs_plan_is_never_read_in_another_unit_than_it_was_typed_in() {
    let record = dated();
    let after = |limit, unit| {
        let mut there = invitation(old());
        there.limits.insert(id("visits"), StatedLimit { limit, unit });
        let (sheet, now) = (&record.worksheet, at("10:00:00"));
        let moved = moved(&record.draft, &old(), &there, now).unwrap();
        let moved = moved.t06_without_limits_of_other_units(sheet, &invitation(old()), &there, now);
        let next = record.after_moving(&moved, &there, Hash::of(b"new"), today());
        (fell_away(&moved), next.left_over.len(), next.worksheet.limits.len())
    };
    assert_eq!(after(20, Unit::WorkingDays), (vec![], 0, 1));
    let said = "Visits to the child: The limit in the child’s plan: 10 working days";
    assert_eq!(after(28, Unit::CalendarDays), (vec![said.to_owned()], 1, 0));
}

#[test]
fn t07_what_the_delay_meant_of_a_standard_that_is_gone_is_kept_in_words() {
    let mut before = draft();
    for standard in ["initial-conference", "visits"] {
        let text = ImpactChange::Text(["Of ", standard].concat());
        apply(&mut before, &Change::TimescaleImpact(id(standard), text));
    }
    let marked = Place::Timescale(id("visits")).text(TextPart::ImpactText).key();
    apply(&mut before, &Change::DoNotDisclose(marked, true));
    let mut there = invitation(old());
    let mut set = there.round.standards();
    set.standards.retain(|one| one.id.as_str() != "visits");
    there.round.timescales = Some(set);
    let now = at("10:00:00");
    let moved = moved(&before, &old(), &there, now).unwrap();
    let moved = moved.t07_without_impacts_of_other_standards(&invitation(old()), &there, now);
    assert_eq!(fell_away(&moved), ["Visits to the child: Of visits"]);
    assert_eq!(moved.fell_away[0].marked, [0]);
    let kept = moved.draft.timescale_impacts.keys().map(StandardId::as_str);
    assert_eq!(kept.collect::<Vec<_>>(), ["initial-conference"]);
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
    let moved = to(new.clone());
    let next = record.after_moving(&moved, &invitation(new), Hash::of(b"new"), today());
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
    let there = invitation(new);
    let moved = moved(&draft, &old(), &there, at("10:00:00")).unwrap();
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
    let record = record.after_moving(&moved, &there, Hash::of(b"new"), today());
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
fn l14_a_reason_for_no_grade_that_was_put_by_falls_away_with_the_grade_and_its_mark() {
    let mut record = DraftRecord::begin(draft(), Hash::of(b"old"), at("09:00:00"));
    let (because, reason) = (NonGrade::OutsideRole, "A neighbour told us.".to_owned());
    let none = Some(Grading::None { because, reason });
    for grading in [none, Some(Grading::Grade(id("good")))] {
        record.apply(&Change::Area(id("area-1"), AreaChange::Grading(grading.clone())));
        record.apply(&Change::Overall(OverallChange::Grading(grading)));
    }
    record.apply(&Change::DoNotDisclose("area-1_grade-outside-role".into(), true));
    let mut new = old();
    new.graded_by = GradedBy::Case;
    let (there, now) = (invitation(new.clone()), at("10:00:00"));
    let moved = moved(&record.draft, &old(), &there, now).unwrap();
    let fell = moved.fell_away.len();
    let moved = moved.l14_with_words_put_by(&record, &old(), &new, now);
    assert_eq!(fell_away(&moved)[fell..], ["An area: A neighbour told us."]);
    assert_eq!(moved.fell_away[fell].marked, [0]);
    let next = record.after_moving(&moved, &there, Hash::of(b"new"), today());
    let left: Vec<&str> = next.put_by.keys().map(String::as_str).collect();
    assert_eq!(left, ["overall-grade"], "the case is graded still");
}

#[test]
fn v11_what_earlier_programs_kept_of_earlier_questions_is_read_and_bears_no_mark() {
    let kept = r#"{"asked":"1.9","said":["Seen."],"at":"2027-03-01T10:00:00Z"}"#;
    let read: LeftOver = serde_json::from_str(kept).unwrap();
    assert_eq!((read.to_read().as_str(), read.is_marked()), ("Seen.", false));
    assert_eq!(serde_json::to_string(&read).unwrap(), kept);
}
