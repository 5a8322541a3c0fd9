//! Answers to single prompts.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::OptionId;
use crate::tool::AnswerValue;

/// What an auditor answered to one prompt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answer {
    /// The answer itself; `None` while only evidence is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// What the record shows, as plain text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Where the evidence stands (G-21).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Why the prompt does not apply (G-16).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The answer proper, by the prompt's kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// To a judgement prompt.
    Value(AnswerValue),
    /// To a choice.
    Option(OptionId),
    /// To a choice of several; empty sets are not stored.
    Options(BTreeSet<OptionId>),
    /// To a number prompt, in the prompt's unit.
    Number(u32),
    /// To a text prompt.
    Text(String),
}

/// What kind of record evidence comes from (G-21).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Case note or running record.
    CaseNote,
    /// Minutes of a conference, core group or meeting.
    Minutes,
    /// Assessment or report.
    Assessment,
    /// Plan or written agreement.
    Plan,
    /// Supervision or management record.
    Supervision,
    /// What the practitioner said.
    PractitionerConversation,
    /// What the child or family said.
    FamilyView,
    /// Another record, named in the text.
    Other,
}

impl Source {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::CaseNote,
        Self::Minutes,
        Self::Assessment,
        Self::Plan,
        Self::Supervision,
        Self::PractitionerConversation,
        Self::FamilyView,
        Self::Other,
    ];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CaseNote => "case-note",
            Self::Minutes => "minutes",
            Self::Assessment => "assessment",
            Self::Plan => "plan",
            Self::Supervision => "supervision",
            Self::PractitionerConversation => "practitioner-conversation",
            Self::FamilyView => "family-view",
            Self::Other => "other",
        }
    }

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::CaseNote => "Case note or running record",
            Self::Minutes => "Minutes",
            Self::Assessment => "Assessment or report",
            Self::Plan => "Plan or written agreement",
            Self::Supervision => "Supervision record",
            Self::PractitionerConversation => "Conversation with the practitioner",
            Self::FamilyView => "View of the child or family",
            Self::Other => "Another record",
        }
    }
}

impl Answer {
    /// The answer value, where a judgement prompt was answered.
    pub fn value(&self) -> Option<AnswerValue> {
        match self.response {
            Some(Response::Value(value)) => Some(value),
            Some(
                Response::Option(_)
                | Response::Options(_)
                | Response::Number(_)
                | Response::Text(_),
            )
            | None => None,
        }
    }

    /// Whether nothing at all is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
