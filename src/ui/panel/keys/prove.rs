//! Opening the saved file again: only then is it known that somebody else could.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::super::desk::Desk;
use super::super::words as panel_words;
use super::words;
use crate::browser::composed;
use crate::ui::govuk::{Caption, FileUpload, PageError, PageErrors, PasswordInput, Size};

const FILE: &str = "prove-file";

/// The second step.
pub fn section(desk: Desk, errors: PageErrors) -> AnyView {
    let passphrase = StoredValue::new(String::new());
    let busy = RwSignal::new(false);
    let on_files = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        busy.set(true);
        let done = move |outcome: Result<(), String>| {
            let _ = busy.try_set(false);
            let wrong = outcome.err().map(|why| PageError::new(FILE, why));
            if errors.show(wrong.into_iter().collect()) {
                desk.say(words::PROVED.to_owned());
            }
        };
        desk.prove_backup(file, composed(&passphrase.get_value()), Box::new(done));
    };
    view! {
        <h2 class="govuk-heading-m">{words::STEP_PROVE}</h2>
        <p class="govuk-body">{words::STEP_PROVE_EXPLAINED}</p>
        <PasswordInput id="prove-passphrase" label=Caption::new(words::PASSPHRASE_AGAIN).size(Size::S)
            hint=words::PASSPHRASE_AGAIN_HINT called="passphrase" autocomplete="off"
            on_input=move |text: String| passphrase.set_value(text) />
        <FileUpload id=FILE label=Caption::new(words::FILE_SAVED).size(Size::S) accept=".json,application/json"
            on_files=on_files error=errors.of(FILE) />
        <p class="govuk-body" role="status">{move || busy.get().then_some(panel_words::OPENING)}</p>
    }
    .into_any()
}
