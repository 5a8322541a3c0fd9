//! AP-08: the plan as the board ratifies it, its counts and its log.

use super::*;

#[test]
fn ap08_a_plan_is_ratified_only_with_a_date_and_as_the_board_saw_it() {
    let mut workbook = planned();
    let on = Some(day("2026-04-15"));
    assert_eq!(workbook.ratify_plan(on, "Full board", &stamp()), Err(ActionError::NothingWritten));
    workbook.record_action(action("a1")).unwrap();
    assert_eq!(ap08_ratified(&workbook), Err(NotRatified::NoDate));
    assert_eq!(workbook.ratify_plan(on, " ", &stamp()), Err(ActionError::NoRole));
    workbook.ratify_plan(on, "Full board", &stamp()).unwrap();
    assert_eq!(ap08_ratified(&workbook), Ok(day("2026-04-15")));
    // What is reported since changes no action.
    reports(&mut workbook, "a1", Report::Progress(Progress::OnTrack));
    assert_eq!(ap08_ratified(&workbook), Ok(day("2026-04-15")));
    workbook.record_action(action("a2")).unwrap();
    assert_eq!(ap08_ratified(&workbook), Err(NotRatified::ChangedSince(vec![item("a2")])));
    workbook.ratify_plan(None, "", &stamp()).unwrap();
    assert_eq!(ap08_ratified(&workbook), Err(NotRatified::NoDate));
}

#[test]
fn the_plan_is_counted_by_status_and_by_body() {
    let mut workbook = with_actions(&["a1", "a2", "a3"]);
    workbook
        .record_action(Action { owner: owner("health", "Named nurse"), ..action("a4") })
        .unwrap();
    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    reports(&mut workbook, "a1", Report::Evidence("Seen.".into()));
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    step(&mut workbook, "a1", ActionStep::Closed { reviewer, on: day(TODAY) }).unwrap();
    step(&mut workbook, "a2", ActionStep::Superseded { by: None, reason: "Twice.".into() })
        .unwrap();
    let counts = action_plan(&workbook, day("2026-07-01")).counts;
    assert_eq!((counts.all, counts.open), (3, 2));
    let of = |status| counts.of_status(status);
    assert_eq!(of(ActionStatus::Overdue), 2);
    assert_eq!(of(ActionStatus::Closed), 1);
    assert_eq!(of(ActionStatus::Superseded), 1);
    assert_eq!(of(ActionStatus::AtRisk), 0);
    assert_eq!(counts.by_body[&Body::Agency("police".parse().unwrap())], [2, 1, 1]);
    assert_eq!(counts.by_body[&Body::Agency("health".parse().unwrap())], [1, 1, 0]);
}

#[test]
fn everything_done_to_the_plan_stands_in_the_log_in_words() {
    let mut workbook = with_actions(&["a1"]);
    reports(&mut workbook, "a1", Report::Progress(Progress::AtRisk));
    workbook.ratify_plan(Some(day("2026-04-15")), "Full board", &stamp()).unwrap();
    let lines = crate::report::log_lines(&workbook);
    let said: Vec<&str> = lines.iter().map(|line| line.what.as_str()).collect();
    let last = [
        "Action recorded, action 1",
        "Reported: Progress, action 1",
        "Action plan ratified on 15 April 2026 by Full board",
    ];
    assert_eq!(said[said.len() - 3..], last);
}
