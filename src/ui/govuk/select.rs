//! `select`: one answer out of a list too long for radios.

use leptos::prelude::*;

use super::Caption;
use super::form_group::Question;
use super::parts::{given, tell};

/// One line of a select.
#[derive(Debug, Clone, Default)]
pub struct SelectItem {
    value: Option<String>,
    text: String,
    disabled: bool,
}

impl SelectItem {
    /// A line with the value that is kept and the words that are shown.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: Some(value.into()), ..Self::text(text) }
    }

    /// A line whose words are its value.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Not to be chosen now.
    #[must_use]
    pub fn disabled(self) -> Self {
        Self { disabled: true, ..self }
    }

    fn is(&self, value: &str) -> bool {
        self.value.as_ref().unwrap_or(&self.text) == value
    }
}

/// One answer out of a list. Up to about fifteen radios are better; above two hundred lines, search.
#[component]
pub fn Select(
    /// The select's id and the stem of the others (`{id}-hint`, `{id}-error`).
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    label: Caption,
    /// Help under the label.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Lines on offer; give a first one with an empty value where nothing is chosen yet.
    items: Vec<SelectItem>,
    /// Value chosen at first.
    #[prop(optional, into)]
    value: Option<String>,
    /// Called with the value chosen.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// Form name; the id if not given.
    #[prop(optional, into)]
    name: String,
    /// Not to be changed now.
    #[prop(optional)]
    disabled: bool,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// Ids of other elements that describe the select.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the group.
    #[prop(optional, into)]
    group_class: String,
) -> impl IntoView {
    let question = Question { id: id.clone(), hint, error, described_by, group_class };
    let options: Vec<_> = items
        .into_iter()
        .map(|item| {
            let selected = value.as_ref().is_some_and(|value| item.is(value));
            view! { <option value=item.value selected=selected disabled=item.disabled>{item.text}</option> }
        })
        .collect();
    let select = view! {
        <select
            class=question.control_class("govuk-select", class)
            id=id.clone()
            name=given(name).unwrap_or(id)
            disabled=disabled
            aria-describedby=question.described_by()
            on:change=move |event| tell(on_change, event_target_value(&event))
        >
            {options}
        </select>
    };
    question.labelled(label, select.into_any())
}
