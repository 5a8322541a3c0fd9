//! A round of which something is not kept stays on the desk until it is, or until its person gives that up.

use leptos::prelude::*;

use super::super::words;
use super::{Desk, ImportState, Opening};
use crate::browser::sleep;
use crate::id::RoundId;

impl Desk {
    /// Whether the round on the desk keeps this one from being opened: what is not kept of it would go with
    /// it, and an import that runs would end. Once everything is kept this one is opened, should it be wanted
    /// still.
    pub(super) fn is_held_back(&self, id: &RoundId) -> bool {
        self.save_typed();
        if !self.has_unkept() {
            return false;
        }
        self.wanted.set_value(Some(id.clone()));
        let (desk, id) = (*self, id.clone());
        // An import ends with a save, whatever became of its files.
        self.keeping.after_next(move || {
            let wanted = desk.wanted.try_update_value(Option::take).flatten();
            if let Some(id) = wanted.filter(|wanted| *wanted == id) {
                desk.ensure_open(id);
            }
        });
        true
    }

    /// Opens this round, and lets go of what is not kept of the one on the desk.
    pub fn open_and_give_up(&self, id: RoundId) {
        self.keeping.begin_anew();
        self.lay_aside(Opening::Closed);
        self.ensure_open(id);
    }

    /// Waits for what is on its way to be kept; in a sentence that something is not, and would go with its round.
    pub(super) async fn all_kept(&self) -> Result<(), String> {
        self.save_typed();
        while self.keeping.is_under_way() {
            sleep(10).await;
        }
        let title = || self.with(|workbook| workbook.plan().round.title.clone());
        if self.has_unkept() { Err(words::unkept(&untrack(title))) } else { Ok(()) }
    }

    /// Whether an import runs, or what waits for one that is through begins.
    pub(super) fn imports(&self) -> bool {
        matches!(self.import_state.get_untracked(), ImportState::Running(..))
    }

    /// Whether something of the round on the desk is not kept, or an import into it runs.
    pub(super) fn has_unkept(&self) -> bool {
        let is_open = matches!(self.opening.get_untracked(), Opening::Open(_));
        is_open && (self.keeping.is_at_risk() || self.imports())
    }
}
