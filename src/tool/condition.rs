//! Conditions on earlier answers: small, total, no loops, no arithmetic.

use serde::{Deserialize, Serialize};

use super::Answers;
use crate::id::{AgencyKind, PromptId};

/// A condition on the answers so far. Every condition has a truth value for every return.
///
/// An unanswered or hidden prompt satisfies neither `answer` nor `number`, and
/// is not `answered`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// All of these hold; true where empty.
    All(Vec<Condition>),
    /// At least one of these holds; false where empty.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// The prompt has an answer of any kind.
    Answered(PromptId),
    /// The answer is one of these values (`yes`, `not-evident`) or holds one of these options.
    Answer {
        /// Prompt asked about.
        prompt: PromptId,
        /// Answer values or option ids.
        is: Vec<String>,
    },
    /// The answer is a number within these bounds, both included.
    Number {
        /// Prompt asked about.
        prompt: PromptId,
        /// Lower bound.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_least: Option<u32>,
        /// Upper bound.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_most: Option<u32>,
    },
    /// The auditor's agency is of one of these kinds.
    Agency(Vec<AgencyKind>),
}

impl Condition {
    /// Whether the condition is true of these answers.
    pub fn holds(&self, answers: &impl Answers) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(answers)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answers)),
            Self::Not(part) => !part.holds(answers),
            Self::Answered(prompt) => answers.is_answered(prompt),
            Self::Answer { prompt, is } => is.iter().any(|value| answers.holds(prompt, value)),
            Self::Number { prompt, at_least, at_most } => {
                answers.number(prompt).is_some_and(|number| {
                    at_least.is_none_or(|least| least <= number)
                        && at_most.is_none_or(|most| number <= most)
                })
            }
            Self::Agency(kinds) => kinds.contains(answers.agency()),
        }
    }

    /// Every prompt that the condition asks about, in order, repeats included.
    pub fn prompts(&self) -> Vec<&PromptId> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::prompts).collect(),
            Self::Not(part) => part.prompts(),
            Self::Answered(prompt) | Self::Answer { prompt, .. } | Self::Number { prompt, .. } => {
                vec![prompt]
            }
            Self::Agency(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Answers by prompt; numbers are kept as text.
    struct Given(BTreeMap<PromptId, Vec<&'static str>>, AgencyKind);

    impl Answers for Given {
        fn is_answered(&self, prompt: &PromptId) -> bool {
            self.0.contains_key(prompt)
        }
        fn holds(&self, prompt: &PromptId, value: &str) -> bool {
            self.0.get(prompt).is_some_and(|values| values.contains(&value))
        }
        fn number(&self, prompt: &PromptId) -> Option<u32> {
            self.0.get(prompt)?.first()?.parse().ok()
        }
        fn agency(&self) -> &AgencyKind {
            &self.1
        }
    }

    fn given() -> Given {
        let answers =
            [("1.1", vec!["unborn"]), ("1.5", vec!["hearing", "speech"]), ("2.9", vec!["15"])];
        let answers = answers.into_iter().map(|(id, values)| (PromptId::new(id).unwrap(), values));
        Given(answers.collect(), AgencyKind::new("police").unwrap())
    }

    #[test]
    fn every_condition_has_the_truth_value_that_its_words_say() {
        let rows = [
            (r#"{"all": []}"#, true),
            (r#"{"any": []}"#, false),
            (r#"{"not": {"any": []}}"#, true),
            (r#"{"answered": "1.1"}"#, true),
            (r#"{"answered": "9.9"}"#, false),
            (r#"{"answer": {"prompt": "1.1", "is": ["under-1", "unborn"]}}"#, true),
            (r#"{"answer": {"prompt": "1.1", "is": ["under-1"]}}"#, false),
            (r#"{"answer": {"prompt": "1.1", "is": []}}"#, false),
            (r#"{"answer": {"prompt": "1.5", "is": ["speech"]}}"#, true),
            (r#"{"answer": {"prompt": "9.9", "is": ["yes"]}}"#, false),
            (r#"{"number": {"prompt": "2.9", "at_least": 15}}"#, true),
            (r#"{"number": {"prompt": "2.9", "at_least": 16}}"#, false),
            (r#"{"number": {"prompt": "2.9", "at_most": 15}}"#, true),
            (r#"{"number": {"prompt": "2.9", "at_most": 14}}"#, false),
            (r#"{"number": {"prompt": "2.9"}}"#, true),
            (r#"{"number": {"prompt": "9.9"}}"#, false),
            (r#"{"agency": ["school", "police"]}"#, true),
            (r#"{"agency": ["school"]}"#, false),
            (r#"{"all": [{"answered": "1.1"}, {"answered": "9.9"}]}"#, false),
            (r#"{"any": [{"answered": "9.9"}, {"answered": "1.1"}]}"#, true),
        ];
        let wrong: Vec<&str> = rows
            .iter()
            .filter(|(json, expected)| {
                let condition: Condition = serde_json::from_str(json).unwrap();
                condition.holds(&given()) != *expected
            })
            .map(|(json, _)| *json)
            .collect();
        assert_eq!(wrong, Vec::<&str>::new());
    }
}
