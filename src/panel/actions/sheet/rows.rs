//! The rows of a sheet that came back, by their numbers in a spreadsheet.

use super::decode::delimited;
use super::fault::SheetError;

/// Most rows under the head.
const MAX_ROWS: usize = 5_000;
/// Most columns.
const MAX_COLUMNS: usize = 200;

/// Every row that is not blank, by its number in a spreadsheet.
pub(super) fn rows(text: &str) -> Result<Vec<(usize, Vec<String>)>, SheetError> {
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
