//! The tables: each a list of parts of a whole, suppressed together (I-09).

use std::collections::BTreeSet;

use super::themes::{actions, themes};
use super::untold::{Question, blank, i09_all_or_none};
use super::{DataTable, Field};
use crate::id::{AreaId, PromptId};
use crate::panel::Workbook;
use crate::panel::counts::{CaseCount, RoundAnswers};
use crate::panel::integration::{Distribution, distributions};
use crate::report::document::{
    i09_crosses_few, i09_decided_by, i09_is_set_aside, i09_not_asked, i09_set_aside_apart,
    i09_sets_aside, i09_suppressed, threshold,
};
use crate::tool::{AnswerValue, Prompt, PromptKind, Tool};

pub(super) const TEXT: &str = "string";
pub(super) const NUMBER: &str = "integer";
pub(super) const FLAG: &str = "boolean";

pub(super) const fn field(
    name: &'static str,
    kind: &'static str,
    description: &'static str,
) -> Field {
    Field { name, kind, description, required: true }
}

pub(super) const ROUND: Field = field("round", TEXT, "Random id of the round");
pub(super) const CASES: Field = Field {
    name: "cases",
    kind: NUMBER,
    description: "Number of cases; empty where it is suppressed",
    required: false,
};
pub(super) const SUPPRESSED: Field =
    field("suppressed", FLAG, "The number is not told, because it is small or would give one away");

/// Parts of a whole, each with its name and the number of its cases.
type Parts = Vec<(String, usize)>;

/// Every grade is a judgement of the panel that stands, and no case waits for one.
pub(super) fn is_final(workbook: &Workbook) -> bool {
    distributions(workbook).iter().all(|one| one.is_final() && !one.waits())
}

pub(super) fn tables(workbook: &Workbook) -> Vec<DataTable> {
    let all = RoundAnswers::of(workbook);
    let (answers, hidden) = answers(workbook, &all);
    let grades = grades(workbook, &all, &hidden);
    let themes = themes(workbook, &hidden);
    vec![rounds(workbook), grades, answers, themes, actions(workbook)]
}

fn rounds(workbook: &Workbook) -> DataTable {
    const FIELDS: &[Field] = &[
        ROUND,
        field("period", TEXT, "Period as the board names it"),
        field("tool", TEXT, "Id of the audit tool"),
        field("tool_version", NUMBER, "Version of the audit tool"),
        field("scale", TEXT, "Id of the grading scale; grades of two scales do not compare"),
        field("cases", NUMBER, "Cases in the round that count"),
        field("agencies", NUMBER, "Organisations that take part"),
    ];
    let plan = workbook.plan();
    let tool = &plan.round.tool;
    let row = vec![
        plan.round.id.to_string(),
        plan.round.period.clone(),
        tool.id.to_string(),
        tool.version.to_string(),
        tool.scale.id.to_string(),
        plan.open_cases().count().to_string(),
        plan.agencies.len().to_string(),
    ];
    DataTable {
        name: "rounds",
        path: "rounds.csv",
        description: "The round",
        fields: FIELDS,
        key: &["round"],
        rows: vec![row],
    }
}

/// Nothing is told of areas that different answers to a question set aside of which anything is hidden, or which is in
/// no table (I-09).
fn grades(workbook: &Workbook, all: &RoundAnswers, hidden: &BTreeSet<PromptId>) -> DataTable {
    const FIELDS: &[Field] = &[
        ROUND,
        field("area", TEXT, "Id of the area of analysis; `overall` for the cases overall"),
        field("grade", TEXT, "Id of the grade; `not-judged` where the panel gave none"),
        CASES,
        SUPPRESSED,
    ];
    let tool = &workbook.plan().round.tool;
    let is_hidden = |prompt: &PromptId| hidden.contains(prompt) || is_in_no_table(tool, prompt);
    let untold = i09_set_aside_apart(tool.graded_areas(), is_hidden);
    let is_untold = |area: &AreaId| untold.iter().any(|one| one.id == *area);
    let rows = distributions(workbook).into_iter().flat_map(|one| {
        let area = one.area.as_ref().map_or_else(|| "overall".to_owned(), ToString::to_string);
        let graded = one.rows.iter().map(|row| (row.grade.to_string(), row.cases.len()));
        let parts = with_part(graded.collect(), "not-judged", one.not_judged.len());
        let apart = [("not-judged", set_aside(tool, all, &one))];
        let mut rows = told(workbook, &[area], &parts, &apart);
        if one.area.as_ref().is_some_and(is_untold) {
            rows.iter_mut().for_each(|row| blank(row));
        }
        rows
    });
    DataTable {
        name: "grades",
        path: "grades.csv",
        description: "Cases by the grade that the panel agreed, for each area; the rows of an area add up to all cases",
        fields: FIELDS,
        key: &["round", "area", "grade"],
        rows: rows.collect(),
    }
}

/// Whether answers to a question are no parts of a whole, so that no table has them.
fn is_in_no_table(tool: &Tool, prompt: &PromptId) -> bool {
    tool.prompt(prompt).is_some_and(|(_, asked)| match asked.kind {
        PromptKind::Choices { .. } | PromptKind::Number { .. } | PromptKind::Text { .. } => true,
        PromptKind::Judgement { .. } | PromptKind::Choice { .. } => false,
    })
}

/// In how many of the cases that were not judged the area was set aside.
fn set_aside(tool: &Tool, all: &RoundAnswers, one: &Distribution) -> usize {
    let Some(area) = one.area.as_ref().and_then(|id| tool.area(id)) else { return 0 };
    let cases = one.not_judged.iter().filter_map(|(case, _)| all.case(case));
    cases.filter(|case| i09_is_set_aside(area, case)).count()
}

