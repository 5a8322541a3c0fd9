//! `skip-link`: first on the page, to pass over what repeats.

use leptos::prelude::*;

use super::parts::classes;
use super::{focus, words};

/// A link to the main content, seen when focused.
#[component]
pub fn SkipLink(
    /// Id of the main content.
    #[prop(default = "main-content".to_owned(), into)]
    target: String,
    /// Words.
    #[prop(default = words::SKIP_TO_CONTENT.to_owned(), into)]
    text: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let href = ["#", &target].concat();
    // The address stays as it is: it is the route.
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus::focus_region(&target);
    };
    view! {
        <a href=href class=classes(&["govuk-skip-link", &class]) data-module="govuk-skip-link" on:click=go>
            {text}
        </a>
    }
}
