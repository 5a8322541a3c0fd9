//! Opening a round that this browser keeps, or a new one.

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words;
use super::restoring::restored;
use super::saving::not_kept;
use super::{Book, Desk, ImportState};
use crate::browser::lifecycle::on_put_aside;
use crate::browser::{Database, Device, local, now, random, sleep};
use crate::envelope::{OpeningKey, SoftwareKey};
use crate::id::RoundId;
use crate::panel::Workbook;
use crate::panel::retention::{Retention, n01_retention};
use crate::round::{RoundDraft, SealPolicy};
use crate::store::{
    KeptRound, PurgedRecord, RecordError, RoundHeading, RoundKeySeed, RoundKeys, RoundRecord,
    Shelf, Store, StoreError, UnreadRecord,
};
use crate::ui::dates::moment;

/// Where opening a round stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Nothing is open.
    Closed,
    /// On its way.
    Underway(RoundId),
    /// On the desk.
    Open(RoundId),
    /// It could not be opened, and why.
    Failed(RoundId, String),
    /// Its record cannot be read by this program, and how far.
    Damaged(RoundId, Damage),
    /// Its working papers were destroyed; this is left (N-01).
    Purged(RoundId, Arc<PurgedRecord>),
    /// Its record was damaged and destroyed; this is left (N-01).
    Unread(RoundId, Arc<UnreadRecord>),
}

/// How far a record cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It is whole and names its round: a newer program may have written what this one does not know.
    MayBeNewer,
    /// By no program.
    Broken,
}

/// Who can open the returns of a new round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seals {
    /// Returns are sealed to a key of the round's own.
    ToThePanel,
    /// Returns can be read by whoever has the file.
    Nothing,
}

/// One round as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundLine {
    /// Its id.
    pub id: RoundId,
    /// Board and title.
    pub title: String,
    /// When it was last saved, in words.
    pub saved_at: String,
    /// What is to be said of its working papers, where their day has come or they are gone (N-01).
    pub papers: Option<Papers>,
}

/// What is to be said of a round's working papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Papers {
    /// They are due to be destroyed since this day.
    Due(NaiveDate),
    /// They were destroyed on this day.
    Gone(NaiveDate),
}

impl RoundLine {
    /// Whether only the certificate is left of it.
    pub fn is_gone(&self) -> bool {
        matches!(self.papers, Some(Papers::Gone(_)))
    }
}

impl Desk {
    /// Probes the browser and lists its rounds. Once, at the start.
    pub fn start(&self) {
        let desk = *self;
        // For as long as the program runs.
        std::mem::forget(on_put_aside(|| (), move || desk.come_back()));
        self.hear_of_wiping();
        self.hear_of_names();
        spawn_local(async move {
            let database = Device::probe().await.database.map(Rc::new);
            if let Err(error) = &database {
                desk.complain(error.to_string());
            }
            desk.database.set_value(database);
            desk.is_probed.set_value(true);
            desk.list_set_ups().await;
            desk.list().await;
        });
    }

    pub(super) async fn database(&self) -> Result<Rc<Database>, String> {
        while !self.is_probed.get_value() {
            sleep(10).await;
        }
        self.storage().map_err(|error| error.to_string())
    }

    /// The database, or why there is none.
    pub(super) fn storage(&self) -> Result<Rc<Database>, StoreError> {
        self.database.try_get_value().unwrap_or(Err(StoreError::NoAnswer))
    }

    /// Rounds in this browser; watched.
    pub fn rounds(&self) -> Vec<RoundLine> {
        self.rounds.get()
    }

    pub(super) async fn list(&self) {
        let Ok(database) = self.database().await else { return };
        match database.list(Shelf::Workbooks).await {
            Ok(entries) => {
                let lines = entries.iter().map(|entry| line(&entry.key, &entry.text));
                let _ = self.rounds.try_set(lines.flatten().collect());
            }
            Err(error) => self.complain(error.to_string()),
        }
    }

