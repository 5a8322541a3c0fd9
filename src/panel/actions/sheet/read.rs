//! Reading a sheet that came back, cell by cell: what cannot be read is named with its row and column.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::date::written_date;
use super::decode::{decoded, delimited};
use super::{ACTION, ID_MARK, IssuedSheet, SHEET, TOLD};
use crate::id::ItemId;
use crate::panel::actions::words::folded;
use crate::panel::actions::{Body, Progress, Report, ReportField};
use crate::panel::workbook::Workbook;
use crate::text::without_neutraliser;

/// Largest file, in bytes.
const MAX_BYTES: usize = 2_000_000;
/// Most rows under the head.
const MAX_ROWS: usize = 5_000;
/// Most columns.
const MAX_COLUMNS: usize = 200;
/// Longest text of a cell, in characters.
const MAX_LETTERS: usize = 10_000;

/// Why a file is no sheet of ours. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// It is larger than any sheet.
    #[error("this file is too large for a sheet of actions: {0} bytes")]
    TooLarge(usize),
    /// Nothing is in it.
    #[error("this file is empty")]
    Empty,
    /// It is a workbook of a spreadsheet program.
    #[error("this is a spreadsheet program’s own file: open it there and save it as CSV")]
    Spreadsheet,
    /// A column is not there without which no line can be known.
    #[error("this file has no column “{0}”: send the sheet as it was downloaded")]
    NoColumn(&'static str),
    /// Two columns have one head.
    #[error("this file has two columns “{0}”: keep one of them")]
    ColumnTwice(String),
    /// It has more rows or columns than any sheet.
    #[error("this file has more rows or columns than a sheet of actions can have")]
    TooMany,
    /// No row names a sheet of this round.
    #[error("no row of this file belongs to a sheet of this round")]
    NotOurs,
}

/// A cell that could not be read; the rest of its row is, except where it says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// As a spreadsheet numbers it: the head is row 1.
    pub row: usize,
    /// Head of its column.
    pub column: String,
    /// What stands in it.
    pub text: String,
    /// What is wrong.
    pub kind: CellFaultKind,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellFaultKind {
    /// The whole row is left out: this round wrote no such sheet.
    #[error("this round wrote no such sheet; the row is left out")]
    UnknownSheet,
    /// The whole row is left out: it is of another sheet than the rows before.
    #[error("this row is of another sheet than the first one; the row is left out")]
    AnotherSheet,
    /// The whole row is left out: the sheet had no such action.
    #[error("the sheet has no such action; the row is left out")]
    UnknownAction,
    /// The whole row is left out: an earlier row is of the same action.
    #[error("row {0} is of the same action; this row is left out")]
    ActionTwice(usize),
    /// The whole row is left out: it has more cells than the head.
    #[error(
        "this row has more cells than the first one, so they may have moved; the row is left out"
    )]
    TooManyCells,
    /// It is no date.
    #[error("this is no date: write it as 31/12/2026")]
    NotADate,
    /// Something is said to be done on a day to come.
    #[error("this day is still to come")]
    StillToCome,
    /// It is none of the words for how an action goes.
    #[error("write “Not started”, “On track”, “At risk” or “Complete”")]
    NotAProgress,
    /// It is longer than any text.
    #[error("this text is longer than 10,000 characters")]
    TooLong,
}

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

/// Reads a sheet as an agency sent it back.
pub fn read_sheet(
    workbook: &Workbook,
    bytes: &[u8],
    today: NaiveDate,
) -> Result<ReadSheet, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge(bytes.len()));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(SheetError::Spreadsheet);
    }
    let text = decoded(bytes);
    let cells = cells(&text)?;
    let (head, rows) = cells.split_first().ok_or(SheetError::Empty)?;
    let head = Head::of(&head.1)?;
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
    rows.iter().for_each(|(row, cells)| reader.row(*row, cells));
    reader.done()
}

/// Every row that is not blank, by its number in a spreadsheet.
fn cells(text: &str) -> Result<Vec<(usize, Vec<String>)>, SheetError> {
    let (text, mark) = delimited(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(mark)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut rows, mut row) = (Vec::new(), 0);
    for record in reader.records() {
        // Flexible rows of valid UTF-8 in memory: there is nothing else to fail.
        let Ok(record) = record else { return Err(SheetError::TooMany) };
        row += 1 + blank_lines(text, record.position());
        if row > MAX_ROWS + 1 || record.len() > MAX_COLUMNS {
            return Err(SheetError::TooMany);
        }
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((row, record.iter().map(str::to_owned).collect()));
        }
    }
    Ok(rows)
}

