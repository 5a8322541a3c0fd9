//! Opening a file that its passphrase closed: one that a plain page made while all was locked.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::route::LOCKED_COPY;
use super::files::{MEDIA_TYPE, copy_name};
use super::vault::sentence;
use super::{Desk, TypedTwice, words};
use crate::browser::{composed, passphrase_key};
use crate::browser::{files, now, random};
use crate::envelope::{Kind, Limits, PassphraseKey, new_salt, salt_of};
use crate::store::{DraftCopy, LockedCopy, LockedCopyError};

impl Desk {
    /// Lays a locked copy by until its passphrase is entered; gives the address of that page.
    pub(super) fn lay_by_locked(&self, bytes: Vec<u8>) -> String {
        self.locked_copy.set_value(Some(bytes));
        LOCKED_COPY.to_owned()
    }

    /// Whether a locked copy was laid by.
    pub fn has_locked_copy(&self) -> bool {
        self.locked_copy.with_value(Option::is_some)
    }

    /// Opens it; gives the address to go to, or what is wrong.
    pub fn open_locked_copy(
        &self,
        passphrase: String,
        done: impl FnOnce(Result<String, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.opened_copy(&composed(&passphrase)).await) });
    }

    /// Saves a copy of the open draft that opens with this passphrase only; gives the file's name.
    pub fn save_closed_copy(
        &self,
        typed: TypedTwice,
        done: impl FnOnce(Result<String, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.save_closed_now(typed).await) });
    }

    async fn save_closed_now(&self, typed: TypedTwice) -> Result<String, String> {
        let working = self.opened()?;
        let by = passphrase_key(&composed(&typed.first), new_salt(random::secret())).await;
        let record = working.driver.read(|session| session.record().clone());
        let copy = DraftCopy::of(record, working.invitation_file.clone());
        let file = copy.closed(&by, &mut random::secret);
        let file = file.map_err(|error| error.wording().title.to_string())?;
        // Only what has opened with the second typing is a copy (L21).
        let salt = salt_of(&file, &Limits::of(Kind::Draft)).map_err(sentence)?;
        let again = passphrase_key(&composed(&typed.again), salt).await;
        let opened = DraftCopy::open_closed(&file, &again);
        opened.map_err(|_| words::PASSPHRASES_DIFFER.to_owned())?;
        let name = ["locked-", &copy_name(&copy.record)].concat();
        files::save(&name, MEDIA_TYPE, &file).map_err(|error| error.to_string())?;
        let written = copy.record.draft;
        working.driver.update(move |session, millis| {
            // Words typed meanwhile are in no file yet.
            if *session.draft() == written {
                session.copied_to_file(now(), millis);
            }
        });
        self.show_copied();
        Ok(name)
    }

    async fn opened_copy(&self, passphrase: &str) -> Result<String, String> {
        let bytes = self.locked_copy.get_value().ok_or_else(|| words::NO_LOCKED_COPY.to_owned())?;
        let address = self.keep_copy(unlocked(&bytes, passphrase).await?).await?;
        self.locked_copy.set_value(None);
        Ok(address)
    }
}

/// A copy of either form: whole, or as the device kept its parts.
async fn unlocked(bytes: &[u8], passphrase: &str) -> Result<DraftCopy, String> {
    let limits = Limits::of(Kind::Draft);
    if let Ok(salt) = salt_of(bytes, &limits) {
        let by = passphrase_key(passphrase, salt).await;
        return DraftCopy::open_closed(bytes, &by).map_err(sentence);
    }
    let copy = LockedCopy::read(bytes).map_err(words_of)?;
    let by: PassphraseKey = passphrase_key(passphrase, copy.salt().map_err(words_of)?).await;
    copy.open(&by).map_err(words_of)
}

fn words_of(error: LockedCopyError) -> String {
    match error {
        LockedCopyError::File(error) => sentence(error),
        error @ (LockedCopyError::Record(_) | LockedCopyError::NoInvitation) => error.to_string(),
    }
}
