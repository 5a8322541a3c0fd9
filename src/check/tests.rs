//! What holds of all rules together.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::testing::{Case, area, brief};
use super::*;
use crate::tool::AnswerValue;

/// Every Rust file of this module.
fn sources() -> String {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check")];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

/// Names of functions that carry `#[test]`.
fn tests_in(sources: &str) -> BTreeSet<&str> {
    let after = sources.split("#[test]").skip(1);
    after.filter_map(|rest| rest.trim_start().strip_prefix("fn ")?.split('(').next()).collect()
}

#[test]
fn every_rule_has_its_id_in_its_name_and_a_test_named_by_it() {
    let sources = sources();
    let tests = tests_in(&sources);
    let mut wrong = Vec::new();
    for rule in rules() {
        let prefix = format!("{}_", rule.id.0.to_lowercase().replace('-', ""));
        let name = rule.name.rsplit("::").next().unwrap_or_default();
        if !name.starts_with(&prefix) {
            wrong.push(format!("{}: rename {name} to begin with {prefix}", rule.id));
        }
        if !tests.iter().any(|test| test.starts_with(&prefix)) {
            wrong.push(format!("{}: add a test whose name begins with {prefix}", rule.id));
        }
        if !sources.contains(&format!("/// {}: ", rule.id)) {
            wrong.push(format!("{}: begin {name}'s comment with \"{}: \"", rule.id, rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_registry_is_sorted_and_holds_g01_to_g22() {
    let ids: Vec<&str> = rules().iter().map(|rule| rule.id.0).collect();
    assert!(ids.is_sorted_by(|one, next| one < next), "sort the registry by id: {ids:?}");
    let grading: Vec<&str> = ids.iter().filter(|id| id.starts_with("G-")).copied().collect();
    let expected: Vec<String> = (1..=22).map(|number| format!("G-{number:02}")).collect();
    assert_eq!(grading, expected);
}

#[test]
fn an_untouched_return_lists_what_to_do_from_top_to_bottom() {
    let notices = Case::untouched().notices();
    let lines: Vec<String> = notices.iter().map(brief).collect();
    let expected = [
        "CO-04 BLOCK auditor-name",
        "CO-04 BLOCK auditor-role",
        "A-06 BLOCK auditor-independent",
        "A-06 BLOCK auditor-experienced",
        "CO-05 BLOCK involvement-level",
        "CO-01 BLOCK prompt-1.1",
        "CO-01 BLOCK prompt-1.2",
        "CO-01 BLOCK prompt-1.3",
        "CO-01 BLOCK prompt-1.4",
        "CO-01 BLOCK prompt-2.1",
        "CO-01 BLOCK prompt-2.2",
        "G-02 BLOCK area-2_grade",
        "CO-01 BLOCK prompt-3.1",
        "CO-01 BLOCK prompt-3.2",
        "G-02 BLOCK area-3_grade",
        "CO-01 BLOCK prompt-4.4",
        "CO-01 BLOCK prompt-4.5",
        "CO-01 BLOCK prompt-4.6",
        "G-02 BLOCK area-4_grade",
        "CO-01 BLOCK prompt-5.1",
        "G-02 BLOCK area-5_grade",
        "CO-01 BLOCK prompt-6.1",
        "G-02 BLOCK area-6_grade",
        "CO-01 BLOCK prompt-7.1",
        "CO-01 BLOCK prompt-7.2",
        "G-02 BLOCK area-7_grade",
        "CO-01 BLOCK prompt-8.1",
        "G-02 BLOCK area-8_grade",
        "CO-08 BLOCK overall-grade",
        "G-13 BLOCK overall-reason",
        "PF-01 INFO practitioner-spoken",
        "PF-02 INFO family-risk-check",
        "G-22 INFO general-comments",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn the_gravest_come_first_and_immediate_concerns_before_all() {
    let mut case = Case::complete();
    case.raise_concern();
    case.ret.immediate_concerns[0].told_at = None;
    case.ret.auditor.role.clear();
    case.record("area-8").strengths[0].source = None;
    case.answer("4.6", AnswerValue::No);
    case.answered("4.6").evidence = "No note of them.".into();
    case.record("area-2").strengths.clear();
    let lines: Vec<String> = case.notices().iter().map(brief).collect();
    let expected = [
        "C-04 BLOCK immediate_i1_told-at",
        "CO-04 BLOCK auditor-role",
        "G-10 BLOCK area-2_strengths",
        "G-21 WARN prompt-4.6",
        "G-21 WARN area-8_strengths",
        "G-15 WARN overall-grade",
        "CO-13 INFO prompt-1.5",
        "G-18 INFO prompt-4.6",
        "CO-13 INFO prompt-4.7",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn one_area_alone_says_what_the_whole_check_says_of_it() {
    let mut case = Case::complete();
    case.answer("4.6", AnswerValue::Partly);
    case.grade("area-4", "inadequate");
    case.record("area-4").was_immediate_concern = Some(true);
    case.record("area-4").reason = "See 07700 900123.".into();
    case.answered("4.4").evidence = "Mrs Quillfeather said so.".into();
    case.answered("5.1").evidence = "Mrs Quillfeather said so.".into();
    case.unanswer("5.1");
    case.ret.auditor.role.clear();
    let shown = reading::shown(&case.round, &case.ret);
    let guard = guard_of(&case.round, &case.ret, &[]);
    let alone = check_area(&case.round, &case.ret, &shown, &guard, &area("area-4"));
    let of_area = |place: &Place| {
        let place = place.question();
        matches!(place, Place::Prompt(id) if id.as_str().starts_with("4."))
            || matches!(place, Place::Area(id, _) if id.as_str() == "area-4")
    };
    let mut whole = case.notices();
    whole.retain(|notice| of_area(&notice.place));
    assert_eq!(alone.len(), 7, "{alone:#?}");
    // In the same order, too: that of the page, from top to bottom.
    assert_eq!(alone, whole);
}

#[test]
fn places_have_distinct_keys() {
    let case = Case::untouched();
    let mut places: Vec<Place> = case.notices().into_iter().map(|notice| notice.place).collect();
    places.sort();
    places.dedup();
    let keys: BTreeMap<String, &Place> = places.iter().map(|place| (place.key(), place)).collect();
    assert_eq!(keys.len(), places.len());
}
