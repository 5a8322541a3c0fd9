//! V-09: nothing about a case that was taken out is found, but why it was.

use super::recorded::{ask, meeting, place, wording};
use super::*;
use crate::check::testing::item;
use crate::panel::actions::fixture::recommendation;
use crate::panel::concerns::{Hold, Nature, PanelConcern};
use crate::panel::expectation::Expectation;
use crate::panel::findings::{Fate, Finding, FindingKind, FindingScope, FindingSource};
use crate::panel::manuscript::{Passage, Place};

/// A finding of case 1, on which a meeting saw these cases.
fn finding_seen_in(cases: &[&str]) -> Finding {
    let seen = |of: &&str| FindingSource::Meeting { meeting: item("m1"), case: case(of) };
    Finding {
        id: item("f1"),
        kind: FindingKind::Issue,
        scope: FindingScope::Case(case("case-1")),
        text: "Letters went astray.".into(),
        themes: Vec::new(),
        sources: cases.iter().map(seen).collect(),
        counted: None,
        fate: Fate::Kept,
        stamp: stamp(),
    }
}

/// A round in which something of each kind was written about case 1.
fn written_of_one_case() -> Desk {
    let mut desk = written();
    ask(&mut desk, "case-1");
    let place = place(&desk, "school", "case-1");
    let workbook = &mut desk.workbook;
    workbook.expect(&place, Expectation::Declined, "The school closed.", &stamp()).unwrap();
    let (held, about) = (Hold::DoNotPublish, case("case-1"));
    workbook.hold_case(&about, held, "The court sits.", &stamp()).unwrap();
    workbook.record_meeting(meeting("case-1")).unwrap();
    let concern = PanelConcern {
        id: item("c1"),
        case: case("case-1"),
        nature: Nature::Cumulative,
        seen_in: Vec::new(),
        text: "Nobody sees the whole.".into(),
        noticed_at: at("2026-03-05T14:00:00Z"),
        stamp: stamp(),
    };
    workbook.raise_concern(concern).unwrap();
    workbook.record_finding(finding_seen_in(&["case-1"])).unwrap();
    for (id, place, text) in [
        ("s1", Place::Summary(case("case-1")), "The girl is safe."),
        ("t1", Place::Finding(item("f1")), "Post is lost."),
    ] {
        let passage = Passage { place, ..recommendation(id, text) };
        workbook.record_passage(passage).unwrap();
    }
    workbook.record_own_wording(wording("case-by-case/case-1/context"));
    desk
}

#[test]
fn v09_nothing_that_was_written_about_a_withdrawn_case_is_found() {
    let mut desk = written_of_one_case();
    let queries = [
        "saw alone",
        "school closed",
        "court sits",
        "manages worker",
        "sees whole",
        "letters astray",
        "girl safe",
        "post lost",
        "nursery watch",
    ];
    for query in queries {
        assert_eq!(everything(&desk, query).len(), 1, "{query}");
    }
    desk.workbook.take_out(&case("case-1"), "The family moved", None, &stamp()).unwrap();
    for query in queries {
        assert_eq!(everything(&desk, query), Vec::<String>::new(), "{query}");
    }
    let out = (FoundAt::Standing(case("case-1")), "Case taken out: The family moved".to_owned());
    assert_eq!(found(&desk.workbook, HitKind::Decision, "family moved"), [out]);
    let other = Filter { case: Some(case("case-2")), ..Filter::default() };
    assert_eq!(told(&desk, "family moved", &other), Vec::<String>::new());
}

#[test]
fn v09_a_finding_of_a_withdrawn_case_stays_closed_though_another_case_stands_behind_it_too() {
    let mut desk = written();
    let workbook = &mut desk.workbook;
    workbook.record_meeting(meeting("case-1")).unwrap();
    workbook.record_finding(finding_seen_in(&["case-1", "case-2"])).unwrap();
    let place = Place::Finding(item("f1"));
    workbook.record_passage(Passage { place, ..recommendation("t1", "Post is lost.") }).unwrap();
    for query in ["letters astray", "post lost"] {
        assert_eq!(everything(&desk, query).len(), 1, "{query}");
    }
    desk.workbook.take_out(&case("case-1"), "The family moved", None, &stamp()).unwrap();
    for query in ["letters astray", "post lost"] {
        assert_eq!(everything(&desk, query), Vec::<String>::new(), "{query}");
    }
}
