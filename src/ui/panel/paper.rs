//! A sheet that is read, printed or saved as text.

use leptos::prelude::*;

use super::words;
use super::words::meeting as own;
use crate::browser::files;
use crate::report::sheet::{Sheet, text_of};
use crate::store::{file_name, i08_headed};
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, ButtonKind, ErrorSummary, PageError, PageErrors, PageTitle,
};
use crate::ui::sheet::paper;

/// The page: what it is for stands above and is not printed. `file` begins the name of what is saved.
pub fn page(
    sheet: Sheet,
    back: (String, &'static str),
    explained: impl Into<String>,
    file: &str,
) -> AnyView {
    let errors = PageErrors::new();
    let print = move |()| {
        // Refused, the browser's own menu prints.
        let _ = window().print();
    };
    let (text, name) = (text_of(&sheet), file_name(&[file, i08_headed(&sheet.title)], "txt"));
    let download = move |()| {
        let saved = files::save(&name, "text/plain", text.as_bytes());
        let wrong = saved.err().map(|error| PageError::new("download", error.to_string()));
        errors.show(wrong.into_iter().collect());
    };
    let ((href, back), explained) = (back, explained.into());
    view! {
        <PageTitle text=sheet.title.clone() program=words::PROGRAM error=errors.any() />
        <BackLink href=href text=back />
        <ErrorSummary errors=errors />
        <div class="app-no-print">
            <p class="govuk-body">{explained}</p>
            <ButtonGroup>
                <Button text=own::PRINT on_click=print />
                <Button text=own::DOWNLOAD_TEXT kind=ButtonKind::Secondary id="download" on_click=download />
            </ButtonGroup>
        </div>
        {paper(sheet)}
    }
    .into_any()
}
