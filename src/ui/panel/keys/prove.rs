//! Opening the saved file again: only then is it known that somebody else could.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::closed_file::{ClosedFile, closed_file};
use super::words;
use crate::ui::govuk::PageErrors;

/// The second step.
pub fn section(desk: Desk, errors: PageErrors) -> AnyView {
    let names = ClosedFile {
        passphrase_id: "prove-passphrase",
        passphrase: words::PASSPHRASE_AGAIN,
        passphrase_hint: words::PASSPHRASE_AGAIN_HINT,
        file_id: "prove-file",
        file: words::FILE_SAVED,
        opened: words::PROVED,
    };
    view! {
        <h2 class="govuk-heading-m">{words::STEP_PROVE}</h2>
        <p class="govuk-body">{words::STEP_PROVE_EXPLAINED}</p>
        {closed_file(desk, errors, names, move |file, passphrase, heard| {
            desk.prove_backup(file, passphrase, heard);
        })}
    }
    .into_any()
}
