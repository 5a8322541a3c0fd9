//! What agencies say of their own part, told by what they answer.

use serde_json::json;

use crate::audit_return::Response;
use crate::panel::Workbook;
use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
use crate::panel::counts::{
    AnswerStanding, CaseAnswerError, Integrated, ReturnCount, RoundAnswers, own_parts,
    settled_before,
};
use crate::panel::fixture::*;
use crate::round::RoundPlan;
use crate::tool::AnswerValue::{No, NotApplicable, NotKnown, Partly, Yes};
use crate::tool::Condition;

/// The same round, whose tool asks each agency about its own part there.
fn of_each_agency(mut plan: RoundPlan, id: &str) -> RoundPlan {
    let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
    for one in prompts.filter(|one| one.id == prompt(id)) {
        one.of_each_agency = true;
    }
    plan
}

fn asked_of_each(cases: &[&str]) -> Desk {
    Desk::of(of_each_agency(plan(cases, "area-and-case"), "alone"))
}

fn condition(json: serde_json::Value) -> Condition {
    serde_json::from_value(json).unwrap()
}

fn waiting(workbook: &Workbook, id: &str) -> usize {
    let (_, asked) = workbook.plan().round.tool.prompt(&prompt(id)).unwrap();
    RoundAnswers::of(workbook).contested(workbook, asked).len()
}

/// Whose returns, of how many, of all.
fn told(count: &ReturnCount) -> (Vec<String>, usize, usize) {
    let places = count.returns.iter().map(|one| &one.place);
    let places = places.map(|place| format!("{} {}", place.case, place.slot));
    (places.collect(), count.of, count.all)
}

#[test]
fn n10_agencies_that_answer_differently_about_their_own_part_contradict_nobody() {
    for (of_each, want) in [(true, Integrated::OfEachAgency), (false, Integrated::Differs)] {
        let mut desk = if of_each { asked_of_each(&["case-1"]) } else { Desk::with(&["case-1"]) };
        for (slot, value) in [("csc", Yes), ("police", No)] {
            let draft = desk.draft(slot, "case-1").says("alone", value);
            desk.import(draft);
        }
        let answers = RoundAnswers::of(&desk.workbook);
        let of_case = answers.case(&case("case-1")).unwrap();
        assert_eq!(*of_case.integrated(&prompt("alone")), want);
        let is_of_each = of_case.standing(&prompt("alone")) == AnswerStanding::OfEachAgency;
        assert_eq!(is_of_each, of_each);
        assert_eq!(waiting(&desk.workbook, "alone"), usize::from(!of_each));
        let count = answers.count(&prompt("alone"), "yes");
        assert_eq!(
            (count.differing.len(), count.returns.is_some()),
            (usize::from(!of_each), of_each)
        );
        let shown = own_parts(&desk.workbook, &case("case-1"));
        let shown: Vec<&str> =
            shown.iter().flat_map(|one| &one.said).map(|said| said.place.slot.as_str()).collect();
        assert_eq!(shown, if of_each { vec!["csc", "police"] } else { Vec::new() });
    }
}

#[test]
fn n20_returns_are_counted_of_those_that_tell_and_each_leads_to_its_case() {
    let mut desk = asked_of_each(&["case-1", "case-2", "case-3"]);
    let says = [
        ("csc", "case-1", Yes),
        ("police", "case-1", No),
        ("school", "case-1", NotKnown),
        ("csc", "case-2", Yes),
        ("police", "case-3", NotApplicable),
    ];
    for (slot, case_ref, value) in says {
        let draft = desk.draft(slot, case_ref).says("alone", value);
        desk.import(draft);
    }
    let nil = desk.draft("school", "case-3").says("alone", Yes).nil();
    desk.import(nil);
    let answers = RoundAnswers::of(&desk.workbook);
    let yes = answers.count(&prompt("alone"), "yes");
    let returns = yes.returns.as_ref().unwrap();
    let places = ["case-1 csc", "case-2 csc"].map(str::to_owned).to_vec();
    assert_eq!(told(returns), (places, 3, 5), "a nil return is none of them");
    assert_eq!((yes.cases, yes.of), (vec![case("case-1"), case("case-2")], 2));
    assert_eq!((yes.differing, yes.not_applicable), (Vec::new(), vec![case("case-3")]));
    // What does not apply, or is not known, is told of all.
    let known = answers.count(&prompt("alone"), "not-known").returns.unwrap();
    assert_eq!(told(&known), (vec!["case-1 school".to_owned()], 5, 5));
}

