//! Reading a sheet that came back, cell by cell: what cannot be read is named with its row and column.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::IssuedSheet;
use super::cell::report;
use super::fault::{CellFault, CellFaultKind, SheetError};
use super::head::{Head, is_read, is_told};
use super::month_first::{id_in, is_month_first, turned_back};
use super::rows::{CellRow, text_rows};
use crate::guard::{Guard, holds_withheld};
use crate::id::ItemId;
use crate::panel::actions::identifying::{i03_kinds, i05_in, i05_must_go, written};
use crate::panel::actions::words::folded;
use crate::panel::actions::{Body, Report, ReportField, Withholding};
use crate::panel::guard_of_question;
use crate::panel::workbook::Workbook;
use crate::text::listed;

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
    /// Cells that could not be read, or that tell who somebody is (I-05).
    pub faults: Vec<CellFault>,
    /// Cells that were read and may tell who somebody is (I-03): to be looked at before the sheet is taken over.
    pub warned: Vec<CellFault>,
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
    let now = today.and_time(NaiveTime::MIN).and_utc();
    let mut reader = Reader {
        workbook,
        today,
        guard: guard_of_question(&workbook.plan().round, now),
        is_month_first: is_month_first(workbook, &head, rows),
        head,
        known: None,
        read: Vec::new(),
        seen: BTreeMap::new(),
        faults: Vec::new(),
        warned: Vec::new(),
        unread: Vec::new(),
    };
    rows.iter().for_each(|one| reader.row(one.row, &one.cells));
    reader.done()
}

struct Reader<'a> {
    workbook: &'a Workbook,
    today: NaiveDate,
    guard: Guard,
    is_month_first: bool,
    head: Head,
    known: Option<&'a IssuedSheet>,
    read: Vec<SheetRow>,
    seen: BTreeMap<ItemId, usize>,
    faults: Vec<CellFault>,
    warned: Vec<CellFault>,
    unread: Vec<UnreadCell>,
}

impl Reader<'_> {
    fn row(&mut self, row: usize, cells: &[String]) {
        match self.action(row, cells) {
            Ok(action) => {
                self.seen.insert(action.clone(), row);
                let reports = self.reports(row, &action, cells);
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
        let id = |at: usize| cells.get(at).and_then(|cell| id_in(cell));
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

    fn reports(&mut self, row: usize, action: &ItemId, cells: &[String]) -> Vec<Report> {
        let fields: Vec<(ReportField, usize)> =
            self.head.fields.iter().map(|(field, at)| (*field, *at)).collect();
        let mut reports = Vec::new();
        for (field, at) in fields {
            let Some(cell) = cells.get(at) else { continue };
            match self.reported(action, field, cell) {
                Ok(Some(said)) => match self.stood_for(action, &said) {
                    Some(own) => reports.push(own),
                    None if self.may_stay(row, at, action, &said) => reports.push(said),
                    None => {}
                },
                Ok(None) => {}
                Err(kind) => self.fault(row, at, cells, kind),
            }
        }
        reports
    }

    fn reported(
        &self,
        action: &ItemId,
        field: ReportField,
        cell: &str,
    ) -> Result<Option<Report>, CellFaultKind> {
        let is_date = matches!(field, ReportField::CompletedOn | ReportField::DateAsked);
        if self.is_month_first && is_date {
            let cell = turned_back(cell, &self.before(action, field))?;
            return report(field, &cell, self.today);
        }
        report(field, cell, self.today)
    }

    /// I-08: the plan's own text, where a cell says what a file says of it with words withheld: nobody has changed it.
    fn stood_for(&self, action: &ItemId, said: &Report) -> Option<Report> {
        let said_text = written(said).filter(|text| holds_withheld(text))?;
        let at = self.known?.stamp.at;
        let now = self.workbook.action_lines().into_iter().find(|line| line.action.id == *action);
        let now = now.map(|line| line.report(said.field()));
        let ways = [false, true].map(|is_meant| Withholding::of(self.workbook, at, is_meant));
        let is_own = |own: &Report| {
            written(own).is_some_and(|text| ways.iter().any(|way| way.text(text) == said_text))
        };
        std::iter::once(self.before(action, said.field())).chain(now).find(is_own)
    }

    /// I-05: whether the guard lets a report be read. What stood in its cell as the sheet went out is not the agency's.
    fn may_stay(&mut self, row: usize, at: usize, action: &ItemId, said: &Report) -> bool {
        let before = self.before(action, said.field());
        let before = written(&before).unwrap_or_default();
        if let Some(what) = i05_must_go(&self.guard, said, before) {
            self.faults.push(self.unsaid(row, at, CellFaultKind::Identifies(what)));
            return false;
        }
        let kinds = written(said).map(|text| i03_kinds(&self.guard, text, before));
        let kinds: Vec<&str> = kinds.unwrap_or_default().into_iter().collect();
        if !kinds.is_empty() {
            self.warned.push(self.unsaid(row, at, CellFaultKind::MayIdentify(listed(&kinds))));
        }
        true
    }

    /// What stood in a cell as the sheet went out.
    fn before(&self, action: &ItemId, field: ReportField) -> Report {
        let mut lines = self.known.iter().flat_map(|sheet| &sheet.lines);
        let line = lines.find(|line| line.action == *action);
        line.map_or_else(|| field.blank(), |line| line.report(field))
    }

    /// A fault without its text: that is to be repeated nowhere.
    fn unsaid(&self, row: usize, at: usize, kind: CellFaultKind) -> CellFault {
        CellFault { row, column: self.head.name(at), text: String::new(), kind }
    }

    /// Cells of columns that are not ours.
    fn further(&mut self, row: usize, cells: &[String]) {
        let ours = |head: &str| is_read(head) || is_told(head);
        for (at, cell) in cells.iter().enumerate() {
            if !ours(&folded(&self.head.name(at))) {
                self.not_read(row, at, cell);
            }
        }
    }

    /// Every cell of a row that is left out, so that nothing in it is lost.
    fn everything(&mut self, row: usize, cells: &[String]) {
        cells.iter().enumerate().for_each(|(at, cell)| self.not_read(row, at, cell));
    }

    /// I-05: a cell that is shown as it stands, unless it tells who somebody is.
    fn not_read(&mut self, row: usize, at: usize, cell: &str) {
        if cell.trim().is_empty() {
            return;
        }
        if let Some(what) = i05_in(&self.guard, cell) {
            self.faults.push(self.unsaid(row, at, CellFaultKind::Identifies(what)));
            return;
        }
        let column = self.head.name(at);
        self.unread.push(UnreadCell { row, column, text: cell.to_owned() });
    }

    fn fault(&mut self, row: usize, at: usize, cells: &[String], kind: CellFaultKind) {
        let text = cells.get(at).filter(|cell| i05_in(&self.guard, cell).is_none());
        let text = text.cloned().unwrap_or_default();
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
            warned: self.warned,
            unread: self.unread,
        })
    }
}
