//! Workbooks of spreadsheet programs, filled in as an agency does.

use anyhow::{Context, Result, ensure};
use std::fs::File;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The bytes of a workbook whose second row ends in these texts: everything else stays as it was.
pub fn filled(workbook: &Path, last: &[&str]) -> Result<Vec<u8>> {
    let mut package = ZipArchive::new(File::open(workbook)?)?;
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..package.len() {
        let mut part = package.by_index(at)?;
        if part.name()? != SHEET {
            made.raw_copy_file(part)?;
            continue;
        }
        let mut xml = String::new();
        part.read_to_string(&mut xml)?;
        made.start_file(SHEET, SimpleFileOptions::default())?;
        made.write_all(with_texts(&xml, last)?.as_bytes())?;
    }
    Ok(made.finish()?.into_inner())
}

fn with_texts(xml: &str, last: &[&str]) -> Result<String> {
    let (before, row) = xml.split_once("<row r=\"2\"").context("no second row")?;
    let (row, after) = row.split_once("</row>").context("an open row")?;
    let mut cells: Vec<String> = row.split("<c ").map(str::to_owned).collect();
    ensure!(cells.len() > last.len(), "{} cells: {row}", cells.len() - 1);
    let first = cells.len() - last.len();
    for (cell, text) in cells.iter_mut().skip(first).zip(last) {
        *cell = with_text(cell, text)?;
    }
    Ok([before, "<row r=\"2\"", &cells.join("<c "), "</row>", after].concat())
}

/// The same cell with a text of its own, in place of one of the workbook's shared ones.
fn with_text(cell: &str, text: &str) -> Result<String> {
    ensure!(!text.contains(['<', '&']), "{text} would have to be escaped");
    let value = |name: &str| -> Result<&str> {
        let found =
            cell.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        Ok(found.with_context(|| format!("a cell without {name}: {cell}"))?.0)
    };
    let (place, style) = (value("r")?, value("s")?);
    Ok(format!("r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))
}
