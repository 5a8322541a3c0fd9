//! Reading a sheet that came back, cell by cell: what cannot be read is named with its row and column.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cell::report;
use super::fault::{CellFault, CellFaultKind, SheetError};
use super::head::{Head, is_read, is_told};
use super::rows::{CellRow, text_rows};
use super::{ID_MARK, IssuedSheet};
use crate::id::ItemId;
use crate::panel::actions::words::folded;
use crate::panel::actions::{Body, Report, ReportField};
use crate::panel::workbook::Workbook;

/// A cell in a column that we do not read, so that a person can see what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadCell {
    /// As a spreadsheet numbers it.
    pub row: usize,
    /// Head of its column.
    pub column: String,
    /// What stands in it.
    pub text: String,
}

/// What a sheet says of one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// As a spreadsheet numbers it.
    pub row: usize,
    /// Of which action.
    pub action: ItemId,
    /// What stands in its fields; those without a column, or with a fault, are left out.
    pub reports: Vec<Report>,
}

/// A sheet that came back, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSheet {
    /// Which sheet.
    pub sheet: ItemId,
    /// Whose.
    pub from: Body,
    /// In the order of the file.
    pub rows: Vec<SheetRow>,
    /// Cells that could not be read.
    pub faults: Vec<CellFault>,
    /// Cells of further columns.
    pub unread: Vec<UnreadCell>,
    /// Fields whose columns are not in the file; nothing of them changes.
    pub no_column: Vec<ReportField>,
    /// Actions on the sheet of which the file has no row; nothing of them changes.
    pub no_row: Vec<ItemId>,
}

/// Reads a sheet that an agency sent back as text.
pub fn read_sheet(
    workbook: &Workbook,
    bytes: &[u8],
    today: NaiveDate,
) -> Result<ReadSheet, SheetError> {
    read_rows(workbook, &text_rows(bytes)?, today)
}

/// Reads the rows of a sheet that came back, from whichever kind of file. The first is its head.
pub fn read_rows(
    workbook: &Workbook,
    rows: &[CellRow],
    today: NaiveDate,
) -> Result<ReadSheet, SheetError> {
    let (head, rows) = rows.split_first().ok_or(SheetError::Empty)?;
    let head = Head::of(&head.cells)?;
    let mut reader = Reader {
        workbook,
        today,
        head,
        known: None,
        read: Vec::new(),
        seen: BTreeMap::new(),
        faults: Vec::new(),
        unread: Vec::new(),
    };
    rows.iter().for_each(|one| reader.row(one.row, &one.cells));
    reader.done()
}

struct Reader<'a> {
    workbook: &'a Workbook,
    today: NaiveDate,
    head: Head,
    known: Option<&'a IssuedSheet>,
    read: Vec<SheetRow>,
    seen: BTreeMap<ItemId, usize>,
    faults: Vec<CellFault>,
    unread: Vec<UnreadCell>,
}

impl Reader<'_> {
    fn row(&mut self, row: usize, cells: &[String]) {
        match self.action(row, cells) {
            Ok(action) => {
                self.seen.insert(action.clone(), row);
                let reports = self.reports(row, cells);
                self.further(row, cells);
                self.read.push(SheetRow { row, action, reports });
            }
            Err((at, kind)) => {
                self.fault(row, at, cells, kind);
                self.everything(row, cells);
            }
        }
    }

    /// The action that a row is about, or in which column the fault is.
    fn action(&mut self, row: usize, cells: &[String]) -> Result<ItemId, (usize, CellFaultKind)> {
        let mut beyond = cells.iter().enumerate().skip(self.head.names.len());
        if let Some((at, _)) = beyond.find(|(_, cell)| !cell.trim().is_empty()) {
            return Err((at, CellFaultKind::TooManyCells));
        }
        let id = |at: usize| -> Option<ItemId> {
            let cell = cells.get(at)?.trim();
            cell.trim_start_matches(ID_MARK).to_lowercase().parse().ok()
        };
        let sheet = id(self.head.sheet).and_then(|id| self.workbook.sheet(&id));
        let sheet = sheet.ok_or((self.head.sheet, CellFaultKind::UnknownSheet))?;
        let known = *self.known.get_or_insert(sheet);
        if known.id != sheet.id {
            return Err((self.head.sheet, CellFaultKind::AnotherSheet));
        }
        let unknown = (self.head.action, CellFaultKind::UnknownAction);
        let action = id(self.head.action).ok_or(unknown.clone())?;
        if !known.lines.iter().any(|line| line.action == action) {
            return Err(unknown);
        }
        match self.seen.get(&action) {
            Some(first) if *first != row => {
                Err((self.head.action, CellFaultKind::ActionTwice(*first)))
            }
            Some(_) | None => Ok(action),
        }
    }

    fn reports(&mut self, row: usize, cells: &[String]) -> Vec<Report> {
        let fields: Vec<(ReportField, usize)> =
            self.head.fields.iter().map(|(field, at)| (*field, *at)).collect();
        let mut reports = Vec::new();
        for (field, at) in fields {
            let Some(cell) = cells.get(at) else { continue };
            match report(field, cell, self.today) {
                Ok(report) => reports.extend(report),
                Err(kind) => self.fault(row, at, cells, kind),
            }
        }
        reports
    }

    /// Cells of columns that are not ours.
    fn further(&mut self, row: usize, cells: &[String]) {
        let ours = |head: &str| is_read(head) || is_told(head);
        for (at, cell) in cells.iter().enumerate() {
            let column = self.head.name(at);
            if !ours(&folded(&column)) && !cell.trim().is_empty() {
                self.unread.push(UnreadCell { row, column, text: cell.clone() });
            }
        }
    }

    /// Every cell of a row that is left out, so that nothing in it is lost.
    fn everything(&mut self, row: usize, cells: &[String]) {
        for (at, cell) in cells.iter().enumerate() {
            if !cell.trim().is_empty() {
                let column = self.head.name(at);
                self.unread.push(UnreadCell { row, column, text: cell.clone() });
            }
        }
    }

    fn fault(&mut self, row: usize, at: usize, cells: &[String], kind: CellFaultKind) {
        let text = cells.get(at).cloned().unwrap_or_default();
        self.faults.push(CellFault { row, column: self.head.name(at), text, kind });
    }

    fn done(self) -> Result<ReadSheet, SheetError> {
        let sheet = self.known.ok_or(SheetError::NotOurs)?;
        let missing = sheet.lines.iter().filter(|line| !self.seen.contains_key(&line.action));
        let fields = ReportField::ALL.into_iter();
        Ok(ReadSheet {
            sheet: sheet.id.clone(),
            from: sheet.to.clone(),
            no_row: missing.map(|line| line.action.clone()).collect(),
            no_column: fields.filter(|field| !self.head.fields.contains_key(field)).collect(),
            rows: self.read,
            faults: self.faults,
            unread: self.unread,
        })
    }
}
