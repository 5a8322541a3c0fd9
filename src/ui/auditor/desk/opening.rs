//! Opening: an invitation's file, a saved copy, the sample, a return from the list.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use serde::Deserialize;

use super::super::route::{Step, invitation_href};
use super::{Desk, LaidOut, Opening, Working, words};
use crate::audit_return::Return;
use crate::browser::locks::{self, IfHeld, Ownership};
use crate::browser::{OpenDraft, Read, fetch, files, monotonic, now, random};
use crate::envelope::{Hash, Kind, Limits, OpenError, claimed_kind, open, open_draft};
use crate::id::{CaseRef, ReturnId};
use crate::round::Invitation;
use crate::store::{
    DraftCopy, DraftRecord, InvitationRecord, JournalText, Library, Opened, SaveLine, Session,
    SetAside,
};
use crate::ui::govuk::SaveState;

/// The list of sample files, as `cargo xtask sample` writes it.
#[derive(Deserialize)]
struct Samples {
    /// Address of the invitation to try.
    try_invitation: String,
}

const SAMPLES: &str = "samples/";

impl Desk {
    /// Opens a chosen file; gives the address to go to, or what is wrong.
    pub fn open_file(&self, file: File, done: impl FnOnce(Result<String, String>) + 'static) {
        let desk = *self;
        spawn_local(async move {
            let limit = Limits::of_any(&[Kind::Invitation, Kind::Draft]).file_bytes;
            let outcome = match files::read(&file, limit).await {
                Ok(bytes) => desk.open_bytes(bytes).await,
                Err(error) => Err(error.to_string()),
            };
            done(outcome);
        });
    }

