//! I-08: the guard once more over the plan, as it leaves in a spreadsheet or a calendar.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Grid, plan_grid};
use crate::gather::gathered;
use crate::guard::{Guard, Level, withheld};
use crate::panel::Workbook;
use crate::panel::actions::sheet::{ACTION, SHEET, TOLD};
use crate::panel::actions::{ActionView, Body, ReportField, Withholding, action_plan};
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

/// I-08: the whole plan with its issues as it leaves, and how many words or numbers are withheld in it.
pub fn i08_plan(workbook: &Workbook, today: NaiveDate, without: &Withholding<'_>) -> (Grid, usize) {
    i08_withheld(plan_grid(workbook, today), without)
}

/// I-08: a plan or a sheet as it leaves, and how many words or numbers are withheld in its cells.
pub fn i08_withheld(mut grid: Grid, without: &Withholding<'_>) -> (Grid, usize) {
    let count = withhold(&mut grid, without);
    (grid, count)
}

fn withhold(grid: &mut Grid, without: &Withholding<'_>) -> usize {
    grid.title = without.text(&grid.title);
    let ids = ids(grid);
    let mut count = 0;
    for cell in grid.rows.iter_mut().flat_map(|row| row.iter_mut().skip(ids)) {
        let found = without.found(cell);
        count += found.len();
        *cell = withheld(cell, &found);
    }
    count + grid.issues.as_deref_mut().map_or(0, |issues| withhold(issues, without))
}

/// How many columns hold the ids by which a sheet is known when it comes back: they are at random, and tell of nobody.
fn ids(grid: &Grid) -> usize {
    grid.head.iter().take_while(|head| [SHEET, ACTION].contains(&head.as_str())).count()
}

/// Each place of the plan, and of the issues beside it, that may tell who somebody is: "Action 2, “Owner”: a person’s
/// name." The words found are not repeated.
pub fn i08_in_plan(plan: &Grid, without: &Withholding<'_>) -> Vec<String> {
    let issues = plan.issues.iter().flat_map(|issues| in_rows("Issue ", issues, without));
    in_rows("Action ", plan, without).into_iter().chain(issues).collect()
}

/// The first cell of a row is its number.
fn in_rows(what: &str, grid: &Grid, without: &Withholding<'_>) -> Vec<String> {
    let mut told = Vec::new();
    for row in &grid.rows {
        let number = row.first().map(String::as_str).unwrap_or_default();
        for (head, cell) in grid.head.iter().zip(row) {
            let found = without.found(cell).into_iter();
            let kinds: BTreeSet<&str> = gathered(found.map(|one| one.kind.label()));
            if !kinds.is_empty() {
                let kinds = listed(&kinds.into_iter().collect::<Vec<_>>());
                told.push([what, number, ", “", head, "”: ", &kinds, "."].concat());
            }
        }
    }
    told
}
