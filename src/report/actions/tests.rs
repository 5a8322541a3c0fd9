//! The plan and its sheets as grids.

use super::*;
use crate::guard::Guard;
use crate::panel::actions::fixture::*;
use crate::panel::actions::{
    Action, ActionStep, Body, Challenge, ChallengeStep, ChallengeUpdate, Milestone, Owner, Report,
    Withholding, ap10_carry_forward,
};
use crate::panel::fixture::{round_key, stamp};
use crate::report::calendar::{Reminder, i08_reminders, reminders};

#[test]
fn the_whole_plan_is_a_sheet_without_formulas_and_tells_of_what_is_superseded() {
    let mut workbook = with_actions(&["a1", "a2"]);
    let formula = Action { text: "=1+1".into(), ..action("a3") };
    workbook.record_action(formula).unwrap();
    let superseded = ActionStep::Superseded { by: None, reason: "Twice.".into() };
    step(&mut workbook, "a2", superseded).unwrap();
    reports(&mut workbook, "a1", Report::Evidence("Seen.".into()));
    let grid = plan_grid(&workbook, day("2026-07-01"));
    let cell = |row: usize, head: &str| {
        let at = grid.head.iter().position(|one| one == head).unwrap();
        grid.rows[row][at].as_str()
    };
    assert_eq!(cell(0, "Owner"), "Head of public protection, police");
    assert_eq!(cell(0, "Evidence that it is done"), "Seen.");
    assert_eq!((cell(0, "Status"), cell(1, "Status")), ("Overdue", "Superseded"));
    assert!(grid.rows.iter().all(|row| row.len() == grid.head.len()));
    let file = grid_csv(&grid);
    assert_eq!(file.lines().count(), 4);
    assert!(file.contains("\"'=1+1\""), "{file}");
}

#[test]
fn ap10_the_whole_plan_tells_what_a_carried_action_puts_into_practice_without_a_pattern() {
    let mut earlier = planned();
    let passage = recommendation("r1", "**Police** should see children {in:seen}.");
    earlier.record_passage(passage).unwrap();
    earlier.record_action(action("a1")).unwrap();
    let mut plan = earlier.plan().clone();
    plan.round.id = "round-2".parse().unwrap();
    let mut next = Workbook::new(plan, round_key());
    // As a program carried it that knew nothing of counts.
    ap10_carry_forward(&earlier, &mut next, &stamp());
    let grid = plan_grid(&next, day("2026-07-01"));
    let told = "Police should see children [number of cases].";
    assert!(grid.rows[0].iter().any(|cell| cell == told), "{:#?}", grid.rows);
}

#[test]
fn a_sheet_says_which_columns_are_to_be_filled_in() {
    let mut workbook = with_actions(&["a1"]);
    let to = action("a1").owner.body;
    let sheet = workbook.issue_sheet(item("s1"), &to, &stamp()).unwrap().clone();
    let grid = action_sheet(&workbook, &sheet);
    assert_eq!(grid.head[grid.filled_from..][..2], ["Progress", "Completed on"]);
    let local = action_sheet_of(&workbook, &sheet, day("2026-03-21"));
    assert_eq!((grid.made, local.made), (day("2026-03-20"), day("2026-03-21")));
    let (at, choices) = grid.choices.unwrap();
    assert_eq!((grid.head[at].as_str(), choices[0].as_str()), ("Progress", "Not started"));
}

fn cell<'a>(grid: &'a Grid, row: usize, head: &str) -> &'a str {
    let at = grid.head.iter().position(|one| one == head);
    &grid.rows[row][at.unwrap_or_else(|| panic!("no column {head}"))]
}

