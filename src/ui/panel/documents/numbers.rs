//! The numbers of the round as files.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::download::{self, Download, SPREADSHEET};
use super::super::page::titled;
use super::{Place, part, words};
use crate::browser::{local, now};
use crate::report::{FileTask, Numbers, numbers};
use crate::store::file_name;
use crate::ui::govuk::{ButtonGroup, PageErrors, SummaryList, SummaryRow};

const CSV: &str = "text/csv";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let state = download::State::new(errors);
    let about = counted(desk).map(|numbers| numbers.about).unwrap_or_default();
    let rows = about.into_iter().map(|(name, text)| SummaryRow::text(name, text)).collect();
    let name = |ending: &str| {
        let title = desk.with(|workbook| workbook.plan().round.title.clone());
        file_name(&["numbers", &title], ending)
    };
    let spreadsheet = Download { name: name("xlsx"), media_type: SPREADSHEET };
    let csv = Download { name: name("csv"), media_type: CSV };
    let wanted = move |make: fn(Numbers) -> FileTask| move || counted(desk).map(make);
    let back = (&part(Place::List), words::BACK_TO_DOCUMENTS);
    view! {
        {titled(desk, words::NUMBERS.to_owned(), back, errors)}
        <p class="govuk-body">{words::NUMBERS_EXPLAINED}</p>
        <SummaryList rows=rows />
        <ButtonGroup>
            {download::button("spreadsheet", words::SPREADSHEET, spreadsheet, wanted(FileTask::Spreadsheet), true, state)}
            {download::button("csv", words::CSV, csv, wanted(FileTask::Csv), true, state)}
        </ButtonGroup>
        {state.line()}
    }
    .into_any()
}

fn counted(desk: Desk) -> Option<Numbers> {
    untrack(|| desk.try_with(|workbook| numbers(workbook, local(now()).date())))
}
