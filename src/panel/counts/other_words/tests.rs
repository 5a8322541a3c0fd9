//! G-20, told by what agencies answer of children who are born and who are not.

use serde_json::json;

use crate::audit_return::Response;
use crate::id::CaseRef;
use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
use crate::panel::counts::{CaseCount, RoundAnswers};
use crate::panel::fixture::*;
use crate::report::document::Counted;
use crate::round::RoundPlan;
use crate::tool::AnswerValue::{self, No, NotApplicable, Yes};
use crate::tool::{Condition, Standing};

const CASES: [&str; 5] = ["case-1", "case-2", "case-3", "case-4", "case-5"];

/// Five cases: the child was seen alone in three, not in the fourth; the fifth is unborn, and the
/// mother was seen.
fn five_cases() -> Desk {
    let mut desk = Desk::of(asking_of_the_unborn(&CASES, "alone"));
    let of_five = [("older", Yes), ("older", Yes), ("older", Yes), ("older", No), ("unborn", Yes)];
    for (case_ref, (age, alone)) in CASES.into_iter().zip(of_five) {
        let draft = desk.draft("csc", case_ref).aged(age).says("alone", alone);
        desk.import(draft);
    }
    desk
}

fn condition(json: serde_json::Value) -> Condition {
    serde_json::from_value(json).unwrap()
}

fn alone(desk: &Desk, value: AnswerValue) -> CaseCount {
    RoundAnswers::of(&desk.workbook).count(&prompt("alone"), value.as_str())
}

#[test]
fn g20_an_answer_of_the_mother_is_counted_in_no_sentence_on_the_child() {
    let desk = five_cases();
    let count = alone(&desk, Yes);
    assert_eq!(count.cases, [case("case-1"), case("case-2"), case("case-3")]);
    assert_eq!(count.in_other_words, [case("case-5")]);
    let phrase = Counted::new(count.cases, count.of, CASES.len()).phrase();
    assert_eq!(phrase, "three of the four cases in which this arose");

    let seen = condition(json!({ "answer": { "prompt": "alone", "is": ["yes"] } }));
    let count = RoundAnswers::of(&desk.workbook).count_where(&seen);
    assert_eq!((count.cases.len(), count.of), (3, 4));
    assert_eq!(count.in_other_words, [case("case-5")]);
}

#[test]
fn r02_whatever_was_answered_in_other_words_no_case_vanishes() {
    for said in [Some(Yes), Some(No), Some(NotApplicable), None] {
        let mut desk = Desk::of(asking_of_the_unborn(&["case-1"], "alone"));
        let draft = desk.draft("csc", "case-1").aged("unborn");
        desk.import(match said {
            Some(value) => draft.says("alone", value),
            None => draft,
        });
        for value in AnswerValue::ALL {
            let count = alone(&desk, value);
            assert_eq!((count.cases, count.of), (Vec::<CaseRef>::new(), 0), "{said:?}");
            let beside = [count.in_other_words.len(), count.not_answered.len()];
            assert_eq!(beside, if said.is_some() { [1, 0] } else { [0, 1] }, "{said:?}");
        }
    }
}

/// Whether the one case counts as one in which the child was seen alone, by what agencies say of age and question.
fn counts(plan: &RoundPlan, said: &[(&str, Option<&str>, Option<AnswerValue>)]) -> bool {
    let mut desk = Desk::of(plan.clone());
    for (slot, age, seen) in said {
        let mut draft = desk.draft(slot, "case-1");
        if let Some(age) = age {
            draft = draft.aged(age);
        }
        if let Some(value) = seen {
            draft = draft.says("alone", *value);
        }
        desk.import(draft);
    }
    let count = alone(&desk, Yes);
    assert_eq!(count.cases.len() + count.in_other_words.len(), 1, "{said:?}");
    count.cases.len() == 1
}

#[test]
fn g20_where_agencies_tell_different_ages_a_case_counts_only_if_the_child_was_asked_about() {
    let plan = asking_of_the_unborn(&["case-1"], "alone");
    let (older, unborn) = (Some("older"), Some("unborn"));
    assert!(counts(&plan, &[("csc", older, Some(Yes)), ("police", None, Some(Yes))]));
    assert!(counts(&plan, &[("csc", None, Some(Yes))]));
    // The police were asked of the child, as they told no age; the case is that of an unborn child.
    assert!(!counts(&plan, &[("csc", unborn, None), ("police", None, Some(Yes))]));
    // Nobody has settled how old the child is.
    assert!(!counts(&plan, &[("csc", older, Some(Yes)), ("police", unborn, Some(Yes))]));
    assert!(!counts(&plan, &[("csc", older, Some(Yes)), ("police", unborn, None)]));
}

#[test]
fn n10_words_that_an_agency_read_whose_answer_does_not_count_do_not_count_either() {
    let told_by_the_lead = |ids: &[&str]| {
        let mut plan = asking_of_the_unborn(&["case-1"], "alone");
        let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
        let wanted = |id: &str| ids.contains(&id);
        for one in prompts.filter(|one| wanted(one.id.as_str())) {
            one.standing = Standing::SocialCare;
        }
        plan
    };
    let said = [("csc", Some("older"), Some(Yes)), ("police", Some("unborn"), Some(Yes))];
    assert!(counts(&told_by_the_lead(&["age", "alone"]), &said));
    // The police's answer is part of the case's, and is one on the mother.
    assert!(!counts(&told_by_the_lead(&["age"]), &said));
}

#[test]
fn n10_what_the_panel_settled_is_an_answer_to_what_the_case_is_asked() {
    let mut desk = Desk::of(asking_of_the_unborn(&["case-1"], "alone"));
    for (slot, age) in [("csc", "older"), ("police", "unborn")] {
        let draft = desk.draft(slot, "case-1").aged(age).says("alone", Yes);
        desk.import(draft);
    }
    let mut settle = |id: &str, response| {
        let (case, prompt, why) = (case("case-1"), prompt(id), "Read together.");
        desk.workbook.settle_case_answer(&case, &prompt, response, why, &stamp()).unwrap();
        let count = alone(&desk, Yes);
        [count.cases.len(), count.in_other_words.len()]
    };
    assert_eq!(settle("alone", Response::Value(Yes)), [0, 1], "nobody knows who was seen");
    assert_eq!(settle("age", Response::Option("older".parse().unwrap())), [1, 0]);
    assert_eq!(settle("age", Response::Option("unborn".parse().unwrap())), [0, 1]);
}

#[test]
fn r02_a_count_that_asks_for_the_age_itself_speaks_of_that_wording() {
    let desk = five_cases();
    let is = |prompt: &str, value: &str| json!({ "answer": { "prompt": prompt, "is": [value] } });
    let mothers = condition(json!({ "all": [is("age", "unborn"), is("alone", "yes")] }));
    let count = RoundAnswers::of(&desk.workbook).count_where(&mothers);
    assert_eq!(count.cases, [case("case-5")]);
    assert_eq!(count.in_other_words, Vec::<CaseRef>::new());
}

#[test]
fn g20_words_for_one_kind_of_agency_ask_the_same_of_the_case() {
    let mut plan = plan(&["case-1"], "area-and-case");
    let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
    for one in prompts.filter(|one| one.id == prompt("alone")) {
        let for_police = json!({ "when": { "agency": ["police"] }, "text": "Did officers see the child alone?" });
        one.rewordings = vec![serde_json::from_value(for_police).unwrap()];
    }
    assert!(counts(&plan, &[("csc", None, Some(Yes)), ("police", None, Some(Yes))]));
}
