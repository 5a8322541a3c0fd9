use super::*;
use crate::audit_return::{Grading, NonGrade};
use crate::check::testing::{Case, area, item, prompt};
use crate::check::{ec01_text_is_about_this_child, guard_of};
use crate::id::CaseRef;
use crate::store::testing::at;
use crate::store::{AnswerChange, apply};
use crate::tool::{AnswerValue, Graph};

const LONG: &str = "The worker visited twice and spoke with both of them.";

/// The case beside, with a text wherever one can stand in the area of assessment.
fn beside() -> Case {
    let mut case = Case::complete();
    case.ret.case_ref = CaseRef::new("c-8m1").unwrap();
    case.ret.case_label = "Case 2".into();
    case.answered("4.4").evidence = "The interpreter is named.".into();
    case.answered("4.5").evidence = LONG.into();
    case.answer("4.7", AnswerValue::NotApplicable);
    case.answered("4.7").reason = "Nobody speaks another language.".into();
    let record = case.record("area-4");
    record.reason = "Checks were made at once.".into();
    record.impact.text = "This child slept better.".into();
    record.strengths[0].text = "Every agency was asked.".into();
    record.strengths[0].evidence = "Minutes of March.".into();
    case.add_concern("area-4");
    case
}

/// This case, in which nothing is written there yet.
fn here() -> Case {
    let mut case = Case::complete();
    case.ret.areas.remove(&area("area-4"));
    case
}

fn offers_in(here: &Case, there: &Case, id: &str) -> Vec<Offer> {
    let tool = &here.round.tool;
    let shown = Graph::compile(tool).shown(&here.ret);
    ec01_texts_to_copy(tool, &shown, tool.area(&area(id)).unwrap(), &here.ret, &there.ret)
}

fn offers(here: &Case, there: &Case) -> Vec<Offer> {
    offers_in(here, there, "area-4")
}

fn told(offers: &[Offer]) -> Vec<(String, &str)> {
    offers.iter().map(|one| (one.place.key(), one.text.as_str())).collect()
}

fn copy(here: &mut Case, chosen: &[Offer]) -> CopiedTexts {
    let mut count = 0;
    let mut fresh = || {
        count += 1;
        item(&format!("new-{count}"))
    };
    let copying = copied(&here.ret, chosen, "Case 2", &mut fresh);
    copying.changes.iter().for_each(|change| apply(&mut here.ret, change));
    copying
}

fn record_of(case: &Case) -> DraftRecord {
    DraftRecord::begin(case.ret.clone(), Hash::of(b"invitation"), at("09:00:00"))
}

#[test]
fn ec01_words_about_the_work_can_be_copied() {
    let offers = offers(&here(), &beside());
    let expected = [
        ("prompt-4.4-evidence".to_owned(), "The interpreter is named."),
        ("prompt-4.5-evidence".to_owned(), LONG),
        ("area-4_strengths-s1-text".to_owned(), "Every agency was asked."),
        ("area-4_concerns-k1-text".to_owned(), "The plan had no dates."),
        ("area-4_reason".to_owned(), "Checks were made at once."),
    ];
    assert_eq!(told(&offers), expected);
    assert_eq!(offers[2].evidence, "Minutes of March.");
    assert_eq!(offers[0].label, "4.4 A question? · evidence");
}

#[test]
fn ec01_what_the_tool_says_is_about_one_child_is_never_offered() {
    let (mut here, there) = (here(), beside());
    let tool = &mut here.round.tool;
    let assessment = tool.areas.iter_mut().find(|one| one.id == area("area-4")).unwrap();
    let seen_alone = assessment.prompts.iter_mut().find(|one| one.id == prompt("4.5")).unwrap();
    seen_alone.per_child = true;
    let texts = told(&offers(&here, &there)).iter().map(|one| one.0.clone()).collect::<Vec<_>>();
    assert!(!texts.contains(&"prompt-4.5-evidence".to_owned()), "{texts:?}");
    assert_eq!(texts.len(), 4);

    let tool = &mut here.round.tool;
    tool.areas.iter_mut().find(|one| one.id == area("area-4")).unwrap().per_child = true;
    assert_eq!(offers(&here, &there), []);
}

