//! What is found and what is left alone, rule by rule. Names, numbers and places are invented.

mod dates_and_births;
mod instead;
mod numbers_and_contacts;
mod people_and_places;
mod place_names;
mod references_and_names;

use chrono::NaiveDate;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// An audit on 4 May 2026 that looks back twelve months.
fn period() -> Option<Period> {
    Some(Period { from: day(2025, 5, 4), until: day(2026, 5, 4) })
}

fn watched(name: &str, role: &str) -> WatchedName {
    WatchedName { name: name.into(), role: role.into() }
}

fn list() -> Guard {
    let names = [
        watched("Siân O’Farrell", "the mother"),
        watched("Grace Tunnicliffe-Mbeki", "the child"),
        watched("May", "the grandmother"),
        watched("the mother", ""),
        watched("Elmtree Park School", "the school"),
        watched("Олена", "the aunt"),
    ];
    Guard::new(&names, period())
}

/// Everything found, as `Kind “words”`, those that block marked with an exclamation mark.
fn found(guard: &Guard, text: &str) -> String {
    let told = |one: &Finding| {
        let mark = if one.level == Level::Block { "!" } else { "" };
        format!("{:?}{mark} “{}”", one.kind, one.quoted(text))
    };
    guard.find(text).iter().map(told).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn assert_rows(guard: &Guard, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, found(guard, text), expected))
        .filter(|(_, got, expected)| got != *expected)
        .map(|(text, got, expected)| format!("{text}\n  got  {got}\n  want {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[track_caller]
fn assert_nothing(guard: &Guard, texts: &[&str]) {
    let rows: Vec<(&str, &str)> = texts.iter().map(|text| (*text, "")).collect();
    assert_rows(guard, &rows);
}

fn plain() -> Guard {
    Guard::new(&[], period())
}
