//! AP-09: workbooks go out, come back as each program saves them, and no file can do harm.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use serde::Deserialize;

use super::super::{Body, Difference, ReadSheet, compare, read_rows};
use super::*;
use crate::panel::Workbook;
use crate::panel::actions::fixture::*;
use crate::panel::actions::{ActionStep, Report, ReportField};
use crate::panel::fixture::stamp;
use crate::report::document::render::packed;
use crate::report::{action_sheet, grid_xlsx};

const TODAY: &str = "2026-05-01";
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RULED: &str = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"DD/MM/YYYY\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";

/// The sheet of the police’s actions as it goes out.
fn issue(workbook: &mut Workbook) -> Vec<u8> {
    let police = Body::Agency("police".parse().unwrap());
    let sheet = workbook.issue_sheet(item("s1"), &police, &stamp()).unwrap().clone();
    grid_xlsx(&action_sheet(workbook, &sheet)).unwrap()
}

fn read(workbook: &Workbook, file: &[u8]) -> ReadSheet {
    read_rows(workbook, &workbook_rows(file).unwrap(), day(TODAY)).unwrap()
}

/// What differs: action, field and what the sheet says.
fn said(workbook: &Workbook, sheet: &ReadSheet) -> Vec<(String, ReportField, String)> {
    let all = compare(workbook, sheet).differences.into_iter();
    all.map(|one| (one.action.to_string(), one.field, one.theirs.text())).collect()
}

/// A workbook of these worksheets, with the texts that its cells share.
fn book(worksheets: &[&str], strings: &[&str]) -> Vec<u8> {
    let part = |name: &str, text: String| (name.to_owned(), text);
    let link = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"/>")
    };
    let (mut sheets, mut links) = (String::new(), String::new());
    let mut files = Vec::new();
    for (at, cells) in worksheets.iter().enumerate() {
        sheets += &format!("<sheet name=\"S{at}\" r:id=\"w{at}\"/>");
        links += &link(&format!("w{at}"), "worksheet", &format!("worksheets/{at}.xml"));
        let text = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
        files.push(part(&format!("xl/worksheets/{at}.xml"), text));
    }
    links += &link("t", "sharedStrings", "/xl/shared.xml");
    links += &link("f", "styles", "styles.xml");
    let shared: String = strings.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let main = format!("<workbook xmlns:r=\"{TYPES}\"><sheets>{sheets}</sheets></workbook>");
    let root =
        format!("<Relationships>{}</Relationships>", link("b", "officeDocument", "xl/book.xml"));
    files.extend([
        part("_rels/.rels", root),
        part("xl/book.xml", main),
        part("xl/_rels/book.xml.rels", format!("<Relationships>{links}</Relationships>")),
        part("xl/shared.xml", format!("<sst>{shared}</sst>")),
        part("xl/styles.xml", RULED.to_owned()),
    ]);
    packed(&files).unwrap()
}

