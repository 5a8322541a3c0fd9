//! AP-09: sheets go out, come back in every way that spreadsheets save them, and nothing is lost.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::panel::actions::fixture::*;
use crate::panel::actions::{Action, ActionStep, Progress, Withholding};
use crate::panel::fixture::stamp;
use crate::report::{action_sheet, grid_csv, i08_withheld};

const TODAY: &str = "2026-05-01";

fn police() -> Body {
    Body::Agency("police".parse().unwrap())
}

/// The workbook with a sheet of the police's actions, and its text.
fn issued(ids: &[&str]) -> (Workbook, String) {
    let mut workbook = with_actions(ids);
    let text = issue(&mut workbook, "s1");
    (workbook, text)
}

fn issue(workbook: &mut Workbook, id: &str) -> String {
    let sheet = workbook.issue_sheet(item(id), &police(), &stamp()).unwrap().clone();
    grid_csv(&action_sheet(workbook, &sheet))
}

/// The rows of a sheet as an agency sees them.
fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The same as another program saves it.
fn saved(rows: &[Vec<String>], mark: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(mark)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

fn column(rows: &[Vec<String>], head: &str) -> usize {
    rows[0].iter().position(|cell| cell == head).unwrap()
}

fn fill(rows: &mut [Vec<String>], row: usize, field: ReportField, text: &str) {
    let at = column(rows, field.label());
    rows[row][at] = text.to_owned();
}

fn read(workbook: &Workbook, bytes: &[u8]) -> ReadSheet {
    read_sheet(workbook, bytes, day(TODAY)).unwrap()
}

fn kinds(compared: &Compared) -> Vec<(ReportField, Difference)> {
    compared.differences.iter().map(|one| (one.field, one.kind)).collect()
}

#[test]
fn ap09_a_sheet_goes_out_comes_back_and_is_taken_over_once() {
    let (mut workbook, text) = issued(&["a1", "a2"]);
    let mut rows = table(&text);
    assert_eq!(rows[0].len(), 15);
    assert_eq!(rows[1][..4], ["#s1", "#a1", "1", "Write a checklist for strategy discussions"]);
    fill(&mut rows, 1, ReportField::Progress, "complete");
    fill(&mut rows, 1, ReportField::CompletedOn, "30/04/2026");
    fill(&mut rows, 1, ReportField::Evidence, "Checklist, \"final\"\nin use");
    fill(&mut rows, 2, ReportField::DateAsked, "31-Jul-26");
    fill(&mut rows, 2, ReportField::DateReason, "Sickness");
    let sheet = read(&workbook, &saved(&rows, b','));
    assert_eq!((sheet.from.clone(), sheet.faults.len(), sheet.unread.len()), (police(), 0, 0));
    let done = workbook.take_sheet(&sheet, &BTreeMap::new(), &stamp());
    assert_eq!((done.taken.len(), done.left.len()), (5, 0));
    let first = line(&workbook, "a1", TODAY);
    assert_eq!(first.progress(), Progress::Complete);
    assert_eq!(first.evidence(), "Checklist, \"final\"\nin use");
    assert_eq!(first.history[0].sheet, Some(item("s1")));
    let asked = line(&workbook, "a2", TODAY).report(ReportField::DateAsked);
    assert_eq!(asked, Report::DateAsked(Some(day("2026-07-31"))));

    let before = workbook.record().clone();
    let again = workbook.take_sheet(&sheet, &BTreeMap::new(), &stamp());
    assert_eq!(again, Taken::default());
    assert_eq!(*workbook.record(), before, "the same sheet again changes nothing");
}

/// The workbook with a sheet that went out without what may tell who somebody is, and its rows.
fn issued_without(own: &str) -> (Workbook, Vec<Vec<String>>) {
    let mut workbook = with_actions(&["a1", "a2"]);
    reports(&mut workbook, "a1", Report::Evidence(own.into()));
    let sheet = workbook.issue_sheet(item("s1"), &police(), &stamp()).unwrap().clone();
    let without = Withholding::of(&workbook, sheet.stamp.at, false);
    let (grid, count) = i08_withheld(action_sheet(&workbook, &sheet), &without);
    assert_eq!(count, 1);
    let rows = table(&grid_csv(&grid));
    (workbook, rows)
}

#[test]
fn i08_a_cell_that_comes_back_as_it_went_out_without_words_changes_nothing() {
    let (mut workbook, mut rows) = issued_without("The file of Mrs Quillfeather, seen");
    let at = column(&rows, ReportField::Evidence.label());
    assert_eq!(rows[1][at], "The file of [name withheld], seen");
    let told = |workbook: &Workbook, rows: &[Vec<String>]| {
        let sheet = read(workbook, &saved(rows, b','));
        assert_eq!((sheet.faults.len(), sheet.warned.len()), (0, 0));
        kinds(&compare(workbook, &sheet))
    };
    assert!(told(&workbook, &rows).is_empty());
    // So does what is recorded here by now, as a file of the plan tells it.
    reports(&mut workbook, "a1", Report::Evidence("A second file of Mrs Quillfeather".into()));
    fill(&mut rows, 1, ReportField::Evidence, "A second file of [name withheld]");
    assert!(told(&workbook, &rows).is_empty());
}

#[test]
fn i08_what_an_agency_writes_beside_withheld_words_takes_the_place_of_no_word_unasked() {
    let (mut workbook, mut rows) = issued_without("The file of Mrs Quillfeather, seen");
    fill(&mut rows, 1, ReportField::Evidence, "The file of [name withheld], seen twice");
    // Nothing stands here that it could take the place of.
    fill(&mut rows, 2, ReportField::Note, "Written to [name withheld]");
    let sheet = read(&workbook, &saved(&rows, b','));
    let want =
        [(ReportField::Evidence, Difference::Withheld), (ReportField::Note, Difference::Change)];
    assert_eq!(kinds(&compare(&workbook, &sheet)), want);
    let done = workbook.take_sheet(&sheet, &BTreeMap::new(), &stamp());
    assert_eq!((done.taken.len(), done.left.len()), (1, 1));
    assert_eq!(line(&workbook, "a1", TODAY).evidence(), "The file of Mrs Quillfeather, seen");
}

#[test]
fn ap09_a_sheet_is_read_in_every_way_that_spreadsheets_save_it() {
    let (workbook, text) = issued(&["a1", "a2"]);
    let mut rows = table(&text);
    fill(&mut rows, 1, ReportField::Note, "Café – “done”; twice, so far");
    let commas = saved(&rows, b',');
    let tabs = String::from_utf8(saved(&rows, b'\t')).unwrap();
    let semicolons = String::from_utf8(saved(&rows, b';')).unwrap();
    let mut windows = Vec::new();
    for letter in semicolons.chars() {
        windows.push(match letter {
            'é' => 0xe9,
            '–' => 0x96,
            '“' => 0x93,
            '”' => 0x94,
            letter => u8::try_from(letter).unwrap(),
        });
    }
    let utf16: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: Vec<Vec<u8>> = vec![
        commas.clone(),
        [b"\xef\xbb\xbf", &commas[..]].concat(),
        semicolons.replace("\r\n", "\n").into_bytes(),
        ["sep=;\r\n", &semicolons].concat().into_bytes(),
        windows,
        [&[0xff, 0xfe], &utf16[..]].concat(),
        ["\r\n", &semicolons, "\r\n;;;\r\n"].concat().into_bytes(),
    ];
    for (at, file) in files.iter().enumerate() {
        let sheet = read(&workbook, file);
        let compared = compare(&workbook, &sheet);
        assert_eq!(kinds(&compared), [(ReportField::Note, Difference::Change)], "file {at}");
        let said = compared.differences[0].theirs.text();
        assert_eq!(said, "Café – “done”; twice, so far", "file {at}");
        assert_eq!((sheet.faults, sheet.unread), (vec![], vec![]), "file {at}");
    }
}

#[test]
fn ap09_rows_and_columns_may_be_sorted_left_out_and_added() {
    let (workbook, text) = issued(&["a1", "a2", "a3"]);
    let mut rows = table(&text);
    fill(&mut rows, 2, ReportField::Note, "Begun");
    let removed = column(&rows, ReportField::Impact.label());
    for row in &mut rows {
        row.remove(removed);
        row.rotate_left(4);
        row.push(String::new());
    }
    *rows[0].last_mut().unwrap() = "For our own use".into();
    *rows[3].last_mut().unwrap() = "Ask Finance".into();
    rows.swap(2, 3);
    rows.remove(1);
    let sheet = read(&workbook, &saved(&rows, b','));
    assert_eq!(sheet.no_row, [item("a1")]);
    assert_eq!(sheet.no_column, [ReportField::Impact]);
    let unread =
        UnreadCell { row: 2, column: "For our own use".into(), text: "Ask Finance".into() };
    assert_eq!(sheet.unread, [unread]);
    let compared = compare(&workbook, &sheet);
    assert_eq!(kinds(&compared), [(ReportField::Note, Difference::Change)]);
    assert_eq!((compared.differences[0].row, compared.differences[0].number), (3, 2));
    assert_eq!(compared.unchanged, [item("a3")]);
}

#[test]
fn ap09_no_day_is_taken_for_a_month_where_the_program_writes_the_month_first() {
    let mut workbook = with_actions(&["a1", "a2", "a3"]);
    reports(&mut workbook, "a1", Report::CompletedOn(Some(day("2026-03-04"))));
    let text = issue(&mut workbook, "s1");
    let mut rows = table(&text);
    let due = column(&rows, DUE);
    // As an American spreadsheet shows what we wrote as 2026-06-30 and 2026-03-04.
    for row in &mut rows[1..] {
        row[due] = "6/30/2026".into();
    }
    fill(&mut rows, 1, ReportField::CompletedOn, "3/4/2026");
    fill(&mut rows, 2, ReportField::CompletedOn, "3/4/2026");
    fill(&mut rows, 3, ReportField::CompletedOn, "4/28/2026");
    let sheet = read(&workbook, &saved(&rows, b','));
    let faults: Vec<(usize, &CellFaultKind)> =
        sheet.faults.iter().map(|one| (one.row, &one.kind)).collect();
    assert_eq!(faults, [(3, &CellFaultKind::DayOrMonth)]);
    let compared = compare(&workbook, &sheet);
    let changed: Vec<(usize, &Report)> =
        compared.differences.iter().map(|one| (one.row, &one.theirs)).collect();
    assert_eq!(changed, [(4, &Report::CompletedOn(Some(day("2026-04-28"))))]);
    // Where the days that we wrote stand as in Britain, so does what is typed.
    for row in &mut rows[1..] {
        row[due] = "30/06/2026".into();
    }
    let sheet = read(&workbook, &saved(&rows, b','));
    let kinds: Vec<&CellFaultKind> = sheet.faults.iter().map(|one| &one.kind).collect();
    assert_eq!(kinds, [&CellFaultKind::NotADate]);
    let compared = compare(&workbook, &sheet);
    let third_of_april = Report::CompletedOn(Some(day("2026-04-03")));
    assert!(compared.differences.iter().all(|one| one.theirs == third_of_april));
    assert_eq!(compared.differences.len(), 2);
}

#[test]
fn ap09_each_fault_names_its_row_and_column_and_loses_nothing() {
    let (mut workbook, text) = issued(&["a1", "a2", "a3", "a4", "a5"]);
    issue(&mut workbook, "s2");
    let mut rows = table(&text);
    fill(&mut rows, 1, ReportField::CompletedOn, "end of May");
    fill(&mut rows, 1, ReportField::Progress, "fine");
    fill(&mut rows, 1, ReportField::Note, "Kept");
    fill(&mut rows, 2, ReportField::CompletedOn, "2/5/2026");
    fill(&mut rows, 2, ReportField::Note, &"x".repeat(10_001));
    rows[3][0] = "#s9".into();
    fill(&mut rows, 3, ReportField::Note, "Of another round");
    rows[4][0] = "#s2".into();
    rows[5][1] = "#a9".into();
    let mut twice = rows[2].clone();
    twice[1] = "#a1".into();
    rows.push(twice);
    let mut moved = rows[2].clone();
    moved.push("spilt".into());
    rows.push(moved);
    let bytes = saved(&rows, b',');
    let text = String::from_utf8(bytes).unwrap();
    // A blank line is a row to a spreadsheet.
    let text = text.replacen("\r\n#s9", "\r\n\r\n#s9", 1);
    let sheet = read(&workbook, text.as_bytes());
    let faults: Vec<(usize, &str, CellFaultKind)> =
        sheet.faults.iter().map(|one| (one.row, one.column.as_str(), one.kind.clone())).collect();
    let want = [
        (2, "Progress", CellFaultKind::NotAProgress),
        (2, "Completed on", CellFaultKind::NotADate),
        (3, "Completed on", CellFaultKind::StillToCome),
        (3, "What has been done", CellFaultKind::TooLong),
        (5, "Sheet", CellFaultKind::UnknownSheet),
        (6, "Sheet", CellFaultKind::AnotherSheet),
        (7, "Action", CellFaultKind::UnknownAction),
        (8, "Action", CellFaultKind::ActionTwice(2)),
        (9, "", CellFaultKind::TooManyCells),
    ];
    assert_eq!(faults, want);
    assert_eq!(sheet.faults[1].text, "end of May");
    let kept =
        UnreadCell { row: 5, column: "What has been done".into(), text: "Of another round".into() };
    assert!(sheet.unread.contains(&kept), "{:?}", sheet.unread);
    let compared = compare(&workbook, &sheet);
    assert_eq!(kinds(&compared), [(ReportField::Note, Difference::Change)], "the rest of row 2");
}

#[test]
fn ap09_a_file_that_is_no_sheet_is_refused_with_its_reason() {
    let (workbook, text) = issued(&["a1"]);
    let refused = |bytes: &[u8]| read_sheet(&workbook, bytes, day(TODAY)).unwrap_err();
    assert_eq!(refused(b""), SheetError::Empty);
    assert_eq!(refused(b"\r\n\r\n"), SheetError::Empty);
    assert_eq!(refused(b"PK\x03\x04rest"), SheetError::NotAWorkbook);
    assert_eq!(refused(b"\xd0\xcf\x11\xe0rest"), SheetError::Spreadsheet);
    assert_eq!(refused(b"Name,Date\r\nA,B"), SheetError::NoColumn("Sheet"));
    assert_eq!(refused(b"Sheet,Date\r\nA,B"), SheetError::NoColumn("Action"));
    assert_eq!(refused(b"Sheet,Action,sheet\r\n"), SheetError::ColumnTwice("sheet".into()));
    assert_eq!(refused(b"Sheet,Action\r\n#s9,#a1"), SheetError::NotOurs);
    assert_eq!(refused(&vec![b'a'; 2_000_001]), SheetError::TooLarge(2_000_001));
    let long = ["Sheet,Action\r\n", &"#s1,#a1\r\n".repeat(5_001)].concat();
    assert_eq!(refused(long.as_bytes()), SheetError::TooMany);
    let wide = ["Sheet,Action", &",x".repeat(200)].concat();
    assert_eq!(refused(wide.as_bytes()), SheetError::TooMany);
    let other = with_actions(&["a1"]);
    let of_other = read_sheet(&other, text.as_bytes(), day(TODAY));
    assert_eq!(of_other, Err(SheetError::NotOurs));
}

#[test]
fn ap09_where_both_wrote_a_person_decides_field_by_field() {
    let mut workbook = with_actions(&["a1", "a2"]);
    reports(&mut workbook, "a1", Report::Note("Begun".into()));
    reports(&mut workbook, "a1", Report::Impact("None yet".into()));
    let text = issue(&mut workbook, "s1");
    let mut rows = table(&text);
    fill(&mut rows, 1, ReportField::Note, "Half done");
    fill(&mut rows, 1, ReportField::Impact, "");
    fill(&mut rows, 2, ReportField::Note, "Too late");
    reports(&mut workbook, "a1", Report::Note("Nearly done".into()));
    let superseded = ActionStep::Superseded { by: None, reason: "Twice.".into() };
    step(&mut workbook, "a2", superseded).unwrap();
    let sheet = read(&workbook, &saved(&rows, b','));
    let compared = compare(&workbook, &sheet);
    let want = [
        (ReportField::Note, Difference::Conflict),
        (ReportField::Impact, Difference::Emptied),
        (ReportField::Note, Difference::NotOpen),
    ];
    assert_eq!(kinds(&compared), want);
    let conflict = &compared.differences[0];
    let texts = [&conflict.at_export, &conflict.ours, &conflict.theirs].map(Report::text);
    assert_eq!(texts, ["Begun", "Nearly done", "Half done"]);

    let left = workbook.clone().take_sheet(&sheet, &BTreeMap::new(), &stamp());
    assert_eq!((left.taken.len(), left.left.len()), (0, 3));
    let chosen = BTreeMap::from([((item("a1"), ReportField::Note), Take::Theirs)]);
    let done = workbook.take_sheet(&sheet, &chosen, &stamp());
    assert_eq!((done.taken.len(), done.left.len()), (1, 2));
    let view = line(&workbook, "a1", TODAY);
    assert_eq!(view.report(ReportField::Note).text(), "Half done");
    let said: Vec<String> = view
        .history
        .iter()
        .filter_map(|update| match &update.step {
            ActionStep::Reported(Report::Note(text)) => Some(text.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(said, ["Begun", "Nearly done", "Half done"], "what was said before stays");
}

#[test]
fn ap09_a_sheet_has_only_the_open_actions_of_one_body() {
    let mut workbook = with_actions(&["a1", "a2"]);
    workbook
        .record_action(Action { owner: owner("health", "Named nurse"), ..action("a3") })
        .unwrap();
    step(&mut workbook, "a2", ActionStep::Superseded { by: None, reason: "Twice.".into() })
        .unwrap();
    let health = Body::Agency("health".parse().unwrap());
    assert_eq!(workbook.bodies_with_open_actions(), [police(), health]);
    let text = issue(&mut workbook, "s1");
    assert_eq!(table(&text).len(), 2);
    assert!(!text.contains("Named nurse"));
    let twice = workbook.issue_sheet(item("s1"), &police(), &stamp()).map(|_| ());
    assert_eq!(twice, Err(IssueError::Known));
    let nothing = workbook.issue_sheet(item("s2"), &Body::Board, &stamp()).map(|_| ());
    assert_eq!(nothing, Err(IssueError::NothingOpen));
}

#[test]
fn i05_what_an_agency_writes_that_tells_who_somebody_is_is_not_read_and_is_repeated_nowhere() {
    let mut workbook = with_actions(&["a1", "a2"]);
    // As a program recorded it that did not look.
    reports(&mut workbook, "a2", Report::Note("Ring 020 7946 0018.".into()));
    let text = issue(&mut workbook, "s1");
    let mut rows = table(&text);
    fill(&mut rows, 1, ReportField::Note, "Seen for 943 476 5919");
    fill(&mut rows, 1, ReportField::Evidence, "The file of Mrs Quillfeather");
    fill(&mut rows, 1, ReportField::Impact, "Children are seen sooner");
    let sheet = read(&workbook, &saved(&rows, b','));
    let said = |all: &[CellFault]| all.iter().map(CellFault::sentence).collect::<Vec<_>>();
    let left_out = "Row 2, column “What has been done”: this text holds an NHS number, so the cell is left out: \
                    have it taken out of the file, then bring the file in again.";
    assert_eq!(said(&sheet.faults), [left_out]);
    let warned = "Row 2, column “Evidence that it is done”: this text may tell who somebody is, for it may hold \
                  a person’s name.";
    assert_eq!(said(&sheet.warned), [warned]);
    let want =
        [ReportField::Evidence, ReportField::Impact].map(|field| (field, Difference::Change));
    assert_eq!(kinds(&compare(&workbook, &sheet)), want, "the rest of the row is read");
    let told = format!("{:?}{:?}", sheet.faults, sheet.warned);
    assert!(!told.contains("5919") && !told.contains("Quillfeather"), "{told}");
}

#[test]
fn i05_what_an_agency_adds_to_what_stood_in_a_cell_as_it_went_out_is_read() {
    let mut workbook = with_actions(&["a1", "a2"]);
    let before = "Mrs Quillfeather asks to ring 020 7946 0018.";
    for id in ["a1", "a2"] {
        reports(&mut workbook, id, Report::Note(before.into()));
    }
    let text = issue(&mut workbook, "s1");
    let mut rows = table(&text);
    let added = [before, " All teams were trained."].concat();
    fill(&mut rows, 1, ReportField::Note, &added);
    fill(&mut rows, 2, ReportField::Note, &[before, " Seen for 943 476 5919."].concat());
    let sheet = read(&workbook, &saved(&rows, b','));
    let faults: Vec<(usize, &CellFaultKind)> =
        sheet.faults.iter().map(|one| (one.row, &one.kind)).collect();
    assert_eq!(faults, [(3, &CellFaultKind::Identifies("an NHS number"))]);
    assert_eq!(sheet.warned, []);
    assert_eq!(kinds(&compare(&workbook, &sheet)), [(ReportField::Note, Difference::Change)]);
    workbook.take_sheet(&sheet, &BTreeMap::new(), &stamp());
    let note = |id| line(&workbook, id, TODAY).report(ReportField::Note);
    assert_eq!((note("a1"), note("a2")), (Report::Note(added), Report::Note(before.into())));
}

#[test]
fn i05_what_tells_who_somebody_is_is_repeated_from_no_cell_that_cannot_be_read() {
    let (workbook, text) = issued(&["a1", "a2"]);
    let mut rows = table(&text);
    fill(&mut rows, 1, ReportField::CompletedOn, "when 943 476 5919 was seen");
    rows.iter_mut().for_each(|row| row.push(String::new()));
    *rows[0].last_mut().unwrap() = "For our own use".into();
    *rows[1].last_mut().unwrap() = "Ring 020 7946 0018".into();
    rows[2][1] = "#a9".into();
    fill(&mut rows, 2, ReportField::Note, "Ring 020 7946 0018");
    fill(&mut rows, 2, ReportField::Impact, "Seen sooner");
    let sheet = read(&workbook, &saved(&rows, b','));
    let faults: Vec<(usize, &str, CellFaultKind)> =
        sheet.faults.iter().map(|one| (one.row, one.column.as_str(), one.kind.clone())).collect();
    let telephone = CellFaultKind::Identifies("a telephone number");
    let want = [
        (2, "Completed on", CellFaultKind::NotADate),
        (2, "For our own use", telephone.clone()),
        (3, "Action", CellFaultKind::UnknownAction),
        (3, "What has been done", telephone),
    ];
    assert_eq!(faults, want);
    let kept = UnreadCell {
        row: 3,
        column: ReportField::Impact.label().into(),
        text: "Seen sooner".into(),
    };
    assert!(sheet.unread.contains(&kept), "{:?}", sheet.unread);
    let told = format!("{sheet:?}");
    assert!(!told.contains("5919") && !told.contains("0018"), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ap09_a_sheet_that_nobody_changed_changes_nothing_whatever_is_written(
        note in "[-=+@'\t\r\n ;,\"a-z€é]{0,12}",
        evidence in "\\PC{0,20}",
        semicolons: bool,
    ) {
        let mut workbook = with_actions(&["a1"]);
        let _ = step(&mut workbook, "a1", ActionStep::Reported(Report::Note(note)));
        let _ = step(&mut workbook, "a1", ActionStep::Reported(Report::Evidence(evidence)));
        let text = issue(&mut workbook, "s1");
        let rows = table(&text);
        for cell in rows.iter().flatten() {
            prop_assert!(!crate::text::begins_a_formula(cell), "{cell:?}");
        }
        let mark = if semicolons { b';' } else { b',' };
        for file in [text.into_bytes(), saved(&rows, mark)] {
            let sheet = read(&workbook, &file);
            prop_assert_eq!(&sheet.faults, &vec![]);
            prop_assert_eq!(compare(&workbook, &sheet).differences, vec![]);
        }
    }

    #[test]
    fn ap09_whatever_an_agency_writes_is_taken_over_whole_and_once(
        text in "[-=+@'\t\r\n ;,\"a-z€é]{0,12}",
        tabs: bool,
    ) {
        let (mut workbook, sheet) = issued(&["a1"]);
        let mut rows = table(&sheet);
        fill(&mut rows, 1, ReportField::Note, &text);
        let sheet = read(&workbook, &saved(&rows, if tabs { b'\t' } else { b',' }));
        prop_assert_eq!(&sheet.faults, &vec![]);
        workbook.take_sheet(&sheet, &BTreeMap::new(), &stamp());
        let want = crate::text::without_neutraliser(text.trim());
        let want = Report::Note(want.to_owned()).tidied();
        prop_assert_eq!(line(&workbook, "a1", TODAY).report(ReportField::Note), want);
        let before = workbook.record().clone();
        workbook.take_sheet(&sheet, &BTreeMap::new(), &stamp());
        prop_assert_eq!(workbook.record(), &before);
    }

    #[test]
    fn ap09_no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let (workbook, text) = issued(&["a1"]);
        let _ = read_sheet(&workbook, &bytes, day(TODAY));
        let _ = read_sheet(&workbook, &[text.as_bytes(), &bytes].concat(), day(TODAY));
    }
}
