//! The package: described whole, adding up, and without small numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;
use crate::panel::fixture::*;
use crate::tool::AnswerValue;

/// Seven cases: the child was seen alone in six; nobody graded.
fn workbook() -> Workbook {
    suppressing_below(5)
}

fn suppressing_below(below: u32) -> Workbook {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7"];
    let mut plan = plan(&cases, "area-and-case");
    plan.round.practice = false;
    plan.round.report.suppress_below = below;
    plan.round.period = "=2026".into();
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let answer = if at < 6 { AnswerValue::Yes } else { AnswerValue::No };
        let draft = desk.draft("csc", case_ref).says("alone", answer);
        desk.import(draft);
    }
    desk.workbook
}

fn table(files: &[DatasetFile], path: &str) -> Vec<BTreeMap<String, String>> {
    let file = files.iter().find(|file| file.path == path).unwrap();
    let text = file.text.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn package(files: &[DatasetFile]) -> Value {
    serde_json::from_str(&files[0].text).unwrap()
}

#[test]
fn every_table_is_described_column_by_column_and_its_keys_are_unique() {
    let files = dataset(&workbook()).unwrap();
    let package = package(&files);
    assert_eq!(package["profile"], "tabular-data-package");
    let name = package["name"].as_str().unwrap();
    assert!(
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._/".contains(c))
    );
    let resources = package["resources"].as_array().unwrap();
    let paths: Vec<&str> = resources.iter().map(|one| one["path"].as_str().unwrap()).collect();
    let written: Vec<&str> = files[1..].iter().map(|file| file.path).collect();
    assert_eq!(paths, written);
    for resource in resources {
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: BTreeSet<&str> =
            fields.iter().map(|one| one["name"].as_str().unwrap()).collect();
        let rows = table(&files, resource["path"].as_str().unwrap());
        assert!(!rows.is_empty());
        let mut keys = BTreeSet::new();
        for row in &rows {
            assert_eq!(row.keys().map(String::as_str).collect::<BTreeSet<_>>(), names);
            for field in fields {
                let cell = &row[field["name"].as_str().unwrap()];
                assert!(!field["description"].as_str().unwrap().is_empty());
                let required = field["constraints"]["required"] == true;
                assert!(!cell.is_empty() || !required, "{row:?}");
                match field["type"].as_str().unwrap() {
                    "integer" => assert!(cell.is_empty() || cell.parse::<u64>().is_ok(), "{row:?}"),
                    "boolean" => assert!(cell == "true" || cell == "false", "{row:?}"),
                    other => assert_eq!(other, "string"),
                }
            }
            let key = resource["schema"]["primaryKey"].as_array().unwrap();
            let key: Vec<&String> = key.iter().map(|name| &row[name.as_str().unwrap()]).collect();
            assert!(keys.insert(key), "{row:?} twice");
        }
    }
}

#[test]
fn i09_no_small_number_is_told_and_none_can_be_worked_out() {
    let files = dataset(&workbook()).unwrap();
    let answers = table(&files, "answers.csv");
    let mut by_prompt: BTreeMap<&str, Vec<Option<usize>>> = BTreeMap::new();
    for row in &answers {
        let cases = row["cases"].parse::<usize>().ok();
        assert_eq!(cases.is_none().to_string(), row["suppressed"]);
        assert!(cases.is_none_or(|cases| cases == 0 || cases >= 5), "{row:?}");
        by_prompt.entry(&row["prompt"]).or_default().push(cases);
    }
    // One child alone was not seen: that number is hidden, and the six with it.
    let alone = &by_prompt["alone"];
    assert_eq!(alone.iter().filter(|cases| cases.is_none()).count(), 2);
    for (prompt, cases) in by_prompt {
        assert_ne!(cases.iter().filter(|one| one.is_none()).count(), 1, "{prompt}");
    }
}

#[test]
fn parts_add_up_to_all_cases_where_nothing_is_suppressed() {
    let files = dataset(&suppressing_below(0)).unwrap();
    let mut sums: BTreeMap<String, usize> = BTreeMap::new();
    for row in table(&files, "answers.csv") {
        *sums.entry(row["prompt"].clone()).or_default() += row["cases"].parse::<usize>().unwrap();
    }
    for row in table(&files, "grades.csv") {
        *sums.entry(["grade ", &row["area"]].concat()).or_default() +=
            row["cases"].parse::<usize>().unwrap();
    }
    assert!(sums.len() > 5);
    assert!(sums.values().all(|sum| *sum == 7), "{sums:?}");
}

#[test]
fn no_text_of_a_return_and_no_case_is_in_the_package() {
    let all: String = dataset(&workbook()).unwrap().into_iter().map(|file| file.text).collect();
    for secret in ["case-1", "A. Auditor", "Auditor"] {
        assert!(!all.contains(secret), "{secret}");
    }
    assert!(all.contains("\"'=2026\""), "L19");
}

#[test]
fn a_practice_round_and_open_grades_have_no_dataset() {
    let practice = Desk::with(&["case-1"]).workbook;
    assert_eq!(dataset(&practice), Err(NoDataset::Practice));
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.practice = false;
    let mut desk = Desk::of(plan);
    desk.graded("csc", "case-1", "good");
    assert_eq!(dataset(&desk.workbook), Err(NoDataset::NotFinal));
}
