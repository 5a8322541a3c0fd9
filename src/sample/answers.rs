//! From what a story says to the answers of one return: every prompt asked, nothing else.

use std::collections::BTreeMap;

use serde_json::Value;

use super::story::{Given, Line};
use crate::audit_return::{Answer, Response, Return};
use crate::id::{AreaId, OptionId};
use crate::tool::{AnswerValue, Area, Graph, Prompt, PromptKind, Tool};

/// Where the answers of one return come from.
pub(super) struct Answering<'a> {
    pub(super) tool: &'a Tool,
    pub(super) graph: &'a Graph,
    /// Looked up in this order, for every area.
    pub(super) facts: [&'a Given; 4],
    /// Answers of those who grade an area below good; after the first of `facts`.
    pub(super) gaps: &'a Given,
    /// Areas graded below good, with the concerns that show it.
    pub(super) below_good: BTreeMap<&'a AreaId, &'a [Line]>,
    /// Areas left to others: not answered.
    pub(super) outside: Vec<&'a AreaId>,
}

impl Answering<'_> {
    /// Answers every prompt that is asked. Returns what the story lacks.
    pub(super) fn fill(&self, ret: &mut Return) -> Vec<String> {
        let mut faults = Vec::new();
        let mut shown = self.graph.shown(ret);
        for (area, prompt) in self.tool.prompts() {
            if !shown.is_asked(&prompt.id) || self.outside.contains(&&area.id) {
                continue;
            }
            match self.answer(area, prompt) {
                Ok(Some(answer)) => {
                    ret.answers.insert(prompt.id.clone(), answer);
                    self.graph.update(&mut shown, &prompt.id, ret);
                }
                Ok(None) => {}
                Err(fault) => faults.push(fault),
            }
        }
        self.give_evidence(ret);
        faults
    }

    fn answer(&self, area: &Area, prompt: &Prompt) -> Result<Option<Answer>, String> {
        let given = match self.given(area, prompt) {
            Some(value) => read(&prompt.kind, value),
            None => usual(prompt),
        };
        let response = given.map_err(|fault| format!("{}: {fault}", prompt.id))?;
        Ok(response.map(|response| Answer { response: Some(response), ..Answer::default() }))
    }

    fn given(&self, area: &Area, prompt: &Prompt) -> Option<&Value> {
        let [own, rest @ ..] = &self.facts;
        let gap = || self.gaps.get(&prompt.id).filter(|_| self.below_good.contains_key(&area.id));
        own.get(&prompt.id)
            .or_else(gap)
            .or_else(|| rest.iter().find_map(|given| given.get(&prompt.id)))
    }

    /// "Partly" and "no" rest on what shows the area's concerns (CO-02), in turn.
    fn give_evidence(&self, ret: &mut Return) {
        for area in &self.tool.areas {
            let Some(concerns) = self.below_good.get(&area.id) else { continue };
            let mut lines = concerns.iter().cycle();
            for prompt in &area.prompts {
                let answer = ret.answers.get_mut(&prompt.id);
                let Some(answer) = answer.filter(|it| lacks_evidence(it)) else { continue };
                if let Some(Line(_, evidence, source)) = lines.next() {
                    answer.evidence.clone_from(evidence);
                    answer.source = Some(*source);
                }
            }
        }
    }
}

fn lacks_evidence(answer: &Answer) -> bool {
    let lacking = matches!(answer.value(), Some(AnswerValue::Partly | AnswerValue::No));
    lacking && answer.evidence.is_empty()
}

/// What a story that says nothing means: "yes", and nothing that is not mandatory.
fn usual(prompt: &Prompt) -> Result<Option<Response>, String> {
    match &prompt.kind {
        PromptKind::Judgement { .. } => Ok(Some(Response::Value(AnswerValue::Yes))),
        PromptKind::Choice { .. }
        | PromptKind::Choices { .. }
        | PromptKind::Number { .. }
        | PromptKind::Text { .. } => {
            if prompt.mandatory {
                Err("no answer in the story".into())
            } else {
                Ok(None)
            }
        }
    }
}

fn read(kind: &PromptKind, value: &Value) -> Result<Option<Response>, String> {
    let response = match kind {
        PromptKind::Judgement { .. } => serde_json::from_value(value.clone()).map(Response::Value),
        PromptKind::Choice { .. } => {
            serde_json::from_value::<OptionId>(value.clone()).map(Response::Option)
        }
        PromptKind::Choices { .. } => serde_json::from_value(value.clone()).map(Response::Options),
        PromptKind::Number { .. } => serde_json::from_value(value.clone()).map(Response::Number),
        PromptKind::Text { .. } => serde_json::from_value(value.clone()).map(Response::Text),
    };
    response.map(Some).map_err(|error| error.to_string())
}
