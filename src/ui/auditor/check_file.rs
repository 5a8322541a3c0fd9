//! "Check the file": whether the file that was saved is the one that was signed, before it is sent (L23).

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::words;
use crate::audit_return::SavedFile;
use crate::browser::files::{self, FileError};
use crate::ui::govuk::{Caption, FileUpload, InsetText, Size};

/// Where the saved file is chosen again, and what is said of it. `signed` is the file as it is to be sent.
pub fn check_file(signed: String) -> AnyView {
    let signed = StoredValue::new(signed);
    let said = RwSignal::new(None::<String>);
    let times = StoredValue::new(0_u32);
    let on_files = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        // The same words about another file are to be heard again.
        said.set(None);
        times.update_value(|times| *times += 1);
        let this = times.get_value();
        spawn_local(async move {
            let Some(signed) = signed.try_get_value() else { return };
            let limit = u64::try_from(signed.len()).unwrap_or(u64::MAX);
            let found = files::read(&file, limit).await;
            // A file that was slow to read says nothing of one that was chosen since.
            if times.try_get_value() == Some(this) {
                let _ = said.try_set(Some(verdict(&signed, found)));
            }
        });
    };
    view! {
        <FileUpload id="check-file" label=Caption::new(words::CHECK_FILE).size(Size::S) hint=words::CHECK_FILE_HINT
            accept=".json,application/json" on_files=on_files />
        <div role="status">{move || said.get().map(|text| view! { <InsetText id="file-checked">{text}</InsetText> })}</div>
    }
    .into_any()
}

fn verdict(signed: &str, found: Result<Vec<u8>, FileError>) -> String {
    let found = match found {
        Ok(bytes) => SavedFile::of(signed.as_bytes(), &bytes),
        Err(FileError::TooLarge { .. }) => SavedFile::Other,
        Err(error @ (FileError::Unreadable | FileError::NotSaved)) => return error.to_string(),
    };
    match found {
        SavedFile::Same => words::FILE_SAME,
        SavedFile::CutShort => words::FILE_CUT_SHORT,
        SavedFile::Other => words::FILE_OTHER,
    }
    .to_owned()
}
