//! The numbers of a round, to work with in a spreadsheet: grades by area, answers by question, details of the children.
//!
//! Counts of cases, and of returns where each agency was asked about its own
//! part, and no word that anybody wrote of a case. Details of the children are
//! suppressed where few share them, and so is every number that would give such
//! a one away (I-09).

mod table;
#[cfg(feature = "spreadsheet")]
mod xlsx;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use table::numbers_csv;
#[cfg(feature = "spreadsheet")]
pub use xlsx::{of_the_day, xlsx};

use super::chart::{BarChart, Table};
use super::dataset::{TypedWords, i08_typed};
use super::document::{
    NOT_TOLD, SmallNumbers, clean, clean_chart, clean_table, i09_set_aside_apart, own_part_table,
    report_words, threshold,
};
use super::own_names::i08_own_names;
use crate::envelope::Hash;
use crate::id::AreaId;
use crate::panel::counts::{CaseCount, IN_OTHER_WORDS, RoundAnswers};
use crate::panel::expectation::k02_unread;
use crate::panel::integration::distributions;
use crate::panel::manuscript::Clearance;
use crate::panel::{Stamp, Workbook};
use crate::text::{capitalised, counted, listed, long_date};
use crate::tool::{AnswerValue, Area, AreaRole, Prompt, PromptKind, Tool};

/// Numbers of a round on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// Which round, as a person reads it.
    pub title: String,
    /// BCP 47 tag of its language.
    pub language: String,
    /// The day.
    pub made: NaiveDate,
    /// What they are, from when, and for whom (I-10).
    pub about: Vec<(String, String)>,
    /// How many cases have which grade: one chart an area, then the cases overall.
    pub grades: Vec<BarChart>,
    /// How many cases have which answer, one table a question; also how many returns, where each agency was asked
    /// about its own part.
    pub answers: Vec<Table>,
    /// The same of what describes the children; `*` where few share it (I-09).
    pub details: Vec<Table>,
}

/// As clearances and the log name them.
const NUMBERS: &str = "numbers";
/// What somebody says who confirms what may be meant.
const TELLS_NOBODY: &str = "What was typed as the board’s name, the title and the period, and in the audit tool, was looked at, and it tells nobody who somebody is.";

/// Why the numbers of a round are not saved (I-08): the names of its board and its own, its period and the words of its
/// audit tool stand in them, and the words found there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoNumbers {
    /// They could tell who somebody is, and nothing published needs them.
    #[error(
        "the board’s name, the title and the period of the round and the words of its audit tool stand in the numbers, and this may tell who somebody is: {0}. Change the details of the round, or the tool, first"
    )]
    Identifies(String),
    /// They may be of the work, which nobody has confirmed.
    #[error(
        "the board’s name, the title and the period of the round and the words of its audit tool stand in the numbers. Confirm that this tells nobody who somebody is: {0}"
    )]
    NotConfirmed(String),
}

/// I-08: the numbers as they may be saved; what may be meant goes out only where a person confirmed these very words.
pub fn i08_numbers(workbook: &Workbook, today: NaiveDate) -> Result<Numbers, NoNumbers> {
    let typed = typed(workbook);
    if !typed.barred.is_empty() {
        return Err(NoNumbers::Identifies(listed(&typed.barred)));
    }
    if !typed.doubtful.is_empty() && workbook.clearance(&digest(workbook)).is_none() {
        return Err(NoNumbers::NotConfirmed(listed(&typed.doubtful)));
    }
    Ok(numbers(workbook, today))
}

/// I-08: records that a person looked at what may be meant in the names and the period that stand in the numbers. It
/// holds for as long as these read as they do.
pub fn i08_confirm_numbers(workbook: &mut Workbook, stamp: &Stamp) -> Result<(), NoNumbers> {
    let barred = typed(workbook).barred;
    if !barred.is_empty() {
        return Err(NoNumbers::Identifies(listed(&barred)));
    }
    let clearance = Clearance {
        document: NUMBERS.to_owned(),
        snapshot: digest(workbook),
        confirmed: Vec::new(),
        reason: TELLS_NOBODY.to_owned(),
        stamp: stamp.clone(),
    };
    // Only a blank reason is refused.
    let _ = workbook.clear_document(clearance);
    Ok(())
}

