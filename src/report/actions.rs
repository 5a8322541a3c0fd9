//! The action plan and agencies' sheets as grids for spreadsheets (AP-09).
//!
//! The heads of a sheet are how it is known when it comes back, so they stand with its reader
//! ([`crate::panel::actions::sheet`]); those of the whole plan are data.

mod identifying;
mod issues;
mod plan;
#[cfg(feature = "spreadsheet")]
mod xlsx;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use identifying::{
    Identifies, i08_in_plan, i08_plan, i08_reminders_may_go, i08_sheet_may_go, i08_withheld,
};
pub use issues::issue_step_words;
pub use plan::plan_grid;
#[cfg(feature = "spreadsheet")]
pub use xlsx::grid_xlsx;

use super::calendar::AUDIENCE;
use super::csv::csv;
use crate::panel::Workbook;
use crate::panel::actions::sheet::{ACTION, ID_MARK, IssuedSheet, SHEET, SheetLine, TOLD};
use crate::panel::actions::{ActionView, Progress, ReportField, action_plan};
use crate::text::looks_neutralised;

/// Rows under heads, to be written as CSV or as a workbook of a spreadsheet program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// What it is, as a person reads it.
    pub title: String,
    /// I-10: for whom it is.
    #[serde(default)]
    pub audience: String,
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
    /// AP-11: issues between agencies, on a worksheet beside the actions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issues: Option<Box<Grid>>,
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
        audience: AUDIENCE.to_owned(),
        made,
        head: head.into_iter().chain(fields).map(str::to_owned).collect(),
        rows: sheet.lines.iter().filter_map(row).collect(),
        filled_from,
        choices: progress.map(|at| (filled_from + at, words.into())),
        issues: None,
    }
}

fn cells_of_line(
    workbook: &Workbook,
    sheet: &IssuedSheet,
    line: &SheetLine,
    view: &ActionView,
) -> Vec<String> {
    let id = |id: &str| [ID_MARK.to_string().as_str(), id].concat();
    let ids = [id(sheet.id.as_str()), id(line.action.as_str())];
    let reports = ReportField::ALL.into_iter().map(|field| marked(line.report(field).text()));
    ids.into_iter().chain(told(workbook, view)).chain(reports).collect()
}

/// What a sheet tells of an action, in the order of its heads ([`TOLD`]).
fn told(workbook: &Workbook, view: &ActionView) -> [String; TOLD.len()] {
    let action = &view.action;
    [
        view.number.to_string(),
        action.text.clone(),
        action.measure.clone(),
        action.evidence_expected.clone(),
        action.owner.name(workbook),
        view.due.now.map(|due| due.to_string()).unwrap_or_default(),
    ]
}

/// What looks as if an apostrophe had been put before it gets one more, so that reading takes off the right one.
fn marked(cell: String) -> String {
    if looks_neutralised(&cell) { ["'", &cell].concat() } else { cell }
}

#[cfg(test)]
mod tests;
