//! A return's answers as conditions see them.

use super::{Answer, Response, Return};
use crate::id::{AgencyKind, PromptId};
use crate::tool::Answers;

impl Response {
    /// Whether it says anything: blank text and an empty set of options do not.
    pub fn is_given(&self) -> bool {
        match self {
            Self::Value(_) | Self::Option(_) | Self::Number(_) => true,
            Self::Options(options) => !options.is_empty(),
            Self::Text(text) => !text.trim().is_empty(),
        }
    }

    /// Whether it is this answer value or holds this option.
    pub fn holds(&self, value: &str) -> bool {
        match self {
            Self::Value(answer) => answer.as_str() == value,
            Self::Option(option) => option.as_str() == value,
            Self::Options(options) => options.iter().any(|option| option.as_str() == value),
            Self::Number(_) | Self::Text(_) => false,
        }
    }

    /// The answer to a number prompt, in the prompt's unit.
    fn number(&self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Value(_) | Self::Option(_) | Self::Options(_) | Self::Text(_) => None,
        }
    }
}

/// Answers that are known by the response to each prompt: all that conditions ask of them follows from it.
pub(crate) trait Responses {
    /// What counts as responded to a prompt; `None` where nothing does.
    fn response_to(&self, prompt: &PromptId) -> Option<&Response>;

    /// The kind of the agency that answers.
    fn answering(&self) -> &AgencyKind;
}

impl<T: Responses> Answers for T {
    fn is_answered(&self, prompt: &PromptId) -> bool {
        self.response_to(prompt).is_some()
    }

    fn holds(&self, prompt: &PromptId, value: &str) -> bool {
        self.response_to(prompt).is_some_and(|response| response.holds(value))
    }

    fn number(&self, prompt: &PromptId) -> Option<u32> {
        self.response_to(prompt)?.number()
    }

    fn agency(&self) -> &AgencyKind {
        self.answering()
    }
}

impl Return {
    /// What was responded to a prompt, where anything was.
    pub fn response(&self, prompt: &PromptId) -> Option<&Response> {
        self.answer(prompt).and_then(Answer::response)
    }
}

impl Answer {
    /// The response, where it says anything.
    pub fn response(&self) -> Option<&Response> {
        self.response.as_ref().filter(|response| response.is_given())
    }
}

impl Responses for Return {
    fn response_to(&self, prompt: &PromptId) -> Option<&Response> {
        self.response(prompt)
    }

    fn answering(&self) -> &AgencyKind {
        &self.agency.kind
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::id::OptionId;
    use crate::tool::AnswerValue;

    fn options(ids: &[&str]) -> BTreeSet<OptionId> {
        ids.iter().map(|id| OptionId::new(*id).unwrap()).collect()
    }

    #[test]
    fn an_answer_holds_its_value_or_any_of_its_options() {
        let value = Response::Value(AnswerValue::NotEvident);
        let option = Response::Option(OptionId::new("unborn").unwrap());
        let several = Response::Options(options(&["neglect", "emotional"]));
        let rows = [
            (&value, "not-evident", true),
            (&value, "no", false),
            (&option, "unborn", true),
            (&option, "under-1", false),
            (&several, "emotional", true),
            (&several, "physical", false),
            (&Response::Number(4), "4", false),
            (&Response::Text("yes".into()), "yes", false),
        ];
        let wrong = rows.iter().filter(|(response, value, held)| response.holds(value) != *held);
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&(&Response, &str, bool)>::new());
    }

    #[test]
    fn evidence_blank_text_and_an_empty_choice_are_no_answer() {
        let answer = |response| Answer { response, evidence: "Seen".into(), ..Answer::default() };
        let nothing =
            [None, Some(Response::Text("  \n".into())), Some(Response::Options(options(&[])))];
        for response in nothing {
            assert_eq!(answer(response).response(), None);
        }
        let number = Some(Response::Number(0));
        assert_eq!(answer(number.clone()).response(), number.as_ref());
    }
}
