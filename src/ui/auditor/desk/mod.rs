//! The desk: what the whole program shares. One draft lies open on it at a time.
//!
//! Lives at the root, so that no page takes unsaved work with it. Pages read the
//! draft through [`Desk::with`] and change it through [`Desk::edit`]; the browser
//! layer journals and saves. Rules are asked of [`crate::check`], never made here.

mod copying;
mod dates;
mod files;
mod holding;
mod keeping;
mod lines;
mod locked_copy;
mod locking;
mod moving;
mod notices;
mod opening;
mod owning;
mod parted;
mod passphrase;
mod questions;
mod signing;
mod vault;
mod versions;
mod working;

use std::rc::Rc;

use leptos::prelude::*;

pub use copying::{Beside, JustCopied};
pub use keeping::{AsideLine, Kept};
pub use lines::DraftLine;
pub use moving::Move;
pub use notices::WithdrawnFile;
use parted::Apart;
pub use passphrase::TypedTwice;
pub use questions::LaidOutPack;
pub use vault::Locking;
pub use working::{View, Working};

use super::places::{Control, control};
use super::route::Step;
use super::words;
use crate::audit_return::Explanation;
use crate::browser::lifecycle::Listener;
use crate::browser::{Gate, IdleWatch, LocalJournal, Storage, now, random};
use crate::check::{
    Level, Notice, Progress, Readiness, a03_day_of_the_search_is_past, c02_moments_are_past,
    check_area, check_beside, i06_reasons_to_bind, progress_from, t09_day_of_a_move_is_one_day,
    t09_day_of_the_audit_is_one_day,
};
use crate::envelope::Hash;
use crate::guard::WatchedName;
use crate::id::{AreaId, ItemId, ReturnId};
use crate::round::Invitation;
use crate::store::{Change, DraftRecord, MemoryStore, Vault, VaultRecord};
use crate::ui::dates as ui_dates;
use crate::ui::govuk::{PageError, SaveState};

/// Where to go when no return is open.
const START: &str = "#/";

/// How many notices still ask for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outstanding {
    /// To put right.
    pub blocks: usize,
    /// To put right or to explain.
    pub to_explain: usize,
}

/// How far each section of a return is, and how much still asks for something.
pub type Standing = (Progress, Outstanding);

impl Outstanding {
    /// Whether the return can be signed.
    pub fn is_nothing(self) -> bool {
        self.blocks + self.to_explain == 0
    }
}

/// Where opening a return stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Nothing is open.
    Closed,
    /// On its way.
    Underway(ReturnId),
    /// On the desk.
    Open(ReturnId),
    /// Another tab has it: it can be read here. Whether this tab had it before.
    Reading(ReturnId, HadBefore),
    /// Another window changed it since this one read it; what was written here is a second copy,
    /// or could not be kept, and why.
    Parted(ReturnId, Result<ReturnId, String>),
    /// It could not be opened, and why.
    Failed(ReturnId, String),
}

/// Whether a tab that only reads a return wrote to it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HadBefore {
    /// Until another tab took it over.
    Yes,
    /// It was open elsewhere from the first.
    No,
}

/// An invitation whose signature has been verified.
pub struct LaidOut {
    /// Of the file.
    hash: Hash,
    /// The file, to the byte.
    file: String,
    invitation: Rc<Invitation>,
}

/// The handle to the desk that every page gets.
#[derive(Clone, Copy)]
pub struct Desk {
    device: StoredValue<Option<Rc<Storage>>, LocalStorage>,
    window: StoredValue<Rc<Storage>, LocalStorage>,
    journal: StoredValue<Option<LocalJournal>>,
    probed: StoredValue<Rc<Gate>, LocalStorage>,
    vault: StoredValue<Rc<Vault>, LocalStorage>,
    vault_record: StoredValue<Option<VaultRecord>>,
    watch: StoredValue<Option<IdleWatch>, LocalStorage>,
    is_locking: StoredValue<bool>,
    stash: StoredValue<Option<locking::Stash>>,
    /// A locked copy that waits for its passphrase.
    locked_copy: StoredValue<Option<Vec<u8>>>,
    locking: RwSignal<Locking>,
    not_locked: RwSignal<Option<String>>,
    working: StoredValue<Option<Rc<Working>>, LocalStorage>,
    /// What was parted and could not be kept: for the file copy.
    apart: StoredValue<Apart, LocalStorage>,
    /// What another tab said last that it has.
    elsewhere: StoredValue<Option<ReturnId>, LocalStorage>,
    listeners: StoredValue<Vec<Listener>, LocalStorage>,
    laid_out: StoredValue<Option<LaidOut>, LocalStorage>,
    /// The file of questions opened last.
    pack: StoredValue<Option<Rc<LaidOutPack>>, LocalStorage>,
    records: RwSignal<Vec<DraftRecord>, LocalStorage>,
    /// What was copied from another case on the page that is shown.
    just_copied: RwSignal<Option<JustCopied>>,
    opening: RwSignal<Opening>,
    save: RwSignal<SaveState>,
    copied: RwSignal<String>,
    copy_due: RwSignal<bool>,
    kept: RwSignal<Kept>,
    trouble: RwSignal<Option<String>>,
}

