//! Files that are about a return and not one: a concern's notice, a withdrawal (C-03, V-01).
//!
//! Small, so the register keeps what they say beside what they count for. As
//! with returns, the state of all letters of one place follows from everything
//! that is here for it, never from the order of import.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    BatchId, EntryState, Facts, ImportOutcome, QuarantineReason, Refusal, Register, ReturnKey,
};
use crate::audit_return::{AgencyRef, ConcernNotice, RoundRef, Withdrawal};
use crate::envelope::{EnrolmentProof, Hash, Thumbprint};
use crate::gather::gathered;
use crate::id::{AgencyKind, CaseRef, ItemId, ReturnId};
use crate::panel::workbook::Workbook;

/// What a letter says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Letter {
    /// An immediate concern, sent before its return (C-03).
    Concern(Box<ConcernNotice>),
    /// A return is taken back.
    Withdrawal(Box<Withdrawal>),
}

/// A letter whose signature holds. Only [`super::Opener`] makes one from bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedLetter {
    pub(in crate::panel) payload: Hash,
    pub(in crate::panel) signer: Thumbprint,
    pub(in crate::panel) letter: Letter,
}

/// One imported letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LetterEntry {
    /// As it was named when imported.
    pub name: String,
    /// Which import brought it.
    pub batch: BatchId,
    /// When, by the importing computer's clock.
    pub imported_at: DateTime<Utc>,
    /// The place that it is about.
    pub place: ReturnKey,
    /// SHA-256 of the signed bytes.
    pub payload: Hash,
    /// The key that signed.
    pub signer: Thumbprint,
    /// What it says.
    pub letter: Letter,
    /// What it counts for now.
    pub state: LetterState,
}

/// What a letter counts for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum LetterState {
    /// It stands.
    Counts,
    /// The agency has said something later: a newer notice, a correction of the return.
    Overtaken,
    /// It takes back a return that is not here.
    Waiting,
    /// Not trusted: a person must look (V-06).
    Quarantined {
        /// Why; the gravest first, never empty.
        because: Vec<QuarantineReason>,
    },
}

impl LetterState {
    /// Whether it is not trusted.
    pub(in crate::panel) fn is_apart(&self) -> bool {
        match self {
            Self::Quarantined { .. } => true,
            Self::Counts | Self::Overtaken | Self::Waiting => false,
        }
    }
}

/// What a file says of its signer and its place, before anybody believes it.
pub(in crate::panel) struct Claim<'a> {
    pub(in crate::panel) place: &'a ReturnKey,
    pub(in crate::panel) kind: &'a AgencyKind,
    pub(in crate::panel) signer: Thumbprint,
    pub(in crate::panel) proof: Option<&'a EnrolmentProof>,
}

impl Facts {
    pub(in crate::panel) fn claim(&self) -> Claim<'_> {
        Claim {
            place: &self.place,
            kind: &self.kind,
            signer: self.signer,
            proof: self.proof.as_ref(),
        }
    }
}

impl Letter {
    fn agency(&self) -> &AgencyRef {
        match self {
            Self::Concern(notice) => &notice.agency,
            Self::Withdrawal(withdrawal) => &withdrawal.agency,
        }
    }

    fn case_ref(&self) -> &CaseRef {
        match self {
            Self::Concern(notice) => &notice.case_ref,
            Self::Withdrawal(withdrawal) => &withdrawal.case_ref,
        }
    }

    /// The round that it says it belongs to.
    pub fn round(&self) -> &RoundRef {
        match self {
            Self::Concern(notice) => &notice.round,
            Self::Withdrawal(withdrawal) => &withdrawal.round,
        }
    }

    fn proof(&self) -> Option<&EnrolmentProof> {
        match self {
            Self::Concern(notice) => notice.enrolment_proof.as_ref(),
            Self::Withdrawal(withdrawal) => withdrawal.enrolment_proof.as_ref(),
        }
    }

    /// The place that it says it is about.
    pub fn place(&self) -> ReturnKey {
        ReturnKey {
            case: self.case_ref().clone(),
            slot: self.agency().slot.clone(),
            agency: self.agency().id.clone(),
        }
    }

    /// What makes two notices ones of the same concern.
    fn concern(&self) -> Option<(&ReturnId, &ItemId, DateTime<Utc>)> {
        match self {
            Self::Concern(notice) => Some((&notice.return_id, &notice.concern.id, notice.at)),
            Self::Withdrawal(_) => None,
        }
    }

    pub(in crate::panel) fn withdrawn(&self) -> Option<Hash> {
        match self {
            Self::Withdrawal(withdrawal) => Some(withdrawal.payload),
            Self::Concern(_) => None,
        }
    }
}

impl LetterEntry {
    fn claim(&self) -> Claim<'_> {
        Claim {
            place: &self.place,
            kind: &self.letter.agency().kind,
            signer: self.signer,
            proof: self.letter.proof(),
        }
    }
}

impl Register {
    /// The letter in a file.
    pub fn letter(&self, file: &Hash) -> Option<&LetterEntry> {
        self.letters.get(file)
    }

    /// Every letter, in the order of their files' hashes.
    pub fn letters(&self) -> impl Iterator<Item = (&Hash, &LetterEntry)> {
        self.letters.iter()
    }

    /// Every file whose bytes belong beside the workbook.
    pub fn kept_files(&self) -> impl Iterator<Item = &Hash> {
        self.entries.keys().chain(self.letters.keys())
    }

    pub(super) fn letters_of<'a>(
        &'a self,
        place: &'a ReturnKey,
    ) -> impl Iterator<Item = (&'a Hash, &'a LetterEntry)> {
        self.letters.iter().filter(move |(_, letter)| letter.place == *place)
    }
}

