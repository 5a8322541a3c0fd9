//! An auditor who finds nothing amiss: the quickest honest way through a tool.

use std::collections::BTreeSet;

use multi_agency_audit::audit_return::{Answer, Response, Return};
use multi_agency_audit::tool::{AnswerValue, ChoiceOption, Graph, Prompt, PromptKind, Tool};

/// Answers every prompt that is asked and not answered yet.
pub fn answer_what_is_asked(tool: &Tool, draft: &mut Return) {
    let graph = Graph::compile(tool);
    let mut shown = graph.shown(draft);
    for (_, prompt) in tool.prompts() {
        if shown.is_asked(&prompt.id) && draft.response(&prompt.id).is_none() {
            let response = Some(untroubled(prompt));
            let answer = Answer { response, ..Answer::default() };
            draft.answers.insert(prompt.id.clone(), answer);
            graph.update(&mut shown, &prompt.id, draft);
        }
    }
}

/// Yes; the first option that is no gap; the least number.
fn untroubled(prompt: &Prompt) -> Response {
    let first = |options: &[ChoiceOption]| {
        let fine = |option: &&ChoiceOption| !option.gap && !option.not_known;
        options.iter().find(fine).expect("some option is no gap").id.clone()
    };
    match &prompt.kind {
        PromptKind::Judgement { .. } => Response::Value(AnswerValue::Yes),
        PromptKind::Choice { options } => Response::Option(first(options)),
        PromptKind::Choices { options } => Response::Options(BTreeSet::from([first(options)])),
        PromptKind::Number { min, .. } => Response::Number(*min),
        PromptKind::Text { .. } => Response::Text("As the record shows".into()),
    }
}
