//! What a search finds, and what it keeps closed.

mod lapsed;
mod recorded;
mod sealed;

use super::concerns::NOT_VERIFIED;
use super::*;
use crate::audit_return::ImmediateConcern;
use crate::panel::copies::CopyStep;
use crate::panel::fixture::*;

fn told(desk: &Desk, query: &str, filter: &Filter) -> Vec<String> {
    let hits = search(&desk.workbook, query, filter, 10).hits;
    hits.into_iter().map(|hit| format!("{}: {}", hit.label, hit.text)).collect()
}

/// Where a text of one kind was found, and what it says.
fn found(workbook: &Workbook, kind: HitKind, query: &str) -> Vec<(FoundAt, String)> {
    let only = Filter { kind: Some(kind), ..Filter::default() };
    let hits = search(workbook, query, &only, 10).hits;
    hits.into_iter().map(|hit| (hit.at, format!("{}: {}", hit.label, hit.text))).collect()
}

fn everything(desk: &Desk, query: &str) -> Vec<String> {
    told(desk, query, &Filter::default())
}

fn written() -> Desk {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    for (slot, case_ref, comments) in [
        ("csc", "case-1", "The core group met; Siân’s view was not asked."),
        ("police", "case-1", "Officers met the mother."),
        ("csc", "case-2", "The core group never met."),
    ] {
        let mut ret = desk.draft(slot, case_ref).grade("risk", "good");
        ret.general_comments = comments.into();
        desk.import(ret);
    }
    let reason = "The core group minutes decided it.".into();
    let judged = crate::panel::Decision { reason, ..decision("good") };
    desk.workbook.record_judgement(on_area("case-1", "risk"), judged, &stamp()).unwrap();
    desk.workbook.record_difference(difference("case-1")).unwrap();
    desk
}

#[test]
fn every_word_must_begin_a_word_of_the_text() {
    let desk = written();
    assert_eq!(
        everything(&desk, "core GROUP"),
        [
            "risk: The core group minutes decided it.\nRead side by side.\nThe child was seen that week.",
            "General comments: The core group met; Siân’s view was not asked.",
            "General comments: The core group never met.",
        ]
    );
    assert_eq!(everything(&desk, "group never").len(), 1);
    assert_eq!(everything(&desk, "roup"), Vec::<String>::new(), "a word’s beginning");
    assert_eq!(everything(&desk, " . "), Vec::<String>::new(), "no word, no hit");
    assert_eq!(everything(&desk, "sian").len(), 1, "accents make no difference");
    assert_eq!(everything(&desk, "SIA\u{302}N").len(), 1);
    let label = "What difference it made to the child: The child is safer.";
    assert_eq!(everything(&desk, "safer"), [label]);
}

#[test]
fn a_search_can_be_narrowed_to_a_case_an_agency_and_a_kind() {
    let desk = written();
    let case_2 = Filter { case: Some(case("case-2")), ..Filter::default() };
    assert_eq!(told(&desk, "met", &case_2).len(), 1);
    let police = Filter { agency: Some("police".parse().unwrap()), ..Filter::default() };
    assert_eq!(told(&desk, "met", &police), ["General comments: Officers met the mother."]);
    let judged = Filter { kind: Some(HitKind::Judgement), ..Filter::default() };
    assert_eq!(told(&desk, "core", &judged).len(), 1);
}

#[test]
fn what_a_practitioner_answered_to_a_copy_is_found_under_its_agency() {
    let mut desk = written();
    let place = desk.workbook.place(&case("case-1"), &slot("police")).unwrap();
    let sent = CopyStep::Sent {
        to: crate::panel::copies::Recipient::PractitionerAndManager,
        risk_check: "The sergeant, from the file.".into(),
    };
    desk.workbook.record_copy(&place, sent, &stamp()).unwrap();
    let text = "The second visit was made, and written up elsewhere.".to_owned();
    desk.workbook.record_copy(&place, CopyStep::Response { text }, &stamp()).unwrap();
    let wanted = "Response to a copy: The second visit was made, and written up elsewhere.";
    assert_eq!(everything(&desk, "written up elsewhere"), [wanted]);
    let only = Filter { kind: Some(HitKind::Copy), ..Filter::default() };
    assert_eq!(told(&desk, "second", &only), [wanted]);
    let school = Filter { agency: Some("school".parse().unwrap()), ..Filter::default() };
    assert_eq!(told(&desk, "second", &school), Vec::<String>::new());
}

#[test]
fn c05_a_concern_of_somebody_whom_nobody_vouches_for_is_found_and_marked() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("school", "case-1");
    let concern = ImmediateConcern {
        text: "The child came with a bruise.".into(),
        ..ImmediateConcern::begin("c1".parse().unwrap())
    };
    draft.immediate_concerns.push(concern);
    let file = desk.admit(from_a_stranger(draft)).file.unwrap();
    let only = Filter { kind: Some(HitKind::Concern), ..Filter::default() };
    let hits = search(&desk.workbook, "bruise", &only, 10).hits;
    let [hit] = &hits[..] else { panic!("{hits:?}") };
    assert_eq!((&hit.at, hit.label.as_str()), (&FoundAt::Unverified(file), NOT_VERIFIED));
    let police = Filter { agency: Some("police".parse().unwrap()), ..Filter::default() };
    assert_eq!(told(&desk, "bruise", &police), Vec::<String>::new());
}

#[test]
fn v09_a_withdrawn_case_is_sealed_and_a_long_list_says_that_there_is_more() {
    let mut desk = written();
    let found = search(&desk.workbook, "met", &Filter::default(), 2);
    assert_eq!((found.hits.len(), found.more), (2, true));
    desk.workbook.take_out(&case("case-1"), "family moved", None, &stamp()).unwrap();
    assert_eq!(everything(&desk, "met"), ["General comments: The core group never met."]);
}
