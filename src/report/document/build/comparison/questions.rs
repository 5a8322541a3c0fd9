//! RA-02: the same questions with fixed answers, in how many cases each answer was given, round by round.

use std::collections::BTreeSet;

use super::{change, filled, word};
use crate::gather::gathered;
use crate::id::PromptId;
use crate::panel::Workbook;
use crate::panel::counts::RoundAnswers;
use crate::panel::reaudit::{Comparison, PromptComparison, ValueRow};
use crate::report::chart::Table;
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::publication::{SmallNumbers, threshold};
use crate::report::document::{Block, Look};
use crate::tool::{AnswerValue, Area, AreaRole, PromptKind};

/// What is taken out of a comparison because it is, or tells, a detail of the children (I-09).
#[derive(Debug, Default)]
pub(super) struct Details<'a> {
    /// Titles of the areas that ask for details of the children and families themselves.
    pub(super) areas: Vec<&'a str>,
    /// Ids of questions whose numbers would tell how many children share such a detail.
    pub(super) prompts: Vec<&'a str>,
}

/// I-09: takes out what is asked of the children and families themselves, and what is asked, or asked in other
/// words, only because of an answer to it that few have in any of the rounds: how many were asked so tells how many
/// have it.
pub(super) fn without_details<'a>(
    maker: &Maker<'a>,
    rounds: &[&Workbook],
    comparison: &mut Comparison,
) -> Details<'a> {
    let tool = &maker.book.plan().round.tool;
    let areas = tool.areas.iter();
    let areas: Vec<&Area> = areas.filter(|one| one.role == Some(AreaRole::CaseDetails)).collect();
    let details = areas.iter().flat_map(|area| &area.prompts);
    let details: BTreeSet<&PromptId> = gathered(details.map(|one| &one.id));
    let given_away = given_away(threshold(maker.book), rounds, &comparison.prompts);
    let after = tool.prompts().map(|(_, one)| &one.id);
    let after: Vec<&PromptId> =
        after.filter(|id| given_away.contains(*id) && !details.contains(id)).collect();
    let is_told = |id: &PromptId| !details.contains(id) && !after.contains(&id);
    comparison.prompts.retain(|one| is_told(&one.prompt));
    Details {
        areas: areas.into_iter().map(|area| area.title.as_str()).collect(),
        prompts: after.into_iter().map(PromptId::as_str).collect(),
    }
}

/// Questions of which numbers are held back in any of the rounds.
fn given_away(
    below: usize,
    rounds: &[&Workbook],
    prompts: &[PromptComparison],
) -> BTreeSet<PromptId> {
    let answers: Vec<RoundAnswers> = rounds.iter().map(|one| RoundAnswers::of(one)).collect();
    let mut small = Vec::new();
    for (round, answers) in rounds.iter().zip(&answers) {
        small.push(SmallNumbers::below(round, answers, below));
    }
    let is_given_away = |one: &&PromptComparison| {
        let mut asked = small.iter().zip(&one.ids);
        asked.any(|(small, id)| small.holds_back(id))
    };
    gathered(prompts.iter().filter(is_given_away).map(|one| one.prompt.clone()))
}

pub(super) fn write(maker: &mut Maker, comparison: &Comparison) {
    let areas = &maker.book.plan().round.tool.areas;
    let tables: Vec<Table> =
        areas.iter().filter_map(|area| of_area(maker, comparison, area)).collect();
    if tables.is_empty() {
        return;
    }
    maker.heading(2, "questions");
    let unlisted = maker.said("questions-unlisted", Fills::default());
    maker.paragraph(Look::Note, vec![unlisted]);
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

/// One for each answer that any round gave; of a judgement "yes" tells enough, also where nobody said it.
fn rows(maker: &Maker, area: &Area, prompt: &PromptComparison) -> Vec<Vec<String>> {
    let asked = area.prompts.iter().find(|one| one.id == prompt.prompt);
    let judged = asked.is_some_and(|one| matches!(one.kind, PromptKind::Judgement { .. }));
    let yes = |row: &ValueRow| row.value == AnswerValue::Yes.as_str();
    let yes_alone = judged && prompt.values.iter().any(yes);
    let given = |row: &ValueRow| row.sides.iter().any(|share| share.n > 0);
    let is_told =
        |row: &&ValueRow| if yes_alone { is_answered(row) && yes(row) } else { given(row) };
    let told = prompt.values.iter().filter(is_told);
    let row = |value: &ValueRow| {
        let text = [prompt.prompt.as_str(), " ", &prompt.text].concat();
        let shares = value.sides.iter().map(|share| share.in_figures());
        let named = [text, value.label.clone()].into_iter().chain(shares);
        named.chain([change(maker, value.trend)]).collect()
    };
    told.map(row).collect()
}
