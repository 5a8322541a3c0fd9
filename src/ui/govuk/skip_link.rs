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
        if focus::focus_region(&target) {
            quiet(&target);
        }
    };
    view! {
        <a href=href class=classes(&["govuk-skip-link", &class]) data-module="govuk-skip-link" on:click=go>
            {text}
        </a>
    }
}

/// No ring around the whole page's content: the style sheet's own class for this.
fn quiet(id: &str) {
    if let Some(main) = document().get_element_by_id(id) {
        // Refused, there is a ring.
        let _ = main.class_list().add_1("govuk-skip-link-focused-element");
    }
}
