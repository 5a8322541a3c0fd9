//! Data of the checks, and of all documents, is in order.

use super::{DocumentNotice, Subject, Weight, check};
use crate::panel::Workbook;
use crate::panel::actions::Action;
use crate::panel::actions::fixture::{action, with_actions};
use crate::panel::findings::{
    CountedBy, Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
};
use crate::panel::fixture::{Audit as _, Desk, case, plan, prompt, stamp};
use crate::report::chart::Table;
use crate::report::document::build::build;
use crate::report::document::{Block, Document, DocumentKind, report_words};
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

/// Where a document is asked about this name as that of a place: in which sentence, or beside them all.
fn asked_about(workbook: &Workbook, document: &Document, name: &str) -> Vec<String> {
    let is_it =
        |one: &DocumentNotice| one.subject == Subject::ThirdParties && one.message.contains(name);
    let found: Vec<DocumentNotice> = check(workbook, document).into_iter().filter(is_it).collect();
    assert!(found.iter().all(|one| one.weight == Weight::Confirm), "{found:?}");
    found.into_iter().map(|one| one.sentence.unwrap_or(one.message)).collect()
}

#[test]
fn i08_a_place_is_asked_about_wherever_a_document_names_it_and_the_boards_own_is_not() {
    let named = |area: &str| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.title = "Children from Quill".into();
        plan.round.board.area = area.into();
        let risk = &mut plan.round.tool.areas[1];
        risk.title = "Children placed in Larkspur".into();
        risk.prompts[0].text = "Was the child seen at Wexcombe?".into();
        Desk::of(plan).workbook
    };
    let workbook = named("Northmere");
    let mut document = build(DocumentKind::Overview, &workbook, "2026-07-01".parse().unwrap());
    document.blocks.push(Block::Table(Table {
        caption: "Visits".into(),
        head: vec!["Where".into()],
        rows: vec![vec!["near Tarn".into()]],
    }));
    let told = |name: &str| asked_about(&workbook, &document, name);
    let advice = "Clear it, or say it more generally, such as “another town”.";
    let beside = |place: &str, name: &str| {
        format!("{place} may name a place, or somebody: {name}. {advice}")
    };
    // The heading of an area, its chart, its questions, the round’s title above each page, and a table.
    let of_area = told("Larkspur");
    assert!(of_area.contains(&"overview/risk".to_owned()), "{of_area:?}");
    assert!(of_area.contains(&beside("A chart", "Larkspur")), "{of_area:?}");
    assert_eq!(told("Wexcombe"), ["overview/risk/questions"]);
    assert!(told("Quill").contains(&beside("The line above each page", "Quill")));
    assert_eq!(told("Tarn"), [beside("A table", "Tarn")]);
    let own = named("Wexcombe and Quill");
    assert_eq!(asked_about(&own, &document, "Wexcombe"), Vec::<String>::new());
    assert_eq!(asked_about(&own, &document, "Quill"), Vec::<String>::new());
}

#[test]
fn i08_a_place_in_the_action_plan_is_asked_about() {
    let mut workbook = with_actions(&["a1"]);
    let plan = |workbook: &Workbook| {
        build(DocumentKind::ActionPlan, workbook, "2026-07-01".parse().unwrap())
    };
    assert_eq!(asked_about(&workbook, &plan(&workbook), "name of a place"), Vec::<String>::new());
    let text = "Visit the families who moved to Larkspur".into();
    workbook.record_action(Action { text, ..action("a1") }).unwrap();
    let told = asked_about(&workbook, &plan(&workbook), "“Larkspur” may be the name of a place");
    let [one] = told.as_slice() else { panic!("{told:?}") };
    assert!(one.starts_with("action-plan/") && one.ends_with("/specific"), "{one}");
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
