//! Where drafts are kept here, and whatever is to be said of that: lost, set aside, newer, private.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::files::MEDIA_TYPE;
use super::parted::Apart;
use super::{Desk, words};
use crate::browser::tabs::Message;
use crate::browser::{
    Device, LocalJournal, MovedAside, Read, Storage, ask_to_persist, files, lifecycle,
    looks_private, now, panic, sleep, tabs, wipe,
};
use crate::id::ReturnId;
use crate::store::{
    DraftRecord, Found, Guarded, InvitationRecord, KnownDraft, Library, MemoryStore, SetAside,
    Settings, StoreError, file_name, take_in,
};

/// How long other tabs are given to let go of what they hold, in milliseconds.
pub(super) const OTHERS_LET_GO: u32 = 400;

/// What the page of all returns says beside its lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// Returns that the browser has deleted, with the time at which each was last saved, in words.
    pub lost: Vec<(KnownDraft, String)>,
    /// How many records a newer program wrote.
    pub newer: usize,
    /// What could not be read.
    pub aside: Vec<AsideLine>,
    /// Whether this seems to be a private window.
    pub private: bool,
    /// What the browser answered when asked to keep what is here.
    pub persisted: Option<bool>,
    /// Whether the browser keeps anything at all.
    pub on_device: bool,
    /// Whether a passphrase is to be offered.
    pub offers_passphrase: bool,
}

/// Something set aside, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideLine {
    /// Its key.
    pub key: String,
    /// When it was found, in words.
    pub at: String,
    /// To the byte.
    pub text: String,
}

impl Desk {
    /// Probes the browser and lists what is kept here. Once, at the start.
    pub fn start(&self) {
        let desk = *self;
        let mut listeners: Vec<_> =
            lifecycle::on_save_key(move || desk.save_file_copy()).into_iter().collect();
        listeners.extend(tabs::listen(move |message| desk.hear(message)));
        listeners.extend(lifecycle::on_leaving(move || desk.leave(), move || desk.come_back()));
        listeners.extend(lifecycle::warn_before_leaving(move || desk.closing_loses()));
        self.listeners.set_value(listeners);
        spawn_local(async move {
            let Device { database, journal } = Device::probe().await;
            match database {
                Ok(database) => {
                    let guarded = Guarded::new(database, desk.vault());
                    desk.device.set_value(Some(Rc::new(Storage::Device(guarded))));
                    // Changes are replayed from it into records that outlive the window.
                    desk.journal.set_value(journal);
                }
                Err(error) => desk.say(words::only_in_window(&error.to_string())),
            }
            desk.look().await;
            // A file that is opened from a folder is refused the same things.
            let private = !desk.is_never_open() && looks_private().await;
            let _ = desk.kept.try_update(|kept| kept.private = private && kept.on_device);
        });
    }

    /// Whether closing the window would lose words that lie in it alone, of whatever return. The one that lies
    /// open asks for itself.
    fn closing_loses(&self) -> bool {
        // After a fault nothing in memory can be read or saved any more.
        if panic::has_stopped() {
            return false;
        }
        !self.apart_here_alone().is_empty()
            || self.window.try_get_value().is_some_and(|window| window.closing_loses())
    }

    /// Waits until the browser has been probed, and what is kept in it can be read.
    pub(super) async fn probed(&self) {
        self.looked_once().await;
        while self.vault().is_shut() {
            sleep(200).await;
        }
    }

    /// Waits until it is known what this browser has.
    pub(super) async fn looked_once(&self) {
        self.probed.get_value().opened().await;
    }

    /// The browser's storage, where it has one.
    pub(super) fn device(&self) -> Option<Rc<Storage>> {
        self.device.try_get_value().flatten()
    }

    /// The device's storage first, then the window's.
    pub(super) fn storages(&self) -> Vec<Rc<Storage>> {
        self.device().into_iter().chain(self.window.try_get_value()).collect()
    }

    pub(super) fn journal(&self) -> Option<LocalJournal> {
        self.journal.try_get_value().flatten()
    }

    pub(super) fn say(&self, trouble: String) {
        let _ = self.trouble.try_set(Some(trouble));
    }

