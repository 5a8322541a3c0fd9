//! A draft that is open: every edit goes in here, and what must be written comes out.
//!
//! Pure. The driver ([`crate::browser`]) writes the journal after each edit, polls
//! when [`Session::wake_at`] says so, performs the write that comes out, and
//! reports how it went.

use chrono::{DateTime, Utc};

use super::autosave::{Attempt, Autosave, Millis, SaveLine, SaveState};
use super::written::Written;
use super::{
    Change, DraftRecord, Entry, FileCopy, Journal, JournalText, Keeper, Over, Replay, Shelf,
    SignedNotice, SignedVersion, SignedWithdrawal, Stamp, StoreError, Write,
};
use crate::audit_return::Return;
use crate::envelope::TextSalt;

/// An open draft.
#[derive(Debug)]
pub struct Session {
    record: DraftRecord,
    name: String,
    committed: u64,
    journal: Journal,
    autosave: Autosave,
    keeper: Keeper,
    written: Written,
}

/// A draft just opened, with what its journal held.
#[derive(Debug)]
pub struct Opened {
    /// The draft, with every change recovered.
    pub session: Session,
    /// How many changes came from the journal.
    pub recovered: usize,
    /// Changes made elsewhere on an older revision: keep them as a conflict copy.
    pub conflict: Vec<Change>,
    /// Lines of the journal that could not be read: set them aside.
    pub unread: Vec<String>,
}

/// A write to perform now.
#[derive(Debug)]
pub struct Commit {
    /// To report with the outcome.
    pub attempt: Attempt,
    /// What to write.
    pub write: Write,
}

impl Session {
    /// Opens a draft. `name` is fresh random text; `journal` is what was stored for this draft.
    pub fn open(
        record: DraftRecord,
        journal: Option<&JournalText>,
        name: String,
        now: Millis,
    ) -> Opened {
        let (replay, unread) =
            journal.map_or((Replay::Nothing, Vec::new()), |journal| journal.replay(&record));
        let (recovered, conflict) = match replay {
            Replay::Nothing => (Vec::new(), Vec::new()),
            Replay::Changes(changes) => (changes, Vec::new()),
            Replay::Conflict(changes) => (Vec::new(), changes),
        };
        let mut session = Self {
            journal: Journal::after(&record, &name),
            autosave: Autosave::new(record.saved_at),
            committed: record.revision,
            name,
            record,
            keeper: Keeper::Device,
            written: Written::default(),
        };
        let count = recovered.len();
        recovered.into_iter().for_each(|change| session.edit(change, now));
        if session.record.revision == 0 {
            session.autosave.edited(now);
        }
        session.autosave.hurry(now);
        Opened { session, recovered: count, conflict, unread }
    }

    /// Says that this window's memory is all that keeps the draft.
    pub fn keep_in_window(&mut self) {
        self.keeper = Keeper::Window;
    }

    /// The return as it stands, unsaved changes included.
    pub fn draft(&self) -> &Return {
        &self.record.draft
    }

    /// The record as it stands.
    pub fn record(&self) -> &DraftRecord {
        &self.record
    }

    /// Makes a change. The journal is to be written at once.
    pub fn edit(&mut self, change: Change, now: Millis) {
        let change = change.seen_only();
        self.record.apply(&change);
        self.journal.push(change);
        self.autosave.edited(now);
    }

    /// A copy was saved as a file.
    pub fn copied_to_file(&mut self, at: DateTime<Utc>, now: Millis) {
        self.record.last_file_copy = Some(FileCopy { at, last_change: self.journal.last() });
        self.save_soon(now);
    }

    /// The return was signed.
    pub fn signed(&mut self, version: SignedVersion, now: Millis) {
        self.record.signed.push(version);
        self.save_soon(now);
    }

    /// The version last signed was taken back.
    pub fn withdrew(&mut self, withdrawal: SignedWithdrawal, now: Millis) {
        self.record.withdrawals.push(withdrawal);
        self.save_soon(now);
    }

