//! A workbook's file whose round stands beside the open one; nothing of it is kept.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::super::desk::Desk;
use super::super::words as panel_words;
use super::super::words::beside as own;
use crate::browser::composed;
use crate::id::RoundId;
use crate::ui::govuk::{Caption, Details, FileUpload, PageError, PageErrors, PasswordInput, Size};

const FILE: &str = "round-file";

/// How far reading is.
#[derive(Clone, Copy)]
pub struct Reading {
    desk: Desk,
    errors: PageErrors,
    /// What the page says of it; the page shows it.
    pub said: RwSignal<&'static str>,
}

impl Reading {
    /// Nothing is read yet.
    pub fn new(desk: Desk, errors: PageErrors) -> Self {
        Self { desk, errors, said: RwSignal::new("") }
    }
}

/// The box for the file; `read` hears of every round that came of one.
pub fn by_file(reading: Reading, read: impl Fn(RoundId) + Copy + Send + Sync + 'static) -> AnyView {
    let passphrase = StoredValue::new(String::new());
    let on_files = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        let _ = reading.said.try_set(own::READING_ROUNDS);
        let typed = composed(&passphrase.get_value());
        reading.desk.read_beside(file, typed, move |outcome| match outcome {
            Ok(id) => {
                reading.errors.show(Vec::new());
                let _ = reading.said.try_set(own::FILE_READ);
                read(id);
            }
            Err(why) => {
                let _ = reading.said.try_set("");
                reading.errors.show(vec![PageError::new(FILE, why)]);
            }
        });
    };
    view! {
        <Details summary=own::ADD_FILE>
            <PasswordInput id="round-passphrase" label=Caption::new(panel_words::FILE_PASSPHRASE).size(Size::S)
                hint=panel_words::FILE_PASSPHRASE_HINT called="passphrase" autocomplete="off"
                on_input=move |text: String| passphrase.set_value(text) />
            <FileUpload id=FILE label=Caption::new(panel_words::WORKBOOK_FILE).size(Size::S) hint=own::ADD_FILE_HINT
                accept=".json,application/json" on_files=on_files error=reading.errors.of(FILE) />
        </Details>
    }
    .into_any()
}