#[test]
fn the_whole_plan_tells_every_field_that_is_recorded_of_an_action() {
    let mut workbook = planned();
    let step_of = |id: &str, text: &str| Milestone {
        id: item(id),
        text: text.into(),
        due: Some(day("2026-05-01")),
    };
    let milestones = vec![step_of("m1", "Draft"), step_of("m2", "Trial")];
    let areas = vec!["risk".parse().unwrap()];
    let themes = vec!["neglect".parse().unwrap()];
    workbook.record_action(Action { milestones, areas, themes, ..action("a1") }).unwrap();
    let on = day("2026-05-03");
    let board = || Owner { body: Body::Board, role: "Chair".into() };
    for one in [
        ActionStep::Extended { due: day("2026-08-31"), reason: "Sickness.".into() },
        ActionStep::MilestoneReached { milestone: item("m1"), on },
        ActionStep::Reviewed { on },
        ActionStep::Escalated { to: "Chair".into(), reason: "No post.".into() },
        ActionStep::Reported(Report::DateAsked(Some(day("2026-09-30")))),
        ActionStep::Reported(Report::DateReason("Leave.".into())),
    ] {
        step(&mut workbook, "a1", one).unwrap();
    }
    workbook.ratify_plan(Some(day("2026-05-04")), "Full board", &stamp()).unwrap();
    let today = day("2026-07-01");
    let grid = plan_grid(&workbook, today);
    let told = |head: &str| cell(&grid, 0, head);
    assert_eq!(
        told("Steps on the way"),
        "Draft, by 2026-05-01, reached 2026-05-03; Trial, by 2026-05-01"
    );
    assert_eq!(told("Given more time, because"), "2026-08-31: Sickness.");
    assert_eq!((told("Last reviewed"), told("Audited again")), ("2026-05-03", "2026-09-30"));
    assert_eq!((told("Escalated to"), told("Escalated, because")), ("Chair", "No post."));
    assert_eq!((told("Later date asked for"), told("Why a later date")), ("2026-09-30", "Leave."));
    assert_eq!(told("Ratified"), "2026-05-04, Full board");
    assert!(!told("Areas of analysis").is_empty() && !told("Themes").is_empty());

    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    reports(&mut workbook, "a1", Report::CompletedOn(Some(day("2026-06-01"))));
    reports(&mut workbook, "a1", Report::Evidence("Seen.".into()));
    step(&mut workbook, "a1", ActionStep::Closed { reviewer: board(), on }).unwrap();
    let other = Action {
        owner: owner("police", "Superintendent"),
        due: Some(day("2026-06-30")),
        ..action("a1")
    };
    workbook.record_action(other).unwrap();
    let grid = plan_grid(&workbook, today);
    let told = |head: &str| cell(&grid, 0, head);
    assert_eq!((told("Progress"), told("Completed on")), ("Complete", "2026-06-01"));
    assert!(told("Closed by, and when").starts_with("Chair, "), "{}", told("Closed by, and when"));
    assert!(told("Owners before").starts_with("Head of public protection, police, until "));
    assert_eq!(told("Ratified"), "", "it was written anew since");
    assert!(grid.rows.iter().all(|row| row.len() == grid.head.len()));
}

/// Health to the police, about the first action, taken to directors.
fn with_an_issue() -> Workbook {
    let mut workbook = with_actions(&["a1"]);
    let challenge = Challenge {
        id: item("c1"),
        raised_by: owner("health", "Named nurse"),
        put_to: owner("police", "Head of public protection"),
        raised_on: day("2026-04-01"),
        issue: "Notifications come days late.".into(),
        actions: vec![item("a1")],
        stamp: stamp(),
    };
    workbook.record_challenge(challenge).unwrap();
    let step = ChallengeStep::TakenTo { level: "Directors".into(), reason: "No answer.".into() };
    let taken =
        ChallengeUpdate { challenge: item("c1"), step, on: day("2026-04-10"), stamp: stamp() };
    workbook.record_challenge_step(taken).unwrap();
    workbook
}

#[test]
fn ap11_the_log_of_issues_goes_with_the_whole_plan_and_with_no_sheet_of_an_agency() {
    let mut workbook = with_an_issue();
    let grid = plan_grid(&workbook, day("2026-05-01"));
    let issues = grid.issues.as_deref().unwrap();
    let told = |head: &str| cell(issues, 0, head);
    assert_eq!(told("What is at issue"), "Notifications come days late.");
    assert_eq!((told("Where it stands"), told("Days")), ("With Directors", "30"));
    assert_eq!((told("Actions"), told("Raised on")), ("1", "2026-04-01"));
    assert_eq!(told("What became of it"), "2026-04-10: Taken to Directors: No answer.");
    assert!(grid_csv(issues).contains("Notifications come days late."));
    assert_eq!(plan_grid(&with_actions(&["a1"]), day("2026-05-01")).issues, None);
    let to = action("a1").owner.body;
    let sheet = workbook.issue_sheet(item("s1"), &to, &stamp()).unwrap().clone();
    assert_eq!(action_sheet(&workbook, &sheet).issues, None);
}

