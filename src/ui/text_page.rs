//! The texts of the footer: a heading, then headed paragraphs.

use leptos::prelude::*;

use super::govuk::{BackLink, PageTitle};

/// Heading and paragraphs of each part.
pub type Text = &'static [(&'static str, &'static [&'static str])];

/// A page of text.
#[component]
pub fn TextPage(
    /// The heading.
    title: &'static str,
    /// Name of the program.
    program: &'static str,
    /// Words of the link back to the start page.
    back: &'static str,
    /// Heading and paragraphs of each part.
    parts: Text,
) -> impl IntoView {
    let parts: Vec<_> = parts
        .iter()
        .map(|(heading, paragraphs)| {
            let paragraphs: Vec<_> =
                paragraphs.iter().map(|text| view! { <p class="govuk-body">{*text}</p> }).collect();
            view! { <h2 class="govuk-heading-m">{*heading}</h2>{paragraphs} }
        })
        .collect();
    view! {
        <PageTitle text=title program=program />
        <BackLink href="#/" text=back />
        <h1 class="govuk-heading-l">{title}</h1>
        {parts}
    }
}