    /// Sees to it that the round of an address is open, at once or when everything of the one before is kept.
    pub fn ensure_open(&self, id: RoundId) {
        self.wanted.set_value(None);
        match self.opening.get_untracked() {
            Opening::Open(open)
            | Opening::Underway(open)
            | Opening::Purged(open, _)
            | Opening::Unread(open, _)
                if open == id =>
            {
                return;
            }
            Opening::Closed
            | Opening::Open(_)
            | Opening::Underway(_)
            | Opening::Failed(..)
            | Opening::Damaged(..)
            | Opening::Purged(..)
            | Opening::Unread(..) => {}
        }
        if self.is_held_back(&id) {
            return;
        }
        self.opening.set(Opening::Underway(id.clone()));
        let desk = *self;
        spawn_local(async move {
            // Why not is said instead of the round.
            let _ = desk.open_wanted(&id).await;
        });
    }

    /// Opens the round that was made [`Opening::Underway`], and says instead of it why it cannot be opened.
    /// By the time that it is read another may be wanted: then nothing is done with it.
    pub(super) async fn open_wanted(&self, id: &RoundId) -> Result<(), String> {
        let outcome = self.open_kept(id).await;
        if let Err(why) = &outcome
            && self.is_underway(id)
        {
            let _ = self.opening.try_set(Opening::Failed(id.clone(), why.clone()));
        }
        outcome
    }

    /// Whether this round lies on the desk, and none is on its way.
    pub(super) fn is_open(&self, id: &RoundId) -> bool {
        matches!(self.opening.try_get_untracked(), Some(Opening::Open(open)) if open == *id)
    }

    fn is_underway(&self, id: &RoundId) -> bool {
        matches!(self.opening.try_get_untracked(), Some(Opening::Underway(open)) if open == *id)
    }

    /// The browser shows the page again as it was left: by now another window may have gone on with the round.
    fn come_back(&self) {
        let desk = *self;
        spawn_local(async move {
            let Some(id) = desk.changed_elsewhere().await else { return };
            // What was typed since is in the way, and the save line then says so.
            desk.save_typed();
            if desk.is_open(&id) && !desk.has_unkept() {
                let _ = desk.opening.try_set(Opening::Underway(id.clone()));
                let _ = desk.open_wanted(&id).await;
            }
        });
    }

    /// The round on the desk, where another window has written it since this one read it.
    async fn changed_elsewhere(&self) -> Option<RoundId> {
        let id = untrack(|| self.id())?;
        let database = self.storage().ok()?;
        let stamp = database.get(Shelf::Workbooks, id.as_str()).await.ok()??.stamp;
        let is_theirs =
            |book: &mut Book| !book.writes.made(&stamp) && stamp.revision != book.writes.kept();
        (self.of_book_of(&id, is_theirs) == Some(true)).then_some(id)
    }

    /// Reads a round and lays it on the desk, where it is still on its way then: what was recorded meanwhile in
    /// one that lies there is newer than what was read.
    async fn open_kept(&self, id: &RoundId) -> Result<(), String> {
        let database = self.database().await?;
        let entry = database.get(Shelf::Workbooks, id.as_str()).await;
        let entry = entry.map_err(|error| error.to_string())?;
        let entry = entry.ok_or_else(|| words::ROUND_NOT_HERE.to_owned())?;
        let instead = match KeptRound::from_text(&entry.text) {
            Ok(KeptRound::Open(record)) => Err(record),
            Ok(KeptRound::Purged(left)) => Ok(Opening::Purged(id.clone(), Arc::new(*left))),
            Ok(KeptRound::Unread(left)) => Ok(Opening::Unread(id.clone(), Arc::new(*left))),
            Err(RecordError::Corrupt { .. }) => {
                let damage = match RoundRecord::may_be_newer(&entry.text) {
                    true => Damage::MayBeNewer,
                    false => Damage::Broken,
                };
                Ok(Opening::Damaged(id.clone(), damage))
            }
            Err(newer @ RecordError::Newer { .. }) => return Err(newer.to_string()),
        };
        let record = match instead {
            Err(record) => record,
            Ok(instead) => {
                if self.is_underway(id) {
                    self.lay_aside(instead);
                }
                return Ok(());
            }
        };
        let keys = record.keys();
        let workbook = Workbook::from_record(record.workbook);
        let workbook = restored(&database, workbook, keys).await?;
        if self.is_underway(id) {
            self.lay(workbook, keys, entry.stamp.revision);
        }
        Ok(())
    }

