//! Passages and own wordings are recorded whole, or not at all.

use serde_json::json;

use super::*;
use crate::panel::fixture::*;

fn passage(place: Place, text: &str) -> Passage {
    Passage { text: text.into(), ..Passage::begin("p1".parse().unwrap(), place, stamp()) }
}

#[test]
fn a_passage_stands_where_there_is_something_to_stand_at() {
    let mut desk = Desk::with(&["case-1"]);
    let mut outcome = |passage| desk.workbook.record_passage(passage);
    let rows = [
        (passage(Place::Learning, "  "), Err(PassageError::NothingWritten)),
        (passage(Place::Summary(case("case-9")), "A girl."), Err(PassageError::NowhereToStand)),
        (passage(Place::Overview(area("none")), "All."), Err(PassageError::NowhereToStand)),
        (passage(Place::Finding("f1".parse().unwrap()), "x"), Err(PassageError::NowhereToStand)),
        (passage(Place::Summary(case("case-1")), "A girl."), Ok(())),
        (passage(Place::Overview(area("risk")), "All."), Ok(())),
    ];
    for (passage, want) in rows {
        assert_eq!(outcome(passage.clone()), want, "{:?}", passage.place);
    }
}

#[test]
fn a_passage_counts_only_what_the_tool_asks_and_links_only_safely() {
    let mut desk = Desk::with(&["case-1"]);
    let asks = |prompt: &str| json!({ "answers": { "answered": prompt } });
    let counting = |measure| {
        let counts = [("seen".to_owned(), serde_json::from_value(measure).unwrap())].into();
        Passage { counts, ..passage(Place::Learning, "Seen {in:seen}.") }
    };
    assert_eq!(
        desk.workbook.record_passage(counting(asks("nothing"))),
        Err(PassageError::CannotCount("seen".into()))
    );
    let grade = json!({ "graded": { "area": "risk", "is": ["splendid"] } });
    assert!(desk.workbook.record_passage(counting(grade)).is_err());
    assert_eq!(desk.workbook.record_passage(counting(asks("alone"))), Ok(()));
    let link = Reference { label: "Here".into(), address: "javascript:alert(1)".into() };
    let linked = Passage { links: vec![link], ..passage(Place::Learning, "See.") };
    assert!(matches!(desk.workbook.record_passage(linked), Err(PassageError::Address(_))));
}

#[test]
fn a_later_passage_of_the_same_id_replaces_an_earlier_one_and_a_removed_one_is_gone() {
    let mut desk = Desk::with(&["case-1"]);
    for text in ["One.", "Two."] {
        desk.workbook.record_passage(passage(Place::Learning, text)).unwrap();
    }
    let texts = |desk: &Desk| -> Vec<String> {
        desk.workbook.passages().iter().map(|one| one.text.clone()).collect()
    };
    assert_eq!(texts(&desk), ["Two."]);
    let gone = Passage { removed: true, ..passage(Place::Learning, "Two.") };
    desk.workbook.record_passage(gone).unwrap();
    assert_eq!(texts(&desk), Vec::<String>::new());
}

#[test]
fn a_blank_wording_takes_the_generated_sentence_again() {
    let mut desk = Desk::with(&["case-1"]);
    let own = |text: &str| OwnWording {
        sentence: "overview/lead".into(),
        text: text.into(),
        over: "Generated.".into(),
        stamp: stamp(),
    };
    desk.workbook.record_own_wording(own("Mine."));
    assert_eq!(desk.workbook.own_wording("overview/lead").unwrap().text, "Mine.");
    assert_eq!(desk.workbook.own_wording("overview/other"), None);
    desk.workbook.record_own_wording(own(" "));
    assert_eq!(desk.workbook.own_wording("overview/lead"), None);
}
