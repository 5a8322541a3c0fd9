//! `phase-banner`: how finished the program is.

use leptos::prelude::*;

use super::Tag;
use super::parts::classes;

/// A line under the header with a tag such as "Sample".
#[component]
pub fn PhaseBanner(
    /// The phase.
    #[prop(into)]
    tag: String,
    /// More class names of the tag.
    #[prop(optional, into)]
    tag_class: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// What it means, and where to say what you think of it.
    children: Children,
) -> impl IntoView {
    let tag_class = classes(&["govuk-phase-banner__content__tag", &tag_class]);
    view! {
        <div class=classes(&["govuk-phase-banner", "govuk-width-container", &class])>
            <p class="govuk-phase-banner__content">
                <Tag text=tag class=tag_class />
                <span class="govuk-phase-banner__text">{children()}</span>
            </p>
        </div>
    }
}
