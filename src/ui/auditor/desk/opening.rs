//! Opening: an invitation's file, a saved copy, the sample, a return from the list.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use serde::Deserialize;

use super::super::route::{Step, invitation_href};
use super::working::Mode;
use super::{Desk, HadBefore, LaidOut, Opening, Working, words};
use crate::audit_return::Return;
use crate::browser::locks::{Guard, Ownership};
use crate::browser::{OpenDraft, Read, Storage, fetch, files, monotonic, now, random, sleep};
use crate::envelope::{Hash, Kind, Limits, OpenError, TextSalt, claimed_kind, open_draft, reopen};
use crate::id::{CaseRef, ReturnId};
use crate::round::{Invitation, InvitationError};
use crate::store::{
    Change, DraftCopy, DraftRecord, InvitationRecord, Library, Opened, SaveLine, Session,
    StoreError,
};
use crate::ui::govuk::{SaveState, once_shown};

/// The list of sample files, as `cargo xtask sample` writes it.
#[derive(Deserialize)]
struct Samples {
    /// Address of the invitation to try.
    try_invitation: String,
}

const SAMPLES: &str = "samples/";
/// From showing a return until the list is read again, in milliseconds.
const LIST_AFTER: u32 = 100;

/// What an auditor opens.
const KINDS: [Kind; 3] = [Kind::Invitation, Kind::Draft, Kind::Query];

