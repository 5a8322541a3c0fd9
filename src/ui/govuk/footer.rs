//! `footer`, without crown, licence logo and crest: this is no GOV.UK service.

use leptos::prelude::*;

use super::parts::classes;
use super::words;

/// A link of the footer or of a navigation.
#[derive(Debug, Clone, Default)]
pub struct NavLink {
    /// Words.
    pub text: String,
    /// Address.
    pub href: String,
}

impl NavLink {
    /// A link.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}

/// The page's footer: the same links in the same place on every page.
#[component]
pub fn Footer(
    /// Links: accessibility, privacy, help.
    links: Vec<NavLink>,
    /// Heading of the links, for screen readers.
    #[prop(default = words::SUPPORT_LINKS.to_owned(), into)]
    title: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// More class names of the container.
    #[prop(optional, into)]
    container_class: String,
    /// A line under the links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let items: Vec<_> = links
        .into_iter()
        .map(|link| {
            view! {
                <li class="govuk-footer__inline-list-item">
                    <a class="govuk-footer__link" href=link.href>{link.text}</a>
                </li>
            }
        })
        .collect();
    let any = !items.is_empty() || children.is_some();
    let list =
        (!items.is_empty()).then(|| view! { <ul class="govuk-footer__inline-list">{items}</ul> });
    let line = children.map(|line| view! { <div class="govuk-footer__meta-custom">{line()}</div> });
    view! {
        <div class=classes(&["govuk-footer", &class])>
            <div class=classes(&["govuk-width-container", &container_class])>
                <div class="govuk-footer__meta">
                    <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
                        {any.then(|| view! { <h2 class="govuk-visually-hidden">{title}</h2> })}
                        {list}
                        {line}
                    </div>
                </div>
            </div>
        </div>
    }
}
