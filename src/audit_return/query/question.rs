//! One question, as it is asked and as it is answered.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::About;
use crate::id::QueryId;
use crate::text::character_count;

/// Longest question, in characters as a person counts them.
pub const LONGEST_QUESTION: usize = 2_000;

/// Most questions of one pack.
pub const MOST_QUESTIONS: usize = 500;

/// A question as the panel asks it. Never changed: the panel withdraws it and asks another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Random; the same in every pack that holds it.
    pub id: QueryId,
    /// What it concerns.
    pub about: About,
    /// As written, without identifiers. Never blank.
    pub text: String,
    /// Role of the person who asks.
    pub asked_by: String,
    /// When it was written, by the panel's clock.
    pub asked_at: DateTime<Utc>,
    /// By when the panel wishes for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<NaiveDate>,
}

/// A question within a return, with the auditor's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelQuestion {
    /// As asked.
    pub question: Question,
    /// The version that it was asked about; `None` where none had come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// To the panel, in the auditor's words; blank while unanswered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// The auditor says that what the question concerns was changed in this version.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub changed: bool,
}

impl Question {
    /// Whether it says anything.
    pub fn is_written(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Whether it is no longer than questions may be.
    pub fn is_short_enough(&self) -> bool {
        character_count(&self.text) <= LONGEST_QUESTION
    }
}

impl PanelQuestion {
    /// A question before it is answered.
    pub fn asked(question: Question, version: Option<u32>) -> Self {
        Self { question, version, answer: String::new(), changed: false }
    }

    /// Whether the auditor has written an answer.
    pub fn is_answered(&self) -> bool {
        !self.answer.trim().is_empty()
    }
}
