//! The panel's desk: one round's workbook lies open on it at a time.
//!
//! Lives at the root. Pages read the workbook through [`Desk::with`]; whatever
//! changes it goes through [`Desk::change`], which saves it and tells the pages.

mod beside;
mod deciding;
mod following;
mod hiding;
mod holding;
mod import;
mod issue;
mod keys;
mod next;
mod opening;
mod queries;
mod recording;
mod restoring;
mod retiring;
mod save_state;
mod saving;
mod searching;
mod setting_up;
mod taking_off;
mod taking_over;
mod tools;
mod unread;

use std::rc::Rc;

use leptos::prelude::*;

pub use beside::Choosable;
pub use import::{ImportState, groups, outcome_group};
pub use opening::{Damage, Opening, Papers, RoundLine, Seals};
pub use retiring::ToKeep;
pub use setting_up::SetUpLine;
pub use taking_off::Proved;
pub use taking_over::sentence as sentence_of;

use beside::Beside;
use hiding::Hiding;
use import::Waiting;
use recording::Recording;
use save_state::Keeping;
use searching::Searching;
use setting_up::SettingUp;
use taking_over::Stranger;

use super::route::Part;
use crate::browser::import::Import;
use crate::browser::{Database, Lent, now};
use crate::id::RoundId;
use crate::panel::{ImportRow, Stamp, Workbook};
use crate::store::{OpenRound, StoreError};
use crate::ui::govuk::SaveState;

/// A round that is open, and the bytes of files of it that are not kept yet.
pub type Book = OpenRound<Lent>;

/// The handle to the desk that every page gets.
#[derive(Clone, Copy)]
pub struct Desk {
    database: StoredValue<Result<Rc<Database>, StoreError>, LocalStorage>,
    is_probed: StoredValue<bool>,
    book: StoredValue<Option<Book>, LocalStorage>,
    import: StoredValue<Option<Import>, LocalStorage>,
    /// What is imported once that is through.
    waiting: Waiting,
    rounds: RwSignal<Vec<RoundLine>>,
    opening: RwSignal<Opening>,
    /// The round that is opened once the one on the desk is kept.
    wanted: StoredValue<Option<RoundId>>,
    /// Counts the changes of the workbook; pages that show it watch this.
    changes: RwSignal<u64>,
    rows: RwSignal<Vec<ImportRow>>,
    import_state: RwSignal<ImportState>,
    keeping: Keeping,
    trouble: RwSignal<Option<String>>,
    recording: Recording,
    set_up: SettingUp,
    beside: Beside,
    searching: Searching,
    hiding: Hiding,
    stranger: Stranger,
}

impl Desk {
    /// An empty desk; call once, at the root.
    pub fn new() -> Self {
        Self {
            database: StoredValue::new_local(Err(StoreError::NoAnswer)),
            is_probed: StoredValue::new(false),
            book: StoredValue::new_local(None),
            import: StoredValue::new_local(None),
            waiting: Waiting::new(),
            rounds: RwSignal::new(Vec::new()),
            opening: RwSignal::new(Opening::Closed),
            wanted: StoredValue::new(None),
            changes: RwSignal::new(0),
            rows: RwSignal::new(Vec::new()),
            import_state: RwSignal::new(ImportState::Idle),
            keeping: Keeping::new(),
            trouble: RwSignal::new(None),
            recording: Recording::new(),
            set_up: SettingUp::new(),
            beside: Beside::new(),
            searching: Searching::new(),
            hiding: Hiding::new(),
            stranger: Stranger::new(),
        }
    }

    /// Reads the open workbook, and follows its changes where the caller is watched; `None` where
    /// none is open any more. Whatever signs, saves or decides asks this one.
    pub fn try_with<T>(&self, read: impl FnOnce(&Workbook) -> T) -> Option<T> {
        self.changes.try_get();
        let read = |book: &Option<Book>| book.as_ref().map(|book| read(&book.workbook));
        self.book.try_with_value(read).flatten()
    }

    /// The same for what a page shows: nothing where no round is open.
    pub fn with<T: Default>(&self, read: impl FnOnce(&Workbook) -> T) -> T {
        self.try_with(read).unwrap_or_default()
    }

    /// Changes the open workbook; `None` where none is open. The caller saves.
    fn change<T>(&self, change: impl FnOnce(&mut Workbook) -> T) -> Option<T> {
        let done = self.book.try_update_value(|book| Some(change(&mut book.as_mut()?.workbook)));
        done.flatten()
    }

    /// Tells the pages that the workbook has changed.
    fn changed(&self) {
        let _ = self.changes.try_update(|count| *count += 1);
    }

    /// The id of the open round.
    pub fn id(&self) -> Option<RoundId> {
        self.try_with(|workbook| workbook.plan().round.id.clone())
    }

    /// The address of a page of the open round; the start page where none is open.
    pub fn href(&self, part: &Part) -> String {
        self.id().map_or_else(|| "#/".to_owned(), |id| part.href(&id))
    }

    /// Who acts, and when. The coordinator is the only one who uses this program.
    pub fn stamp() -> Stamp {
        Stamp { by: super::words::COORDINATOR.to_owned(), at: now() }
    }

    /// Where opening a round stands.
    pub fn opening(&self) -> Signal<Opening> {
        self.opening.into()
    }

    /// The truth about saving.
    pub fn save_state(&self) -> Signal<SaveState> {
        self.keeping.state()
    }

    /// Whether what was recorded last is in this window only until there is room; watched.
    pub fn waits_for_room(&self) -> bool {
        self.keeping.waits()
    }

    /// What keeps this browser from keeping anything, or went wrong last.
    pub fn trouble(&self) -> Option<String> {
        self.trouble.get()
    }

    /// Something went wrong that no box of a page is about.
    pub fn complain(&self, why: String) {
        let _ = self.trouble.try_set(Some(why));
    }

    /// Something is tried again: what went wrong before is told no longer.
    fn complain_no_more(&self) {
        let _ = self.trouble.try_set(None);
    }

    /// One row a file, of the last import and those that went on without a pause.
    pub fn rows(&self) -> Signal<Vec<ImportRow>> {
        self.rows.into()
    }

    /// How far the import is.
    pub fn import_state(&self) -> Signal<ImportState> {
        self.import_state.into()
    }
}
