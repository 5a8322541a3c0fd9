//! When to remind a person of the file copy, and what leaving the page would lose (A-04, L2).

use chrono::{DateTime, TimeDelta, Utc};

use super::DraftRecord;

/// Work of this many minutes without a file copy asks for one.
pub const COPY_EVERY_MINUTES: i64 = 20;

/// What keeps the drafts of this window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keeper {
    /// The browser's database: closing the window loses nothing that was saved.
    #[default]
    Device,
    /// The window's memory alone, because the browser keeps nothing: the file copy is the record.
    Window,
}

impl DraftRecord {
    /// Whether it holds changes that no file copy holds.
    pub fn has_uncopied_changes(&self) -> bool {
        self.last_change > self.last_file_copy.map_or(0, |copy| copy.last_change)
    }

    /// Whether the version in work is the one last signed: then the signed file is the copy.
    pub fn is_signed(&self) -> bool {
        self.signed.last().is_some_and(|last| last.version == self.draft.version)
    }

    /// Whether the person is to be reminded of the file copy now.
    pub fn copy_is_due(&self, now: DateTime<Utc>) -> bool {
        let long_ago = |since| now - since >= TimeDelta::minutes(COPY_EVERY_MINUTES);
        self.has_uncopied_changes()
            && !self.is_signed()
            && self.uncopied_since.is_some_and(long_ago)
    }

    /// Notes, on saving, since when there have been changes without a copy.
    pub(super) fn note_uncopied(&mut self, now: DateTime<Utc>) {
        if self.has_uncopied_changes() {
            self.uncopied_since.get_or_insert(now);
        } else {
            self.uncopied_since = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft, id};
    use super::*;
    use crate::envelope::Hash;
    use crate::store::{FileCopy, InvitationRecord, Library, MemoryStore, SignedVersion, finish};

    /// Changed at nine o'clock, and never copied.
    fn changed() -> DraftRecord {
        let mut record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        record.last_change = 1;
        record.note_uncopied(at("09:00:00"));
        record
    }

    #[test]
    fn a04_twenty_minutes_of_work_without_a_copy_ask_for_one() {
        let record = changed();
        assert!(!record.copy_is_due(at("09:19:59")));
        assert!(record.copy_is_due(at("09:20:00")));
    }

    #[test]
    fn a04_time_counts_from_the_first_change_without_a_copy_and_not_from_the_last() {
        let mut record = changed();
        record.last_change = 90;
        record.note_uncopied(at("09:19:00"));
        assert!(record.copy_is_due(at("09:20:00")));
    }

    #[test]
    fn a04_a_copy_of_everything_ends_the_reminder_until_the_next_change() {
        let mut record = changed();
        record.last_file_copy = Some(FileCopy { at: at("09:20:00"), last_change: 1 });
        record.note_uncopied(at("09:20:00"));
        assert!(!record.copy_is_due(at("12:00:00")));
        record.last_change = 2;
        record.note_uncopied(at("12:00:00"));
        assert!(!record.copy_is_due(at("12:19:59")));
        assert!(record.copy_is_due(at("12:20:00")));
    }

    #[test]
    fn a04_an_untouched_or_a_signed_return_asks_for_nothing() {
        let mut record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        record.note_uncopied(at("09:00:00"));
        assert!(!record.copy_is_due(at("12:00:00")));
        let mut record = changed();
        let payload = Hash::of(b"payload");
        record.signed.push(SignedVersion {
            sealed: None,
            version: 1,
            payload,
            at: at("09:10:00"),
            file: "{}".into(),
        });
        assert!(!record.copy_is_due(at("12:00:00")));
    }

    fn copied() -> DraftRecord {
        let last_file_copy = Some(FileCopy { at: at("09:20:00"), last_change: 1 });
        DraftRecord { last_file_copy, ..changed() }
    }

    /// Begun in a window's memory; what it keeps of them.
    fn window(drafts: Vec<DraftRecord>) -> (MemoryStore, Vec<DraftRecord>) {
        let store = MemoryStore::default();
        let invitation = InvitationRecord::of("{}".into(), at("09:00:00"));
        let kept = finish(Library::new(&store).begin(&invitation, drafts)).unwrap();
        (store, kept)
    }

    #[test]
    fn a_window_that_closes_loses_what_no_copy_holds_of_any_of_its_drafts() {
        let other = |record: DraftRecord| record.conflict_copy(id("00ff"));
        let begun = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        let rows = [
            ("no draft", vec![], false),
            ("begun and nothing said", vec![begun], false),
            ("changed", vec![changed()], true),
            ("copied", vec![copied()], false),
            ("changed since the copy", vec![DraftRecord { last_change: 2, ..copied() }], true),
            ("one copied and one not", vec![copied(), other(changed())], true),
            ("both copied", vec![copied(), other(copied())], false),
        ];
        for (name, drafts, loses) in rows {
            assert_eq!(window(drafts).0.has_uncopied_drafts(), loses, "{name}");
        }
    }

    #[test]
    fn a_window_that_closes_may_lose_what_was_deleted() {
        let (store, mut kept) = window(vec![changed()]);
        finish(Library::new(&store).delete(kept.remove(0), at("10:00:00"))).unwrap();
        assert!(!store.has_uncopied_drafts());
    }

    #[test]
    fn a_clock_set_back_reminds_later_and_never_fails() {
        assert!(!changed().copy_is_due(at("08:00:00")));
    }
}
