//! Questions as they are written, sent, answered and withdrawn.

mod answered;
mod listed;
mod written;

use super::*;
use crate::audit_return::{PanelQuestion, Return};
use crate::panel::fixture::*;

fn place(slot_id: &str, case_ref: &str) -> ReturnKey {
    let agency = slot_id.split('.').next().unwrap();
    ReturnKey { case: case(case_ref), slot: slot(slot_id), agency: agency.parse().unwrap() }
}

fn new(id: &str, slot_id: &str, about: About) -> NewQuery {
    NewQuery {
        id: id.parse().unwrap(),
        place: place(slot_id, "a"),
        about,
        text: "Who saw the child alone?".into(),
        answer_by: None,
        keeps: String::new(),
    }
}

fn about_alone() -> About {
    About::Prompt(prompt("alone"))
}

fn later(days: u64) -> Stamp {
    let stamp = stamp();
    Stamp { at: stamp.at + chrono::Days::new(days), ..stamp }
}

/// The correction of a return that answers the questions with these ids.
fn answering(signed: &Return, workbook: &Workbook, ids: &[&str]) -> Return {
    let mut draft = signed.corrected();
    for id in ids {
        let query = workbook.query(&id.parse().unwrap()).unwrap();
        let mut asked = PanelQuestion::asked(query.asked(), Some(signed.version));
        asked.answer = "The health visitor did, twice.".into();
        draft.panel_questions.push(asked);
    }
    draft
}

/// A first version of health visiting on case "a", imported and asked about.
fn asked() -> (Desk, Return) {
    let mut desk = Desk::with(&["a", "b"]);
    let first = desk.draft("health.hv", "a").says("alone", crate::tool::AnswerValue::No);
    desk.import(first.clone());
    desk.workbook.write_query(new("q1", "health.hv", about_alone()), &stamp()).unwrap();
    (desk, first)
}

fn state(workbook: &Workbook, id: &str) -> QueryState {
    workbook.query_state(workbook.query(&id.parse().unwrap()).unwrap())
}

fn open() -> QueryState {
    QueryState::Open { passed_over_in: None }
}
