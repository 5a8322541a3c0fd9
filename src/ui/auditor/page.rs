//! What every page stands in: header, notices on storage, footer; and pages without a return.

use leptos::prelude::*;

use super::words;
use crate::ui::govuk::{BackLink, PageTitle, focus_control, once_shown};

/// Moves focus to the control that a notice led to, once the page stands.
pub fn go_to_place(place: Option<String>) {
    let Some(place) = place else { return };
    Effect::new(move || {
        let place = place.clone();
        // After the page's own heading was focused.
        once_shown(move || {
            focus_control(&place);
        });
    });
}

/// An address that names no page.
pub fn unknown() -> impl IntoView {
    view! {
        <PageTitle text=words::UNKNOWN_PAGE program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::UNKNOWN_PAGE}</h1>
        <p class="govuk-body">{words::UNKNOWN_PAGE_ADVICE}</p>
    }
}
