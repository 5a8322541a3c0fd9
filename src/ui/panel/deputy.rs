//! A deputy makes a key of their own, in their own browser.

use leptos::prelude::*;

use super::words as panel_words;
use super::words::keys as words;
use crate::browser::{composed, files, random};
use crate::envelope::{SealingKey, check_passphrase};
use crate::store::{DeputyKey, file_name};
use crate::ui::govuk::{
    BackLink, Button, Caption, ErrorSummary, PageError, PageErrors, PageTitle, PasswordInput, Size,
    SummaryList, SummaryRow,
};

const PASSPHRASE: &str = "new-key-passphrase";

/// The page.
pub fn page() -> AnyView {
    let errors = PageErrors::new();
    let passphrase = StoredValue::new(String::new());
    let made = RwSignal::new(None::<SealingKey>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let outcome = make(&composed(&passphrase.get_value()));
        let wrong = outcome.as_ref().err().map(|why| PageError::new(PASSPHRASE, why.clone()));
        if errors.show(wrong.into_iter().collect()) {
            made.set(outcome.ok());
        }
    };
    view! {
        <PageTitle text=words::MAKE_KEY program=panel_words::PROGRAM error=errors.any() />
        <BackLink href="#/" text=panel_words::BACK_TO_START />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{words::MAKE_KEY}</h1>
        <p class="govuk-body">{words::MAKE_KEY_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            <PasswordInput id=PASSPHRASE label=Caption::new(words::NEW_PASSPHRASE).size(Size::S)
                hint=words::PASSPHRASE_HINT called="passphrase" autocomplete="off"
                on_input=move |text: String| passphrase.set_value(text) error=errors.of(PASSPHRASE) />
            <Button text=words::MAKE_KEY />
        </form>
        <div role="status">{move || made.get().map(given)}</div>
    }
    .into_any()
}

/// Makes the key and saves its file; gives the public half. Nothing of it is kept here.
fn make(passphrase: &str) -> Result<SealingKey, String> {
    check_passphrase(passphrase).map_err(|error| error.to_string())?;
    let key = DeputyKey::of(random::secret());
    let file = key.protected(passphrase, &mut random::secret);
    let file = file.map_err(|error| error.wording().title.to_string())?;
    let short: String = key.public().to_string().chars().take(6).collect();
    files::save(&file_name(&["deputy-key", &short], "json"), "application/json", &file)
        .map_err(|error| error.to_string())?;
    Ok(key.public())
}

/// What the deputy gives to the coordinator.
fn given(key: SealingKey) -> AnyView {
    let code = |text: String| view! { <code class="app-fingerprint">{text}</code> };
    let rows = vec![
        SummaryRow::new(words::PUBLIC_KEY, code(key.to_string())),
        SummaryRow::new(words::FINGERPRINT_OF_KEY, code(key.thumbprint().fingerprint())),
    ];
    view! {
        <h2 class="govuk-heading-m">{words::KEY_MADE}</h2>
        <p class="govuk-body">{words::KEY_MADE_EXPLAINED}</p>
        <SummaryList rows=rows />
    }
    .into_any()
}
