//! N-01: of what an auditor's program keeps in the same browser, that of one round.
//!
//! What a passphrase closes is known by its key alone: a draft stands under the id that its return
//! bears, an invitation under the hash of its file, and what was set aside says where it came from.

use std::collections::BTreeSet;

use super::{DraftRecord, Entry, InvitationRecord, SetAside, Shelf};
use crate::envelope::{Hash, Kind, Limits, is_closed, open};
use crate::id::{ReturnId, RoundId};
use crate::panel::Workbook;
use crate::round::Invitation;

/// By what records of a round are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRound {
    /// The round.
    pub id: RoundId,
    /// Ids of returns that came in.
    pub returns: BTreeSet<ReturnId>,
    /// Hashes of the invitations that were written to files.
    pub invitations: BTreeSet<Hash>,
}

/// What there is of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfRound {
    /// Drafts, in the bin too, whether closed or not.
    pub drafts: Vec<ReturnId>,
    /// Keys of invitations.
    pub invitations: Vec<String>,
    /// Keys of damaged records of the round itself, or of these drafts.
    pub set_aside: Vec<String>,
    /// Drafts that a passphrase closes and that nothing tells of which round they are.
    pub closed: usize,
}

impl KnownRound {
    /// A round whose workbook can be read.
    pub fn of(workbook: &Workbook) -> Self {
        let facts = workbook.register().entries().filter_map(|(_, entry)| entry.facts.as_ref());
        Self {
            id: workbook.plan().round.id.clone(),
            returns: facts.map(|facts| facts.return_id.clone()).collect(),
            invitations: workbook.invitations().iter().map(|one| one.file).collect(),
        }
    }

    /// One of which nothing but its id is known.
    pub fn by_id(id: RoundId) -> Self {
        Self { id, returns: BTreeSet::new(), invitations: BTreeSet::new() }
    }

    fn has_draft(&self, entry: &Entry) -> Draft {
        if is_closed(&entry.text) {
            return match ReturnId::new(entry.key.as_str()) {
                Ok(id) if self.returns.contains(&id) => Draft::Own(id),
                _ => Draft::Closed,
            };
        }
        match DraftRecord::from_text(&entry.text) {
            Ok(record) if record.draft.round.id == self.id => Draft::Own(record.draft_id),
            _ => Draft::Other,
        }
    }

    fn has_invitation(&self, entry: &Entry) -> bool {
        if is_closed(&entry.text) {
            return entry.key.parse().is_ok_and(|hash: Hash| self.invitations.contains(&hash));
        }
        invites_to(&entry.text).is_some_and(|id| id == self.id)
    }
}

enum Draft {
    Own(ReturnId),
    Closed,
    Other,
}

impl OfRound {
    /// N-01: sorts what stands on the shelves.
    pub fn among(
        round: &KnownRound,
        drafts: &[Entry],
        invitations: &[Entry],
        set_aside: &[Entry],
    ) -> Self {
        let (mut own, mut closed) = (Vec::new(), 0);
        for entry in drafts {
            match round.has_draft(entry) {
                Draft::Own(id) => own.push(id),
                Draft::Closed => closed += 1,
                Draft::Other => {}
            }
        }
        let invitations = invitations.iter().filter(|entry| round.has_invitation(entry));
        let origins: Vec<String> = own
            .iter()
            .map(|id| Shelf::Drafts.place(id.as_str()))
            .chain([Shelf::Workbooks.place(round.id.as_str())])
            .collect();
        Self {
            invitations: invitations.map(|entry| entry.key.clone()).collect(),
            set_aside: keys_of(set_aside, &origins),
            drafts: own,
            closed,
        }
    }
}

fn invites_to(text: &str) -> Option<RoundId> {
    let record = InvitationRecord::from_text(text).ok()?;
    let limits = Limits::of(Kind::Invitation);
    let opened = open(record.file.as_bytes(), &[Kind::Invitation], &limits).ok()?;
    opened.parse::<Invitation>().ok().map(|invitation| invitation.round.id)
}

fn keys_of(set_aside: &[Entry], origins: &[String]) -> Vec<String> {
    let is_of = |entry: &&Entry| {
        let from = SetAside::origin(&entry.key);
        from.is_some_and(|from| origins.iter().any(|origin| origin == from))
    };
    set_aside.iter().filter(is_of).map(|entry| entry.key.clone()).collect()
}

#[cfg(test)]
#[path = "of_round_tests.rs"]
mod tests;
