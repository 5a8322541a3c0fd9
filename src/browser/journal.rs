//! The journal's place: localStorage, which is synchronous and so needs no waiting.
//!
//! `gloo-storage` panics where storage is blocked, so everything goes through a
//! [`LocalJournal`], which can be had only after a probe. What cannot be read is
//! moved aside under its own key, never replaced by a default.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use serde::de::DeserializeOwned;

use super::{clock, panic};
use crate::id::ReturnId;
use crate::json;
use crate::store::{JournalText, Settings, StoreError};

const PROBE: &str = "audit.probe";
const SETTINGS: &str = "audit.settings";
const JOURNAL: &str = "audit.journal.";
const PREFIX: &str = "audit.";
const CORRUPT: &str = ".corrupt.";

/// localStorage, known to work.
#[derive(Debug, Clone, Copy)]
pub struct LocalJournal(());

/// Text that could not be read, and the key under which it now stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedAside {
    /// New key.
    pub key: String,
    /// As found.
    pub text: String,
}

/// What reading gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read<T> {
    /// Nothing is stored.
    Nothing,
    /// This.
    Found(T),
    /// Something that cannot be read; it was moved aside.
    Damaged(MovedAside),
}

impl LocalJournal {
    /// Whether localStorage can be written to, found out by writing.
    pub fn probe() -> Option<Self> {
        let storage = web_sys::window()?.local_storage().ok()??;
        storage.set_item(PROBE, "1").ok()?;
        storage.remove_item(PROBE).ok()?;
        Some(Self(()))
    }

    /// The journal of a draft.
    pub fn read(self, draft: &ReturnId) -> Read<JournalText> {
        read(&journal_key(draft))
    }

    /// Replaces the journal of a draft; `None` deletes it.
    pub fn write(self, draft: &ReturnId, journal: Option<&JournalText>) -> Result<(), StoreError> {
        let key = journal_key(draft);
        match journal {
            _ if panic::has_stopped() => Err(StoreError::Stopped),
            None => {
                LocalStorage::delete(key);
                Ok(())
            }
            Some(journal) => set(&key, journal),
        }
    }

    /// Deletes what was moved aside, once it is kept elsewhere.
    pub fn drop_aside(self, aside: &MovedAside) {
        LocalStorage::delete(&aside.key);
    }

    /// What this device remembers.
    pub fn settings(self) -> Read<Settings> {
        read(SETTINGS)
    }

    /// Whether it remembers any return, in a settings text that can be read or not.
    pub fn knows_drafts(self) -> bool {
        let text = LocalStorage::raw().get_item(SETTINGS).ok().flatten();
        text.is_some_and(|text| text.contains("\"known\":[{"))
    }

    /// Remembers it.
    pub fn write_settings(self, settings: &Settings) -> Result<(), StoreError> {
        set(SETTINGS, settings)
    }

    /// Deletes every key of ours.
    pub fn clear(self) {
        let storage = LocalStorage::raw();
        let keys: Vec<String> = (0..LocalStorage::length())
            .filter_map(|index| storage.key(index).ok().flatten())
            .filter(|key| key.starts_with(PREFIX))
            .collect();
        keys.iter().for_each(LocalStorage::delete);
    }
}

fn journal_key(draft: &ReturnId) -> String {
    [JOURNAL, draft.as_str()].concat()
}

fn set<T: serde::Serialize>(key: &str, value: &T) -> Result<(), StoreError> {
    LocalStorage::set(key, value).map_err(|error| match error {
        StorageError::JsError(error) => StoreError::from_name(&error.name),
        StorageError::SerdeError(_) | StorageError::KeyNotFound(_) => {
            StoreError::Other("not written".into())
        }
    })
}

fn read<T: DeserializeOwned>(key: &str) -> Read<T> {
    let storage = LocalStorage::raw();
    let Ok(Some(text)) = storage.get_item(key) else { return Read::Nothing };
    match json::from_slice(text.as_bytes()) {
        Ok(value) => Read::Found(value),
        Err(_) => move_aside(&storage, key, text),
    }
}

fn move_aside<T>(storage: &web_sys::Storage, key: &str, text: String) -> Read<T> {
    let aside = [key, CORRUPT, &clock::now().timestamp_millis().to_string()].concat();
    if storage.set_item(&aside, &text).is_ok() {
        LocalStorage::delete(key);
    }
    Read::Damaged(MovedAside { key: aside, text })
}
