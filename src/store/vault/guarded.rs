//! A store behind a vault: what comes out is open, what goes in is closed.

use std::rc::Rc;

use super::super::{Durability, Entry, Shelf, Store, StoreError, Write};
use super::Vault;

/// A store of which a vault closes every text on the shelves [`Shelf::GUARDED`].
pub struct Guarded<S> {
    pub(super) store: S,
    vault: Rc<Vault>,
}

impl<S> Guarded<S> {
    /// `store` behind `vault`.
    pub fn new(store: S, vault: Rc<Vault>) -> Self {
        Self { store, vault }
    }

    /// The store itself, where everything is as it is kept.
    pub fn within(&self) -> &S {
        &self.store
    }

    /// The vault before it.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    fn opened(&self, shelf: Shelf, entry: Entry) -> Result<Entry, StoreError> {
        let place = shelf.place(&entry.key);
        Ok(Entry { text: self.vault.read(entry.text, &place)?, ..entry })
    }

    fn closed(&self, write: Write) -> Result<Write, StoreError> {
        match write {
            Write::Put { shelf, entry, over } if Shelf::GUARDED.contains(&shelf) => {
                let text = self.vault.keep(entry.text, &shelf.place(&entry.key))?;
                Ok(Write::Put { shelf, entry: Entry { text, ..entry }, over })
            }
            other => Ok(other),
        }
    }
}

impl<S: Store> Store for Guarded<S> {
    async fn get(&self, shelf: Shelf, key: &str) -> Result<Option<Entry>, StoreError> {
        let found = self.store.get(shelf, key).await?;
        found.map(|entry| self.opened(shelf, entry)).transpose()
    }

    async fn list(&self, shelf: Shelf) -> Result<Vec<Entry>, StoreError> {
        let found = self.store.list(shelf).await?;
        found.into_iter().map(|entry| self.opened(shelf, entry)).collect()
    }

    async fn write(&self, writes: Vec<Write>, durability: Durability) -> Result<(), StoreError> {
        let guard = Write::Guard { vault: self.vault.known()? };
        let writes = writes.into_iter().map(|write| self.closed(write));
        let writes: Result<Vec<Write>, StoreError> =
            std::iter::once(Ok(guard)).chain(writes).collect();
        self.store.write(writes?, durability).await
    }
}
