//! The round's keys: whether a copy of them is proved, and who else can open what is sealed.
//!
//! Two keys are made once, when a round is set up: one signs, one opens. Setting up
//! has not ended before a file with both was opened again, because a key that is
//! lost cannot be made again: what is sealed to it stays closed for good.
//!
//! Not here: the keys themselves ([`crate::store::RoundKeys`]).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::log::{Event, Stamp};
use super::records::given;
use super::workbook::{Workbook, WorkbookRecord};
use crate::envelope::{Hash, MOST_RECIPIENTS, SealingKey, Thumbprint};
use crate::round::{KeyHolder, SealPolicy};

/// A file with the round's keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeyBackup {
    /// SHA-256 of the file.
    pub file: Hash,
    /// It was opened again, and the keys in it are the round's; else it was only written.
    pub proved: bool,
    /// Who and when.
    pub stamp: Stamp,
}

/// Whether the round's keys are anywhere but in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupStanding {
    /// No file with them was ever written.
    NotSaved,
    /// One was written, and nobody has seen that it opens.
    Saved(DateTime<Utc>),
    /// One was opened again, last then.
    Proved(DateTime<Utc>),
}

/// Why no invitation can be written yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "nobody has seen that a copy of the round’s keys opens: save one and open it again before you invite auditors"
)]
pub struct NotProved;

/// Why nobody was added or removed. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeputyError {
    /// Returns of this round are not sealed.
    #[error("returns of this round are not sealed, so nobody needs a key to open them")]
    NotSealed,
    /// No role is given.
    #[error("enter the role of the deputy")]
    NoRole,
    /// Returns are sealed to this key already.
    #[error("returns are sealed to this key already")]
    AlreadyThere,
    /// More than a sealed file can name.
    #[error("returns can be sealed to no more people")]
    TooMany,
    /// Nobody else has this key.
    #[error("returns are sealed to no such deputy")]
    NoSuchDeputy,
    /// No reason was written.
    #[error("say why")]
    NoReason,
}

impl Workbook {
    /// Notes that a file with the round's keys was written.
    pub fn note_backup(&mut self, file: Hash, stamp: &Stamp) {
        self.record.log.add(stamp, Event::KeysSaved { file });
        self.record.panel.key_backups.push(KeyBackup { file, proved: false, stamp: stamp.clone() });
    }

    /// Notes that a file with the round's keys was opened again.
    pub fn note_proof(&mut self, file: Hash, stamp: &Stamp) {
        self.record.log.add(stamp, Event::KeysProved { file });
        self.record.panel.key_backups.push(KeyBackup { file, proved: true, stamp: stamp.clone() });
    }

    /// Whether the round's keys are anywhere but here. The keys never change, so one proof holds.
    pub fn backup_standing(&self) -> BackupStanding {
        let last = |proved: bool| {
            let mut backups = self.record.panel.key_backups.iter().rev();
            backups.find(|one| one.proved == proved).map(|one| one.stamp.at)
        };
        match (last(true), last(false)) {
            (Some(at), _) => BackupStanding::Proved(at),
            (None, Some(at)) => BackupStanding::Saved(at),
            (None, None) => BackupStanding::NotSaved,
        }
    }

    /// Whether invitations may be written: setting up ends with a copy of the keys that was seen to open.
    ///
    /// Whoever practises has nothing to lose.
    pub fn may_invite(&self) -> Result<(), NotProved> {
        match self.backup_standing() {
            BackupStanding::Proved(_) => Ok(()),
            _ if self.plan().round.practice => Ok(()),
            BackupStanding::NotSaved | BackupStanding::Saved(_) => Err(NotProved),
        }
    }

    /// Notes that the round was opened from a file in another browser (edge case 60).
    ///
    /// `signer` is who signed the file, where that was not the round's own key.
    pub fn note_carried_on(
        &mut self,
        files: usize,
        missing: usize,
        keys: bool,
        signer: Option<Thumbprint>,
        stamp: &Stamp,
    ) {
        self.record.log.add(stamp, Event::CarriedOn { files, missing, keys, signer });
    }

    /// Whether a record that was saved before is all that is recorded now: since then nothing was but that the
    /// round's keys were saved or proved, which is noted only once the file is written.
    pub fn is_all_in(&self, saved: &WorkbookRecord) -> bool {
        let count = saved.log.entries().len();
        let Some(log) = self.record.log.before_notes_of_keys(count) else { return false };
        let mut now = self.record.clone();
        now.log = log;
        now.panel.key_backups.truncate(saved.panel.key_backups.len());
        let written = |record: &WorkbookRecord| crate::json::to_string(record).ok();
        written(&now).is_some_and(|now| written(saved) == Some(now))
    }

    /// Everyone to whom returns are sealed, whoever set the round up first; nobody where they are not.
    pub fn key_holders(&self) -> &[KeyHolder] {
        self.plan().round.policy.seal.holders().unwrap_or_default()
    }

    /// Seals returns to a deputy too: those that answer invitations written from now on.
    pub fn add_deputy(
        &mut self,
        role: &str,
        key: SealingKey,
        stamp: &Stamp,
    ) -> Result<(), DeputyError> {
        let role = role.trim().to_owned();
        let SealPolicy::To(holders) = &mut self.record.plan.round.policy.seal else {
            return Err(DeputyError::NotSealed);
        };
        if role.is_empty() {
            return Err(DeputyError::NoRole);
        }
        if holders.iter().any(|holder| holder.key == key) {
            return Err(DeputyError::AlreadyThere);
        }
        if holders.len() >= MOST_RECIPIENTS {
            return Err(DeputyError::TooMany);
        }
        holders.push(KeyHolder { role: role.clone(), key });
        self.record.log.add(stamp, Event::DeputyAdded { role, key: key.thumbprint() });
        Ok(())
    }

    /// Seals returns no longer to a deputy. What was sealed to them before they can still open.
    pub fn remove_deputy(
        &mut self,
        key: &Thumbprint,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), DeputyError> {
        let reason = given(reason).ok_or(DeputyError::NoReason)?;
        let SealPolicy::To(holders) = &mut self.record.plan.round.policy.seal else {
            return Err(DeputyError::NotSealed);
        };
        // The first is whoever set the round up.
        let deputies = holders.iter().skip(1);
        let at = deputies.clone().position(|holder| holder.key.thumbprint() == *key);
        let at = at.ok_or(DeputyError::NoSuchDeputy)?;
        let role = holders.remove(at + 1).role;
        self.record.log.add(stamp, Event::DeputyRemoved { role, reason });
        Ok(())
    }
}

#[cfg(test)]
mod tests;
