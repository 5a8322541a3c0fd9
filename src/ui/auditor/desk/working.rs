//! The draft being worked on, and what of it screens watch.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use crate::audit_return::{Return, without_hidden};
use crate::browser::OpenDraft;
use crate::browser::locks;
use crate::check::guard_of;
use crate::guard::Guard;
use crate::id::PromptId;
use crate::order;
use crate::round::Invitation;
use crate::store::{AnswerChange, Change, DraftRecord, SaveState as Saving, Session};
use crate::tool::{Graph, Shown};

/// One draft being worked on.
///
/// Text is not watched: controls are uncontrolled and tell each change. Watched
/// is only whether a prompt is asked, in one signal a prompt, so that an answer
/// touches nothing but what depends on it.
pub struct Working {
    /// Journals and saves every change.
    pub driver: OpenDraft,
    /// The round, the tool and the place answered for.
    pub invitation: Rc<Invitation>,
    /// The invitation's signed file, for copies.
    pub invitation_file: String,
    /// Keeps other tabs from writing; `None` where the browser has no locks.
    lock: Cell<Option<locks::Guard>>,
    mode: Mode,
    graph: Graph,
    shown: RefCell<Shown>,
    /// In the order of the ids, to be searched by halves: a map would bring 3 KB of code.
    asked: Vec<(PromptId, ArcRwSignal<bool>)>,
    /// Knows the names to watch for.
    guard: RefCell<Guard>,
    /// How many are reading: edits wait until nobody is, so that none can come amiss.
    readers: Cell<u32>,
    waiting: Cell<Vec<Change>>,
    /// Whether somebody has looked through the whole of it.
    checked: Cell<bool>,
}

/// What this tab may do with the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Read and write.
    Write,
    /// Read: another tab writes.
    Read,
}

/// The open draft as pages read it.
pub struct View<'a> {
    /// The return as it stands, every edit included.
    pub ret: &'a Return,
    /// Its record, with the dates that stay on this device.
    pub record: &'a DraftRecord,
    /// The round, the tool and the place answered for.
    pub invitation: &'a Rc<Invitation>,
    working: &'a Working,
    shown: &'a Shown,
    guard: &'a Guard,
}

impl Working {
    /// Lays a draft on the desk.
    pub fn new(
        driver: OpenDraft,
        invitation: Rc<Invitation>,
        invitation_file: String,
        mode: Mode,
        lock: Option<locks::Guard>,
    ) -> Self {
        let graph = Graph::compile(&invitation.round.tool);
        let shown = driver.read(|session| graph.shown(session.draft()));
        let signal = |id: &PromptId| ArcRwSignal::new(shown.is_asked(id));
        let prompts = invitation.round.tool.prompts();
        let mut asked: Vec<_> =
            prompts.map(|(_, prompt)| (prompt.id.clone(), signal(&prompt.id))).collect();
        order::sort_by(&mut asked, |(one, _), (other, _)| one.cmp(other));
        let guard = guard_of_draft(&driver, &invitation);
        Self {
            guard: RefCell::new(guard),
            driver,
            invitation,
            invitation_file,
            lock: Cell::new(lock),
            mode,
            graph,
            shown: RefCell::new(shown),
            asked,
            readers: Cell::new(0),
            waiting: Cell::default(),
            checked: Cell::new(false),
        }
    }

    /// Whether the whole of it was looked through since it was laid on the desk.
    pub fn was_checked(&self) -> bool {
        self.checked.get()
    }

    /// It is looked through now.
    pub fn note_checked(&self) {
        self.checked.set(true);
    }

    /// Whether edits may be made: it is not signed, and no other tab has it.
    pub fn is_writable(&self) -> bool {
        self.mode == Mode::Write && !self.is_signed()
    }

    /// Whether this tab has the draft, and saves it.
    pub fn owns(&self) -> bool {
        self.mode == Mode::Write
    }

    /// Whether its last words could not be saved, and are not saved since.
    pub fn has_failed_to_save(&self) -> bool {
        let failed = |session: &Session| {
            session.is_dirty() && matches!(session.state(), Saving::Failed { .. })
        };
        self.owns() && self.driver.read(failed)
    }

