//! Drives an open draft: writes its journal, starts its commits, tells how they went.
//!
//! Lives at the root of the program, beside the pages and not in one, so that
//! leaving a page within half a second of a key loses nothing. Knows no signals:
//! whoever shows the save line passes in what is to be called.
//!
//! Whatever is to be done to the draft waits in a list until nobody reads it, and
//! nobody else's code runs while it is being done. So an edit, a pause or a
//! timer may come at any moment, in the midst of a page being built too.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;

use super::lifecycle::{self, Listener, Timer};
use super::{LocalJournal, Storage, clock, in_window, panic};
use crate::id::ReturnId;
use crate::store::{
    Change, Commit, Durability, JournalText, Keeper, Millis, SaveLine, Session, Store, StoreError,
    Write,
};

/// An open draft that saves itself. Dropping it ends the saving: call [`OpenDraft::close`] first.
pub struct OpenDraft(Rc<Inner>);

/// How long a save may wait for a moment at which the browser has nothing else to do, in milliseconds.
const QUIET_WITHIN: u32 = 100;

/// Something to be done to the session, once nobody reads it.
type Act = Box<dyn FnOnce(&mut Session, Millis)>;

struct Inner {
    session: RefCell<Session>,
    waiting: Cell<Vec<Act>>,
    storage: Rc<Storage>,
    openings: Cell<u32>,
    keepsake: Write,
    journal: Option<LocalJournal>,
    journal_is_old: Cell<bool>,
    on_line: Box<dyn Fn(&SaveLine)>,
    shown: RefCell<Option<SaveLine>>,
    durability: Cell<Durability>,
    retired: Cell<bool>,
    timer: OnceCell<Timer>,
    listeners: Cell<Vec<Listener>>,
}

impl OpenDraft {
    /// Starts saving. `keepsake` is what the draft cannot be opened without: written again where the
    /// browser may have cleared it. `on_line` is called now and whenever the save line changes.
    pub fn new(
        mut session: Session,
        storage: Rc<Storage>,
        keepsake: Write,
        journal: Option<LocalJournal>,
        on_line: impl Fn(&SaveLine) + 'static,
    ) -> Self {
        if storage.keeper() == Keeper::Window {
            session.keep_in_window();
        }
        let draft = Self::idle(session, storage, keepsake, journal, on_line);
        let inner = &draft.0;
        let weak = Rc::downgrade(inner);
        let mut listeners = lifecycle::on_pause(with(&weak, Inner::pause));
        listeners.extend(lifecycle::on_field_left(with(&weak, Inner::field_left)));
        listeners.extend(lifecycle::on_return(with(&weak, Inner::hurry)));
        listeners.extend(lifecycle::warn_before_leaving(move || {
            weak.upgrade().is_some_and(|inner| inner.leaving_loses())
        }));
        inner.listeners.set(listeners);
        inner.journal_is_old.set(true);
        inner.work();
        draft
    }

    /// A draft that another tab owns: it can be read here, and is never written.
    pub fn reading(session: Session, storage: Rc<Storage>, keepsake: Write) -> Self {
        let draft = Self::idle(session, storage, keepsake, None, |_| {});
        draft.0.retired.set(true);
        draft
    }

    fn idle(
        session: Session,
        storage: Rc<Storage>,
        keepsake: Write,
        journal: Option<LocalJournal>,
        on_line: impl Fn(&SaveLine) + 'static,
    ) -> Self {
        let inner = Rc::new(Inner {
            session: RefCell::new(session),
            waiting: Cell::default(),
            openings: Cell::new(storage.openings()),
            storage,
            keepsake,
            journal,
            journal_is_old: Cell::new(false),
            on_line: Box::new(on_line),
            shown: RefCell::new(None),
            durability: Cell::new(Durability::Relaxed),
            retired: Cell::new(false),
            timer: OnceCell::new(),
            listeners: Cell::default(),
        });
        let weak = Rc::downgrade(&inner);
        inner.timer.get_or_init(|| Timer::when_quiet(with(&weak, Inner::work), QUIET_WITHIN));
        Self(inner)
    }

    /// Makes a change: in memory and in the journal now, in the record within half a second.
    pub fn edit(&self, change: Change) {
        self.0.journal_is_old.set(true);
        self.0.act(move |session, now| session.edit(change, now));
    }

    /// Does something else to the open draft: notes a file copy or a signature.
    pub fn update(&self, act: impl FnOnce(&mut Session, Millis) + 'static) {
        self.0.durability.set(Durability::Strict);
        self.0.act(act);
    }

    /// Reads the open draft. What is asked of it meanwhile is done right after.
    pub fn read<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        let value = read(&self.0.session.borrow());
        if self.0.somebody_waits() {
            self.0.work();
        }
        value
    }

    /// Saves now, down to the disk: on completing an area, before signing, on Ctrl+S.
    pub fn save_now(&self) {
        self.0.pause();
    }

    /// Saves soon, down to the disk: on leaving a box.
    pub fn save_soon(&self) {
        self.0.field_left();
    }

    /// Stops writing: another tab has taken the draft over. What is unsaved stays in memory.
    pub fn retire(&self) {
        self.0.retired.set(true);
        self.0.listeners.take();
        if let Some(timer) = self.0.timer.get() {
            timer.stop();
        }
    }

    /// Saves what is unsaved and lets go of the page. The last commit still completes.
    pub fn close(&self) {
        self.0.listeners.take();
        self.save_now();
    }
}

