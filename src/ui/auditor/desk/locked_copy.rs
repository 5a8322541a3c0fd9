//! Opening a file that its passphrase closed: one that a plain page made while all was locked.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::route::LOCKED_COPY;
use super::vault::sentence;
use super::{Desk, words};
use crate::browser::{composed, passphrase_key};
use crate::envelope::{Kind, Limits, PassphraseKey, open_draft, salt_of};
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
        let file = by.open(bytes, &[Kind::Draft], &limits).map_err(sentence)?;
        let draft = open_draft(&file.contents, &limits).map_err(sentence)?;
        return draft.parse().map_err(sentence);
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
