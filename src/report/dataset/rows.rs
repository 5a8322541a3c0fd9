//! The tables: each a list of parts of a whole, suppressed together (I-09).

use std::collections::BTreeSet;

use super::themes::{actions, themes};
use super::{DataTable, Field};
use crate::gather::gathered;
use crate::id::{AreaId, PromptId};
use crate::panel::Workbook;
use crate::panel::counts::RoundAnswers;
use crate::panel::integration::distributions;
use crate::report::document::{
    i09_decided_by, i09_set_aside_apart, i09_sets_aside, i09_suppressed, threshold,
};
use crate::tool::{AnswerValue, Prompt, PromptKind};

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
    let (answers, hidden) = answers(workbook);
    let themes = themes(workbook, &hidden);
    vec![rounds(workbook), grades(workbook, &hidden), answers, themes, actions(workbook)]
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

/// Nothing is told of areas that different answers to a question set aside of which anything is hidden (I-09).
fn grades(workbook: &Workbook, hidden: &BTreeSet<PromptId>) -> DataTable {
    const FIELDS: &[Field] = &[
        ROUND,
        field("area", TEXT, "Id of the area of analysis; `overall` for the cases overall"),
        field("grade", TEXT, "Id of the grade; `not-judged` where the panel gave none"),
        CASES,
        SUPPRESSED,
    ];
    let tool = &workbook.plan().round.tool;
    let untold = i09_set_aside_apart(tool, |prompt| hidden.contains(prompt));
    let is_untold = |area: &AreaId| untold.iter().any(|one| one.id == *area);
    let rows = distributions(workbook).into_iter().flat_map(|one| {
        let area = one.area.as_ref().map_or_else(|| "overall".to_owned(), ToString::to_string);
        let graded = one.rows.iter().map(|row| (row.grade.to_string(), row.cases.len()));
        let parts = with_part(graded.collect(), "not-judged", one.not_judged.len());
        let mut rows = told(workbook, &[area], &parts);
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

/// The table, and the questions of which anything is suppressed in it, or that these decide about.
fn answers(workbook: &Workbook) -> (DataTable, BTreeSet<PromptId>) {
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
    let all = RoundAnswers::of(workbook);
    let tool = &workbook.plan().round.tool;
    let mut questions: Vec<Question> = Vec::new();
    // What agencies say of their own part is no answer of the case: its rows would add up to nothing.
    for (area, prompt) in tool.prompts().filter(|(_, prompt)| !prompt.of_each_agency) {
        let keys = [area.id.to_string(), prompt.id.to_string()];
        let rows = told(workbook, &keys, &parts_of(&all, prompt));
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
fn parts_of(answers: &RoundAnswers, prompt: &Prompt) -> Parts {
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
    let whole = answers.count(&prompt.id, "");
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

/// A question with what is told of it.
struct Question<'a> {
    prompt: &'a Prompt,
    /// By which others it is decided whether, and in which words, it is asked.
    decided_by: BTreeSet<&'a PromptId>,
    rows: Vec<Vec<String>>,
}

/// I-09: of a question that is asked only after another answer, or then put in other words, nothing is told where
/// anything is suppressed, of itself or of what decides about it: in how many cases it was not asked so stands
/// beside that other answer, and gives the rest away. Nor is anything of one that sets an area aside, where any of its
/// answers is suppressed: among the grades stands in how many cases that area was not judged.
fn i09_all_or_none(
    questions: &mut [Question<'_>],
    sets_aside: &BTreeSet<&PromptId>,
) -> BTreeSet<PromptId> {
    let hidden = gives_away(questions);
    for one in questions.iter_mut().filter(|one| hidden.contains(&one.prompt.id)) {
        if one.is_decided() || sets_aside.contains(&one.prompt.id) {
            one.rows.iter_mut().for_each(|row| blank(row));
        }
    }
    hidden
}

/// The questions of which anything is suppressed, and those that these decide about, over however many steps.
fn gives_away(questions: &[Question<'_>]) -> BTreeSet<PromptId> {
    let small = questions.iter().filter(|one| one.rows.iter().any(|row| is_suppressed(row)));
    let mut hidden: BTreeSet<PromptId> = gathered(small.map(|one| one.prompt.id.clone()));
    let mut before = None;
    while before != Some(hidden.len()) {
        before = Some(hidden.len());
        for one in questions {
            if one.decided_by.iter().any(|other| hidden.contains(*other)) {
                hidden.insert(one.prompt.id.clone());
            }
        }
    }
    hidden
}

impl Question<'_> {
    /// Whether it is asked so of some cases only.
    fn is_decided(&self) -> bool {
        self.prompt.when.is_some() || !self.decided_by.is_empty()
    }
}

fn is_suppressed(row: &[String]) -> bool {
    row.last().is_some_and(|last| last == "true")
}

/// Tells nothing of a number.
pub(super) fn blank(row: &mut [String]) {
    if let [.., number, suppressed] = row {
        number.clear();
        *suppressed = true.to_string();
    }
}

/// One row for each part, small numbers and what would give them away suppressed.
pub(super) fn told(
    workbook: &Workbook,
    keys: &[String],
    parts: &[(String, usize)],
) -> Vec<Vec<String>> {
    let round = &workbook.plan().round;
    let counts: Vec<usize> = parts.iter().map(|(_, count)| *count).collect();
    let row = |((name, _), shown): (&(String, usize), Option<usize>)| {
        let number = shown.map(|count| count.to_string()).unwrap_or_default();
        let suppressed = shown.is_none().to_string();
        let head = std::iter::once(round.id.to_string()).chain(keys.iter().cloned());
        head.chain([name.clone(), number, suppressed]).collect()
    };
    parts.iter().zip(i09_suppressed(&counts, threshold(workbook))).map(row).collect()
}
