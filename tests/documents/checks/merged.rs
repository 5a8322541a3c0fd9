//! Findings made of several: whose text documents tell, and when somebody is asked (F-01, R-08).

use multi_agency_audit::id::ItemId;
use multi_agency_audit::panel::Workbook;
use multi_agency_audit::panel::findings::Finding;
use multi_agency_audit::panel::manuscript::{Passage, PassageError};
use multi_agency_audit::report::document::{Change, Document, DocumentKind, changes, check};

use super::{change, of_finding};
use crate::seed::Seed;

/// A text as an earlier program kept it.
fn keep_unchecked(seed: &mut Seed, passage: &Passage) {
    let mut record = serde_json::to_value(seed.workbook.record()).unwrap();
    let texts = record["panel"]["passages"].as_array_mut().unwrap();
    texts.push(serde_json::to_value(passage).unwrap());
    seed.workbook = Workbook::from_record(serde_json::from_value(record).unwrap());
    for text in seed.files.values() {
        let opened = seed.workbook.opener().open("return.json", text.as_bytes());
        seed.workbook.restore(opened).unwrap();
    }
}

/// Two messages of one case as one, "whole".
fn merge_messages(seed: &mut Seed) {
    let of: Vec<ItemId> = ["m1", "m2"].map(|id| id.parse().unwrap()).into();
    let first = seed.workbook.finding(&of[0]).unwrap().clone();
    let whole = Finding { id: "whole".parse().unwrap(), sources: Vec::new(), ..first };
    seed.workbook.merge_findings(&of, whole).unwrap();
}

/// Where F-01 speaks against a document.
fn f01_at(seed: &Seed, document: &Document) -> Vec<Option<String>> {
    let found = check(&seed.workbook, document).into_iter();
    found.filter(|one| one.rule == "F-01").map(|one| one.sentence).collect()
}

#[test]
fn r08_a_finding_has_one_text_and_of_two_from_before_neither_hides_the_other() {
    let mut seed = Seed::named("case-by-case");
    let passages = seed.workbook.passages().into_iter();
    let first = passages.clone().find(|one| of_finding("m2")(one)).unwrap().clone();
    let second = Passage {
        id: "second".parse().unwrap(),
        heading: String::new(),
        text: String::new(),
        questions: Vec::new(),
        call_to_action: "Follow the procedure on telling schools.".into(),
        ..first.clone()
    };
    let refused = seed.workbook.record_passage(second.clone());
    assert_eq!(refused, Err(PassageError::WrittenAlready));

    let before = seed.document(DocumentKind::CaseByCase);
    keep_unchecked(&mut seed, &second);
    let changed = changes(&before, &seed.document(DocumentKind::CaseByCase));
    let [Change::Added { id, .. }] = &changed[..] else { panic!("{changed:#?}") };
    assert!(id.ends_with("/m2/call"), "{id}");
    // Either can still be changed.
    change(&mut seed, |one| one.id == first.id, |passage| passage.heading = "Schools".into());
}

#[test]
fn f01_a_text_of_a_part_is_told_of_the_whole_only_once_somebody_has_recorded_it_again() {
    let mut seed = Seed::named("case-by-case");
    let before = seed.document(DocumentKind::CaseByCase);
    assert_eq!(f01_at(&seed, &before), []);
    merge_messages(&mut seed);
    // The text is of one part, what to do of the other.
    let of_whole = Some("case-by-case/case-1/message/whole".to_owned());
    let of_call = Some("case-by-case/case-1/message/whole/call".to_owned());
    let now = f01_at(&seed, &seed.document(DocumentKind::CaseByCase));
    assert_eq!(now, [of_call.clone(), of_whole]);
    assert_eq!(f01_at(&seed, &before), [], "it tells of the part");
    for (part, left) in [("of-m2", vec![of_call]), ("of-m1", Vec::new())] {
        let told = |one: &Passage| one.id.as_str() == part;
        let later = "2026-07-02T09:00:00Z".parse().unwrap();
        change(&mut seed, told, |passage| passage.stamp.at = later);
        assert_eq!(f01_at(&seed, &seed.document(DocumentKind::CaseByCase)), left);
    }
}

#[test]
fn f01_a_text_that_an_earlier_program_left_with_a_part_is_told_and_asked_about() {
    let mut seed = Seed::named("case-by-case");
    let part = seed.workbook.passages().into_iter().find(|one| of_finding("m2")(one));
    let part = part.unwrap().clone();
    merge_messages(&mut seed);
    keep_unchecked(&mut seed, &part);
    let whole: ItemId = "whole".parse().unwrap();
    assert_eq!(seed.workbook.text_of_finding(&whole).map(|one| &one.id), Some(&part.id));
    let document = seed.document(DocumentKind::CaseByCase);
    let id = "case-by-case/case-1/message/whole";
    let told = document.sentences().find(|one| one.id == id).unwrap();
    assert_eq!(told.plain(), part.text);
    assert_eq!(f01_at(&seed, &document), [Some([id, "/call"].concat()), Some(id.to_owned())]);
    let moved = seed.workbook.passages().into_iter().find(|one| one.id.as_str() == "of-m1");
    let moved = moved.unwrap().clone();
    seed.workbook.record_passage(Passage { removed: true, ..moved.clone() }).unwrap();
    let second = Passage { id: "second".parse().unwrap(), ..moved };
    assert_eq!(seed.workbook.record_passage(second), Err(PassageError::WrittenAlready));
}

#[test]
fn f01_a_heading_or_a_question_of_a_part_is_asked_about_where_its_text_is_not_told() {
    let mut seed = Seed::named("case-by-case");
    change(&mut seed, of_finding("m1"), |passage| passage.removed = true);
    change(&mut seed, of_finding("m2"), |passage| passage.text.clear());
    merge_messages(&mut seed);
    let found = |seed: &Seed| f01_at(seed, &seed.document(DocumentKind::CaseByCase));
    let of_heading = Some("case-by-case/case-1/message/whole/heading".to_owned());
    assert_eq!(found(&seed), [of_heading]);
    let told = |one: &Passage| one.id.as_str() == "of-m2";
    let before = seed.workbook.passages().into_iter().find(|one| told(one)).unwrap().stamp.at;
    change(&mut seed, told, |passage| passage.heading.clear());
    let of_question = Some("case-by-case/case-1/message/whole/question-1".to_owned());
    assert_eq!(found(&seed), [of_question]);
    let later = before + chrono::TimeDelta::days(1);
    change(&mut seed, told, |passage| passage.stamp.at = later);
    assert_eq!(found(&seed), []);
}
