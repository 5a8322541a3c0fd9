//! A round in which a question is put in other words of an unborn child.

use serde_json::json;

use crate::audit_return::{Response, Return};
use crate::panel::fixture::{Audit as _, plan, prompt};
use crate::round::RoundPlan;
use crate::tool::{Prompt, PromptKind, Rewording};

/// A round whose tool asks how old the child is, and asks `reworded` in other words of the unborn.
pub(crate) fn asking_of_the_unborn(cases: &[&str], reworded: &str) -> RoundPlan {
    let mut plan = plan(cases, "area-and-case");
    let options =
        json!([{ "id": "unborn", "label": "Unborn" }, { "id": "older", "label": "Older" }]);
    let kind: PromptKind =
        serde_json::from_value(json!({ "choice": { "options": options } })).unwrap();
    let age = Prompt::plain(prompt("age"), "How old was the child?".into(), kind);
    let areas = &mut plan.round.tool.areas;
    areas[0].prompts.insert(0, age);
    let prompts = areas.iter_mut().flat_map(|area| &mut area.prompts);
    for one in prompts.filter(|one| one.id == prompt(reworded)) {
        one.rewordings.push(of_the_unborn());
    }
    plan
}

fn of_the_unborn() -> Rewording {
    let when = json!({ "answer": { "prompt": "age", "is": ["unborn"] } });
    serde_json::from_value(json!({ "when": when, "text": "And the mother?" })).unwrap()
}

/// What an auditor says of the child's age: `unborn` or `older`.
pub(crate) trait OfAge {
    fn aged(self, age: &str) -> Self;
}

impl OfAge for Return {
    fn aged(self, age: &str) -> Self {
        self.responds("age", Response::Option(age.parse().unwrap()))
    }
}