impl Workbook {
    /// V-02: the file that holds the same signed letter by the same key, this one or another.
    pub(in crate::panel) fn letter_known_as(
        &self,
        file: &Hash,
        opened: &OpenedLetter,
    ) -> Option<Hash> {
        let same =
            |known: &LetterEntry| (known.payload, known.signer) == (opened.payload, opened.signer);
        let mut letters = self.register().letters();
        letters.find(|(other, known)| *other == file || same(known)).map(|(of, _)| *of)
    }

    /// What became of a letter that was just imported.
    pub(in crate::panel) fn letter_outcome(&self, file: &Hash) -> ImportOutcome {
        let Some(entry) = self.register().letter(file) else {
            return ImportOutcome::Refused(Refusal::NotOurs);
        };
        let version = match &entry.letter {
            Letter::Withdrawal(withdrawal) => Some(withdrawal.version),
            Letter::Concern(_) => None,
        };
        match (&entry.state, version) {
            (LetterState::Quarantined { because }, _) => {
                ImportOutcome::Quarantined { because: because.clone() }
            }
            (LetterState::Overtaken, _) => ImportOutcome::Overtaken,
            (LetterState::Counts | LetterState::Waiting, None) => ImportOutcome::ConcernNoted,
            (LetterState::Counts, Some(version)) => ImportOutcome::Withdrawn { version },
            (LetterState::Waiting, Some(version)) => ImportOutcome::WithdrawalWaiting { version },
        }
    }

    /// The letters of a place that are trusted: why not, for the others.
    pub(in crate::panel) fn settle_trust(&mut self, place: &ReturnKey) {
        let judged: Vec<(Hash, LetterState)> = self
            .register()
            .letters_of(place)
            .map(|(file, letter)| {
                let because = self.distrust(&letter.claim());
                let state = match because.is_empty() {
                    true => LetterState::Counts,
                    false => LetterState::Quarantined { because },
                };
                (*file, state)
            })
            .collect();
        self.set_letters(judged);
    }

    /// Withdrawals of a place that are trusted, by the payload that they take back.
    pub(in crate::panel) fn withdrawals(&self, place: &ReturnKey) -> BTreeMap<Hash, Hash> {
        let letters = self.register().letters_of(place);
        let trusted = letters
            .filter(|(file, letter)| !letter.state.is_apart() && self.kept_apart(file).is_none());
        gathered(trusted.filter_map(|(file, letter)| Some((letter.letter.withdrawn()?, *file))))
    }

    /// What each trusted letter counts for, once the returns of its place are settled.
    pub(in crate::panel) fn settle_letters(&mut self, place: &ReturnKey) {
        let state = |file: &Hash, letter: &LetterEntry| match &letter.letter {
            _ if letter.state.is_apart() => letter.state.clone(),
            Letter::Concern(_) => match self.is_overtaken(place, file, letter) {
                true => LetterState::Overtaken,
                false => LetterState::Counts,
            },
            // Kept apart for good and trusted since: it takes nothing back. The decision says why, no state does.
            Letter::Withdrawal(_) if self.kept_apart(file).is_some() => LetterState::Overtaken,
            Letter::Withdrawal(withdrawal) => self.withdrawal_state(place, &withdrawal.payload),
        };
        let settled: Vec<(Hash, LetterState)> = self
            .register()
            .letters_of(place)
            .map(|(file, letter)| (*file, state(file, letter)))
            .collect();
        self.set_letters(settled);
    }

    fn withdrawal_state(&self, place: &ReturnKey, payload: &Hash) -> LetterState {
        let files = self.files_of(place).filter(|(_, facts)| facts.payload == *payload);
        let states = files.filter_map(|(file, _)| Some(&self.register().entry(&file)?.state));
        let states: Vec<&EntryState> = states.collect();
        let withdrawn = states.iter().any(|state| matches!(state, EntryState::Withdrawn { .. }));
        let apart = states.iter().all(|state| matches!(state, EntryState::Quarantined { .. }));
        match states.is_empty() {
            true => LetterState::Waiting,
            // Of one that is kept apart too: it will not count should somebody trust it.
            false if withdrawn || apart && !self.is_corrected(place, payload) => {
                LetterState::Counts
            }
            false => LetterState::Overtaken,
        }
    }

    /// Whether a trusted version corrects one.
    fn is_corrected(&self, place: &ReturnKey, payload: &Hash) -> bool {
        let mut later = self.files_of(place).filter(|(_, facts)| facts.previous == Some(*payload));
        later.any(|(file, _)| {
            let entry = self.register().entry(&file);
            entry.is_some_and(|entry| !matches!(entry.state, EntryState::Quarantined { .. }))
        })
    }

    /// Whether a trusted notice of the same concern says something later.
    fn is_overtaken(&self, place: &ReturnKey, file: &Hash, letter: &LetterEntry) -> bool {
        let Some((return_id, item, at)) = letter.letter.concern() else { return false };
        self.register().letters_of(place).any(|(other, entry)| {
            !entry.state.is_apart()
                && entry.letter.concern().is_some_and(|(other_return, other_item, later)| {
                    (other_return, other_item) == (return_id, item) && (later, other) > (at, file)
                })
        })
    }

    fn set_letters(&mut self, states: Vec<(Hash, LetterState)>) {
        for (file, state) in states {
            if let Some(letter) = self.record.register.letters.get_mut(&file) {
                letter.state = state;
            }
        }
    }
}

#[cfg(test)]
mod tests;
