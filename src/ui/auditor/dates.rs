//! Date inputs that keep what is typed into them, half a date too.

use leptos::prelude::*;

use super::desk::Desk;
use super::words;
use crate::store::{Change, SheetChange};
use crate::timescale::TypedDate;
use crate::ui::dates::{date_text, typed_date};
use crate::ui::govuk::{Caption, DateInput, DateText, PageErrors, TextInput};

/// What the parts of a page with dates share.
#[derive(Clone, Copy)]
pub struct DatedPage {
    /// With the draft.
    pub desk: Desk,
    /// What is wrong on this page.
    pub errors: PageErrors,
    /// Told of every change to a date, so that what follows from it is shown.
    changed: RwSignal<u32>,
}

impl DatedPage {
    /// A page on which nothing is wrong yet.
    pub fn new(desk: Desk) -> Self {
        Self { desk, errors: PageErrors::new(), changed: RwSignal::new(0) }
    }

    /// Makes a change that intervals in the return depend on.
    pub fn edit(self, change: Change) {
        self.desk.edit_and_follow(change);
        self.tell_changed();
    }

    /// Says that a date has changed.
    pub fn tell_changed(self) {
        let _ = self.changed.try_update(|count| *count += 1);
    }

    /// Follows every change of a date.
    pub fn track(self) {
        self.changed.track();
    }

    /// A date question of this page. `id` is the stem of its element ids, `key` where the draft keeps it.
    pub fn date(self, id: String, key: String, legend: Caption, hint: &'static str) -> AnyView {
        let on_typed = Callback::new(move |_| self.tell_changed());
        let error = self.errors.of(id.clone());
        let seed = TypedDate::default();
        let question = DateQuestion { id, key, legend, hint, seed, error, on_typed };
        date_question(self.desk, question)
    }
}

/// One date input, and what is to happen once more is typed.
pub struct DateQuestion {
    /// Stem of the element ids.
    pub id: String,
    /// Key under which the draft keeps what is typed.
    pub key: String,
    /// The question.
    pub legend: Caption,
    /// Help with it.
    pub hint: &'static str,
    /// What the return says, for drafts that did not keep what was typed.
    pub seed: TypedDate,
    /// What is wrong with it.
    pub error: Signal<Option<String>>,
    /// Called after each change, with what is typed now.
    pub on_typed: Callback<TypedDate>,
}

/// A date, kept as it is typed. Ask for its time after it.
pub fn date_question(desk: Desk, question: DateQuestion) -> AnyView {
    let DateQuestion { id, key, legend, hint, seed, error, on_typed } = question;
    if desk.typed(&key).is_blank() && !seed.is_blank() {
        desk.edit(Change::Sheet(SheetChange::Date(key.clone(), seed)));
    }
    let value = date_text(&desk.typed(&key));
    let on_input = Callback::new(move |text: DateText| {
        let time = desk.typed(&key).time;
        let typed = TypedDate { time, ..typed_date(&text) };
        desk.type_date(&key, typed.clone());
        on_typed.run(typed);
    });
    view! { <DateInput id=id legend=legend hint=hint value=value on_input=on_input error=error /> }
        .into_any()
}

/// The time of day that goes with a date.
pub fn time_question(
    desk: Desk,
    id: String,
    key: String,
    label: Caption,
    on_typed: Callback<TypedDate>,
) -> AnyView {
    let value = desk.typed(&key).time;
    let on_input = Callback::new(move |time: String| {
        let typed = TypedDate { time, ..desk.typed(&key) };
        desk.type_date(&key, typed.clone());
        on_typed.run(typed);
    });
    view! {
        <TextInput id=id label=label hint=words::TIME_HINT class="govuk-input--width-5" value=value on_input=on_input />
    }
    .into_any()
}
