//! Whether what is kept here is locked, and opening it with the passphrase.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, Opening, words};
use crate::browser::{
    Database, IdleWatch, LocalJournal, Storage, composed, is_single_file, passphrase_key, random,
};
use crate::envelope::{DeviceKey, OpenError, is_closed};
use crate::store::{FetchError, Shelf, Vault, VaultRecord, close_rest, find_vault};

/// Whether what is kept on this device can be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Locking {
    /// There seems to be a passphrase; it is being looked for.
    Looking,
    /// No passphrase is set.
    Off,
    /// It was entered here.
    Open,
    /// It is to be entered.
    Locked,
    /// Another tab is about to set or remove it.
    Elsewhere,
    /// What is kept of it cannot be read, and why.
    Unreadable(String),
}

impl Locking {
    /// At the start, before anything could be awaited.
    pub(super) fn at_first() -> Self {
        let seems_set = LocalJournal::probe().is_some_and(LocalJournal::has_vault);
        if seems_set { Self::Looking } else { Self::Off }
    }

    /// Whether pages that show anything of what is kept are out of sight.
    pub fn hides_pages(&self) -> bool {
        match self {
            Self::Off | Self::Open => false,
            Self::Looking | Self::Locked | Self::Elsewhere | Self::Unreadable(_) => true,
        }
    }
}

impl Desk {
    /// What opens and closes all that is kept here.
    pub(super) fn vault(&self) -> Rc<Vault> {
        self.vault.get_value()
    }

    /// Whether nothing is ever kept here but under a passphrase.
    pub fn is_never_open(&self) -> bool {
        self.vault().is_never_open()
    }

    /// Whether what is kept here is locked.
    pub fn locking(&self) -> Signal<Locking> {
        self.locking.into()
    }

    /// After how many seconds without a touch a page locks here.
    pub fn idle_seconds(&self) -> Option<u32> {
        self.vault_record.with_value(|record| Some(record.as_ref()?.idle_seconds))
    }

    /// Looks whether a passphrase is set; without one, or once it was entered, reads the lists.
    pub(super) async fn look(&self) {
        let locking = self.looked().await;
        self.probed.get_value().open();
        let hidden = locking.hides_pages();
        // Whoever opens a return lists what is here on the way.
        let opens = matches!(self.opening.get_untracked(), Opening::Underway(_));
        if !hidden && !opens {
            self.list().await;
        }
        let _ = self.locking.try_set(locking);
    }

    /// The same, soon: another tab has set, changed or removed it.
    pub fn look_again(&self) {
        let desk = *self;
        spawn_local(async move { desk.look().await });
    }

    async fn looked(&self) -> Locking {
        let (vault, device) = (self.vault(), self.device());
        let Some(database) = device.as_deref().and_then(Storage::database) else {
            vault.turn_off();
            return Locking::Off;
        };
        match self.found(database).await {
            Ok(None) => {
                // Removed by a tab that this one did not hear: what stands in the journal is opened.
                if vault.is_open() {
                    let _ = self.convert_texts(|text, place| vault.read(text, place));
                }
                self.hold(None);
                vault.turn_off();
                Locking::Off
            }
            Ok(Some(record)) if vault.is_open() && self.holds(&record) => {
                self.watch_idle(record.idle_seconds);
                self.hold(Some(record));
                Locking::Open
            }
            // Set by a tab that this one did not hear: what is unsaved here stays in sight.
            Ok(Some(_)) if !vault.is_shut() && !self.lock_here().await => {
                self.locking.get_untracked()
            }
            Ok(Some(record)) => {
                self.hold(Some(record));
                Locking::Locked
            }
            // What is open goes on under its key, and tells for itself what is not kept.
            Err(FetchError::Store(error)) if vault.is_open() => {
                self.say(error.to_string());
                Locking::Open
            }
            // As where the browser keeps nothing at all.
            Err(FetchError::Store(error)) => {
                self.say(words::only_in_window(&error.to_string()));
                self.device.set_value(None);
                self.journal.set_value(None);
                vault.turn_off();
                Locking::Off
            }
            Err(error @ (FetchError::Record(_) | FetchError::Missing)) => {
                vault.shut();
                Locking::Unreadable(error.to_string())
            }
        }
    }

