//! Taking a signed return back, as a signed file of its own.
//!
//! Nothing is deleted by it: the panel keeps both files, and the return no
//! longer counts. A correction after a withdrawal counts again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{AgencyRef, Return, RoundRef};
use crate::envelope::{EnrolmentProof, Hash, Kind, Payload, PublicKey, Unsigned, WriteError};
use crate::id::{CaseRef, ReturnId};
use crate::round::Invitation;

/// Says that one version of a return is taken back, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Withdrawal {
    /// See [`Withdrawal::FORMAT_VERSION`].
    pub format_version: u32,
    /// Of the return.
    pub return_id: ReturnId,
    /// The version that is taken back.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub version: u32,
    /// Payload hash of that version: it is this one that no longer counts.
    pub payload: Hash,
    /// Which round.
    pub round: RoundRef,
    /// Which case.
    pub case_ref: CaseRef,
    /// Its public label, such as "Case 3".
    pub case_label: String,
    /// Which agency and slot.
    pub agency: AgencyRef,
    /// Who takes it back and why.
    pub by: WithdrawnBy,
    /// Shows that the signer holds the invitation's secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolment_proof: Option<EnrolmentProof>,
}

/// Who takes a return back, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithdrawnBy {
    /// Role of the person who signs.
    pub role: String,
    /// As typed in place of a signature.
    pub name: String,
    /// In their words, without identifiers. Never blank.
    pub reason: String,
    /// By the signing computer's clock.
    pub at: DateTime<Utc>,
}

impl Payload for Withdrawal {
    const KIND: Kind = Kind::Withdrawal;
    const FORMAT_VERSION: u32 = Self::FORMAT_VERSION;

    fn impossible(&self) -> Option<&'static str> {
        super::possible::not_in_a_withdrawal(self)
    }
}

impl Withdrawal {
    /// Newest format that this program writes and reads.
    pub const FORMAT_VERSION: u32 = 1;
}

/// The withdrawal of a signed version, and its bytes, ready for the auditor's key.
///
/// `payload` is the hash of that version's payload. `None` where no reason is given.
pub fn withdrawal(
    signed: &Return,
    payload: Hash,
    by: WithdrawnBy,
    invitation: &Invitation,
    signer: &PublicKey,
) -> Option<Result<(Withdrawal, Unsigned), WriteError>> {
    if by.reason.trim().is_empty() {
        return None;
    }
    let proof =
        invitation.secret.prove(&signed.round.id, &signed.agency.slot, &signer.thumbprint());
    let withdrawal = Withdrawal {
        format_version: Withdrawal::FORMAT_VERSION,
        return_id: signed.return_id.clone(),
        version: signed.version,
        payload,
        round: signed.round.clone(),
        case_ref: signed.case_ref.clone(),
        case_label: signed.case_label.clone(),
        agency: signed.agency.clone(),
        by,
        enrolment_proof: Some(proof),
    };
    Some(Unsigned::of(&withdrawal, signer).map(|unsigned| (withdrawal, unsigned)))
}
