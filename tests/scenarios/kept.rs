//! Rounds that a panel has worked in, each as a program of its day wrote it: they open today with nothing lost.
//!
//! A folder of `tests/compatibility` whose `index.json` says what it `holds` is one of them. Before a commit that
//! writes a workbook otherwise, today's program writes another, and what is kept is never changed:
//! `KEEP_ROUND=2026-12-02-judged cargo test --test scenarios kept::a_round_is`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::panel::copies::withheld_texts;
use multi_agency_audit::panel::findings::findings;
use multi_agency_audit::panel::{Dissent, JudgementState, ReturnKey, Workbook, WorkbookFile};
use multi_agency_audit::report::document::DocumentKind;
use multi_agency_audit::report::log_lines;

use crate::driver::Scenario;

const AGENCIES: [&str; 3] = ["police", "school", "social-care"];
const CASES: [&str; 2] = ["Case 1", "Case 2"];
const LOG: &str = "entries of the log";
/// What the story below leaves behind, besides the log.
const HELD: [(&str, usize); 17] = [
    ("actions", 1),
    ("corrected facts", 1),
    ("findings", 2),
    ("findings that were dropped", 1),
    ("immediate concerns", 1),
    ("imported files", 6),
    ("judgements", 4),
    ("judgements that stand", 3),
    ("meetings", 1),
    ("notes of meetings", 1),
    ("questions", 1),
    ("recommendations", 1),
    ("returns that count", 4),
    ("cases judged overall", 1),
    ("steps of copies", 4),
    ("texts withheld", 1),
    ("versions of the overview", 1),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compatibility")
}

