//! Details of the children as they are told, and the questions that would give them away.

use std::collections::BTreeMap;

use serde_json::json;

use super::*;
use crate::audit_return::Response;
use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
use crate::panel::fixture::*;
use crate::report::document::Counted;
use crate::tool::AnswerValue;

fn answer(option: &str) -> Response {
    Response::Option(option.parse().unwrap())
}

#[test]
fn i09_a_table_of_an_attribute_hides_small_numbers() {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7"];
    let mut desk = Desk::with(&cases);
    for (at, case_ref) in cases.iter().enumerate() {
        let option = answer(if at < 6 { "letter" } else { "telephone" });
        let draft = desk.draft("csc", case_ref).responds("category", option);
        desk.import(draft);
    }
    let table = i09_attribute_table(&desk.workbook, &prompt("category")).unwrap();
    let numbers: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(numbers, ["*", "*", "0", "0"]);
    assert_eq!(i09_attribute_table(&desk.workbook, &prompt("alone")), None);
}

#[test]
fn i09_of_a_question_put_in_other_words_to_some_nothing_is_told_where_anything_is_suppressed() {
    let numbers = |below: u32, unborn: usize| {
        let cases = ["case-1", "case-2", "case-3"];
        let mut plan = asking_of_the_unborn(&cases, "category");
        plan.round.report.suppress_below = below;
        let mut desk = Desk::of(plan);
        for (at, case_ref) in cases.iter().enumerate() {
            let draft =
                desk.draft("csc", case_ref).aged(if at < unborn { "unborn" } else { "older" });
            desk.import(draft.responds("category", answer("letter")));
        }
        let table = i09_attribute_table(&desk.workbook, &prompt("category")).unwrap();
        table.rows.iter().map(|row| row[1].clone()).collect::<Vec<String>>()
    };
    assert_eq!(numbers(0, 1), ["2", "0", "0", "0", "1"]);
    assert_eq!(numbers(0, 0), ["3", "0", "0", "0", "0"]);
    // Whether there is any such case is not told either.
    assert_eq!(numbers(5, 1), ["*"; 5]);
    assert_eq!(numbers(5, 0), ["*"; 5]);
}

/// A round whose first area asks for details, and whose "risk" is set aside by these conditions.
fn setting_aside(when: serde_json::Value) -> crate::round::RoundPlan {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
    plan.round.tool.areas[1].not_applicable_when = Some(serde_json::from_value(when).unwrap());
    plan
}

#[test]
fn i09_what_decides_whether_a_question_is_asked_is_known_over_what_it_follows_and_its_area() {
    let deciding = |plan: &crate::round::RoundPlan, id: &str| -> Vec<String> {
        let found = i09_decided_by(&plan.round.tool, &prompt(id));
        found.into_iter().map(ToString::to_string).collect()
    };
    let by_detail = json!({ "answer": { "prompt": "category", "is": ["letter"] } });
    let plan = setting_aside(by_detail.clone());
    assert_eq!(deciding(&plan, "views"), ["alone", "category"]);
    assert_eq!(deciding(&plan, "how"), ["category"]);
    assert_eq!(deciding(&plan, "category"), Vec::<String>::new());
    // What one kind of agency sets aside is asked of the others.
    let plan = setting_aside(json!({ "all": [{ "agency": ["police"] }, by_detail] }));
    assert_eq!(deciding(&plan, "how"), Vec::<String>::new());
    // Questions that follow each other in a circle are no end of it.
    let mut plan = asking_of_the_unborn(&["case-1"], "alone");
    let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
    for one in prompts.filter(|one| one.id == prompt("alone")) {
        one.follows = Some(prompt("views"));
    }
    assert_eq!(deciding(&plan, "views"), ["age", "alone"]);
}

const NINE: [&str; 9] =
    ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7", "case-8", "case-9"];

