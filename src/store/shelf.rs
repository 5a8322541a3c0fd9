//! Where records are kept, seen from the core: shelves of texts under keys.
//!
//! [`Store`] is what a browser's database, or [`super::MemoryStore`] in tests, has
//! to do; what the records mean is decided above it, in [`super::Library`] and
//! [`super::Session`].

use std::future::Future;

use super::StoreError;

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// [`super::DraftRecord`]s, by draft id.
    Drafts,
    /// [`super::InvitationRecord`]s, by hash.
    Invitations,
    /// The panel's rounds, by round id.
    Workbooks,
    /// [`super::SetAside`] records, by time and origin.
    SetAside,
}

impl Shelf {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Drafts, Self::Invitations, Self::Workbooks, Self::SetAside];

    /// Its name in the browser's database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Invitations => "invitations",
            Self::Workbooks => "workbooks",
            Self::SetAside => "set_aside",
        }
    }
}

/// Which write a record comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Counts the writes; 0 for records that never change.
    pub revision: u64,
    /// Names the window's opening that wrote it.
    pub session: String,
}

/// A record as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Within its shelf.
    pub key: String,
    /// Which write it comes from.
    pub stamp: Stamp,
    /// The record.
    pub text: String,
}

/// What a write may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Whatever is there: for records that never change.
    Anything,
    /// Nothing, this revision, or a write of the same session, this very one
    /// included, that was done although its answer never came. A record that has
    /// vanished may be written again: what is in memory is then all there is.
    Revision(u64),
}

/// One write of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Keeps a record.
    Put {
        /// Where.
        shelf: Shelf,
        /// What.
        entry: Entry,
        /// What it may replace.
        over: Over,
    },
    /// Deletes a record, if it is there.
    Delete {
        /// Where.
        shelf: Shelf,
        /// Which.
        key: String,
    },
}

/// How sure to be before a write counts as complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Handed to the operating system: for saves while typing.
    Relaxed,
    /// On the disk: before a page is left, on signing, for whole areas.
    Strict,
}

/// Keeps texts on shelves. All writes of one call are one transaction.
pub trait Store {
    /// One record.
    fn get(
        &self,
        shelf: Shelf,
        key: &str,
    ) -> impl Future<Output = Result<Option<Entry>, StoreError>>;

    /// All records of a shelf, by key.
    fn list(&self, shelf: Shelf) -> impl Future<Output = Result<Vec<Entry>, StoreError>>;

    /// Does all or nothing; complete only when it returns.
    fn write(
        &self,
        writes: Vec<Write>,
        durability: Durability,
    ) -> impl Future<Output = Result<(), StoreError>>;
}

impl Over {
    /// Whether `new` may take the place of what is `stored`.
    pub fn allows(self, stored: Option<&Stamp>, new: &Stamp) -> Result<(), StoreError> {
        match (self, stored) {
            (Self::Anything, _) | (Self::Revision(_), None) => Ok(()),
            (Self::Revision(expected), Some(stored)) => {
                let own = !new.session.is_empty()
                    && stored.session == new.session
                    && stored.revision <= new.revision;
                if own || stored.revision == expected {
                    Ok(())
                } else {
                    Err(StoreError::StaleRevision { expected, found: stored.revision })
                }
            }
        }
    }
}

impl Entry {
    /// A record that is written once and never changes.
    pub fn fixed(key: impl Into<String>, text: String) -> Self {
        Self { key: key.into(), stamp: Stamp::default(), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(session: &str, revision: u64) -> Stamp {
        Stamp { revision, session: session.into() }
    }

    #[test]
    fn a_revision_is_replaced_only_by_the_one_that_follows_it() {
        let stale = Err(StoreError::StaleRevision { expected: 4, found: 5 });
        let later = Err(StoreError::StaleRevision { expected: 4, found: 7 });
        let rows = [
            ("nothing there", None, Ok(())),
            ("the revision expected", Some(stamp("other", 4)), Ok(())),
            ("another window went on", Some(stamp("other", 5)), stale.clone()),
            ("an own write answered late", Some(stamp("mine", 5)), Ok(())),
            ("this very write was done before", Some(stamp("mine", 6)), Ok(())),
            ("a later own write", Some(stamp("mine", 7)), later),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(name, stored, want)| {
                (name, Over::Revision(4).allows(stored.as_ref(), &stamp("mine", 6)), want)
            })
            .filter(|(_, got, want)| got != *want)
            .map(|(name, got, want)| format!("{name}: {got:?}, not {want:?}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