    /// Takes the round off the desk: this is there instead of it.
    pub(super) fn lay_aside(&self, instead: Opening) {
        self.book.set_value(None);
        self.import.set_value(None);
        self.waiting.clear();
        self.beside.clear();
        self.changed();
        let _ = self.opening.try_set(instead);
    }

    pub(super) fn lay(&self, workbook: Workbook, keys: RoundKeys, revision: u64) {
        let id = workbook.plan().round.id.clone();
        self.book.set_value(Some(Book::over(workbook, keys, revision, random::hex())));
        self.keeping.begin_anew();
        self.import.set_value(None);
        self.waiting.clear();
        self.beside.clear();
        self.rows.set(Vec::new());
        self.import_state.set(ImportState::Idle);
        self.changed();
        let _ = self.opening.try_set(Opening::Open(id));
    }

    /// Sets up a new round with fresh keys of its own.
    pub fn set_up(
        &self,
        draft: RoundDraft,
        seals: Seals,
        done: impl FnOnce(Result<RoundId, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move {
            let (signing, opening) = (random::secret(), random::secret());
            let seal = match seals {
                Seals::ToThePanel => {
                    let key = OpeningKey::from_seed(&opening).sealing_key();
                    SealPolicy::to_one(words::COORDINATOR, key)
                }
                Seals::Nothing => SealPolicy::Off,
            };
            let attributes = draft.attributes.clone();
            let plan = RoundDraft { seal, ..draft }.into_plan();
            let id = plan.round.id.clone();
            let mut workbook = Workbook::new(plan, SoftwareKey::from_seed(&signing).public_key());
            workbook.begin_sampling(&attributes);
            let keys = RoundKeys {
                signing: Some(RoundKeySeed(signing)),
                opening: Some(RoundKeySeed(opening)),
                own: None,
            };
            done(desk.lay_new(workbook, keys).await.map(|()| id));
        });
    }

    async fn lay_new(&self, workbook: Workbook, keys: RoundKeys) -> Result<(), String> {
        self.all_kept().await?;
        self.lay(workbook, keys, 0);
        let kept = self.write().await;
        self.list().await;
        kept.map_err(|error| not_kept(&error))
    }
}

fn line(key: &str, text: &str) -> Option<RoundLine> {
    let id = RoundId::new(key).ok()?;
    Some(match RoundRecord::heading(text) {
        Ok(RoundHeading { saved_at, board, title, retention }) => {
            let today = local(now()).date();
            let papers = match n01_retention(retention, today) {
                Retention::Due(date) => Some(Papers::Due(date)),
                Retention::NotSet | Retention::Until(_) => None,
            };
            let title = [board.as_str(), &title].join(": ");
            RoundLine { id, title, saved_at: moment(local(saved_at), today), papers }
        }
        Err(error) => purged_line(id, text, &error),
    })
}

fn purged_line(id: RoundId, text: &str, error: &RecordError) -> RoundLine {
    let (title, papers) = match KeptRound::from_text(text) {
        Ok(KeptRound::Purged(left)) => {
            let certificate = &left.certificate;
            let title = [certificate.board.as_str(), &certificate.title].join(": ");
            (title, Some(Papers::Gone(local(certificate.at).date())))
        }
        Ok(KeptRound::Unread(left)) => {
            let gone = Papers::Gone(local(left.certificate.at).date());
            (words::retention::UNREAD_ROUND.to_owned(), Some(gone))
        }
        Err(RecordError::Corrupt { .. }) => (words::retention::DAMAGED_ROUND.to_owned(), None),
        Ok(KeptRound::Open(_)) | Err(RecordError::Newer { .. }) => (error.to_string(), None),
    };
    RoundLine { id, title, saved_at: String::new(), papers }
}
