//! From a finished draft to the bytes that are signed, and from a signed version to the next.
//!
//! Not here: whether the draft may be signed ([`crate::check`]), the signature itself ([`crate::envelope`]).

use super::{Return, SignOff};
use crate::envelope::{Hash, PublicKey, Unsigned, WriteError};
use crate::round::Invitation;

/// The signed-off return and its bytes, ready for the auditor's key.
///
/// The proof shows the panel that `signer` holds the invitation's secret.
pub fn to_sign(
    draft: &Return,
    sign_off: SignOff,
    invitation: &Invitation,
    signer: &PublicKey,
) -> Result<(Return, Unsigned), WriteError> {
    let proof = invitation.secret.prove(&draft.round.id, &draft.agency.slot, &signer.thumbprint());
    let finished =
        Return { sign_off: Some(sign_off), enrolment_proof: Some(proof), ..draft.clone() };
    let unsigned = Unsigned::of(&finished, signer)?;
    Ok((finished, unsigned))
}

/// The draft of the version that corrects a signed one, naming it by its payload's hash (V-01, V-03).
pub fn correction(signed: &Return, payload: Hash) -> Return {
    Return {
        version: signed.version.saturating_add(1),
        previous: Some(payload),
        sign_off: None,
        enrolment_proof: None,
        ..signed.clone()
    }
}
