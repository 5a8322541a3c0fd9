//! `warning-text`: something with consequences.

use leptos::prelude::*;

use super::parts::classes;
use super::words;

/// A warning with its mark.
#[component]
pub fn WarningText(
    /// Said before the text by screen readers.
    #[prop(default = words::WARNING.to_owned(), into)]
    prefix: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// The text.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=classes(&["govuk-warning-text", &class])>
            <span class="govuk-warning-text__icon" aria-hidden="true">"!"</span>
            <strong class="govuk-warning-text__text">
                <span class="govuk-visually-hidden">{prefix}</span>
                " "
                {children()}
            </strong>
        </div>
    }
}
