//! The certificate of a round whose record could not be read: what of it was destroyed, and that nobody could see into it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::certificate::{Destroyed, Elsewhere, Matter, PurgeDecision, beside};
use super::rules::{PurgeError, n01_typed};
use crate::envelope::{FormatVersion, Hash};
use crate::id::RoundId;
use crate::panel::records::given;

/// What a person types before a record that cannot be read is destroyed: its title is not known.
pub const UNREAD_WORD: &str = "destroy";

/// What stays of a round whose record was damaged and destroyed. Holds nothing of any child or worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadCertificate {
    /// Of this record.
    pub format_version: FormatVersion<1>,
    /// Which round: its id is the name under which the record stood.
    pub round: RoundId,
    /// When it was done, by this computer's clock.
    pub at: DateTime<Utc>,
    /// Role of whoever decided; never a name.
    pub by: String,
    /// Why. Never blank: nobody could see whether the day had come.
    pub reason: String,
    /// Size of the record, in bytes.
    pub size: usize,
    /// SHA-256 of the record, by which a copy that turns up later can be told.
    pub digest: Hash,
    /// Where reading it stopped; holds nothing of its text.
    pub fault: String,
    /// What was destroyed.
    pub destroyed: Vec<Destroyed>,
    /// Drafts in this browser that a passphrase closes, so that nobody could see of which round they are.
    pub closed_drafts: usize,
}

/// A record that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The name under which it stands.
    pub round: RoundId,
    /// As it was found.
    pub text: String,
    /// Where reading stops; holds nothing of the text.
    pub fault: String,
}

/// N-01: the certificate of a record that cannot be read and is to be destroyed by this decision, or
/// why it is not.
pub fn n01_unread_certificate(
    unread: &Unread,
    elsewhere: &Elsewhere,
    decision: &PurgeDecision,
    now: DateTime<Utc>,
) -> Result<UnreadCertificate, PurgeError> {
    let by = given(&decision.by).ok_or(PurgeError::NoRole)?;
    let reason = given(&decision.reason).ok_or(PurgeError::NoReasonForUnread)?;
    if !n01_typed(UNREAD_WORD, &decision.typed) {
        return Err(PurgeError::OtherWord);
    }
    let digest = Hash::of(unread.text.as_bytes());
    let record = Destroyed { what: Matter::UnreadRecord, count: 1, digest: Some(digest) };
    let beside = beside(elsewhere).into_iter().filter(|one| one.count > 0);
    Ok(UnreadCertificate {
        format_version: FormatVersion,
        round: unread.round.clone(),
        at: now,
        by,
        reason,
        size: unread.text.len(),
        digest,
        fault: unread.fault.clone(),
        destroyed: std::iter::once(record).chain(beside).collect(),
        closed_drafts: elsewhere.closed_drafts,
    })
}
