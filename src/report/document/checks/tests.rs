//! Data of the checks, and of all documents, is in order.

use super::check;
use crate::panel::findings::{
    CountedBy, Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
};
use crate::panel::fixture::{Audit as _, Desk, case, prompt, stamp};
use crate::report::document::build::build;
use crate::report::document::{DocumentKind, report_words};
use crate::tool::AnswerValue;

#[test]
fn r02_a_finding_that_the_answers_count_in_no_case_is_read_again() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    for case_ref in ["case-1", "case-2"] {
        let draft = desk.draft("csc", case_ref).says("alone", AnswerValue::Partly);
        desk.import(draft);
    }
    let source = |case_ref: &str| {
        let (place, file, _) = desk.workbook.current_of_case(&case(case_ref)).next().unwrap();
        let item = SourceItem::Answer(prompt("alone"));
        FindingSource::Return(SourceRef { place: place.clone(), file, item })
    };
    let sources = vec![source("case-1"), source("case-2")];
    let mut told = |value: &str| {
        let finding = Finding {
            id: "f1".parse().unwrap(),
            kind: FindingKind::Strength,
            scope: FindingScope::AcrossCases,
            text: "Children were seen alone".into(),
            themes: Vec::new(),
            sources: sources.clone(),
            counted: Some(CountedBy { prompt: prompt("alone"), value: value.into() }),
            fate: Fate::Kept,
            stamp: stamp(),
        };
        desk.workbook.record_finding(finding).unwrap();
        let today = "2026-07-01".parse().unwrap();
        let summary = build(DocumentKind::Summary, &desk.workbook, today);
        let notices = check(&desk.workbook, &summary);
        let said = summary.sentences().find(|one| one.id == "summary/strength/f1").unwrap().plain();
        (said, notices.iter().any(|one| one.rule == "R-02"))
    };
    let (said, is_noted) = told("yes");
    assert_eq!(
        (said.as_str(), is_noted),
        ("Children were seen alone, in neither of the two cases.", true)
    );
    let (said, is_noted) = told("partly");
    assert_eq!((said.as_str(), is_noted), ("Children were seen alone, in both cases.", false));
}

#[test]
fn words_of_blame_are_in_small_letters() {
    let words: Vec<String> = serde_json::from_slice(include_bytes!("../data/blame.json")).unwrap();
    assert!(words.iter().all(|word| *word == word.to_lowercase() && !word.is_empty()));
}

#[test]
fn every_kind_has_a_title_among_the_words() {
    let words = report_words();
    for kind in DocumentKind::ALL {
        let name = [kind.as_str(), ".title"].concat();
        assert!(words.contains_key(&name), "{name}");
    }
}

#[test]
fn every_text_among_the_words_is_used() {
    let code =
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/document"));
    let idle: Vec<String> = report_words()
        .into_keys()
        .filter(|name| {
            let (_, last) = name.split_once('.').unwrap_or(("", name));
            let used = |text: &str| code.contains(&["\"", text, "\""].concat());
            !used(name) && !used(last) && !name.starts_with("fact.")
        })
        .collect();
    assert!(idle.is_empty(), "{idle:#?}");
}

fn sources(folder: &std::path::Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    text
}
