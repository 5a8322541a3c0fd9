//! What only a person can decide about imported files. Each decision has a reason, and is logged.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Entry, EntryState, Facts, QuarantineReason, Register, ReturnKey};
use crate::envelope::{Hash, Thumbprint};
use crate::id::SlotId;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;

/// Whether a key may sign for a slot although it shows no proof of invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignerDecision {
    /// The key.
    pub signer: Thumbprint,
    /// The slot; trust in a key never reaches further than one slot.
    pub slot: SlotId,
    /// What was decided.
    pub trust: Trust,
    /// How the panel knows, such as "fingerprint read back by telephone".
    pub reason: String,
    /// Who and when.
    pub stamp: Stamp,
}

/// What was decided about a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// It may sign for the slot.
    Trusted,
    /// It may not; its files stay apart.
    Refused,
}

/// A choice between versions, or of one whose predecessor never came (V-03).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// The place that they are for.
    pub place: ReturnKey,
    /// The file that counts.
    pub chosen: Hash,
    /// Files set aside by it.
    pub over: BTreeSet<Hash>,
    /// Why.
    pub reason: String,
    /// Who and when.
    pub stamp: Stamp,
}

/// Why a decision was not taken. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecisionError {
    /// No reason was given.
    #[error("say why you decided this")]
    NoReason,
    /// The file is not in the register.
    #[error("this file is no longer in the register")]
    UnknownFile,
    /// The file is not waiting for this decision.
    #[error("there is nothing to decide about this file any more")]
    NothingToDecide,
    /// More time was to be granted, up to a day that is in time anyhow.
    #[error("the later date must be after the date by which returns are due")]
    NotLater,
    /// The round has no such slot.
    #[error("the round has no such place")]
    UnknownSlot,
    /// The round has no such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// The round or its tool would be exchanged, which agencies have been sent (K-01).
    #[error("a round keeps its tool: make a new round for another one")]
    ToolIssued,
    /// There was no such import, or it was taken back already.
    #[error("there is no such import to take back")]
    UnknownImport,
}

/// All choices about one place, taken together.
#[derive(Debug, Default)]
pub(in crate::panel) struct Decisions {
    /// Files that stand without their predecessor.
    pub(in crate::panel) chosen: BTreeSet<Hash>,
    /// Files that do not count.
    pub(in crate::panel) aside: BTreeSet<Hash>,
}

impl Decisions {
    /// The choices about `place`; a later one overrides an earlier one. One whose chosen file is not among those
    /// `here`, because its import was taken back or nobody trusts it any more, sets nothing aside. Whoever chooses a
    /// file chooses every other one with the very same work (`is_same`), which is not set aside by it.
    pub(in crate::panel) fn about(
        register: &Register,
        place: &ReturnKey,
        here: &BTreeSet<Hash>,
        is_same: impl Fn(&Hash, &Hash) -> bool,
    ) -> Self {
        let mut all = Self::default();
        let choices = register.choices.iter().filter(|choice| choice.place == *place);
        for choice in choices.filter(|choice| here.contains(&choice.chosen)) {
            all.aside.extend(choice.over.iter().copied());
            all.aside.retain(|other| !is_same(other, &choice.chosen));
            all.chosen.insert(choice.chosen);
        }
        all
    }

    /// What was decided on a file holds for another with the very same work, which may stand for it.
    pub(in crate::panel) fn hold_for_same_work(
        &mut self,
        file: Hash,
        is_same: impl Fn(&Hash) -> bool,
    ) {
        if self.chosen.iter().any(&is_same) {
            self.chosen.insert(file);
        }
        if self.aside.iter().any(&is_same) {
            self.aside.insert(file);
        }
    }
}

impl Workbook {
    /// Lets a key sign for one slot although it shows no proof of invitation (V-06).
    ///
    /// Returns the files whose state changed.
    pub fn trust_signer(
        &mut self,
        signer: Thumbprint,
        slot: &SlotId,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        self.decide_on_signer(signer, slot, Trust::Trusted, reason, stamp)
    }

