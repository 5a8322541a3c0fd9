//! `generic-header`: whose program this is, without GOV.UK's identity.

use leptos::prelude::*;

use super::parts::classes;

/// The bar at the top.
#[component]
pub fn GenericHeader(
    /// Name shown, and read as the link's name.
    #[prop(optional, into)]
    name: String,
    /// Address of the start page.
    #[prop(default = "/".to_owned(), into)]
    href: String,
    /// Class names of the container.
    #[prop(default = "govuk-width-container".to_owned(), into)]
    container_class: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// A logo of your own with the name in it, shown instead of the name.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let name = match children {
        Some(logo) => logo(),
        None => name.into_any(),
    };
    view! {
        <div class=classes(&["govuk-generic-header", &class])>
            <div class=classes(&["govuk-generic-header__container", &container_class])>
                <div class="govuk-generic-header__logo">
                    <a href=href class="govuk-generic-header__homepage-link">{name}</a>
                </div>
            </div>
        </div>
    }
}
