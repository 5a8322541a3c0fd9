//! What the panel records, and what it has typed and not recorded yet.

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
}

impl Said {
    /// The words, once what they say is kept; watched.
    pub fn text(&self) -> Option<String> {
        self.is_kept.get().then(|| self.text.clone())
    }
}

/// What the desk has in hand while something is recorded.
#[derive(Clone, Copy)]
pub struct Recording {
    /// What was recorded last, until another page takes it up.
    said: RwSignal<Option<Said>>,
    /// Whether something is typed that no write has taken along.
    typed: StoredValue<bool>,
}

impl Recording {
    /// Nothing in hand.
    pub fn new() -> Self {
        Self { said: RwSignal::new(None), typed: StoredValue::new(false) }
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
        let said = Said { text, is_kept: ArcRwSignal::new(false) };
        let is_kept = said.is_kept.clone();
        let _ = self.recording.said.try_set(Some(said));
        self.keeping.once_kept(move || is_kept.set(true));
    }

    /// What was said last; watched.
    pub fn said(&self) -> Option<Said> {
        self.recording.said.try_get().flatten()
    }

    /// Takes over what the page before said, so that the page after does not say it again.
    pub fn take_said(&self) -> Option<Said> {
        self.recording.said.try_update_untracked(Option::take).flatten()
    }
}
