//! The five documents of a round that its panel has judged: made natively, of the size that the budget names.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use multi_agency_audit::audit_return::ImpactLevel;
use multi_agency_audit::id::ItemId;
use multi_agency_audit::panel::actions::{Action, Body, Owner, Priority};
use multi_agency_audit::panel::findings::{
    Fate, Finding, FindingKind, FindingScope, FindingSource, candidates, findings,
};
use multi_agency_audit::panel::integration::{Grid, subjects};
use multi_agency_audit::panel::manuscript::{Passage, Place};
use multi_agency_audit::panel::meeting::{Difference, Meeting, Present};
use multi_agency_audit::panel::{Decision, Stamp, Subject, Verdict, Workbook};
use multi_agency_audit::report::document::{Document, DocumentKind, build};
use multi_agency_audit::sample::{self, SampleRound, Size};

/// The five that boards publish.
const FIVE: [DocumentKind; 5] = [
    DocumentKind::CaseByCase,
    DocumentKind::ThemeByTheme,
    DocumentKind::Summary,
    DocumentKind::Overview,
    DocumentKind::SixSteps,
];

/// A round of ten cases and twelve agencies, as the budget has it.
const SIZE: Size = Size { cases: 10, slots_per_case: 12, text_words: 25, prompts: 47 };
/// Findings that its panel took up: some six a case.
const FINDINGS: usize = 60;
/// Themes, among which they are shared out.
const THEMES: usize = 6;
/// Recommendations that follow from them, each with an action.
const RECOMMENDATIONS: usize = 8;
const ON: &str = "2026-06-20";

/// Makes the round, and its documents.
pub fn documents() -> Result<Vec<Document>> {
    let round = sample::round("bench", SIZE);
    let mut workbook = returned(&round)?;
    judge(&mut workbook)?;
    find(&mut workbook)?;
    recommend(&mut workbook)?;
    let day = day()?;
    Ok(FIVE.map(|kind| build::build(kind, &workbook, day)).into())
}

fn day() -> Result<NaiveDate> {
    Ok(serde_json::from_value(ON.into())?)
}

fn stamp() -> Result<Stamp> {
    Ok(Stamp {
        by: "Coordinator".into(),
        at: serde_json::from_value("2026-06-20T09:00:00Z".into())?,
    })
}

fn returned(round: &SampleRound) -> Result<Workbook> {
    let (mut plan, stamp) = (round.plan().clone(), stamp()?);
    // Every theme that a finding has is one that the reports go through.
    let known = round.workbook().themes();
    plan.round.themes = known.into_iter().take(THEMES).map(|theme| theme.label).collect();
    let mut workbook = Workbook::new(plan, round.round_key().public_key());
    let batch = workbook.begin_import(&stamp);
    let opener = round.opener();
    for sent in round.returns() {
        workbook.admit(batch, opener.open("return.json", &sent.file), &stamp);
    }
    Ok(workbook)
}

/// One meeting, at which every case is judged as its gradings suggest.
fn judge(workbook: &mut Workbook) -> Result<()> {
    let (tool, stamp) = (workbook.plan().round.tool.clone(), stamp()?);
    let agencies = workbook.plan().agencies.iter();
    let present = agencies
        .map(|one| Present { role: "Safeguarding lead".into(), agency: Some(one.id.clone()) })
        .collect();
    let (absent, conflicts, id) = (Vec::new(), Vec::new(), ItemId::new("meeting")?);
    let meeting = Meeting { id, held_on: day()?, present, absent, conflicts, stamp: stamp.clone() };
    workbook.record_meeting(meeting).map_err(failed)?;
    let cases: Vec<_> = workbook.plan().open_cases().map(|case| case.case_ref.clone()).collect();
    for case in cases {
        let difference = Difference {
            case: case.clone(),
            level: ImpactLevel::Improved,
            text: "The child is safer than before.".into(),
            meeting: Some(ItemId::new("meeting")?),
            stamp: stamp.clone(),
        };
        workbook.record_difference(difference).map_err(failed)?;
        let grid = Grid::of(workbook, &case);
        for subject in subjects(&tool, &case) {
            let decision = decision(&grid, &subject)?;
            workbook.record_judgement(subject, decision, &stamp).map_err(failed)?;
        }
    }
    Ok(())
}

