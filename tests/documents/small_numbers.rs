//! I-09: documents of a small round, in every form. None tells how many children share a detail that few share, nor by
//! which numbers it could be worked out.

use multi_agency_audit::panel::findings::{
    CountedBy, Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
};
use multi_agency_audit::panel::manuscript::Place;
use multi_agency_audit::report::document::{Counted, Document, DocumentKind, render};
use serde_json::json;

use crate::of_every_kind;
use crate::renderers::words_of;
use crate::seed::panel::write;
use crate::seed::{Seed, Story, stamp};

/// Two of the ten families needed an interpreter for a parent.
const PROMPT: &str = "1.4";
const FEW: &str = "parent";
const THOSE: [&str; 2] = ["Case 8", "Case 10"];

/// What would tell of those two, or of the one child so young that nobody could see it alone.
const NUMBERS: [&str; 6] = [
    "Interpreters were there in two",
    "Interpreters were arranged in two",
    "Interpreters were needed in two",
    "Interpreters (2 of 10)",
    "nine cases in which this arose",
    "the two cases in which this arose",
];
/// One of these stands in each document in place of a number.
const IN_PLACE: [&str; 3] = [
    "Interpreters were there in some cases",
    "Interpreters were arranged in some cases",
    "Interpreters (some)",
];
const NOTE: &str = "the number is held back";

/// The round of ten cases, told of in every kind of document by a detail that two families share.
fn small_round(below: u32) -> Seed {
    let change = |story: &mut Story| {
        story.themes.insert("interpreters".into(), "Interpreters".into());
        story.round.insert("themes".into(), json!(["Interpreters"]));
        story.suppress_below(below);
    };
    let mut seed = Seed::changed("overview", change);
    for (id, kind) in [("arranged", FindingKind::GoodPractice), ("needed", FindingKind::Issue)] {
        let finding = finding(&seed, id, kind);
        seed.workbook.record_finding(finding).unwrap();
        let text = format!("Interpreters were {id} {{in:count}}.");
        let passage = json!({ "place": { "finding": id }, "text": text });
        write(&mut seed.workbook, format!("of-{id}"), passage);
    }
    let counts = json!({ "few": { "answers": { "answer": { "prompt": PROMPT, "is": [FEW] } } } });
    let summary = serde_json::to_value(Place::Summary(seed.case("Case 1"))).unwrap();
    for place in [summary, json!("conclusion"), json!("learning"), json!("recommendation")] {
        let id = format!("few-{}", seed.workbook.passages().len());
        let text = "Interpreters were there {in:few}.";
        let passage = json!({ "place": place, "text": text, "counts": counts });
        write(&mut seed.workbook, id, passage);
    }
    seed
}

fn finding(seed: &Seed, id: &str, kind: FindingKind) -> Finding {
    let source = |label: &str| {
        let slot = "social-care".parse().unwrap();
        let place = seed.workbook.place(&seed.case(label), &slot).unwrap();
        let file = seed.workbook.current(&place).unwrap();
        let item = SourceItem::Answer(PROMPT.parse().unwrap());
        FindingSource::Return(SourceRef { place, file, item })
    };
    Finding {
        id: id.parse().unwrap(),
        kind,
        scope: FindingScope::AcrossCases,
        text: "Interpreters.".into(),
        themes: vec!["interpreters".parse().unwrap()],
        sources: THOSE.into_iter().map(source).collect(),
        counted: Some(CountedBy { prompt: PROMPT.parse().unwrap(), value: FEW.into() }),
        fate: Fate::Kept,
        stamp: stamp(),
    }
}

/// Every form in which a document is written, each as one line.
fn forms(document: &Document) -> [(&'static str, String); 4] {
    let line = |text: String| text.split_whitespace().collect::<Vec<&str>>().join(" ");
    [
        ("page", line(render::html(document))),
        ("markdown", line(render::markdown(document))),
        ("text", line(render::text(document))),
        ("word", line(words_of(document))),
    ]
}

#[test]
fn i09_no_form_of_any_document_of_a_small_round_tells_of_the_few_and_each_says_so_once() {
    for document in of_every_kind(&small_round(5)) {
        for (form, text) in forms(&document) {
            let at = format!("{:?}, {form}", document.kind);
            let told: Vec<&str> =
                NUMBERS.into_iter().filter(|number| text.contains(number)).collect();
            assert!(told.is_empty(), "{at}: {told:?}");
            assert!(IN_PLACE.iter().any(|words| text.contains(words)), "{at}: nothing in place");
            assert_eq!(text.matches(NOTE).count(), 1, "{at}");
        }
    }
}

/// The test above would prove nothing if no document told these numbers in any case.
#[test]
fn i09_a_round_that_holds_nothing_back_tells_all_of_them_and_speaks_of_nothing_held_back() {
    let documents = of_every_kind(&small_round(0));
    let all: String = documents.iter().map(|one| forms(one)[2].1.clone()).collect();
    let missing: Vec<&str> = NUMBERS.into_iter().filter(|one| !all.contains(one)).collect();
    assert!(missing.is_empty(), "nowhere in any document: {missing:?}");
    assert!(!all.contains(NOTE));
}

/// N-20: grades and what was found in the work are the result of the audit, however few the cases.
#[test]
fn i09_grades_and_findings_of_the_work_are_told_in_numbers_in_a_small_round_too() {
    let document = small_round(5).document(DocumentKind::Overview);
    let [.., (_, text), _] = forms(&document);
    for told in [
        "This area was judged good in four of the ten cases, adequate in four and inadequate in two.",
        "A common assessment was completed in one of the three cases in which this arose.",
        "in two of the ten cases it put the child at risk",
        "(one case)",
    ] {
        assert!(text.contains(told), "{told}");
    }
}

/// V-09: the panel still finds the cases and their number behind each sentence.
#[test]
fn i09_what_a_document_holds_back_stays_behind_it_for_the_panel() {
    let seed = small_round(5);
    let document = seed.document(DocumentKind::Overview);
    let alone = crate::sentence(&document, "overview/area-4/statement/alone");
    assert!(alone.holds_back(), "{}", alone.plain());
    let counted: &Counted = &alone.counts["alone"];
    assert_eq!(counted.phrase(), "two of the nine cases in which this arose");
    assert_eq!(counted.cases, [seed.case("Case 1"), seed.case("Case 5")]);
}
