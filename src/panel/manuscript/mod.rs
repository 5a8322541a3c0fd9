//! What the panel writes for its documents, beside what is generated (domain 1.8).
//!
//! A [`Passage`] is a text for one place: the summary of a case, what a finding
//! asks of practitioners, a recommendation. It holds counts by what they
//! measure, never as numbers, so that they stay true. An [`OwnWording`] stands in
//! place of one generated sentence.
//!
//! Not here: how the texts become documents ([`crate::report::document`]).

mod clearance;
mod kept;
mod measure;
mod place;
mod record;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use clearance::{Clearance, ClearanceError};
pub use kept::{KeptFigure, KeptVersion};
pub use measure::Measure;
pub use record::PassageError;

use super::log::Stamp;
use crate::id::{AreaId, CaseRef, ItemId};

/// A text of the panel for one place in its documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// Random; a later record of the same id replaces this one.
    pub id: ItemId,
    /// Where it belongs.
    pub place: Place,
    /// Its heading, where it has one of its own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub heading: String,
    /// The text. `**Bold**`, and gaps for counts such as `{in:seen}`; each line is a paragraph.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What the gaps of the text count, by their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, Measure>,
    /// Questions for practitioners to ask themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Asked>,
    /// Points under the text, such as the parts of a recommendation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
    /// What to do: an instruction, or a call to action that names a procedure or training.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub call_to_action: String,
    /// Where more is found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Reference>,
    /// Findings that it rests on, besides the one it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<ItemId>,
    /// Of a recommendation: after how many months the work is audited again (RA-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit_again_months: Option<u32>,
    /// It is no longer part of any document.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// Who wrote it, and when.
    pub stamp: Stamp,
}

/// Where a passage belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The short summary of a case that everybody may read.
    Summary(CaseRef),
    /// What documents make of a finding: its wording, heading, questions and call to action.
    Finding(ItemId),
    /// The overview of an area.
    Overview(AreaId),
    /// What was learnt beyond the cases.
    Learning,
    /// A recommendation.
    Recommendation,
    /// A point for teams to discuss.
    Discussion,
    /// A conclusion of the report.
    Conclusion,
}

/// A question for practitioners.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Asked {
    /// Whom it is for, such as "GPs"; blank where it is for everybody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// The question.
    pub text: String,
}

/// Where more is found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reference {
    /// What it is.
    pub label: String,
    /// An address that begins with `https://`; blank where it is a document without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

/// The coordinator's own wording in place of a generated sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnWording {
    /// Id of the sentence, the same each time that the document is made.
    pub sentence: String,
    /// The wording, with the same gaps as the generated one; blank to take the generated one again.
    pub text: String,
    /// The sentence as it was generated when this was written: once that differs, this is stale.
    pub over: String,
    /// Who wrote it, and when.
    pub stamp: Stamp,
}

#[cfg(test)]
mod tests;