/// A row of inline texts.
fn texts(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn ap09_our_own_workbook_comes_back_as_it_went_out() {
    let mut workbook = with_actions(&["a1", "a2"]);
    reports(&mut workbook, "a1", Report::Note("=1+1 is “two”\n_x000D_, so far".into()));
    reports(&mut workbook, "a2", Report::DateAsked(Some(day("2026-07-31"))));
    let file = issue(&mut workbook);
    assert!(super::super::is_workbook(&file));
    let sheet = read(&workbook, &file);
    assert_eq!((sheet.rows.len(), sheet.faults.len(), sheet.unread.len()), (2, 0, 0));
    assert_eq!((sheet.no_row.len(), sheet.no_column.len()), (0, 0));
    assert_eq!(said(&workbook, &sheet), []);
    assert_eq!(sheet.rows[0].reports.len(), ReportField::ALL.len());
}

#[test]
fn ap09_texts_days_and_formulas_are_read_as_a_person_sees_them() {
    let mut workbook = with_actions(&["a1", "a2"]);
    issue(&mut workbook);
    let fields = [
        ReportField::CompletedOn,
        ReportField::Note,
        ReportField::DateAsked,
        ReportField::Progress,
    ];
    let labels = fields.map(ReportField::label);
    let head = texts(&[&["Action"], &labels[..], &["Sheet"]].concat());
    let rows = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" s=\"2\"><v>46142.5</v></c>\
        <c r=\"C3\" t=\"str\"><f>A1&amp;\"x\"</f><v>Half done</v></c>\
        <c r=\"E3\" t=\"inlineStr\"><is><r><t>Comp</t></r><r><t>lete</t></r></is></c>\
        <c r=\"F3\" t=\"s\"><v>1</v></c><c r=\"XFD3\" s=\"1\"/></row>\
        <row r=\"5\"><c r=\"A5\" t=\"s\"><v>2</v></c><c r=\"C5\"><v>12</v></c>\
        <c r=\"D5\" s=\"1\"><v>46234</v></c><c r=\"F5\" t=\"s\"><v>1</v></c></row>";
    let ours = [&head, rows].concat();
    let notes = texts(&["Our own notes", "nothing here"]);
    let file = book(&[&notes, &ours, "", "<row r=\"1\"/>"], &["#a1", "#s1", "#a2"]);
    let sheet = read(&workbook, &file);
    assert_eq!((sheet.faults.clone(), sheet.unread.clone()), (vec![], vec![]));
    assert_eq!(sheet.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [3, 5]);
    let of = |action: &str, field, text: &str| (action.to_owned(), field, text.to_owned());
    let want = BTreeSet::from([
        of("a1", ReportField::CompletedOn, "2026-04-30"),
        of("a1", ReportField::Note, "Half done"),
        of("a1", ReportField::Progress, "Complete"),
        of("a2", ReportField::Note, "12"),
        of("a2", ReportField::DateAsked, "2026-07-31"),
    ]);
    assert_eq!(BTreeSet::from_iter(said(&workbook, &sheet)), want);
    let kinds = compare(&workbook, &sheet).differences.into_iter().map(|one| one.kind);
    assert!(kinds.into_iter().all(|kind| kind == Difference::Change));
}

#[test]
fn ap09_a_percentage_is_taken_over_as_the_agency_sees_it() {
    let mut workbook = with_actions(&["a1"]);
    issue(&mut workbook);
    let head = texts(&["Sheet", "Action", ReportField::Note.label()]);
    let row = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>\
        <c r=\"C2\" s=\"3\"><v>0.92</v></c></row>";
    let sheet = read(&workbook, &book(&[&[&head, row].concat()], &["#s1", "#a1"]));
    let want = ("a1".to_owned(), ReportField::Note, "92%".to_owned());
    assert_eq!(said(&workbook, &sheet), [want]);
}

#[test]
fn ap09_a_cell_that_was_emptied_at_the_end_of_its_row_is_seen() {
    let mut workbook = with_actions(&["a1"]);
    reports(&mut workbook, "a1", Report::DateReason("Sickness".into()));
    issue(&mut workbook);
    let head = texts(&["Sheet", "Action", ReportField::DateReason.label()]);
    let sheet = read(&workbook, &book(&[&[head, texts(&["#s1", "#a1"])].concat()], &[]));
    let kinds = compare(&workbook, &sheet).differences.into_iter().map(|one| one.kind);
    assert_eq!(kinds.collect::<Vec<_>>(), [Difference::Emptied]);
}

#[test]
fn ap09_a_workbook_that_is_no_sheet_is_refused_with_its_reason() {
    let ours = [texts(&["Sheet", "Action"]), texts(&["#s1", "#a1"])].concat();
    let far = "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>";
    let wide = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>";
    let twice = "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>";
    let long = "x".repeat(1_000_000);
    let last = "<row r=\"18446744073709551615\"/><row><c><v>1</v></c></row>";
    let shared = "<row><c t=\"s\"><v>0</v></c></row>".repeat(17);
    let rows = [
        ("two worksheets", book(&[&ours, &ours], &[]), Err(SheetError::TwoWorksheets)),
        ("a far row", book(&[far], &[]), Err(SheetError::TooMany)),
        ("after the last row", book(&[last], &[]), Err(SheetError::TooMany)),
        ("a far column", book(&[wide], &[]), Err(SheetError::TooMany)),
        ("a row twice", book(&[twice], &[]), Err(SheetError::NotAWorkbook)),
        (
            "one long text in many cells",
            book(&[&shared], &[&long]),
            Err(SheetError::UnpacksTooLarge),
        ),
        (
            "no such text",
            book(&["<row><c t=\"s\"><v>7</v></c></row>"], &[]),
            Err(SheetError::NotAWorkbook),
        ),
        (
            "no such cell",
            book(&["<row><c r=\"7A\"><v>7</v></c></row>"], &[]),
            Err(SheetError::NotAWorkbook),
        ),
        ("no worksheet", book(&[], &[]), Ok(0)),
        ("deep", book(&[&["<a>".repeat(200_000), "</a>".repeat(200_000)].concat()], &[]), Ok(0)),
        ("many", book(&[&"<a/>".repeat(600_000)], &[]), Err(SheetError::UnpacksTooLarge)),
        ("many worksheets", book(&[""; 51], &[]), Err(SheetError::TooMany)),
        (
            "another packed file",
            packed(&[("mimetype".into(), "text".into())]).unwrap(),
            Err(SheetError::NotAWorkbook),
        ),
        ("large", vec![b'P'; 2_000_001], Err(SheetError::TooLarge(2_000_001))),
    ];
    let wrong: Vec<String> = rows
        .into_iter()
        .map(|(name, file, want)| (name, workbook_rows(&file).map(|rows| rows.len()), want))
        .filter(|(_, found, want)| found != want)
        .map(|(name, found, want)| format!("{name}: {found:?}, not {want:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let workbook = with_actions(&["a1"]);
    let others = workbook_rows(&book(&[&texts(&["Name", "Date"])], &[])).unwrap();
    assert_eq!(read_rows(&workbook, &others, day(TODAY)), Err(SheetError::NoColumn("Sheet")));
}

/// One line of `tests/faults/sheets/index.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    file: String,
    /// Fields that it changes, or the refusal.
    outcome: String,
    why: String,
}

#[test]
fn ap09_every_kept_workbook_has_its_named_outcome() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/sheets");
    let index = std::fs::read(folder.join("index.json")).unwrap();
    let index: Vec<Kept> = serde_json::from_slice(&index).unwrap();
    let listed: BTreeSet<String> = index.iter().map(|row| row.file.clone()).collect();
    let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: BTreeSet<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.remove("index.json");
    assert_eq!(listed, names, "index.json and the folder differ");
    let mut workbook = with_actions(&["a1", "a2"]);
    issue(&mut workbook);
    let outcome = |name: &str| match workbook_rows(&std::fs::read(folder.join(name)).unwrap()) {
        Err(error) => format!("{error:?}"),
        Ok(rows) => {
            let sheet = read_rows(&workbook, &rows, day(TODAY)).unwrap();
            assert_eq!((sheet.faults.clone(), sheet.no_row.clone()), (vec![], vec![]), "{name}");
            let said = said(&workbook, &sheet).into_iter();
            let said =
                said.map(|(action, field, text)| format!("{action} {}: {text}", field.label()));
            said.collect::<Vec<_>>().join("; ")
        }
    };
    let wrong: Vec<String> = index
        .iter()
        .map(|row| (row, outcome(&row.file)))
        .filter(|(row, found)| *found != row.outcome)
        .map(|(row, found)| format!("{}: {found}, not {}: {}", row.file, row.outcome, row.why))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn ap09_a_workbook_that_nobody_changed_changes_nothing_whatever_is_written(
        note in "[-=+@'\t\r\n ;,\"a-z€é_x0D]{0,12}",
        evidence in "\\PC{0,20}",
    ) {
        let mut workbook = with_actions(&["a1"]);
        let _ = step(&mut workbook, "a1", ActionStep::Reported(Report::Note(note)));
        let _ = step(&mut workbook, "a1", ActionStep::Reported(Report::Evidence(evidence)));
        let file = issue(&mut workbook);
        let sheet = read(&workbook, &file);
        prop_assert_eq!(&sheet.faults, &vec![]);
        prop_assert_eq!(said(&workbook, &sheet), vec![]);
    }

    #[test]
    fn ap09_no_bytes_stop_the_reader_of_workbooks(
        at: proptest::sample::Index,
        bytes in proptest::collection::vec(any::<u8>(), 0..40),
        cells in "[<>/a-z \"=0-9&;]{0,80}",
    ) {
        let mut file = issue(&mut with_actions(&["a1"]));
        let at = at.index(file.len());
        file.splice(at..(at + bytes.len()).min(file.len()), bytes);
        let _ = workbook_rows(&file);
        let _ = workbook_rows(&book(&[&cells], &[]));
    }
}
