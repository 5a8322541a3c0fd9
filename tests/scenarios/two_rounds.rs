//! One board over two rounds: audit, report, plan, agencies' updates, audit again, comparison.

use multi_agency_audit::panel::actions::{ActionStatus, ap08_ratified};
use multi_agency_audit::panel::reaudit::{
    LinkedActions, Share, Standing, Trend, compare_rounds, ra03_year_on_year,
};
use multi_agency_audit::report::calendar::{icalendar, reminders};
use multi_agency_audit::report::document::build::{build, comparison};
use multi_agency_audit::report::document::{Block, DocumentKind};
use multi_agency_audit::tool::{Area, AreaRole};

use crate::driver::{Scenario, agency};

const AGENCIES: [&str; 2] = ["police", "social-care"];
const CASES: [&str; 5] = ["Case 1", "Case 2", "Case 3", "Case 4", "Case 5"];

/// Every agency audits every case; social care grades the referral below good in the first `below` cases, and the panel agrees.
fn audited(name: &str, below: usize) -> Scenario {
    let mut story = Scenario::named(name, &AGENCIES, &CASES);
    for (at, case) in CASES.iter().enumerate() {
        story.auditor("police", case).audits_everything_as_good().signs_and_exports();
        let auditor = story.auditor("social-care", case).audits_everything_as_good();
        let auditor = if at < below { auditor.grades("referral", "adequate") } else { auditor };
        auditor.signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story
}

/// What an agency does in its spreadsheet: fills cells, and saves with semicolons as its language has it.
fn filled(sheet: &str, action: &str, cells: &[(&str, &str)]) -> Vec<u8> {
    let mut rows: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(sheet.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .collect::<Result<_, _>>()
        .unwrap();
    let head = rows[0].clone();
    let row = rows.iter_mut().find(|row| &row[1] == action).unwrap();
    let text = |(name, cell): (&str, &str)| {
        let written = cells.iter().find(|(column, _)| *column == name);
        written.map_or(cell, |(_, text)| *text).to_owned()
    };
    *row = head.iter().zip(row.iter()).map(text).collect();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

#[test]
fn a_board_audits_plans_follows_up_and_audits_again() {
    // The first round and its report.
    let mut first = audited("first round", 4);
    first.panel_finds_an_issue("f1", "drift-and-delay", "social-care", "referral", &CASES[..4]);
    first.panel_finds_an_issue("f2", "recording", "police", "recording", &CASES[..2]);
    first.panel_recommends("r1", "f1", Some(6), "Social care should answer referrals in a day.");
    first.panel_recommends("r2", "f2", None, "The police should write up visits the same day.");
    let report = build(DocumentKind::Overview, first.workbook(), first.today());
    let told: Vec<String> = report.sentences().map(|sentence| sentence.plain()).collect();
    for text in ["answer referrals in a day", "write up visits the same day"] {
        assert!(told.iter().any(|sentence| sentence.contains(text)), "{text}");
    }

    // The plan, ratified, with its reminders.
    assert!(first.plan_today().recommendations.iter().all(|one| one.open));
    first.board_plans("a1", "r1", "social-care", "Set up a duty desk for referrals", 90);
    first.board_plans("a2", "r2", "police", "Train sergeants in checking records", 90);
    assert!(first.plan_today().recommendations.iter().all(|one| !one.open));
    assert!(first.plan_today().lines.iter().all(|line| line.notices.is_empty()));
    first.board_ratifies();
    assert_eq!(ap08_ratified(first.workbook()), Ok(first.today()));
    let due = reminders(first.workbook(), None, first.today(), 14);
    assert_eq!(due.len(), 3, "two actions, and the audit after six months");
    let stamp = "2026-07-01T09:00:00Z".parse().unwrap();
    let own = reminders(first.workbook(), Some(&agency("police")), first.today(), 14);
    let file = icalendar("Actions", &own, stamp);
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);

    // Agencies work in their spreadsheets.
    let to_care = first.panel_sends_a_sheet("s1", "social-care");
    let to_police = first.panel_sends_a_sheet("s2", "police");
    assert!(!to_care.contains("Train sergeants"), "each sees its own");
    first.days_pass(60);
    let done = [
        ("Progress", "Complete"),
        ("Evidence that it is done", "Rota since July"),
        ("Difference made to children", "Seen within a day; =SUM(A1) is not run"),
    ];
    let taken = first.panel_takes_the_sheet(&filled(&to_care, "#a1", &done));
    assert_eq!((taken.taken.len(), taken.left.len()), (3, 0));
    let late = [("Progress", "At risk"), ("What has been done", "Half are trained")];
    let from_police = filled(&to_police, "#a2", &late);
    first.panel_takes_the_sheet(&from_police);
    let again = first.panel_takes_the_sheet(&from_police);
    assert!(again.taken.is_empty() && again.left.is_empty(), "the same sheet again");
    first.action_is("a1", ActionStatus::CompleteAwaitsClosing);
    first.group_closes("a1");
    first.action_is("a1", ActionStatus::Closed);
    first.action_is("a2", ActionStatus::AtRisk);
    first.days_pass(200);
    first.action_is("a2", ActionStatus::Overdue);
    first.opens_the_workbook_again();

    // The second round: other children, the same tool; what is open goes on.
    let mut second = audited("second round", 1);
    second.follows(&first);
    second.action_is("a2", ActionStatus::Overdue);
    assert_eq!(second.plan_today().lines.len(), 1, "what is closed stays in its round");
    second.panel_finds_an_issue("f1", "drift-and-delay", "social-care", "referral", &CASES[..1]);
    second.panel_finds_an_issue("f2", "recording", "police", "recording", &CASES[..3]);
    second.opens_the_workbook_again();

    // Both rounds side by side.
    let year = ra03_year_on_year(first.workbook(), second.workbook());
    let rows: Vec<_> = year
        .rows
        .iter()
        .map(|row| (row.theme.as_str(), row.before.n, row.now, row.standing, row.actions))
        .collect();
    let of_five = |n| Some(Share { n, of: 5 });
    let (closed, open) = (LinkedActions { all: 1, closed: 1 }, LinkedActions { all: 1, closed: 0 });
    let want = [
        ("Drift and delay", 4, of_five(1), Standing::Improving, closed),
        ("Recording, minutes and chronology", 2, of_five(3), Standing::Continuing, open),
    ];
    assert_eq!(rows, want);
    let side_by_side = compare_rounds(&[first.workbook(), second.workbook()]);
    let referral =
        side_by_side.areas.iter().find(|area| area.title.starts_with("Referral")).unwrap();
    assert_eq!(referral.good, [Share { n: 1, of: 5 }, Share { n: 4, of: 5 }]);
    assert_eq!(referral.trend, Some(Trend::Up));
    assert_eq!(side_by_side.recurring.len(), 2);
    let told = comparison(&[first.workbook()], second.workbook(), second.today());
    let tables: Vec<&str> = told
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table.caption.as_str()),
            _ => None,
        })
        .collect();
    assert!(tables[0].starts_with("Areas for development of"), "{tables:?}");
    assert_eq!(tables[1], "Cases graded good or better, of those with a grade");
    let charts = told.blocks.iter().filter(|block| matches!(block, Block::Chart { .. })).count();
    assert_eq!(charts, 2 * side_by_side.areas.len(), "one for each area and round");
    let left_out: Vec<String> = told
        .sentences()
        .filter(|one| one.id.starts_with("comparison/not-compared/"))
        .map(|one| one.plain())
        .collect();
    let details = "Areas Case details: asks for details that few children may share";
    let own_part = "Questions 7.1.a: asked of each agency about its own part";
    assert_eq!(left_out, [own_part, details], "the same tool in both rounds");
    let compared = tables.iter().filter(|one| one.ends_with("of those with an answer"));
    let asking = |area: &&Area| area.role != Some(AreaRole::CaseDetails);
    let areas = &second.workbook().plan().round.tool.areas;
    assert_eq!(compared.count(), areas.iter().filter(asking).count(), "one for each other area");
}
