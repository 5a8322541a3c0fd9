//! The journal's place: localStorage, which is synchronous and so needs no waiting.
//!
//! `gloo-storage` panics where storage is blocked, so everything goes through a
//! [`LocalJournal`], which can be had only after a probe. What cannot be read is
//! moved aside under its own key, never replaced by a default. Everything goes
//! through the [`Vault`], bound to the key under which it stands.

use std::cell::OnceCell;

use gloo_storage::{LocalStorage, Storage};
use serde::de::DeserializeOwned;

use super::{clock, js, panic};
use crate::envelope::is_closed;
use crate::id::{ReturnId, RoundId};
use crate::json;
use crate::store::{HiddenNames, JOURNAL, JournalText, Settings, StoreError, Vault, VaultRecord};

const PROBE: &str = "audit.probe";
const SETTINGS: &str = "audit.settings";
/// A second copy of the vault's record, and the sign for a page that loads that there is one.
pub(super) const VAULT: &str = "audit.vault";
/// Ids of drafts that were destroyed with their round, with spaces between them: random, so in the open.
const DESTROYED: &str = "audit.destroyed";
/// Rounds whose agencies' names are hidden in large type. In the open too: it is read before the first name is drawn.
const HIDDEN_NAMES: &str = "audit.hidden-names";
/// What is never closed with the passphrase.
const OPEN: [&str; 4] = [PROBE, VAULT, DESTROYED, HIDDEN_NAMES];
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
    /// Whether localStorage can be written to, found out by writing. Once in a page's life: every write
    /// tells for itself whether it went well.
    pub fn probe() -> Option<Self> {
        thread_local!(static FOUND: OnceCell<Option<LocalJournal>> = const { OnceCell::new() });
        FOUND.with(|found| *found.get_or_init(Self::try_out))
    }

    fn try_out() -> Option<Self> {
        let storage = web_sys::window()?.local_storage().ok()??;
        storage.set_item(PROBE, "1").ok()?;
        storage.remove_item(PROBE).ok()?;
        Some(Self(()))
    }

    /// The journal of a draft.
    pub fn read(self, draft: &ReturnId, vault: &Vault) -> Read<JournalText> {
        read(&journal_key(draft), vault)
    }

    /// Replaces the journal of a draft; `None` deletes it.
    pub fn write(
        self,
        draft: &ReturnId,
        journal: Option<&JournalText>,
        vault: &Vault,
    ) -> Result<(), StoreError> {
        let key = journal_key(draft);
        match journal {
            _ if panic::has_stopped() => Err(StoreError::Stopped),
            None => {
                LocalStorage::delete(key);
                Ok(())
            }
            Some(journal) => set(&key, journal, vault),
        }
    }

    /// Deletes what was moved aside, once it is kept elsewhere.
    pub fn drop_aside(self, aside: &MovedAside) {
        LocalStorage::delete(&aside.key);
    }

    /// Puts what was moved aside from a draft's journal back in its place, for the next opening to find.
    pub fn put_back(self, draft: &ReturnId, aside: &MovedAside) {
        let key = journal_key(draft);
        // There was no room to move it, or another tab has written a journal since.
        let is_free = text(&key).is_none();
        if is_free && set_text(&key, &aside.text).is_ok() {
            LocalStorage::delete(&aside.key);
        }
    }

    /// What this device remembers.
    pub fn settings(self, vault: &Vault) -> Read<Settings> {
        let mut found = read(SETTINGS, vault);
        if let Read::Found(settings) = &mut found {
            destroyed()
                .iter()
                .filter_map(|id| ReturnId::new(id.as_str()).ok())
                .for_each(|id| Settings::forget(settings, &id));
        }
        found
    }

    /// Whether it remembers any return, in a settings text that can be read or not.
    pub fn knows_drafts(self) -> bool {
        text(SETTINGS).is_some_and(|text| text.contains("\"known\":[{"))
    }

    /// Remembers it.
    pub fn write_settings(self, settings: &Settings, vault: &Vault) -> Result<(), StoreError> {
        set(SETTINGS, settings, vault)?;
        // They were read before, without what was destroyed.
        LocalStorage::delete(DESTROYED);
        Ok(())
    }

    /// Whether a passphrase seems to be set here, known without waiting.
    pub fn has_vault(self) -> bool {
        self.vault_copy().is_some()
    }

    /// The second copy of the vault's record.
    pub fn vault_copy(self) -> Option<String> {
        text(VAULT)
    }

    /// Whether anything that is read here is closed with a passphrase.
    pub fn holds_closed(self) -> bool {
        let is_read =
            |key: &str| (key == SETTINGS || key.starts_with(JOURNAL)) && !key.contains(CORRUPT);
        let kept = keys().into_iter().filter(|key| is_read(key));
        kept.filter_map(|key| text(&key)).any(|text| is_closed(&text))
    }

    /// Keeps, or deletes, the second copy of the vault's record.
    pub fn keep_vault_copy(self, record: Option<&VaultRecord>) {
        match record {
            // The database holds the first one.
            Some(record) => drop(set_text(VAULT, &record.to_text())),
            None => LocalStorage::delete(VAULT),
        }
    }

    /// Closes every text of ours that lies in the open, or opens every one that is closed.
    pub fn convert(
        self,
        convert: impl Fn(String, &str) -> Result<String, StoreError>,
    ) -> Result<(), StoreError> {
        let mut outcome = Ok(());
        for key in keys().into_iter().filter(|key| !OPEN.contains(&key.as_str())) {
            let Some(before) = text(&key) else { continue };
            let converted = convert(before.clone(), &key).and_then(|after| match after == before {
                true => Ok(()),
                false => set_text(&key, &after),
            });
            outcome = outcome.and(converted);
        }
        outcome
    }

    /// Deletes the journals of these drafts, and notes that they were destroyed: what this device
    /// remembers of them may be closed now, and is forgotten when it is read next (N-01).
    pub fn forget_drafts(self, drafts: &[ReturnId]) {
        drafts.iter().for_each(|draft| LocalStorage::delete(journal_key(draft)));
        let mut gone = destroyed();
        gone.extend(drafts.iter().map(ToString::to_string));
        if !gone.is_empty() {
            // Where there is no room, the auditor's program says that they are gone.
            let _ = set_text(DESTROYED, &gone.join(" "));
        }
    }

    /// Whether this device hides the agencies' names of a round in large type (domain 4.10).
    pub fn hides_names(self, round: &RoundId) -> bool {
        hidden_names().hides(round)
    }

    /// Hides them from now on, or shows them.
    pub fn hide_names(self, round: &RoundId, hides: bool) -> Result<(), StoreError> {
        let mut names = hidden_names();
        names.set(round, hides);
        match names.to_text() {
            Some(text) => set_text(HIDDEN_NAMES, &text),
            None => {
                LocalStorage::delete(HIDDEN_NAMES);
                Ok(())
            }
        }
    }

    /// Deletes every key of ours.
    pub fn clear(self) {
        keys().iter().for_each(LocalStorage::delete);
    }
}

