//! The writes that one window makes of one record, each over the last that it knows to be kept.

use super::{Over, Stamp};

/// Counts a window's writes of a record.
///
/// A write that failed stands in no later one's way: the next is over what is known to be kept, and what
/// an earlier write of the same window has put there meanwhile gives way by its session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWrites {
    given: u64,
    kept: u64,
    session: String,
}

impl OwnWrites {
    /// Over a record of this revision, 0 where none is kept; `session` is fresh random text.
    pub fn over(revision: u64, session: String) -> Self {
        Self { given: revision, kept: revision, session }
    }

    /// Stamp of the next write, and what it may replace.
    pub fn next_write(&mut self) -> (Stamp, Over) {
        self.given += 1;
        let stamp = Stamp { revision: self.given, session: self.session.clone() };
        (stamp, Over::Revision(self.kept))
    }

    /// The write with this stamp is kept. That of another opening, of which the window has let go, counts nothing.
    pub fn note_kept(&mut self, stamp: &Stamp) {
        if self.made(stamp) {
            self.kept = self.kept.max(stamp.revision);
        }
    }

    /// Whether a write with this stamp is one of these.
    pub fn made(&self, stamp: &Stamp) -> bool {
        stamp.session == self.session
    }

    /// Takes up what another window has written; false, and nothing done, unless it is newer than every write of this one.
    pub fn take_up(&mut self, revision: u64) -> bool {
        let is_newer = revision > self.given;
        if is_newer {
            (self.given, self.kept) = (revision, revision);
        }
        is_newer
    }

    /// The highest revision that a write of this window was given.
    pub fn given(&self) -> u64 {
        self.given
    }

    /// The revision that is known to be kept.
    pub fn kept(&self) -> u64 {
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Durability, Entry, MemoryStore, Shelf, Store, StoreError, Write, finish};

    const KEY: &str = "round";

    fn write(store: &MemoryStore, (stamp, over): (Stamp, Over)) -> Result<Stamp, StoreError> {
        let entry = Entry { key: KEY.to_owned(), stamp: stamp.clone(), text: String::new() };
        let write = Write::Put { shelf: Shelf::Workbooks, entry, over };
        finish(store.write(vec![write], Durability::Strict)).map(|()| stamp)
    }

    #[test]
    fn after_a_first_write_that_failed_the_next_is_kept() {
        let (store, mut ours) = (MemoryStore::default(), OwnWrites::over(0, "one".into()));
        store.fail_with(Some(StoreError::Full));
        write(&store, ours.next_write()).unwrap_err();
        store.fail_with(None);
        let kept = write(&store, ours.next_write()).unwrap();
        ours.note_kept(&kept);
        assert_eq!((ours.given(), ours.kept()), (2, 2));
    }

    #[test]
    fn of_several_under_way_each_goes_over_the_one_before() {
        let (store, mut ours) = (MemoryStore::default(), OwnWrites::over(0, "one".into()));
        let under_way = [ours.next_write(), ours.next_write(), ours.next_write()];
        let kept = under_way.map(|next| write(&store, next).unwrap());
        // Their answers come in any order.
        kept.iter().rev().for_each(|stamp| ours.note_kept(stamp));
        assert_eq!(ours.kept(), 3);
    }

    #[test]
    fn what_another_window_has_written_is_never_written_over() {
        let store = MemoryStore::default();
        let mut ours = OwnWrites::over(0, "one".into());
        let kept = write(&store, ours.next_write()).unwrap();
        ours.note_kept(&kept);
        let mut theirs = OwnWrites::over(1, "two".into());
        let their_write = write(&store, theirs.next_write()).unwrap();
        let refused = write(&store, ours.next_write()).unwrap_err();
        assert!(
            matches!(refused, StoreError::StaleRevision { expected: 1, found: 2 }),
            "{refused}"
        );
        // What the other window kept is not ours, and is taken up only where it is newer than all of ours.
        ours.note_kept(&their_write);
        assert_eq!(ours.kept(), 1);
        assert!(!ours.take_up(2));
        assert!(ours.take_up(3));
        assert_eq!((ours.given(), ours.kept()), (3, 3));
    }
}
