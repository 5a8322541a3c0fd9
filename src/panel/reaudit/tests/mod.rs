//! RA-01 to RA-06: the rounds that the tests compare.

mod baseline;
mod carried;
mod compare;
mod due;
mod said_same;
mod themes;

use super::*;
use crate::audit_return::{Concern, Return};
use crate::panel::Workbook;
use crate::panel::actions::fixture::{action, day, item, recommendation, reopened};
use crate::panel::actions::{
    Action, ActionStep, Body, Owner, Progress, Report, ap10_carry_forward,
};
use crate::panel::findings::{
    Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
};
use crate::panel::fixture::*;
use crate::round::{Month, RoundPlan};
use crate::tool::AnswerValue;

const CASES: [&str; 6] = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"];

/// A round with so many cases, of which the first `issues` have the issue "neglect"; grades are good for the first `good`.
fn round(id: &str, cases: usize, good: usize, issues: &[(&str, usize)]) -> Workbook {
    of_plan(plan(&CASES[..cases], "area-and-case"), id, good, issues)
}

fn of_plan(mut plan: RoundPlan, id: &str, good: usize, issues: &[(&str, usize)]) -> Workbook {
    plan.round.id = id.parse().unwrap();
    plan.round.period = id.into();
    let cases: Vec<String> = plan.cases.iter().map(|one| one.case_ref.to_string()).collect();
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let grade = if at < good { "good" } else { "adequate" };
        let draft = with_concern(desk.draft("csc", case_ref)).grade("risk", grade);
        let answer = if at < good { AnswerValue::Yes } else { AnswerValue::No };
        desk.import(draft.says("alone", answer));
    }
    for (theme, number) in issues {
        for case_ref in &cases[..*number] {
            record(&mut desk.workbook, theme, case_ref);
        }
    }
    desk.workbook
}

fn with_concern(mut ret: Return) -> Return {
    let record = ret.areas.entry(area("risk")).or_default();
    record.concerns.push(Concern {
        id: "c1".parse().unwrap(),
        text: "Nobody told the school".into(),
        evidence: "Case notes".into(),
        source: None,
    });
    ret
}

fn record(workbook: &mut Workbook, theme: &str, case_ref: &str) {
    let (place, file, _) = workbook.current_of_case(&case(case_ref)).next().unwrap();
    let item = SourceItem::Concern { area: area("risk"), item: "c1".parse().unwrap() };
    let source = FindingSource::Return(SourceRef { place: place.clone(), file, item });
    let finding = Finding {
        id: format!("{theme}-{case_ref}").parse().unwrap(),
        kind: FindingKind::Issue,
        scope: FindingScope::Case(case(case_ref)),
        text: "Schools were not told in time".into(),
        themes: vec![theme.parse().unwrap()],
        sources: vec![source],
        counted: None,
        fate: Fate::Kept,
        stamp: stamp(),
    };
    workbook.record_finding(finding).unwrap();
}

fn link(now: &mut Workbook, earlier: &Workbook, areas: &[&str]) -> Result<(), BaselineError> {
    let areas = areas.iter().map(|id| area(id)).collect();
    now.link_baseline(earlier, areas, "The same tool.", &stamp())
}

fn area_of<'a>(comparison: &'a Comparison, id: &str) -> &'a AreaComparison {
    comparison.areas.iter().find(|one| one.area == Some(area(id))).unwrap()
}

fn prompt_of<'a>(comparison: &'a Comparison, id: &str) -> &'a PromptComparison {
    comparison.prompts.iter().find(|one| one.prompt == prompt(id)).unwrap()
}

fn share(n: usize, of: usize) -> Share {
    Share { n, of }
}

/// The record as it is opened again, with the returns of the one at hand.
fn reopened_with(workbook: &Workbook) -> Workbook {
    assert_eq!(reopened(workbook).record(), workbook.record());
    workbook.clone()
}

fn with_plan(workbook: &Workbook, plan: RoundPlan) -> Workbook {
    let mut record = workbook.record().clone();
    record.plan = plan;
    let mut changed = Workbook::from_record(record);
    changed.keep_reading(workbook.clone());
    changed
}
