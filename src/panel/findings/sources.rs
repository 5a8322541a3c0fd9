//! The words behind findings: what stands in a return, and what is waiting to become a finding.

use super::{FindingKind, FindingSource, SourceItem, SourceRef};
use crate::audit_return::{Response, Return};
use crate::id::{AreaId, ItemId, PromptId};
use crate::panel::workbook::Workbook;
use crate::tool::{Area, AreaRole, ChoiceOption, Graph, Prompt, PromptKind, Tool};

/// Something in a return, in its own words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// What is said.
    pub text: String,
    /// What shows it.
    pub evidence: String,
}

/// A strength, a concern or a gap in the record that can become a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where it stands.
    pub source: SourceRef,
    /// What it would be.
    pub kind: FindingKind,
    /// Its words.
    pub quote: Quote,
    /// The area it belongs to, where it does.
    pub area: Option<AreaId>,
    /// Findings that rest on it already.
    pub used_in: Vec<ItemId>,
}

/// Every strength, concern and piece of good practice of the returns that count, case by case; and
/// what a record should say of the child and does not (edge case 42).
pub fn candidates(workbook: &Workbook) -> Vec<Candidate> {
    let tool = &workbook.plan().round.tool;
    let graph = Graph::compile(tool);
    let mut found = Vec::new();
    for case in workbook.plan().open_cases() {
        for (place, file, ret) in workbook.current_of_case(&case.case_ref) {
            let of_details = not_recorded(tool, &graph, ret);
            for (kind, area, item) in items(tool, ret).into_iter().chain(of_details) {
                let source = SourceRef { place: place.clone(), file, item };
                let Some(quote) = asked_and_said(tool, ret, &source.item) else { continue };
                let used_in = used_in(workbook, &source);
                found.push(Candidate { source, kind, quote, area, used_in });
            }
        }
    }
    found
}

/// Case details that the agency's record lacks: facts about the child, which no area grades.
fn not_recorded(
    tool: &Tool,
    graph: &Graph,
    ret: &Return,
) -> Vec<(FindingKind, Option<AreaId>, SourceItem)> {
    let details = tool.areas.iter().filter(|area| area.role == Some(AreaRole::CaseDetails));
    let prompts = details.flat_map(|area| area.prompts.iter().map(move |prompt| (area, prompt)));
    let is_gap = |prompt: &Prompt| {
        let missing = |option: &ChoiceOption| {
            let said = ret.response(&prompt.id);
            option.gap && said.is_some_and(|said| said.holds(option.id.as_str()))
        };
        prompt.kind.options().iter().any(missing)
    };
    let gaps: Vec<(&Area, &Prompt)> = prompts.filter(|(_, prompt)| is_gap(prompt)).collect();
    if gaps.is_empty() || ret.is_nil() {
        return Vec::new();
    }
    let shown = graph.shown(ret);
    let asked = gaps.into_iter().filter(|(_, prompt)| shown.is_asked(&prompt.id));
    asked
        .map(|(area, prompt)| {
            let item = SourceItem::Answer(prompt.id.clone());
            (FindingKind::Issue, Some(area.id.clone()), item)
        })
        .collect()
}

/// Words that can stand alone: an answer with its question.
fn asked_and_said(tool: &Tool, ret: &Return, item: &SourceItem) -> Option<Quote> {
    let quote = words_of(tool, ret, item)?;
    let SourceItem::Answer(prompt) = item else { return Some(quote) };
    let (_, prompt) = tool.prompt(prompt)?;
    Some(Quote { text: [prompt.text.as_str(), " ", &quote.text].concat(), ..quote })
}