/// What sentences say of so many cases, some of them of an unborn child: how many those are, how many the others, and
/// in how many the answer to what is asked of the unborn in other words was "yes".
fn said_of(all: usize, unborn: usize) -> Vec<String> {
    let cases = &NINE[..all];
    let mut plan = asking_of_the_unborn(cases, "alone");
    plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
    plan.round.report.suppress_below = 3;
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let draft = desk.draft("csc", case_ref).aged(if at < unborn { "unborn" } else { "older" });
        desk.import(draft.says("alone", AnswerValue::Yes));
    }
    let answers = RoundAnswers::of(&desk.workbook);
    let held_back = SmallNumbers::of(&desk.workbook, &answers).into_held_back();
    let small = SmallNumbers::known(&desk.workbook, &answers, &held_back);
    let said = |(asked, answer): (&str, &str)| {
        let condition = Condition::Answer { prompt: prompt(asked), is: vec![answer.to_owned()] };
        let count = answers.count_where(&condition);
        let counted = Counted::new(count.cases, count.of, all).held_back(small.held(&condition));
        counted.said("of").unwrap()
    };
    [("age", "unborn"), ("age", "older"), ("alone", "yes")].map(said).into()
}

/// Every round of nine cases, and all that sentences say of it: whoever knows every rule of the program and takes one
/// number from another still finds several rounds behind what is held back.
#[test]
fn i09_what_sentences_hold_back_cannot_be_worked_out_from_what_they_tell() {
    let mut rounds: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for unborn in 0..=NINE.len() {
        rounds.entry(said_of(NINE.len(), unborn)).or_default().push(unborn);
    }
    let holds_back = |said: &[String]| said.iter().any(|one| one == "some cases");
    let held = rounds.iter().filter(|(said, _)| holds_back(said)).map(|(_, alike)| alike.clone());
    assert_eq!(held.collect::<Vec<_>>(), [vec![1, 2, 7, 8]]);
    let told = ["four of the nine cases", "five of the nine cases"];
    assert_eq!(said_of(9, 4)[..2], told, "where nobody can be told by it, numbers stand");
    assert_eq!(said_of(9, 4)[2], "all five cases in which this arose");
    assert_eq!(said_of(9, 0)[2], "all nine cases");
}

/// Of two cases, none that is unborn would tell that both are not.
#[test]
fn i09_of_very_few_cases_it_is_not_said_whether_any_has_a_detail() {
    for unborn in 0..=2 {
        assert_eq!(said_of(2, unborn)[..2], ["some cases, if any", "some cases, if any"]);
    }
}

/// Which of three questions on a child missing from home are held back: how often, what is asked from the third time on,
/// and from the fifth. Six children were missing once, six seven times, and so many four times.
fn held_back_by_bounds(between: usize) -> [bool; 3] {
    let cases: Vec<String> = (0..12 + between).map(|at| format!("case-{at}")).collect();
    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
    let mut plan = plan(&cases, "area-and-case");
    plan.round.report.suppress_below = 5;
    let areas = &mut plan.round.tool.areas;
    let times = areas[1].prompts.iter().find(|one| one.id == prompt("hours")).unwrap().clone();
    areas[1].prompts.retain(|one| one.id != prompt("hours"));
    areas[0].role = Some(AreaRole::CaseDetails);
    areas[0].prompts.push(times);
    for (id, at_least) in [("alone", 3), ("checks", 5)] {
        let when = json!({ "number": { "prompt": "hours", "at_least": at_least } });
        let asked = areas[1].prompts.iter_mut().find(|one| one.id == prompt(id)).unwrap();
        asked.when = Some(serde_json::from_value(when).unwrap());
    }
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let times = match at {
            0..6 => 1,
            6..12 => 7,
            _ => 4,
        };
        let draft = desk.draft("csc", case_ref).responds("hours", Response::Number(times));
        desk.import(draft);
    }
    let answers = RoundAnswers::of(&desk.workbook);
    let small = SmallNumbers::of(&desk.workbook, &answers);
    ["hours", "alone", "checks"].map(|id| small.holds_back(&prompt(id)))
}

/// Asked of seven and of six, so that one child lies between; neither number is small by itself.
#[test]
fn i09_questions_asked_by_two_bounds_of_one_number_are_held_back_where_few_lie_between() {
    assert_eq!(held_back_by_bounds(1), [true; 3]);
    assert_eq!(held_back_by_bounds(0), [false; 3], "whoever is asked the one is asked the other");
    assert_eq!(held_back_by_bounds(6), [false; 3]);
}