#[test]
fn i08_what_may_tell_who_somebody_is_in_the_plan_is_named_by_its_place_before_it_is_saved() {
    let mut workbook = with_an_issue();
    workbook.record_action(Action { text: "Ring 020 7946 0018".into(), ..action("a2") }).unwrap();
    reports(&mut workbook, "a2", Report::Evidence("The file of Mrs Quillfeather".into()));
    let noted = ChallengeStep::Noted("Write to someone@quillfeather.example".into());
    let noted = ChallengeUpdate {
        challenge: item("c1"),
        step: noted,
        on: day("2026-04-11"),
        stamp: stamp(),
    };
    workbook.record_challenge_step(noted).unwrap();
    let grid = plan_grid(&workbook, day("2026-05-01"));
    let want = [
        "Action 2, “What is to be done”: a telephone number.",
        "Action 2, “Evidence that it is done”: a person’s name.",
        "Issue 1, “What became of it”: an e-mail address.",
    ];
    let without = Withholding::of(&workbook, stamp().at, false);
    assert_eq!(i08_in_plan(&grid, &without), want);
}

#[test]
fn i08_the_whole_plan_leaves_without_what_may_tell_who_somebody_is_and_keeps_all_else() {
    let mut workbook = with_an_issue();
    let text = "Ring 020 7946 0018, or write to someone@quillfeather.example, by 2026-05-20";
    workbook.record_action(Action { text: text.into(), ..action("a2") }).unwrap();
    reports(&mut workbook, "a2", Report::Evidence("The file of Mrs Quillfeather".into()));
    let noted = ChallengeUpdate {
        challenge: item("c1"),
        step: ChallengeStep::Noted("Of 943 476 5919, of SW1A 1AA, born on 3 May 2015".into()),
        on: day("2026-04-11"),
        stamp: stamp(),
    };
    workbook.record_challenge_step(noted).unwrap();
    let today = day("2026-05-01");
    let whole = plan_grid(&workbook, today);
    let leaves = |is_meant: bool| {
        i08_plan(&workbook, today, &Withholding::of(&workbook, stamp().at, is_meant))
    };
    let (saved, count) = leaves(false);
    assert_eq!(
        cell(&saved, 1, "What is to be done"),
        "Ring [telephone number withheld], or write to [e-mail address withheld], by 2026-05-20"
    );
    let evidence = "Evidence that it is done";
    assert_eq!(cell(&saved, 1, evidence), "The file of [name withheld]");
    let files = [grid_csv(&saved), grid_csv(saved.issues.as_deref().unwrap())].concat();
    let planted = ["020 7946 0018", "uillfeather", "943 476 5919", "SW1A 1AA", "3 May 2015"];
    let held: Vec<&str> = planted.into_iter().filter(|one| files.contains(one)).collect();
    assert_eq!(held, Vec::<&str>::new(), "{files}");
    assert_eq!(saved.rows[0], whole.rows[0], "an action that tells of nobody is as it was");
    // A person has looked at the names: they stay, and nothing else does.
    let (looked_at, fewer) = leaves(true);
    assert_eq!(cell(&looked_at, 1, evidence), "The file of Mrs Quillfeather");
    let issues = looked_at.issues.as_deref().unwrap();
    assert!(!grid_csv(issues).contains("943 476 5919"));
    assert_eq!((count, fewer), (6, 5));
}

#[test]
fn i08_the_rounds_own_agencies_are_named_in_the_files_of_its_plan() {
    let mut plan = planned().plan().clone();
    plan.agencies[0].name = "Larkspur Primary School".into();
    let workbook = Workbook::new(plan, round_key());
    let without = Withholding::of(&workbook, stamp().at, false);
    assert_eq!(without.text("Larkspur Primary School writes"), "Larkspur Primary School writes");
    assert_eq!(without.text("Elmtree Park School writes"), "[name of a service withheld] writes");
}

#[test]
fn i08_reminders_leave_without_what_may_tell_who_somebody_is_also_where_a_title_is_cut() {
    let text = "Write to all who took part in the panel’s meeting about Mrs Quillfeather";
    let mut workbook = planned();
    let told = Action { owner: owner("police", "Of 12 Larkspur Road"), ..action("a1") };
    workbook.record_action(Action { text: text.into(), ..told }).unwrap();
    let today = day("2026-05-01");
    let whole = reminders(&workbook, None, today, 14);
    let without = Withholding::of(&workbook, stamp().at, false);
    let sent = i08_reminders(&workbook, None, today, 14, &without);
    let days = |all: &[Reminder]| -> Vec<(String, NaiveDate)> {
        all.iter().map(|one| (one.uid.clone(), one.on)).collect()
    };
    assert_eq!(days(&sent), days(&whole));
    assert!(whole.iter().any(|one| one.title.contains("Mrs Q")), "{whole:?}");
    let one = sent.iter().find(|one| one.about == "action 1").unwrap();
    assert!(one.title.contains("meeting about [n") && !one.title.contains("Mrs Q"), "{one:?}");
    let want = "panel’s meeting about [name withheld]\nOwner: Of [address withheld], ";
    assert!(one.text.contains(want), "{one:?}");
}

