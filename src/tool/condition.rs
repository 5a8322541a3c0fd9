//! Conditions on earlier answers: small, total, no loops, no arithmetic.

use serde::{Deserialize, Serialize};

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