fn decision(grid: &Grid, subject: &Subject) -> Result<Decision> {
    let row = grid.row(subject.area.as_ref()).context("no row for what is judged")?;
    let suggested = row.suggestion.as_ref().map(|one| one.grade.clone());
    let grade = suggested.or_else(|| row.gradings.first().map(|one| one.grade.clone()));
    Ok(Decision {
        verdict: Verdict::Grade { grade: grade.context("nobody graded it")?, qualifier: None },
        reason: "As the agencies’ gradings together show.".into(),
        met_on: day()?,
        present: vec!["Chair".into()],
        dissent: Vec::new(),
        discussion: "The gradings were read side by side and the panel agreed.".into(),
        lower_risk: "The child was seen and was safe.".into(),
        meeting: None,
    })
}

/// Strengths and issues of every case, each with a theme of the panel's list.
fn find(workbook: &mut Workbook) -> Result<()> {
    let themes: Vec<_> =
        workbook.themes().iter().take(THEMES).map(|theme| theme.id.clone()).collect();
    let all = candidates(workbook);
    let of_cases: Vec<_> = all
        .iter()
        .filter(|one| matches!(one.kind, FindingKind::Strength | FindingKind::Issue))
        .collect();
    let step = (of_cases.len() / FINDINGS).max(1);
    for (at, candidate) in of_cases.into_iter().step_by(step).take(FINDINGS).enumerate() {
        let finding = Finding {
            id: ItemId::new(format!("finding-{at}"))?,
            kind: candidate.kind,
            scope: FindingScope::Case(candidate.source.place.case.clone()),
            text: candidate.quote.text.clone(),
            themes: themes.get(at % themes.len().max(1)).cloned().into_iter().collect(),
            sources: vec![FindingSource::Return(candidate.source.clone())],
            counted: None,
            fate: Fate::Kept,
            stamp: stamp()?,
        };
        workbook.record_finding(finding).map_err(failed)?;
    }
    Ok(())
}

/// Recommendations of two parts, each resting on findings of several cases, and what is done about them.
fn recommend(workbook: &mut Workbook) -> Result<()> {
    let taken_up: Vec<ItemId> =
        findings(workbook).into_iter().map(|view| view.finding.id).collect();
    for at in 0..RECOMMENDATIONS {
        let id = ItemId::new(format!("recommendation-{at}"))?;
        let of_it = taken_up.iter().skip(at).step_by(RECOMMENDATIONS);
        let passage = Passage {
            text: "Each agency should record within two working days what was agreed about a child, who does it and \
                   by when, and share that record with every agency that works with the family."
                .into(),
            points: vec![
                "Managers look at a sample of records each month.".into(),
                "What the sample shows is told to the board twice a year.".into(),
            ],
            rests_on: of_it.cloned().collect(),
            audit_again_months: Some(6),
            ..Passage::begin(id.clone(), Place::Recommendation, stamp()?)
        };
        workbook.record_passage(passage).map_err(failed)?;
        workbook.record_action(action(id, at)?).map_err(failed)?;
    }
    Ok(())
}

fn action(recommendation: ItemId, at: usize) -> Result<Action> {
    Ok(Action {
        id: ItemId::new(format!("action-{at}"))?,
        recommendations: vec![recommendation],
        findings: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        text: "Write a checklist for the record of strategy discussions".into(),
        outcome: "Children are seen sooner.".into(),
        measure: "Nine of ten records sampled in December have it.".into(),
        evidence_expected: "The checklist and the sample".into(),
        owner: Owner { body: Body::Board, role: "Business manager".into() },
        contributors: Vec::new(),
        agreed: Some(day()?),
        resources: "Two days".into(),
        start: None,
        due: Some(serde_json::from_value("2026-12-18".into())?),
        milestones: Vec::new(),
        priority: Priority::High,
        audit_again: None,
        carried: None,
        stamp: stamp()?,
    })
}

fn failed(error: impl std::fmt::Debug) -> anyhow::Error {
    anyhow::anyhow!("the panel’s work: {error:?}")
}
