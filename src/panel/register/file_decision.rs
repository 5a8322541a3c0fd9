//! What a person may decide about one imported file as it stands.

use super::{DecisionError, EntryState, QuarantineReason, Trust};
use crate::envelope::Hash;
use crate::panel::log::Stamp;
use crate::panel::workbook::Workbook;

/// A decision about one file. Each has a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileDecision {
    /// Its signer may sign for its slot (V-06).
    TrustSigner,
    /// Its signer may not sign for its slot (V-06).
    RefuseSigner,
    /// It counts although it breaks rules.
    AcceptContent,
    /// It counts before its rivals, or without the version that it corrects (V-03).
    ChooseVersion,
    /// It stays apart for good.
    KeepApart,
}

impl FileDecision {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::ChooseVersion,
        Self::TrustSigner,
        Self::AcceptContent,
        Self::RefuseSigner,
        Self::KeepApart,
    ];

    /// In one word, for a form.
    pub fn token(self) -> &'static str {
        match self {
            Self::TrustSigner => "trust-signer",
            Self::RefuseSigner => "refuse-signer",
            Self::AcceptContent => "accept-content",
            Self::ChooseVersion => "choose-version",
            Self::KeepApart => "keep-apart",
        }
    }

    /// The decision of a form's word.
    pub fn of_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.token() == token)
    }
}

impl Workbook {
    /// What may be decided about a file now, in the order in which it is offered.
    pub fn decisions_on(&self, file: &Hash) -> Vec<FileDecision> {
        let may = |decision: &FileDecision| self.may_decide(file, *decision);
        FileDecision::ALL.into_iter().filter(may).collect()
    }

    /// Decides about a file; returns the files whose state changed.
    pub fn decide_on(
        &mut self,
        file: &Hash,
        decision: FileDecision,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        if !self.may_decide(file, decision) {
            return Err(DecisionError::NothingToDecide);
        }
        match decision {
            FileDecision::AcceptContent => self.accept_content(file, reason, stamp),
            FileDecision::ChooseVersion => self.choose_version(file, reason, stamp),
            FileDecision::KeepApart => self.keep_apart(file, reason, stamp).map(|()| Vec::new()),
            FileDecision::TrustSigner | FileDecision::RefuseSigner => {
                let signer = self.stranger(file).ok_or(DecisionError::UnknownFile)?;
                let slot = self.place_of_any(file).ok_or(DecisionError::UnknownFile)?;
                match decision {
                    FileDecision::TrustSigner => self.trust_signer(signer, &slot, reason, stamp),
                    _ => self.refuse_signer(signer, &slot, reason, stamp),
                }
            }
        }
    }

    fn may_decide(&self, file: &Hash, decision: FileDecision) -> bool {
        match decision {
            FileDecision::TrustSigner => self.stranger(file).is_some(),
            FileDecision::RefuseSigner => {
                self.stranger(file).is_some() && !self.is_refused_signer(file)
            }
            FileDecision::AcceptContent => self
                .because(file)
                .iter()
                .any(|reason| matches!(reason, QuarantineReason::BreaksRules { .. })),
            FileDecision::ChooseVersion => matches!(
                self.register().entry(file).map(|entry| &entry.state),
                Some(EntryState::Conflict | EntryState::Held { .. })
            ),
            FileDecision::KeepApart => {
                let waits = |state: &EntryState| {
                    matches!(state, EntryState::Quarantined { .. } | EntryState::Held { .. })
                };
                self.stays_apart(file).is_none()
                    && self.register().entry(file).is_some_and(|entry| waits(&entry.state))
            }
        }
    }

    /// Why a file is kept apart; nothing where it is not.
    pub fn because(&self, file: &Hash) -> &[QuarantineReason] {
        use super::LetterState;
        let entry = self.register().entry(file).map(|entry| &entry.state);
        let letter = self.register().letter(file).map(|letter| &letter.state);
        match (entry, letter) {
            (Some(EntryState::Quarantined { because }), _)
            | (_, Some(LetterState::Quarantined { because })) => because,
            (Some(_) | None, _) => &[],
        }
    }

