//! Invitations while a round runs: written, revoked and written anew, for further cases and for places added later.
//!
//! An invitation is known by the secret of its place. To revoke it is to give the
//! place a new secret: whatever shows the old one is kept apart, with its own
//! words (V-06), and the invitation that is written next is the only one that
//! counts.

mod add;
mod revoke;
mod shown;
mod standing;

use serde::{Deserialize, Serialize};

pub(in crate::panel) use shown::shown;
pub use standing::{InvitationStanding, WhyAgain};

use super::log::{Event, Stamp};
use super::workbook::Workbook;
use crate::envelope::{EnrolmentSecret, Hash};
use crate::id::{CaseRef, SlotId};
use crate::round::Invitation;

/// An invitation that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssuedInvitation {
    /// Whose.
    pub slot: SlotId,
    /// SHA-256 of the file.
    pub file: Hash,
    /// Who and when.
    pub stamp: Stamp,
}

/// An invitation that counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revocation {
    /// Whose it was.
    pub slot: SlotId,
    /// The secret that it held, by which its returns are still known.
    pub secret: EnrolmentSecret,
    /// Why. Never blank.
    pub reason: String,
    /// Who and when.
    pub stamp: Stamp,
}

/// Why nothing about an invitation was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// The round has no such place.
    #[error("the round has no such place")]
    UnknownSlot,
    /// No reason was written.
    #[error("say why")]
    NoReason,
    /// Nothing went out that could be revoked.
    #[error("this invitation has not been downloaded yet, so there is nothing to revoke")]
    NeverIssued,
    /// The agency has no name.
    #[error("enter the name of the agency")]
    NoName,
    /// The tool knows no such kind of agency.
    #[error("select what kind of agency it is")]
    UnknownKind,
    /// Nothing tells the place from another one of the same agency.
    #[error("this agency has such a place already: give the new one a service or team of its own")]
    SamePlace,
    /// It would be asked about nothing.
    #[error("select at least one case")]
    NoCases,
    /// The round has no such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// A return for it is here.
    #[error("a return about {0} is here, so the auditor cannot be no longer asked about it")]
    ReturnHere(String),
    /// It is what is asked already.
    #[error("this is what the auditor is asked already")]
    NothingChanged,
}

impl Workbook {
    /// Invitations written so far, oldest first.
    pub fn invitations(&self) -> &[IssuedInvitation] {
        &self.record.invitations
    }

    /// The invitation of a slot, to be signed with the round's key.
    pub fn invitation(&self, slot: &SlotId) -> Option<Invitation> {
        Invitation::of(self.plan(), slot)
    }

    /// Notes that a slot's invitation was written to a file.
    pub fn note_invitation(&mut self, slot: &SlotId, file: Hash, stamp: &Stamp) {
        let (slot, stamp) = (slot.clone(), stamp.clone());
        self.record.log.add(&stamp, Event::InvitationIssued { slot: slot.clone(), file });
        self.record.invitations.push(IssuedInvitation { slot, file, stamp });
    }

    /// Invitations of a slot that count no more, oldest first.
    pub fn revocations<'a>(&'a self, slot: &'a SlotId) -> impl Iterator<Item = &'a Revocation> {
        self.record.panel.revocations.iter().filter(move |one| one.slot == *slot)
    }

    /// Cases about which a slot is asked, as the round labels them.
    fn label_of(&self, case: &CaseRef) -> String {
        self.plan().case(case).map_or_else(|| case.to_string(), |case| case.label.clone())
    }
}

#[cfg(test)]
mod tests;
