//! What the practitioner said, and what the child and family said (PF-01, PF-02).

use serde::{Deserialize, Serialize};

use crate::timescale::Fault;

/// Whether the practitioner was spoken to (PF-01).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PractitionerConversation {
    /// `None` while unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spoken: Option<bool>,
    /// How long before the audit, worked out from a date that stays on the auditor's computer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<DaysBefore>,
    /// Why not, where they were not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What they added to the record, in the auditor's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub said: String,
}

/// How long before the day of the audit something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DaysBefore {
    /// This many days.
    Days(u32),
    /// The date entered cannot be right.
    Impossible(Fault),
}

/// Whether the child and family were asked, and what they said (PF-02).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FamilyViews {
    /// Whether asking them would be safe: recorded before anyone is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_check: Option<RiskCheck>,
    /// Who made the check and what it rests on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub risk_basis: String,
    /// `None` while unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited: Option<bool>,
    /// Why not, where they were not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Role of the person who asked, and how.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub asked_by: String,
    /// What the child said, in other words than theirs.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub child_said: String,
    /// What parents, carers or family said, in other words than theirs.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family_said: String,
    /// What difference it made to a grade.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub influence: String,
}

/// Whether it is safe to ask a family: contact can itself put someone at risk (edge case 33).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RiskCheck {
    /// Made, and they can be asked.
    Safe,
    /// Made, and they must not be asked.
    NotSafe,
    /// Not made.
    NotMade,
}

impl RiskCheck {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Safe, Self::NotSafe, Self::NotMade];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::NotSafe => "not-safe",
            Self::NotMade => "not-made",
        }
    }
}

impl PractitionerConversation {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl FamilyViews {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
