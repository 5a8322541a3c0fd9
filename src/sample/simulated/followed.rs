//! What simulated panels found, and the plan that they made of it.

use chrono::Days;

use super::super::seed::Numbers;
use super::{begun, stamp};
use crate::id::{ItemId, ThemeId};
use crate::panel::Workbook;
use crate::panel::actions::{Action, ActionStep, Body, Owner, Priority, Progress, Report};
use crate::panel::findings::{Fate, Finding, FindingScope, FindingSource, candidates, vocabulary};
use crate::panel::manuscript::{Passage, Place};

/// Few, so that several cases share one.
const THEMES: usize = 4;
/// One in so many strengths and concerns becomes a finding.
const TAKEN: usize = 5;
/// Most actions of a plan, beyond one.
const MORE_ACTIONS: usize = 9;

fn id(kind: &str, number: usize) -> ItemId {
    ItemId::new([kind, "-", &number.to_string()].concat()).expect("letters and digits")
}

/// Findings of cases, each on a theme.
pub(super) fn found(workbook: &mut Workbook, numbers: &mut Numbers) {
    let themes = vocabulary().into_iter().take(THEMES).map(|theme| theme.id);
    let themes: Vec<ThemeId> = themes.collect();
    for (number, candidate) in (1..).zip(candidates(workbook)) {
        let theme = numbers.pick(&themes).cloned();
        if numbers.below(TAKEN) > 0 {
            continue;
        }
        let finding = Finding {
            id: id("finding", number),
            kind: candidate.kind,
            scope: FindingScope::Case(candidate.source.place.case.clone()),
            text: "As the return says.".into(),
            themes: theme.into_iter().collect(),
            sources: vec![FindingSource::Return(candidate.source)],
            counted: None,
            fate: Fate::Kept,
            stamp: stamp(),
        };
        workbook.record_finding(finding).expect("it rests on a return that counts");
    }
}

/// One recommendation, and actions at every stage.
pub(super) fn planned(workbook: &mut Workbook, numbers: &mut Numbers) {
    let recommendation = id("recommendation", 1);
    workbook.record_passage(passage(&recommendation)).expect("it says something");
    for number in 0..=numbers.below(MORE_ACTIONS) {
        let action = action(id("action", number), &recommendation);
        let of = action.id.clone();
        workbook.record_action(action).expect("it answers the recommendation");
        for step in steps(numbers.below(6)) {
            let recorded = workbook.record_action_step(&of, step, &stamp());
            recorded.expect("each step follows the one before");
        }
    }
}

fn passage(id: &ItemId) -> Passage {
    Passage {
        text: "Agencies should see children sooner.".into(),
        ..Passage::begin(id.clone(), Place::Recommendation, stamp())
    }
}

fn owner(role: &str) -> Owner {
    Owner { body: Body::Board, role: role.into() }
}

fn action(id: ItemId, recommendation: &ItemId) -> Action {
    let agreed = (begun() + Days::new(90)).date_naive();
    Action {
        id,
        recommendations: vec![recommendation.clone()],
        findings: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        text: "Write a checklist for strategy discussions".into(),
        outcome: "Children are seen sooner.".into(),
        measure: "Nine of ten records sampled have it.".into(),
        evidence_expected: "The checklist and the sample".into(),
        owner: owner("Head of safeguarding"),
        contributors: Vec::new(),
        agreed: Some(agreed),
        resources: "Two days".into(),
        start: None,
        due: Some(agreed + Days::new(90)),
        milestones: Vec::new(),
        priority: Priority::default(),
        audit_again: None,
        carried: None,
        stamp: stamp(),
    }
}

/// What has happened to an action.
fn steps(stage: usize) -> Vec<ActionStep> {
    let progress = |how: Progress| ActionStep::Reported(Report::Progress(how));
    let evidence = ActionStep::Reported(Report::Evidence("The checklist.".into()));
    let reason = || "No answer.".to_owned();
    let on = (begun() + Days::new(120)).date_naive();
    match stage {
        0 => Vec::new(),
        1 => vec![progress(Progress::OnTrack)],
        2 => vec![
            progress(Progress::AtRisk),
            ActionStep::Escalated { to: "Chair".into(), reason: reason() },
        ],
        3 => vec![progress(Progress::Complete), evidence],
        4 => vec![
            progress(Progress::Complete),
            evidence,
            ActionStep::Closed { reviewer: owner("Chair"), on },
        ],
        _ => vec![ActionStep::Superseded { by: None, reason: reason() }],
    }
}
