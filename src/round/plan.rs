//! What only the panel holds of a round: agencies, slots, cases, who is expected for what.

use serde::{Deserialize, Serialize};

use super::Round;
use crate::envelope::EnrolmentSecret;
use crate::id::{AgencyId, AgencyKind, CaseRef, SlotId};
use crate::timescale::StatedLimits;

/// A round with its agencies, slots and cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoundPlan {
    /// What everyone in it may know.
    pub round: Round,
    /// Organisations taking part.
    pub agencies: Vec<Agency>,
    /// Auditors' places; an agency may have several.
    pub slots: Vec<Slot>,
    /// The children's cases, in the order of their labels.
    pub cases: Vec<CaseEntry>,
}

/// An organisation in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agency {
    /// Within this round.
    pub id: AgencyId,
    /// In the tool's terms.
    pub kind: AgencyKind,
    /// Such as "Police, public protection unit". Never a school's or practice's own name.
    pub name: String,
}

/// One auditor's place within an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// Within this round.
    pub id: SlotId,
    /// Whose place it is.
    pub agency: AgencyId,
    /// Such as "Health visiting". Shown where an agency has several.
    pub label: String,
    /// Lets a return show that it answers this invitation.
    pub secret: EnrolmentSecret,
    /// Cases this slot audits.
    pub cases: Vec<CaseRef>,
    /// Another authority whose standards it was held to, and how they differ, in a sentence; blank
    /// where the round's own are all (edge case 14).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub authority: String,
    /// Limits of that authority's own, in the place of the round's local ones (edge case 14).
    #[serde(default, skip_serializing_if = "StatedLimits::is_empty")]
    pub limits: StatedLimits,
}

/// A child's case in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseEntry {
    /// Random.
    pub case_ref: CaseRef,
    /// As in the reports: "Case 3", "Child C".
    pub label: String,
    /// Whether the case still counts.
    #[serde(default)]
    pub status: CaseStatus,
}

/// Whether a case still counts (V-09).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CaseStatus {
    /// Counts.
    #[default]
    Open,
    /// No longer counts; its returns are kept and listed in the limitations.
    Withdrawn {
        /// Category of reason, in words.
        reason: String,
    },
}

impl RoundPlan {
    /// The slot with this id.
    pub fn slot(&self, id: &SlotId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == *id)
    }

    /// The agency with this id.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.id == *id)
    }

    /// The case with this reference.
    pub fn case(&self, case_ref: &CaseRef) -> Option<&CaseEntry> {
        self.cases.iter().find(|case| case.case_ref == *case_ref)
    }

    /// Cases that still count.
    pub fn open_cases(&self) -> impl Iterator<Item = &CaseEntry> {
        self.cases.iter().filter(|case| case.status == CaseStatus::Open)
    }
}
