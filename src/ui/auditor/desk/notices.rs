//! Files that are signed beside the return: a concern's notice, a second signature, a withdrawal.

use chrono::{DateTime, Utc};
use leptos::task::spawn_local;

use super::files::MEDIA_TYPE;
use super::signing::sealed;
use super::{Desk, Working, words};
use crate::audit_return::{WithdrawnBy, concern_notice, to_countersign, withdrawal};
use crate::browser::{files, now};
use crate::check::c03_what_keeps_a_notice_back;
use crate::envelope::{CountersignError, Kind, Unsigned, WriteError};
use crate::id::ItemId;
use crate::store::{
    SavedNotice, SavedNoticeError, SignedNotice, SignedVersion, SignedWithdrawal, file_name,
    saved_notice,
};
use crate::text::file_stamp;
use crate::ui::govuk::PageError;

/// What a page hears once a file is made: its name, or why there is none.
type Made = Result<String, String>;

/// A withdrawal that was signed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnFile {
    /// Which version of the return is taken back.
    pub version: u32,
    /// When, in words.
    pub at: String,
    /// Why, as it was written.
    pub reason: String,
    /// Name under which it was downloaded.
    pub file_name: String,
    /// The file as it is to be sent.
    pub file: String,
}

fn words_of(error: WriteError) -> String {
    error.wording().title.to_string()
}

impl Desk {
    /// What keeps the notice of a concern back, each at its control (C-03).
    pub fn notice_errors(&self, item: &ItemId) -> Vec<PageError> {
        let notices =
            self.with(|open| c03_what_keeps_a_notice_back(&open.invitation.round, open.ret, item));
        self.at_controls(notices)
    }

    /// Signs the notice of one concern and downloads it, whatever else the return lacks (C-03).
    pub fn download_notice(&self, item: ItemId, done: impl FnOnce(Made) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.notice_now(&item).await) });
    }

    async fn notice_now(&self, item: &ItemId) -> Made {
        let working = self.opened()?;
        let key = self.key(&working).await?;
        let made = working
            .view(|open| concern_notice(open.ret, item, now(), open.invitation, key.public_key()));
        let made = made.ok_or_else(|| words::SIGN_FAILED.to_owned())?;
        let (_, unsigned) = made.map_err(words_of)?;
        let file = signed(&key, &unsigned).await?;
        let sealed = sealed(&working, &file, Kind::Concern)?;
        let signed = SignedNotice { at: now(), file, sealed };
        // Kept before it is downloaded: a sealed one is known again by nothing else.
        let kept = signed.clone();
        working.driver.update(|session, millis| session.noticed(kept, millis));
        working.driver.save_now();
        save(&name_of(&working, "concern", signed.at), signed.to_send())
    }

    /// What a chosen file is as a notice of one of this return's concerns; or why its key cannot be asked.
    pub async fn check_notice(
        &self,
        found: &[u8],
    ) -> Result<Result<SavedNotice, SavedNoticeError>, String> {
        let working = self.opened()?;
        let key = self.key(&working).await?;
        Ok(working
            .view(|open| saved_notice(found, &open.record.notices, open.ret, key.public_key())))
    }

    /// Signs the withdrawal of the version last signed and downloads it.
    pub fn withdraw(&self, name: String, reason: String, done: impl FnOnce(Made) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.withdraw_now(name, reason).await) });
    }

    async fn withdraw_now(&self, name: String, reason: String) -> Made {
        let working = self.opened()?;
        let key = self.key(&working).await?;
        let last = last_signed(&working)?;
        let at = now();
        let made = working.view(|open| {
            let role = open.ret.auditor.role.clone();
            let by = WithdrawnBy { role, name, reason: reason.clone(), at };
            withdrawal(open.ret, last.payload, by, open.invitation, key.public_key())
        });
        let made = made.ok_or_else(|| words::ENTER_WITHDRAWAL_REASON.to_owned())?;
        let (_, unsigned) = made.map_err(words_of)?;
        let file = signed(&key, &unsigned).await?;
        let sealed = sealed(&working, &file, Kind::Withdrawal)?;
        let signed = SignedWithdrawal { payload: last.payload, at, reason, file, sealed };
        // Kept before it is downloaded: what the browser refuses to save can be saved again.
        let kept = signed.clone();
        working.driver.update(|session, millis| session.withdrew(kept, millis));
        working.driver.save_now();
        self.refresh();
        save(&withdrawal_name(&working, &signed), signed.to_send())
    }

    /// The withdrawal of the version last signed, as its page shows it.
    pub fn withdrawn(&self) -> Option<WithdrawnFile> {
        let working = self.working()?;
        let signed = self.kept_withdrawal()?;
        Some(WithdrawnFile {
            version: last_signed(&working).ok()?.version,
            at: Self::full_moment(signed.at),
            file_name: withdrawal_name(&working, &signed),
            file: signed.to_send().to_owned(),
            reason: signed.reason,
        })
    }

    /// Downloads it again.
    pub fn download_withdrawal(&self) {
        if let (Some(working), Some(signed)) = (self.working(), self.kept_withdrawal())
            && let Err(why) = save(&withdrawal_name(&working, &signed), signed.to_send())
        {
            self.say(why);
        }
    }

    fn kept_withdrawal(&self) -> Option<SignedWithdrawal> {
        self.with(|open| open.record.withdrawal().filter(|_| open.record.is_signed()).cloned())
    }

    /// Signs the version last signed a second time, keeps the file and downloads it.
    pub fn countersign(
        &self,
        role: String,
        name: String,
        done: impl FnOnce(Result<(), String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.countersign_now(role, name).await) });
    }

    async fn countersign_now(&self, role: String, name: String) -> Result<(), String> {
        let working = self.opened()?;
        let key = self.second_key(&working).await?;
        let last = last_signed(&working)?;
        let prepared = working.view(|open| {
            let file = last.file.as_bytes();
            to_countersign(file, role, name, now(), open.invitation, key.public_key())
        });
        let prepared = prepared.map_err(|error| refusal(&error).to_owned())?;
        let signature = key.sign(prepared.signing_input()).await;
        let signature = signature.map_err(|error| error.to_string())?;
        let file = prepared.signed(&signature).map_err(words_of)?;
        let file = String::from_utf8(file).map_err(|_| words::SIGN_FAILED.to_owned())?;
        let sealed = sealed(&working, &file, Kind::Return)?;
        self.keep_signed(&working, SignedVersion { file, sealed, at: now(), ..last });
        Ok(())
    }
}

