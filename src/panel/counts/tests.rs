//! Counting, told by what agencies answer.

use serde_json::json;

use super::*;
use crate::audit_return::Response;
use crate::panel::fixture::*;
use crate::tool::AnswerValue::{self, No, NotApplicable, NotEvident, NotKnown, Partly, Yes};
use crate::tool::Condition;

/// The answer of a case in which these slots answer a judgement prompt.
fn judged(prompt_id: &str, said: &[(&str, AnswerValue)]) -> Integrated {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, value) in said {
        let audit_return = desk.draft(slot, "case-1").says(prompt_id, *value);
        desk.import(audit_return);
    }
    integrated(&desk, prompt_id)
}

fn integrated(desk: &Desk, prompt_id: &str) -> Integrated {
    let answers = RoundAnswers::of(&desk.workbook);
    answers.case(&case("case-1")).unwrap().integrated(&prompt(prompt_id)).clone()
}

fn agreed(value: AnswerValue) -> Integrated {
    Integrated::Agreed(Response::Value(value))
}

#[test]
fn n10_the_same_answer_is_agreed_and_different_ones_differ() {
    let rows: [(&[(&str, AnswerValue)], Integrated); 7] = [
        (&[("csc", Yes), ("police", Yes)], agreed(Yes)),
        (&[("csc", Yes), ("police", No)], Integrated::Differs),
        // What one record does not tell is not what another tells.
        (&[("csc", NotEvident), ("police", Yes)], Integrated::Differs),
        (&[("csc", Partly), ("police", NotKnown), ("school", NotApplicable)], agreed(Partly)),
        (&[("csc", NotApplicable), ("police", NotKnown)], agreed(NotApplicable)),
        (&[("csc", NotKnown)], agreed(NotKnown)),
        (&[], Integrated::NotAnswered),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(said, want)| (said, want, judged("alone", said)))
        .filter(|(_, want, got)| *want != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn n10_whoever_has_standing_is_heard_before_the_others() {
    let rows: [(&[(&str, AnswerValue)], Integrated); 3] = [
        (&[("csc", No), ("police", Yes), ("school", Yes)], agreed(No)),
        // The lead agency cannot tell, so the others' word is all there is.
        (&[("csc", NotKnown), ("police", Yes)], agreed(Yes)),
        (&[("police", Yes), ("school", No)], Integrated::Differs),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(said, want)| (said, want, judged("checks", said)))
        .filter(|(_, want, got)| *want != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_answer_to_a_prompt_that_was_not_asked_is_not_heard() {
    assert_eq!(judged("police-only", &[("csc", Yes)]), Integrated::NotAnswered);
    assert_eq!(judged("police-only", &[("police", Yes), ("csc", No)]), agreed(Yes));
    // A follow-up whose question was answered otherwise afterwards stays stored, and hidden.
    let mut desk = Desk::with(&["case-1"]);
    let hidden = desk.draft("csc", "case-1").says("alone", No).says("views", Yes);
    desk.import(hidden);
    assert_eq!(integrated(&desk, "views"), Integrated::NotAnswered);
}

#[test]
fn a_nil_return_is_not_heard() {
    let mut desk = Desk::with(&["case-1"]);
    let nil = desk.draft("csc", "case-1").says("alone", No).nil();
    desk.import(nil);
    assert_eq!(integrated(&desk, "alone"), Integrated::NotAnswered);
}

#[test]
fn options_that_any_agency_chose_hold_unless_another_says_none() {
    let chosen = |said: &[(&str, &[&str])]| {
        let mut desk = Desk::with(&["case-1"]);
        for (slot, options) in said {
            let audit_return = desk.draft(slot, "case-1").chooses("how", options);
            desk.import(audit_return);
        }
        integrated(&desk, "how")
    };
    let options = |ids: &[&str]| {
        Integrated::Agreed(Response::Options(ids.iter().map(|id| id.parse().unwrap()).collect()))
    };
    assert_eq!(
        chosen(&[("csc", &["letter"]), ("police", &["telephone"])]),
        options(&["letter", "telephone"])
    );
    assert_eq!(chosen(&[("csc", &["neither"]), ("police", &["neither"])]), options(&["neither"]));
    assert_eq!(chosen(&[("csc", &["letter"]), ("police", &["neither"])]), Integrated::Differs);
}

#[test]
fn n20_a_count_names_its_cases_and_its_denominator() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"]);
    let says = [
        ("csc", "case-1", Yes),
        ("police", "case-1", Yes),
        ("csc", "case-2", NotEvident),
        ("csc", "case-3", Yes),
        ("police", "case-3", No),
        ("csc", "case-4", NotApplicable),
        ("csc", "case-5", NotKnown),
        ("csc", "case-6", Yes),
    ];
    for (slot, case_ref, value) in says {
        let audit_return = desk.draft(slot, case_ref).says("alone", value);
        desk.import(audit_return);
    }
    desk.workbook.take_out(&case("case-6"), "Moved away", None, &stamp()).unwrap();
    let answers = RoundAnswers::of(&desk.workbook);
    let count = answers.count(&prompt("alone"), "yes");
    assert_eq!(count.cases, [case("case-1")]);
    assert_eq!(count.of, 3);
    assert_eq!(count.differing, [case("case-3")]);
    assert_eq!(count.not_applicable, [case("case-4")]);
    assert_eq!(count.not_answered, [case("case-5")]);
    assert_eq!(answers.count(&prompt("alone"), "not-evident").cases, [case("case-2")]);
    assert_eq!(answers.count(&prompt("alone"), "not-applicable").cases, [case("case-4")]);

    let behind = answers.case(&case("case-1")).unwrap().answer(&prompt("alone")).unwrap();
    let slots: Vec<&str> = behind.said_by("yes").map(|said| said.place.slot.as_str()).collect();
    assert_eq!(slots, ["csc", "police"]);
}

#[test]
fn n20_a_condition_on_several_answers_is_counted_case_by_case() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
    for (slot, case_ref, views) in [
        ("csc", "case-1", NotEvident),
        ("csc", "case-2", Yes),
        ("csc", "case-3", NotEvident),
        ("police", "case-3", Yes),
    ] {
        let audit_return = desk.draft(slot, case_ref).says("alone", Yes).says("views", views);
        desk.import(audit_return);
    }
    let condition: Condition = serde_json::from_value(json!({ "all": [
        { "answer": { "prompt": "alone", "is": ["yes"] } },
        { "answer": { "prompt": "views", "is": ["no", "not-evident"] } } ] }))
    .unwrap();
    let count = RoundAnswers::of(&desk.workbook).count_where(&condition);
    assert_eq!(count.cases, [case("case-1")]);
    assert_eq!(count.of, 3);
    assert_eq!(count.differing, [case("case-3")]);
}

#[test]
fn numbers_are_counted_by_a_condition() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    for (case_ref, hours) in [("case-1", 24), ("case-2", 25)] {
        let audit_return = desk.draft("csc", case_ref).responds("hours", Response::Number(hours));
        desk.import(audit_return);
    }
    let within: Condition =
        serde_json::from_value(json!({ "number": { "prompt": "hours", "at_most": 24 } })).unwrap();
    let count = RoundAnswers::of(&desk.workbook).count_where(&within);
    assert_eq!((count.cases, count.of), (vec![case("case-1")], 2));
}

#[test]
fn the_panel_settles_what_agencies_answered_differently() {
    let mut desk = Desk::with(&["case-1"]);
    let police = desk.draft("police", "case-1").says("alone", No);
    let csc = desk.draft("csc", "case-1").says("alone", Yes);
    desk.import(police.clone());
    desk.import(csc);
    assert_eq!(integrated(&desk, "alone"), Integrated::Differs);
    let mut settle = |response, reason| {
        let (case, prompt) = (case("case-1"), prompt("alone"));
        desk.workbook.settle_case_answer(&case, &prompt, response, reason, &stamp())
    };
    assert_eq!(settle(Response::Value(Yes), " "), Err(CaseAnswerError::NoReason));
    assert_eq!(settle(Response::Number(1), "Seen."), Err(CaseAnswerError::DoesNotFit));
    assert_eq!(settle(Response::Value(Yes), "The minutes show it."), Ok(()));
    assert_eq!(integrated(&desk, "alone"), Integrated::Decided(Response::Value(Yes)));
    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let again = crate::panel::Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert!(again.case_answer_decision(&case("case-1"), &prompt("alone")).is_some());
    // V-04: it lapses with the return on which it rested.
    desk.import(police.corrected().says("alone", Partly));
    assert_eq!(integrated(&desk, "alone"), Integrated::Differs);
}

#[test]
fn a_tally_has_one_count_for_each_answer_on_offer() {
    let mut desk = Desk::with(&["case-1"]);
    let audit_return = desk.draft("csc", "case-1").chooses("how", &["letter"]);
    desk.import(audit_return);
    let tool = &desk.workbook.plan().round.tool;
    let (_, how) = tool.prompt(&prompt("how")).unwrap();
    let tally = RoundAnswers::of(&desk.workbook).tally(&how.id, &how.kind);
    let counts: Vec<(&str, usize)> =
        tally.iter().map(|count| (count.value.as_str(), count.cases.len())).collect();
    assert_eq!(counts, [("letter", 1), ("telephone", 0), ("neither", 0), ("unclear", 0)]);
}

#[test]
fn n10_an_option_that_tells_nothing_gives_way_to_one_that_does() {
    let chosen = |said: &[(&str, &str)]| {
        let mut desk = Desk::with(&["case-1"]);
        for (slot, option) in said {
            let audit_return = desk
                .draft(slot, "case-1")
                .responds("category", Response::Option(option.parse().unwrap()));
            desk.import(audit_return);
        }
        integrated(&desk, "category")
    };
    let letter = Integrated::Agreed(Response::Option("letter".parse().unwrap()));
    assert_eq!(chosen(&[("csc", "unclear"), ("police", "letter")]), letter);
    assert_eq!(chosen(&[("csc", "telephone"), ("police", "letter")]), Integrated::Differs);
    assert_eq!(chosen(&[("csc", "unclear"), ("police", "unclear")]), Integrated::NotAnswered);
}
