//! What the panel records, and what it has typed and not recorded yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::browser::lifecycle::{on_pause, warn_before_leaving};
use crate::browser::sleep;
use crate::panel::{Stamp, Unfinished, Workbook};

/// How long typing may go on before what is typed is written, in milliseconds.
const TYPED_FOR: u32 = 1_000;

/// What was recorded, in words; said once it is kept.
#[derive(Clone)]
pub struct Said {
    text: String,
    /// Outlives the page that recorded it.
    is_kept: ArcRwSignal<bool>,
    /// Whether a page shows it, and takes it along when it goes.
    is_shown: Arc<AtomicBool>,
}

impl Said {
    /// The words for the page that shows them, once what they say is kept; watched.
    pub fn to_show(&self) -> Option<String> {
        if !self.is_kept.get() {
            return None;
        }
        self.is_shown.store(true, Ordering::Relaxed);
        Some(self.text.clone())
    }
}

/// What the desk has in hand while something is recorded.
#[derive(Clone, Copy)]
pub struct Recording {
    /// What was recorded last, until the page that shows it is left.
    said: RwSignal<Option<Said>>,
    /// Whether something is typed that no write has taken along.
    typed: StoredValue<bool>,
}

impl Recording {
    /// Nothing in hand.
    pub fn new() -> Self {
        Self { said: RwSignal::new(None), typed: StoredValue::new(false) }
    }

    /// Takes up what is to be said; gives what is to be told once it is kept.
    fn say(self, text: String) -> ArcRwSignal<bool> {
        let is_kept = ArcRwSignal::new(false);
        let said = Said { text, is_kept: is_kept.clone(), is_shown: Arc::default() };
        let _ = self.said.try_set(Some(said));
        is_kept
    }

    /// Another page is gone to: what the one before has shown is not said again.
    fn turn_page(self) {
        let is_over = |said: &Option<Said>| {
            said.as_ref().is_some_and(|said| said.is_shown.load(Ordering::Relaxed))
        };
        if self.said.try_with_untracked(is_over) == Some(true) {
            // The page that watches it is gone.
            self.said.try_update_untracked(Option::take);
        }
    }
}

impl Desk {
    /// Records something of the panel's with a stamp, saves it and tells the pages.
    ///
    /// `None` where no round is open; what is refused changes nothing.
    pub fn record<T, E>(
        &self,
        record: impl FnOnce(&mut Workbook, &Stamp) -> Result<T, E>,
    ) -> Option<Result<T, E>> {
        let stamp = Self::stamp();
        let done = self.change(|workbook| record(workbook, &stamp))?;
        if done.is_ok() {
            self.write_typed();
            self.changed();
        }
        Some(done)
    }

    /// What was typed on a page before and not recorded.
    pub fn unfinished(&self, page: &str) -> Unfinished {
        untrack(|| self.with(|workbook| workbook.unfinished(page).cloned().unwrap_or_default()))
    }

    /// Keeps what stands in a box now; written within a second, and when the box is left.
    pub fn keep_unfinished(&self, page: &str, field: &str, text: &str) {
        self.change(|workbook| workbook.keep_unfinished(page, field, text));
        self.note_typed();
    }

    /// Something is typed: it is written within a second, and when the box is left.
    pub(super) fn note_typed(&self) {
        if self.recording.typed.try_get_value() != Some(false) {
            return;
        }
        self.recording.typed.try_set_value(true);
        let desk = *self;
        spawn_local(async move {
            sleep(TYPED_FOR).await;
            desk.save_typed();
        });
    }

    /// Forgets what was typed on a page.
    pub fn forget_unfinished(&self, page: &str) {
        self.change(|workbook| workbook.forget_unfinished(page));
        self.write_typed();
    }

    /// Writes what is typed and not written yet.
    pub fn save_typed(&self) {
        if self.recording.typed.try_get_value() == Some(true) {
            self.write_typed();
        }
    }

    /// Sees to it that what is typed is written when a box is left, or the page hidden or closed, and
    /// that a browser asks before the page goes while something is not kept.
    pub fn save_when_left(&self) {
        let desk = *self;
        // For as long as the program runs.
        std::mem::forget(on_pause(move || {
            desk.save_typed();
            desk.save_set_up();
        }));
        std::mem::forget(warn_before_leaving(move || {
            // What was typed a moment ago is on its way from here on, and as much at risk.
            desk.save_typed();
            desk.save_set_up();
            desk.keeping.is_at_risk()
        }));
    }

    fn write_typed(&self) {
        self.recording.typed.try_set_value(false);
        self.save();
    }

    /// Says what was recorded, on this page or on the one that is gone to next: not before it is kept.
    pub fn say(&self, text: String) {
        let is_kept = self.recording.say(text);
        self.keeping.once_kept(move || is_kept.set(true));
    }

    /// The same of what no browser has to keep.
    pub fn say_at_once(&self, text: String) {
        self.recording.say(text).set(true);
    }

    /// What was said last; watched.
    pub fn said(&self) -> Option<Said> {
        self.recording.said.try_get().flatten()
    }

    /// Another page is gone to: what the one before has shown is not said again.
    pub fn turn_page(&self) {
        self.recording.turn_page();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a page shows.
    fn shown(recording: Recording) -> Option<String> {
        recording.said.get_untracked().and_then(|said| said.to_show())
    }

    #[test]
    fn what_was_recorded_is_said_once_kept_on_the_page_that_is_gone_to_and_on_no_other() {
        let root = Owner::new();
        root.set();
        let recording = Recording::new();
        let is_kept = recording.say("Recorded.".into());
        recording.turn_page();
        assert_eq!(shown(recording), None, "nothing is kept yet");
        is_kept.set(true);
        assert_eq!(shown(recording).as_deref(), Some("Recorded."));
        assert_eq!(shown(recording).as_deref(), Some("Recorded."), "a page that is drawn anew");
        recording.turn_page();
        assert_eq!(shown(recording), None);
    }
}
