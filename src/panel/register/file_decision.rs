//! What a person may decide about one imported file as it stands.

use std::collections::BTreeSet;

use super::{DecisionError, EntryState, LetterState, QuarantineReason, ReturnKey, Trust};
use crate::envelope::{Hash, Thumbprint};
use crate::gather::gathered;
use crate::id::SlotId;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
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
    /// It counts before its rivals, without the version that it corrects, or although it was set aside or kept apart
    /// (V-03).
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
            FileDecision::ChooseVersion => {
                let of_letter = self.register().letter(file).map(|letter| letter.place.clone());
                match of_letter {
                    Some(place) => self.hold_after_all(file, place, reason, stamp),
                    None => self.choose_version(file, reason, stamp),
                }
            }
            FileDecision::KeepApart => self.keep_apart(file, reason, stamp).map(|()| Vec::new()),
            FileDecision::TrustSigner | FileDecision::RefuseSigner => {
                let (signer, slot) = self.signed_for(file).ok_or(DecisionError::UnknownFile)?;
                match decision {
                    FileDecision::TrustSigner => {
                        let changed = self.trust_signer(signer, &slot, reason, stamp)?;
                        Ok(self.count_after_all(file, changed, stamp))
                    }
                    _ => self.refuse_signer(signer, &slot, reason, stamp),
                }
            }
        }
    }

    /// Whoever trusts the signer of a file on its own page means this file, though it was kept apart for good.
    fn count_after_all(&mut self, file: &Hash, changed: Vec<Hash>, stamp: &Stamp) -> Vec<Hash> {
        if self.kept_apart(file).is_none() {
            return changed;
        }
        self.lift_keeping_apart(file);
        let of_letter = || Some(self.register().letter(file)?.place.clone());
        let place = self.place_of(file).or_else(of_letter);
        let again = self.resettle(place.as_slice(), stamp);
        let all: BTreeSet<Hash> = gathered(changed.into_iter().chain(again));
        all.into_iter().collect()
    }

    /// A withdrawal that was kept apart for good, and whose signer is trusted since, takes its return back after all.
    fn hold_after_all(
        &mut self,
        file: &Hash,
        place: ReturnKey,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        let reason = given(reason).ok_or(DecisionError::NoReason)?;
        self.record.log.add(stamp, Event::VersionChosen { place, file: *file, reason });
        Ok(self.count_after_all(file, Vec::new(), stamp))
    }

    fn may_decide(&self, file: &Hash, decision: FileDecision) -> bool {
        match decision {
            FileDecision::TrustSigner => self.is_by_stranger(file),
            FileDecision::RefuseSigner => match self.trust_in_signer_of(file) {
                Some(Trust::Trusted) => true,
                Some(Trust::Refused) => false,
                None => self.is_by_stranger(file),
            },
            FileDecision::AcceptContent => self
                .because(file)
                .iter()
                .any(|reason| matches!(reason, QuarantineReason::BreaksRules { .. })),
            FileDecision::ChooseVersion => match self.register().entry(file) {
                Some(entry) => match &entry.state {
                    // What was set aside by a mistaken choice is chosen in its turn.
                    EntryState::Conflict | EntryState::Held { .. } | EntryState::SetAside => true,
                    EntryState::Current
                    | EntryState::Superseded { .. }
                    | EntryState::Withdrawn { .. }
                    | EntryState::Quarantined { .. } => false,
                },
                None => self.stays_apart(file).is_some() && self.because(file).is_empty(),
            },
            FileDecision::KeepApart => {
                self.stays_apart(file).is_none() && self.waits_apart(file) == Some(true)
            }
        }
    }

    /// Whether a file is kept apart or held, so that somebody has to decide about it; `None` where it is not here.
    pub(in crate::panel) fn waits_apart(&self, file: &Hash) -> Option<bool> {
        let entry = self.register().entry(file).map(|entry| match &entry.state {
            EntryState::Quarantined { .. } | EntryState::Held { .. } => true,
            EntryState::Current
            | EntryState::Superseded { .. }
            | EntryState::SetAside
            | EntryState::Conflict
            | EntryState::Withdrawn { .. } => false,
        });
        entry.or_else(|| Some(self.register().letter(file)?.state.is_apart()))
    }

    /// Why a file is kept apart; nothing where it is not.
    pub fn because(&self, file: &Hash) -> &[QuarantineReason] {
        let entry = self.register().entry(file).map(|entry| &entry.state);
        let letter = self.register().letter(file).map(|letter| &letter.state);
        match (entry, letter) {
            (Some(EntryState::Quarantined { because }), _)
            | (_, Some(LetterState::Quarantined { because })) => because,
            (Some(_) | None, _) => &[],
        }
    }

    /// Whether a file is kept apart because nobody knows its signer, or because their invitation was revoked.
    fn is_by_stranger(&self, file: &Hash) -> bool {
        self.because(file).iter().any(|reason| match reason {
            QuarantineReason::UnknownSigner { .. } | QuarantineReason::InvitationRevoked { .. } => {
                true
            }
            QuarantineReason::SignatureWrong { .. }
            | QuarantineReason::NotInvited(_)
            | QuarantineReason::OtherTool { .. }
            | QuarantineReason::BreaksRules { .. } => false,
        })
    }

    /// The key that signed a file, and the slot for which it did.
    fn signed_for(&self, file: &Hash) -> Option<(Thumbprint, SlotId)> {
        let facts = self.facts(file).map(|facts| (facts.signer, facts.place.slot.clone()));
        let letter = || {
            let letter = self.register().letter(file)?;
            Some((letter.signer, letter.place.slot.clone()))
        };
        facts.or_else(letter)
    }

    /// What a person decided about the signer of a file.
    fn trust_in_signer_of(&self, file: &Hash) -> Option<Trust> {
        let (signer, slot) = self.signed_for(file)?;
        self.decided_on_signer(&signer, &slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;

    /// A return for the police's place from a key that nobody knows.
    fn strangers_file(desk: &mut Desk) -> Hash {
        let draft = desk.draft("police", "case-1").grade("risk", "good");
        desk.admit(from_a_stranger(draft)).file.unwrap()
    }

    #[test]
    fn v06_a_strangers_file_is_trusted_refused_or_kept_apart_each_with_a_reason() {
        let mut desk = Desk::with(&["case-1"]);
        let file = strangers_file(&mut desk);
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
        assert_eq!(desk.workbook.decisions_on(&file), [FileDecision::RefuseSigner]);
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
        let state = |desk: &Desk, file| desk.workbook.register().entry(file).unwrap().state.clone();
        let states = |desk: &Desk| (state(desk, &one), state(desk, &other));
        assert_eq!(states(&desk), (EntryState::SetAside, EntryState::Current));
        // Whoever chose the wrong one chooses again.
        assert_eq!(desk.workbook.decisions_on(&one), [choose]);
        desk.workbook.decide_on(&one, choose, "It was the other one.", &stamp()).unwrap();
        assert_eq!(states(&desk), (EntryState::Current, EntryState::SetAside));
        let again = Workbook::from_record(desk.workbook.record().clone());
        assert_eq!(again.register(), desk.workbook.register());
    }
}
