//! What an auditor records of one area, and of the case overall.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::id::{GradeId, ItemId, QualifierId};

/// One area of one return.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AreaRecord {
    /// Grade, or why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grading: Option<Grading>,
    /// Why this grade.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What was done well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub strengths: Vec<Strength>,
    /// What was not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<Concern>,
    /// What difference it made to the child.
    pub impact: Impact,
    /// "Was this an immediate concern?" (G-09); `None` while unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was_immediate_concern: Option<bool>,
    /// "Have you completed this area?"; `None` while unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marked_complete: Option<bool>,
}

/// A grade for an area, or why there is none (G-02).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Grading {
    /// A grade of the tool's scale.
    Grade(GradeId),
    /// No grade, for one of three different reasons.
    None {
        /// Which of the three.
        because: NonGrade,
        /// In the auditor's words.
        #[serde(default)]
        reason: String,
    },
}

/// Why an area has no grade. The three are reported apart (domain 4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NonGrade {
    /// What the area is about did not happen, such as no review yet.
    NotApplicable,
    /// Not for this agency to judge.
    OutsideRole,
    /// The record does not allow a judgement.
    InsufficientEvidence,
}

impl NonGrade {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::NotApplicable, Self::OutsideRole, Self::InsufficientEvidence];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotApplicable => "not-applicable",
            Self::OutsideRole => "outside-role",
            Self::InsufficientEvidence => "insufficient-evidence",
        }
    }

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::NotApplicable => "Not applicable: it did not happen in this case",
            Self::OutsideRole => "Outside this agency's role",
            Self::InsufficientEvidence => "Insufficient evidence in the record",
        }
    }
}

/// Something done well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Strength {
    /// Within this return.
    pub id: ItemId,
    /// What.
    #[serde(default)]
    pub text: String,
    /// What shows it (G-10).
    #[serde(default)]
    pub evidence: String,
    /// Where that stands (G-21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Something that was not done well. Not an immediate concern, which never waits for the return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Concern {
    /// Within this return.
    pub id: ItemId,
    /// What.
    #[serde(default)]
    pub text: String,
    /// What shows it.
    #[serde(default)]
    pub evidence: String,
    /// Where that stands (G-21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Strength {
    /// Whether both the strength and its evidence are written (G-10).
    pub fn has_evidence(&self) -> bool {
        !self.text.trim().is_empty() && !self.evidence.trim().is_empty()
    }
}

impl Concern {
    /// Whether the concern is written.
    pub fn is_written(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

/// What difference the work made to the child.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Impact {
    /// In one word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<ImpactLevel>,
    /// In the auditor's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// The effect on the child, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ImpactLevel {
    /// Things got better for the child.
    Improved,
    /// No effect, good or bad; a gap without harm is recorded as such (SR15).
    NoEffect,
    /// Help came later than it should.
    Delay,
    /// The child was at more risk.
    IncreasedRisk,
    /// The child came to harm.
    Harm,
    /// The record does not tell.
    NotEvident,
}

impl ImpactLevel {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Improved,
        Self::NoEffect,
        Self::Delay,
        Self::IncreasedRisk,
        Self::Harm,
        Self::NotEvident,
    ];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::NoEffect => "no-effect",
            Self::Delay => "delay",
            Self::IncreasedRisk => "increased-risk",
            Self::Harm => "harm",
            Self::NotEvident => "not-evident",
        }
    }

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Improved => "Things got better for the child",
            Self::NoEffect => "No effect on the child",
            Self::Delay => "Help was delayed",
            Self::IncreasedRisk => "The child was at more risk",
            Self::Harm => "The child came to harm",
            Self::NotEvident => "The record does not tell",
        }
    }
}

/// The case overall.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct OverallRecord {
    /// Grade, or why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grading: Option<Grading>,
    /// Never a grade of its own (G-14).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<QualifierId>,
    /// Why this grade (G-13).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}
