//! What was written to questions that a draft no longer has: kept in words (L14).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Stands before a text that is not for practitioners, and goes with it wherever it is copied to (edge case 32).
const NOT_FOR_PRACTITIONERS: &str = "Practitioners must not read this: ";

/// What was written to a question that the present questions do not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOver {
    /// The question or area, as it was put.
    pub asked: String,
    /// Everything that was answered to it, in words.
    pub said: Vec<String>,
    /// Which of these the auditor had marked as not for practitioners, counted from 0 (edge case 32).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marked: Vec<usize>,
    /// When the draft moved on.
    pub at: DateTime<Utc>,
}

impl LeftOver {
    /// Whether any of it is not for practitioners.
    pub fn is_marked(&self) -> bool {
        !self.marked.is_empty()
    }

    /// Everything that was answered, a line each; what is not for practitioners says so itself.
    pub fn to_read(&self) -> String {
        let line = |(at, said): (usize, &String)| match self.marked.contains(&at) {
            true => [NOT_FOR_PRACTITIONERS, said].concat(),
            false => said.clone(),
        };
        self.said.iter().enumerate().map(line).collect::<Vec<String>>().join("\n")
    }
}
