//! `details`: help that most people do not need.

use leptos::prelude::*;

use super::parts::{classes, given};

/// Help behind a link that opens in place.
#[component]
pub fn Details(
    /// Words of the link.
    #[prop(into)]
    summary: String,
    /// Open at first.
    #[prop(optional)]
    open: bool,
    /// Element id.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// What is shown when open.
    children: Children,
) -> impl IntoView {
    view! {
        <details class=classes(&["govuk-details", &class]) id=given(id) open=open>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{summary}</span>
            </summary>
            <div class="govuk-details__text">{children()}</div>
        </details>
    }
}