/// What the guard finds in whatever somebody typed of what stands in the numbers.
fn typed(workbook: &Workbook) -> TypedWords {
    let plan = workbook.plan();
    let named = i08_own_names(plan);
    let mut typed = i08_typed(workbook);
    let board = std::iter::once(plan.round.board.name.as_str());
    for text in board.chain(words_of(&plan.round.tool)) {
        typed.look_at(text, &named, false);
    }
    typed
}

/// What stands in the numbers of an audit tool, which a board may have made or changed: all that its pages show of
/// grades, areas, questions and answers.
fn words_of(tool: &Tool) -> impl Iterator<Item = &str> {
    let grades = tool.scale.grades.iter().map(|grade| grade.label.as_str());
    let areas = tool.areas.iter().map(|area| area.title.as_str());
    let asked = tool.prompts().flat_map(|(_, prompt)| {
        let options = prompt.kind.options().iter().map(|option| option.label.as_str());
        std::iter::once(prompt.text.as_str()).chain(options)
    });
    std::iter::once(tool.title.as_str()).chain(grades).chain(areas).chain(asked)
}

/// Of what somebody typed, each text ended by a zero byte.
fn digest(workbook: &Workbook) -> Hash {
    let round = &workbook.plan().round;
    let texts = [NUMBERS, &round.board.name, &round.title, &round.period].into_iter();
    let mut bytes = Vec::new();
    for text in texts.chain(words_of(&round.tool)) {
        bytes.extend_from_slice(text.as_bytes());
        bytes.push(0);
    }
    Hash::of(&bytes)
}

/// The numbers of a round as they stand on a day.
pub fn numbers(workbook: &Workbook, today: NaiveDate) -> Numbers {
    let round = &workbook.plan().round;
    let (details, work): (Vec<&Area>, Vec<&Area>) =
        round.tool.areas.iter().partition(|area| area.role == Some(AreaRole::CaseDetails));
    let answers = RoundAnswers::of(workbook);
    let small = SmallNumbers::of(workbook, &answers);
    let untold = i09_set_aside_apart(round.tool.graded_areas(), |prompt| small.holds_back(prompt));
    let asked = work.iter().flat_map(|area| &area.prompts);
    let described = details.iter().flat_map(|area| &area.prompts);
    let mut numbers = Numbers {
        title: round.title.clone(),
        language: round.tool.language.clone(),
        made: today,
        about: about(workbook, today, &untold),
        grades: grades(workbook, &untold),
        answers: asked.filter_map(|prompt| table(&answers, &small, prompt)).collect(),
        details: described.filter_map(|one| small.attribute_table(&one.id)).collect(),
    };
    numbers.only_what_is_seen();
    numbers
}

impl Numbers {
    /// Leaves out what nobody sees, as documents do (L35).
    fn only_what_is_seen(&mut self) {
        clean(&mut self.title);
        self.about.iter_mut().for_each(|(_, text)| clean(text));
        self.grades.iter_mut().for_each(clean_chart);
        self.answers.iter_mut().chain(&mut self.details).for_each(clean_table);
    }
}