fn withdrawal_name(working: &Working, signed: &SignedWithdrawal) -> String {
    name_of(working, "withdrawal", signed.at)
}

/// The version last signed, with its file.
fn last_signed(working: &Working) -> Result<SignedVersion, String> {
    let last = working.driver.read(|session| session.record().signed.last().cloned());
    last.ok_or_else(|| words::SIGN_FAILED.to_owned())
}

fn name_of(working: &Working, what: &str, at: DateTime<Utc>) -> String {
    let stamp = file_stamp(at);
    working.view(|open| {
        let ret = open.ret;
        let parts =
            [what, &ret.case_label, ret.case_ref.as_str(), ret.agency.slot.as_str(), &stamp];
        file_name(&parts, "json")
    })
}

fn save(name: &str, file: &str) -> Made {
    files::save(name, MEDIA_TYPE, file.as_bytes()).map_err(|error| error.to_string())?;
    Ok(name.to_owned())
}

async fn signed(
    key: &crate::browser::keys::SigningKey,
    unsigned: &Unsigned,
) -> Result<String, String> {
    let signature = key.sign(unsigned.signing_input()).await;
    let signature = signature.map_err(|error| error.to_string())?;
    let file = unsigned.signed(&signature).map_err(words_of)?;
    String::from_utf8(file).map_err(|_| words::SIGN_FAILED.to_owned())
}

fn refusal(error: &CountersignError) -> &'static str {
    match error {
        CountersignError::Unsound(_) => words::SIGN_FAILED,
        CountersignError::SignedTwice => words::SIGNED_TWICE,
        CountersignError::SameKey => words::SAME_KEY,
        CountersignError::NoName => words::SECOND_NAME_LENGTH,
    }
}