fn items(tool: &Tool, ret: &Return) -> Vec<(FindingKind, Option<AreaId>, SourceItem)> {
    let mut items = Vec::new();
    for area in &tool.areas {
        let Some(record) = ret.area(&area.id) else { continue };
        let id = || area.id.clone();
        items.extend(record.strengths.iter().map(|one| {
            let item = SourceItem::Strength { area: id(), item: one.id.clone() };
            (FindingKind::Strength, Some(id()), item)
        }));
        items.extend(record.concerns.iter().map(|one| {
            let item = SourceItem::Concern { area: id(), item: one.id.clone() };
            (FindingKind::Issue, Some(id()), item)
        }));
    }
    let practice = (0_u32..).zip(&ret.good_practice_to_share);
    items.extend(
        practice.map(|(at, _)| (FindingKind::GoodPractice, None, SourceItem::GoodPractice(at))),
    );
    items
}

/// Findings that rest on the same item of the same place, whatever the version.
fn used_in(workbook: &Workbook, source: &SourceRef) -> Vec<ItemId> {
    let same = |other: &FindingSource| match other {
        FindingSource::Return(other) => other.place == source.place && other.item == source.item,
        FindingSource::Meeting { .. } => false,
    };
    let kept = workbook.kept_findings().into_iter();
    kept.filter(|finding| finding.sources.iter().any(same)).map(|one| one.id.clone()).collect()
}

/// What a source says, in the version that it names; `None` where that says nothing there.
pub fn quote(workbook: &Workbook, source: &SourceRef) -> Option<Quote> {
    let ret = workbook.audit_return(&source.file)?;
    words_of(&workbook.plan().round.tool, ret, &source.item)
}

/// What a return says at one place; `None` where it says nothing.
pub(in crate::panel) fn words_of(tool: &Tool, ret: &Return, item: &SourceItem) -> Option<Quote> {
    let only = |text: &str| Quote { text: text.to_owned(), evidence: String::new() };
    let quote = match item {
        SourceItem::Strength { area, item } => {
            let one = ret.area(area)?.strengths.iter().find(|one| one.id == *item)?;
            Quote { text: one.text.clone(), evidence: one.evidence.clone() }
        }
        SourceItem::Concern { area, item } => {
            let one = ret.area(area)?.concerns.iter().find(|one| one.id == *item)?;
            Quote { text: one.text.clone(), evidence: one.evidence.clone() }
        }
        SourceItem::Impact(area) => {
            let impact = &ret.area(area)?.impact;
            let level = impact.level.map_or("", |level| level.label());
            Quote { text: level.to_owned(), evidence: impact.text.clone() }
        }
        SourceItem::Answer(prompt) => answer(tool, ret, prompt)?,
        SourceItem::GeneralComments => only(&ret.general_comments),
        SourceItem::GoodPractice(at) => {
            only(ret.good_practice_to_share.get(usize::try_from(*at).ok()?)?)
        }
        SourceItem::ChildSaid => only(&ret.family_views.child_said),
        SourceItem::FamilySaid => only(&ret.family_views.family_said),
        SourceItem::PractitionerSaid => only(&ret.practitioner.said),
    };
    let says = !quote.text.trim().is_empty() || !quote.evidence.trim().is_empty();
    says.then_some(quote)
}

fn answer(tool: &Tool, ret: &Return, prompt: &PromptId) -> Option<Quote> {
    let (_, known) = tool.prompt(prompt)?;
    let answer = ret.answer(prompt)?;
    let label = |id| known.kind.option_label(id).unwrap_or_default().to_owned();
    let text = match answer.response.as_ref() {
        None => String::new(),
        Some(Response::Value(value)) => value.label().to_owned(),
        Some(Response::Option(option)) => label(option),
        Some(Response::Options(options)) => {
            options.iter().map(label).collect::<Vec<String>>().join(", ")
        }
        Some(Response::Number(number)) => match &known.kind {
            PromptKind::Number { unit, .. } => [&number.to_string(), " ", unit].concat(),
            PromptKind::Judgement { .. }
            | PromptKind::Choice { .. }
            | PromptKind::Choices { .. }
            | PromptKind::Text { .. } => number.to_string(),
        },
        Some(Response::Text(text)) => text.clone(),
    };
    Some(Quote { text, evidence: answer.evidence.clone() })
}
