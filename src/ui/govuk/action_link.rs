//! A link beside an answer: "Change", with what is changed for screen readers.

use leptos::prelude::*;

use super::parts::classes;

/// A link beside an answer or on a card.
#[derive(Debug, Clone, Default)]
pub struct ActionLink {
    text: String,
    href: String,
    hidden: String,
    class: String,
}

impl ActionLink {
    /// A link.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), ..Self::default() }
    }

    /// Said after the words by screen readers: "name", "strength 2".
    #[must_use]
    pub fn hidden(self, hidden: impl Into<String>) -> Self {
        Self { hidden: hidden.into(), ..self }
    }

    /// More class names.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        Self { class: class.into(), ..self }
    }

    /// The link; a card's title is said too, as several cards have the same rows.
    pub(super) fn view(self, card: &str) -> AnyView {
        let mut hidden = String::new();
        if !self.hidden.is_empty() {
            hidden = [" ", &self.hidden].concat();
        }
        if !card.is_empty() {
            hidden = [&hidden, " (", card, ")"].concat();
        }
        let hidden = (!hidden.is_empty())
            .then(|| view! { <span class="govuk-visually-hidden">{hidden}</span> });
        view! { <a class=classes(&["govuk-link", &self.class]) href=self.href>{self.text}{hidden}</a> }
            .into_any()
    }
}