#[test]
fn i08_what_has_to_go_keeps_a_sheet_and_the_reminders_back_and_what_may_be_meant_does_not() {
    let (guard, today) = (Guard::new(&[], None), day("2026-05-01"));
    let mut workbook = with_actions(&["a1"]);
    let of_health = Action { owner: owner("health", "Named nurse"), ..action("a2") };
    workbook.record_action(of_health).unwrap();
    reports(&mut workbook, "a1", Report::Evidence("The file of Mrs Quillfeather".into()));
    let [police, health] = ["police", "health"].map(|agency| owner(agency, "").body);
    let sheet = |workbook: &Workbook, to: &Body| i08_sheet_may_go(workbook, to, today, &guard);
    let due = |workbook: &Workbook, of: Option<&Body>, title: &str| {
        i08_reminders_may_go(title, &reminders(workbook, of, today, 14), &guard)
    };
    assert_eq!(sheet(&workbook, &police), Ok(()));
    assert_eq!(due(&workbook, None, "Audit of Mrs Quillfeather"), Ok(()));

    let milestone = Milestone {
        id: item("m1"),
        text: "Write to someone@quillfeather.example".into(),
        due: Some(day("2026-05-20")),
    };
    let text = "Ring 020 7946 0018".to_owned();
    let told = Action { text, milestones: vec![milestone], ..action("a1") };
    workbook.record_action(told).unwrap();
    reports(&mut workbook, "a1", Report::Note("Seen for 943 476 5919".into()));
    let said = |found: Result<(), Identifies>| {
        let said = found.unwrap_err().to_string();
        let (_, places) = said.split_once("who somebody is: ").unwrap();
        places.strip_suffix(". Change that first, then save the file again").unwrap().to_owned()
    };
    assert_eq!(
        said(sheet(&workbook, &police)),
        "action 1, “What is to be done” (a telephone number) and \
         action 1, “What has been done” (an NHS number)"
    );
    assert_eq!(
        said(due(&workbook, Some(&police), "Plans")),
        "action 1 (an e-mail address) and action 1 (a telephone number)"
    );
    assert_eq!(
        said(due(&workbook, Some(&health), "Plans of 943 476 5919")),
        "the title of the round (an NHS number)"
    );
    // Nobody else’s file has it.
    assert_eq!(sheet(&workbook, &health), Ok(()));
    assert_eq!(due(&workbook, Some(&health), "Plans"), Ok(()));
}

#[test]
fn i10_every_row_of_the_plan_and_of_its_issues_as_csv_names_their_audience() {
    let workbook = with_an_issue();
    let plan = plan_grid(&workbook, day("2026-05-01"));
    for grid in [&plan, plan.issues.as_deref().unwrap()] {
        let file = grid_csv(grid);
        assert_eq!(file.matches("For the board and its groups;").count(), grid.rows.len());
        assert!((0..grid.rows.len()).all(|row| cell(grid, row, "For whom") == grid.audience));
    }
}

#[cfg(feature = "spreadsheet")]
#[test]
fn i10_a_workbook_of_the_plan_and_a_sheet_that_comes_back_name_their_audience() {
    use crate::panel::actions::sheet::workbook_rows;

    let mut workbook = with_an_issue();
    let to = action("a1").owner.body;
    let sheet = workbook.issue_sheet(item("s1"), &to, &stamp()).unwrap().clone();
    let sheet = action_sheet(&workbook, &sheet);
    let plan = plan_grid(&workbook, day("2026-05-01"));
    for (grid, want) in
        [(&plan, "For the board and its groups"), (&sheet, "For the board and owners")]
    {
        let file = grid_xlsx(grid).unwrap();
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
        let part = package.by_name("xl/sharedStrings.xml").unwrap();
        let text = std::io::read_to_string(part).unwrap();
        assert!(text.contains(want), "{text}");
        assert_eq!(text.contains("Where it stands"), grid.issues.is_some());
    }
    // Its reader takes the actions from it all the same.
    let rows = workbook_rows(&grid_xlsx(&sheet).unwrap()).unwrap();
    assert_eq!(rows[0].cells, sheet.head);
}