#[test]
fn n20_a_condition_on_agencies_own_part_is_asked_of_each_return() {
    let mut desk = asked_of_each(&["case-1", "case-2"]);
    for (slot, case_ref, value) in [
        ("csc", "case-1", Yes),
        ("police", "case-1", No),
        ("school", "case-1", Yes),
        ("csc", "case-2", Yes),
    ] {
        let draft = desk.draft(slot, case_ref).says("alone", value);
        let checks = if case_ref == "case-1" { No } else { Yes };
        desk.import(if slot == "csc" { draft.says("checks", checks) } else { draft });
    }
    let own = json!({ "answer": { "prompt": "alone", "is": ["yes"] } });
    let of_case = json!({ "answer": { "prompt": "checks", "is": ["no"] } });
    let schools = json!({ "agency": ["school"] });
    let answers = RoundAnswers::of(&desk.workbook);
    let rows = [
        (json!({ "all": [own, of_case] }), vec!["case-1 csc", "case-1 school"]),
        (json!({ "all": [own, schools] }), vec!["case-1 school"]),
        (own, vec!["case-1 csc", "case-1 school", "case-2 csc"]),
    ];
    for (json, want) in rows {
        let count = answers.count_where(&condition(json.clone()));
        let places: Vec<String> = want.iter().map(ToString::to_string).collect();
        assert_eq!(told(count.returns.as_ref().unwrap()), (places, 4, 4));
        let in_second = want.iter().any(|place| place.starts_with("case-2"));
        assert_eq!((count.cases.len(), count.of), (1 + usize::from(in_second), 2), "{json}");
    }
}

#[test]
fn n10_a_follow_up_of_an_own_part_is_asked_of_each_return_and_ruled_out_by_no_other() {
    let mut desk = asked_of_each(&["case-1"]);
    let csc = desk.draft("csc", "case-1").says("alone", Yes).says("views", Partly);
    // Kept of before, and hidden: the police did not see the child.
    let police = desk.draft("police", "case-1").says("alone", No).says("views", No);
    for draft in [csc, police] {
        desk.import(draft);
    }
    let answers = RoundAnswers::of(&desk.workbook);
    let views = answers.case(&case("case-1")).unwrap().integrated(&prompt("views")).clone();
    assert_eq!(views, Integrated::Agreed(Response::Value(Partly)));
    assert_eq!(waiting(&desk.workbook, "views"), 0);
    let count = answers.count(&prompt("views"), "partly");
    assert_eq!((count.cases, count.of), (vec![case("case-1")], 1));
}

#[test]
fn g20_a_return_that_was_asked_in_other_words_counts_in_no_answer() {
    let plan = of_each_agency(asking_of_the_unborn(&["case-1", "case-2"], "alone"), "alone");
    let mut desk = Desk::of(plan);
    for (slot, case_ref, age) in
        [("csc", "case-1", "older"), ("police", "case-1", "older"), ("csc", "case-2", "unborn")]
    {
        let draft = desk.draft(slot, case_ref).aged(age).says("alone", Yes);
        desk.import(draft);
    }
    let answers = RoundAnswers::of(&desk.workbook);
    let yes = answers.count(&prompt("alone"), "yes");
    let returns = yes.returns.unwrap();
    assert_eq!((returns.returns.len(), returns.of, returns.in_other_words), (2, 2, 1));
    assert_eq!((yes.cases, yes.in_other_words), (vec![case("case-1")], vec![case("case-2")]));
    let said = condition(json!({ "answer": { "prompt": "alone", "is": ["yes"] } }));
    let said = answers.count_where(&said);
    assert_eq!(said.returns.unwrap(), returns);
    assert_eq!((said.cases.len(), said.of), (1, 1));
    assert_eq!(waiting(&desk.workbook, "alone"), 0);
}

#[test]
fn n10_what_was_settled_before_a_question_was_of_each_agency_rests_and_nothing_is_settled_again() {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, value) in [("csc", Yes), ("police", No)] {
        let draft = desk.draft(slot, "case-1").says("alone", value);
        desk.import(draft);
    }
    let (of_case, alone) = (case("case-1"), prompt("alone"));
    let settle = |book: &mut Workbook| {
        let why = "The minutes show it.";
        book.settle_case_answer(&of_case, &alone, Response::Value(Yes), why, &stamp())
    };
    settle(&mut desk.workbook).unwrap();
    assert!(settled_before(&desk.workbook, &alone).is_empty());
    let mut kept = desk.workbook.record().clone();
    kept.plan = of_each_agency(kept.plan, "alone");
    let kept = serde_json::to_string(&kept).unwrap();
    let mut again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert_eq!(again.case_answer_decision(&of_case, &alone), None);
    assert_eq!(settled_before(&again, &alone), std::slice::from_ref(&of_case));
    assert_eq!(waiting(&again, "alone"), 0);
    assert_eq!(again.case_answers_ever(&of_case).count(), 1, "it is kept");
    assert_eq!(settle(&mut again), Err(CaseAnswerError::OfEachAgency));
}
