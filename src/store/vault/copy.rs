//! A draft as a file made without the program, while everything was locked.
//!
//! The plain pages (`boot/rescue.js`) know no passphrase. So they put all that it takes to
//! open a draft with it into one file of the kind `draft`: the vault's record, and the closed
//! texts as they are kept. Which invitation is the draft's own is closed too: all are there.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::{DraftCopy, DraftRecord, InvitationRecord, RecordError, Shelf};
use super::{VaultRecord, opened};
use crate::envelope::{DeviceKey, Kind, Limits, OpenError, PassphraseKey, Salt, claimed_kind};
use crate::json;

/// Where the journal of a draft is kept, before the draft's id.
pub const JOURNAL: &str = "audit.journal.";

/// A locked draft's file. Nothing in it has been opened.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LockedCopy {
    /// Text of the [`VaultRecord`].
    vault: String,
    /// Key of the draft's record.
    draft: String,
    /// The draft's record, closed.
    record: String,
    /// All invitations, by key.
    invitations: BTreeMap<String, String>,
    /// The draft's journal, if there is one.
    #[serde(default)]
    journal: Option<String>,
}

/// Why a locked draft was not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LockedCopyError {
    /// It is no such file, or the passphrase is another one.
    #[error("{}", sentence(.0))]
    File(#[from] OpenError),
    /// What was closed is damaged, or of a newer program.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The draft's invitation is not among those in the file.
    #[error("This copy does not hold the invitation that it belongs to. Open an earlier copy.")]
    NoInvitation,
}

fn sentence(error: &OpenError) -> String {
    let wording = error.wording();
    [wording.title.as_ref(), ". ", wording.advice.as_ref()].concat()
}

impl LockedCopy {
    /// Reads a file of the kind `draft` for which [`crate::envelope::open_draft`] wants a passphrase.
    pub fn read(bytes: &[u8]) -> Result<Self, LockedCopyError> {
        let limits = Limits::of(Kind::Draft).of_closed();
        match claimed_kind(bytes, &limits)? {
            Kind::Draft => {}
            found => return Err(OpenError::WrongKind { expected: vec![Kind::Draft], found }.into()),
        }
        json::from_slice(bytes)
            .map_err(|_| RecordError::Corrupt { why: "no locked draft".into() }.into())
    }

    /// Salt and rounds from which the passphrase makes its key.
    pub fn salt(&self) -> Result<Salt, LockedCopyError> {
        Ok(self.vault()?.salt()?)
    }

    /// The draft, with its last words and its invitation, as a file copy in the open would hold it.
    pub fn open(&self, by: &PassphraseKey) -> Result<DraftCopy, LockedCopyError> {
        let key = self.vault()?.open(by)?;
        let record = DraftRecord::from_text(&read(&key, Shelf::Drafts, &self.draft, &self.record))?;
        let hash = record.invitation.to_string();
        let invitation = self.invitations.get(&hash).ok_or(LockedCopyError::NoInvitation)?;
        let invitation = read(&key, Shelf::Invitations, &hash, invitation);
        let invitation = InvitationRecord::from_text(&invitation)?.file;
        let place = [JOURNAL, &self.draft].concat();
        let journal = self.journal.clone().map(|text| opened(&key, text, &place));
        let journal = journal.and_then(|text| json::from_slice(text.as_bytes()).ok());
        let whole = DraftCopy { journal, ..DraftCopy::of(record, invitation.clone()) };
        Ok(DraftCopy::of(whole.recovered(), invitation))
    }

    fn vault(&self) -> Result<VaultRecord, RecordError> {
        VaultRecord::from_text(&self.vault)
    }
}

fn read(key: &DeviceKey, shelf: Shelf, name: &str, text: &str) -> String {
    opened(key, text.to_owned(), &shelf.place(name))
}