    /// The notice of an immediate concern was signed.
    pub fn noticed(&mut self, notice: SignedNotice, now: Millis) {
        self.record.notices.push(notice);
        self.save_soon(now);
    }

    /// Gives the draft its salt, where it has none; `fresh` is random. Whether it had none.
    pub fn give_salt(&mut self, fresh: TextSalt, now: Millis) -> bool {
        let had_none = self.record.salt.is_none();
        if had_none {
            self.record.salt = Some(fresh);
            self.save_soon(now);
        }
        had_none
    }

    /// Begins the version that corrects the last one signed (V-01, V-03). Whether there was one.
    pub fn begin_correction(&mut self, now: Millis) -> bool {
        let begun = self.record.correct_last_signed();
        if begun {
            self.save_soon(now);
        }
        begun
    }

    /// The page is about to be left, a field was left, or the person asks: what is unsaved is due by then.
    pub fn hurry(&mut self, by: Millis) {
        self.autosave.hurry(by);
    }

    fn save_soon(&mut self, now: Millis) {
        self.autosave.edited(now);
        self.autosave.hurry(now);
    }

    /// The write to perform now, if any. `wall` is the time that the record will bear.
    pub fn poll(&mut self, now: Millis, wall: DateTime<Utc>) -> Option<Commit> {
        let attempt = self.autosave.poll(now)?;
        let record = &mut self.record;
        // Above every revision tried before, so that a late answer to an attempt given up
        // cannot pass for this one.
        record.revision += 1;
        record.session.clone_from(&self.name);
        record.last_change = self.journal.last();
        record.saved_at = wall;
        record.note_uncopied(wall);
        let entry = Entry {
            key: record.draft_id.to_string(),
            stamp: Stamp { revision: record.revision, session: self.name.clone() },
            text: self.written.text_of(record),
        };
        let over = Over::Revision(self.committed);
        Some(Commit { attempt, write: Write::Put { shelf: Shelf::Drafts, entry, over } })
    }

    /// The write is complete. The journal is to be written again, or deleted where it is empty.
    pub fn committed(&mut self, attempt: Attempt) {
        if self.autosave.committed(attempt, self.record.saved_at) {
            self.committed = self.record.revision;
            self.journal.forget_what_is_in(&self.record);
        }
    }

    /// The write failed.
    pub fn failed(&mut self, attempt: Attempt, error: StoreError, now: Millis) {
        self.autosave.failed(attempt, error, now);
    }

    /// The journal to store; `None` where the record holds everything.
    pub fn journal(&self) -> Option<JournalText> {
        (!self.journal.is_empty()).then(|| self.journal.to_text())
    }

    /// When to poll again, if nothing happens before.
    pub fn wake_at(&self, now: Millis) -> Option<Millis> {
        self.autosave.wake_at(now)
    }

    /// Where the work stands, to the letter.
    pub fn state(&self) -> SaveState {
        self.autosave.state()
    }

    /// What the save line shows.
    pub fn line(&self, now: Millis) -> SaveLine {
        match (self.keeper, self.record.last_file_copy) {
            (Keeper::Device, _) => self.autosave.line(now),
            (Keeper::Window, Some(copy)) if !self.leaving_loses() => {
                SaveLine::InFile { at: copy.at }
            }
            (Keeper::Window, _) => SaveLine::OnlyHere,
        }
    }

    /// Whether closing the window now would lose words for good.
    pub fn leaving_loses(&self) -> bool {
        match self.keeper {
            Keeper::Device => self.is_dirty(),
            Keeper::Window => {
                self.journal.last() > self.record.last_file_copy.map_or(0, |copy| copy.last_change)
            }
        }
    }

    /// Whether the person is to be reminded of the file copy now.
    pub fn copy_is_due(&self, now: DateTime<Utc>) -> bool {
        self.keeper == Keeper::Device && self.record.copy_is_due(now)
    }

    /// Whether leaving now would leave something out of the record.
    pub fn is_dirty(&self) -> bool {
        self.autosave.is_dirty()
    }
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
