//! Every place in the pages that saves a file, and what keeps planted identifiers out of it (I-08 to I-11).

use std::fs;
use std::path::Path;

use chrono::{DateTime, Days, NaiveDate, Utc};
use multi_agency_audit::id::ItemId;
use multi_agency_audit::panel::actions::{
    Action, ActionStep, Body, Challenge, ChallengeStep, ChallengeUpdate, Milestone, Owner,
    Priority, Report, Withholding,
};
use multi_agency_audit::panel::{Workbook, guard_of_question};
use multi_agency_audit::report::calendar::{i08_reminders, icalendar, reminders};
use multi_agency_audit::report::{
    action_sheet, grid_csv, grid_xlsx, i08_numbers, i08_plan, i08_reminders_may_go,
    i08_sheet_may_go, i08_withheld, numbers_csv, plan_grid, xlsx,
};

use crate::planted::{plant, planted};
use crate::renderers::cells_of;
use crate::seed::{Seed, stamp};

/// What keeps identifiers out of what is saved in one place.
enum Kept {
    /// The files of a round in which all that can be written holds one, as their readers find the words.
    Files(fn() -> Vec<String>),
    /// Why it may hold what somebody wrote, or where else it is told that it holds none.
    Otherwise(&'static str),
}

const OWN: &str = "an auditor’s own work, for the auditor and the panel only (I-11)";
const PANEL: &str = "working papers of the panel, or an agency’s own, never for publication (I-10)";
const CLEARED: &str = "only as somebody cleared it: `planted.rs`";

/// Each file under `src/ui` that saves something, and how often. What saves one more joins here.
const PLACES: [(&str, usize, Kept); 21] = [
    ("auditor/desk/files.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/keeping.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/locked_copy.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/notices.rs", 1, Kept::Otherwise(OWN)),
    ("auditor/desk/signing.rs", 1, Kept::Otherwise(OWN)),
    ("panel/case/papers.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/deputy.rs", 1, Kept::Otherwise("a key")),
    ("panel/desk/issue.rs", 1, Kept::Otherwise("an invitation, which names cases by their labels")),
    ("panel/desk/queries.rs", 1, Kept::Otherwise("questions, refused as they are asked (I-05)")),
    ("panel/desk/saving.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/desk/tools.rs", 1, Kept::Otherwise("an audit tool, which knows no case")),
    ("panel/documents/dataset.rs", 1, Kept::Otherwise("counts: `src/report/dataset/tests`")),
    ("panel/documents/kept.rs", 3, Kept::Otherwise(CLEARED)),
    ("panel/documents/numbers.rs", 2, Kept::Files(files_of_numbers)),
    ("panel/documents/version.rs", 1, Kept::Otherwise(CLEARED)),
    ("panel/download.rs", 1, Kept::Otherwise("what the other places ask for")),
    ("panel/log.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/paper.rs", 1, Kept::Otherwise(PANEL)),
    ("panel/plan/reminders.rs", 1, Kept::Files(calendars)),
    ("panel/plan/sheets.rs", 3, Kept::Files(files_of_the_plan)),
    ("panel/sampling/draw.rs", 1, Kept::Otherwise("how cases were drawn, by numbers")),
];

/// How pages save.
const CALLS: [&str; 2] = ["files::save(", "download::button("];

#[test]
fn i08_every_place_that_saves_a_file_says_what_keeps_identifiers_out_of_it() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut found = Vec::new();
    look_through(&pages, &pages, &mut found);
    found.sort();
    let told = PLACES.iter().map(|(path, count, _)| ((*path).to_owned(), *count));
    assert_eq!(found, told.collect::<Vec<_>>(), "what saves a file joins `PLACES`");
}

fn look_through(root: &Path, folder: &Path, found: &mut Vec<(String, usize)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look_through(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let count: usize = CALLS.iter().map(|call| text.matches(*call).count()).sum();
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            found.extend((count > 0).then_some((name, count)));
        }
    }
}

#[test]
fn i08_no_file_that_leaves_the_panel_gives_a_planted_identifier_away() {
    for (path, _, kept) in PLACES {
        let files = match kept {
            Kept::Files(make) => make(),
            Kept::Otherwise(why) => {
                assert!(!why.is_empty(), "{path}");
                continue;
            }
        };
        assert!(!files.is_empty(), "{path}");
        for file in files {
            assert!(file.len() > 100, "{path}: {file}");
            let held: Vec<&str> = planted().into_iter().filter(|one| file.contains(one)).collect();
            assert!(held.is_empty(), "{path}: {held:?} in {file}");
        }
    }
}

fn files_of_numbers() -> Vec<String> {
    let seed = Seed::changed("six-steps", plant);
    let numbers = i08_numbers(&seed.workbook, seed.story.today).unwrap();
    vec![numbers_csv(&numbers), cells_of(&xlsx(&numbers).unwrap())]
}

