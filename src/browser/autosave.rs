//! Drives an open draft: writes its journal, starts its commits, tells how they went.
//!
//! Lives at the root of the program, beside the pages and not in one, so that
//! leaving a page within half a second of a key loses nothing. Knows no signals:
//! whoever shows the save line passes in what is to be called.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;

use super::lifecycle::{self, Listener, Timer};
use super::{Database, LocalJournal, clock, panic};
use crate::store::{
    Change, Commit, Durability, Millis, SaveLine, Session, Store, StoreError, Write,
};

/// An open draft that saves itself. Dropping it ends the saving: call [`OpenDraft::close`] first.
pub struct OpenDraft(Rc<Inner>);

struct Inner {
    session: RefCell<Session>,
    database: Rc<Database>,
    journal: Option<LocalJournal>,
    on_line: Box<dyn Fn(&SaveLine)>,
    shown: RefCell<Option<SaveLine>>,
    durability: Cell<Durability>,
    retired: Cell<bool>,
    timer: RefCell<Option<Timer>>,
    listeners: RefCell<Vec<Listener>>,
}

impl OpenDraft {
    /// Starts saving. `on_line` is called now and whenever the save line changes.
    pub fn new(
        session: Session,
        database: Rc<Database>,
        journal: Option<LocalJournal>,
        on_line: impl Fn(&SaveLine) + 'static,
    ) -> Self {
        let inner = Rc::new(Inner {
            session: RefCell::new(session),
            database,
            journal,
            on_line: Box::new(on_line),
            shown: RefCell::new(None),
            durability: Cell::new(Durability::Relaxed),
            retired: Cell::new(false),
            timer: RefCell::new(None),
            listeners: RefCell::new(Vec::new()),
        });
        let weak = Rc::downgrade(&inner);
        *inner.timer.borrow_mut() = Some(Timer::new(with(&weak, Inner::step)));
        let mut listeners = lifecycle::on_pause(with(&weak, Inner::pause));
        listeners.extend(lifecycle::warn_before_leaving(move || {
            weak.upgrade().is_some_and(|inner| inner.is_dirty())
        }));
        *inner.listeners.borrow_mut() = listeners;
        inner.write_journal();
        inner.step();
        Self(inner)
    }

    /// Makes a change: in memory and in the journal now, in the record within half a second.
    pub fn edit(&self, change: Change) {
        self.0.update(|session, now| session.edit(change, now));
        self.0.write_journal();
        self.0.step();
    }

    /// Does something else to the open draft: notes a file copy or a signature.
    pub fn update<T>(&self, act: impl FnOnce(&mut Session, Millis) -> T) -> T {
        let done = self.0.update(act);
        self.0.durability.set(Durability::Strict);
        self.0.step();
        done
    }

    /// Reads the open draft.
    pub fn read<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        read(&self.0.session.borrow())
    }

    /// Saves now, down to the disk: on completing an area, before signing, on Ctrl+S.
    pub fn save_now(&self) {
        self.0.pause();
    }

    /// Stops writing: another tab has taken the draft over. What is unsaved stays in memory.
    pub fn retire(&self) {
        self.0.retired.set(true);
        if let Some(timer) = self.0.timer.borrow().as_ref() {
            timer.stop();
        }
    }

    /// Saves what is unsaved and lets go of the page. The last commit still completes.
    pub fn close(self) {
        self.0.listeners.borrow_mut().clear();
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

impl Inner {
    fn update<T>(&self, act: impl FnOnce(&mut Session, Millis) -> T) -> T {
        act(&mut self.session.borrow_mut(), clock::monotonic())
    }

    fn is_dirty(&self) -> bool {
        !self.retired.get() && self.session.borrow().is_dirty()
    }

    /// The page may never come back: journal and record, at once.
    fn pause(self: &Rc<Self>) {
        if panic::has_stopped() {
            return;
        }
        // A box can lose the focus in the midst of a change to the page, while the draft
        // is being read: then what was typed is journalled already, and saved in its turn.
        if self.session.try_borrow_mut().is_err() {
            return;
        }
        if self.session.borrow().is_dirty() {
            self.durability.set(Durability::Strict);
        }
        self.update(Session::hurry);
        self.write_journal();
        self.step();
    }

    /// A journal that cannot be written is no failure: the record is the record.
    fn write_journal(&self) {
        if self.retired.get() {
            return;
        }
        let session = self.session.borrow();
        if let Some(journal) = self.journal {
            let _ = journal.write(&session.record().draft_id, session.journal().as_ref());
        }
    }

    /// Starts a commit if one is due, sets the timer, shows the line.
    fn step(self: &Rc<Self>) {
        if self.retired.get() || panic::has_stopped() {
            return;
        }
        if let Some(commit) = self.update(|session, now| session.poll(now, clock::now())) {
            spawn_local(self.clone().perform(commit));
        }
        self.update(|session, now| {
            if let (Some(at), Some(timer)) = (session.wake_at(now), self.timer.borrow().as_ref()) {
                timer.set(at.saturating_sub(now));
            }
        });
        self.show();
    }

    fn show(&self) {
        let line = self.session.borrow().line(clock::monotonic());
        if self.shown.borrow().as_ref() != Some(&line) {
            (self.on_line)(&line);
            *self.shown.borrow_mut() = Some(line);
        }
    }

    async fn perform(self: Rc<Self>, commit: Commit) {
        let Commit { attempt, write } = commit;
        let durability = self.durability.replace(Durability::Relaxed);
        let outcome = self.write(write, durability).await;
        self.update(|session, now| match outcome {
            Ok(()) => session.committed(attempt),
            Err(error) => session.failed(attempt, error, now),
        });
        self.write_journal();
        self.step();
    }

    async fn write(&self, write: Write, durability: Durability) -> Result<(), StoreError> {
        self.database.write(vec![write], durability).await
    }
}
