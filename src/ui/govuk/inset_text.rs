//! `inset-text`: a quotation or an aside.

use leptos::prelude::*;

use super::parts::{classes, given};

/// Text set apart by a bar.
#[component]
pub fn InsetText(
    /// Element id.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// The text.
    children: Children,
) -> impl IntoView {
    view! { <div id=given(id) class=classes(&["govuk-inset-text", &class])>{children()}</div> }
}