/// A callback that does nothing once the draft is closed.
fn with(weak: &Weak<Inner>, act: fn(&Rc<Inner>)) -> impl Fn() + Clone + 'static {
    let weak = weak.clone();
    move || {
        if let Some(inner) = weak.upgrade() {
            act(&inner);
        }
    }
}

/// What one look at the session leaves to be done outside.
struct Todo {
    commit: Option<Commit>,
    journal: Option<(ReturnId, Option<JournalText>)>,
    wait: Option<Millis>,
    line: SaveLine,
}

impl Inner {
    fn act(self: &Rc<Self>, act: impl FnOnce(&mut Session, Millis) + 'static) {
        let mut waiting = self.waiting.take();
        waiting.push(Box::new(act));
        self.waiting.set(waiting);
        self.work();
    }

    fn somebody_waits(&self) -> bool {
        let waiting = self.waiting.take();
        let some = !waiting.is_empty();
        self.waiting.set(waiting);
        some
    }

    fn leaving_loses(&self) -> bool {
        let known = self.session.try_borrow().map(|session| session.leaving_loses());
        !self.retired.get() && known.unwrap_or(true)
    }

    /// The page may never come back: journal and record, at once, down to the disk.
    fn pause(self: &Rc<Self>) {
        self.journal_is_old.set(true);
        self.durability.set(Durability::Strict);
        self.hurry();
    }

    fn hurry(self: &Rc<Self>) {
        self.act(Session::hurry);
    }

    /// Saves at once: whoever leaves a field may leave the page next, and WebKit keeps a page that was left
    /// with its transaction unfinished, which then nobody else can read past.
    fn field_left(self: &Rc<Self>) {
        self.durability.set(Durability::Strict);
        self.act(|session, now| session.hurry(now));
    }

    /// Does what waits, writes the journal, starts a commit if one is due, sets the timer, shows the line.
    fn work(self: &Rc<Self>) {
        if panic::has_stopped() {
            return;
        }
        let Some(Todo { commit, journal, wait, line }) = self.look() else { return };
        if self.retired.get() {
            return;
        }
        if let Some((draft, journal)) = journal {
            self.write_journal(&draft, journal.as_ref());
        }
        if let Some(commit) = commit {
            spawn_local(self.clone().perform(commit));
        }
        if let (Some(wait), Some(timer)) = (wait, self.timer.get()) {
            timer.set(wait);
        }
        self.show(line);
    }

    /// A journal that cannot be written is no failure: the record is the record.
    fn write_journal(&self, draft: &ReturnId, journal: Option<&JournalText>) {
        match (self.storage.vault(), self.journal) {
            (Some(vault), Some(place)) => drop(place.write(draft, journal, vault)),
            (Some(_), None) => {}
            (None, _) => in_window::note_journal(draft, journal),
        }
    }

    /// Nothing where somebody reads the session: they see to it afterwards. Nobody else's code runs here.
    fn look(&self) -> Option<Todo> {
        let mut session = self.session.try_borrow_mut().ok()?;
        let now = clock::monotonic();
        for act in self.waiting.take() {
            act(&mut session, now);
        }
        let commit = if self.retired.get() { None } else { session.poll(now, clock::now()) };
        let journal = self
            .journal_is_old
            .take()
            .then(|| (session.record().draft_id.clone(), session.journal()));
        let wait = session.wake_at(now).map(|at| at.saturating_sub(now));
        Some(Todo { commit, journal, wait, line: session.line(now) })
    }

    fn show(&self, line: SaveLine) {
        let known = self.shown.replace(Some(line.clone()));
        if known.as_ref() != Some(&line) {
            (self.on_line)(&line);
        }
    }

    async fn perform(self: Rc<Self>, commit: Commit) {
        let Commit { attempt, write } = commit;
        let durability = self.durability.replace(Durability::Relaxed);
        let outcome = self.storage.write(vec![write], durability).await;
        let kept = outcome.is_ok();
        self.journal_is_old.set(true);
        self.act(move |session, now| match outcome {
            Ok(()) => session.committed(attempt),
            Err(error) => session.failed(attempt, error, now),
        });
        if kept {
            self.keep_keepsake().await;
        }
    }

    /// A browser that closed its database may have emptied it, and the draft's record was all that
    /// came back.
    async fn keep_keepsake(&self) {
        let openings = self.storage.openings();
        if openings != self.openings.get() {
            let written: Result<(), StoreError> =
                self.storage.write(vec![self.keepsake.clone()], Durability::Strict).await;
            if written.is_ok() {
                self.openings.set(openings);
            }
        }
    }
}