impl Desk {
    /// An empty desk; call once, at the root.
    pub fn new() -> Self {
        Self {
            device: StoredValue::new_local(None),
            window: StoredValue::new_local(Rc::new(Storage::Window(MemoryStore::default()))),
            journal: StoredValue::new(None),
            probed: StoredValue::new_local(Rc::default()),
            vault: StoredValue::new_local(Rc::new(vault::of_this_page())),
            vault_record: StoredValue::new(None),
            watch: StoredValue::new_local(None),
            is_locking: StoredValue::new(false),
            stash: StoredValue::new(None),
            locked_copy: StoredValue::new(None),
            locking: RwSignal::new(Locking::at_first()),
            not_locked: RwSignal::new(None),
            working: StoredValue::new_local(None),
            apart: StoredValue::new_local(Apart::default()),
            elsewhere: StoredValue::new_local(None),
            listeners: StoredValue::new_local(Vec::new()),
            laid_out: StoredValue::new_local(None),
            pack: StoredValue::new_local(None),
            records: RwSignal::new_local(Vec::new()),
            just_copied: RwSignal::new(None),
            opening: RwSignal::new(Opening::Closed),
            save: RwSignal::new(SaveState::Nothing),
            copied: RwSignal::new(String::new()),
            copy_due: RwSignal::new(false),
            kept: RwSignal::new(Kept::default()),
            trouble: RwSignal::new(None),
        }
    }

    /// The open draft, held apart from the desk: whatever is done with it, the desk can be used too.
    pub(super) fn working(&self) -> Option<Rc<Working>> {
        self.working.try_get_value().flatten()
    }