impl Desk {
    /// Opens a chosen file; gives the address to go to, or what is wrong.
    pub fn open_file(&self, file: File, done: impl FnOnce(Result<String, String>) + 'static) {
        let desk = *self;
        spawn_local(async move {
            let limit = Limits::of_any(&KINDS).of_closed().file_bytes;
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
        match claimed_kind(&bytes, &Limits::of_any(&KINDS).of_closed()) {
            Ok(Kind::Draft) => self.open_copy(bytes).await,
            Ok(Kind::Query) => self.open_questions(&bytes).await,
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
    async fn open_copy(&self, bytes: Vec<u8>) -> Result<String, String> {
        match open_draft(&bytes, &Limits::of(Kind::Draft).of_closed()) {
            Err(OpenError::NeedsPassphrase { .. }) => Ok(self.lay_by_locked(bytes)),
            Err(error) => Err(sentence(error)),
            Ok(file) => self.keep_copy(DraftCopy::of_file(&file).map_err(sentence)?).await,
        }
    }

    /// Keeps what a copy holds; gives the address to go to.
    pub(super) async fn keep_copy(&self, copy: DraftCopy) -> Result<String, String> {
        verified(copy.invitation.as_bytes())?;
        if !copy.is_whole() {
            return Err(words::COPY_NOT_WHOLE.to_owned());
        }
        self.probed().await;
        let here = self.find(&copy.record.draft_id).await?.map(|(_, here)| here);
        let Some(record) = copy.beside(here.as_ref(), random::id()) else {
            return Ok(Step::Tasks.href(&copy.record.draft_id));
        };
        let invitation = InvitationRecord::of(copy.invitation, now());
        let id = record.draft_id.clone();
        self.keep_new(&invitation, record).await?;
        self.list().await;
        Ok(Step::Tasks.href(&id))
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

    /// Lays out an invitation that is kept here, or was opened just now.
    pub(super) async fn lay_out_kept(&self, hash: &str) -> Result<(), String> {
        let wanted = |laid_out: &LaidOut| laid_out.hash.to_string() == hash;
        if self.laid_out.with_value(|laid_out| laid_out.as_ref().is_some_and(wanted)) {
            return Ok(());
        }
        let laid_out = self.fetch_invitation(hash).await?;
        self.laid_out.set_value(Some(laid_out));
        Ok(())
    }

    async fn fetch_invitation(&self, hash: &str) -> Result<LaidOut, String> {
        self.probed().await;
        let hash: Hash = hash.parse().map_err(|_| words::UNKNOWN_PAGE_ADVICE.to_owned())?;
        let file = self.invitation_file(&hash).await?;
        let invitation = verified(file.as_bytes())?;
        Ok(LaidOut { hash, file, invitation: Rc::new(invitation) })
    }

    /// The file of the invitation laid out, if it has this hash.
    pub(super) fn laid_out_file(&self, hash: &Hash) -> Option<String> {
        self.laid_out.with_value(|laid_out| {
            laid_out.as_ref().filter(|one| one.hash == *hash).map(|one| one.file.clone())
        })
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

    pub(super) async fn begin_draft(&self, case_ref: &CaseRef) -> Result<ReturnId, String> {
        self.probed().await;
        let begun = self.laid_out.with_value(|laid_out| {
            let laid_out = laid_out.as_ref()?;
            let ret = Return::begin(&laid_out.invitation, case_ref, random::id(), now())?;
            let invitation = InvitationRecord::of(laid_out.file.clone(), now());
            Some((DraftRecord::begin(ret, invitation.hash, now()), invitation))
        });
        let (draft, invitation) = begun.ok_or_else(|| words::INVITATION_LACKS_CASE.to_owned())?;
        let id = draft.draft_id.clone();
        self.keep_new(&invitation, draft).await?;
        self.list().await;
        Ok(id)
    }

    /// Sees to it that the return of an address is open.
    pub fn ensure_open(&self, id: ReturnId) {
        let known = match self.opening.get_untracked() {
            Opening::Open(open) | Opening::Underway(open) | Opening::Reading(open, _) => open == id,
            Opening::Parted(open, _) => open == id && !self.parted_from(&id).is_empty(),
            Opening::Closed | Opening::Failed(..) => false,
        };
        if !known {
            if self.is_held_back(&id) {
                return;
            }
            self.close();
            // No other page leads to what was parted and lies in this window alone.
            if self.apart_here_alone().contains(&id) {
                let _ = self.opening.try_set(Opening::Underway(id.clone()));
                self.keep_apart(id);
            } else {
                self.open_as(id, How::Ask);
            }
        }
    }

    /// Opens a return anew, as it is saved now.
    pub fn open_again(&self, id: ReturnId) {
        self.open_as(id, How::Ask);
    }

    /// Opens a return, whatever lies on the desk.
    pub(super) fn open_as(&self, id: ReturnId, how: How) {
        let _ = self.opening.try_set(Opening::Underway(id.clone()));
        let desk = *self;
        spawn_local(async move {
            let outcome = desk.open_return(&id, how).await;
            let _ = desk.opening.try_set(outcome.unwrap_or_else(|why| Opening::Failed(id, why)));
            once_shown(move || desk.type_again());
            // As the other cases stand now: the one before was closed a moment ago. Once this one is drawn.
            sleep(LIST_AFTER).await;
            desk.list().await;
        });
    }

    pub(super) async fn open_return(&self, id: &ReturnId, how: How) -> Result<Opening, String> {
        self.probed().await;
        let (guard, reading) = match how {
            How::Write(guard) => (guard, None),
            How::Read(before) => (None, Some(before)),
            How::Ask => match self.lock_unless_a_tab_has_it(id).await {
                Ownership::Owned(guard) => (Some(guard), None),
                Ownership::Unsupported => (None, None),
                Ownership::HeldElsewhere => (None, Some(HadBefore::No)),
            },
        };
        // One look at all that is here: the other cases are compared with this one. What is not among
        // it is asked for by name, which tells why.
        let found = match self.list_with(Some(id)).await {
            Some(found) => Some(found),
            None => self.find(id).await?.filter(|(_, record)| !record.is_deleted()),
        };
        let (storage, record) = found.ok_or_else(|| words::NOT_HERE.to_owned())?;
        let file = self.invitation_file(&record.invitation).await?;
        // Verified when it came, and bound to the draft by its hash since.
        let limits = Limits::of(Kind::Invitation);
        let invitation = reopen(file.as_bytes(), &record.invitation, &limits).map_err(sentence)?;
        let invitation = Rc::new(invitation);
        let keepsake = InvitationRecord::of(file.clone(), now()).keep();
        // Only the device's records have a journal: it would outlive the window's.
        let place = self.journal().filter(|_| storage.database().is_some());
        let journal = match place.map(|place| place.read(id, &self.vault())) {
            Some(Read::Found(journal)) => Some(journal),
            Some(Read::Damaged(damaged)) => {
                let kept = self.keep_damaged(&storage, id, &damaged).await;
                // Whoever only reads writes nothing over it.
                if reading.is_none() {
                    kept?;
                }
                None
            }
            Some(Read::Nothing) | None => None,
        };
        let before = journal.is_some().then(|| record.clone());
        let opened = Session::open(record, journal.as_ref(), random::hex(), monotonic());
        let Opened { mut session, conflict, unread, .. } = opened;
        if reading.is_none() {
            session.give_salt(TextSalt::from_bytes(random::secret()), monotonic());
        }
        let (mode, driver) = match reading {
            Some(_) => {
                let _ = self.save.try_set(SaveState::Nothing);
                (Mode::Read, OpenDraft::reading(session, storage, keepsake))
            }
            None => {
                if let Some(before) = before {
                    self.keep_rest(&Library::new(&*storage), &before, &conflict, &unread).await?;
                }
                let desk = *self;
                let show = move |line: &SaveLine| desk.show_line(line);
                (Mode::Write, OpenDraft::new(session, storage, keepsake, place, show))
            }
        };
        let working = Working::new(driver, invitation, file, mode, guard);
        self.working.set_value(Some(Rc::new(working)));
        self.show_copied();
        match reading {
            Some(before) => Ok(Opening::Reading(id.clone(), before)),
            None => {
                self.bind_reasons();
                self.note_day_of_corrected();
                self.offer_auditor();
                Ok(Opening::Open(id.clone()))
            }
        }
    }

    /// What a journal held besides this draft's own changes is kept, never dropped. Where it cannot be the draft
    /// is not opened for writing: its journal would be written over.
    async fn keep_rest(
        &self,
        library: &Library<'_, Storage>,
        record: &DraftRecord,
        conflict: &[Change],
        unread: &[String],
    ) -> Result<(), String> {
        let kept = library.keep_rest(record, conflict, unread, random::id(), now()).await;
        kept.map_err(|error| words::rest_not_kept(&error.to_string()))?;
        if !conflict.is_empty() {
            self.list().await;
        }
        Ok(())
    }

    fn show_line(&self, line: &SaveLine) {
        let state = match line {
            SaveLine::Saved { at } => SaveState::Saved { at: Self::moment(*at) },
            SaveLine::Saving => SaveState::Saving,
            SaveLine::Failed { error: StoreError::StaleRevision { .. }, .. } => {
                // Not from within the driver that tells it.
                let desk = *self;
                return spawn_local(async move { desk.part() });
            }
            SaveLine::Failed { error, .. } => {
                // By a tab that this one did not hear; or the browser has cleared what it kept, the
                // vault's record too, and the next try finds that again.
                if *error == StoreError::VaultChanged {
                    self.look_again();
                }
                SaveState::Failed { why: error.to_string() }
            }
            SaveLine::OnlyHere if self.vault().needs_passphrase() => {
                SaveState::Failed { why: words::ONLY_HERE_YET.to_owned() }
            }
            SaveLine::OnlyHere => SaveState::Failed { why: words::ONLY_HERE.to_owned() },
            SaveLine::InFile { at } => SaveState::InFile { at: Self::moment(*at) },
        };
        let _ = self.save.try_set(state);
        self.show_copied();
    }

    /// Closes the open return; its last commit still completes.
    pub fn close(&self) {
        if let Some(working) = self.working.try_update_value(Option::take).flatten() {
            working.close();
        }
        let _ = self.opening.try_set(Opening::Closed);
    }

    pub(super) fn close_if(&self, id: &ReturnId) {
        if matches!(self.opening.get_untracked(), Opening::Open(open) if open == *id) {
            self.close();
        }
    }
}

/// How a return is to be opened.
pub(super) enum How {
    /// For writing if no other tab has it, else for reading.
    Ask,
    /// For writing, with the lock that was taken over.
    Write(Option<Guard>),
    /// For reading.
    Read(HadBefore),
}

/// An invitation, verified before it is parsed, whose tool is the one it names.
pub(super) fn verified(bytes: &[u8]) -> Result<Invitation, String> {
    Invitation::a02_verified(bytes).map_err(|error| match error {
        InvitationError::NotOpened(error) => sentence(error),
        InvitationError::OtherTool => words::TOOL_MISMATCH.to_owned(),
        InvitationError::UnsoundTool => words::TOOL_UNSOUND.to_owned(),
    })
}

/// What is wrong with a file, and what to do.
pub(super) fn sentence(error: OpenError) -> String {
    let wording = error.wording();
    [wording.title.as_ref(), " ", wording.advice.as_ref()].concat()
}
