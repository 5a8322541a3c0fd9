//! The draft being worked on, and what of it screens watch.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;

use crate::audit_return::Return;
use crate::browser::OpenDraft;
use crate::browser::locks::Guard;
use crate::gather::gathered;
use crate::id::PromptId;
use crate::round::Invitation;
use crate::store::{AnswerChange, Change};
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
    _lock: Option<Guard>,
    graph: Graph,
    shown: Shown,
    asked: BTreeMap<PromptId, ArcRwSignal<bool>>,
}

/// The open draft as pages read it.
pub struct View<'a> {
    /// The return as it stands, every edit included.
    pub ret: &'a Return,
    /// The round, the tool and the place answered for.
    pub invitation: &'a Rc<Invitation>,
    working: &'a Working,
}

impl Working {
    /// Lays a draft on the desk.
    pub fn new(
        driver: OpenDraft,
        invitation: Rc<Invitation>,
        invitation_file: String,
        lock: Option<Guard>,
    ) -> Self {
        let graph = Graph::compile(&invitation.round.tool);
        let shown = driver.read(|session| graph.shown(session.draft()));
        let signal = |id: &PromptId| ArcRwSignal::new(shown.is_asked(id));
        let prompts = invitation.round.tool.prompts();
        let asked = gathered(prompts.map(|(_, prompt)| (prompt.id.clone(), signal(&prompt.id))));
        Self { driver, invitation, invitation_file, _lock: lock, graph, shown, asked }
    }

    /// Makes an edit; screens follow what it hides or reveals.
    pub fn edit(&mut self, change: Change) {
        let answered = match &change {
            Change::Answer(prompt, AnswerChange::Response(_)) => Some(prompt.clone()),
            _ => None,
        };
        self.driver.edit(change);
        if let Some(prompt) = answered {
            self.follow(&prompt);
        }
    }

    fn follow(&mut self, prompt: &PromptId) {
        let Self { driver, graph, shown, .. } = self;
        let led_to = driver.read(|session| graph.update(shown, prompt, session.draft()));
        for prompt in led_to.asking {
            if let Some(signal) = self.asked.get(&prompt) {
                signal.set(self.shown.is_asked(&prompt));
            }
        }
    }

    /// Whether the version in work is the one last signed.
    pub fn is_signed(&self) -> bool {
        self.driver.read(|session| {
            let record = session.record();
            record.signed.last().is_some_and(|last| last.version == record.draft.version)
        })
    }

    /// Reads the draft.
    pub fn view<T>(&self, read: impl FnOnce(View<'_>) -> T) -> T {
        self.driver.read(|session| {
            read(View { ret: session.draft(), invitation: &self.invitation, working: self })
        })
    }
}

impl View<'_> {
    /// Which prompts are asked now.
    pub fn shown(&self) -> &Shown {
        &self.working.shown
    }

    /// Whether a prompt is asked, to watch.
    pub fn asked(&self, prompt: &PromptId) -> ArcRwSignal<bool> {
        self.working.asked.get(prompt).cloned().unwrap_or_else(|| ArcRwSignal::new(false))
    }
}
