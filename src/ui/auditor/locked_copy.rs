//! A file that opens with a passphrase.

use leptos::prelude::*;

use super::desk::Desk;
use super::words;
use crate::ui::govuk::{
    BackLink, Button, Caption, ErrorSummary, PageError, PageErrors, PageTitle, PasswordInput,
};
use crate::ui::router::go;

/// The page that asks for it.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let typed = StoredValue::new(String::new());
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let missing = typed.with_value(String::is_empty);
        let missing = missing.then(|| PageError::new("passphrase", words::ENTER_PASSPHRASE));
        if busy.get_untracked() || !errors.show(missing.into_iter().collect()) {
            return;
        }
        busy.set(true);
        desk.open_locked_copy(typed.get_value(), move |outcome| {
            let _ = busy.try_set(false);
            match outcome {
                Ok(href) => go(&href),
                Err(why) => drop(errors.show(vec![PageError::new("passphrase", why)])),
            }
        });
    };
    // After a reload nobody has the file any more.
    let gone = (!desk.has_locked_copy())
        .then(|| view! { <p class="govuk-body">{words::NO_LOCKED_COPY}</p> });
    let form = gone.is_none().then(|| {
        view! {
            <p class="govuk-body">{words::COPY_LOCKED_EXPLAINED}</p>
            <form novalidate on:submit=submit>
                <PasswordInput id="passphrase" label=Caption::new(words::PASSPHRASE) called="passphrase" autocomplete="off"
                    on_input=move |text| typed.set_value(text) error=errors.of("passphrase") />
                <p class="govuk-body" role="status">{move || busy.get().then_some(words::OPENING)}</p>
                <Button text=words::OPEN_COPY />
            </form>
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
