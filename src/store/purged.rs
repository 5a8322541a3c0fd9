//! What is left in a browser of a round whose working papers were destroyed (N-01).
//!
//! Stands where the round's record stood, under the same key, over its last revision: a window that
//! still has the round open can then not write it back, and an older program leaves it alone, for
//! its schema is newer than that of a [`RoundRecord`].

use serde::{Deserialize, Serialize};

use super::draft::{RecordError, read};
use super::{DraftRecord, Entry, InvitationRecord, RoundRecord, SetAside, Shelf};
use crate::envelope::{Hash, Kind, Limits, open};
use crate::id::{ReturnId, RoundId};
use crate::panel::retention::Certificate;
use crate::round::Invitation;

/// The certificate, and what was cleared for publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurgedRecord {
    /// See [`PurgedRecord::SCHEMA`].
    pub schema: u32,
    /// What was kept and what destroyed.
    pub certificate: Certificate,
    /// Documents as web pages, as they were published.
    pub pages: Vec<KeptText>,
    /// Files of the anonymous dataset; none where it was not cleared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dataset: Vec<KeptText>,
}

/// A text that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptText {
    /// Kind of document, or the name of the file.
    pub name: String,
    /// Id of the document's snapshot; `None` for a file of the dataset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Hash>,
    /// The text.
    pub text: String,
}

/// What stands under a round's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptRound {
    /// The round.
    Open(Box<RoundRecord>),
    /// What is left of it.
    Purged(Box<PurgedRecord>),
}

impl PurgedRecord {
    /// Newest schema that this program writes and reads. The shelf is shared with [`RoundRecord`], so it
    /// is counted on from there.
    pub const SCHEMA: u32 = RoundRecord::SCHEMA + 1;

    /// A record to be stored.
    pub fn of(certificate: Certificate, pages: Vec<KeptText>, dataset: Vec<KeptText>) -> Self {
        Self { schema: Self::SCHEMA, certificate, pages, dataset }
    }

    /// Reads a record; never guesses.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).expect("texts, numbers and lists can be written")
    }
}

impl KeptRound {
    /// Reads what stands under a round's key.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        match RoundRecord::from_text(text) {
            Err(RecordError::Newer { found: PurgedRecord::SCHEMA }) => {
                PurgedRecord::from_text(text).map(|record| Self::Purged(Box::new(record)))
            }
            read => read.map(|record| Self::Open(Box::new(record))),
        }
    }
}

/// N-01: of what an auditor's program keeps in the same browser, that of one round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfRound {
    /// Drafts, in the bin too.
    pub drafts: Vec<ReturnId>,
    /// Keys of invitations.
    pub invitations: Vec<String>,
    /// Keys of damaged records of the round itself, or of these drafts.
    pub set_aside: Vec<String>,
    /// Drafts that cannot be read, because a passphrase closes them.
    pub closed: usize,
}

impl OfRound {
    /// Sorts what stands on the shelves; `is_closed` says that a passphrase is set.
    pub fn among(
        round: &RoundId,
        drafts: &[Entry],
        invitations: &[Entry],
        set_aside: &[Entry],
        is_closed: bool,
    ) -> Self {
        if is_closed {
            return Self {
                closed: drafts.len(),
                set_aside: keys_of(set_aside, &[Shelf::Workbooks.place(round.as_str())]),
                ..Self::default()
            };
        }
        let drafts: Vec<ReturnId> = drafts
            .iter()
            .filter_map(|entry| DraftRecord::from_text(&entry.text).ok())
            .filter(|record| record.draft.round.id == *round)
            .map(|record| record.draft_id)
            .collect();
        let invitation = |entry: &&Entry| invites_to(&entry.text).is_some_and(|id| id == *round);
        let invitations =
            invitations.iter().filter(invitation).map(|entry| entry.key.clone()).collect();
        let origins: Vec<String> = drafts
            .iter()
            .map(|id| Shelf::Drafts.place(id.as_str()))
            .chain([Shelf::Workbooks.place(round.as_str())])
            .collect();
        Self { set_aside: keys_of(set_aside, &origins), drafts, invitations, closed: 0 }
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
        let aside: Option<SetAside> = crate::json::from_slice(entry.text.as_bytes()).ok();
        aside.is_some_and(|aside| origins.contains(&aside.from))
    };
    set_aside.iter().filter(is_of).map(|entry| entry.key.clone()).collect()
}

#[cfg(test)]
#[path = "purged_tests.rs"]
mod tests;
