//! Under a box: that its text holds characters which nobody sees (L35).
//!
//! On a page such characters are marked where they stand; what is in a box is nobody's to change. What is pasted is
//! cleaned before, so a box can only begin with them, out of a file.

use leptos::prelude::*;

use super::form_group::Question;
use super::parts::{classes, sub_id};
use super::words;
use crate::text::hidden_characters;

/// Follows a box that began with such characters; does nothing for any other.
#[derive(Clone, Copy)]
pub(super) struct HiddenText {
    count: Option<RwSignal<usize>>,
}

impl HiddenText {
    /// By the box's first text.
    pub fn of(value: &str) -> Self {
        let count = hidden_characters(value);
        Self { count: (count > 0).then(|| RwSignal::new(count)) }
    }

    /// Hears what stands in the box now, and passes it on.
    pub fn heard(self, text: String) -> String {
        if let Some(count) = self.count {
            let _ = count.try_set(hidden_characters(&text));
        }
        text
    }

    /// Live value of the box's `aria-describedby`: that of its question, and the note.
    pub fn described_by(self, question: &Question) -> Signal<Option<String>> {
        if self.count.is_none() {
            return question.described_by();
        }
        let described_by = classes(&[&question.described_by, &note_id(&question.id)]);
        Question { described_by, ..question.clone() }.described_by()
    }

    /// The note, gone with the last such character.
    pub fn note(self, id: &str) -> Option<AnyView> {
        let (count, id) = (self.count?, note_id(id));
        let said = move || match count.get() {
            0 => String::new(),
            some => words::hidden_characters(some),
        };
        Some(view! { <p class="govuk-body-s" id=id>{said}</p> }.into_any())
    }
}

/// The box, and its note where there is one.
pub(super) fn with_note(control: AnyView, note: Option<AnyView>) -> AnyView {
    match note {
        None => control,
        note => view! { {control}{note} }.into_any(),
    }
}

fn note_id(id: &str) -> String {
    sub_id(id, "hidden")
}
