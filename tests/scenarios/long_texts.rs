//! A megabyte of text where a sentence is looked for: it is kept whole, refused with its place, or cut where it says so.

use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::panel::WorkbookFile;
use multi_agency_audit::report::{grid_csv, grid_xlsx, plan_grid};

use crate::driver::Scenario;

fn megabyte() -> String {
    "It was late. ".repeat(80_000)
}

#[test]
fn l35_a_draft_with_a_megabyte_of_text_is_whole_in_its_saved_copy() {
    let mut story = Scenario::round(&["police"], &["Case 1"]);
    let auditor = story.auditor("police", "Case 1").audits_everything_as_good();
    let auditor = auditor.writes_evidence("3.1", &megabyte());
    assert!(auditor.draft_in_a_saved_copy() == *auditor.draft(), "something of it is lost");
}

#[test]
fn l35_a_workbook_and_a_table_keep_a_megabyte_of_text_whole_and_a_sheet_is_written_all_the_same() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
    story.panel_judges("Case 1", "history", "good", &megabyte());
    story.panel_finds_an_issue("f1", "recording", "police", "recording", &["Case 1"]);
    story.panel_recommends("r1", "f1", None, "The police should write up visits the same day.");
    story.board_plans("a1", "r1", "police", &megabyte(), 90);

    let file = story.panel_saves_the_workbook();
    let opened = open(file.as_bytes(), &[Kind::Workbook], &Limits::of(Kind::Workbook)).unwrap();
    let opened: WorkbookFile = opened.parse_whole().unwrap();
    assert!(opened.workbook == *story.workbook().record(), "something of it is lost");

    let plan = plan_grid(story.workbook(), story.today());
    assert!(grid_csv(&plan).contains(megabyte().trim_end()), "the table has less");
    // A cell of a spreadsheet program holds 32,767 characters, and says where the rest is.
    assert!(grid_xlsx(&plan).is_ok());
}