/// Blank lines before a row: the reader passes over them, and a spreadsheet counts them.
fn blank_lines(text: &str, start: Option<&csv::Position>) -> usize {
    let start = start.and_then(|start| usize::try_from(start.byte()).ok()).unwrap_or(0);
    let (before, rest) = (text.get(..start), text.get(start..).unwrap_or_default());
    let lines = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let lines = lines.filter(|byte| *byte == b'\n').count();
    // The second half of the line end of the row before.
    let half = before.is_some_and(|before| before.ends_with('\r')) && rest.starts_with('\n');
    lines - usize::from(half)
}

/// Which column holds what.
struct Head {
    names: Vec<String>,
    sheet: usize,
    action: usize,
    fields: BTreeMap<ReportField, usize>,
}

impl Head {
    fn of(cells: &[String]) -> Result<Self, SheetError> {
        let names: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let heads: Vec<String> = names.iter().map(|name| folded(name)).collect();
        let at = |name: &str| heads.iter().position(|head| *head == folded(name));
        let fields = ReportField::ALL.into_iter();
        let fields = fields.filter_map(|field| Some((field, at(field.label())?))).collect();
        let head = Self {
            sheet: at(SHEET).ok_or(SheetError::NoColumn(SHEET))?,
            action: at(ACTION).ok_or(SheetError::NoColumn(ACTION))?,
            fields,
            names: names.clone(),
        };
        let mut seen = BTreeSet::new();
        let twice = |at: &usize| {
            heads.get(*at).is_some_and(|head| !seen.insert(head.clone()) && head_is_read(head))
        };
        match (0..heads.len()).find(twice) {
            Some(at) => Err(SheetError::ColumnTwice(names.get(at).cloned().unwrap_or_default())),
            None => Ok(head),
        }
    }

    fn name(&self, at: usize) -> String {
        self.names.get(at).cloned().unwrap_or_default()
    }
}

fn head_is_read(head: &str) -> bool {
    let fields = ReportField::ALL.into_iter().map(ReportField::label);
    fields.chain([SHEET, ACTION]).any(|name| folded(name) == head)
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
        let ours = |head: &str| head_is_read(head) || TOLD.iter().any(|name| folded(name) == head);
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

/// What a cell reports; nothing where a blank says nothing.
fn report(
    field: ReportField,
    cell: &str,
    today: NaiveDate,
) -> Result<Option<Report>, CellFaultKind> {
    let cell = without_neutraliser(cell.trim());
    if cell.chars().count() > MAX_LETTERS {
        return Err(CellFaultKind::TooLong);
    }
    let text = || cell.to_owned();
    let report = match field {
        ReportField::Progress if cell.is_empty() => return Ok(None),
        ReportField::Progress => {
            Report::Progress(progress(cell).ok_or(CellFaultKind::NotAProgress)?)
        }
        ReportField::CompletedOn => {
            let on = date(cell)?;
            if on.is_some_and(|on| on > today) {
                return Err(CellFaultKind::StillToCome);
            }
            Report::CompletedOn(on)
        }
        ReportField::DateAsked => Report::DateAsked(date(cell)?),
        ReportField::Note => Report::Note(text()),
        ReportField::Evidence => Report::Evidence(text()),
        ReportField::Impact => Report::Impact(text()),
        ReportField::DateReason => Report::DateReason(text()),
    };
    Ok(Some(report.tidied()))
}

fn date(cell: &str) -> Result<Option<NaiveDate>, CellFaultKind> {
    if cell.is_empty() {
        return Ok(None);
    }
    written_date(cell).map(Some).ok_or(CellFaultKind::NotADate)
}

/// Whatever the capitals, blanks, hyphens and full stop.
fn progress(cell: &str) -> Option<Progress> {
    let plain = |text: &str| folded(&text.replace(['-', '.', '_'], " "));
    let cell = plain(cell);
    let same = |progress: &Progress| plain(progress.label()) == cell;
    Progress::ALL.into_iter().find(same).or(match cell.as_str() {
        "completed" | "done" | "finished" => Some(Progress::Complete),
        _ => None,
    })
}
