//! The action plan and agencies' sheets as grids for spreadsheets (AP-09).
//!
//! The heads of a sheet are how it is known when it comes back, so they stand with its reader
//! ([`crate::panel::actions::sheet`]); those of the whole plan are data.

#[cfg(feature = "spreadsheet")]
mod xlsx;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[cfg(feature = "spreadsheet")]
pub use xlsx::grid_xlsx;

use super::csv::csv;
use crate::id::ItemId;
use crate::json;
use crate::panel::Workbook;
use crate::panel::actions::sheet::{ACTION, ID_MARK, IssuedSheet, SHEET, SheetLine, TOLD};
use crate::panel::actions::{ActionView, Progress, ReportField, action_plan};
use crate::text::looks_neutralised;

/// Rows under heads, to be written as CSV or as a workbook of a spreadsheet program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// What it is, as a person reads it.
    pub title: String,
    /// The day.
    pub made: NaiveDate,
    /// One a column.
    pub head: Vec<String>,
    /// Each as long as the head.
    pub rows: Vec<Vec<String>>,
    /// The first column that somebody fills in; as many as there are columns where nobody does.
    pub filled_from: usize,
    /// A column in which one of these words belongs.
    pub choices: Option<(usize, Vec<String>)>,
}

/// The grid as CSV.
pub fn grid_csv(grid: &Grid) -> String {
    let head: Vec<&str> = grid.head.iter().map(String::as_str).collect();
    csv(&head, grid.rows.iter().map(|cells| cells.iter().map(Cow::from).collect()))
}

/// AP-09: a sheet that was issued: its lines with what stood on them then. Its day is that of UTC.
pub fn action_sheet(workbook: &Workbook, sheet: &IssuedSheet) -> Grid {
    action_sheet_of(workbook, sheet, sheet.stamp.at.date_naive())
}

/// AP-09: the same, with the day on which it was issued where its reader lives.
pub fn action_sheet_of(workbook: &Workbook, sheet: &IssuedSheet, made: NaiveDate) -> Grid {
    let plan = action_plan(workbook, made);
    let row = |line: &SheetLine| {
        let view = plan.lines.iter().find(|view| view.action.id == line.action)?;
        Some(cells_of_line(workbook, sheet, line, view))
    };
    let head: Vec<&str> = [SHEET, ACTION].into_iter().chain(TOLD).collect();
    let filled_from = head.len();
    let progress = ReportField::ALL.iter().position(|field| *field == ReportField::Progress);
    let words = Progress::ALL.map(|one| one.label().to_owned());
    let fields = ReportField::ALL.into_iter().map(ReportField::label);
    Grid {
        title: sheet.to.name(workbook),
        made,
        head: head.into_iter().chain(fields).map(str::to_owned).collect(),
        rows: sheet.lines.iter().filter_map(row).collect(),
        filled_from,
        choices: progress.map(|at| (filled_from + at, words.into())),
    }
}

fn cells_of_line(
    workbook: &Workbook,
    sheet: &IssuedSheet,
    line: &SheetLine,
    view: &ActionView,
) -> Vec<String> {
    let action = &view.action;
    let id = |id: &str| [ID_MARK.to_string().as_str(), id].concat();
    let told = [
        id(sheet.id.as_str()),
        id(line.action.as_str()),
        view.number.to_string(),
        action.text.clone(),
        action.measure.clone(),
        action.evidence_expected.clone(),
        action.owner.name(workbook),
        view.due.now.map(|due| due.to_string()).unwrap_or_default(),
    ];
    let reports = ReportField::ALL.into_iter().map(|field| marked(line.report(field).text()));
    told.into_iter().chain(reports).collect()
}

/// What looks as if an apostrophe had been put before it gets one more, so that reading takes off the right one.
fn marked(cell: String) -> String {
    if looks_neutralised(&cell) { ["'", &cell].concat() } else { cell }
}

/// One column of the whole plan.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    holds: Held,
    head: String,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Held {
    Number,
    Recommendations,
    Text,
    Outcome,
    Measure,
    EvidenceExpected,
    Owner,
    Others,
    Agreed,
    Resources,
    Start,
    Due,
    FirstDue,
    Priority,
    Status,
    Note,
    Evidence,
    Impact,
    Escalated,
}

fn columns() -> Vec<Column> {
    let read = json::from_slice(include_bytes!("data/plan-columns.json"));
    read.expect("a test reads the columns of the plan")
}

/// The whole plan, those superseded too.
pub fn plan_grid(workbook: &Workbook, today: NaiveDate) -> Grid {
    let columns = columns();
    let row = |line: &ActionView| -> Vec<String> {
        columns.iter().map(|one| held(workbook, line, one.holds)).collect()
    };
    let lines = action_plan(workbook, today).lines;
    Grid {
        title: workbook.plan().round.title.clone(),
        made: today,
        head: columns.iter().map(|one| one.head.clone()).collect(),
        rows: lines.iter().map(row).collect(),
        filled_from: columns.len(),
        choices: None,
    }
}

fn held(workbook: &Workbook, line: &ActionView, column: Held) -> String {
    let action = &line.action;
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    match column {
        Held::Number => line.number.to_string(),
        Held::Recommendations => recommendations(workbook, line),
        Held::Text => action.text.clone(),
        Held::Outcome => action.outcome.clone(),
        Held::Measure => action.measure.clone(),
        Held::EvidenceExpected => action.evidence_expected.clone(),
        Held::Owner => action.owner.name(workbook),
        Held::Others => {
            let others = action.contributors.iter().map(|one| one.name(workbook));
            others.collect::<Vec<_>>().join("; ")
        }
        Held::Agreed => date(action.agreed),
        Held::Resources => action.resources.clone(),
        Held::Start => date(action.start),
        Held::Due => date(line.due.now),
        Held::FirstDue => date(line.due.first),
        Held::Priority => action.priority.label().to_owned(),
        Held::Status => line.status.label().to_owned(),
        Held::Note => line.report(ReportField::Note).text(),
        Held::Evidence => line.evidence(),
        Held::Impact => line.report(ReportField::Impact).text(),
        Held::Escalated => line.escalated_now().map(|(to, _)| to.clone()).unwrap_or_default(),
    }
}

/// "1; 3", or the words of the earlier round's of a carried action.
fn recommendations(workbook: &Workbook, line: &ActionView) -> String {
    let all = workbook.recommendations();
    let number =
        |id: &ItemId| all.iter().position(|one| one.id == *id).map(|at| (at + 1).to_string());
    let own = line.action.recommendations.iter().filter_map(number);
    let carried = line.action.carried.iter().flat_map(|from| from.recommendations.iter().cloned());
    own.chain(carried).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
