//! `breadcrumbs`: where a page stands.

use leptos::prelude::*;

use super::parts::{classes, when};
use super::words;

/// One step of the way.
#[derive(Debug, Clone, Default)]
pub struct Crumb {
    /// Words.
    pub text: String,
    /// Address; empty for the page itself.
    pub href: String,
}

impl Crumb {
    /// A page above.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }

    /// The page itself.
    pub fn here(text: impl Into<String>) -> Self {
        Self::link(text, "")
    }
}

/// The way to the page.
#[component]
pub fn Breadcrumbs(
    /// Steps from the top.
    items: Vec<Crumb>,
    /// Name of the landmark.
    #[prop(default = words::BREADCRUMB.to_owned(), into)]
    label: String,
    /// On small screens only the first and last step.
    #[prop(optional)]
    collapse: bool,
    /// More class names.
    #[prop(optional, into)]
    class: String,
) -> impl IntoView {
    let steps: Vec<AnyView> = items
        .into_iter()
        .map(|step| match step.href.is_empty() {
            true => view! { <li class="govuk-breadcrumbs__list-item" aria-current="page">{step.text}</li> }
                .into_any(),
            false => view! {
                <li class="govuk-breadcrumbs__list-item">
                    <a class="govuk-breadcrumbs__link" href=step.href>{step.text}</a>
                </li>
            }
            .into_any(),
        })
        .collect();
    let class = classes(&[
        "govuk-breadcrumbs",
        &class,
        when(collapse, "govuk-breadcrumbs--collapse-on-mobile"),
    ]);
    view! { <nav class=class aria-label=label><ol class="govuk-breadcrumbs__list">{steps}</ol></nav> }
}