    /// Reads the open draft; `None` where none is open any more, as when a page that is being
    /// left hears one more event. Whatever signs, sends or decides asks this one.
    pub fn try_with<T>(&self, read: impl FnOnce(View<'_>) -> T) -> Option<T> {
        Some(self.working()?.view(read))
    }

    /// The same for what a page shows: nothing where no draft is open.
    pub fn with<T: Default>(&self, read: impl FnOnce(View<'_>) -> T) -> T {
        self.try_with(read).unwrap_or_default()
    }

    /// Makes one change: in memory and journal now, in the record within half a second.
    ///
    /// A signed version is not changed: a correction comes first. Nor is a return that another tab has.
    pub fn edit(&self, change: Change) {
        if let Some(working) = self.working().filter(|working| working.is_writable()) {
            working.edit(change);
        }
    }

    /// Saves at once what is unsaved.
    pub fn save_now(&self) {
        if let Some(working) = self.working() {
            working.driver.save_now();
        }
    }

    /// Saves in a moment what is unsaved; the journal has it already.
    pub fn save_soon(&self) {
        if let Some(working) = self.working() {
            working.driver.save_soon();
        }
    }

    /// A fresh id for a strength, concern or immediate concern.
    pub fn fresh_item(&self) -> ItemId {
        random::id()
    }

    /// The id of the open return.
    pub fn id(&self) -> Option<ReturnId> {
        self.try_with(|open| open.record.draft_id.clone())
    }

    /// The words that a choice took out of a box (L2); blank where none were.
    pub fn words_put_by(&self, place: &str) -> String {
        self.with(|open| open.record.words_put_by(place))
    }

    /// The address of a page of the open return; the start page where none is open.
    pub fn href(&self, step: &Step) -> String {
        self.id().map_or_else(|| START.to_owned(), |id| step.href(&id))
    }

    /// The address of one control of a page of the open return.
    pub fn href_at(&self, step: &Step, control: &str) -> String {
        self.id().map_or_else(|| START.to_owned(), |id| step.href_at(&id, control))
    }

    /// Hash of the open return's invitation, as in its address.
    pub fn invitation_hash(&self) -> String {
        let hash = self
            .working()
            .map(|working| working.driver.read(|session| session.record().invitation.to_string()));
        hash.unwrap_or_default()
    }

    /// Where opening a return stands.
    pub fn opening(&self) -> Signal<Opening> {
        self.opening.into()
    }

    /// The truth about saving.
    pub fn save_state(&self) -> Signal<SaveState> {
        self.save.into()
    }

    /// When a copy was last saved to a file.
    pub fn copied_line(&self) -> Signal<String> {
        self.copied.into()
    }

    /// Whether the person is to be reminded to save one.
    pub fn copy_due(&self) -> Signal<bool> {
        self.copy_due.into()
    }

    /// What keeps this browser from keeping anything.
    pub fn trouble(&self) -> Option<String> {
        self.trouble.get()
    }

    /// Everything the rules have to say of the open return.
    pub fn notices(&self) -> Vec<Notice> {
        let mut notices = self.notices_of_return();
        notices.extend(self.said_to_be_changed());
        notices
    }

    fn notices_of_return(&self) -> Vec<Notice> {
        let today = crate::browser::local(now()).date();
        self.with(|open| {
            let mut beside = self.same_as_elsewhere(&open);
            let (ret, sheet) = (open.ret, &open.record.worksheet);
            beside.extend(t09_day_of_the_audit_is_one_day(ret, sheet, open.guard(), today));
            beside.extend(t09_day_of_a_move_is_one_day(ret, sheet, today));
            beside.extend(a03_day_of_the_search_is_past(ret, open.guard(), today));
            beside.extend(c02_moments_are_past(ret, open.guard(), now()));
            check_beside(&open.invitation.round, open.ret, open.shown(), open.guard(), beside)
        })
    }

    /// Binds reasons that an earlier program kept by a count, or by none, to what they were given for (I-06).
    fn bind_reasons(&self) {
        let by_count = |it: &Explanation| it.kept.is_empty();
        if self.with(|open| open.ret.explanations.iter().any(by_count)) {
            let notices = self.notices();
            let bound = self.with(|open| i06_reasons_to_bind(&notices, open.ret));
            bound.into_iter().for_each(|reason| self.edit(Change::from(reason)));
        }
    }

    /// How much of it still asks for something; `None` where no draft is open.
    pub fn outstanding(&self) -> Option<Outstanding> {
        self.still_asked(&self.notices())
    }

    fn still_asked(&self, notices: &[Notice]) -> Option<Outstanding> {
        self.try_with(|open| {
            let readiness = Readiness::of(notices, open.ret);
            Outstanding { blocks: readiness.blocks.len(), to_explain: readiness.unexplained.len() }
        })
    }

    /// Whether nothing keeps the open return from being signed.
    pub fn is_ready(&self) -> bool {
        self.outstanding().is_some_and(Outstanding::is_nothing)
    }

    /// The names to watch for (I-02).
    pub fn names(&self) -> Vec<WatchedName> {
        let read =
            |working: Rc<Working>| working.driver.read(|session| session.record().names.clone());
        self.working().map(read).unwrap_or_default()
    }

    /// How far each section is and how much still asks for something, from one look through the return;
    /// `None` where no draft is open.
    pub fn standing(&self) -> Option<Standing> {
        if let Some(working) = self.working() {
            working.note_checked();
        }
        let mut notices = self.notices_of_return();
        let progress = self.try_with(|open| {
            progress_from(&open.invitation.round, open.ret, open.shown(), &notices)
        });
        notices.extend(self.said_to_be_changed());
        progress.zip(self.still_asked(&notices))
    }

    /// Whether the open return was looked through since it was opened.
    pub fn was_checked(&self) -> bool {
        self.working().is_some_and(|working| working.was_checked())
    }

    /// Whether a return lies open.
    pub fn is_laid_out(&self) -> bool {
        self.working().is_some()
    }

    /// What blocks in one area, as errors of its page.
    pub fn area_errors(&self, area: &AreaId) -> Vec<PageError> {
        let notices = self.with(|open| {
            check_area(&open.invitation.round, open.ret, open.shown(), open.guard(), area)
        });
        self.at_controls(notices)
    }

    /// What blocks on one page, each at its control.
    pub fn errors_on(&self, step: &Step) -> Vec<PageError> {
        let on_page = |notice: &Notice| super::places::step(*self, &notice.place) == *step;
        self.at_controls(self.notices().into_iter().filter(on_page))
    }

    /// The blocking ones of these notices, each at its control.
    fn at_controls(&self, notices: impl IntoIterator<Item = Notice>) -> Vec<PageError> {
        let blocking = notices.into_iter().filter(|notice| notice.level == Level::Block);
        let at_control = |notice: Notice| {
            let Control { question, focus } = control(*self, &notice.place);
            PageError::new(question, notice.message).at(focus)
        };
        blocking.map(at_control).collect()
    }

    /// The day of a moment, in words, in this computer's time zone.
    fn day(at: chrono::DateTime<chrono::Utc>) -> String {
        ui_dates::long_date(crate::browser::local(at).date())
    }

    /// The same with its date, also today: for what is read later.
    fn full_moment(at: chrono::DateTime<chrono::Utc>) -> String {
        ui_dates::full_moment(crate::browser::local(at))
    }

    /// When a moment was, in words, in this computer's time zone.
    fn moment(at: chrono::DateTime<chrono::Utc>) -> String {
        use crate::browser::local;
        ui_dates::moment(local(at), local(now()).date())
    }
}