/// `untold` are areas of which no grade is told.
fn about(workbook: &Workbook, today: NaiveDate, untold: &[&Area]) -> Vec<(String, String)> {
    let round = &workbook.plan().round;
    let words = report_words();
    let word = |name: &str| words.get(name).cloned().unwrap_or_default();
    let tool = [&round.tool.title, ", version ", &round.tool.version.to_string()].concat();
    let mut lines = vec![
        ("Board", round.board.name.clone()),
        ("Audit", round.title.clone()),
        ("Period", round.period.clone()),
        ("Audit tool", tool),
        ("Cases", workbook.plan().open_cases().count().to_string()),
        ("Made on", long_date(today)),
        ("For whom", word("audience.board")),
        ("Small numbers", small_numbers(threshold(workbook))),
    ];
    if round.practice {
        lines.push(("Practice", word("practice")));
    }
    if !untold.is_empty() {
        let titles: Vec<&str> = untold.iter().map(|area| area.title.as_str()).collect();
        let why = " have no grades here: in how many cases each was judged would tell how many children share a detail \
                   that few share.";
        lines.push(("Not told", [&listed(&titles), why].concat()));
    }
    let unread = k02_unread(workbook).count();
    if unread > 0 {
        let missing = counted(unread, "return counts and cannot", "returns count and cannot");
        lines.push((
            "Not counted",
            [&capitalised(&missing), " be read in this browser: no number here has them."].concat(),
        ));
    }
    lines.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

/// What `*` stands for.
fn small_numbers(below: usize) -> String {
    if below < 2 {
        return "No number is held back: the terms of reference say so.".to_owned();
    }
    format!(
        "{NOT_TOLD} stands for a detail that from 1 to {} children share, and for what would give \
         that away: one more answer, or every number of a question that is asked only because of \
         such a detail, or then in other words.",
        below - 1
    )
}

/// I-09: areas that different answers to a detail that few share set aside are `untold`.
fn grades(workbook: &Workbook, untold: &[&Area]) -> Vec<BarChart> {
    let tool = &workbook.plan().round.tool;
    let all = distributions(workbook);
    let is_told = |id: &AreaId| untold.iter().all(|area| area.id != *id);
    let graded = all.iter().filter(|one| !one.rows.is_empty());
    let graded = graded.filter(|one| one.area.as_ref().is_none_or(is_told));
    let chart = |one: &crate::panel::integration::Distribution| {
        let area = one.area.as_ref().and_then(|id| tool.area(id));
        let title = match area {
            Some(area) => [area.number.to_string().as_str(), ". ", &area.title].concat(),
            None => "Cases overall".to_owned(),
        };
        BarChart::of_grades(&title, one)
    };
    graded.map(chart).collect()
}

/// I-09: all numbers of a question, or none. Of how many cases they are tells in how many it was not asked, or
/// in other words; where none is told, neither is whether there is any such case.
fn table(answers: &RoundAnswers, small: &SmallNumbers<'_>, prompt: &Prompt) -> Option<Table> {
    let is_told = !small.holds_back(&prompt.id);
    let told = |n: usize| if is_told { n.to_string() } else { NOT_TOLD.to_owned() };
    let tally = answers.tally(&prompt.id, &prompt.kind);
    if prompt.of_each_agency {
        return own_part_table(answers, prompt, &tally, is_told);
    }
    let row = |count: &CaseCount| {
        vec![label(&prompt.kind, &count.value), told(count.cases.len()), told(count.of)]
    };
    let beside = tally.first()?.in_other_words.len();
    let is_listed = if is_told { beside > 0 } else { answers.may_be_in_other_words(&prompt.id) };
    let asked_otherwise = is_listed
        .then(|| vec![IN_OTHER_WORDS.to_owned(), told(beside), told(answers.cases().len())]);
    Some(Table {
        caption: [prompt.id.as_str(), " ", &prompt.text].concat(),
        head: ["Answer", "Cases", "Of"].map(str::to_owned).into(),
        rows: tally.iter().map(row).chain(asked_otherwise).collect(),
    })
}

/// An answer as it is read.
fn label(kind: &PromptKind, value: &str) -> String {
    if let Some(answer) = AnswerValue::ALL.into_iter().find(|answer| answer.as_str() == value) {
        return answer.label().to_owned();
    }
    let option = crate::id::OptionId::new(value).ok();
    let label = option.as_ref().and_then(|option| kind.option_label(option));
    label.unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests;
