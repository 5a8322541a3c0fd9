//! Everything held about one case, to print or to save (edge case 34).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::unknown;
use super::super::route::Part;
use super::super::words as panel_words;
use super::words;
use crate::browser::{files, local, now};
use crate::id::CaseRef;
use crate::report::case_papers;
use crate::report::sheet::text_of;
use crate::store::{file_name, i08_headed};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, ButtonKind, ErrorSummary, InsetText, PageError, PageErrors,
    PageTitle,
};
use crate::ui::sheet::paper;

/// The page.
pub fn page(desk: Desk, case: CaseRef) -> AnyView {
    let sheets =
        desk.with(|workbook| case_papers(workbook, &case, now(), |at| full_moment(local(at))));
    let Some(sheets) = sheets else { return unknown() };
    let title = sheets.first().map(|sheet| sheet.title.clone()).unwrap_or_default();
    let errors = PageErrors::new();
    let print = move |()| {
        // Refused, the browser's own menu prints.
        let _ = window().print();
    };
    let text = sheets.iter().map(text_of).collect::<Vec<_>>().join("\r\n\r\n");
    let name = file_name(&[words::PAPERS_FILE, i08_headed(&title)], "txt");
    let save = move |()| {
        let saved = files::save(&name, "text/plain", text.as_bytes());
        let wrong = saved.err().map(|error| PageError::new("save-text", error.to_string()));
        errors.show(wrong.into_iter().collect());
    };
    let back = desk.href(&Part::Case(case));
    let papers: Vec<AnyView> = sheets.into_iter().map(paper).collect();
    view! {
        <PageTitle text=title program=panel_words::PROGRAM error=errors.any() />
        <BackLink href=back text=panel_words::BACK_TO_CASE />
        <ErrorSummary errors=errors />
        <div class="app-no-print">
            <InsetText>{words::PAPERS_EXPLAINED}</InsetText>
            <ButtonGroup>
                <Button text=words::PRINT on_click=print />
                <Button text=words::SAVE_TEXT kind=ButtonKind::Secondary id="save-text" on_click=save />
            </ButtonGroup>
        </div>
        {papers}
    }
    .into_any()
}
