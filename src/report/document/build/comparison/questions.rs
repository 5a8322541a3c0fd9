//! RA-02: the same questions with fixed answers, in how many cases each answer was given, round by round.

use super::{change, filled, word};
use crate::id::PromptId;
use crate::panel::reaudit::{Comparison, PromptComparison, ValueRow};
use crate::report::chart::Table;
use crate::report::document::Block;
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::tool::{AnswerValue, Area, AreaRole, Condition, Prompt, PromptKind};

/// What is taken out of a comparison because it is, or tells, a detail of the children (I-09).
#[derive(Debug, Default)]
pub(super) struct Details<'a> {
    /// Titles of the areas that ask for details of the children and families themselves.
    pub(super) areas: Vec<&'a str>,
    /// Ids of questions that are asked only after such a detail, in few cases of a round.
    pub(super) prompts: Vec<&'a str>,
}

/// I-09: takes out what is asked of the children and families themselves, and what is asked only because of an answer
/// to it that few have: how many were asked tells how many have it.
pub(super) fn without_details<'a>(maker: &Maker<'a>, comparison: &mut Comparison) -> Details<'a> {
    let round = &maker.book.plan().round;
    let below = usize::try_from(round.report.suppress_below).unwrap_or(usize::MAX);
    let areas = round.tool.areas.iter();
    let areas: Vec<&Area> = areas.filter(|one| one.role == Some(AreaRole::CaseDetails)).collect();
    let asked = areas.iter().flat_map(|area| &area.prompts);
    let mut gone: Vec<&PromptId> = asked.map(|one| &one.id).collect();
    let mut prompts = Vec::new();
    for (_, one) in round.tool.prompts() {
        let is_after_a_detail = asked_after(one, &gone) && !gone.contains(&&one.id);
        if is_after_a_detail && is_asked_of_few(comparison, &one.id, below) {
            gone.push(&one.id);
            prompts.push(one.id.as_str());
        }
    }
    comparison.prompts.retain(|one| !gone.contains(&&one.prompt));
    Details { areas: areas.into_iter().map(|area| area.title.as_str()).collect(), prompts }
}

fn asked_after(prompt: &Prompt, others: &[&PromptId]) -> bool {
    prompt.when.iter().flat_map(Condition::prompts).any(|one| others.contains(&one))
}

/// In any of the rounds; of nobody is not of few.
fn is_asked_of_few(comparison: &Comparison, id: &PromptId, below: usize) -> bool {
    let asked = comparison.prompts.iter().filter(|one| one.prompt == *id);
    let mut sides = asked.flat_map(|one| &one.values).flat_map(|row| &row.sides);
    sides.any(|share| (1..below).contains(&share.of))
}

pub(super) fn write(maker: &mut Maker, comparison: &Comparison) {
    let areas = &maker.book.plan().round.tool.areas;
    let tables: Vec<Table> =
        areas.iter().filter_map(|area| of_area(maker, comparison, area)).collect();
    if tables.is_empty() {
        return;
    }
    maker.heading(2, "questions");
    maker.blocks.extend(tables.into_iter().map(Block::Table));
}

/// The questions of an area that are compared; `None` where there is none.
fn of_area(maker: &Maker, comparison: &Comparison, area: &Area) -> Option<Table> {
    let asked = comparison.prompts.iter().filter(|one| one.area == area.id);
    let rows: Vec<Vec<String>> = asked.flat_map(|one| rows(maker, area, one)).collect();
    let periods = comparison.rounds.iter().map(|round| round.period.clone());
    let head = ["question", "answer"].map(|name| word(maker, name)).into_iter();
    let head = head.chain(periods).chain([word(maker, "change")]).collect();
    let fills = Fills::default().with("area", &area.title);
    let caption = filled(maker, "questions-caption", fills);
    (!rows.is_empty()).then_some(Table { caption, head, rows })
}

/// Whether any round has an answer: a row of noughts would tell nothing.
pub(super) fn is_answered(row: &ValueRow) -> bool {
    row.sides.iter().any(|share| share.of > 0)
}

/// One for each answer; of a judgement "yes" tells enough.
fn rows(maker: &Maker, area: &Area, prompt: &PromptComparison) -> Vec<Vec<String>> {
    let asked = area.prompts.iter().find(|one| one.id == prompt.prompt);
    let judged = asked.is_some_and(|one| matches!(one.kind, PromptKind::Judgement { .. }));
    let yes = |row: &ValueRow| row.value == AnswerValue::Yes.as_str();
    let yes_alone = judged && prompt.values.iter().any(yes);
    let told = prompt.values.iter().filter(|row| is_answered(row) && (!yes_alone || yes(row)));
    let row = |value: &ValueRow| {
        let text = [prompt.prompt.as_str(), " ", &prompt.text].concat();
        let shares = value.sides.iter().map(|share| share.in_figures());
        let named = [text, value.label.clone()].into_iter().chain(shares);
        named.chain([change(maker, value.trend)]).collect()
    };
    told.map(row).collect()
}