/// The table, and the questions of which anything is suppressed in it, or that these decide about.
fn answers(workbook: &Workbook, all: &RoundAnswers) -> (DataTable, BTreeSet<PromptId>) {
    const FIELDS: &[Field] = &[
        ROUND,
        field("area", TEXT, "Id of the area of analysis"),
        field("prompt", TEXT, "Id of the question in the audit tool"),
        field(
            "answer",
            TEXT,
            "The answer of the case; `differs` where agencies contradict each other, `not-answered` where nobody could tell, `not-applicable` also where something else was asked, as of an unborn child",
        ),
        CASES,
        SUPPRESSED,
    ];
    let tool = &workbook.plan().round.tool;
    let mut questions: Vec<Question> = Vec::new();
    // What agencies say of their own part is no answer of the case: its rows would add up to nothing.
    for (area, prompt) in tool.prompts().filter(|(_, prompt)| !prompt.of_each_agency) {
        let keys = [area.id.to_string(), prompt.id.to_string()];
        let whole = all.count(&prompt.id, "");
        let [by_area, by_another, by_itself] =
            i09_not_asked(tool, all, &prompt.id, &whole.not_answered);
        let apart = [
            ("not-applicable", whole.in_other_words.len()),
            ("not-answered", by_area),
            ("not-answered", by_another),
            ("not-answered", by_itself),
        ];
        let mut rows = told(workbook, &keys, &parts_of(all, prompt, &whole), &apart);
        if i09_crosses_few(tool, all, &prompt.id, threshold(workbook)) {
            rows.iter_mut().for_each(|row| blank(row));
        }
        questions.push(Question { prompt, decided_by: i09_decided_by(tool, &prompt.id), rows });
    }
    let hidden = i09_all_or_none(&mut questions, &i09_sets_aside(tool));
    let table = DataTable {
        name: "answers",
        path: "answers.csv",
        description: "Cases by their answer to each question with one answer out of several, without those that ask each agency about its own part; the rows of a question add up to all cases",
        fields: FIELDS,
        key: &["round", "area", "prompt", "answer"],
        rows: questions.into_iter().flat_map(|one| one.rows).collect(),
    };
    (table, hidden)
}

/// The answers of a prompt as parts of all cases. Prompts with several answers at once are no parts of a whole, and left out.
fn parts_of(answers: &RoundAnswers, prompt: &Prompt, whole: &CaseCount) -> Parts {
    let values: Vec<String> = match &prompt.kind {
        PromptKind::Judgement { .. } => {
            let values = AnswerValue::ALL.iter();
            let told = values.filter(|value| {
                !matches!(value, AnswerValue::NotApplicable | AnswerValue::NotKnown)
            });
            told.map(|value| value.as_str().to_owned()).collect()
        }
        PromptKind::Choice { options } => options.iter().map(|one| one.id.to_string()).collect(),
        PromptKind::Choices { .. } | PromptKind::Number { .. } | PromptKind::Text { .. } => {
            return Vec::new();
        }
    };
    let parts: Parts = values
        .into_iter()
        .map(|value| (value.clone(), count(answers, &prompt.id, &value)))
        .collect();
    // A part of its own would tell the sum of the ages that are asked about otherwise.
    let not_asked_so = whole.not_applicable.len() + whole.in_other_words.len();
    let rest = [
        ("differs", whole.differing.len()),
        ("not-applicable", not_asked_so),
        ("not-answered", whole.not_answered.len()),
    ];
    rest.into_iter().fold(parts, |parts, (name, count)| with_part(parts, name, count))
}

/// With one more part. A tool may call an option or a grade of its own so: two rows of one key would be no table, and
/// together they still add up to all cases.
fn with_part(mut parts: Parts, name: &str, count: usize) -> Parts {
    match parts.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => *known += count,
        None => parts.push((name.to_owned(), count)),
    }
    parts
}

fn count(answers: &RoundAnswers, prompt: &PromptId, value: &str) -> usize {
    answers.count(prompt, value).cases.len()
}

/// One row for each part, small numbers and what would give them away suppressed.
///
/// Of some cases of a part other tables may tell how many they are: `apart`, each by the name of that part. Where such a
/// number is small, or what it leaves of its part, nothing is told.
pub(super) fn told(
    workbook: &Workbook,
    keys: &[String],
    parts: &[(String, usize)],
    apart: &[(&str, usize)],
) -> Vec<Vec<String>> {
    let round = &workbook.plan().round;
    let told_apart = |name: &str| {
        let of_part = apart.iter().filter(|(known, _)| *known == name);
        of_part.map(|(_, count)| *count).sum::<usize>()
    };
    let rest = parts.iter().map(|(name, count)| count.saturating_sub(told_apart(name)));
    let counts: Vec<usize> = rest.chain(apart.iter().map(|(_, count)| *count)).collect();
    let shown = i09_suppressed(&counts, threshold(workbook));
    let (of_parts, of_apart) = shown.split_at(parts.len());
    let leaves_few = |((name, _), shown): (&(String, usize), &Option<usize>)| {
        shown.is_none() && told_apart(name) > 0
    };
    let none = of_apart.contains(&None) || parts.iter().zip(of_parts).any(leaves_few);
    let row = |((name, count), shown): (&(String, usize), &Option<usize>)| {
        let suppressed = none || shown.is_none();
        let number = if suppressed { String::new() } else { count.to_string() };
        let head = std::iter::once(round.id.to_string()).chain(keys.iter().cloned());
        head.chain([name.clone(), number, suppressed.to_string()]).collect()
    };
    parts.iter().zip(of_parts).map(row).collect()
}