    /// The storage that has a draft, with it.
    pub(super) async fn find(
        &self,
        id: &ReturnId,
    ) -> Result<Option<(Rc<Storage>, DraftRecord)>, String> {
        for storage in self.storages() {
            let found = Library::new(&*storage).draft(id).await;
            if let Some(record) = found.map_err(|error| error.to_string())? {
                return Ok(Some((storage, record)));
            }
        }
        Ok(None)
    }

    /// The invitation with this hash, from wherever it is kept.
    pub(super) async fn invitation_file(
        &self,
        hash: &crate::envelope::Hash,
    ) -> Result<String, String> {
        let mut why = String::new();
        for storage in self.storages() {
            match Library::new(&*storage).invitation(hash).await {
                Ok(record) => return Ok(record.file),
                Err(error) => why = error.to_string(),
            }
        }
        Err(why)
    }

    /// Keeps a new draft: on the device, or in this window where the device takes nothing.
    pub(super) async fn keep_new(
        &self,
        invitation: &InvitationRecord,
        draft: DraftRecord,
    ) -> Result<(), String> {
        if let Some(device) = self.device() {
            match Library::new(&*device).begin(invitation, vec![draft.clone()]).await {
                Ok(_) => return Ok(()),
                // Something is there already: that is no reason to keep a second one.
                Err(error @ StoreError::StaleRevision { .. }) => return Err(error.to_string()),
                Err(error) => self.say(words::only_in_window(&error.to_string())),
            }
        }
        let window = self.window.get_value();
        let kept = Library::new(&*window).begin(invitation, vec![draft]).await;
        kept.map(drop).map_err(|error| error.to_string())
    }

    /// Keeps on the device what was in this window alone, now that a passphrase closes it there.
    pub(super) async fn take_in(&self) {
        let Some(device) = self.device() else { return };
        // What lies open is written where it was begun.
        self.close();
        let window = self.window.get_value();
        match take_in(&*device, &*window, now()).await {
            Ok(()) => {
                self.window.set_value(Rc::new(Storage::Window(MemoryStore::default())));
                let _ = self.trouble.try_set(None);
            }
            Err(error) => self.say(words::only_in_window(&error.to_string())),
        }
        self.list().await;
    }

    /// Reads the list anew.
    pub(super) async fn list(&self) {
        self.list_with(None).await;
    }

    /// The same; gives the draft with this id as it stood there, with the storage that has it.
    pub(super) async fn list_with(
        &self,
        wanted: Option<&ReturnId>,
    ) -> Option<(Rc<Storage>, DraftRecord)> {
        let mut records = Vec::new();
        let mut draft = None;
        for storage in self.storages() {
            match Library::new(&*storage).open(now()).await {
                Ok(found) => {
                    let is_wanted = |record: &&DraftRecord| wanted == Some(&record.draft_id);
                    let known = found.drafts.iter().find(is_wanted).filter(|_| draft.is_none());
                    draft = known.map(|record| (storage.clone(), record.clone())).or(draft);
                    // Whoever waits for a draft does not wait for this, too: it is noted at the next look.
                    if storage.database().is_some() && wanted.is_none() {
                        self.note(&storage, &found).await;
                    }
                    records.extend(found.drafts);
                    records.extend(found.bin);
                }
                // Locked meanwhile.
                Err(StoreError::Locked) => return None,
                Err(error) => self.say(error.to_string()),
            }
        }
        if self.vault().is_shut() {
            return None;
        }
        let _ = self.records.try_set(records);
        draft
    }

    /// Reads the list anew, soon.
    pub fn refresh(&self) {
        let desk = *self;
        spawn_local(async move { desk.list().await });
    }

    /// Notes what is to be said of the device, and remembers what was found on it.
    async fn note(&self, storage: &Storage, found: &Found) {
        let aside = Library::new(storage).aside().await.unwrap_or_default();
        let before = self.settings();
        let mut settings = before.clone();
        settings.remember(found);
        let lost = settings.lost(found);
        let lost = lost.into_iter().map(|known| {
            let at = Self::moment(known.saved_at);
            (known, at)
        });
        let lost = lost.collect();
        if settings != before {
            self.write_settings(&settings);
        }
        let _ = self.kept.try_update(|kept| {
            kept.on_device = true;
            kept.lost = lost;
            kept.newer = found.newer.len();
            kept.persisted = settings.storage_persisted;
            kept.offers_passphrase = settings.offers_passphrase(found) && !self.vault().is_open();
            kept.aside = aside.into_iter().map(AsideLine::from).collect();
        });
    }

