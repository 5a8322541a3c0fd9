//! When to save: a throttle that typing cannot put off, and a truthful word on it.
//!
//! Pure: the driver passes in the time, starts what [`Autosave::poll`] asks for,
//! and reports how it went. Times are milliseconds of a clock that never jumps,
//! since the wall clock may be set back by an hour in mid-sentence; it serves
//! only for "Saved at 14:03".

use chrono::{DateTime, Utc};

use super::StoreError;

/// Milliseconds of a clock that only goes forward, from any start.
pub type Millis = u64;

/// From the first unsaved change until a commit is due; the driver may take a tenth of a second more to find
/// a moment at which nobody types, so that it starts within half a second.
pub const THROTTLE: Millis = 400;
/// How long a commit may take before it counts as failed.
pub const PATIENCE: Millis = 10_000;
/// Unsaved work older than this shows as "Saving…".
pub const SHOW_SAVING_AFTER: Millis = 1_000;
const FIRST_RETRY: Millis = 1_000;
const LAST_RETRY: Millis = 30_000;

/// Names one attempt to commit, so that a late answer is known as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt(u32);

/// Where the work stands, to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Every change is in a completed transaction.
    Saved {
        /// By the wall clock.
        at: DateTime<Utc>,
    },
    /// A change waits for its commit.
    Unsaved,
    /// A commit is on its way.
    Saving,
    /// The last commit failed; stays until one succeeds.
    Failed {
        /// Why.
        error: StoreError,
        /// The last one that succeeded, by the wall clock.
        last_saved: DateTime<Utc>,
    },
}

/// What the save line shows: [`SaveState`] without the flicker of ordinary typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveLine {
    /// "Saved on this device at 14:03".
    Saved {
        /// By the wall clock.
        at: DateTime<Utc>,
    },
    /// "Saving…": a commit takes longer than it should.
    Saving,
    /// "Not saved": why, with the file copy as the way out.
    Failed {
        /// Why.
        error: StoreError,
        /// The last one that succeeded, by the wall clock.
        last_saved: DateTime<Utc>,
    },
    /// The browser keeps nothing and no file copy holds the last changes.
    OnlyHere,
    /// The browser keeps nothing, and a file copy holds every change.
    InFile {
        /// When the copy was saved, by the wall clock.
        at: DateTime<Utc>,
    },
}

/// Decides when to commit. See the module.
#[derive(Debug)]
pub struct Autosave {
    /// Oldest change that no completed commit holds.
    unsaved_since: Option<Millis>,
    /// Oldest change that no commit on its way holds either.
    waiting_since: Option<Millis>,
    due: Option<Millis>,
    on_its_way: Option<(Attempt, Millis)>,
    failures: u32,
    error: Option<StoreError>,
    attempts: u32,
    saved_at: DateTime<Utc>,
}

impl Autosave {
    /// For a record that was last saved at this time.
    pub fn new(saved_at: DateTime<Utc>) -> Self {
        Self {
            unsaved_since: None,
            waiting_since: None,
            due: None,
            on_its_way: None,
            failures: 0,
            error: None,
            attempts: 0,
            saved_at,
        }
    }

    /// Something changed.
    pub fn edited(&mut self, now: Millis) {
        self.unsaved_since.get_or_insert(now);
        self.waiting_since.get_or_insert(now);
        if !self.is_stuck() {
            self.due.get_or_insert(now + THROTTLE);
        }
    }

    /// The page is about to be left, a field was left, or the person asks: what is unsaved is due by then.
    pub fn hurry(&mut self, by: Millis) {
        if self.waiting_since.is_some() && !self.is_stuck() {
            self.due = Some(self.due.map_or(by, |due| due.min(by)));
        }
    }

    /// Whether a commit is to start now. Also gives up on one that does not answer.
    pub fn poll(&mut self, now: Millis) -> Option<Attempt> {
        if let Some((attempt, started)) = self.on_its_way
            && now >= started + PATIENCE
        {
            self.failed(attempt, StoreError::NoAnswer, now);
        }
        if self.on_its_way.is_some() || self.due.is_none_or(|due| now < due) {
            return None;
        }
        self.attempts += 1;
        let attempt = Attempt(self.attempts);
        self.on_its_way = Some((attempt, now));
        self.waiting_since = None;
        self.due = None;
        Some(attempt)
    }

    /// A transaction is complete. Whether it was the one on its way.
    pub fn committed(&mut self, attempt: Attempt, saved_at: DateTime<Utc>) -> bool {
        if !self.is_on_its_way(attempt) {
            return false;
        }
        self.on_its_way = None;
        self.unsaved_since = self.waiting_since;
        self.failures = 0;
        self.error = None;
        self.saved_at = saved_at;
        true
    }

    /// A commit failed: it is tried again, later and later.
    pub fn failed(&mut self, attempt: Attempt, error: StoreError, now: Millis) {
        if !self.is_on_its_way(attempt) {
            return;
        }
        self.on_its_way = None;
        self.waiting_since = self.unsaved_since;
        self.failures += 1;
        let doubled = FIRST_RETRY << (self.failures - 1).min(5);
        self.due = (!error.is_final()).then_some(now + doubled.min(LAST_RETRY));
        self.error = Some(error);
    }

    /// When to poll again, if nothing happens before.
    pub fn wake_at(&self, now: Millis) -> Option<Millis> {
        let show = self.unsaved_since.map(|since| since + SHOW_SAVING_AFTER);
        let give_up = self.on_its_way.map(|(_, started)| started + PATIENCE);
        let show = show.filter(|at| *at > now && self.error.is_none());
        [self.due.filter(|_| self.on_its_way.is_none()), give_up, show].into_iter().flatten().min()
    }

    /// Where the work stands.
    pub fn state(&self) -> SaveState {
        match (&self.error, self.on_its_way, self.unsaved_since) {
            (Some(error), _, _) => {
                SaveState::Failed { error: error.clone(), last_saved: self.saved_at }
            }
            (None, Some(_), _) => SaveState::Saving,
            (None, None, Some(_)) => SaveState::Unsaved,
            (None, None, None) => SaveState::Saved { at: self.saved_at },
        }
    }

    /// What the save line shows.
    pub fn line(&self, now: Millis) -> SaveLine {
        let overdue = self.unsaved_since.is_some_and(|since| now >= since + SHOW_SAVING_AFTER);
        match &self.error {
            Some(error) => SaveLine::Failed { error: error.clone(), last_saved: self.saved_at },
            None if overdue => SaveLine::Saving,
            None => SaveLine::Saved { at: self.saved_at },
        }
    }

    /// Whether leaving the page now would lose something from the record.
    pub fn is_dirty(&self) -> bool {
        self.unsaved_since.is_some()
    }

    fn is_on_its_way(&self, attempt: Attempt) -> bool {
        self.on_its_way.is_some_and(|(known, _)| known == attempt)
    }

    /// Failed in a way that no retry mends.
    fn is_stuck(&self) -> bool {
        self.error.as_ref().is_some_and(StoreError::is_final)
    }
}

#[cfg(test)]
#[path = "autosave_tests.rs"]
mod tests;
