//! A file that opens with a passphrase.

use leptos::prelude::*;

use super::desk::Desk;
use super::passphrase_form::{AtWork, passphrase_form};
use super::words;
use crate::ui::govuk::{BackLink, ErrorSummary, PageErrors, PageTitle};
use crate::ui::router::go;

/// The page that asks for it.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    // After a reload nobody has the file any more.
    let gone = (!desk.has_locked_copy())
        .then(|| view! { <p class="govuk-body">{words::NO_LOCKED_COPY}</p> });
    let form = gone.is_none().then(|| {
        let open = move |typed, form: AtWork| {
            desk.open_locked_copy(typed, move |outcome| {
                if let Some(href) = form.ended(outcome) {
                    go(&href);
                }
            });
        };
        view! {
            <p class="govuk-body">{words::COPY_LOCKED_EXPLAINED}</p>
            {passphrase_form(errors, words::OPEN_COPY, words::OPENING, open)}
        }
    });
    view! {
        <PageTitle text=words::COPY_LOCKED program=words::PROGRAM error=errors.any() />
        <BackLink href="#/" text=words::BACK_TO_START />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{words::COPY_LOCKED}</h1>
        {gone}
        {form}
    }
    .into_any()
}
