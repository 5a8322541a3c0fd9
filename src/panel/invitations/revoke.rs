//! Revoking an invitation (V-06).

use std::collections::BTreeSet;

use super::{InvitationError, InvitationStanding, Revocation};
use crate::envelope::{EnrolmentSecret, Hash, Thumbprint};
use crate::gather::gathered;
use crate::id::SlotId;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::register::{Claim, ReturnKey, SignerDecision, Trust};
use crate::panel::workbook::Workbook;

impl Workbook {
    /// Revokes the invitation of a slot: `fresh` is the secret of the next one.
    ///
    /// With `keep`, whoever signed what counts here already may go on signing for the
    /// slot; without, their returns are kept apart too. Returns the files whose state changed.
    pub fn revoke_invitation(
        &mut self,
        slot: &SlotId,
        fresh: EnrolmentSecret,
        keep: bool,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, InvitationError> {
        let reason = given(reason).ok_or(InvitationError::NoReason)?;
        let before = self.plan().slot(slot).ok_or(InvitationError::UnknownSlot)?.secret;
        match self.invitation_standing(slot) {
            InvitationStanding::NotIssued => return Err(InvitationError::NeverIssued),
            InvitationStanding::Issued { .. } | InvitationStanding::ToIssueAgain { .. } => {}
        }
        let kept = if keep { self.signers_that_count(slot) } else { BTreeSet::new() };
        let revoked = Event::InvitationRevoked {
            slot: slot.clone(),
            kept: kept.len(),
            reason: reason.clone(),
        };
        self.record.log.add(stamp, revoked);
        // Whoever was vouched for before is not kept by that: a laptop may be stolen. Nor are they refused again, if they
        // once were: the next invitation may be theirs. Who was refused last stays so.
        let vouched = self.vouched_for(slot);
        let is_theirs = |one: &SignerDecision| one.slot == *slot && vouched.contains(&one.signer);
        self.record.register.signers.retain(|one| !is_theirs(one));
        self.record.register.signers.extend(kept.into_iter().map(|signer| SignerDecision {
            signer,
            slot: slot.clone(),
            trust: Trust::Trusted,
            reason: reason.clone(),
            stamp: stamp.clone(),
        }));
        let revocation =
            Revocation { slot: slot.clone(), secret: before, reason, stamp: stamp.clone() };
        self.record.panel.revocations.push(revocation);
        if let Some(one) = self.record.plan.slots.iter_mut().find(|one| one.id == *slot) {
            one.secret = fresh;
        }
        Ok(self.replan(stamp))
    }

    /// Returns that count for a slot, by place.
    pub fn counting_of_slot(&self, slot: &SlotId) -> Vec<ReturnKey> {
        self.places(|place| place.slot == *slot && self.current(place).is_some())
    }

    /// Keys that signed what counts for a slot; not those of versions that it replaced, which nobody was asked about.
    fn signers_that_count(&self, slot: &SlotId) -> BTreeSet<Thumbprint> {
        let files = self.counting_of_slot(slot).into_iter();
        gathered(files.filter_map(|place| Some(self.facts(&self.current(&place)?)?.signer)))
    }

    /// Keys that a person trusts with a slot.
    fn vouched_for(&self, slot: &SlotId) -> BTreeSet<Thumbprint> {
        let keys = self.register().signers().iter().map(|one| one.signer);
        gathered(keys.filter(|key| self.decided_on_signer(key, slot) == Some(Trust::Trusted)))
    }

    /// Whether a file shows the secret of an invitation that was revoked.
    pub(in crate::panel) fn shows_revoked(&self, claim: &Claim<'_>) -> bool {
        let Some(proof) = claim.proof else { return false };
        let (round, slot) = (&self.plan().round.id, &claim.place.slot);
        let mut revoked = self.revocations(slot);
        revoked.any(|one| one.secret.confirms(proof, round, slot, &claim.signer))
    }
}
