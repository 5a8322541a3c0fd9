//! The rows of a sheet that came back, by their numbers in a spreadsheet.

use serde::{Deserialize, Serialize};

use super::decode::{decoded, delimited};
use super::fault::SheetError;

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 2_000_000;

/// Most rows under the head.
pub(super) const MAX_ROWS: usize = 5_000;
/// Most columns.
pub(super) const MAX_COLUMNS: usize = 200;

/// A row of a file that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellRow {
    /// As a spreadsheet numbers it, from 1.
    pub row: usize,
    /// From its first column.
    pub cells: Vec<String>,
}

/// Whether a file is packed as workbooks are, whatever its name: what reads it is in the worker.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows of a file of text, such as CSV, that are not blank.
pub fn text_rows(bytes: &[u8]) -> Result<Vec<CellRow>, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge(bytes.len()));
    }
    if is_workbook(bytes) {
        return Err(SheetError::NotAWorkbook);
    }
    // The older files of spreadsheet programs, and newer ones that a password closes.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(SheetError::Spreadsheet);
    }
    rows(&decoded(bytes))
}

fn rows(text: &str) -> Result<Vec<CellRow>, SheetError> {
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
            rows.push(CellRow { row, cells: record.iter().map(str::to_owned).collect() });
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
