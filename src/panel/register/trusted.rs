//! Whether a file's signer is trusted with its place (A-01, V-06).

use super::{Claim, Facts, NotInvited, QuarantineReason, SecondHolder, SecondSignature, Trust};
use crate::envelope::{Hash, Thumbprint};
use crate::id::SlotId;
use crate::panel::workbook::{Index, Workbook};

impl Workbook {
    /// Why the signer of a file is not trusted with its place; empty where they are.
    pub(in crate::panel) fn distrust(&self, claim: &Claim<'_>) -> Vec<QuarantineReason> {
        let mut because = Vec::new();
        because.extend(self.index.not_invited(claim).map(QuarantineReason::NotInvited));
        because.extend(self.stranger_to(claim));
        because
    }

    /// V-06: nobody knows who signed, or they hold an invitation that was revoked.
    fn stranger_to(&self, claim: &Claim<'_>) -> Option<QuarantineReason> {
        let signer = claim.signer;
        match (self.knows_signer(claim), self.shows_revoked(claim)) {
            (true, _) => None,
            (false, true) => Some(QuarantineReason::InvitationRevoked { signer }),
            (false, false) => Some(QuarantineReason::UnknownSigner { signer }),
        }
    }

    /// Why a verified file is kept apart, the gravest first; empty where it is trusted.
    pub(super) fn objections(&self, file: &Hash, facts: &Facts) -> Vec<QuarantineReason> {
        let mut because = Vec::new();
        because.extend(self.index.not_invited(&facts.claim()).map(QuarantineReason::NotInvited));
        if facts.tool != self.index.tool && self.mapping(&facts.tool).is_none() {
            because.push(QuarantineReason::OtherTool { found: facts.tool.clone() });
        }
        because.extend(self.stranger_to(&facts.claim()));
        if !facts.blocks.is_empty() && !self.register().accepted.contains_key(file) {
            because.push(QuarantineReason::BreaksRules { blocks: facts.blocks.clone() });
        }
        because
    }

    /// Whether the signer holds the slot's secret, or a person vouched for the key.
    ///
    /// A decision outweighs the proof: a secret may have leaked.
    pub(super) fn knows_signer(&self, claim: &Claim<'_>) -> bool {
        match self.decided_on_signer(&claim.signer, &claim.place.slot) {
            Some(Trust::Trusted) => true,
            Some(Trust::Refused) => false,
            None => self.index.proof_holds(claim),
        }
    }

    /// What was last decided about a key for a slot.
    pub(in crate::panel) fn decided_on_signer(
        &self,
        signer: &Thumbprint,
        slot: &SlotId,
    ) -> Option<Trust> {
        let mut decisions = self.register().signers().iter().rev();
        let last = decisions.find(|one| one.signer == *signer && one.slot == *slot);
        last.map(|one| one.trust)
    }

    /// what is known of whoever signed a return second.
    pub(super) fn second_holder(&self, facts: &Facts, second: &SecondSignature) -> SecondHolder {
        let proof = second.sign_off.enrolment_proof.as_ref();
        let claim = Claim { signer: second.signer, proof, ..facts.claim() };
        if self.knows_signer(&claim) { SecondHolder::Known } else { SecondHolder::Unknown }
    }
}

impl QuarantineReason {
    /// Whether it is about who signed a file, and not about what the file holds.
    pub(super) fn is_about_signer(&self) -> bool {
        match self {
            Self::SignatureWrong { .. }
            | Self::NotInvited(_)
            | Self::UnknownSigner { .. }
            | Self::InvitationRevoked { .. } => true,
            Self::OtherTool { .. } | Self::BreaksRules { .. } => false,
        }
    }
}

impl Index {
    /// in what way the plan does not expect a return.
    fn not_invited(&self, claim: &Claim<'_>) -> Option<NotInvited> {
        let place = claim.place;
        if !self.cases.contains_key(&place.case) {
            return Some(NotInvited::Case);
        }
        let Some(slot) = self.slots.get(&place.slot) else { return Some(NotInvited::Slot) };
        if slot.agency != place.agency || slot.kind != *claim.kind {
            return Some(NotInvited::Agency);
        }
        (!slot.cases.contains(&place.case)).then_some(NotInvited::CaseOfSlot)
    }

    /// Whether the return shows that its signer holds the slot's secret.
    fn proof_holds(&self, claim: &Claim<'_>) -> bool {
        let Some((slot, proof)) = self.slots.get(&claim.place.slot).zip(claim.proof) else {
            return false;
        };
        slot.secret.confirms(proof, &self.round, &claim.place.slot, &claim.signer)
    }
}