#[test]
fn ec01_no_answer_grade_or_impact_is_copied() {
    let (mut here, mut there) = (here(), beside());
    there.no_grade("area-4", NonGrade::InsufficientEvidence);
    let all = offers(&here, &there);
    let texts: String = all.iter().map(|one| one.text.clone()).collect();
    assert!(!texts.contains("The file does not hold it."), "{texts}");
    assert!(!texts.contains("slept better"), "{texts}");
    let answers = here.ret.answers.clone();
    copy(&mut here, &all);
    let record = here.ret.area(&area("area-4")).unwrap();
    assert_eq!((&record.grading, &record.impact), (&None, &Default::default()));
    assert_eq!((record.was_immediate_concern, record.marked_complete), (None, None));
    for (id, before) in answers {
        let after = here.ret.answer(&id).unwrap();
        assert_eq!((&after.response, after.source), (&before.response, before.source), "{id}");
    }
    assert_eq!(record.strengths[0].source, None, "where it stands is looked up for this child");
}

#[test]
fn ec01_what_either_return_hides_is_not_offered() {
    let (mut here, mut there) = (here(), beside());
    let keys = |here: &Case, there: &Case| -> Vec<String> {
        offers(here, there).iter().map(|one| one.place.key()).collect()
    };
    let follow_up = "prompt-4.6.a-evidence".to_owned();
    there.answered("4.6.a").evidence = "One of two was told.".into();
    here.answer("4.6", AnswerValue::Partly);
    assert!(!keys(&here, &there).contains(&follow_up), "hidden there");
    there.answer("4.6", AnswerValue::Partly);
    assert!(keys(&here, &there).contains(&follow_up), "asked in both");
    here.answer("4.6", AnswerValue::Yes);
    assert!(!keys(&here, &there).contains(&follow_up), "hidden here");

    let reason = "prompt-4.7-reason".to_owned();
    assert!(!keys(&here, &there).contains(&reason), "no box for it here");
    here.answer("4.7", AnswerValue::NotApplicable);
    assert!(keys(&here, &there).contains(&reason));

    there.ret.involvement.level = Some(crate::audit_return::InvolvementLevel::NotKnown);
    assert_eq!(keys(&here, &there), [""; 0], "a nil return shows no area");
}

#[test]
fn ec01_answers_in_words_are_offered_and_numbers_are_not() {
    let (here, mut there) = (here(), beside());
    there.respond("1.5", crate::audit_return::Response::Text("By train".into()));
    there.respond("1.4", crate::audit_return::Response::Text("twelve".into()));
    let found = offers_in(&here, &there, "area-1");
    assert_eq!(told(&found), [("prompt-1.5".to_owned(), "By train")]);
}

#[test]
fn ec01_nothing_is_written_over() {
    let (mut here, there) = (here(), beside());
    here.answered("4.5").evidence = "Seen once, at school. ".into();
    here.record("area-4").strengths.clear();
    here.record("area-4").concerns = there.ret.area(&area("area-4")).unwrap().concerns.clone();
    let chosen = offers(&here, &there);
    assert_eq!(chosen[1].beside, "Seen once, at school. ");
    assert!(chosen.iter().all(|one| !one.place.key().contains("concerns")), "it is here already");
    copy(&mut here, &chosen);
    let evidence = &here.ret.answer(&prompt("4.5")).unwrap().evidence;
    assert_eq!(*evidence, ["Seen once, at school.\n\n", LONG].concat());
    let record = here.ret.area(&area("area-4")).unwrap();
    assert_eq!(record.strengths[0].text, "Every agency was asked.");
    assert_eq!(record.strengths[0].evidence, "Minutes of March.");
    assert_eq!(record.concerns.len(), 1);
    assert_eq!(offers(&here, &there), [], "a second time there is nothing left to copy");
}

#[test]
fn ec01_copied_text_is_marked_until_it_is_changed() {
    let (mut here, there) = (here(), beside());
    let mut record = record_of(&here);
    let chosen = offers(&here, &there);
    let copying = copy(&mut here, &chosen);
    copying.changes.iter().for_each(|change| record.apply(change));
    assert_eq!(record.copied_from("prompt-4.5-evidence", LONG), Some("Case 2"));
    let line = "area-4_strengths-new-1-evidence";
    assert_eq!(record.copied_from(line, "Minutes of March."), Some("Case 2"));
    assert_eq!(record.copied_from("prompt-4.6-evidence", LONG), None);
    assert_eq!(record.copied_from("prompt-4.5-evidence", "The worker visited."), None);
    assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record.clone()));
    let exported = serde_json::to_string(&record.draft).unwrap();
    assert!(!exported.contains("Case 2"), "the mark is no part of the return: {exported}");
}

