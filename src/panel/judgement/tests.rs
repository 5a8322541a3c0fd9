//! What a judgement must say of itself.

use super::*;
use crate::panel::fixture::*;
use crate::panel::integration::Grid;
use crate::tool::Qualifier;

/// One case graded so in the area "risk".
fn desk(grades: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, grade) in grades {
        desk.graded(slot, "case-1", grade);
    }
    desk
}

fn judge(desk: &mut Desk, decision: Decision) -> Result<(), JudgementError> {
    desk.workbook.record_judgement(on_area("case-1", "risk"), decision, &stamp()).map(|_| ())
}

#[test]
fn n12_gradings_far_apart_are_judged_only_with_a_note_of_the_discussion() {
    let mut desk = desk(&[("csc", "good"), ("police", "inadequate")]);
    let silent = || Decision { discussion: " \n".into(), ..decision("good") };
    assert_eq!(judge(&mut desk, silent()), Err(JudgementError::NoteOfDiscussion));
    judge(&mut desk, decision("good")).unwrap();
    let kept = desk.workbook.judgement(&on_area("case-1", "risk")).unwrap();
    assert_eq!(kept.decision.discussion, "Read side by side.");
}

#[test]
fn n12_gradings_close_together_need_no_note() {
    let mut desk = desk(&[("csc", "good"), ("police", "adequate")]);
    judge(&mut desk, Decision { discussion: String::new(), ..decision("good") }).unwrap();
}

#[test]
fn n13_a_judgement_names_reason_roles_dissent_and_the_versions_it_rests_on() {
    let mut desk = desk(&[("csc", "good"), ("police", "adequate")]);
    let refused = [
        (Decision { reason: " ".into(), ..decision("good") }, JudgementError::NoReason),
        (Decision { present: vec![" ".into()], ..decision("good") }, JudgementError::NobodyPresent),
        (
            Decision { dissent: vec![Dissent::default()], ..decision("good") },
            JudgementError::DissentWithoutView,
        ),
        (
            Decision {
                dissent: vec![Dissent {
                    agency: Some("nobody".parse().unwrap()),
                    view: "Lower.".into(),
                    ..Dissent::default()
                }],
                ..decision("good")
            },
            JudgementError::DissentOfStranger,
        ),
    ];
    for (decision, error) in refused {
        assert_eq!(judge(&mut desk, decision), Err(error));
    }
    let dissent = Dissent {
        agency: Some("police".parse().unwrap()),
        view: "Lower.".into(),
        ..Dissent::default()
    };
    judge(&mut desk, Decision { dissent: vec![dissent.clone()], ..decision("good") }).unwrap();
    let kept = desk.workbook.judgement(&on_area("case-1", "risk")).unwrap();
    let decision = &kept.decision;
    assert_eq!(decision.verdict, Verdict::Grade { grade: grade("good"), qualifier: None });
    assert_eq!(decision.reason, LONG_REASON);
    assert_eq!(decision.met_on, "2026-03-19".parse::<NaiveDate>().unwrap());
    assert_eq!(decision.present, ["Chair", "Police"]);
    assert_eq!(decision.dissent, [dissent], "EC-25: stored, not averaged");
    let on: Vec<(&str, u32)> =
        kept.rests_on.iter().map(|on| (on.place.slot.as_str(), on.version)).collect();
    assert_eq!(on, [("csc", 1), ("police", 1)]);
}

#[test]
fn n14_a_grade_that_no_agency_gave_needs_thirty_words_of_reason() {
    let mut desk = desk(&[("csc", "good"), ("police", "good")]);
    let short = Decision { reason: "We all saw it so.".into(), ..decision("adequate") };
    let refused = JudgementError::DiffersFromAll { words: 5, least: 30 };
    assert_eq!(judge(&mut desk, short), Err(refused));
    judge(&mut desk, decision("adequate")).unwrap();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    assert!(grid.row(Some(&area("risk"))).unwrap().differs_from_all(&grade("adequate")));
}

