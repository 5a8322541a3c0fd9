//! `textarea`: longer text.

use leptos::prelude::*;

use super::Caption;
use super::form_group::Question;
use super::hidden_text::{HiddenText, with_note};
use super::parts::{given, tell};

/// Longer text. Uncontrolled: `value` is written once, what is typed is never changed or cut.
#[component]
pub fn Textarea(
    /// The textarea's id and the stem of the others (`{id}-hint`, `{id}-error`).
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
    /// First text.
    #[prop(optional, into)]
    value: String,
    /// Called at every change with the whole text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Called on leaving the box: the moment to save at once.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// Form name; the id if not given.
    #[prop(optional, into)]
    name: String,
    /// Height in lines.
    #[prop(default = 5)]
    rows: u32,
    /// Whether the browser checks spelling.
    #[prop(optional)]
    spellcheck: Option<bool>,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// Ids of other elements that describe the textarea.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the group.
    #[prop(optional, into)]
    group_class: String,
) -> impl IntoView {
    let question = Question { id, hint, error, described_by, group_class };
    let area = Area { name, value, rows, spellcheck, autocomplete, class, on_input, on_blur };
    let area = area.view(&question, question.control_class("govuk-textarea", String::new()));
    question.labelled(label, area)
}

/// The bare textarea, shared with the character count.
pub(super) struct Area {
    pub name: String,
    pub value: String,
    pub rows: u32,
    pub spellcheck: Option<bool>,
    pub autocomplete: Option<&'static str>,
    pub class: String,
    pub on_input: Option<Callback<String>>,
    pub on_blur: Option<Callback<()>>,
}

impl Area {
    pub fn view(self, question: &Question, base: Signal<String>) -> AnyView {
        let Self { name, value, rows, spellcheck, autocomplete, class, on_input, on_blur } = self;
        let id = question.id.clone();
        let hidden = HiddenText::of(&value);
        let area = view! {
            <textarea
                class=move || base.with(|base| super::parts::classes(&[base, &class]))
                id=id.clone()
                name=given(name).unwrap_or(id)
                rows=rows.to_string()
                spellcheck=spellcheck.map(|on| if on { "true" } else { "false" })
                autocomplete=autocomplete
                aria-describedby=hidden.described_by(question)
                on:input=move |event| tell(on_input, hidden.heard(event_target_value(&event)))
                on:blur=move |_| tell(on_blur, ())
            >{value}</textarea>
        }
        .into_any();
        with_note(area, hidden.note(&question.id))
    }
}
