//! The plan as tables.

use super::*;
use crate::panel::actions::fixture::*;
use crate::panel::actions::{Action, ActionStep, Report};

#[test]
fn the_plan_is_a_table_in_the_order_of_smart_and_a_sheet_without_formulas() {
    let mut workbook = with_actions(&["a1", "a2"]);
    let formula = Action { text: "=1+1".into(), ..action("a3") };
    workbook.record_action(formula).unwrap();
    let superseded = ActionStep::Superseded { by: None, reason: "Twice.".into() };
    step(&mut workbook, "a2", superseded).unwrap();
    reports(&mut workbook, "a1", Report::Evidence("Seen.".into()));
    let table = action_plan_table(&workbook, day("2026-07-01"));
    assert_eq!(table.head[3], "Agreed");
    let row = [
        "1",
        "Write a checklist for strategy discussions",
        "Nine of ten records sampled in September have it.",
        "Head of public protection, police, agreed on 20 March 2026",
        "Two days",
        "by 30 June 2026",
        "Overdue",
    ];
    assert_eq!(table.rows[0], row);
    assert_eq!(table.rows.len(), 2, "what is superseded is not printed");
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()));

    let file = action_plan_csv(&workbook, day("2026-07-01"));
    assert_eq!(file.lines().count(), 4, "and is in the whole plan");
    assert!(file.contains("\"'=1+1\""), "{file}");
    assert!(file.contains("\"Superseded\""));
}
