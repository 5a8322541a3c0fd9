//! `error-message`: what is wrong with one answer and how to put it right.

use leptos::prelude::*;

use super::parts::{classes, given};
use super::words;

/// An error message by itself; form components bring their own.
#[component]
pub fn ErrorMessage(
    /// The same words as in the error summary.
    #[prop(into)]
    text: String,
    /// Id, for `aria-describedby`.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// Said before the words by screen readers; empty for nothing.
    #[prop(default = words::ERROR.to_owned(), into)]
    prefix: String,
) -> impl IntoView {
    error_view(text, id, &class, prefix)
}

/// The message as the form components use it.
pub(super) fn error_view(text: String, id: String, class: &str, prefix: String) -> AnyView {
    let prefix = given(prefix)
        .map(|prefix| view! { <span class="govuk-visually-hidden">{prefix + ":"}</span>" " });
    view! { <p id=given(id) class=classes(&["govuk-error-message", class])>{prefix}{text}</p> }
        .into_any()
}