    /// The key of a file that shows no proof of invitation.
    fn stranger(&self, file: &Hash) -> Option<crate::envelope::Thumbprint> {
        self.because(file).iter().find_map(|reason| match reason {
            QuarantineReason::UnknownSigner { signer }
            | QuarantineReason::InvitationRevoked { signer } => Some(*signer),
            QuarantineReason::SignatureWrong { .. }
            | QuarantineReason::NotInvited(_)
            | QuarantineReason::OtherTool { .. }
            | QuarantineReason::BreaksRules { .. } => None,
        })
    }

    fn place_of_any(&self, file: &Hash) -> Option<crate::id::SlotId> {
        let letter = || self.register().letter(file).map(|letter| letter.place.slot.clone());
        self.place_of(file).map(|place| place.slot).or_else(letter)
    }

    fn is_refused_signer(&self, file: &Hash) -> bool {
        let (Some(signer), Some(slot)) = (self.stranger(file), self.place_of_any(file)) else {
            return false;
        };
        let decided = self.register().signers().iter().rev();
        let mut about = decided.filter(|one| one.signer == signer && one.slot == slot);
        about.next().is_some_and(|one| one.trust == Trust::Refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;

    /// A return for the police's place from a key that nobody knows.
    fn from_a_stranger(desk: &mut Desk) -> Hash {
        let known = key_of("police").public_key().thumbprint();
        let mut opened = arriving(desk.draft("police", "case-1").grade("risk", "good"), &known);
        if let Ok(content) = &mut opened.content {
            content.signer = key_of("a stranger").public_key().thumbprint();
            content.audit_return.enrolment_proof = None;
        }
        desk.admit(opened).file.unwrap()
    }

    #[test]
    fn v06_a_strangers_file_is_trusted_refused_or_kept_apart_each_with_a_reason() {
        let mut desk = Desk::with(&["case-1"]);
        let file = from_a_stranger(&mut desk);
        let all = [FileDecision::TrustSigner, FileDecision::RefuseSigner, FileDecision::KeepApart];
        assert_eq!(desk.workbook.decisions_on(&file), all);
        let decide = |desk: &mut Desk, decision, reason: &str| {
            desk.workbook.decide_on(&file, decision, reason, &stamp())
        };
        let blank = decide(&mut desk, FileDecision::TrustSigner, " ");
        assert_eq!(blank, Err(DecisionError::NoReason));
        decide(&mut desk, FileDecision::RefuseSigner, "They did not sign it.").unwrap();
        let left = [FileDecision::TrustSigner, FileDecision::KeepApart];
        assert_eq!(desk.workbook.decisions_on(&file), left);
        let changed = decide(&mut desk, FileDecision::TrustSigner, "Read back by telephone.");
        assert_eq!(changed, Ok(vec![file]));
        assert_eq!(desk.workbook.decisions_on(&file), []);
        let over = decide(&mut desk, FileDecision::KeepApart, "Too late.");
        assert_eq!(over, Err(DecisionError::NothingToDecide));
    }

    #[test]
    fn v03_one_of_two_versions_is_chosen_and_the_other_set_aside() {
        let mut desk = Desk::with(&["case-1"]);
        desk.graded("csc", "case-1", "good");
        let first = desk.draft("csc", "case-1").grade("risk", "good");
        let one = desk.import(first.corrected().grade("risk", "adequate")).file.unwrap();
        let other = desk.import(first.corrected().grade("risk", "inadequate")).file.unwrap();
        assert_eq!(desk.workbook.decisions_on(&one), [FileDecision::ChooseVersion]);
        let choose = FileDecision::ChooseVersion;
        desk.workbook.decide_on(&other, choose, "The agency says so.", &stamp()).unwrap();
        let state = |file| desk.workbook.register().entry(file).unwrap().state.clone();
        assert_eq!((state(&one), state(&other)), (EntryState::SetAside, EntryState::Current));
    }
}
