//! Whatever a board's own tool, a draft, a concern or a panel's workbook says: it comes through its file letter for
//! letter, and is text and nothing else in all that is made of it (L19, L35).
//!
//! What auditors sign is tried in `tests/documents/injected.rs`, screens in `tests/browser/tests/injected.rs`.

mod everywhere;
mod forms;
mod of_schema;
mod planting;

use chrono::NaiveDate;
use multi_agency_audit::check::check;
use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::id::{ItemId, ToolId};
use multi_agency_audit::panel::concerns::concern_board;
use multi_agency_audit::panel::{Workbook, WorkbookFile};
use multi_agency_audit::report::calendar::{icalendar, reminders};
use multi_agency_audit::report::document::{DocumentKind, build, render};
use multi_agency_audit::report::sheet::{
    Filled, Standing, concern_sheet, filled, page_of_tool, text_of,
};
use multi_agency_audit::report::{
    grid_csv, grid_xlsx, log_csv, numbers, numbers_csv, plan_grid, xlsx,
};
use multi_agency_audit::timescale::StatedLimits;
use multi_agency_audit::tool::{Graph, PromptKind, Tool, library};

use crate::driver::Scenario;
use forms::{
    begun, elements, elements_of, lines_of_calendar, rows_that_run_nothing, texts_that_run_nothing,
    word,
};

/// What everybody sees of it; each begins with a word by which it is found again.
const SEEN: [&str; 7] = [
    "alpha</p></li><script>ran</script>",
    "bravo<img src=x onerror=ran>",
    "charlie<svg onload=ran><a href=\"javascript:x\">x</a>",
    "delta\" onmouseover=\"ran\" x='",
    "echo]]><!-- <![CDATA[ &#60;b &lt;i&gt; &bogus;",
    "foxtrot[press](javascript:x) ![](x.png) `code` <b>",
    "golf{board} {count} {{case}} %s \\",
];
/// What hides and turns words, and piled accents: no tool may hold it, anybody may type it.
const UNSEEN: [&str; 2] =
    ["hotel\u{202e}desrever\u{2066}\u{200b}\u{ad}", "india Z\u{300}\u{301}\u{302}\u{303}\u{304}"];
/// What of it must stand in no document.
const HIDDEN: [char; 4] = ['\u{202e}', '\u{2066}', '\u{200b}', '\u{ad}'];
const FORMULAS: [&str; 4] = ["=HYPERLINK(\"x\")", "+a+b", "-a+b", "@SUM(a)"];
const NOW: &str = "2026-05-11T09:00:00Z";

/// Gives out hostile words, or as many harmless ones of the same lengths.
struct Words {
    evil: bool,
    hiding: bool,
    given: usize,
}

impl Words {
    fn evil_or_not(&self, hostile: &str) -> String {
        let stays = |one: char| self.evil || one.is_alphanumeric() || one == ' ';
        hostile.chars().map(|one| if stays(one) { one } else { 'a' }).collect()
    }

    /// A text with something behind it.
    fn behind(&mut self, text: &str) -> String {
        let unseen: &[&str] = if self.hiding { &UNSEEN } else { &[] };
        let all = [&SEEN[..], unseen].concat();
        let hostile = all[self.given % all.len()];
        self.given += 1;
        [text, " ", &self.evil_or_not(hostile)].concat()
    }

    /// The same with a formula before it.
    fn around(&mut self, text: &str) -> String {
        let formula = self.evil_or_not(FORMULAS[self.given % FORMULAS.len()]);
        [&formula, " ", &self.behind(text)].concat()
    }

    /// For documents: a panel's own text has gaps in braces; those that nothing fills are marked.
    fn for_documents(&mut self, text: &str) -> String {
        self.behind(text).replace(['{', '}'], "")
    }
}

/// A tool as any board may write it, through its file.
fn own_tool(evil: bool) -> Tool {
    let mut tool = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
    let mut words = Words { evil, hiding: false, given: 0 };
    tool.title = words.around(&tool.title);
    tool.summary = words.around(&tool.summary);
    for area in &mut tool.areas {
        area.title = words.behind(&area.title);
        for prompt in &mut area.prompts {
            prompt.text = words.around(&prompt.text);
            if let PromptKind::Choice { options } | PromptKind::Choices { options } =
                &mut prompt.kind
            {
                for option in options {
                    option.label = words.behind(&option.label);
                }
            }
        }
    }
    Tool::from_json(&serde_json::to_vec(&tool).unwrap()).expect("a tool that may be used")
}

