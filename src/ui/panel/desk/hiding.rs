//! Whether the agencies' names of the open round are hidden in large type (domain 4.10): kept on this device for a
//! reload and for windows that are opened later, and told to those that are open.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Desk;
use crate::browser::LocalJournal;
use crate::browser::lifecycle::on_put_aside;
use crate::browser::tabs::{self, Message};
use crate::id::RoundId;

/// What was chosen for a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Chosen {
    hides: bool,
    /// Whether it outlives this window.
    is_kept: bool,
}

/// What this window chose or heard since it was opened. Of every other round what is kept holds.
#[derive(Clone, Copy)]
pub struct Hiding(StoredValue<BTreeMap<RoundId, Chosen>>);

impl Hiding {
    /// Nothing chosen yet.
    pub fn new() -> Self {
        Self(StoredValue::new(BTreeMap::new()))
    }

    fn of(self, round: &RoundId) -> Option<Chosen> {
        self.0.try_with_value(|chosen| chosen.get(round).copied()).flatten()
    }

    fn note(self, round: RoundId, chosen: Chosen) {
        self.0.try_update_value(|all| all.insert(round, chosen));
    }

    /// Other windows may have chosen while this one could not hear them: what is kept is read again.
    fn forget_kept(self) {
        self.0.try_update_value(|all| all.retain(|_, chosen| !chosen.is_kept));
    }
}

impl Desk {
    /// For as long as the program runs: hears what other windows choose, whichever page is shown.
    pub(super) fn hear_of_names(&self) {
        let hiding = self.hiding;
        std::mem::forget(tabs::listen(move |message| {
            if let Message::Names(round, hides) = message {
                let is_kept = LocalJournal::probe().is_some();
                hiding.note(round, Chosen { hides, is_kept });
            }
        }));
    }

    /// Whether the names are hidden. Known without waiting, so before the first of them is drawn.
    pub fn hides_names(&self) -> bool {
        let Some(round) = untrack(|| self.id()) else { return false };
        let kept = || LocalJournal::probe().is_some_and(|journal| journal.hides_names(&round));
        self.hiding.of(&round).map_or_else(kept, |chosen| chosen.hides)
    }

    /// Whether a reload, and a window that is opened later, know what was chosen.
    pub fn keeps_choice_of_names(&self) -> bool {
        let chosen = untrack(|| self.id()).and_then(|round| self.hiding.of(&round));
        chosen.is_none_or(|chosen| chosen.is_kept)
    }

    /// Hides the names in every window of this round, or shows them.
    pub fn hide_names(&self, hides: bool) {
        let Some(round) = untrack(|| self.id()) else { return };
        let journal = LocalJournal::probe();
        let is_kept = journal.is_some_and(|journal| journal.hide_names(&round, hides).is_ok());
        self.hiding.note(round.clone(), Chosen { hides, is_kept });
        tabs::tell(&Message::Names(round, hides));
    }

    /// While the page that calls this is shown: `told` hears what another window chooses for this round.
    pub fn follow_names(&self, told: impl Fn(bool) + Clone + 'static) {
        let desk = *self;
        let heard = told.clone();
        // A page that the browser had put aside heard nothing meanwhile.
        let back = move || {
            desk.hiding.forget_kept();
            told(desk.hides_names());
        };
        let mut listeners = on_put_aside(|| (), back);
        listeners.extend(tabs::listen(move |message| {
            if let Message::Names(round, hides) = message
                && untrack(|| desk.id()) == Some(round)
            {
                heard(hides);
            }
        }));
        let listeners = StoredValue::new_local(listeners);
        on_cleanup(move || drop(listeners.try_update_value(std::mem::take)));
    }
}