    /// Opens the sample invitation that lies beside the program.
    pub fn open_sample(&self, done: impl FnOnce(Result<String, String>) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.sample().await) });
    }

    async fn sample(&self) -> Result<String, String> {
        let index = fetch::file(&[SAMPLES, "index.json"].concat()).await;
        let index = index.map_err(|error| error.to_string())?;
        let samples: Samples =
            crate::json::from_slice(&index).map_err(|_| words::NO_SAMPLE.to_owned())?;
        let address = [SAMPLES, &samples.try_invitation].concat();
        let bytes = fetch::file(&address).await.map_err(|error| error.to_string())?;
        self.lay_out_bytes(bytes).map(|hash| hash.to_string())
    }

    async fn open_bytes(&self, bytes: Vec<u8>) -> Result<String, String> {
        match claimed_kind(&bytes, &Limits::of_any(&[Kind::Invitation, Kind::Draft])) {
            Ok(Kind::Draft) => self.open_copy(&bytes).await,
            Ok(_) | Err(_) => {
                self.lay_out_bytes(bytes).map(|hash| invitation_href(&hash.to_string()))
            }
        }
    }

    /// Verifies an invitation and lays it out.
    fn lay_out_bytes(&self, bytes: Vec<u8>) -> Result<Hash, String> {
        let invitation = verified(&bytes)?;
        let hash = Hash::of(&bytes);
        let file = String::from_utf8(bytes).map_err(|_| words::WRONG_FILE.to_owned())?;
        let laid_out = LaidOut { hash, file, invitation: Rc::new(invitation) };
        self.laid_out.set_value(Some(laid_out));
        Ok(hash)
    }

    /// Opens a draft's file copy: beside the draft of this browser, where there is one.
    async fn open_copy(&self, bytes: &[u8]) -> Result<String, String> {
        let file = open_draft(bytes, &Limits::of(Kind::Draft)).map_err(sentence)?;
        let copy: DraftCopy = file.parse().map_err(sentence)?;
        verified(copy.invitation.as_bytes())?;
        if !copy.is_whole() {
            return Err(words::COPY_NOT_WHOLE.to_owned());
        }
        self.probed().await;
        let database = self.database().ok_or_else(|| self.why_blocked())?;
        let library = Library::new(&*database);
        let DraftCopy { record: copy, invitation, .. } = copy;
        let here = library.draft(&copy.draft_id).await.map_err(|error| error.to_string())?;
        let record = match here {
            Some(here) if here.draft == copy.draft && !here.is_deleted() => {
                return Ok(Step::Tasks.href(&here.draft_id));
            }
            Some(_) => copy.conflict_copy(random::id()),
            None => DraftRecord { revision: 0, deleted_at: None, ..copy },
        };
        let id = record.draft_id.clone();
        let invitation = InvitationRecord::of(invitation, now());
        let kept = library.begin(&invitation, vec![record]).await;
        kept.map_err(|error| error.to_string())?;
        self.list().await;
        Ok(Step::Tasks.href(&id))
    }

    fn why_blocked(&self) -> String {
        self.trouble
            .get_untracked()
            .unwrap_or_else(|| crate::store::StoreError::Blocked.to_string())
    }

    /// Lays out the invitation of an address: the one just opened, or one kept with a draft.
    pub fn lay_out(&self, hash: String, done: impl FnOnce(Result<(), String>) + 'static) {
        let desk = *self;
        let wanted = |laid_out: &LaidOut| laid_out.hash.to_string() == hash;
        if self.laid_out.with_value(|laid_out| laid_out.as_ref().is_some_and(wanted)) {
            return done(Ok(()));
        }
        spawn_local(async move {
            let outcome = desk.fetch_invitation(&hash).await;
            done(outcome.map(|laid_out| desk.laid_out.set_value(Some(laid_out))));
        });
    }

    async fn fetch_invitation(&self, hash: &str) -> Result<LaidOut, String> {
        self.probed().await;
        let hash: Hash = hash.parse().map_err(|_| words::UNKNOWN_PAGE_ADVICE.to_owned())?;
        let database = self.database().ok_or_else(|| self.why_blocked())?;
        let record = Library::new(&*database).invitation(&hash).await;
        let record = record.map_err(|error| error.to_string())?;
        let invitation = verified(record.file.as_bytes())?;
        Ok(LaidOut { hash, file: record.file, invitation: Rc::new(invitation) })
    }

    /// The invitation laid out.
    pub fn laid_out(&self) -> Option<Rc<Invitation>> {
        self.laid_out.with_value(|laid_out| Some(laid_out.as_ref()?.invitation.clone()))
    }

    /// Begins the return of a case: kept, with its id, before the first question is shown.
    pub fn begin(&self, case_ref: CaseRef, done: impl FnOnce(Result<ReturnId, String>) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.begin_draft(&case_ref).await) });
    }

    async fn begin_draft(&self, case_ref: &CaseRef) -> Result<ReturnId, String> {
        self.probed().await;
        let database = self.database().ok_or_else(|| self.why_blocked())?;
        let begun = self.laid_out.with_value(|laid_out| {
            let laid_out = laid_out.as_ref()?;
            let ret = Return::begin(&laid_out.invitation, case_ref, random::id(), now())?;
            let invitation = InvitationRecord::of(laid_out.file.clone(), now());
            Some((DraftRecord::begin(ret, invitation.hash, now()), invitation))
        });
        let (draft, invitation) = begun.ok_or_else(|| words::INVITATION_LACKS_CASE.to_owned())?;
        let id = draft.draft_id.clone();
        let kept = Library::new(&*database).begin(&invitation, vec![draft]).await;
        kept.map_err(|error| error.to_string())?;
        self.list().await;
        Ok(id)
    }

    /// Sees to it that the return of an address is open.
    pub fn ensure_open(&self, id: ReturnId) {
        match self.opening.get_untracked() {
            Opening::Open(open) | Opening::Underway(open) if open == id => return,
            Opening::Closed
            | Opening::Open(_)
            | Opening::Underway(_)
            | Opening::Elsewhere(_)
            | Opening::Failed(..) => {}
        }
        self.close();
        self.opening.set(Opening::Underway(id.clone()));
        let desk = *self;
        spawn_local(async move {
            let outcome = desk.open_return(&id).await;
            let _ = desk.opening.try_set(outcome.unwrap_or_else(|why| Opening::Failed(id, why)));
        });
    }

    async fn open_return(&self, id: &ReturnId) -> Result<Opening, String> {
        self.probed().await;
        let database = self.database().ok_or_else(|| self.why_blocked())?;
        let desk = *self;
        let lost = id.clone();
        let lock = locks::own(id, IfHeld::Yield, move || desk.lose(lost)).await;
        let guard = match lock {
            Ownership::Owned(guard) => Some(guard),
            Ownership::Unsupported => None,
            Ownership::HeldElsewhere => return Ok(Opening::Elsewhere(id.clone())),
        };
        let library = Library::new(&*database);
        let record = library.draft(id).await.map_err(|error| error.to_string())?;
        let record = record.filter(|record| !record.is_deleted());
        let record = record.ok_or_else(|| words::NOT_HERE.to_owned())?;
        let invitation = library.invitation(&record.invitation).await;
        let file = invitation.map_err(|error| error.to_string())?.file;
        let invitation = verified(file.as_bytes())?;
        let journal = self.stored_journal(id);
        let opened = Session::open(record.clone(), journal.as_ref(), random::hex(), monotonic());
        let Opened { session, conflict, unread, .. } = opened;
        self.keep_rest(&library, &record, &conflict, unread).await;
        let driver = OpenDraft::new(session, database.clone(), self.journal(), move |line| {
            desk.show_line(line);
        });
        let working = Working::new(driver, Rc::new(invitation), file, guard);
        self.working.set_value(Some(working));
        self.show_copied();
        self.offer_auditor();
        Ok(Opening::Open(id.clone()))
    }

    fn stored_journal(&self, id: &ReturnId) -> Option<JournalText> {
        match self.journal()?.read(id) {
            Read::Found(journal) => Some(journal),
            Read::Nothing | Read::Damaged(_) => None,
        }
    }

    /// What a journal held besides this draft's own changes is kept, never dropped.
    async fn keep_rest(
        &self,
        library: &Library<'_, crate::browser::Database>,
        record: &DraftRecord,
        conflict: &[crate::store::Change],
        unread: Vec<String>,
    ) {
        let mut outcome = Ok(());
        if !conflict.is_empty() {
            let kept = library.keep_conflict(record, conflict, random::id(), now()).await;
            outcome = kept.map(drop);
            self.list().await;
        }
        for text in unread {
            let from = ["journal/", record.draft_id.as_str()].concat();
            let aside = SetAside { from, text, why: "unreadable line".into(), at: now() };
            outcome = outcome.and(library.set_aside(&aside).await);
        }
        if let Err(error) = outcome {
            let _ = self.trouble.try_set(Some(error.to_string()));
        }
    }

    /// Waits until the browser has been probed.
    async fn probed(&self) {
        while !self.is_probed.get_value() {
            crate::browser::sleep(10).await;
        }
    }

    fn show_line(&self, line: &SaveLine) {
        let state = match line {
            SaveLine::Saved { at } => SaveState::Saved { at: Self::moment(*at) },
            SaveLine::Saving => SaveState::Saving,
            SaveLine::Failed { error, .. } => SaveState::Failed { why: error.to_string() },
        };
        let _ = self.save.try_set(state);
    }

    /// Another tab has taken the open return over.
    fn lose(&self, id: ReturnId) {
        let _ = self.working.try_update_value(|working| {
            if let Some(working) = working {
                working.driver.retire();
            }
        });
        let _ = self.opening.try_set(Opening::Elsewhere(id));
    }

    /// Closes the open return; its last commit still completes.
    pub fn close(&self) {
        if let Some(working) = self.working.try_update_value(Option::take).flatten() {
            working.driver.close();
        }
        let _ = self.opening.try_set(Opening::Closed);
    }

    pub(super) fn close_if(&self, id: &ReturnId) {
        if matches!(self.opening.get_untracked(), Opening::Open(open) if open == *id) {
            self.close();
        }
    }
}

/// An invitation, verified before it is parsed, whose tool is the one it names.
fn verified(bytes: &[u8]) -> Result<Invitation, String> {
    let limits = Limits::of(Kind::Invitation);
    let file = open(bytes, &[Kind::Invitation], &limits).map_err(sentence)?;
    let invitation: Invitation = file.parse().map_err(sentence)?;
    if invitation.round.tool.hash() != invitation.tool_ref.hash {
        return Err(words::TOOL_MISMATCH.to_owned());
    }
    if !invitation.round.tool.validate().is_empty() {
        return Err(words::TOOL_UNSOUND.to_owned());
    }
    Ok(invitation)
}

/// What is wrong with a file, and what to do.
fn sentence(error: OpenError) -> String {
    let wording = error.wording();
    [wording.title.as_ref(), " ", wording.advice.as_ref()].concat()
}
