//! From a finished draft to the bytes that are signed, and from a signed version to the next.
//!
//! Not here: whether the draft may be signed ([`crate::check`]), the signature itself ([`crate::envelope`]).

use chrono::{DateTime, Utc};

use super::{
    Chronology, ChronologyEntry, Return, SignOff, without_hidden, without_other_standards,
};
use crate::check::texts;
use crate::envelope::{
    CountersignError, Countersigning, Hash, Kind, Limits, PublicKey, SecondSignOff, Unsigned,
    WriteError,
};
use crate::round::{Invitation, Round};
use crate::tool::{Graph, Shown};

/// The signed-off return and its bytes, ready for the auditor's key.
///
/// The proof shows the panel that `signer` holds the invitation's secret. What no
/// page shows any more stays in the draft ([`without_hidden`]).
pub fn to_sign(
    draft: &Return,
    sign_off: SignOff,
    invitation: &Invitation,
    signer: &PublicKey,
) -> Result<(Return, Unsigned), WriteError> {
    let proof = invitation.secret.prove(&draft.round.id, &draft.agency.slot, &signer.thumbprint());
    let round = &invitation.round;
    let shown = Graph::compile(&round.tool).shown(draft);
    let finished = Return {
        sign_off: Some(sign_off),
        enrolment_proof: Some(proof),
        ..as_signed(draft, round, &shown)
    };
    let unsigned = Unsigned::of(&finished, signer)?;
    Ok((finished, unsigned))
}

/// What of a draft is signed: what its pages show, the chronology in the order of its days.
pub fn as_signed(draft: &Return, round: &Round, shown: &Shown) -> Return {
    let shown = without_other_standards(without_hidden(draft, &round.tool, shown), round);
    let do_not_disclose = marks_of_texts(&shown);
    let format_version = match do_not_disclose.is_empty() {
        true => Return::WITHOUT_MARKS,
        false => Return::FORMAT_VERSION,
    };
    Return { format_version, chronology: in_order(&shown.chronology), do_not_disclose, ..shown }
}

/// The marks of texts that are there: of a text taken out again nothing is told.
fn marks_of_texts(ret: &Return) -> Vec<String> {
    if ret.do_not_disclose.is_empty() {
        return Vec::new();
    }
    let there: Vec<String> = texts(ret).iter().map(|one| one.place.key()).collect();
    ret.do_not_disclose.iter().filter(|key| there.contains(key)).cloned().collect()
}

/// The order of the days, so that nobody can tell in which order dates were entered (CH-03).
fn in_order(chronology: &Chronology) -> Chronology {
    let entries: Vec<ChronologyEntry> = chronology.in_order().into_iter().cloned().collect();
    Chronology { entries, ..*chronology }
}

/// A signed return's file, ready for the key of a second person of the agency.
///
/// `file` is the signed file before any sealing; seal what comes of it. The
/// proof shows the panel that this signer, too, holds the invitation's secret.
pub fn to_countersign(
    file: &[u8],
    role: String,
    name: String,
    at: DateTime<Utc>,
    invitation: &Invitation,
    signer: &PublicKey,
) -> Result<Countersigning, CountersignError> {
    let secret = &invitation.secret;
    let proof = secret.prove(&invitation.round.id, &invitation.slot, &signer.thumbprint());
    let by = SecondSignOff { role, name, at, enrolment_proof: Some(proof) };
    let limits = Limits::of(Kind::Return);
    Countersigning::of(file, &[Kind::Return], &by, signer, &limits)
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
