//! What agencies write: their own words, and nothing by which anyone could be known.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use multi_agency_audit::sample::{self, SampleRound};
use serde_json::{Value, json};

/// Every text in the returns, wherever it stands.
fn texts(sample: &SampleRound) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
            Value::Object(members) => members.values().for_each(|item| collect(item, texts)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut texts = Vec::new();
    for sent in sample.returns() {
        let ret = &sent.audit_return;
        let told = json!([
            ret.auditor,
            ret.involvement,
            ret.answers,
            ret.areas,
            ret.overall,
            ret.general_comments,
            ret.good_practice_to_share,
            ret.explanations,
            ret.immediate_concerns,
        ]);
        collect(&told, &mut texts);
    }
    texts
}

/// Ten digits in a row, spaces and hyphens aside, as an NHS number has (I-03).
fn holds_ten_digits(text: &str) -> bool {
    let mut run = 0;
    text.chars().filter(|letter| !matches!(letter, ' ' | '-')).any(|letter| {
        run = if letter.is_ascii_digit() { run + 1 } else { 0 };
        run >= 10
    })
}

/// The shape of a postcode's two halves side by side, such as `AB1 2CD` (I-03).
fn holds_postcode(text: &str) -> bool {
    let is_inward = |word: &str| {
        matches!(word.as_bytes(), [digit, a, b] if digit.is_ascii_digit()
            && a.is_ascii_uppercase() && b.is_ascii_uppercase())
    };
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    words.windows(2).any(|pair| match pair {
        [outward, inward] => {
            is_inward(inward)
                && outward.starts_with(|letter: char| letter.is_ascii_uppercase())
                && outward.ends_with(|letter: char| letter.is_ascii_alphanumeric())
        }
        _ => false,
    })
}

#[test]
fn the_finders_of_identifiers_find_them() {
    assert!(holds_ten_digits("NHS 943 476-5919"));
    assert!(!holds_ten_digits("from 2026 to 2027"));
    assert!(holds_postcode("lives in AB1 2CD now"));
    assert!(!holds_postcode("2 CDs and SW1 at 3PM"));
}

#[test]
fn i03_no_return_holds_what_could_identify_anyone() {
    let is_time = |text: &str| text.parse::<DateTime<Utc>>().is_ok();
    let texts = texts(&sample::s3_round());
    assert!(texts.len() > 1_000, "only {} texts: the returns are not looked into", texts.len());
    let found: Vec<String> = texts
        .into_iter()
        .filter(|text| !is_time(text))
        .filter(|text| holds_ten_digits(text) || holds_postcode(text) || text.contains('@'))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_agency_tells_each_area_in_its_own_words() {
    let sample = sample::s3_round();
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for sent in sample.returns() {
        let ret = &sent.audit_return;
        let areas = ret.areas.values().map(|record| &record.reason);
        for reason in areas.chain([&ret.overall.reason]).filter(|reason| !reason.is_empty()) {
            if !seen.insert(reason.clone()) {
                twice.push(format!("{}, {}: {reason}", ret.case_label, ret.agency.slot));
            }
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
    assert_eq!(seen.len(), 369, "315 areas and 54 cases graded");
}