    /// What there is to say of what is kept here; watched.
    pub fn kept(&self) -> Kept {
        self.kept.get()
    }

    pub(super) fn settings(&self) -> Settings {
        match self.journal().map(|journal| journal.settings(&self.vault())) {
            Some(Read::Found(settings)) => settings,
            // Conveniences: what was damaged is moved aside and asked for again.
            Some(Read::Nothing | Read::Damaged(_)) | None => Settings::default(),
        }
    }

    pub(super) fn write_settings(&self, settings: &Settings) {
        if let Some(journal) = self.journal() {
            // Conveniences: without them things are asked again.
            let _ = journal.write_settings(settings, &self.vault());
        }
    }

    /// The person has seen that a return is lost.
    pub fn forget_lost(&self, id: &ReturnId) {
        let mut settings = self.settings();
        settings.forget(id);
        self.write_settings(&settings);
        self.refresh();
    }

    /// The person needs no passphrase here.
    pub fn refuse_passphrase(&self) {
        self.write_settings(&Settings { passphrase_refused: true, ..self.settings() });
        let _ = self.kept.try_update(|kept| kept.offers_passphrase = false);
    }

    /// Asks the browser to keep what is here for good; from a click only (L4).
    pub fn ask_to_keep(&self) {
        let desk = *self;
        spawn_local(async move {
            let answer = ask_to_persist().await.unwrap_or(false);
            let settings = Settings { storage_persisted: Some(answer), ..desk.settings() };
            desk.write_settings(&settings);
            let _ = desk.kept.try_update(|kept| kept.persisted = Some(answer));
        });
    }

    /// Saves what was set aside to a file, to the byte.
    pub fn save_aside(&self, line: &AsideLine) {
        let name = file_name(&["unreadable", &line.key], "txt");
        if let Err(error) = files::save(&name, MEDIA_TYPE, line.text.as_bytes()) {
            self.say(error.to_string());
        }
    }

    /// Deletes what was set aside, for good.
    pub fn drop_aside(&self, key: String) {
        let desk = *self;
        let Some(device) = self.device() else { return };
        spawn_local(async move {
            if let Err(error) = Library::new(&*device).drop_aside(&key).await {
                desk.say(error.to_string());
            }
            desk.list().await;
        });
    }

    /// Deletes everything that either program keeps in this browser. Other tabs let go first, so
    /// that none writes anything back.
    pub fn wipe(&self, done: impl FnOnce(Result<(), String>) + 'static) {
        let desk = *self;
        self.forget_open();
        tabs::tell(&Message::Wiped);
        spawn_local(async move {
            sleep(OTHERS_LET_GO).await;
            let device = desk.device();
            let database = device.as_deref().and_then(Storage::database);
            let outcome = wipe(database, desk.journal()).await;
            desk.put_down();
            // What lies in this window alone is deleted with the rest, or stays with the rest.
            if outcome.is_ok() {
                desk.window.set_value(Rc::new(Storage::Window(MemoryStore::default())));
                desk.apart.set_value(Apart::default());
                desk.stash.set_value(None);
                desk.locked_copy.set_value(None);
            }
            desk.look().await;
            done(outcome.map_err(|error| words::not_wiped(&error.to_string())));
        });
    }

    /// Keeps a journal that cannot be read among what is set aside, then takes it from where it was. Where it
    /// cannot be kept it stays, and is found again.
    pub(super) async fn keep_damaged(
        &self,
        storage: &Storage,
        id: &ReturnId,
        damaged: &MovedAside,
    ) -> Result<(), String> {
        let from = ["journal/", id.as_str()].concat();
        let aside = SetAside { from, text: damaged.text.clone(), why: String::new(), at: now() };
        let kept = Library::new(storage).set_aside(&aside).await;
        if let Some(journal) = self.journal() {
            match &kept {
                Ok(()) => journal.drop_aside(damaged),
                Err(_) => journal.put_back(id, damaged),
            }
        }
        kept.map_err(|error| words::rest_not_kept(&error.to_string()))
    }
}

impl From<(String, SetAside)> for AsideLine {
    fn from((key, aside): (String, SetAside)) -> Self {
        Self { key, at: Desk::moment(aside.at), text: aside.text }
    }
}
