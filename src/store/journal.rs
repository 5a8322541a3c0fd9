//! The journal: changes that the draft's record does not hold yet.
//!
//! It is written at once with every change, to a small synchronous store, and
//! covers what the record cannot: a tab that crashes between two commits.
//! Changes are numbered for ever within a draft and the record names the last
//! one within it, so replaying is harmless however often it happens.
//!
//! Stored as a list of texts, one a change: one that cannot be read is set aside
//! and the others still count.

use serde::{Deserialize, Serialize};

use super::{Change, DraftRecord};
use crate::id::ReturnId;
use crate::json;

/// Changes made since the last commit, in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    draft: ReturnId,
    session: String,
    base: u64,
    lines: Vec<Line>,
    last: u64,
}

/// A journal as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct JournalText {
    /// Whose.
    pub draft: ReturnId,
    /// The opening of the draft that wrote it, as in [`DraftRecord::session`].
    pub session: String,
    /// Revision that the changes were made on.
    pub base: u64,
    /// One numbered change each, in JSON, in order.
    pub lines: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    number: u64,
    change: Change,
    text: String,
}

#[derive(Serialize)]
struct Written<'a> {
    number: u64,
    change: &'a Change,
}

#[derive(Deserialize)]
struct Read {
    number: u64,
    change: Change,
}

/// What a stored journal adds to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replay {
    /// Nothing: all of it is in the record.
    Nothing,
    /// These changes, in order, which the record does not hold.
    Changes(Vec<Change>),
    /// These changes, made elsewhere on an older revision: for a conflict copy.
    Conflict(Vec<Change>),
}

impl Journal {
    /// An empty journal that follows on from a record.
    pub fn after(record: &DraftRecord, session: &str) -> Self {
        Self {
            draft: record.draft_id.clone(),
            session: session.to_owned(),
            base: record.revision,
            lines: Vec::new(),
            last: record.last_change,
        }
    }

    /// Adds a change. It takes the place of an earlier one to the same field, so
    /// that typing leaves one line and not one a key.
    pub fn push(&mut self, change: Change) {
        let number = self.last + 1;
        let text = json::to_string(&Written { number, change: &change })
            .expect("a change has text keys only");
        let earlier = self.replaceable(&change);
        let line = Line { number, change, text };
        match earlier.and_then(|place| self.lines.get_mut(place)) {
            Some(place) => *place = line,
            None => self.lines.push(line),
        }
        self.last = number;
    }

    /// Not past a line that came or went. A change that a commit on its way holds may be
    /// replaced too: the new one has a higher number, so the record does not hide it.
    fn replaceable(&self, change: &Change) -> Option<usize> {
        if change.is_structural() {
            return None;
        }
        self.lines
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, line)| !line.change.is_structural())
            .find(|(_, line)| line.change.field() == change.field())
            .map(|(place, _)| place)
    }

    /// Number of the last change.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// A commit is complete: `record` is what was written.
    pub fn forget_what_is_in(&mut self, record: &DraftRecord) {
        self.base = record.revision;
        self.lines.retain(|line| line.number > record.last_change);
    }

    /// Whether the record holds everything.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What is to be stored.
    pub fn to_text(&self) -> JournalText {
        JournalText {
            draft: self.draft.clone(),
            session: self.session.clone(),
            base: self.base,
            lines: self.lines.iter().map(|line| line.text.clone()).collect(),
        }
    }
}

impl JournalText {
    /// What it adds to `record`, and the lines that could not be read.
    pub fn replay(&self, record: &DraftRecord) -> (Replay, Vec<String>) {
        let mut unread = Vec::new();
        let mut changes = Vec::new();
        let follows = self.session == record.session || self.base >= record.revision;
        for line in &self.lines {
            match json::from_slice::<Read>(line.as_bytes()) {
                Ok(read) if follows && read.number <= record.last_change => {}
                Ok(read) => changes.push(read.change),
                Err(_) => unread.push(line.clone()),
            }
        }
        let replay = match (follows, changes.is_empty()) {
            (_, true) => Replay::Nothing,
            (true, false) => Replay::Changes(changes),
            (false, false) if adds_nothing(record, &changes) => Replay::Nothing,
            (false, false) => Replay::Conflict(changes),
        };
        (replay, unread)
    }
}

fn adds_nothing(record: &DraftRecord, changes: &[Change]) -> bool {
    let mut changed = record.clone();
    changes.iter().for_each(|change| changed.apply(change));
    changed == *record
}

#[cfg(test)]
#[path = "journal_tests.rs"]
mod tests;