/// Two agencies audit two cases, and a third tells of a concern only; one corrects what was judged already.
fn worked_in() -> Scenario {
    let mut story = Scenario::named("a kept round", &AGENCIES, &CASES);
    for case in CASES {
        story.auditor("police", case).audits_everything_as_good().signs_and_exports();
        let auditor = story.auditor("social-care", case).audits_everything_as_good();
        auditor.grades("referral", "adequate").signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    let told = story.auditor("school", "Case 2").tells_at_once("A visit is made now");
    story.panel_imports(&told).became("concern");
    judges(&mut story);
    finds_and_plans(&mut story);
    story.panel_sends_a_copy("social-care", "Case 1");
    story.panel_withholds("social-care", "Case 1", "Dates of entry");
    let (before, after) = ("A visit was written up late", "A visit was written up a day late");
    story.panel_corrects_the_fact("social-care", "Case 1", before, after);
    story.panel_sends_no_copy("police", "Case 1", "A trial is under way");
    story
}

fn judges(story: &mut Scenario) {
    story.panel_meets("m1", "Case 2");
    let dissent = Dissent {
        agency: "police".parse().ok(),
        role: "Inspector".into(),
        view: "Good: the call was answered the same day".into(),
    };
    story
        .panel_tries("Case 1", "referral", "adequate", |decision| {
            decision.meeting = "m1".parse().ok();
            decision.dissent = vec![dissent];
        })
        .unwrap();
    story.panel_judges("Case 1", "history", "good", "Agreed by all present");
    story.panel_judges("Case 1", "overall", "good", "Agreed by all present");
    story.panel_judges("Case 2", "referral", "adequate", "Agreed by all present");
    let auditor = story.auditor("police", "Case 2").corrects().grades("referral", "adequate");
    let corrected = auditor.signs_and_exports();
    story.panel_imports(&corrected).became("replaces").reopens(1);
}

fn finds_and_plans(story: &mut Scenario) {
    story.panel_finds_an_issue("f1", "drift-and-delay", "social-care", "referral", &CASES);
    story.panel_finds_an_issue("f2", "recording", "police", "recording", &CASES[..1]);
    story.panel_finds_an_issue("f3", "recording", "police", "recording", &CASES[1..]);
    story.panel_drops_the_finding("f3", "Once only, and put right since");
    story.panel_recommends("r1", "f1", Some(6), "Social care should answer referrals in a day.");
    story.board_plans("a1", "r1", "social-care", "Set up a duty desk for referrals", 90);
    story.board_ratifies();
    story.panel_sends_a_sheet("s1", "social-care");
    story.panel_asks("q1", "police", "Case 1", "prompt-3.1", "What did the referral lack?");
    story.panel_sends_questions("police");
    let document = story.document(DocumentKind::Overview);
    story.panel_keeps(&document);
    story.panel_clears(&document);
}

/// How much there is of each, as today's program reads it.
fn held(workbook: &Workbook) -> BTreeMap<String, usize> {
    let cases = workbook.plan().cases.iter().map(|case| &case.case_ref);
    let current = cases.flat_map(|case| workbook.current_of_case(case));
    let places: Vec<&ReturnKey> = current.map(|(place, ..)| place).collect();
    let latest = || workbook.latest_judgements();
    let stands = latest().filter(|one| workbook.state_of(one) == JudgementState::Stands);
    let copies = places.iter().map(|place| workbook.copy_records(place).count());
    let corrected = places.iter().map(|place| workbook.amendments(place).count());
    let counts = [
        ("actions", workbook.actions().len()),
        ("corrected facts", corrected.sum()),
        (LOG, workbook.log().entries().len()),
        ("findings", findings(workbook).len()),
        ("findings that were dropped", workbook.dropped_findings().len()),
        ("immediate concerns", workbook.register().letters().count()),
        ("imported files", workbook.register().kept_files().count()),
        ("judgements", workbook.judgements().len()),
        ("judgements that stand", stands.count()),
        ("meetings", workbook.meetings().len()),
        ("notes of meetings", workbook.meeting_notes().len()),
        ("questions", workbook.queries().len()),
        ("recommendations", workbook.recommendations().len()),
        ("returns that count", places.len()),
        ("cases judged overall", latest().filter(|one| one.subject.area.is_none()).count()),
        ("steps of copies", copies.sum()),
        ("texts withheld", withheld_texts(workbook).values().map(Vec::len).sum()),
        ("versions of the overview", workbook.versions("overview").count()),
    ];
    counts.map(|(name, count)| (name.to_owned(), count)).into()
}

/// As the panel's program takes a round over, with every file that was imported.
fn opened(file: &[u8]) -> Workbook {
    let verified = open(file, &[Kind::Workbook], &Limits::of(Kind::Workbook)).unwrap();
    let file: WorkbookFile = verified.parse_whole().unwrap();
    let mut workbook = Workbook::from_record(file.workbook);
    assert_eq!(workbook.round_key(), verified.signer());
    let (files, opener) = (file.files.len(), workbook.opener());
    assert_eq!(workbook.take_files(file.files, &opener).len(), files, "all of them belong to it");
    assert_eq!(workbook.files_to_restore().count(), 0, "every return is here");
    workbook
}

#[test]
fn a_round_is_worked_in_and_kept_with_all_that_the_panel_recorded() {
    let story = worked_in();
    let file = story.panel_saves_the_workbook();
    let found = held(&opened(file.as_bytes()));
    let mut wanted: BTreeMap<String, usize> =
        HELD.map(|(name, count)| (name.to_owned(), count)).into();
    wanted.insert(LOG.to_owned(), story.log_length());
    assert_eq!(found, wanted);
    if let Some(name) = env::var_os("KEEP_ROUND") {
        let folder = root().join(name);
        fs::create_dir(&folder).expect("a folder that is not there yet");
        let index = serde_json::json!({ "holds": found });
        let index = [serde_json::to_string_pretty(&index).unwrap().as_str(), "\n"].concat();
        fs::write(folder.join("index.json"), index).unwrap();
        fs::write(folder.join("workbook.json"), file).unwrap();
    }
}

#[test]
fn every_entry_of_the_log_of_a_round_says_what_was_done() {
    let story = worked_in();
    let lines = log_lines(story.workbook());
    assert_eq!(lines.len(), story.log_length());
    let silent: Vec<_> = lines.iter().filter(|line| line.what.is_empty()).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn what_a_panel_recorded_in_a_kept_round_is_all_there_today() {
    let folders = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let mut kept = 0;
    for folder in folders {
        let index = fs::read(folder.join("index.json")).unwrap();
        let index: serde_json::Value = serde_json::from_slice(&index).unwrap();
        let Some(holds) = index.get("holds") else { continue };
        let holds: BTreeMap<String, usize> = serde_json::from_value(holds.clone()).unwrap();
        let mut found = held(&opened(&fs::read(folder.join("workbook.json")).unwrap()));
        // What is counted since was in no index then.
        found.retain(|name, _| holds.contains_key(name));
        assert_eq!(found, holds, "{}", folder.display());
        kept += 1;
    }
    assert!(kept > 0, "none is kept: write one with KEEP_ROUND");
}
