//! Setting, changing and removing the passphrase of this device.

use leptos::prelude::Set;
use leptos::task::spawn_local;

use super::keeping::OTHERS_LET_GO;
use super::vault::{key_of, sentence};
use super::{Desk, Locking, words};
use crate::browser::tabs::{self, Message};
use crate::browser::{Database, Storage, composed, passphrase_key, random, sleep};
use crate::envelope::{DeviceKey, new_salt};
use crate::store::{VaultRecord, remove_vault, renew_vault, set_up_vault};

/// What a page hears: done, or why not.
type Outcome = Result<(), String>;

/// A passphrase as it was typed twice.
#[derive(Clone)]
pub struct TypedTwice {
    /// The first time.
    pub first: String,
    /// The second time.
    pub again: String,
}

impl Desk {
    /// Closes everything that is kept here with a new passphrase.
    pub fn set_passphrase(
        &self,
        typed: TypedTwice,
        idle_seconds: u32,
        done: impl FnOnce(Outcome) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move {
            let outcome = match desk.others_let_go().await {
                Ok(()) => desk.set_now(typed, idle_seconds).await,
                Err(why) => Err(why),
            };
            tabs::tell(&Message::VaultChanged);
            done(outcome);
        });
    }

    async fn set_now(&self, typed: TypedTwice, idle_seconds: u32) -> Outcome {
        let device = self.device();
        let database = database(device.as_deref())?;
        let key = DeviceKey::from_random(random::secret());
        let by = passphrase_key(&composed(&typed.first), new_salt(random::secret())).await;
        let record = VaultRecord::new(random::hex(), idle_seconds, &key, &by, &mut random::secret);
        let key = proved(&record, &typed.again).await?;
        let set = set_up_vault(database, &record, &key, &mut random::secret).await;
        set.map_err(|error| error.to_string())?;
        self.enter(database, record, key).await;
        if self.is_never_open() {
            self.take_in().await;
        }
        Ok(())
    }

    /// Puts a new passphrase in the place of the present one.
    pub fn change_passphrase(
        &self,
        present: String,
        typed: TypedTwice,
        done: impl FnOnce(Outcome) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.change_now(&present, typed).await) });
    }

    async fn change_now(&self, present: &str, typed: TypedTwice) -> Outcome {
        let device = self.device();
        let database = database(device.as_deref())?;
        let record = self.present(database).await?;
        let key = key_of(&record, present).await?;
        let by = passphrase_key(&composed(&typed.first), new_salt(random::secret())).await;
        let next = record.renewed(&key, &by, &mut random::secret);
        proved(&next, &typed.again).await?;
        self.renew(database, &record, next).await
    }

    /// Locks after another time without a touch.
    pub fn change_idle(&self, idle_seconds: u32, done: impl FnOnce(Outcome) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.change_idle_now(idle_seconds).await) });
    }

    async fn change_idle_now(&self, idle_seconds: u32) -> Outcome {
        let device = self.device();
        let database = database(device.as_deref())?;
        let record = self.present(database).await?;
        let next = record.locked_after(idle_seconds);
        self.watch_idle(idle_seconds);
        self.renew(database, &record, next).await
    }

    async fn renew(&self, database: &Database, record: &VaultRecord, next: VaultRecord) -> Outcome {
        renew_vault(database, record, &next).await.map_err(|error| error.to_string())?;
        self.hold(Some(next));
        tabs::tell(&Message::VaultChanged);
        Ok(())
    }

    /// Opens everything that is kept here and forgets the passphrase.
    pub fn remove_passphrase(&self, present: String, done: impl FnOnce(Outcome) + 'static) {
        let desk = *self;
        spawn_local(async move {
            let outcome = desk.remove_now(&present).await;
            tabs::tell(&Message::VaultChanged);
            done(outcome);
        });
    }

    async fn remove_now(&self, present: &str) -> Outcome {
        let device = self.device();
        let database = database(device.as_deref())?;
        let record = self.present(database).await?;
        let key = key_of(&record, present).await?;
        self.others_let_go().await?;
        // The small texts first: while the vault's record is there, nothing is lost with the power.
        let vault = self.vault();
        let open = || self.convert_texts(|text, place| vault.read(text, place));
        let removed = match open() {
            Ok(()) => remove_vault(database, &record, &key).await,
            Err(error) => Err(error),
        };
        if let Err(error) = removed {
            self.enter(database, record, key).await;
            return Err(error.to_string());
        }
        // What was remembered meanwhile.
        let opened = open();
        vault.turn_off();
        self.hold(None);
        let _ = self.locking.try_set(Locking::Off);
        opened.map_err(|error| error.to_string())
    }

    async fn present(&self, database: &Database) -> Result<VaultRecord, String> {
        let found = self.found(database).await.map_err(|error| error.to_string())?;
        found.ok_or_else(|| words::NO_PASSPHRASE_ANY_MORE.to_owned())
    }

    /// What is open here is saved; other tabs save theirs and forget it, so that none of them
    /// writes as before.
    async fn others_let_go(&self) -> Outcome {
        self.settle().await?;
        tabs::tell(&Message::Lock);
        sleep(OTHERS_LET_GO).await;
        Ok(())
    }
}

fn database(device: Option<&Storage>) -> Result<&Database, String> {
    device.and_then(Storage::database).ok_or_else(|| words::NOTHING_TO_LOCK.to_owned())
}

/// The key, opened with the passphrase as it was typed the second time: only then does it count (L21).
async fn proved(record: &VaultRecord, again: &str) -> Result<DeviceKey, String> {
    let by = passphrase_key(&composed(again), record.salt().map_err(sentence)?).await;
    record.open(&by).map_err(|_| words::PASSPHRASES_DIFFER.to_owned())
}
