//! Where this window keeps its records: the browser's database, or memory where there is none.

use super::{Database, in_window};
use crate::store::{
    Durability, Entry, Guarded, Keeper, MemoryStore, Shelf, Store, StoreError, Vault, Write,
};

/// What this window keeps its records in.
pub enum Storage {
    /// The browser's database, behind the vault.
    Device(Guarded<Database>),
    /// This window's memory, because the browser keeps nothing: file copies are the way out. No
    /// passphrase closes what is on no disk.
    Window(MemoryStore),
}

impl Storage {
    /// Whether closing the window loses what is kept.
    pub fn keeper(&self) -> Keeper {
        match self {
            Self::Device(_) => Keeper::Device,
            Self::Window(_) => Keeper::Window,
        }
    }

    /// Whether closing the window now would lose words of any draft for good.
    pub fn closing_loses(&self) -> bool {
        match self {
            Self::Device(_) => false,
            Self::Window(memory) => memory.has_uncopied_drafts(),
        }
    }

    /// The database, where there is one.
    pub fn database(&self) -> Option<&Database> {
        self.guarded().map(Guarded::within)
    }

    /// The vault before the database.
    pub fn vault(&self) -> Option<&Vault> {
        self.guarded().map(Guarded::vault)
    }

    /// The database behind its vault.
    pub(super) fn guarded(&self) -> Option<&Guarded<Database>> {
        match self {
            Self::Device(guarded) => Some(guarded),
            Self::Window(_) => None,
        }
    }

    /// How often the database was opened: each time the browser may have emptied it before.
    pub fn openings(&self) -> u32 {
        self.database().map_or(0, Database::openings)
    }
}

impl Drop for Storage {
    /// What was taken from a window to the device, or deleted, is offered to nobody after a fault.
    fn drop(&mut self) {
        if let Self::Window(memory) = self {
            in_window::forget(memory);
        }
    }
}

impl Store for Storage {
    async fn get(&self, shelf: Shelf, key: &str) -> Result<Option<Entry>, StoreError> {
        match self {
            Self::Device(database) => database.get(shelf, key).await,
            Self::Window(memory) => memory.get(shelf, key).await,
        }
    }

    async fn list(&self, shelf: Shelf) -> Result<Vec<Entry>, StoreError> {
        match self {
            Self::Device(database) => database.list(shelf).await,
            Self::Window(memory) => memory.list(shelf).await,
        }
    }

    async fn write(&self, writes: Vec<Write>, durability: Durability) -> Result<(), StoreError> {
        match self {
            Self::Device(database) => database.write(writes, durability).await,
            Self::Window(memory) => {
                let changes = in_window::changes(&writes);
                memory.write(writes, durability).await?;
                in_window::note(changes);
                Ok(())
            }
        }
    }
}
