//! I-08: the guard once more over the plan, before it leaves as a spreadsheet or a calendar.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Grid, plan_grid};
use crate::gather::gathered;
use crate::guard::{Finding, Guard, Kind, Level};
use crate::panel::Workbook;
use crate::panel::actions::sheet::TOLD;
use crate::panel::actions::{ActionView, Body, ReportField, action_plan};
use crate::report::calendar::Reminder;
use crate::text::listed;

/// Why a sheet of an agency or a calendar is not saved (I-08): it has what has to go wherever somebody writes it
/// (I-05). The places, each with the kinds found; the words found are not repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "this file is not saved, because it would tell who somebody is: {0}. Change that first, then save the file again"
)]
pub struct Identifies(String);

/// I-08, AP-09: whether the sheet of a body may be written, by what would stand on it; asked before it is issued.
pub fn i08_sheet_may_go(
    workbook: &Workbook,
    to: &Body,
    today: NaiveDate,
    guard: &Guard,
) -> Result<(), Identifies> {
    let lines = action_plan(workbook, today).lines;
    let on_sheet = lines.iter().filter(|line| line.is_open() && line.action.owner.body == *to);
    none_of(on_sheet.flat_map(|line| on_line(workbook, line, guard)))
}

/// I-08: whether a calendar may be written with these reminders, for the round of this title.
pub fn i08_reminders_may_go(
    title: &str,
    reminders: &[Reminder],
    guard: &Guard,
) -> Result<(), Identifies> {
    let titled = has_to_go("the title of the round", title, guard);
    let due = reminders.iter().filter_map(|one| has_to_go(&one.about, &one.text, guard));
    none_of(titled.into_iter().chain(due))
}

/// What has to go of one line of a sheet, column by column.
fn on_line(workbook: &Workbook, line: &ActionView, guard: &Guard) -> Vec<String> {
    let number = line.number.to_string();
    let told = TOLD.into_iter().zip(super::told(workbook, line));
    let reported = ReportField::ALL.map(|field| (field.label(), line.report(field).text()));
    let place = |head: &str| ["action ", &number, ", “", head, "”"].concat();
    let cells = told.chain(reported);
    cells.filter_map(|(head, cell)| has_to_go(&place(head), &cell, guard)).collect()
}

fn has_to_go(place: &str, text: &str, guard: &Guard) -> Option<String> {
    let found = guard.find(text).into_iter().filter(|one| one.level == Level::Block);
    let kinds: BTreeSet<&str> = gathered(found.map(|one| one.kind.label()));
    let kinds: Vec<&str> = kinds.into_iter().collect();
    (!kinds.is_empty()).then(|| [place, " (", &listed(&kinds), ")"].concat())
}

fn none_of(found: impl Iterator<Item = String>) -> Result<(), Identifies> {
    let mut places: Vec<String> = Vec::new();
    for place in found {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() { Ok(()) } else { Err(Identifies(listed(&places))) }
}

/// I-05, I-08: the whole plan as it may be saved: what has to go wherever somebody writes it is taken out of each cell.
/// What was recorded once cannot be recorded otherwise, so a plan that held it could never be saved again.
pub fn i08_plan(workbook: &Workbook, today: NaiveDate, guard: &Guard) -> Grid {
    without_what_has_to_go(plan_grid(workbook, today), guard)
}

fn without_what_has_to_go(grid: Grid, guard: &Guard) -> Grid {
    let without = |cell: String| guard.without_what_has_to_go(cell);
    let row = |cells: Vec<String>| cells.into_iter().map(without).collect();
    Grid {
        title: without(grid.title),
        rows: grid.rows.into_iter().map(row).collect(),
        issues: grid.issues.map(|issues| Box::new(without_what_has_to_go(*issues, guard))),
        ..grid
    }
}

/// Each place of the plan, and of the issues beside it, that may tell who somebody is: "Action 2, “Owner”: a person’s
/// name." The words found are not repeated.
pub fn i08_in_plan(plan: &Grid, guard: &Guard) -> Vec<String> {
    let issues = plan.issues.iter().flat_map(|issues| in_rows("Issue ", issues, guard));
    in_rows("Action ", plan, guard).into_iter().chain(issues).collect()
}

/// The first cell of a row is its number.
fn in_rows(what: &str, grid: &Grid, guard: &Guard) -> Vec<String> {
    let mut told = Vec::new();
    for row in &grid.rows {
        let number = row.first().map(String::as_str).unwrap_or_default();
        for (head, cell) in grid.head.iter().zip(row) {
            let found = guard.find(cell).into_iter().filter(|one| !is_of_plan(one, cell));
            let kinds: BTreeSet<&str> = gathered(found.map(|one| one.kind.label()));
            if !kinds.is_empty() {
                let kinds = listed(&kinds.into_iter().collect::<Vec<_>>());
                told.push([what, number, ", “", head, "”: ", &kinds, "."].concat());
            }
        }
    }
    told
}

/// A day as the plan itself writes it, however long ago, is one of the work unless the text says that it is of a birth.
fn is_of_plan(found: &Finding, cell: &str) -> bool {
    found.kind == Kind::FullDate && found.quoted(cell).parse::<NaiveDate>().is_ok()
}
