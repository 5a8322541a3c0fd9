//! Findings of cases and across cases, with what documents make of them.

use multi_agency_audit::id::{AreaId, CaseRef};
use multi_agency_audit::panel::counts::RoundAnswers;
use multi_agency_audit::panel::findings::{
    Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef, candidates,
};
use multi_agency_audit::panel::{Subject, Verdict, Workbook};
use serde_json::json;

use super::panel::write;
use super::story::{Across, Line, Story, Told};
use super::{case_ref, item, stamp};

pub fn record_all(workbook: &mut Workbook, story: &Story) {
    for line in &story.lines {
        if let Some(told) = &line.finding {
            let finding = of_line(workbook, line, told);
            record(workbook, finding, told);
        }
    }
    for across in &story.across {
        let finding = across_cases(workbook, story, across);
        record(workbook, finding, &across.told);
    }
}

/// The first strength of each good case in an area, and the first concern of each inadequate one.
pub fn take_up_the_plainest(workbook: &mut Workbook) {
    let mut taken: Vec<(CaseRef, AreaId)> = Vec::new();
    for candidate in candidates(workbook) {
        let (Some(area), case) = (&candidate.area, &candidate.source.place.case) else { continue };
        let subject = Subject { case: case.clone(), area: Some(area.clone()) };
        let Some(judgement) = workbook.judgement(&subject) else { continue };
        let Verdict::Grade { grade, .. } = &judgement.decision.verdict else { continue };
        let wanted = matches!(
            (candidate.kind, grade.as_str()),
            (FindingKind::Strength, "good") | (FindingKind::Issue, "inadequate")
        );
        let place = (case.clone(), area.clone());
        if !wanted || taken.contains(&place) {
            continue;
        }
        taken.push(place);
        let finding = Finding {
            text: candidate.quote.text.clone(),
            sources: vec![FindingSource::Return(candidate.source.clone())],
            ..finding(
                &format!("taken-{}", taken.len()),
                candidate.kind,
                FindingScope::Case(case.clone()),
            )
        };
        record(workbook, finding, &Told::default());
    }
}

fn finding(id: &str, kind: FindingKind, scope: FindingScope) -> Finding {
    Finding {
        id: item(id),
        kind,
        scope,
        text: String::new(),
        themes: Vec::new(),
        sources: Vec::new(),
        counted: None,
        fate: Fate::Kept,
        stamp: stamp(),
    }
}

fn of_line(workbook: &Workbook, line: &Line, told: &Told) -> Finding {
    let (kind, words) = match (&line.strength, &line.concern) {
        (Some(text), _) => (FindingKind::Strength, text),
        (None, Some(text)) => (FindingKind::Issue, text),
        (None, None) => panic!("{} says nothing", line.id),
    };
    let scope = FindingScope::Case(case_ref(workbook, &line.case));
    Finding {
        text: if told.text.is_empty() { words.clone() } else { told.text.clone() },
        themes: told.themes.clone(),
        sources: vec![source(workbook, line)],
        ..finding(&line.id, told.kind.unwrap_or(kind), scope)
    }
}

fn source(workbook: &Workbook, line: &Line) -> FindingSource {
    let (area, item) = (line.area.clone(), item(&line.id));
    let item = match line.strength {
        Some(_) => SourceItem::Strength { area, item },
        None => SourceItem::Concern { area, item },
    };
    of_return(workbook, &line.case, &line.by, item)
}

fn of_return(workbook: &Workbook, label: &str, by: &str, item: SourceItem) -> FindingSource {
    let place = workbook.place(&case_ref(workbook, label), &by.parse().unwrap()).unwrap();
    let file = workbook.current(&place).unwrap();
    FindingSource::Return(SourceRef { place, file, item })
}

fn across_cases(workbook: &Workbook, story: &Story, across: &Across) -> Finding {
    let line = |id: &String| {
        let found = story.lines.iter().find(|line| line.id == *id);
        source(workbook, found.unwrap_or_else(|| panic!("no line {id}")))
    };
    let mut sources: Vec<FindingSource> = across.from.iter().map(line).collect();
    if let Some(counted) = &across.counted {
        for case in RoundAnswers::of(workbook).count(&counted.prompt, &counted.value).cases {
            let label = workbook.plan().case(&case).unwrap().label.clone();
            let answer = SourceItem::Answer(counted.prompt.clone());
            sources.push(of_return(workbook, &label, &across.by, answer));
        }
    }
    for label in &across.meeting {
        let case = case_ref(workbook, label);
        sources.push(FindingSource::Meeting { meeting: item("meeting"), case });
    }
    Finding {
        text: across.told.text.clone(),
        themes: across.told.themes.clone(),
        sources,
        counted: across.counted.clone(),
        ..finding(&across.id, across.kind, FindingScope::AcrossCases)
    }
}

fn record(workbook: &mut Workbook, finding: Finding, told: &Told) {
    let id = finding.id.clone();
    workbook.record_finding(finding).unwrap_or_else(|fault| panic!("{id}: {fault}"));
    let texts = [&told.heading, &told.published, &told.call];
    if texts.iter().all(|text| text.is_empty()) && told.asks.is_empty() {
        return;
    }
    let passage = json!({
        "place": { "finding": id.as_str() }, "heading": told.heading, "text": told.published,
        "questions": told.asks, "call_to_action": told.call,
    });
    write(workbook, format!("of-{id}"), passage);
}
