//! Details of the children as they are told, and the questions that would give them away.

use serde_json::json;

use super::*;
use crate::audit_return::Response;
use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
use crate::panel::fixture::*;

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
