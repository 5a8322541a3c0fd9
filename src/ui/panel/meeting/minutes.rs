//! The minutes of a meeting: read, print, or save as text.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::unknown;
use super::super::words as panel_words;
use super::{Place, part, words};
use crate::browser::files;
use crate::id::ItemId;
use crate::report::minutes;
use crate::report::sheet::text_of;
use crate::store::file_name;
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, ButtonKind, ErrorSummary, PageError, PageErrors, PageTitle,
};
use crate::ui::sheet::paper;

/// The page.
pub fn page(desk: Desk, id: ItemId) -> AnyView {
    let sheet = desk.with(|workbook| minutes(workbook, &id));
    let Some(sheet) = sheet else { return unknown() };
    let errors = PageErrors::new();
    let print = move |()| {
        // Refused, the browser's own menu prints.
        let _ = window().print();
    };
    let (text, name) = (text_of(&sheet), file_name(&[words::MINUTES_FILE, &sheet.title], "txt"));
    let download = move |()| {
        let saved = files::save(&name, "text/plain", text.as_bytes());
        let wrong = saved.err().map(|error| PageError::new("download", error.to_string()));
        errors.show(wrong.into_iter().collect());
    };
    let back = desk.href(&part(Place::Agenda(id)));
    view! {
        <PageTitle text=sheet.title.clone() program=panel_words::PROGRAM error=errors.any() />
        <BackLink href=back text=words::BACK_TO_AGENDA />
        <ErrorSummary errors=errors />
        <div class="app-no-print">
            <p class="govuk-body">{words::MINUTES_EXPLAINED}</p>
            <ButtonGroup>
                <Button text=words::PRINT on_click=print />
                <Button text=words::DOWNLOAD_TEXT kind=ButtonKind::Secondary id="download" on_click=download />
            </ButtonGroup>
        </div>
        {paper(sheet)}
    }
    .into_any()
}
