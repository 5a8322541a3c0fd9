//! The coordinator's own wording over a generated sentence: the count stays live, a stale one is flagged.

use multi_agency_audit::panel::manuscript::OwnWording;
use multi_agency_audit::report::document::{Document, DocumentKind, Own, Sentence, check};

use crate::seed::{Seed, stamp};
use crate::sentence;

const ID: &str = "summary/strength/c4";
const GENERATED: &str =
    "Agencies communicated and worked together very well, in four of the five cases.";

fn word(seed: &mut Seed, text: &str) {
    seed.workbook.record_own_wording(OwnWording {
        sentence: ID.into(),
        text: text.into(),
        over: GENERATED.into(),
        stamp: stamp(),
    });
}

fn settle(seed: &mut Seed) {
    let case = seed.case("Case 1");
    let poor = serde_json::from_value(serde_json::json!({ "option": "poor" })).unwrap();
    let prompt = "5.1.a".parse().unwrap();
    seed.workbook.settle_case_answer(&case, &prompt, poor, "Read together.", &stamp()).unwrap();
}

fn made(seed: &Seed) -> Document {
    seed.document(DocumentKind::Summary)
}

fn own(sentence: &Sentence) -> Option<(&str, bool)> {
    sentence.own.as_ref().map(|Own { generated, stale }| (generated.as_str(), *stale))
}

#[test]
fn an_own_wording_stands_in_place_of_the_sentence_with_the_count_live() {
    let mut seed = Seed::named("summary");
    assert_eq!(sentence(&made(&seed), ID).plain(), GENERATED);
    word(&mut seed, "**Very good** work together {in:count}.");
    let document = made(&seed);
    let worded = sentence(&document, ID);
    assert_eq!(worded.plain(), "Very good work together in four of the five cases.");
    assert_eq!(own(worded), Some((GENERATED, false)));
    assert!(!worded.evidence.is_empty());
}

#[test]
fn an_own_wording_is_stale_once_the_generated_sentence_has_changed() {
    let mut seed = Seed::named("summary");
    word(&mut seed, "Very good work together {in:count}.");
    settle(&mut seed);
    let document = made(&seed);
    let worded = sentence(&document, ID);
    assert_eq!(worded.plain(), "Very good work together in three of the five cases.");
    let now = "Agencies communicated and worked together very well, in three of the five cases.";
    assert_eq!(own(worded), Some((now, true)));
    let notices = check(&seed.workbook, &document);
    let stale = notices.iter().find(|one| one.rule == "R-15").unwrap();
    assert_eq!(stale.sentence.as_deref(), Some(ID));
    assert!(stale.message.contains(now), "{}", stale.message);
}

#[test]
fn a_number_typed_by_hand_is_stale_as_well_and_a_blank_takes_the_sentence_back() {
    let mut seed = Seed::named("summary");
    word(&mut seed, "Very good work together in four cases.");
    settle(&mut seed);
    let document = made(&seed);
    let worded = sentence(&document, ID);
    assert!(own(worded).is_some_and(|(_, stale)| stale), "{worded:?}");
    word(&mut seed, "");
    assert_eq!(own(sentence(&made(&seed), ID)), None);
}

#[test]
fn i08_what_is_worded_otherwise_is_looked_at_also_where_nothing_stands_behind_it() {
    let mut seed = Seed::named("summary");
    let id = "summary/background-2";
    let generated = sentence(&made(&seed), id).clone();
    assert!(generated.evidence.is_empty());
    seed.workbook.record_own_wording(OwnWording {
        sentence: id.into(),
        text: "One father is in prison since 3 May 2026.".into(),
        over: generated.plain(),
        stamp: stamp(),
    });
    let found = check(&seed.workbook, &made(&seed)).into_iter();
    let found = found.filter(|one| one.sentence.as_deref() == Some(id));
    let told: Vec<String> = found.map(|one| one.message).collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    for typed in ["“prison”", "3 May 2026"] {
        assert!(told.iter().any(|one| one.contains(typed)), "{typed}: {told:#?}");
    }
}

#[test]
fn own_wordings_are_kept_in_the_workbook() {
    let mut seed = Seed::named("summary");
    word(&mut seed, "Very good work together {in:count}.");
    let kept = serde_json::to_string(seed.workbook.record()).unwrap();
    let record: multi_agency_audit::panel::WorkbookRecord = serde_json::from_str(&kept).unwrap();
    let opened = multi_agency_audit::panel::Workbook::from_record(record);
    assert_eq!(opened.own_wording(ID), seed.workbook.own_wording(ID));
    assert_eq!(opened.passages(), seed.workbook.passages());
}
