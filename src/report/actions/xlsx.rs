//! A grid as a workbook of a spreadsheet program: what is to be filled in stands out, and everything is text.

use std::borrow::Cow;

use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::Grid;
use crate::report::document::render::WriteError;
use crate::report::numbers::of_the_day;
use crate::text::long_date;

/// Width of a column, in letters: of short cells, and of texts.
const WIDTHS: (f64, f64) = (16.0, 36.0);
/// A cell longer than this is a text.
const SHORT: usize = 20;
/// Behind what only tells the reader something.
const TOLD: Color = Color::RGB(0x00F3_F2F1);
/// Most that a cell can hold, in units of UTF-16: a program refuses the whole file of which one holds more.
const CELL: usize = 32_767;
/// Ends a text of which a cell cannot hold all; plain letters, a unit each.
const CUT: &str = " [too long for a cell: the whole text is in the CSV file]";
/// Rows for which words are offered, beyond those that are there.
const SPARE_ROWS: u32 = 50;

/// The whole file.
pub fn grid_xlsx(grid: &Grid) -> Result<Vec<u8>, WriteError> {
    file(grid).map_err(|fault| WriteError::NotPacked { fault: fault.to_string() })
}

fn file(grid: &Grid) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&of_the_day(&grid.title, grid.made)?);
    write(book.add_worksheet().set_name("Actions")?, grid)?;
    if let Some(issues) = &grid.issues {
        write(book.add_worksheet().set_name("Issues")?, issues)?;
    }
    // The reader of sheets that come back passes over worksheets without its columns.
    about(book.add_worksheet().set_name("About")?, grid)?;
    book.save_to_buffer()
}

/// I-10: what it is and for whom.
fn about(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    sheet.set_column_width(0, WIDTHS.0)?.set_column_width(1, WIDTHS.1)?;
    let made = long_date(grid.made);
    let lines = [("What", &grid.title), ("Made on", &made), ("For whom", &grid.audience)];
    for (row, (name, text)) in (0..).zip(lines) {
        sheet.write_string_with_format(row, 0, name, &cell_format().set_bold())?;
        sheet.write_string_with_format(row, 1, text, &cell_format())?;
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    head(sheet, grid)?;
    for (row, cells) in (1..).zip(&grid.rows) {
        for (column, cell) in (0..).zip(cells) {
            let told = usize::from(column) < grid.filled_from;
            // As text, so that no program makes a date or a number of what somebody writes.
            let format =
                if told { cell_format().set_background_color(TOLD) } else { cell_format() };
            let cell = fitting(cell);
            sheet.write_string_with_format(row, column, &*cell, &format.set_num_format("@"))?;
        }
    }
    if let Some((column, words)) = &grid.choices {
        let column = u16::try_from(*column).unwrap_or(u16::MAX);
        let last = u32::try_from(grid.rows.len()).unwrap_or(0) + SPARE_ROWS;
        let offered = DataValidation::new().allow_list_strings(words)?;
        sheet.add_data_validation(1, column, last, column, &offered)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_header(["&L", &grid.audience.replace('&', "&&")].concat());
    Ok(())
}

/// A text as far as a cell can hold it; a longer one says where the rest is. No sheet that comes back is taken to say
/// so: a text so long is read from none.
fn fitting(cell: &str) -> Cow<'_, str> {
    if cell.encode_utf16().count() <= CELL {
        return Cow::Borrowed(cell);
    }
    let (mut left, mut kept) = (CELL - CUT.len(), String::new());
    for letter in cell.chars() {
        match left.checked_sub(letter.len_utf16()) {
            Some(rest) => left = rest,
            None => break,
        }
        kept.push(letter);
    }
    Cow::Owned(kept + CUT)
}

fn head(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    for (column, head) in (0_u16..).zip(&grid.head) {
        let at = usize::from(column);
        let cells = grid.rows.iter().filter_map(|row| row.get(at));
        let long = at >= grid.filled_from || cells.map(|cell| cell.len()).any(|long| long > SHORT);
        sheet.set_column_width(column, if long { WIDTHS.1 } else { WIDTHS.0 })?;
        sheet.write_string_with_format(0, column, head, &cell_format().set_bold())?;
    }
    Ok(())
}

fn cell_format() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ap09_a_text_longer_than_a_cell_is_cut_and_says_so_and_the_file_is_written() {
        let grid = |text: &str| Grid {
            title: "Actions".into(),
            audience: String::new(),
            made: "2026-07-01".parse().unwrap(),
            head: vec!["Findings".into()],
            rows: vec![vec![text.into()]],
            filled_from: 1,
            choices: None,
            issues: None,
        };
        assert_eq!(fitting(&"n".repeat(CELL)), "n".repeat(CELL));
        // A sign of two units is never cut in two.
        for long in ["n".repeat(CELL + 1), ["n", &"🙂".repeat(CELL)].concat()] {
            let cut = fitting(&long);
            assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= CELL);
            assert!(grid_xlsx(&grid(&long)).is_ok());
        }
    }
}
