//! Every kind of change, applied once and twice.

use proptest::prelude::*;

use super::testing::{any_change, at, draft, evidence, id};
use super::{AnswerChange, AreaChange, Change, DraftRecord, InvolvementChange, LineChange, apply};
use crate::audit_return::Response;
use crate::envelope::Hash;

fn strength(item: &str, line: LineChange) -> Change {
    Change::Area(id("area-2"), AreaChange::Strength(id(item), line))
}

#[test]
fn an_answer_is_recorded_field_by_field() {
    let mut draft = draft();
    apply(&mut draft, &evidence("Seen alone on 3 visits"));
    apply(
        &mut draft,
        &Change::Answer(id("1.1"), AnswerChange::Response(Some(Response::Number(3)))),
    );
    let answer = draft.answer(&id("1.1")).unwrap();
    assert_eq!(answer.evidence, "Seen alone on 3 visits");
    assert_eq!(answer.response, Some(Response::Number(3)));
}

#[test]
fn what_is_emptied_again_leaves_no_trace() {
    let mut edited = draft();
    let filled = [
        evidence("x"),
        Change::Area(id("area-2"), AreaChange::Reason("x".into())),
        Change::Involvement(InvolvementChange::Systems("x".into())),
        strength("s1", LineChange::Add),
        Change::Explanation {
            rule: "G-07".into(),
            place: "overall".into(),
            reason: "x".into(),
            covers: 0,
            kept: Vec::new(),
        },
    ];
    let emptied = [
        evidence(""),
        Change::Area(id("area-2"), AreaChange::Reason(String::new())),
        Change::Involvement(InvolvementChange::Systems(String::new())),
        strength("s1", LineChange::Remove),
        Change::Explanation {
            rule: "G-07".into(),
            place: "overall".into(),
            reason: " ".into(),
            covers: 0,
            kept: Vec::new(),
        },
    ];
    filled.iter().for_each(|change| apply(&mut edited, change));
    assert_ne!(edited, draft());
    emptied.iter().for_each(|change| apply(&mut edited, change));
    assert_eq!(edited, draft());
}

#[test]
fn an_empty_choice_or_text_counts_as_no_answer() {
    let mut edited = draft();
    for empty in [Response::Options([].into()), Response::Text(String::new())] {
        apply(&mut edited, &Change::Answer(id("1.1"), AnswerChange::Response(Some(empty))));
    }
    assert_eq!(edited, draft());
}

#[test]
fn strengths_keep_the_order_in_which_they_were_added() {
    let mut draft = draft();
    for item in ["s1", "s2"] {
        apply(&mut draft, &strength(item, LineChange::Add));
    }
    apply(&mut draft, &strength("s2", LineChange::Text("Second".into())));
    apply(&mut draft, &strength("s1", LineChange::Text("First".into())));
    let record = draft.area(&id("area-2")).unwrap();
    let texts: Vec<&str> = record.strengths.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["First", "Second"]);
}

#[test]
fn text_for_a_line_that_is_missing_makes_the_line() {
    let mut draft = draft();
    apply(&mut draft, &strength("s1", LineChange::Evidence("Minutes of 3 May".into())));
    assert_eq!(draft.area(&id("area-2")).unwrap().strengths[0].evidence, "Minutes of 3 May");
}

proptest! {
    #[test]
    fn a_change_made_twice_is_a_change_made_once(
        changes in prop::collection::vec(any_change(), 1..20)
    ) {
        let record = || DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        let (mut once, mut twice) = (record(), record());
        for change in &changes {
            once.apply(change);
            twice.apply(change);
            twice.apply(change);
        }
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn a_change_survives_being_written_down(change in any_change()) {
        let text = serde_json::to_string(&change).unwrap();
        prop_assert_eq!(serde_json::from_str::<Change>(&text).unwrap(), change);
    }
}
