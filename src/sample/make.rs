//! A practice round with its invitations and signed returns.

use chrono::{DateTime, Utc};

use super::seed::Seed;
use crate::audit_return::{Declaration, Return, SignOff, to_sign};
use crate::envelope::{Kind, OpeningKey, SoftwareKey, Unsigned};
use crate::id::{CaseRef, SlotId};
use crate::panel::{Opener, Stamp, Workbook, WorkbookFile};
use crate::round::{Invitation, RoundPlan, SealPolicy};

/// A whole round, invented, with everything that agencies sent.
#[derive(Debug)]
pub struct SampleRound {
    pub(super) seed: Seed,
    pub(super) plan: RoundPlan,
    pub(super) invitations: Vec<SampleInvitation>,
    pub(super) returns: Vec<SampleReturn>,
    pub(super) issued_at: DateTime<Utc>,
}

/// The invitation of one slot.
#[derive(Debug, Clone)]
pub struct SampleInvitation {
    /// What it holds.
    pub invitation: Invitation,
    /// The signed file.
    pub file: Vec<u8>,
}

/// One signed return.
#[derive(Debug, Clone)]
pub struct SampleReturn {
    /// What it holds.
    pub audit_return: Return,
    /// The signed file, as its auditor keeps it.
    pub signed: Vec<u8>,
    /// The same sealed, as it is sent.
    pub file: Vec<u8>,
}

impl SampleRound {
    /// Invites every slot of the plan; returns are added as they are completed.
    pub(super) fn new(seed: Seed, mut plan: RoundPlan, issued_at: DateTime<Utc>) -> Self {
        let opens = seed.opening_key().sealing_key();
        plan.round.policy.seal = SealPolicy::to_one("Practice coordinator", opens);
        let key = seed.key("round");
        let invitations = plan
            .slots
            .iter()
            .filter_map(|slot| Invitation::of(&plan, &slot.id))
            .map(|invitation| {
                let unsigned = Unsigned::of(&invitation, &key.public_key());
                SampleInvitation { file: signed(unsigned, &key), invitation }
            })
            .collect();
        Self { seed, plan, invitations, returns: Vec::new(), issued_at }
    }

    /// The round with its agencies, slots and cases.
    pub fn plan(&self) -> &RoundPlan {
        &self.plan
    }

    /// The practice key with which the round signs invitations and workbooks.
    pub fn round_key(&self) -> SoftwareKey {
        self.seed.key("round")
    }

    /// The practice key that opens the returns: everyone can read a practice round.
    pub fn opening_key(&self) -> OpeningKey {
        self.seed.opening_key()
    }

    /// What opens the files of this round, with its key.
    pub fn opener(&self) -> Opener {
        self.workbook().opener().with_keys(vec![self.opening_key()])
    }

    /// The practice key with which the auditor of a slot signs.
    pub fn auditor_key(&self, slot: &SlotId) -> SoftwareKey {
        self.seed.key(&["auditor ", slot.as_str()].concat())
    }

    /// One for each slot, in the plan's order.
    pub fn invitations(&self) -> &[SampleInvitation] {
        &self.invitations
    }

    /// The invitation of one slot.
    pub fn invitation(&self, slot: &SlotId) -> Option<&Invitation> {
        let all = self.invitations.iter().map(|it| &it.invitation);
        all.into_iter().find(|invitation| invitation.slot == *slot)
    }

    /// What agencies sent, case by case.
    pub fn returns(&self) -> &[SampleReturn] {
        &self.returns
    }

    /// The round as its panel has it before the first return comes in.
    pub fn workbook(&self) -> Workbook {
        let mut workbook = Workbook::new(self.plan.clone(), self.round_key().public_key());
        let stamp = Stamp { by: "Practice coordinator".into(), at: self.issued_at };
        for issued in &self.invitations {
            let file = crate::envelope::Hash::of(&issued.file);
            workbook.note_invitation(&issued.invitation.slot, file, &stamp);
        }
        workbook
    }

    /// The workbook as a signed file.
    pub fn workbook_file(&self) -> Vec<u8> {
        let file = WorkbookFile {
            format_version: Default::default(),
            workbook: self.workbook().record().clone(),
            files: Default::default(),
        };
        let key = self.round_key();
        signed(Unsigned::of(&file, &key.public_key()), &key)
    }

    /// An untouched draft for one place, or `None` where nobody is invited to it.
    pub fn begin(&self, slot: &SlotId, case: &CaseRef, now: DateTime<Utc>) -> Option<Return> {
        let id = self.seed.return_id(slot.as_str(), case);
        Return::begin(self.invitation(slot)?, case, id, now)
    }

    /// Signs a draft as the auditor of its slot, and adds it to the round's returns.
    ///
    /// Only drafts of [`SampleRound::begin`] come here, so the slot is invited.
    pub(super) fn sign(&mut self, draft: &Return, at: DateTime<Utc>) {
        let signed = self.signed(draft, at);
        self.returns.extend(signed);
    }

    /// The draft signed by the auditor of its slot; `None` where the slot is not invited.
    pub fn signed(&self, draft: &Return, at: DateTime<Utc>) -> Option<SampleReturn> {
        let invitation = self.invitation(&draft.agency.slot)?;
        let key = self.auditor_key(&draft.agency.slot);
        Some(self.sign_as(draft, invitation, &key, at))
    }

    /// Signs and seals a draft with any key, invited or not.
    pub(super) fn sign_as(
        &self,
        draft: &Return,
        invitation: &Invitation,
        key: &SoftwareKey,
        at: DateTime<Utc>,
    ) -> SampleReturn {
        let (audit_return, signed) = sign_as(draft, invitation, key, at);
        SampleReturn { audit_return, file: self.sealed(&signed), signed }
    }

    /// The same signed return in another seal, as one that is downloaded a second time.
    pub(super) fn sealed_again(&self, sent: &SampleReturn) -> Vec<u8> {
        let mut random = self.seed.for_sealing(&sent.file);
        let policy = &self.plan.round.policy.seal;
        let sealed = policy.close(sent.signed.clone(), Kind::Return, &mut random);
        sealed.expect("a return of the sample keeps every limit of its kind")
    }

    /// A signed return as it is sent.
    pub(super) fn sealed(&self, signed: &[u8]) -> Vec<u8> {
        let mut random = self.seed.for_sealing(signed);
        let policy = &self.plan.round.policy.seal;
        let sealed = policy.close(signed.to_vec(), Kind::Return, &mut random);
        sealed.expect("a return of the sample keeps every limit of its kind")
    }
}

fn sign_as(
    draft: &Return,
    invitation: &Invitation,
    key: &SoftwareKey,
    at: DateTime<Utc>,
) -> (Return, Vec<u8>) {
    let sign_off = SignOff {
        role: draft.auditor.role.clone(),
        name: draft.auditor.name.clone(),
        declaration: Declaration {
            authorised: true,
            concerns_passed_on: true,
            pseudonymised: true,
            fair_account: true,
        },
        at,
    };
    let (audit_return, unsigned) = to_sign(draft, sign_off, invitation, &key.public_key())
        .expect("a return of the sample keeps every limit of its kind");
    (audit_return, signed(Ok(unsigned), key))
}

fn signed(unsigned: Result<Unsigned, crate::envelope::WriteError>, key: &SoftwareKey) -> Vec<u8> {
    let unsigned = unsigned.expect("a file of the sample keeps every limit of its kind");
    let signature = key.sign(unsigned.signing_input());
    unsigned.signed(&signature).expect("the key that was named signs")
}
