//! The numbers as a workbook of a spreadsheet program, with charts that it draws itself.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartDataLabel, ChartType, DocProperties, ExcelDateTime, Format,
    Workbook, Worksheet, XlsxError,
};

use chrono::{Datelike as _, NaiveDate};

use super::Numbers;
use crate::report::chart::{BarChart, Table};
use crate::report::document::render::WriteError;

/// Where the charts stand: beside the tables.
const CHART_COLUMN: u16 = 4;
/// Rows that a chart covers.
const CHART_ROWS: u32 = 12;
/// In pixels.
const CHART_WIDTH: u32 = 480;
/// In pixels: less than its rows are high.
const CHART_HEIGHT: u32 = 220;
/// Widths of the columns, in letters.
const WIDTHS: [f64; 3] = [44.0, 16.0, 10.0];

/// The whole file. Every text is written as a text, whatever it begins with.
pub fn xlsx(numbers: &Numbers) -> Result<Vec<u8>, WriteError> {
    file(numbers).map_err(|fault| WriteError::NotPacked { fault: fault.to_string() })
}

fn file(numbers: &Numbers) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&of_the_day(&numbers.title, numbers.made)?);
    write_about(book.add_worksheet().set_name("About")?, numbers)?;
    write_grades(book.add_worksheet().set_name("Grades")?, &numbers.grades)?;
    write_tables(book.add_worksheet().set_name("Answers")?, &numbers.answers)?;
    write_tables(book.add_worksheet().set_name("Details of the children")?, &numbers.details)?;
    book.save_to_buffer()
}

/// Of the day and not of the moment: the same content gives the same file.
pub fn of_the_day(title: &str, day: NaiveDate) -> Result<DocProperties, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let (month, date) = (day.month() as u8, day.day() as u8);
    let made = ExcelDateTime::from_ymd(year, month, date)?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&made))
}

fn bold() -> Format {
    Format::new().set_bold()
}

fn widen(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

fn write_about(sheet: &mut Worksheet, numbers: &Numbers) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 20.0)?.set_column_width(1, 80.0)?;
    for (row, (name, text)) in (0..).zip(&numbers.about) {
        sheet.write_string_with_format(row, 0, name, &bold())?;
        sheet.write_string(row, 1, text)?;
    }
    Ok(())
}

fn write_grades(sheet: &mut Worksheet, charts: &[BarChart]) -> Result<(), XlsxError> {
    widen(sheet)?;
    let mut row = 0;
    for chart in charts {
        let first = row + 2;
        let after = write_table(sheet, row, &chart.table())?;
        let mut note = after;
        for text in &chart.notes {
            sheet.write_string(note, 0, text)?;
            note += 1;
        }
        if let Some(last) = after.checked_sub(1).filter(|last| *last >= first) {
            let drawn = drawn(chart, first, last);
            sheet.insert_chart(row, CHART_COLUMN, &drawn)?;
        }
        row = note.max(row + CHART_ROWS) + 1;
    }
    Ok(())
}

/// bars in the scale's order from the top, each with its number, and what they say as alternative text.
fn drawn(chart: &BarChart, first: u32, last: u32) -> Chart {
    let mut drawn = Chart::new(ChartType::Bar);
    drawn
        .add_series()
        .set_categories(("Grades", first, 0, last, 0))
        .set_values(("Grades", first, 1, last, 1))
        .set_data_label(ChartDataLabel::new().show_value());
    drawn.title().set_name(&chart.title);
    drawn.legend().set_hidden();
    drawn.x_axis().set_reverse().set_crossing(ChartAxisCrossing::Automatic);
    drawn.y_axis().set_min(0.0).set_max(chart.most.max(1) as f64).set_major_gridlines(false);
    drawn.set_width(CHART_WIDTH).set_height(CHART_HEIGHT);
    drawn.set_alt_text(chart.sentence());
    drawn
}

fn write_tables(sheet: &mut Worksheet, tables: &[Table]) -> Result<(), XlsxError> {
    widen(sheet)?;
    let mut row = 0;
    for table in tables {
        row = write_table(sheet, row, table)? + 1;
    }
    Ok(())
}

/// Caption, head and rows from a row on; gives the row after them.
fn write_table(sheet: &mut Worksheet, row: u32, table: &Table) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, 0, &table.caption, &bold())?;
    for (column, cell) in (0..).zip(&table.head) {
        sheet.write_string_with_format(row + 1, column, cell, &bold())?;
    }
    let mut at = row + 2;
    for cells in &table.rows {
        for (column, cell) in (0..).zip(cells) {
            write_cell(sheet, at, column, cell)?;
        }
        at += 1;
    }
    Ok(at)
}

/// Counts are numbers; all else is text, also where it begins as a formula does.
fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) -> Result<(), XlsxError> {
    let count = (column > 0).then(|| cell.parse::<u32>().ok()).flatten();
    match count {
        Some(count) => sheet.write_number(row, column, count)?,
        None => sheet.write_string(row, column, cell)?,
    };
    Ok(())
}