/// The whole plan, its issues, and the sheet of each body that gets one.
fn files_of_the_plan() -> Vec<String> {
    let (mut workbook, today) = planned();
    let whole = plan_grid(&workbook, today);
    let held = [grid_csv(&whole), grid_csv(whole.issues.as_deref().unwrap())];
    for one in planted() {
        assert!(held.iter().all(|file| file.contains(one)), "{one} is nowhere in the plan");
    }
    let (plan, _) = i08_plan(&workbook, today, &Withholding::of(&workbook, now(), false));
    let issues = grid_csv(plan.issues.as_deref().unwrap());
    let mut files = vec![grid_csv(&plan), issues, cells_of(&grid_xlsx(&plan).unwrap())];
    let guard = guard_of_question(&workbook.plan().round, now());
    let bodies = workbook.bodies_with_open_actions();
    let mut sent = bodies.clone();
    sent.retain(|body| i08_sheet_may_go(&workbook, body, today, &guard).is_ok());
    assert!(!sent.is_empty() && sent.len() < bodies.len(), "{sent:?}");
    for (at, body) in sent.iter().enumerate() {
        let id = ["s", &at.to_string()].concat();
        let sheet = workbook.issue_sheet(item(&id), body, &stamp()).unwrap().clone();
        let without = Withholding::of(&workbook, sheet.stamp.at, false);
        let (grid, _) = i08_withheld(action_sheet(&workbook, &sheet), &without);
        files.extend([grid_csv(&grid), cells_of(&grid_xlsx(&grid).unwrap())]);
    }
    files
}

/// The calendar of each body that gets one, without its folds.
fn calendars() -> Vec<String> {
    let (workbook, today) = planned();
    let guard = guard_of_question(&workbook.plan().round, now());
    let without = Withholding::of(&workbook, now(), false);
    let title = &workbook.plan().round.title;
    let bodies = workbook.bodies_with_open_actions().into_iter();
    let calendar = |body: Body| {
        let whole = reminders(&workbook, Some(&body), today, 14);
        i08_reminders_may_go(title, &whole, &guard).ok()?;
        let sent = i08_reminders(&workbook, Some(&body), today, 14, &without);
        Some(icalendar(&without.text(title), &sent, now()).replace("\r\n ", ""))
    };
    bodies.filter_map(calendar).collect()
}

/// A round in whose plan everything that can be written holds something that is planted: an action, its owner and an
/// issue for each.
fn planned() -> (Workbook, NaiveDate) {
    let seed = Seed::named("overview");
    let (mut workbook, today) = (seed.workbook, seed.story.today);
    for (at, one) in planted().into_iter().enumerate() {
        let number = at.to_string();
        let said = ["Share every plan, as was noted: ", one].concat();
        act(&mut workbook, today, &number, &said);
        dispute(&mut workbook, today, &number, &said);
    }
    (workbook, today)
}

fn act(workbook: &mut Workbook, today: NaiveDate, number: &str, said: &str) {
    let recommended = workbook.recommendations().into_iter().map(|one| one.id.clone());
    let text = || said.to_owned();
    let id = item(&["a", number].concat());
    let due = today.checked_add_days(Days::new(60));
    let later = today.checked_add_days(Days::new(90)).unwrap();
    let action = Action {
        id: id.clone(),
        recommendations: recommended.take(1).collect(),
        findings: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        text: text(),
        outcome: text(),
        measure: text(),
        evidence_expected: text(),
        owner: Owner { body: service(number), role: text() },
        contributors: vec![Owner { body: Body::Board, role: text() }],
        agreed: Some(today),
        resources: text(),
        start: None,
        due,
        milestones: vec![Milestone { id: item("m1"), text: text(), due }],
        priority: Priority::High,
        audit_again: None,
        carried: None,
        stamp: stamp(),
    };
    workbook.record_action(action).unwrap();
    for step in [
        ActionStep::Reported(Report::Note(text())),
        ActionStep::Reported(Report::Evidence(text())),
        ActionStep::Reported(Report::Impact(text())),
        ActionStep::Reported(Report::DateReason(text())),
        ActionStep::Extended { due: later, reason: text() },
        ActionStep::Escalated { to: text(), reason: text() },
    ] {
        workbook.record_action_step(&id, step, &stamp()).unwrap();
    }
}

fn dispute(workbook: &mut Workbook, today: NaiveDate, number: &str, said: &str) {
    let text = || said.to_owned();
    let id = item(&["c", number].concat());
    let challenge = Challenge {
        id: id.clone(),
        raised_by: Owner { body: Body::Board, role: "Chair".into() },
        put_to: Owner { body: service(number), role: "Head of service".into() },
        raised_on: today,
        issue: text(),
        actions: Vec::new(),
        stamp: stamp(),
    };
    workbook.record_challenge(challenge).unwrap();
    for step in
        [ChallengeStep::Noted(text()), ChallengeStep::TakenTo { level: text(), reason: text() }]
    {
        let update = ChallengeUpdate { challenge: id.clone(), step, on: today, stamp: stamp() };
        workbook.record_challenge_step(update).unwrap();
    }
}

fn service(number: &str) -> Body {
    Body::Other(["Service ", number].concat())
}

fn item(id: &str) -> ItemId {
    id.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-07-20T09:00:00Z".parse().unwrap()
}
