//! An immediate concern as a file of its own, sent before the return is finished (C-03).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{AgencyRef, ImmediateConcern, Return, RoundRef};
use crate::envelope::{EnrolmentProof, Kind, Payload, PublicKey, Unsigned, WriteError};
use crate::id::{CaseRef, ItemId, ReturnId};
use crate::round::Invitation;

/// One immediate concern of a return that need not be finished yet.
///
/// It says nothing of the rest of the return. Whoever is told of a concern is
/// told in person: the file only records it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConcernNotice {
    /// See [`ConcernNotice::FORMAT_VERSION`].
    pub format_version: u32,
    /// The return in which it was noticed; with the concern's id, its identity.
    pub return_id: ReturnId,
    /// Which round.
    pub round: RoundRef,
    /// Which case.
    pub case_ref: CaseRef,
    /// Its public label, such as "Case 3".
    pub case_label: String,
    /// Which agency and slot.
    pub agency: AgencyRef,
    /// Role of the auditor who noticed.
    pub reported_by: String,
    /// The concern as it stood when the notice was made.
    pub concern: ImmediateConcern,
    /// When the notice was made, by the signing computer's clock. A later one says more.
    pub at: DateTime<Utc>,
    /// Shows that the signer holds the invitation's secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolment_proof: Option<EnrolmentProof>,
}

impl Payload for ConcernNotice {
    const KIND: Kind = Kind::Concern;
    const FORMAT_VERSION: u32 = Self::FORMAT_VERSION;

    fn impossible(&self) -> Option<&'static str> {
        super::possible::not_in_a_notice(self)
    }
}

impl ConcernNotice {
    /// Newest format that this program writes and reads.
    pub const FORMAT_VERSION: u32 = 1;
}

/// The notice of one concern of a draft, and its bytes, ready for the auditor's key.
///
/// `None` where the draft has no such concern. Ask
/// [`crate::check::c03_what_keeps_a_notice_back`] first.
pub fn concern_notice(
    draft: &Return,
    concern: &ItemId,
    at: DateTime<Utc>,
    invitation: &Invitation,
    signer: &PublicKey,
) -> Option<Result<(ConcernNotice, Unsigned), WriteError>> {
    let concern = draft.immediate_concerns.iter().find(|one| one.id == *concern)?;
    let proof = invitation.secret.prove(&draft.round.id, &draft.agency.slot, &signer.thumbprint());
    let notice = ConcernNotice {
        format_version: ConcernNotice::FORMAT_VERSION,
        return_id: draft.return_id.clone(),
        round: draft.round.clone(),
        case_ref: draft.case_ref.clone(),
        case_label: draft.case_label.clone(),
        agency: draft.agency.clone(),
        reported_by: draft.auditor.role.clone(),
        concern: concern.clone(),
        at,
        enrolment_proof: Some(proof),
    };
    Some(Unsigned::of(&notice, signer).map(|unsigned| (notice, unsigned)))
}
