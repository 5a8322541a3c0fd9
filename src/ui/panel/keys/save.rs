//! Saving the workbook to a file, with the keys under a passphrase.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::words as panel_words;
use super::words;
use crate::browser::composed;
use crate::envelope::check_passphrase;
use crate::ui::govuk::{Button, ButtonKind, Caption, PageError, PageErrors, PasswordInput, Size};

/// The first step towards a proved copy: here a passphrase is needed.
pub fn section(desk: Desk, errors: PageErrors) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{words::STEP_SAVE}</h2>
        <p class="govuk-body">{words::STEP_SAVE_EXPLAINED}</p>
        {form(desk, errors, words::PASSPHRASE_HINT, true)}
    }
    .into_any()
}

/// The passphrase and the button. Without a passphrase the file holds no keys, unless they `must` be in it.
pub fn form(desk: Desk, errors: PageErrors, hint: &'static str, must: bool) -> AnyView {
    const ID: &str = "workbook-passphrase";
    const SAVE: &str = "save-workbook";
    let passphrase = StoredValue::new(String::new());
    let save = move |()| {
        let typed = composed(&passphrase.get_value());
        let chosen = (must || !typed.is_empty()).then_some(typed);
        let wrong = chosen.as_deref().map(check_passphrase).and_then(Result::err);
        let wrong = wrong.map(|error| PageError::new(ID, error.to_string()));
        if errors.show(wrong.into_iter().collect()) {
            desk.save_as_file(chosen, move |outcome| match outcome {
                Ok(saved) => {
                    desk.say_at_once(saved);
                    true
                }
                Err(why) => errors.try_show(vec![PageError::new(SAVE, why)]),
            });
        }
    };
    view! {
        <PasswordInput id=ID label=Caption::new(panel_words::WORKBOOK_PASSPHRASE).size(Size::S)
            hint=hint called="passphrase" autocomplete="off"
            on_input=move |text: String| passphrase.set_value(text) error=errors.of(ID) />
        <Button text=panel_words::SAVE_WORKBOOK kind=ButtonKind::Secondary on_click=save id=SAVE />
    }
    .into_any()
}
