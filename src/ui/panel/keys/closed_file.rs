//! A file that a passphrase closes, and the passphrase for it.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::super::desk::Desk;
use super::super::words as panel_words;
use crate::browser::composed;
use crate::ui::govuk::{Caption, FileUpload, PageError, PageErrors, PasswordInput, Size};

/// What the two boxes are called.
pub struct ClosedFile {
    /// Id of the passphrase's box.
    pub passphrase_id: &'static str,
    /// Its label.
    pub passphrase: &'static str,
    /// Help under that.
    pub passphrase_hint: &'static str,
    /// Id of the file's box.
    pub file_id: &'static str,
    /// Its label.
    pub file: &'static str,
    /// Said when it was opened.
    pub opened: &'static str,
}

/// Hears whether the file was opened, or why not.
pub type Heard = Box<dyn FnOnce(Result<(), String>)>;

/// The two boxes; `open` gets the file and the passphrase.
pub fn closed_file(
    desk: Desk,
    errors: PageErrors,
    names: ClosedFile,
    open: impl Fn(File, String, Heard) + Send + Sync + 'static,
) -> AnyView {
    let ClosedFile { passphrase_id, passphrase, passphrase_hint, file_id, file, opened } = names;
    let typed = StoredValue::new(String::new());
    let busy = RwSignal::new(false);
    let on_files = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        busy.set(true);
        let heard = move |outcome: Result<(), String>| {
            let _ = busy.try_set(false);
            let wrong = outcome.err().map(|why| PageError::new(file_id, why));
            if errors.show(wrong.into_iter().collect()) {
                desk.say(opened.to_owned());
            }
        };
        open(file, composed(&typed.get_value()), Box::new(heard));
    };
    view! {
        <PasswordInput id=passphrase_id label=Caption::new(passphrase).size(Size::S) hint=passphrase_hint
            called="passphrase" autocomplete="off" on_input=move |text: String| typed.set_value(text) />
        <FileUpload id=file_id label=Caption::new(file).size(Size::S) accept=".json,application/json"
            on_files=on_files error=errors.of(file_id) />
        <p class="govuk-body" role="status">{move || busy.get().then_some(panel_words::OPENING)}</p>
    }
    .into_any()
}