fn audited_with_it(evil: bool) -> Scenario {
    let agencies = ["police", "social-care"];
    let mut story = Scenario::with_tool("a story", own_tool(evil), &agencies, &["Case 1"]);
    for agency in agencies {
        story.auditor(agency, "Case 1").audits_everything_as_good().signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story.panel_judges("Case 1", "referral", "good", "Agreed by all present");
    story
}

/// A round in which agencies and panel write so wherever they write anything.
fn worked_in(evil: bool) -> Scenario {
    let mut words = Words { evil, hiding: true, given: 0 };
    let mut story = Scenario::round(&["gp", "police", "social-care"], &["Case 1"]);
    for agency in ["police", "social-care"] {
        story
            .auditor(agency, "Case 1")
            .audits_everything_as_good()
            .finds_well("history", &words.behind("The file was complete"))
            .finds_wrong("referral", &words.behind("A call came late"))
            .writes_evidence("3.1", &words.behind("As the minutes say"))
            .signs_whatever_the_program_says();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    let concern = words.behind("Nobody is at home");
    let told = story.auditor("gp", "Case 1").tells_at_once(&concern);
    story.panel_imports(&told).became("concern");
    story.panel_judges("Case 1", "referral", "good", &words.around("Agreed by all"));
    story.panel_finds_an_issue("f1", "drift-and-delay", "social-care", "referral", &["Case 1"]);
    let recommended = words.for_documents("Social care should answer referrals in a day");
    story.panel_recommends("r1", "f1", Some(6), &recommended);
    story.board_plans("a1", "r1", "social-care", &words.around("Set up a duty desk"), 90);
    story.panel_summarises("Case 1", &words.for_documents("A young child"));
    story.panel_says_what_difference_it_made("Case 1", &words.around("The child is safer"));
    story
}

/// Holds every document of one round against that of the other; gives what the pages of the second say.
fn only_text_in_documents(good: &Workbook, evil: &Workbook, today: NaiveDate) -> String {
    let mut pages = String::new();
    for kind in DocumentKind::ALL {
        let [good, evil] = [good, evil].map(|workbook| build::build(kind, workbook, today));
        let (page, body) = (render::html(&evil), word(&evil));
        let wanted = elements_of(&good, &render::html(&good));
        assert_eq!(elements_of(&evil, &page), wanted, "{kind:?}");
        assert_eq!(elements_of(&evil, &body), elements_of(&good, &word(&good)), "{kind:?}");
        let markdown = render::markdown(&evil);
        assert_eq!(begun(&markdown), begun(&render::markdown(&good)), "{kind:?}");
        for form in [&page, &body, &markdown, &render::text(&evil)] {
            assert!(!form.contains(HIDDEN), "{kind:?}: {form}");
        }
        pages.push_str(&page);
    }
    pages
}

/// The plan, the log and the numbers: no cell runs, and no text begins a cell or a row of its own. Gives what the
/// spreadsheets of the second say.
fn only_text_in_tables(good: &Workbook, evil: &Workbook, today: NaiveDate) -> String {
    let tables = |workbook: &Workbook| {
        let counted = numbers(workbook, today);
        let plan = plan_grid(workbook, today);
        let tables = [grid_csv(&plan), log_csv(workbook), numbers_csv(&counted)];
        let books = [grid_xlsx(&plan).unwrap(), xlsx(&counted).unwrap()];
        let texts = books.map(|book| texts_that_run_nothing(&book));
        (tables.map(|table| rows_that_run_nothing(&table)), texts.concat())
    };
    let ((good, _), (evil, texts)) = (tables(good), tables(evil));
    assert_eq!(evil, good);
    texts
}

/// The test would prove nothing if the words stood in no cell.
fn only_text_in_cells(good: &Scenario, evil: &Scenario) {
    let texts = only_text_in_tables(good.workbook(), evil.workbook(), good.today());
    assert!(SEEN.iter().any(|seen| texts.contains(seen)), "{texts}");
}

fn first_word(hostile: &str) -> String {
    hostile.chars().take_while(char::is_ascii_lowercase).collect()
}

#[test]
fn l35_a_boards_own_tool_is_text_on_paper_in_documents_and_in_tables() {
    let page = page_of_tool(&own_tool(true));
    assert_eq!(elements(&page), elements(&page_of_tool(&own_tool(false))));
    let (good, evil) = (audited_with_it(false), audited_with_it(true));
    let pages = only_text_in_documents(good.workbook(), evil.workbook(), good.today());
    for seen in SEEN {
        let word = first_word(seen);
        assert!(page.contains(&word) && pages.contains(&word), "{word} is nowhere");
    }
    only_text_in_cells(&good, &evil);
}

#[test]
fn l35_what_a_panel_keeps_comes_back_letter_for_letter_and_is_text_in_every_document() {
    let (good, evil) = (worked_in(false), worked_in(true));
    let file = evil.panel_saves_the_workbook();
    let opened = open(file.as_bytes(), &[Kind::Workbook], &Limits::of(Kind::Workbook)).unwrap();
    let opened: WorkbookFile = opened.parse_whole().unwrap();
    assert_eq!(opened.workbook, *evil.workbook().record());
    let pages = only_text_in_documents(good.workbook(), evil.workbook(), good.today());
    for stands in ["bravo&lt;img src=x", "india Z"] {
        assert!(pages.contains(stands), "{stands} is in no document");
    }
    let papers = evil.prints_the_papers_of("Case 1");
    let lost: Vec<&str> = SEEN.into_iter().filter(|seen| !papers.contains(seen)).collect();
    assert!(lost.is_empty(), "{lost:?} is not in the papers of the case:\n{papers}");
}

#[test]
fn l19_what_a_panel_keeps_runs_in_no_table_and_begins_no_line_of_a_calendar() {
    let (good, evil) = (worked_in(false), worked_in(true));
    only_text_in_cells(&good, &evil);
    let calendar = |story: &Scenario| {
        let due = reminders(story.workbook(), None, story.today(), 14);
        lines_of_calendar(&icalendar("Actions", &due, NOW.parse().unwrap()))
    };
    let lines = calendar(&evil);
    assert!(lines.iter().any(|line| line == "SUMMARY"), "{lines:?}");
    assert_eq!(lines, calendar(&good));
}

#[test]
fn l35_a_concern_is_told_letter_for_letter_and_forges_no_line_on_paper() {
    let said = ["Nobody is at home.\nforged\n------\n", SEEN[0], UNSEEN[0]].concat();
    let mut story = Scenario::round(&["gp"], &["Case 1"]);
    let told = story.auditor("gp", "Case 1").tells_at_once(&said);
    story.panel_imports(&told).became("concern");
    let now = NOW.parse().unwrap();
    let board = concern_board(story.workbook(), now, |at| at.naive_utc());
    assert_eq!(board.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), [said.as_str()]);
    let auditor = story.auditor("gp", "Case 1");
    let concern = ItemId::new("c1").unwrap();
    let sheet = concern_sheet(auditor.draft(), &concern, |at| at.to_rfc3339()).unwrap();
    forges_nothing(&text_of(&sheet));
}

/// Headings of a sheet stand at the margin with a line under them: what was typed never does.
fn forges_nothing(paper: &str) {
    assert!(paper.contains("    forged\r\n    ------\r\n"), "{paper}");
    assert!(!paper.lines().any(|line| line.starts_with("forged")), "{paper}");
}

#[test]
fn l35_a_draft_comes_back_letter_for_letter_and_forges_no_line_on_paper() {
    let said = ["A call came late.\nforged\n------\n", SEEN[0], UNSEEN[0], UNSEEN[1]].concat();
    let mut story = Scenario::round(&["police"], &["Case 1"]);
    let auditor = story.auditor("police", "Case 1").audits_everything_as_good();
    let auditor = auditor.writes_evidence("3.1", &said);
    let draft = auditor.draft_in_a_saved_copy();
    assert_eq!(draft, *auditor.draft());

    let round = &story.workbook().plan().round;
    let notices = check(round, &draft);
    let sheet = filled(&Filled {
        round,
        ret: &draft,
        shown: &Graph::compile(&round.tool).shown(&draft),
        notices: &notices,
        standing: Standing::Draft,
        earlier: Vec::new(),
        moment: |at| at.to_rfc3339(),
        authority: &said,
        limits: &StatedLimits::new(),
    });
    forges_nothing(&text_of(&sheet));
}
