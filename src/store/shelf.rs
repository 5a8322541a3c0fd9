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
    /// [`super::SetUpRecord`]s: rounds that are not created yet, by template.
    SetUps,
    /// [`super::SetAside`] records, by time and origin.
    SetAside,
    /// The [`super::VaultRecord`], under [`VAULT`], where a passphrase is set.
    Vault,
}

/// Key of the one record on its shelf.
pub const VAULT: &str = "passphrase";

impl Shelf {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Drafts,
        Self::Invitations,
        Self::Workbooks,
        Self::SetUps,
        Self::SetAside,
        Self::Vault,
    ];
    /// Those that hold what an auditor typed or was sent: a passphrase closes them.
    pub const GUARDED: [Self; 3] = [Self::Drafts, Self::Invitations, Self::SetAside];

    /// Its name in the browser's database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Invitations => "invitations",
            Self::Workbooks => "workbooks",
            Self::SetUps => "set_ups",
            Self::SetAside => "set_aside",
            Self::Vault => "vault",
        }
    }

    /// Where a record stands, for people to read and for what is closed to be bound to.
    pub fn place(self, key: &str) -> String {
        [self.name(), key].join("/")
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
    /// This revision and no other, whoever wrote it; 0 for nothing.
    Only(u64),
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
    /// Deletes a record of this revision, and lets nothing of the transaction happen where another is there;
    /// 0 for nothing.
    DeleteOnly {
        /// Where.
        shelf: Shelf,
        /// Which.
        key: String,
        /// As it is known here.
        revision: u64,
    },
    /// Changes nothing, and lets nothing of the transaction happen where another tab has set,
    /// renewed or removed the passphrase since.
    Guard {
        /// Name of the vault that is known here; `None` where no passphrase is set.
        vault: Option<String>,
    },
}

impl Write {
    /// The shelf that it looks at.
    pub fn shelf(&self) -> Shelf {
        match self {
            Self::Put { shelf, .. }
            | Self::Delete { shelf, .. }
            | Self::DeleteOnly { shelf, .. } => *shelf,
            Self::Guard { .. } => Shelf::Vault,
        }
    }
}

/// Whether the vault is still the one that is known; `stored` stamps its record.
pub fn guard(known: Option<&str>, stored: Option<&Stamp>) -> Result<(), StoreError> {
    let same = known == stored.map(|stamp| stamp.session.as_str());
    if same { Ok(()) } else { Err(StoreError::VaultChanged) }
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
            (Self::Only(expected), stored) => {
                let found = stored.map_or(0, |stamp| stamp.revision);
                let same = found == expected;
                if same { Ok(()) } else { Err(StoreError::StaleRevision { expected, found }) }
            }
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

    #[test]
    fn a_revision_and_no_other_is_replaced_where_only_that_will_do() {
        let five = stamp("mine", 5);
        assert_eq!(Over::Only(5).allows(Some(&five), &stamp("mine", 6)), Ok(()));
        assert_eq!(Over::Only(0).allows(None, &five), Ok(()));
        let stale = |expected, found| Err(StoreError::StaleRevision { expected, found });
        assert_eq!(Over::Only(4).allows(Some(&five), &stamp("mine", 6)), stale(4, 5));
        assert_eq!(Over::Only(0).allows(Some(&five), &five), stale(0, 5));
        assert_eq!(Over::Only(5).allows(None, &five), stale(5, 0));
    }

    #[test]
    fn a_vault_is_known_by_its_name() {
        let stored = stamp("vault-1", 3);
        let rows = [
            (None, None, Ok(())),
            (Some("vault-1"), Some(&stored), Ok(())),
            (None, Some(&stored), Err(StoreError::VaultChanged)),
            (Some("vault-1"), None, Err(StoreError::VaultChanged)),
            (Some("vault-2"), Some(&stored), Err(StoreError::VaultChanged)),
        ];
        for (known, stored, outcome) in rows {
            assert_eq!(guard(known, stored), outcome, "{known:?} {stored:?}");
        }
    }

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
