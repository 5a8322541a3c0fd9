//! Plans that were kept open today: `kept.json` is as the first program with a plan wrote it, never changed since.

use super::fixture::*;
use super::*;
use crate::panel::Workbook;
use crate::panel::fixture::{round_key, stamp};

/// A plan with something of every kind that can be recorded.
fn everything() -> Workbook {
    let mut book = planned();
    let milestone =
        Milestone { id: item("m1"), text: "Draft".into(), due: Some(day("2026-05-01")) };
    let board = || Owner { body: Body::Board, role: "Chair".into() };
    let full = Action {
        areas: vec!["risk".parse().unwrap()],
        themes: vec!["neglect".parse().unwrap()],
        contributors: vec![
            board(),
            Owner { body: Body::Other("Fire service".into()), role: "Lead".into() },
        ],
        start: Some(day("2026-04-01")),
        milestones: vec![milestone],
        ..action("a1")
    };
    book.record_action(full).unwrap();
    book.record_action(action("a2")).unwrap();
    let terms = RecommendationTerms {
        recommendation: item("r2"),
        addressed: vec!["The board".into()],
        no_action_because: "In the programme.".into(),
        stamp: stamp(),
    };
    book.record_recommendation_terms(terms).unwrap();
    book.ratify_plan(Some(day("2026-04-15")), "Full board", &stamp()).unwrap();
    let police = Body::Agency("police".parse().unwrap());
    reports(&mut book, "a1", Report::Note("Begun".into()));
    book.issue_sheet(item("s1"), &police, &stamp()).unwrap();
    for report in [
        Report::Progress(Progress::Complete),
        Report::CompletedOn(Some(day("2026-05-02"))),
        Report::Evidence("Seen".into()),
        Report::Impact("Sooner".into()),
        Report::DateAsked(Some(day("2026-09-01"))),
        Report::DateReason("Sickness".into()),
    ] {
        reports(&mut book, "a1", report);
    }
    let on = day("2026-05-03");
    for one in [
        ActionStep::Extended { due: day("2026-08-31"), reason: "Sickness".into() },
        ActionStep::MilestoneReached { milestone: item("m1"), on },
        ActionStep::Reviewed { on },
        ActionStep::Escalated { to: "Chair".into(), reason: "No post".into() },
        ActionStep::EscalationEnded { outcome: "A post".into() },
        ActionStep::Closed { reviewer: board(), on },
        ActionStep::Reopened { reason: "Not so".into() },
        ActionStep::Superseded { by: Some(item("a2")), reason: "Merged".into() },
    ] {
        step(&mut book, "a1", one).unwrap();
    }
    let challenge = Challenge {
        id: item("c1"),
        raised_by: owner("health", "Named nurse"),
        put_to: owner("police", "Head"),
        raised_on: day("2026-04-01"),
        issue: "Late notifications".into(),
        actions: vec![item("a1")],
        stamp: stamp(),
    };
    book.record_challenge(challenge).unwrap();
    for one in [
        ChallengeStep::Noted("Met".into()),
        ChallengeStep::TakenTo { level: "Directors".into(), reason: "No answer".into() },
        ChallengeStep::Resolved { outcome: "Agreed".into() },
        ChallengeStep::Reopened { reason: "Late again".into() },
    ] {
        let update = ChallengeUpdate { challenge: item("c1"), step: one, on, stamp: stamp() };
        book.record_challenge_step(update).unwrap();
    }
    let mut plan = book.plan().clone();
    plan.round.id = "round-2".parse().unwrap();
    let mut next = Workbook::new(plan, round_key());
    step(&mut book, "a1", ActionStep::Reopened { reason: "After all".into() }).unwrap();
    ap10_carry_forward(&book, &mut next, &stamp());
    let carried = next.record().panel.actions.actions.first().cloned().unwrap();
    book.record.panel.actions.actions.push(Action { id: item("a3"), ..carried });
    book
}

#[test]
fn a_plan_kept_by_the_first_program_that_had_one_opens_whole() {
    let kept: ActionRecords = serde_json::from_str(include_str!("kept.json")).unwrap();
    assert_eq!(kept, everything().record().panel.actions);
}

#[test]
fn a_workbook_of_before_there_was_a_plan_opens_with_an_empty_one() {
    let workbook = planned();
    let text = serde_json::to_string(workbook.record()).unwrap();
    assert!(!text.contains("\"actions\"") && !text.contains("\"baselines\""));
    let again = reopened(&workbook);
    assert_eq!(action_plan(&again, day("2026-04-01")).lines, []);
}
