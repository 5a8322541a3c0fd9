//! The cells of one worksheet, as texts.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::package::{Book, Package, named, parsed};
use super::strings::{shared, text_of, unescaped};
use super::style::{Styles, day};
use crate::panel::actions::sheet::fault::SheetError;
use crate::panel::actions::sheet::rows::{CellRow, MAX_COLUMNS, MAX_ROWS};

/// Most letters of all cells together, in bytes: cells can share one long text.
const MAX_TEXT: usize = 16_000_000;

/// What all worksheets share.
pub(super) struct Reader {
    strings: Vec<String>,
    styles: Styles,
    from_1904: bool,
    left: usize,
}

impl Reader {
    pub(super) fn of(package: &mut Package, book: &Book) -> Result<Self, SheetError> {
        let strings = match &book.strings {
            Some(part) => shared(&package.part(part)?)?,
            None => Vec::new(),
        };
        let styles = match &book.styles {
            Some(part) => Styles::of(&package.part(part)?)?,
            None => Styles::default(),
        };
        Ok(Self { strings, styles, from_1904: book.from_1904, left: MAX_TEXT })
    }

    /// Every row that is not blank.
    pub(super) fn rows(&mut self, part: &str) -> Result<Vec<CellRow>, SheetError> {
        let parsed = parsed(part)?;
        let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        let mut last = 0_usize;
        for row in named(&parsed, "row") {
            // Both numbers may be left out: then it is the next one.
            let number = row.attribute("r").map_or(Ok(last.saturating_add(1)), str::parse);
            last = number.map_err(|_| SheetError::NotAWorkbook)?;
            let cells = self.cells(row)?;
            if cells.is_empty() {
                continue;
            }
            if last > MAX_ROWS + 1 {
                return Err(SheetError::TooMany);
            }
            if last == 0 || rows.insert(last, cells).is_some() {
                return Err(SheetError::NotAWorkbook);
            }
        }
        // Blank cells are not kept at the end of a row; what an agency emptied there is to be seen.
        let width = rows.values().next().map_or(0, Vec::len);
        let whole = |(row, mut cells): (usize, Vec<String>)| {
            cells.resize(width.max(cells.len()), String::new());
            CellRow { row, cells }
        };
        Ok(rows.into_iter().map(whole).collect())
    }

    /// Cells up to the last that is not blank.
    fn cells(&mut self, row: Node) -> Result<Vec<String>, SheetError> {
        let (mut cells, mut next) = (Vec::new(), 0);
        for cell in row.children().filter(|one| one.tag_name().name() == "c") {
            let at = cell.attribute("r").map_or(Some(next), column);
            let at = at.ok_or(SheetError::NotAWorkbook)?;
            next = at + 1;
            let text = self.text(cell)?;
            if text.trim().is_empty() {
                continue;
            }
            if at >= MAX_COLUMNS {
                return Err(SheetError::TooMany);
            }
            self.left = self.left.checked_sub(text.len()).ok_or(SheetError::UnpacksTooLarge)?;
            if cells.len() <= at {
                cells.resize(at + 1, String::new());
            }
            if let Some(place) = cells.get_mut(at) {
                *place = text;
            }
        }
        Ok(cells)
    }

    /// What a cell shows; of a formula, what it last came to.
    fn text(&self, cell: Node) -> Result<String, SheetError> {
        let child = |name: &str| cell.children().find(|one| one.tag_name().name() == name);
        let value = child("v").and_then(|value| value.text()).unwrap_or_default();
        Ok(match cell.attribute("t").unwrap_or("n") {
            "s" if value.is_empty() => String::new(),
            "s" => {
                let at = value.trim().parse().ok();
                let text = at.and_then(|at: usize| self.strings.get(at));
                text.cloned().ok_or(SheetError::NotAWorkbook)?
            }
            "inlineStr" => child("is").map(text_of).unwrap_or_default(),
            "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            // What a formula came to, a fault such as "#N/A", a day in ISO 8601.
            "str" | "e" | "d" => unescaped(value),
            _ => {
                let style = cell.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0);
                self.number(value.trim(), style)
            }
        })
    }

    /// A day or a percentage where the style shows one; else the number as it is kept, whole where it is whole.
    fn number(&self, value: &str, style: usize) -> String {
        let Ok(number) = value.parse::<f64>() else { return value.to_owned() };
        if self.styles.shows_percentage(style) {
            return percentage(number);
        }
        let shown = self.styles.shows_day(style).then(|| day(number, self.from_1904)).flatten();
        shown.map_or_else(|| number.to_string(), |day| day.to_string())
    }
}

/// "92%" of 0.92; a few decimals are enough, and hide what counting in twos adds.
fn percentage(number: f64) -> String {
    let rounded = (number * 100.0 * 10_000.0).round() / 10_000.0;
    [&rounded.to_string(), "%"].concat()
}

/// The column of "C7", from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let known = |letter: u8| letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let number = letters.bytes().try_fold(0, |sum, letter| Some(sum * 26 + known(letter)?));
    number.map(|number| number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ap09_a_percentage_reads_as_it_is_shown() {
        let rows = [(0.92, "92%"), (0.07, "7%"), (1.0, "100%"), (0.125, "12.5%"), (0.0, "0%")];
        for (number, want) in rows {
            assert_eq!(percentage(number), want);
        }
    }

    #[test]
    fn columns_are_counted_as_spreadsheets_name_them() {
        let rows = [("A1", Some(0)), ("Z9", Some(25)), ("AA10", Some(26)), ("XFD1", Some(16_383))];
        for (place, want) in rows.into_iter().chain([("", None), ("7", None), ("a1", None)]) {
            assert_eq!(column(place), want, "{place}");
        }
    }
}