#[test]
fn ec01_undo_takes_out_what_nobody_has_changed_since() {
    let (mut here, there) = (here(), beside());
    here.answered("4.4").evidence = "Mine.".into();
    let before = here.ret.clone();
    let chosen = offers(&here, &there);
    let copying = copy(&mut here, &chosen);
    assert_eq!(copying.count(), 5);

    let mut untouched = here.ret.clone();
    let Undone { changes, kept } = copying.undone(&untouched);
    changes.iter().for_each(|change| apply(&mut untouched, change));
    assert_eq!((&untouched, kept), (&before, 0));

    let mine = AnswerChange::Evidence("Seen alone each time.".into());
    apply(&mut here.ret, &Change::Answer(prompt("4.5"), mine));
    let more = LineChange::Evidence("Minutes of May.".into());
    let strength = AreaChange::Strength(item("new-1"), more);
    apply(&mut here.ret, &Change::Area(area("area-4"), strength));
    let Undone { changes, kept } = copying.undone(&here.ret);
    changes.iter().for_each(|change| apply(&mut here.ret, change));
    assert_eq!(kept, 2);
    assert_eq!(here.ret.answer(&prompt("4.5")).unwrap().evidence, "Seen alone each time.");
    assert_eq!(here.ret.answer(&prompt("4.4")).unwrap().evidence, "Mine.");
    let record = here.ret.area(&area("area-4")).unwrap();
    assert_eq!(record.strengths[0].evidence, "Minutes of May.");
    assert_eq!((record.concerns.len(), record.reason.as_str()), (0, ""));
}

#[test]
fn ec01_the_same_words_are_asked_about_before_signing_all_the_same() {
    let (mut here, there) = (here(), beside());
    let chosen = offers(&here, &there);
    copy(&mut here, &chosen[1..2]);
    let guard = guard_of(&here.round, &here.ret, &[]);
    let tool = &here.round.tool;
    let notices = ec01_text_is_about_this_child(tool, &here.ret, &guard, [&there.ret]);
    let places: Vec<String> = notices.iter().map(|one| one.place.key()).collect();
    assert!(places.contains(&"prompt-4.5-evidence".to_owned()), "{places:?}");
}

#[test]
fn ec01_only_another_case_of_one_invitation_lies_beside() {
    let (here, there) = (record_of(&here()), record_of(&beside()));
    assert!(there.is_beside(&here));
    assert!(!here.is_beside(&here));
    let deleted = DraftRecord { deleted_at: Some(at("10:00:00")), ..there.clone() };
    assert!(!deleted.is_beside(&here));
    let elsewhere = DraftRecord { invitation: Hash::of(b"another"), ..there };
    assert!(!elsewhere.is_beside(&here));
}

#[test]
fn ec01_a_grade_of_this_case_stays_as_it_is() {
    let (mut here, there) = (here(), beside());
    here.grade("area-4", "adequate");
    let chosen = offers(&here, &there);
    copy(&mut here, &chosen);
    let grading = here.ret.grading(&area("area-4")).cloned();
    assert_eq!(grading, Some(Grading::Grade("adequate".parse().unwrap())));
}

#[test]
fn ec01_text_of_two_cases_joins_one_below_the_other_and_goes_again() {
    let (mut here, mut there) = (here(), beside());
    let first = offers(&here, &there);
    let before = here.ret.clone();
    there.answered("4.5").evidence = "A second case says more of it.".into();
    let second = offers(&here, &there);
    let one = copy(&mut here, &first[1..2]);
    let other = copy(&mut here, &second[1..2]);
    let evidence = here.ret.answer(&prompt("4.5")).unwrap().evidence.clone();
    assert_eq!(evidence, [LONG, "\n\nA second case says more of it."].concat());
    for texts in [other, one] {
        let undone = texts.undone(&here.ret);
        undone.changes.iter().for_each(|change| apply(&mut here.ret, change));
        assert_eq!(undone.kept, 0);
    }
    assert_eq!(here.ret, before);
}

#[test]
fn ec32_what_is_kept_from_practitioners_stays_so_when_it_is_copied() {
    let (mut here, mut there) = (here(), beside());
    let marked = ["area-4_strengths-s1-evidence", "prompt-4.5-evidence"];
    there.ret.do_not_disclose = marked.map(str::to_owned).to_vec();
    let before = here.ret.clone();
    let chosen = offers(&here, &there);
    let copying = copy(&mut here, &chosen);
    let expected = ["area-4_strengths-new-1-evidence", "prompt-4.5-evidence"];
    assert_eq!(here.ret.do_not_disclose, expected);
    let undone = copying.undone(&here.ret);
    undone.changes.iter().for_each(|change| apply(&mut here.ret, change));
    assert_eq!(here.ret, before, "taken out again, nothing of it is left");
}
