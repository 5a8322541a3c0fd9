//! The start page: what this is, and the ways to begin.

use leptos::prelude::*;
use leptos::web_sys::File;

use super::desk::Desk;
use super::route::Part;
use super::words;
use crate::id::RoundId;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Cell, ErrorSummary, FileUpload, InsetText, PageError, PageErrors,
    PageTitle, Size, Table,
};
use crate::ui::router::go;

/// The start page.
#[component]
pub fn StartPage(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let errors = PageErrors::new();
    let busy = RwSignal::new(false);
    let opened = move |outcome: Result<RoundId, String>| {
        let _ = busy.try_set(false);
        match outcome {
            Ok(id) => go(&Part::Overview.href(&id)),
            Err(why) => {
                errors.show(vec![PageError::new("open-workbook", why)]);
            }
        }
    };
    let on_files = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            busy.set(true);
            desk.open_file(file, opened);
        }
    };
    let on_sample = move |()| {
        busy.set(true);
        desk.open_sample(opened);
    };
    view! {
        <PageTitle text=words::START program=words::PROGRAM error=errors.any() />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-xl">{words::START}</h1>
        <p class="govuk-body-l">{words::START_LEAD}</p>
        <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
                <InsetText>{words::WHERE_KEPT}</InsetText>
                {move || desk.trouble().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
                {move || rounds(desk)}
                <h2 class="govuk-heading-m">{words::SET_UP}</h2>
                <p class="govuk-body">{words::SET_UP_EXPLAINED}</p>
                <Button text=words::SET_UP href="#/new" />
                <FileUpload id="open-workbook" label=Caption::new(words::OPEN_WORKBOOK).size(Size::M)
                    hint=words::OPEN_WORKBOOK_HINT accept=".json,application/json" drop_zone=true on_files=on_files
                    error=errors.of("open-workbook") />
                <p class="govuk-body" role="status">{move || busy.get().then_some(words::OPENING)}</p>
                <h2 class="govuk-heading-m">{words::TRY_IT}</h2>
                <p class="govuk-body">{words::TRY_IT_EXPLAINED}</p>
                <Button text=words::TRY_SAMPLE kind=ButtonKind::Secondary on_click=on_sample id="try-sample" />
                <h2 class="govuk-heading-m">{words::AUDITORS}</h2>
                <p class="govuk-body">{words::AUDITORS_TEXT} " "
                    <a class="govuk-link" href="index.html">{words::TO_AUDITOR}</a></p>
            </div>
        </div>
    }
}

fn rounds(desk: Desk) -> Option<AnyView> {
    let lines = desk.rounds();
    if lines.is_empty() {
        return None;
    }
    let rows = lines
        .into_iter()
        .map(|line| {
            let href = Part::Overview.href(&line.id);
            vec![
                Cell::new(view! { <a class="govuk-link" href=href>{line.title}</a> }),
                Cell::text(line.saved_at),
            ]
        })
        .collect();
    let head = [words::ROUND, words::LAST_SAVED].map(Cell::text).into();
    Some(
        view! { <Table caption=words::YOUR_ROUNDS caption_class="govuk-table__caption--m" head=head rows=rows
            row_headers=true /> }
        .into_any(),
    )
}
