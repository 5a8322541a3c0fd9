//! A store in memory: for tests, which can fill it and tell it to fail, and for windows of
//! browsers that keep nothing, until they are closed.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{
    DraftRecord, Durability, Entry, Over, Shelf, Stamp, Store, StoreError, VAULT, Write, guard,
};
use crate::gather::take_out;

/// Keeps records in memory. Clones nothing; share it by reference.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<BTreeMap<(Shelf, String), Entry>>,
    failing: RefCell<Option<StoreError>>,
    writes: Cell<u32>,
}

impl MemoryStore {
    /// From now on every call fails with this error; `None` mends it.
    pub fn fail_with(&self, error: Option<StoreError>) {
        *self.failing.borrow_mut() = error;
    }

    /// Changes a stored text behind the program's back.
    pub fn tamper(&self, shelf: Shelf, key: &str, text: &str) {
        if let Some(entry) = self.records.borrow_mut().get_mut(&(shelf, key.to_owned())) {
            entry.text = text.to_owned();
        }
    }

    /// How many transactions were completed.
    pub fn completed_writes(&self) -> u32 {
        self.writes.get()
    }

    /// Whether it holds a draft with changes that no file copy holds: where it is all that keeps them, to close
    /// the window would lose these. Deleted ones are not meant to be kept.
    pub fn has_uncopied_drafts(&self) -> bool {
        let records = self.records.borrow();
        let drafts = records.iter().filter(|((shelf, _), _)| *shelf == Shelf::Drafts);
        drafts
            .filter_map(|(_, entry)| DraftRecord::from_text(&entry.text).ok())
            .any(|record| !record.is_deleted() && record.has_uncopied_changes())
    }

    fn check(&self) -> Result<(), StoreError> {
        self.failing.borrow().clone().map_or(Ok(()), Err)
    }
}

impl Store for MemoryStore {
    async fn get(&self, shelf: Shelf, key: &str) -> Result<Option<Entry>, StoreError> {
        self.check()?;
        Ok(self.records.borrow().get(&(shelf, key.to_owned())).cloned())
    }

    async fn list(&self, shelf: Shelf) -> Result<Vec<Entry>, StoreError> {
        self.check()?;
        let records = self.records.borrow();
        Ok(records.iter().filter(|((on, _), _)| *on == shelf).map(|(_, e)| e.clone()).collect())
    }

    async fn write(&self, writes: Vec<Write>, _: Durability) -> Result<(), StoreError> {
        self.check()?;
        let mut records = self.records.borrow().clone();
        for write in writes {
            match write {
                Write::Put { shelf, entry, over } => {
                    let key = (shelf, entry.key.clone());
                    over.allows(records.get(&key).map(|stored| &stored.stamp), &entry.stamp)?;
                    records.insert(key, entry);
                }
                Write::Delete { shelf, key } => take_out(&mut records, &(shelf, key)),
                Write::DeleteOnly { shelf, key, revision } => {
                    let at = (shelf, key);
                    let stored = records.get(&at).map(|stored| &stored.stamp);
                    Over::Only(revision).allows(stored, &Stamp::default())?;
                    take_out(&mut records, &at);
                }
                Write::Guard { vault } => {
                    let stored = records.get(&(Shelf::Vault, VAULT.to_owned()));
                    guard(vault.as_deref(), stored.map(|entry| &entry.stamp))?;
                }
            }
        }
        *self.records.borrow_mut() = records;
        self.writes.set(self.writes.get() + 1);
        Ok(())
    }
}

/// Finishes a future that never has to wait, as those over a [`MemoryStore`].
///
/// # Panics
/// Where it would have to wait.
pub fn finish<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("nothing in memory has to be waited for"),
    }
}
