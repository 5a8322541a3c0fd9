//! The record of a vault: the device's key, closed by the passphrase.

use serde::{Deserialize, Serialize};

use super::super::reading::{RecordError, read};
use super::super::{
    Durability, Entry, FetchError, Over, Shelf, Stamp, Store, StoreError, VAULT, Write,
};
use super::IDLE_SECONDS;
use crate::envelope::{DeviceKey, OpenError, PassphraseKey, Random, Salt, is_closed, salt_of_key};

/// What is kept of a passphrase: nothing that opens anything without it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaultRecord {
    /// See [`VaultRecord::SCHEMA`].
    pub schema: u32,
    /// Random; names the device's key. A new passphrase for the same key leaves it.
    pub name: String,
    /// Counts how often this record was written.
    pub revision: u64,
    /// The device's key, as [`PassphraseKey::close_key`] closed it.
    pub key: String,
    /// How long nobody may touch a page before it locks.
    #[serde(default = "fifteen_minutes")]
    pub idle_seconds: u32,
}

fn fifteen_minutes() -> u32 {
    IDLE_SECONDS
}

impl VaultRecord {
    /// Newest schema that this program writes and reads.
    pub const SCHEMA: u32 = 1;

    /// Of a passphrase set just now; `name` is fresh random text. Not kept yet.
    pub fn new(
        name: String,
        idle_seconds: u32,
        key: &DeviceKey,
        by: &PassphraseKey,
        random: Random<'_>,
    ) -> Self {
        let key = by.close_key(key, random);
        Self { schema: Self::SCHEMA, name, revision: 1, key, idle_seconds }
    }

    /// The same vault under another passphrase.
    #[must_use]
    pub fn renewed(&self, key: &DeviceKey, by: &PassphraseKey, random: Random<'_>) -> Self {
        Self { key: by.close_key(key, random), revision: self.revision + 1, ..self.clone() }
    }

    /// The same vault, locked after another time.
    #[must_use]
    pub fn locked_after(&self, idle_seconds: u32) -> Self {
        Self { idle_seconds, revision: self.revision + 1, ..self.clone() }
    }

    /// Salt and rounds from which the passphrase makes its key.
    pub fn salt(&self) -> Result<Salt, OpenError> {
        salt_of_key(&self.key)
    }

    /// The device's key. A wrong passphrase is [`OpenError::WrongPassphrase`], and changes nothing.
    pub fn open(&self, by: &PassphraseKey) -> Result<DeviceKey, OpenError> {
        by.open_key(&self.key)
    }

    /// Reads a record.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        crate::json::to_string(self).expect("a record of texts and numbers")
    }

    /// Keeps it.
    pub(super) fn put(&self, over: Over) -> Write {
        let stamp = Stamp { revision: self.revision, session: self.name.clone() };
        let entry = Entry { key: VAULT.to_owned(), stamp, text: self.to_text() };
        Write::Put { shelf: Shelf::Vault, entry, over }
    }
}

/// The vault of a device, where a passphrase is set. `copy` is the same record as it is kept a
/// second time, elsewhere: without this record nobody ever opens what is closed. `closed_elsewhere` says
/// whether any text there is closed: all are opened before a passphrase is removed, so where one is
/// closed the browser has cleared the store.
pub async fn find_vault<S: Store>(
    store: &S,
    copy: Option<&str>,
    closed_elsewhere: bool,
) -> Result<Option<VaultRecord>, FetchError> {
    let stored = store.get(Shelf::Vault, VAULT).await?;
    let why = match stored.map(|entry| VaultRecord::from_text(&entry.text)) {
        Some(Ok(record)) => return Ok(Some(record)),
        Some(Err(newer @ RecordError::Newer { .. })) => return Err(newer.into()),
        Some(Err(why @ RecordError::Corrupt { .. })) => Some(why),
        None => None,
    };
    let copy = copy.and_then(|copy| VaultRecord::from_text(copy).ok());
    match (copy, why) {
        (Some(copy), Some(_)) => restore(store, copy).await.map(Some),
        (Some(copy), None) if closed_elsewhere || anything_is_closed(store).await? => {
            restore(store, copy).await.map(Some)
        }
        // The passphrase was removed, and this copy of it stayed behind.
        (_, None) => Ok(None),
        (None, Some(why)) => Err(why.into()),
    }
}

async fn restore<S: Store>(store: &S, copy: VaultRecord) -> Result<VaultRecord, FetchError> {
    store.write(vec![copy.put(Over::Anything)], Durability::Strict).await?;
    Ok(copy)
}

async fn anything_is_closed<S: Store>(store: &S) -> Result<bool, StoreError> {
    for shelf in Shelf::GUARDED {
        if store.list(shelf).await?.iter().any(|entry| is_closed(&entry.text)) {
            return Ok(true);
        }
    }
    Ok(false)
}
