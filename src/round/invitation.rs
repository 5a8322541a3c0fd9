//! Invitations: the signed file that gives one slot its round, tool and cases.

use serde::{Deserialize, Serialize};

use super::{Agency, CaseEntry, CaseStatus, Round, RoundPlan, Slot};
use crate::envelope::{EnrolmentSecret, Kind, Limits, OpenError, Payload, open};
use crate::id::{CaseRef, SlotId};
use crate::timescale::{StandardSet, StatedLimits};
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
    /// Another authority whose standards this place was held to, and how they differ, in a sentence;
    /// blank where the round's own are all (edge case 14).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub authority: String,
    /// Limits of that authority's own, in the place of the round's local ones (edge case 14).
    #[serde(default, skip_serializing_if = "StatedLimits::is_empty")]
    pub limits: StatedLimits,
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

/// Why an invitation cannot be worked with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// The file is not whole, or is none.
    #[error(transparent)]
    NotOpened(#[from] OpenError),
    /// Its tool is not the one that it names.
    #[error("the invitation names another tool")]
    OtherTool,
    /// Its tool does not make sense.
    #[error("the tool of the invitation is not sound")]
    UnsoundTool,
}

impl Payload for Invitation {
    const KIND: Kind = Kind::Invitation;
    const FORMAT_VERSION: u32 = Self::FORMAT_VERSION;

    fn impossible(&self) -> Option<&'static str> {
        self.round.impossible()
    }
}

impl Invitation {
    /// Newest format that this program writes and reads.
    pub const FORMAT_VERSION: u32 = 1;

    /// the invitation of a file, whose signature is verified before it is parsed, with a sound tool that is
    /// the one it names.
    pub fn a02_verified(file: &[u8]) -> Result<Self, InvitationError> {
        let opened = open(file, &[Kind::Invitation], &Limits::of(Kind::Invitation))?;
        let invitation: Self = opened.parse()?;
        if invitation.round.tool.hash() != invitation.tool_ref.hash {
            return Err(InvitationError::OtherTool);
        }
        if !invitation.round.tool.validate().is_empty() {
            return Err(InvitationError::UnsoundTool);
        }
        Ok(invitation)
    }

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
            authority: slot.authority.clone(),
            limits: slot.limits.clone(),
        })
    }

    /// The standards that this place is held to: those of another nation, or else the round's own with the
    /// limits of another authority in them (edge cases 14 and 37).
    pub fn standards_of(&self, set: Option<&str>) -> StandardSet {
        self.round.standards_of(set).ec14_with(&self.limits)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::Return;
    use crate::check::testing;
    use crate::envelope::{SoftwareKey, Unsigned};
    use crate::tool::library;

    fn signed(invitation: &Invitation) -> Vec<u8> {
        let key = SoftwareKey::from_seed(&[7; 32]);
        let unsigned = Unsigned::of(invitation, &key.public_key()).unwrap();
        unsigned.signed(&key.sign(unsigned.signing_input())).unwrap()
    }

    fn with_a_library_tool() -> Invitation {
        let mut round = testing::round();
        round.tool = library::all().swap_remove(0);
        testing::invitation(&round)
    }

    #[test]
    fn a02_an_invitation_is_worked_with_only_with_the_sound_tool_that_it_names() {
        let sound = with_a_library_tool();
        assert_eq!(Invitation::a02_verified(&signed(&sound)).as_ref(), Ok(&sound));

        let mut other = sound.clone();
        other.round.tool.title.push_str(" of another year");
        let refused = Invitation::a02_verified(&signed(&other));
        assert_eq!(refused, Err(InvitationError::OtherTool));

        let mut unsound = sound;
        let area = unsound.round.tool.areas[0].clone();
        unsound.round.tool.areas.push(area);
        unsound.tool_ref = unsound.round.tool.reference();
        let refused = Invitation::a02_verified(&signed(&unsound));
        assert_eq!(refused, Err(InvitationError::UnsoundTool));
    }

    #[test]
    fn a02_a_return_carries_the_tool_of_its_invitation() {
        let invitation = with_a_library_tool();
        let case = &invitation.cases[0].case_ref;
        let id = "0123456789abcdef0123456789abcdef".parse().unwrap();
        let now = "2026-05-04T09:00:00Z".parse().unwrap();
        let ret = Return::begin(&invitation, case, id, now).unwrap();
        assert_eq!(ret.tool, invitation.tool_ref);
        assert_eq!(ret.tool.hash, invitation.round.tool.hash());
    }

    #[test]
    fn a02_an_invitation_that_was_changed_after_it_was_signed_is_not_read() {
        let mut file = signed(&with_a_library_tool());
        let signature = file.iter().rposition(u8::is_ascii_alphanumeric).unwrap();
        file[signature - 8] = if file[signature - 8] == b'A' { b'B' } else { b'A' };
        let refused = Invitation::a02_verified(&file);
        assert!(matches!(refused, Err(InvitationError::NotOpened(_))), "{refused:?}");
    }
}
