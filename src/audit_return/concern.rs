//! Immediate concerns: what a manager must be told of now, never at the panel (C-01 to C-06).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::ItemId;

/// Something a manager must be told of now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImmediateConcern {
    /// Within this return.
    pub id: ItemId,
    /// When the auditor noticed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noticed_at: Option<DateTime<Utc>>,
    /// What kind, which decides the route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ConcernKind>,
    /// What, without identifiers.
    #[serde(default)]
    pub text: String,
    /// Role of the person told.
    #[serde(default)]
    pub told_role: String,
    /// When they were told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<DateTime<Utc>>,
    /// How: telephone, in person.
    #[serde(default)]
    pub told_how: String,
    /// What they did or said they would do.
    #[serde(default)]
    pub their_action: String,
}

/// Kinds of immediate concern (C-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ConcernKind {
    /// A child may be at risk now.
    ChildAtRisk,
    /// About a practitioner's conduct.
    PractitionerConduct,
    /// May be a serious incident that must be notified.
    SeriousIncident,
    /// Professionals disagree and nobody has escalated it.
    ProfessionalDisagreement,
}

impl ConcernKind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::ChildAtRisk,
        Self::PractitionerConduct,
        Self::SeriousIncident,
        Self::ProfessionalDisagreement,
    ];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ChildAtRisk => "child-at-risk",
            Self::PractitionerConduct => "practitioner-conduct",
            Self::SeriousIncident => "serious-incident",
            Self::ProfessionalDisagreement => "professional-disagreement",
        }
    }

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::ChildAtRisk => "A child may be at risk now",
            Self::PractitionerConduct => "A practitioner's conduct, or an allegation",
            Self::SeriousIncident => "A possible serious incident",
            Self::ProfessionalDisagreement => {
                "Professionals disagree and it has not been escalated"
            }
        }
    }
}

impl ImmediateConcern {
    /// Whether somebody was told, and when (C-04).
    pub fn is_passed_on(&self) -> bool {
        !self.told_role.trim().is_empty() && self.told_at.is_some()
    }
}
