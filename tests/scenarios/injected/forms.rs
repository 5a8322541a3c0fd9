//! What a reader's program would see in a form: elements, marks that begin something, cells, formulas.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use multi_agency_audit::report::document::{Document, render};
use multi_agency_audit::text::begins_a_formula;

/// How often each element stands in a page or in XML.
pub fn elements(xml: &str) -> BTreeMap<String, usize> {
    let opens = xml.split('<').skip(1).filter(|rest| !rest.starts_with(['/', '!', '?']));
    let end = |one: char| !one.is_ascii_alphanumeric() && one != ':' && one != '-';
    let mut counts = BTreeMap::new();
    for rest in opens {
        let name = rest.split(end).next().unwrap_or_default();
        *counts.entry(name.to_owned()).or_insert(0) += 1;
    }
    counts
}

/// The same of a document: a sheet of one page holds as many points as fit, so of it which elements there are.
pub fn elements_of(document: &Document, xml: &str) -> BTreeMap<String, usize> {
    let mut counts = elements(xml);
    if document.kind.is_one_page() {
        counts.values_mut().for_each(|count| *count = 1);
    }
    counts
}

/// The body of a Word file, which its own reader has to accept.
pub fn word(document: &Document) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(render::docx(document).unwrap())).unwrap();
    let mut xml = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    roxmltree::Document::parse(&xml).unwrap();
    xml
}

/// Lines of Markdown that begin something, and signs of markup that nothing escapes.
pub fn begun(markdown: &str) -> [usize; 5] {
    let lines = |starts: &str| markdown.lines().filter(|line| line.starts_with(starts)).count();
    let raw = |what: &str| {
        let escaped = ["\\", what].concat();
        markdown.matches(what).count() - markdown.matches(&escaped).count()
    };
    [lines("#"), lines("|"), lines("---"), raw("<"), raw("](")]
}

/// How many cells each row of a table has; no cell of it is a formula.
#[track_caller]
pub fn rows_that_run_nothing(table: &str) -> Vec<usize> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.unwrap();
        for cell in &row {
            assert!(cell.parse::<f64>().is_ok() || !begins_a_formula(cell), "{cell}");
        }
        rows.push(row.len());
    }
    rows
}

/// The texts in a workbook of a spreadsheet program; no part of it holds a formula.
#[track_caller]
pub fn texts_that_run_nothing(file: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let names: Vec<String> = package.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut texts = String::new();
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let mut xml = String::new();
        package.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
        assert!(!xml.contains("<f>"), "{name} holds a formula");
        let parsed = roxmltree::Document::parse(&xml).unwrap();
        parsed.descendants().filter_map(|node| node.text()).for_each(|text| texts.push_str(text));
    }
    texts
}

/// Names of a calendar's lines, once what was folded is one line again.
pub fn lines_of_calendar(file: &str) -> Vec<String> {
    let whole = file.replace("\r\n ", "");
    let name = |line: &str| line.split([':', ';']).next().unwrap_or_default().to_owned();
    whole.split("\r\n").map(name).collect()
}
