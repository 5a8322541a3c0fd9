//! Findings: what the panel makes of strengths and concerns, by case or across cases (F-01, F-02).
//!
//! A finding keeps its links to the very words behind it: which return, which
//! version, which line or answer. Which cases it is about, how many they are and
//! whether the words still stand is computed from those links, never typed.

mod filter;
mod record;
mod sources;
mod standing;
mod themes;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use filter::FindingFilter;
pub use record::FindingError;
pub use sources::{Candidate, Quote, candidates, quote};
pub use standing::{FindingView, Problem, Quantified, findings};
pub use themes::{OwnTheme, Theme, ThemeError, vocabulary};

use super::log::Stamp;
use super::register::ReturnKey;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{AreaId, CaseRef, ItemId, PromptId, ThemeId};

/// A finding as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Random; a later record of the same id replaces this one.
    pub id: ItemId,
    /// What it is.
    pub kind: FindingKind,
    /// Of one case, or across cases.
    pub scope: FindingScope,
    /// In the panel's words. Never blank.
    pub text: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// What it rests on. Never empty (F-01).
    pub sources: Vec<FindingSource>,
    /// The answer by which it is counted, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<CountedBy>,
    /// Whether it is still a finding of its own.
    #[serde(default)]
    pub fate: Fate,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// What a finding is (domain 1.8, D5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Done well in this case.
    Strength,
    /// Not done well.
    Issue,
    /// Something to reflect on.
    Question,
    /// Practice that others should take up.
    GoodPractice,
    /// What has to be known to understand the rest.
    Context,
}

/// Of one case, or across cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FindingScope {
    /// Of this case.
    Case(CaseRef),
    /// Across cases; rests on two at least (F-02).
    AcrossCases,
}

/// What a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum FindingSource {
    /// Something in a return.
    Return(SourceRef),
    /// What the panel itself saw or said in a meeting.
    Meeting {
        /// Which meeting.
        meeting: ItemId,
        /// About which case.
        case: CaseRef,
    },
}

impl FindingSource {
    /// Of which case it tells.
    pub fn case(&self) -> &CaseRef {
        match self {
            Self::Return(source) => &source.place.case,
            Self::Meeting { case, .. } => case,
        }
    }
}

impl Finding {
    /// Of which cases it tells, whether they count or were taken out.
    pub fn told_of(&self) -> BTreeSet<CaseRef> {
        let scope = match &self.scope {
            FindingScope::Case(case) => Some(case),
            FindingScope::AcrossCases => None,
        };
        gathered(self.sources.iter().map(FindingSource::case).chain(scope).cloned())
    }
}

/// Something in one version of one return.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceRef {
    /// Whose, about which case.
    pub place: ReturnKey,
    /// In which file.
    pub file: Hash,
    /// What in it.
    pub item: SourceItem,
}

/// What in a return.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum SourceItem {
    /// A strength of an area.
    Strength {
        /// Which area.
        area: AreaId,
        /// Which of its strengths.
        item: ItemId,
    },
    /// A concern of an area.
    Concern {
        /// Which area.
        area: AreaId,
        /// Which of its concerns.
        item: ItemId,
    },
    /// What difference an area's work made to the child.
    Impact(AreaId),
    /// An answer.
    Answer(PromptId),
    /// The general comments.
    GeneralComments,
    /// Good practice to share, counted from 0.
    GoodPractice(u32),
    /// What the child said.
    ChildSaid,
    /// What the family said.
    FamilySaid,
    /// What the practitioner said.
    PractitionerSaid,
}

/// The answer by which a finding is counted across the cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountedBy {
    /// To which prompt.
    pub prompt: PromptId,
    /// The answer value, or the option.
    pub value: String,
}

/// Whether a finding is still one of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Fate {
    /// It is.
    #[default]
    Kept,
    /// It has become part of another.
    MergedInto(ItemId),
    /// The panel dropped it.
    Dropped {
        /// Why.
        reason: String,
    },
}

impl FindingKind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Strength, Self::Issue, Self::Question, Self::GoodPractice, Self::Context];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Issue => "issue",
            Self::Question => "question",
            Self::GoodPractice => "good-practice",
            Self::Context => "context",
        }
    }

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Strength => "Strength",
            Self::Issue => "Issue",
            Self::Question => "Question to reflect on",
            Self::GoodPractice => "Good practice to share",
            Self::Context => "Context",
        }
    }
}

#[cfg(test)]
mod tests;
