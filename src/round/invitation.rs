//! Invitations: the signed file that gives one slot its round, tool and cases.

use serde::{Deserialize, Serialize};

use super::{Agency, CaseEntry, CaseStatus, Round, RoundPlan, Slot};
use crate::envelope::{EnrolmentSecret, Kind, Payload};
use crate::id::{CaseRef, SlotId};
use crate::tool::ToolRef;

/// What an auditor opens: one slot of a round, with its tool and cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invitation {
    /// See [`Invitation::FORMAT_VERSION`].
    pub format_version: u32,
    /// The round with its tool.
    pub round: Round,
    /// Tool version and hash that every return must name.
    pub tool_ref: ToolRef,
    /// The invited agency.
    pub agency: Agency,
    /// The invited place.
    pub slot: SlotId,
    /// Its label, such as "Health visiting".
    pub slot_label: String,
    /// Proves that a return answers this invitation.
    pub secret: EnrolmentSecret,
    /// Cases to audit, each its own return.
    pub cases: Vec<InvitedCase>,
}

/// A case as the invited auditor knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitedCase {
    /// Random; the coordinator tells outside this tool which child it is.
    pub case_ref: CaseRef,
    /// Such as "Case 3".
    pub label: String,
}

impl Payload for Invitation {
    const KIND: Kind = Kind::Invitation;
    const FORMAT_VERSION: u32 = Self::FORMAT_VERSION;
}

impl Invitation {
    /// Newest format that this program writes and reads.
    pub const FORMAT_VERSION: u32 = 1;

    /// The invitation of one slot, or `None` where the plan lacks the slot or its agency.
    pub fn of(plan: &RoundPlan, slot: &SlotId) -> Option<Self> {
        let slot = plan.slot(slot)?;
        let invited = |case: &CaseEntry| InvitedCase {
            case_ref: case.case_ref.clone(),
            label: case.label.clone(),
        };
        Some(Self {
            format_version: Self::FORMAT_VERSION,
            round: plan.round.clone(),
            tool_ref: plan.round.tool.reference(),
            agency: plan.agency(&slot.agency)?.clone(),
            slot: slot.id.clone(),
            slot_label: slot.label.clone(),
            secret: slot.secret,
            cases: plan.invited_cases(slot).map(invited).collect(),
        })
    }

    /// The case with this reference.
    pub fn case(&self, case_ref: &CaseRef) -> Option<&InvitedCase> {
        self.cases.iter().find(|case| case.case_ref == *case_ref)
    }
}

impl RoundPlan {
    /// V-09: of the cases of a slot, those that still count.
    pub fn invited_cases<'a>(&'a self, slot: &'a Slot) -> impl Iterator<Item = &'a CaseEntry> {
        let known = slot.cases.iter().filter_map(move |case| self.case(case));
        known.filter(|case| case.status == CaseStatus::Open)
    }
}
