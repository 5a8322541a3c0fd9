//! What the panel makes of the returns: a meeting, judgements and passages.

use multi_agency_audit::audit_return::ImpactLevel;
use multi_agency_audit::id::{GradeId, QualifierId};
use multi_agency_audit::panel::integration::{Grid, subjects};
use multi_agency_audit::panel::manuscript::{Passage, Place};
use multi_agency_audit::panel::meeting::{Difference, Meeting, Present};
use multi_agency_audit::panel::{Decision, Subject, Verdict, Workbook};
use multi_agency_audit::round::Agency;
use serde_json::{Value, json};

use super::story::{Graded, Story};
use super::{case_ref, findings, item, stamp};

pub fn work(workbook: &mut Workbook, story: &Story) {
    meet(workbook, story);
    for (id, label) in &story.themes {
        workbook.add_theme(id.parse().unwrap(), label, &stamp()).unwrap();
    }
    if story.sample && !story.unjudged {
        judge_as_suggested(workbook);
        findings::take_up_the_plainest(workbook);
    }
    for (label, graded) in &story.grades {
        judge_case(workbook, label, graded);
    }
    findings::record_all(workbook, story);
    for (number, (label, text)) in story.summaries.iter().enumerate() {
        let place = serde_json::to_value(Place::Summary(case_ref(workbook, label))).unwrap();
        write(workbook, format!("summary-{number}"), json!({ "place": place, "text": text }));
    }
    for (number, passage) in story.passages.iter().enumerate() {
        write(workbook, format!("passage-{number}"), Value::Object(passage.clone()));
    }
}

fn meet(workbook: &mut Workbook, story: &Story) {
    let agencies = workbook.plan().agencies.clone();
    let speaker = |agency: &Agency| Present {
        role: "Safeguarding lead".into(),
        agency: Some(agency.id.clone()),
    };
    let meeting = Meeting {
        id: item("meeting"),
        held_on: workbook.plan().round.dates.panel.unwrap_or(story.today),
        present: agencies.iter().map(speaker).collect(),
        absent: Vec::new(),
        conflicts: Vec::new(),
        stamp: stamp(),
    };
    workbook.record_meeting(meeting).unwrap();
}

fn differ(workbook: &mut Workbook, label: &str, level: ImpactLevel, text: &str) {
    let difference = Difference {
        case: case_ref(workbook, label),
        level,
        text: text.into(),
        meeting: Some(item("meeting")),
        stamp: stamp(),
    };
    workbook.record_difference(difference).unwrap();
}

fn judge_case(workbook: &mut Workbook, label: &str, graded: &Graded) {
    differ(workbook, label, graded.level, &graded.difference);
    let qualifier = graded.qualifier.as_ref().map(|id| QualifierId::new(id.as_str()).unwrap());
    let grade = GradeId::new(graded.grade.as_str()).unwrap();
    let subject = Subject { case: case_ref(workbook, label), area: None };
    judge(workbook, subject, Verdict::Grade { grade, qualifier }, &graded.reason);
}

fn judge(workbook: &mut Workbook, subject: Subject, verdict: Verdict, reason: &str) {
    let decision = Decision {
        verdict,
        reason: reason.into(),
        met_on: "2026-06-20".parse().unwrap(),
        present: vec!["Chair".into()],
        dissent: Vec::new(),
        discussion: "The gradings were read side by side and the panel agreed.".into(),
        lower_risk: "The child was seen and was safe.".into(),
        meeting: None,
    };
    let recorded = workbook.record_judgement(subject.clone(), decision, &stamp());
    assert!(recorded.is_ok(), "{subject:?}: {recorded:?}");
}

/// Every area as the gradings suggest; every case overall as the first agency graded it.
fn judge_as_suggested(workbook: &mut Workbook) {
    let labels: Vec<String> = workbook.plan().open_cases().map(|case| case.label.clone()).collect();
    let tool = workbook.plan().round.tool.clone();
    for label in labels {
        differ(workbook, &label, ImpactLevel::Improved, "The child is safer than before.");
        let case = case_ref(workbook, &label);
        let grid = Grid::of(workbook, &case);
        for subject in subjects(&tool, &case) {
            let row = grid.row(subject.area.as_ref()).unwrap();
            let suggested = row.suggestion.as_ref().map(|one| one.grade.clone());
            let grade = suggested.or_else(|| row.gradings.first().map(|one| one.grade.clone()));
            let verdict = Verdict::Grade { grade: grade.unwrap(), qualifier: None };
            judge(workbook, subject, verdict, "As the agencies’ gradings together show.");
        }
    }
}

pub fn write(workbook: &mut Workbook, id: String, mut passage: Value) {
    passage["id"] = json!(id);
    passage["stamp"] = serde_json::to_value(stamp()).unwrap();
    let passage: Passage =
        serde_json::from_value(passage).unwrap_or_else(|fault| panic!("{id}: {fault}"));
    workbook.record_passage(passage).unwrap_or_else(|fault| panic!("{id}: {fault}"));
}
