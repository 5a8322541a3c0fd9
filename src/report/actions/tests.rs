//! The plan and its sheets as grids.

use super::*;
use crate::panel::actions::fixture::*;
use crate::panel::actions::{Action, ActionStep, Report};
use crate::panel::fixture::stamp;

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
