//! `hint`: help under a label.

use leptos::prelude::*;

use super::parts::{classes, given};

/// A hint by itself; form components bring their own.
#[component]
pub fn Hint(
    /// Its words.
    #[prop(into)]
    text: String,
    /// Id, for `aria-describedby`.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    hint_view(text, id, &class)
}

/// The hint as the form components use it.
pub(super) fn hint_view(text: String, id: String, class: &str) -> AnyView {
    view! { <div id=given(id) class=classes(&["govuk-hint", class])>{text}</div> }.into_any()
}
