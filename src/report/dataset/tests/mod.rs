//! The package: described whole, adding up, and without small numbers.

mod beside;
mod cleared;
mod counted;
mod package;
mod reader;
mod small_numbers;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;
use crate::audit_return::{Response, Return};
use crate::panel::fixture::*;
use crate::tool::{AnswerValue, PromptKind};

/// Seven cases: the child was seen alone in six; nobody graded.
fn workbook() -> Workbook {
    suppressing_below(5)
}

fn suppressing_below(below: u32) -> Workbook {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7"];
    let mut plan = plan(&cases, "area-and-case");
    plan.round.practice = false;
    plan.round.report.suppress_below = below;
    plan.round.period = "=2026".into();
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let answer = if at < 6 { AnswerValue::Yes } else { AnswerValue::No };
        let draft = desk.draft("csc", case_ref).says("alone", answer);
        desk.import(draft);
    }
    desk.workbook
}

fn table(files: &[DatasetFile], path: &str) -> Vec<BTreeMap<String, String>> {
    let file = files.iter().find(|file| file.path == path).unwrap();
    let text = file.text.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn package(files: &[DatasetFile]) -> Value {
    serde_json::from_str(&files[0].text).unwrap()
}

/// Seven cases, none with a grade still open; the panel found `neglect` and a theme of its own in the first.
fn found() -> crate::panel::Workbook {
    use crate::panel::findings::{
        Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
    };
    let mut workbook = workbook();
    workbook.add_theme("own-1".parse().unwrap(), "A place with a name", &stamp()).unwrap();
    for (at, case_ref) in ["case-1", "case-2", "case-3", "case-4", "case-5"].iter().enumerate() {
        let (place, file, _) = workbook.current_of_case(&case(case_ref)).next().unwrap();
        let item = SourceItem::Answer(prompt("alone"));
        let source = FindingSource::Return(SourceRef { place: place.clone(), file, item });
        let own = (at == 0).then(|| "own-1".parse().unwrap());
        let finding = Finding {
            id: format!("f-{case_ref}").parse().unwrap(),
            kind: FindingKind::Issue,
            scope: FindingScope::Case(case(case_ref)),
            text: "Seen late".into(),
            themes: std::iter::once("neglect".parse().unwrap()).chain(own).collect(),
            sources: vec![source],
            counted: None,
            fate: Fate::Kept,
            stamp: stamp(),
        };
        workbook.record_finding(finding).unwrap();
    }
    workbook
}

/// Fourteen cases, what agencies say of each, and in how many a question has each answer: what is told of it.
fn told_of(
    mut plan: crate::round::RoundPlan,
    id: &str,
    said: impl Fn(usize, Return) -> Return,
) -> Vec<String> {
    plan.round.practice = false;
    plan.round.report.suppress_below = 5;
    let mut desk = Desk::of(plan);
    for (at, case_ref) in FOURTEEN.iter().enumerate() {
        let draft = desk.draft("csc", case_ref);
        desk.import(said(at, draft));
    }
    let mut rows = table(&dataset(&desk.workbook).unwrap(), "answers.csv");
    rows.retain(|row| row["prompt"] == id && !["", "0"].contains(&row["cases"].as_str()));
    rows.iter().map(|row| [row["answer"].as_str(), " ", &row["cases"]].concat()).collect()
}

const FOURTEEN: [&str; 14] = [
    "case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7", "case-8", "case-9",
    "case-10", "case-11", "case-12", "case-13", "case-14",
];
