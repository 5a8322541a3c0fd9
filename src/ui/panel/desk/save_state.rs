//! How saving stands: what is on its way, and what waits to be told until it is kept.

use leptos::prelude::*;

use super::saving::not_kept;
use crate::browser::{local, now};
use crate::store::StoreError;
use crate::text::time_of_day;
use crate::ui::govuk::SaveState;

/// The saves of this window, of whatever record.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// Counts what lay on the desk: saves of what is no longer there tell nothing.
    turn: StoredValue<u64>,
    state: RwSignal<SaveState>,
    /// Whether what was recorded last is in this window only, and a later try may help.
    waits: RwSignal<bool>,
    under_way: StoredValue<usize>,
    then: StoredValue<Vec<Box<dyn FnOnce()>>, LocalStorage>,
}

/// What lay on the desk when a save set out.
#[derive(Clone, Copy)]
pub struct Turn(u64);

impl Keeping {
    /// Nothing to keep yet.
    pub fn new() -> Self {
        Self {
            turn: StoredValue::new(0),
            state: RwSignal::new(SaveState::Nothing),
            waits: RwSignal::new(false),
            under_way: StoredValue::new(0),
            then: StoredValue::new_local(Vec::new()),
        }
    }

    /// The truth about saving; watched.
    pub fn state(self) -> Signal<SaveState> {
        self.state.into()
    }

    /// Whether a save has failed that is tried again, and none has gone well since; watched.
    pub fn waits(self) -> bool {
        self.waits.get()
    }

    fn set_waits(self, waits: bool) {
        // What watches it is not drawn anew at every try.
        if self.waits.try_get_untracked() != Some(waits) {
            let _ = self.waits.try_set(waits);
        }
    }

    /// Another round lies on the desk: how the one before was saved is told no more.
    pub fn begin_anew(self) {
        self.turn.try_update_value(|turn| *turn += 1);
        self.under_way.try_set_value(0);
        let _ = self.state.try_set(SaveState::Nothing);
        self.set_waits(false);
        self.then.try_update_value(Vec::clear);
    }

    /// A save sets out; what it gives is shown at its end.
    pub fn begin(self) -> Turn {
        self.under_way.try_update_value(|saves| *saves += 1);
        let _ = self.state.try_set(SaveState::Saving);
        Turn(self.turn.try_get_value().unwrap_or_default())
    }

    /// A save has come to its end. Browsers end them in the order in which they set out, and each takes
    /// along what an earlier one could not keep: the last to end tells how all stand.
    pub fn end(self, turn: Turn, outcome: Result<(), StoreError>) {
        if self.turn.try_get_value() != Some(turn.0) {
            return;
        }
        self.under_way.try_update_value(|saves| *saves = saves.saturating_sub(1));
        if self.is_under_way() {
            return;
        }
        let state = match &outcome {
            Ok(()) => SaveState::Saved { at: time_of_day(local(now()).time()) },
            Err(error) => SaveState::Failed { why: not_kept(error) },
        };
        let _ = self.state.try_set(state);
        let never = matches!(outcome, Err(StoreError::StaleRevision { .. }));
        self.set_waits(outcome.is_err() && !never);
        if outcome.is_ok() {
            let waiting = self.then.try_update_value(std::mem::take).unwrap_or_default();
            waiting.into_iter().for_each(|then| then());
        }
    }

    /// Whether a save has not come to its end.
    pub fn is_under_way(self) -> bool {
        self.under_way.try_get_value().is_some_and(|saves| saves > 0)
    }

    /// Whether something would be lost if the page went now.
    pub fn is_at_risk(self) -> bool {
        let state = self.state.try_get_untracked();
        self.is_under_way() || matches!(state, Some(SaveState::Failed { .. }))
    }

    /// Does `then` once everything up to now is kept: at once, or when a save has succeeded.
    pub fn once_kept(self, then: impl FnOnce() + 'static) {
        if self.is_at_risk() { self.after_next(then) } else { then() }
    }

    /// Does `then` after the next save that succeeds.
    pub fn after_next(self, then: impl FnOnce() + 'static) {
        self.then.try_update_value(|waiting| waiting.push(Box::new(then)));
    }
}