    /// Keeps the files of a key for one slot apart for good, and says why.
    ///
    /// Returns the files whose state changed, where the key was trusted before.
    pub fn refuse_signer(
        &mut self,
        signer: Thumbprint,
        slot: &SlotId,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        self.decide_on_signer(signer, slot, Trust::Refused, reason, stamp)
    }

    fn decide_on_signer(
        &mut self,
        signer: Thumbprint,
        slot: &SlotId,
        trust: Trust,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        let reason = given(reason).ok_or(DecisionError::NoReason)?;
        self.plan().slot(slot).ok_or(DecisionError::UnknownSlot)?;
        let (slot, stamp) = (slot.clone(), stamp.clone());
        let event = match trust {
            Trust::Trusted => {
                Event::SignerTrusted { signer, slot: slot.clone(), reason: reason.clone() }
            }
            Trust::Refused => {
                Event::SignerRefused { signer, slot: slot.clone(), reason: reason.clone() }
            }
        };
        self.record.log.add(&stamp, event);
        let concerns = |place: &ReturnKey| place.slot == slot;
        let places = self.places(concerns);
        let decision = SignerDecision { signer, slot, trust, reason, stamp: stamp.clone() };
        self.record.register.signers.push(decision);
        Ok(self.resettle(&places, &stamp))
    }

    /// The reason of a decision about a return, and the return's entry with its facts.
    fn to_decide(
        &self,
        file: &Hash,
        reason: &str,
    ) -> Result<(String, &Entry, &Facts), DecisionError> {
        let reason = given(reason).ok_or(DecisionError::NoReason)?;
        let entry = self.register().entry(file).ok_or(DecisionError::UnknownFile)?;
        let facts = entry.facts.as_ref().ok_or(DecisionError::NothingToDecide)?;
        Ok((reason, entry, facts))
    }

    /// Chooses one of several versions, one whose predecessor never came, one that an earlier choice set aside (V-03),
    /// or one that was kept apart for good.
    ///
    /// Every other version of the place that is neither its predecessor nor its
    /// successor is set aside. Returns the files whose state changed.
    pub fn choose_version(
        &mut self,
        file: &Hash,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        let (reason, entry, facts) = self.to_decide(file, reason)?;
        match entry.state {
            EntryState::Conflict | EntryState::Held { .. } | EntryState::SetAside => {}
            EntryState::Current
            | EntryState::Superseded { .. }
            | EntryState::Withdrawn { .. }
            | EntryState::Quarantined { .. } => return Err(DecisionError::NothingToDecide),
        }
        let place = facts.place.clone();
        let over = self.rivals(file, &place);
        let (chosen, stamp) = (*file, stamp.clone());
        let event =
            Event::VersionChosen { place: place.clone(), file: chosen, reason: reason.clone() };
        self.record.log.add(&stamp, event);
        let choice = Choice { place: place.clone(), chosen, over, reason, stamp: stamp.clone() };
        self.record.register.choices.push(choice);
        self.lift_keeping_apart(&chosen);
        Ok(self.resettle(&[place], &stamp))
    }

    /// Accepts a return although it breaks rules, which then stand in it as they are.
    ///
    /// Returns the files whose state changed.
    pub fn accept_content(
        &mut self,
        file: &Hash,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        let (reason, entry, facts) = self.to_decide(file, reason)?;
        if !quarantined_for_rules(&entry.state) {
            return Err(DecisionError::NothingToDecide);
        }
        let place = facts.place.clone();
        self.record.log.add(stamp, Event::ContentAccepted { file: *file, reason: reason.clone() });
        self.record.register.accepted.insert(*file, reason);
        self.lift_keeping_apart(file);
        Ok(self.resettle(&[place], stamp))
    }
}

fn quarantined_for_rules(state: &EntryState) -> bool {
    match state {
        EntryState::Quarantined { because } => {
            because.iter().any(|reason| matches!(reason, QuarantineReason::BreaksRules { .. }))
        }
        EntryState::Current
        | EntryState::Superseded { .. }
        | EntryState::SetAside
        | EntryState::Withdrawn { .. }
        | EntryState::Held { .. }
        | EntryState::Conflict => false,
    }
}
