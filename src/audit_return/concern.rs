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
    /// Whether a manager has said that they are dealing with it; `None` while unanswered (C-02).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<bool>,
    /// What is still to be done, by whom and by when (C-02).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub follow_up: String,
    /// How it was closed; `None` while it is open. A concern is closed, never deleted (C-06).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<ConcernClosed>,
}

/// How an immediate concern was closed (C-06).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConcernClosed {
    /// Role of the manager who closed it.
    #[serde(default)]
    pub role: String,
    /// What came of it.
    #[serde(default)]
    pub outcome: String,
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
    /// One of which nothing is known yet.
    pub fn begin(id: ItemId) -> Self {
        Self {
            id,
            noticed_at: None,
            kind: None,
            text: String::new(),
            told_role: String::new(),
            told_at: None,
            told_how: String::new(),
            their_action: String::new(),
            acknowledged: None,
            follow_up: String::new(),
            closed: None,
        }
    }

    /// Whether somebody was told, when and how (C-04).
    pub fn is_passed_on(&self) -> bool {
        let is_written = |text: &str| !text.trim().is_empty();
        is_written(&self.told_role) && self.told_at.is_some() && is_written(&self.told_how)
    }

    /// Whether nothing of it is recorded but the moment: only such a one may be removed (C-06).
    pub fn is_empty(&self) -> bool {
        *self == Self { noticed_at: self.noticed_at, ..Self::begin(self.id.clone()) }
    }
}
