//! `password-input`: one line that is not shown until its person asks for it.

use leptos::prelude::*;

use super::form_group::Question;
use super::parts::{LIVE, classes, given, tell};
use super::{Caption, words};

/// A password or passphrase. Uncontrolled: what is typed is never changed.
#[component]
pub fn PasswordInput(
    /// The input's id and the stem of the others (`{id}-hint`, `{id}-error`).
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    label: Caption,
    /// Help under the label.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// First text.
    #[prop(optional, into)]
    value: String,
    /// Called at every change with the whole text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// What it is in the words of the button that shows it: `passphrase`.
    #[prop(default = "password")]
    called: &'static str,
    /// Form name; the id if not given.
    #[prop(optional, into)]
    name: String,
    /// More class names, such as `govuk-input--width-20`.
    #[prop(optional, into)]
    class: String,
    /// What the browser may fill in.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    /// Ids of other elements that describe the input.
    #[prop(optional, into)]
    described_by: String,
) -> impl IntoView {
    let group_class = "govuk-password-input".to_owned();
    let question = Question { id: id.clone(), hint, error, described_by, group_class };
    let shown = RwSignal::new(false);
    let own = "govuk-password-input__input govuk-js-password-input-input";
    let input = view! {
        <input
            class=question.control_class("govuk-input", classes(&[own, &class]))
            id=id.clone()
            name=given(name).unwrap_or(id.clone())
            type=move || if shown.get() { "text" } else { "password" }
            value=given(value)
            spellcheck="false"
            autocomplete=autocomplete
            autocapitalize="none"
            aria-describedby=question.described_by()
            on:input=move |event| tell(on_input, event_target_value(&event))
        />
    };
    let control = view! {
        <div class="govuk-input__wrapper govuk-password-input__wrapper">
            {input}{LIVE.then(|| told(called, shown))}{toggle(id, called, shown)}
        </div>
    };
    let inner = question.labelled_inner(label, control.into_any());
    view! { <div class=question.group_class() data-module="govuk-password-input">{inner}</div> }
}

/// Says what has become of it, once it was shown.
fn told(called: &'static str, shown: RwSignal<bool>) -> AnyView {
    let ever = StoredValue::new(false);
    let text = move || {
        let now = shown.get();
        let before = ever.get_value() || now;
        ever.set_value(before);
        before.then(|| words::visible(called, now))
    };
    view! { <div class="govuk-password-input__sr-status govuk-visually-hidden" aria-live="polite">{text}</div> }
        .into_any()
}

fn toggle(id: String, called: &'static str, shown: RwSignal<bool>) -> AnyView {
    view! {
        <button
            type="button"
            class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
            data-module="govuk-button"
            aria-controls=id
            aria-label=move || words::show(called, shown.get())
            hidden=!LIVE
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {move || if shown.get() { words::HIDE } else { words::SHOW }}
        </button>
    }
    .into_any()
}
