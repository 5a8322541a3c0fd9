//! `input`: one line of text.

use leptos::prelude::*;

use super::Caption;
use super::form_group::Question;
use super::hidden_text::{HiddenText, with_note};
use super::parts::{classes, given, tell};

/// One line of text. Uncontrolled: `value` is written once, what is typed is never changed.
#[component]
pub fn TextInput(
    /// The input's id and the stem of the others (`{id}-hint`, `{id}-error`).
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
    /// More class names, such as `govuk-input--width-10`.
    #[prop(optional, into)]
    class: String,
    /// HTML type; `text` unless a telephone number, an e-mail address or a password.
    #[prop(default = "text")]
    input_type: &'static str,
    /// `numeric` for whole numbers (never type number).
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Whether phones start words with capitals.
    #[prop(optional)]
    autocapitalize: Option<&'static str>,
    /// Whether the browser checks spelling; not for names and codes.
    #[prop(optional)]
    spellcheck: Option<bool>,
    /// Unit before the box.
    #[prop(optional, into)]
    prefix: String,
    /// Unit after the box.
    #[prop(optional, into)]
    suffix: String,
    /// Not to be changed now.
    #[prop(optional)]
    disabled: bool,
    /// Ids of other elements that describe the input.
    #[prop(optional, into)]
    described_by: String,
    /// More class names of the group.
    #[prop(optional, into)]
    group_class: String,
) -> impl IntoView {
    let question = Question { id: id.clone(), hint, error, described_by, group_class };
    let hidden = HiddenText::of(&value);
    let note = hidden.note(&id);
    let input = view! {
        <input
            class=question.control_class("govuk-input", class)
            id=id.clone()
            name=given(name).unwrap_or(id)
            type=input_type
            value=given(value)
            spellcheck=spellcheck.map(|on| if on { "true" } else { "false" })
            autocomplete=autocomplete
            autocapitalize=autocapitalize
            inputmode=inputmode
            disabled=disabled
            aria-describedby=hidden.described_by(&question)
            on:input=move |event| tell(on_input, hidden.heard(event_target_value(&event)))
            on:blur=move |_| tell(on_blur, ())
        />
    }
    .into_any();
    let control = if prefix.is_empty() && suffix.is_empty() {
        input
    } else {
        view! {
            <div class="govuk-input__wrapper">
                {affix("govuk-input__prefix", prefix)}{input}{affix("govuk-input__suffix", suffix)}
            </div>
        }
        .into_any()
    };
    question.labelled(label, with_note(control, note))
}

fn affix(class: &str, text: String) -> Option<AnyView> {
    given(text).map(|text| {
        view! { <div class=classes(&[class]) aria-hidden="true">{text}</div> }.into_any()
    })
}
