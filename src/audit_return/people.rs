//! Who completed a return, for which agency, and what they declared.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AgencyId, AgencyKind, SlotId};

/// The agency and place that a return speaks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgencyRef {
    /// Within the round.
    pub id: AgencyId,
    /// In the tool's terms.
    pub kind: AgencyKind,
    /// As in the invitation.
    pub name: String,
    /// Whose place in it.
    pub slot: SlotId,
    /// Its label.
    #[serde(default)]
    pub slot_label: String,
}

impl AgencyRef {
    /// Agency and place, as a person reads them: "Health trust, Health visiting".
    pub fn in_words(&self) -> String {
        match self.slot_label.is_empty() || self.slot_label == self.name {
            true => self.name.clone(),
            false => [self.name.as_str(), &self.slot_label].join(", "),
        }
    }
}

/// The person who completed the return.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Auditor {
    /// Name or staff number, for the coordinator only; never published.
    pub name: String,
    /// Such as "Named nurse for safeguarding".
    pub role: String,
    /// Neither holds nor supervises the case; `None` while unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub independent_of_case: Option<bool>,
    /// Experienced or authorised to audit (SR9); `None` while unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experienced: Option<bool>,
}

/// How far an agency was involved with the child or family.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Involvement {
    /// `None` while unanswered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<InvolvementLevel>,
    /// For "not known": what was searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nil: Option<NilSearch>,
}

/// An agency's involvement, as its auditor can state it. Declined and no reply are the coordinator's to set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InvolvementLevel {
    /// Worked with the child or family in the window.
    Involved,
    /// Worked with a parent or carer only (edge case 4).
    InvolvedWithParent,
    /// Known, but no involvement in the window.
    KnownNotInvolved,
    /// Not known: a nil return.
    NotKnown,
}

impl InvolvementLevel {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] =
        [Self::Involved, Self::InvolvedWithParent, Self::KnownNotInvolved, Self::NotKnown];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Involved => "involved",
            Self::InvolvedWithParent => "involved-with-parent",
            Self::KnownNotInvolved => "known-not-involved",
            Self::NotKnown => "not-known",
        }
    }

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Involved => "We worked with the child or family in this period",
            Self::InvolvedWithParent => "We worked with a parent or carer only",
            Self::KnownNotInvolved => {
                "They are known to us, but we were not involved in this period"
            }
            Self::NotKnown => "They are not known to us",
        }
    }

    /// Whether the agency has nothing to grade: a nil return, or known without involvement.
    pub fn is_nil(self) -> bool {
        match self {
            Self::KnownNotInvolved | Self::NotKnown => true,
            Self::Involved | Self::InvolvedWithParent => false,
        }
    }
}

/// What was searched for a nil return.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct NilSearch {
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub searched_on: Option<NaiveDate>,
    /// Which systems, such as "case management system, archive".
    pub systems: String,
    /// In the auditor's words.
    pub statement: String,
}

/// A signature's human side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignOff {
    /// Role of the person who signed.
    pub role: String,
    /// As typed in place of a signature.
    pub name: String,
    /// Statements ticked.
    pub declaration: Declaration,
    /// By the signing computer's clock.
    pub at: DateTime<Utc>,
}

/// The statements of the declaration; a return is signed only when all are true.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Declaration {
    /// "I am authorised by my agency to complete this return."
    pub authorised: bool,
    /// "Anything that needed a manager's attention now has been passed on."
    pub concerns_passed_on: bool,
    /// "It holds no names, dates of birth, addresses or record numbers."
    pub pseudonymised: bool,
    /// "It is a fair account of what the record shows."
    pub fair_account: bool,
}

impl Declaration {
    /// Whether every statement is made.
    pub fn is_complete(self) -> bool {
        self.authorised && self.concerns_passed_on && self.pseudonymised && self.fair_account
    }
}
