//! A plan with two recommendations, for tests of actions.

use chrono::NaiveDate;

use super::*;
pub(crate) use crate::check::testing::item;
use crate::panel::Workbook;
use crate::panel::fixture::*;
use crate::panel::manuscript::{Passage, Place};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn owner(agency: &str, role: &str) -> Owner {
    Owner { body: Body::Agency(agency.parse().unwrap()), role: role.into() }
}

pub(crate) fn recommendation(id: &str, text: &str) -> Passage {
    Passage { text: text.into(), ..Passage::begin(item(id), Place::Recommendation, stamp()) }
}

/// An action that no rule speaks against.
pub(crate) fn action(id: &str) -> Action {
    Action {
        id: item(id),
        recommendations: vec![item("r1")],
        findings: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        text: "Write a checklist for strategy discussions".into(),
        outcome: "Children are seen sooner.".into(),
        measure: "Nine of ten records sampled in September have it.".into(),
        evidence_expected: "The checklist and the sample".into(),
        owner: owner("police", "Head of public protection"),
        contributors: Vec::new(),
        agreed: Some(day("2026-03-20")),
        resources: "Two days".into(),
        start: None,
        due: Some(day("2026-06-30")),
        milestones: Vec::new(),
        priority: Priority::High,
        audit_again: Some(day("2026-09-30")),
        carried: None,
        stamp: stamp(),
    }
}

/// A round with the recommendations r1 and r2.
pub(crate) fn planned() -> Workbook {
    let mut workbook = Desk::with(&["case-1", "case-2"]).workbook;
    for (id, text) in
        [("r1", "Police should share plans."), ("r2", "The board should audit again.")]
    {
        workbook.record_passage(recommendation(id, text)).unwrap();
    }
    workbook
}

/// The same with these actions of the police.
pub(crate) fn with_actions(ids: &[&str]) -> Workbook {
    let mut workbook = planned();
    ids.iter().for_each(|id| workbook.record_action(action(id)).unwrap());
    workbook
}

pub(crate) fn step(workbook: &mut Workbook, id: &str, step: ActionStep) -> Result<(), ActionError> {
    workbook.record_action_step(&item(id), step, &stamp())
}

pub(crate) fn reports(workbook: &mut Workbook, id: &str, report: Report) {
    step(workbook, id, ActionStep::Reported(report)).unwrap();
}

pub(crate) fn line(workbook: &Workbook, id: &str, today: &str) -> ActionView {
    let lines = action_plan(workbook, day(today)).lines;
    lines.into_iter().find(|line| line.action.id == item(id)).unwrap()
}

/// The same workbook as it is opened again.
pub(crate) fn reopened(workbook: &Workbook) -> Workbook {
    let text = serde_json::to_string(workbook.record()).unwrap();
    Workbook::from_record(serde_json::from_str(&text).unwrap())
}
