//! RA-02: the same questions, in how many cases they were answered “yes”, round by round.

use super::{change, filled, word};
use crate::panel::reaudit::{Comparison, PromptComparison, ValueRow};
use crate::report::chart::Table;
use crate::report::document::Block;
use crate::report::document::build::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::tool::{AnswerValue, Area};

pub(super) fn write(maker: &mut Maker, comparison: &Comparison) {
    let areas = &maker.book.plan().round.tool.areas;
    let tables: Vec<Table> =
        areas.iter().filter_map(|area| of_area(maker, comparison, area)).collect();
    if tables.is_empty() {
        return;
    }
    let heading = maker.said("questions", yes());
    maker.blocks.push(Block::Heading { level: 2, text: heading });
    maker.blocks.extend(tables.into_iter().map(Block::Table));
}

fn yes() -> Fills {
    Fills::default().with("yes", &AnswerValue::Yes.label().to_lowercase())
}

/// The questions of an area that are compared; `None` where there is none.
fn of_area(maker: &Maker, comparison: &Comparison, area: &Area) -> Option<Table> {
    let asked = comparison.prompts.iter().filter(|one| one.area == area.id);
    let rows: Vec<Vec<String>> = asked.filter_map(|one| row(maker, one)).collect();
    let periods = comparison.rounds.iter().map(|round| round.period.clone());
    let head = std::iter::once(word(maker, "question"));
    let head = head.chain(periods).chain([word(maker, "change")]).collect();
    let caption = filled(maker, "questions-caption", yes().with("area", &area.title));
    (!rows.is_empty()).then_some(Table { caption, head, rows })
}

/// Whether any round has an answer: a row of noughts would tell nothing.
pub(super) fn is_answered(row: &ValueRow) -> bool {
    row.sides.iter().any(|share| share.of > 0)
}

fn row(maker: &Maker, prompt: &PromptComparison) -> Option<Vec<String>> {
    let yes = |row: &&ValueRow| row.value == AnswerValue::Yes.as_str();
    let value = prompt.values.iter().find(yes).filter(|value| is_answered(value))?;
    let text = [prompt.prompt.as_str(), " ", &prompt.text].concat();
    let shares = value.sides.iter().map(|share| share.in_figures());
    Some(std::iter::once(text).chain(shares).chain([change(maker, value.trend)]).collect())
}
