//! AP-09: a sheet of one body's actions, which it fills in with its spreadsheet and sends back.
//!
//! The workbook keeps what stood on each sheet when it was written, so that a
//! sheet that comes back is compared three ways: what it was, what it says, and
//! what is recorded here by now. Only what the agency changed and nobody here
//! did is taken over without being asked ([`Difference::Change`]).
//!
//! Not here: the text of the file that goes out (`crate::report::actions`).

mod cell;
mod compare;
mod date;
mod decode;
mod fault;
mod head;
mod month_first;
mod read;
mod rows;
#[cfg(feature = "spreadsheet")]
mod xlsx;

use serde::{Deserialize, Serialize};

pub(super) use compare::difference;
pub use compare::{Compared, Difference, FieldDifference, Take, Taken, compare};
pub use date::written_date;
pub use fault::{CellFault, CellFaultKind, SheetError};
pub use read::{ReadSheet, SheetRow, UnreadCell, read_rows, read_sheet};
pub use rows::{CellRow, MAX_BYTES, is_workbook, text_rows};
#[cfg(feature = "spreadsheet")]
pub use xlsx::workbook_rows;

use super::{ActionView, Body, Report, ReportField};
use crate::id::ItemId;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

/// Heads of the columns that say which line it is, and that nobody fills in.
pub const SHEET: &str = "Sheet";
/// Head of the column with the action's id.
pub const ACTION: &str = "Action";
/// Stands before ids, so that no spreadsheet takes one for a number.
pub const ID_MARK: char = '#';
/// Head of the column that tells by when the action is due.
pub const DUE: &str = "Due";
/// Heads of the columns that tell the reader what the action is; they are not read back.
pub const TOLD: [&str; 6] =
    ["Number", "What is to be done", "Measure of success", "Evidence expected", "Owner", DUE];

/// A sheet that was written for an agency, with what stood on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssuedSheet {
    /// Random.
    pub id: ItemId,
    /// Whose actions.
    pub to: Body,
    /// In the plan's order.
    pub lines: Vec<SheetLine>,
    /// Who wrote it, and when.
    pub stamp: Stamp,
}

/// What stood on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SheetLine {
    /// Of which action.
    pub action: ItemId,
    /// What was reported by then; fields that were blank are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Report>,
}

/// Why no sheet was written. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// The body owns no action that is open.
    #[error("this agency owns no action that is still open")]
    NothingOpen,
    /// There is a sheet of this id.
    #[error("there is a sheet of this number already")]
    Known,
}

impl SheetLine {
    /// What stood in a field.
    pub fn report(&self, field: ReportField) -> Report {
        let known = self.reports.iter().find(|report| report.field() == field);
        known.cloned().unwrap_or_else(|| field.blank())
    }

    fn of(line: &ActionView) -> Self {
        let reports = ReportField::ALL.into_iter().map(|field| line.report(field));
        let reports = reports.filter(|report| *report != report.field().blank()).collect();
        Self { action: line.action.id.clone(), reports }
    }
}

impl Workbook {
    /// Notes that a sheet with the open actions of one body is written now; the text is the report's.
    pub fn issue_sheet(
        &mut self,
        id: ItemId,
        to: &Body,
        stamp: &Stamp,
    ) -> Result<&IssuedSheet, IssueError> {
        if self.sheet(&id).is_some() {
            return Err(IssueError::Known);
        }
        let lines = self.action_lines().into_iter();
        let lines = lines.filter(|line| line.is_open() && line.action.owner.body == *to);
        let lines: Vec<SheetLine> = lines.map(|line| SheetLine::of(&line)).collect();
        if lines.is_empty() {
            return Err(IssueError::NothingOpen);
        }
        let event =
            Event::ActionSheetIssued { sheet: id.clone(), to: to.name(self), lines: lines.len() };
        self.record.log.add(stamp, event);
        let sheets = &mut self.record.panel.actions.sheets;
        sheets.push(IssuedSheet { id, to: to.clone(), lines, stamp: stamp.clone() });
        sheets.last().ok_or(IssueError::NothingOpen)
    }

    /// A sheet that was written.
    pub fn sheet(&self, id: &ItemId) -> Option<&IssuedSheet> {
        self.record.panel.actions.sheets.iter().find(|one| one.id == *id)
    }

    /// Sheets written so far, oldest first.
    pub fn sheets(&self) -> &[IssuedSheet] {
        &self.record.panel.actions.sheets
    }

    /// Bodies that own open actions, in the plan's order: for whom a sheet can be written.
    pub fn bodies_with_open_actions(&self) -> Vec<Body> {
        let mut bodies: Vec<Body> = Vec::new();
        for line in self.action_lines().into_iter().filter(ActionView::is_open) {
            if !bodies.contains(&line.action.owner.body) {
                bodies.push(line.action.owner.body);
            }
        }
        bodies
    }
}

#[cfg(test)]
mod tests;
