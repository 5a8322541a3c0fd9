//! Locking: everything is saved first, then nothing of it is left in sight or in memory.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::route::Page;
use super::parted::Apart;
use super::{Desk, Kept, Locking, Opening, Working, words};
use crate::browser::tabs::{self, Message};
use crate::browser::{now, sleep, typing};
use crate::store::{Durability, InvitationRecord, SaveState as Saving, Store};
use crate::ui::govuk::SaveState;
use crate::ui::router::Path;

/// How long a save may take before a page is not locked, in steps of [`STEP`].
const STEPS: u32 = 120;
/// After so many of them a save that has failed is not waited for.
const STEPS_AFTER_FAILURE: u32 = 10;
/// In milliseconds.
const STEP: u32 = 100;
/// Where what was typed outside a draft is bound to.
const STASH: &str = "stash";

/// What was typed on a page and is in no draft yet, closed like everything else.
#[derive(Debug, Clone)]
pub struct Stash {
    /// Address of the page.
    address: String,
    /// Box and text of each, closed.
    texts: Vec<(String, String)>,
}

impl Desk {
    /// Locks this tab and all others, once everything is saved.
    pub fn lock_all(&self) {
        let desk = *self;
        spawn_local(async move {
            if desk.lock_here().await {
                tabs::tell(&Message::Lock);
            }
        });
    }

    /// Locks this tab. Whether it is locked now.
    pub(super) async fn lock_here(&self) -> bool {
        let vault = self.vault();
        if vault.is_shut() || self.is_locking.get_value() {
            return false;
        }
        self.is_locking.set_value(true);
        let settled = self.settle().await;
        self.is_locking.set_value(false);
        match settled {
            // From here on nothing is awaited: no word can come between.
            Ok(()) => {
                self.stash();
                let next = if vault.is_open() { Locking::Locked } else { Locking::Elsewhere };
                self.put_down();
                vault.shut();
                self.watch.set_value(None);
                let _ = self.locking.try_set(next);
                true
            }
            Err(why) => {
                // Whoever comes back can go on, and save a copy.
                if let Some(seconds) = self.idle_seconds() {
                    self.watch_idle(seconds);
                }
                let _ = self.not_locked.try_set(Some(words::not_locked(&why)));
                false
            }
        }
    }

    /// Why this page could not be locked; watched.
    pub fn not_locked(&self) -> Option<String> {
        self.not_locked.get()
    }

    /// Waits until everything is kept that was typed.
    pub(super) async fn settle(&self) -> Result<(), String> {
        if !self.apart.with_value(Apart::is_empty) {
            return Err(words::PARTED_UNKEPT_EXPLAINED.to_owned());
        }
        if let Some(working) = self.working() {
            saved(&working).await?;
        }
        self.keep_laid_out().await;
        Ok(())
    }

    /// An invitation that was only looked at stays, so that its page can be shown again.
    async fn keep_laid_out(&self) {
        let record = self.laid_out.with_value(|laid_out| {
            laid_out.as_ref().map(|laid_out| InvitationRecord::of(laid_out.file.clone(), now()))
        });
        if let (Some(record), Some(device)) = (record, self.device()) {
            // Its person has the file: nothing that was typed depends on it.
            let _ = device.write(vec![record.keep()], Durability::Relaxed).await;
        }
    }

    /// Forgets everything that was read or typed. It is kept.
    pub(super) fn put_down(&self) {
        if let Some(working) = self.working.try_update_value(Option::take).flatten() {
            working.close();
        }
        self.laid_out.set_value(None);
        // Its person has the file, and opens it again.
        self.pack.set_value(None);
        let _ = self.opening.try_set(Opening::Closed);
        let _ = self.records.try_set(Vec::new());
        self.forget_copying();
        let _ = self.kept.try_update(|kept| {
            *kept = Kept { private: kept.private, on_device: kept.on_device, ..Kept::default() };
        });
        let _ = self.copied.try_set(String::new());
        let _ = self.copy_due.try_set(false);
        let _ = self.save.try_set(SaveState::Nothing);
    }

    /// Takes along what was typed on a page whose words go into a file and not into a draft.
    fn stash(&self) {
        let address = typing::address();
        if !Page::of(&Path::parse(&address)).keeps_words_when_locked() {
            return self.stash.set_value(None);
        }
        let vault = self.vault();
        let typed = typing::typed().into_iter();
        let closed = typed.filter_map(|(id, text)| Some((id, vault.keep(text, STASH).ok()?)));
        let stash = Stash { address, texts: closed.collect() };
        self.stash.set_value((!stash.texts.is_empty()).then_some(stash));
    }

    /// Types it again, in boxes of the same page that are empty.
    pub(super) fn type_again(&self) {
        let Some(stash) = self.stash.try_update_value(Option::take).flatten() else { return };
        if stash.address != typing::address() {
            return;
        }
        let vault = self.vault();
        for (id, text) in stash.texts {
            if let Ok(text) = vault.read(text, STASH) {
                typing::type_into_empty(&id, &text);
            }
        }
    }
}

/// Saves a draft, or says why it is not saved.
async fn saved(working: &Working) -> Result<(), String> {
    if !working.owns() {
        return Ok(());
    }
    working.driver.save_now();
    for step in 0..STEPS {
        let (dirty, state) = working.driver.read(|session| (session.is_dirty(), session.state()));
        match state {
            _ if !dirty => return Ok(()),
            Saving::Failed { error, .. } if step >= STEPS_AFTER_FAILURE => {
                return Err(error.to_string());
            }
            Saving::Failed { .. } | Saving::Saved { .. } | Saving::Unsaved | Saving::Saving => {}
        }
        sleep(STEP).await;
    }
    Err(crate::store::StoreError::NoAnswer.to_string())
}
