//! Small tools and answers for the tests of this module.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Answers, Tool};
use crate::id::{AgencyKind, PromptId};

/// A sound tool of two kinds of agency with these areas.
pub(crate) fn tool(areas: &Value) -> Tool {
    serde_json::from_value(tool_json(areas)).unwrap()
}

/// The same, before it is read.
pub(crate) fn tool_json(areas: &Value) -> Value {
    let grade = |id: &str, code: &str, level: &str| {
        json!({ "id": id, "label": id, "code": code, "level": level, "for_area": true,
                "for_case": true, "descriptor": "When to choose it." })
    };
    json!({
        "id": "small", "version": 1, "title": "Small tool", "summary": "For tests.",
        "language": "en-GB",
        "scale": { "id": "two", "title": "Two grades", "grades": [
            grade("good", "G", "good"), grade("inadequate", "I", "inadequate") ] },
        "graded_by": "area-and-case",
        "agency_kinds": [
            { "id": "social-care", "name": "Children's social care", "lead": true },
            { "id": "police", "name": "Police" } ],
        "areas": areas,
    })
}

/// An area of everyone's with these prompts.
pub(crate) fn area(id: &str, number: u32, prompts: &[Value]) -> Value {
    json!({ "id": id, "number": number, "title": "An area", "graded": true, "asked_of": "all",
            "prompts": prompts })
}

/// A yes-or-no prompt of everyone's, with further members.
pub(crate) fn prompt(id: &str, more: &Value) -> Value {
    let mut prompt = json!({ "id": id, "text": "A question?", "asked_of": "all", "standing": "all",
                             "kind": { "judgement": { "values": ["yes", "no", "not-applicable"] } } });
    let members = more.as_object().into_iter().flatten();
    for (name, value) in members {
        prompt[name] = value.clone();
    }
    prompt
}

/// The condition that a prompt is answered "yes".
pub(crate) fn yes(prompt: &str) -> Value {
    json!({ "answer": { "prompt": prompt, "is": ["yes"] } })
}

pub(crate) fn id(text: &str) -> PromptId {
    PromptId::new(text).unwrap()
}

/// One value a prompt, and a list of what was asked about.
pub(crate) struct Given {
    pub(crate) answers: BTreeMap<PromptId, String>,
    pub(crate) agency: AgencyKind,
    pub(crate) asked_about: RefCell<Vec<PromptId>>,
}

impl Given {
    pub(crate) fn by(agency: &str) -> Self {
        let agency = AgencyKind::new(agency).unwrap();
        Self { answers: BTreeMap::new(), agency, asked_about: RefCell::default() }
    }

    pub(crate) fn answer(&mut self, prompt: &str, value: &str) -> PromptId {
        self.answers.insert(id(prompt), value.into());
        id(prompt)
    }

    fn look_up(&self, prompt: &PromptId) -> Option<&String> {
        self.asked_about.borrow_mut().push(prompt.clone());
        self.answers.get(prompt)
    }
}

impl Answers for Given {
    fn is_answered(&self, prompt: &PromptId) -> bool {
        self.look_up(prompt).is_some()
    }
    fn holds(&self, prompt: &PromptId, value: &str) -> bool {
        self.look_up(prompt).is_some_and(|answer| answer == value)
    }
    fn number(&self, prompt: &PromptId) -> Option<u32> {
        self.look_up(prompt)?.parse().ok()
    }
    fn agency(&self) -> &AgencyKind {
        &self.agency
    }
}
