//! `back-link`: to the page before, where it is known.

use leptos::prelude::*;

use super::parts::classes;
use super::words;

/// A link above the page's content.
#[component]
pub fn BackLink(
    /// Address (`#/tasks`).
    #[prop(default = "#".to_owned(), into)]
    href: String,
    /// Words.
    #[prop(default = words::BACK.to_owned(), into)]
    text: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    view! { <a href=href class=classes(&["govuk-back-link", &class])>{text}</a> }
}