    /// Whether its last words are not saved yet, and saving them has not failed.
    pub fn is_being_saved(&self) -> bool {
        let waits = |session: &Session| {
            session.is_dirty() && !matches!(session.state(), Saving::Failed { .. })
        };
        self.owns() && self.driver.read(waits)
    }

    /// Lets another tab have the draft. Nothing is written from here any more.
    pub fn let_go(&self) {
        self.driver.retire();
        self.lock.take();
    }

    /// Saves what is unsaved and is in no other tab's way until the draft is opened anew.
    pub fn pause(&self) {
        self.driver.save_now();
        self.lock.take();
    }

    /// Saves what is unsaved; then another tab may have the draft.
    pub fn close(&self) {
        self.driver.close();
        self.lock.take();
    }

    /// Makes an edit, once nobody reads; screens follow what it hides or reveals.
    pub fn edit(&self, change: Change) {
        let mut waiting = self.waiting.take();
        waiting.push(change);
        self.waiting.set(waiting);
        self.make_edits();
    }

    fn make_edits(&self) {
        if self.readers.get() > 0 {
            return;
        }
        for change in self.waiting.take() {
            let answered = match &change {
                Change::Answer(prompt, AnswerChange::Response(_)) => Some(prompt.clone()),
                _ => None,
            };
            let names_change = matches!(change, Change::Names(_));
            self.driver.edit(change);
            if names_change {
                self.guard.replace(guard_of_draft(&self.driver, &self.invitation));
            }
            if let Some(prompt) = answered {
                self.follow(&prompt);
            }
        }
    }

    fn follow(&self, prompt: &PromptId) {
        // Nobody reads, so nobody else holds it; and the graph calls nobody.
        let led_to = self.driver.read(|session| {
            self.graph.update(&mut self.shown.borrow_mut(), prompt, session.draft())
        });
        for prompt in led_to.asking {
            let is_asked = self.shown.borrow().is_asked(&prompt);
            if let Some(signal) = self.signal_of(&prompt) {
                signal.set(is_asked);
            }
        }
    }

    fn signal_of(&self, prompt: &PromptId) -> Option<&ArcRwSignal<bool>> {
        let at = self.asked.binary_search_by(|(id, _)| id.cmp(prompt)).ok()?;
        self.asked.get(at).map(|(_, signal)| signal)
    }

    /// Whether the version in work is the one last signed.
    pub fn is_signed(&self) -> bool {
        self.driver.read(|session| session.record().is_signed())
    }

    /// Reads the draft.
    pub fn view<T>(&self, read: impl FnOnce(View<'_>) -> T) -> T {
        self.readers.set(self.readers.get() + 1);
        let value = self.driver.read(|session| {
            let (shown, guard) = (self.shown.borrow(), self.guard.borrow());
            let record = session.record();
            let (ret, invitation) = (&record.draft, &self.invitation);
            read(View { ret, record, invitation, working: self, shown: &shown, guard: &guard })
        });
        self.readers.set(self.readers.get() - 1);
        self.make_edits();
        value
    }
}

fn guard_of_draft(driver: &OpenDraft, invitation: &Invitation) -> Guard {
    driver.read(|session| {
        let record = session.record();
        guard_of(&invitation.round, &record.draft, &record.names).salted(record.salt)
    })
}

impl View<'_> {
    /// Finds what could tell who somebody is.
    pub fn guard(&self) -> &Guard {
        self.guard
    }

    /// Which prompts are asked now.
    pub fn shown(&self) -> &Shown {
        self.shown
    }

    /// The return as its pages show it.
    pub fn without_hidden(&self) -> Return {
        without_hidden(self.ret, &self.invitation.round.tool, self.shown)
    }

    /// Whether a prompt is asked, to watch.
    pub fn asked(&self, prompt: &PromptId) -> ArcRwSignal<bool> {
        self.working.signal_of(prompt).cloned().unwrap_or_else(|| ArcRwSignal::new(false))
    }
}