    pub(super) async fn found(
        &self,
        database: &Database,
    ) -> Result<Option<VaultRecord>, FetchError> {
        let copy = self.journal().and_then(LocalJournal::vault_copy);
        let closed_elsewhere = self.journal().is_some_and(LocalJournal::holds_closed);
        find_vault(database, copy.as_deref(), closed_elsewhere).await
    }

    fn holds(&self, record: &VaultRecord) -> bool {
        self.vault_record
            .with_value(|held| held.as_ref().is_some_and(|held| held.name == record.name))
    }

    /// Holds the record, and keeps its second copy.
    pub(super) fn hold(&self, record: Option<VaultRecord>) {
        if let Some(journal) = self.journal() {
            journal.keep_vault_copy(record.as_ref());
        }
        if record.is_none() {
            self.watch.set_value(None);
        }
        self.vault_record.set_value(record);
    }

    /// Opens what is kept here; a wrong passphrase changes nothing.
    pub fn unlock(&self, passphrase: String, done: impl FnOnce(Result<(), String>) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.unlocked(&passphrase).await) });
    }

    async fn unlocked(&self, passphrase: &str) -> Result<(), String> {
        let device = self.device();
        let database = device.as_deref().and_then(Storage::database).ok_or_else(String::new)?;
        match self.found(database).await.map_err(|error| error.to_string())? {
            Some(record) => {
                let key = key_of(&record, passphrase).await?;
                self.enter(database, record, key).await;
            }
            // Another tab has removed it.
            None => self.look().await,
        }
        Ok(())
    }

    /// Goes on with the passphrase entered: closes whatever lies in the open, and reads the lists.
    pub(super) async fn enter(&self, database: &Database, record: VaultRecord, key: DeviceKey) {
        let vault = self.vault();
        vault.open(&record, key.clone());
        let closed = close_rest(database, &record, &key, &mut random::secret).await;
        let closed = closed.and(self.convert_texts(|text, place| match is_closed(&text) {
            true => Ok(text),
            false => vault.keep(text, place),
        }));
        if let Err(error) = closed {
            self.say(words::not_all_closed(&error.to_string()));
        }
        self.watch_idle(record.idle_seconds);
        self.hold(Some(record));
        self.list().await;
        let _ = self.not_locked.try_set(None);
        let _ = self.locking.try_set(Locking::Open);
    }

    /// Converts what stands in the journal's place.
    pub(super) fn convert_texts(
        &self,
        convert: impl Fn(String, &str) -> Result<String, crate::store::StoreError>,
    ) -> Result<(), crate::store::StoreError> {
        self.journal().map_or(Ok(()), |journal| journal.convert(convert))
    }

    pub(super) fn watch_idle(&self, seconds: u32) {
        let desk = *self;
        self.watch.set_value(Some(IdleWatch::new(seconds, move || desk.lock_all())));
    }

    /// How many records stand on a shelf of the device, read or not.
    pub fn count(&self, shelf: Shelf, done: impl FnOnce(u32) + 'static) {
        let desk = *self;
        spawn_local(async move {
            desk.looked_once().await;
            if let Some(database) = desk.device().as_deref().and_then(Storage::database) {
                done(database.count(shelf).await.unwrap_or_default());
            }
        });
    }
}

/// Of this page: one file for everybody is opened where others may read what is kept.
pub(super) fn of_this_page() -> Vault {
    if is_single_file() { Vault::never_open(random::secret) } else { Vault::new(random::secret) }
}

/// The device's key, by the passphrase as it was typed.
pub(super) async fn key_of(record: &VaultRecord, passphrase: &str) -> Result<DeviceKey, String> {
    let salt = record.salt().map_err(sentence)?;
    let by = passphrase_key(&composed(passphrase), salt).await;
    record.open(&by).map_err(sentence)
}

pub(super) fn sentence(error: OpenError) -> String {
    match error {
        OpenError::WrongPassphrase => words::WRONG_PASSPHRASE.to_owned(),
        other => super::opening::sentence(other),
    }
}