#[test]
fn n14_where_nobody_graded_there_is_nothing_to_differ_from() {
    let mut desk = desk(&[]);
    judge(&mut desk, Decision { reason: "From the minutes.".into(), ..decision("good") }).unwrap();
}

#[test]
fn n15_better_than_an_agencys_inadequate_only_with_why_the_risk_is_lower() {
    let mut desk = desk(&[("csc", "adequate"), ("police", "inadequate")]);
    let silent = |to| Decision { lower_risk: String::new(), ..decision(to) };
    assert_eq!(judge(&mut desk, silent("adequate")), Err(JudgementError::WhyLowerRisk));
    judge(&mut desk, silent("inadequate")).unwrap();
    judge(&mut desk, decision("adequate")).unwrap();
}

#[test]
fn n16_a_grade_or_a_qualifier_that_is_not_offered_is_refused() {
    let mut desk = desk(&[("csc", "good"), ("police", "good")]);
    // On this scale only a whole case is outstanding; the other is of another scale.
    for id in ["outstanding", "requires-improvement"] {
        assert_eq!(judge(&mut desk, decision(id)), Err(JudgementError::GradeNotOffered), "{id}");
    }
    let features: QualifierId = "outstanding-features".parse().unwrap();
    let qualified = |id: &str| {
        let qualifier = Some(features.clone());
        Decision { verdict: Verdict::Grade { grade: grade(id), qualifier }, ..decision(id) }
    };
    let refused = Err(JudgementError::QualifierNotOffered);
    assert_eq!(judge(&mut desk, qualified("good")), refused);
    desk.workbook.record.plan.round.tool.scale.qualifiers.push(Qualifier {
        id: features.clone(),
        label: "with outstanding features".into(),
        of: vec![grade("good")],
    });
    assert_eq!(judge(&mut desk, qualified("adequate")), refused, "only good may carry it");
    assert_eq!(judge(&mut desk, qualified("good")), Ok(()));
}

#[test]
fn a_case_is_judged_overall_only_once_the_difference_to_the_child_is_said() {
    let mut desk = desk(&[("csc", "good")]);
    let overall = |desk: &mut Desk| {
        let judged = desk.workbook.record_judgement(on_case("case-1"), decision("good"), &stamp());
        judged.map(|_| ())
    };
    assert_eq!(overall(&mut desk), Err(JudgementError::NoDifferenceRecorded));
    desk.workbook.record_difference(difference("case-1")).unwrap();
    overall(&mut desk).unwrap();
}

#[test]
fn what_is_deferred_is_counted_nowhere_until_it_is_judged() {
    let mut desk = desk(&[("csc", "good"), ("police", "inadequate")]);
    let later = Decision {
        verdict: Verdict::Deferred,
        reason: "The police are to bring the log.".into(),
        ..decision("good")
    };
    judge(&mut desk, later).unwrap();
    let risk = crate::panel::integration::distribution(&desk.workbook, Some(&area("risk")));
    assert_eq!(risk.judged, 0);
    judge(&mut desk, decision("good")).unwrap();
    let risk = crate::panel::integration::distribution(&desk.workbook, Some(&area("risk")));
    assert_eq!(risk.judged, 1);
}

#[test]
fn a_judgement_of_an_older_workbook_still_opens() {
    let older = serde_json::json!({
        "subject": { "case": "case-1", "area": "risk" },
        "decision": { "verdict": { "grade": { "grade": "good" } }, "reason": "All agreed.",
                      "met_on": "2026-03-19", "present": ["Chair"] },
        "rests_on": [], "stamp": { "by": "Coordinator", "at": "2026-03-19T09:00:00Z" },
    });
    let judgement: Judgement = serde_json::from_value(older).unwrap();
    assert_eq!(judgement.decision.meeting, None);
}