fn keys() -> Vec<String> {
    let storage = LocalStorage::raw();
    (0..LocalStorage::length())
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(PREFIX))
        .collect()
}

fn destroyed() -> Vec<String> {
    let text = text(DESTROYED).unwrap_or_default();
    text.split_whitespace().map(str::to_owned).collect()
}

fn hidden_names() -> HiddenNames {
    HiddenNames::from_text(&text(HIDDEN_NAMES).unwrap_or_default())
}

fn journal_key(draft: &ReturnId) -> String {
    [JOURNAL, draft.as_str()].concat()
}

fn text(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).ok().flatten()
}

fn set_text(key: &str, text: &str) -> Result<(), StoreError> {
    LocalStorage::raw().set_item(key, text).map_err(|error| js::store_error(&error))
}

fn set<T: serde::Serialize>(key: &str, value: &T, vault: &Vault) -> Result<(), StoreError> {
    let text = json::to_string(value);
    let text = text.map_err(|_| StoreError::Other("not written".into()))?;
    set_text(key, &vault.keep(text, key)?)
}

fn read<T: DeserializeOwned>(key: &str, vault: &Vault) -> Read<T> {
    let Some(found) = text(key) else { return Read::Nothing };
    // What is locked is neither read nor moved.
    let Ok(opened) = vault.read_open(found.clone(), key) else { return Read::Nothing };
    match opened.and_then(|text| json::from_slice(text.as_bytes()).ok()) {
        Some(value) => Read::Found(value),
        None => move_aside(key, found),
    }
}

fn move_aside<T>(key: &str, text: String) -> Read<T> {
    let aside = [key, CORRUPT, &clock::now().timestamp_millis().to_string()].concat();
    if set_text(&aside, &text).is_ok() {
        LocalStorage::delete(key);
    }
    Read::Damaged(MovedAside { key: aside, text })
}
