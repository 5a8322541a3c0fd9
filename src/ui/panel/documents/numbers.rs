//! The numbers of the round as files.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::download::{self, Download, SPREADSHEET};
use super::super::page::titled;
use super::{Place, part, words};
use crate::browser::{local, now};
use crate::panel::Workbook;
use crate::report::{FileTask, NoNumbers, Numbers, i08_confirm_numbers, i08_numbers, numbers};
use crate::store::{file_name, i08_named};
use crate::text::capitalised;
use crate::ui::govuk::{
    ButtonGroup, Checkboxes, Choice, InsetText, PageError, PageErrors, SummaryList, SummaryRow,
};

const CSV: &str = "text/csv";
/// Where what may be meant is confirmed.
const CONFIRMED: &str = "confirmed";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let state = download::State::new(errors);
    let confirmed = RwSignal::new(false);
    let about = untrack(|| desk.with(|workbook| numbers(workbook, today()).about));
    let rows = about.into_iter().map(|(name, text)| SummaryRow::text(name, text)).collect();
    let back = (&part(Place::List), words::BACK_TO_DOCUMENTS);
    let files = match counted(desk) {
        Some(Err(why @ NoNumbers::Identifies(_))) => {
            let why = said(&why);
            view! { <InsetText class="app-withheld">{why}</InsetText> }.into_any()
        }
        Some(Err(why @ NoNumbers::NotConfirmed(_))) => {
            let why = said(&why);
            let on_change = move |values: Vec<String>| confirmed.set(!values.is_empty());
            view! {
                <InsetText>{why}</InsetText>
                <Checkboxes id=CONFIRMED items=vec![Choice::new("yes", words::NUMBERS_CONFIRMED)]
                    on_change=on_change error=errors.of(CONFIRMED) />
                {buttons(desk, confirmed, errors, state)}
            }
            .into_any()
        }
        Some(Ok(_)) | None => buttons(desk, confirmed, errors, state),
    };
    view! {
        {titled(desk, words::NUMBERS.to_owned(), back, errors)}
        <p class="govuk-body">{words::NUMBERS_EXPLAINED}</p>
        <SummaryList rows=rows />
        {files}
        {state.line()}
    }
    .into_any()
}

/// Both files; what has to be confirmed first is said at its box.
fn buttons(
    desk: Desk,
    confirmed: RwSignal<bool>,
    errors: PageErrors,
    state: download::State,
) -> AnyView {
    let name = |ending: &str| {
        let of = |workbook: &Workbook| i08_named(&workbook.plan().round).to_owned();
        file_name(&["numbers", &untrack(|| desk.with(of))], ending)
    };
    let spreadsheet = Download { name: name("xlsx"), media_type: SPREADSHEET };
    let csv = Download { name: name("csv"), media_type: CSV };
    let wanted = move |make: fn(Numbers) -> FileTask| {
        move || match confirmed_and_counted(desk, confirmed.get_untracked())? {
            Ok(numbers) => Some(make(numbers)),
            Err(why) => {
                errors.show(vec![PageError::new(CONFIRMED, said(&why))]);
                None
            }
        }
    };
    view! {
        <ButtonGroup>
            {download::button("spreadsheet", words::SPREADSHEET, spreadsheet, wanted(FileTask::Spreadsheet), true, state)}
            {download::button("csv", words::CSV, csv, wanted(FileTask::Csv), true, state)}
        </ButtonGroup>
    }
    .into_any()
}

fn said(why: &NoNumbers) -> String {
    [&capitalised(&why.to_string()), "."].concat()
}

fn today() -> NaiveDate {
    local(now()).date()
}

fn counted(desk: Desk) -> Option<Result<Numbers, NoNumbers>> {
    untrack(|| desk.try_with(|workbook| i08_numbers(workbook, today())))
}

/// The numbers, once what somebody says here is recorded; it is asked no more then.
fn confirmed_and_counted(desk: Desk, confirmed: bool) -> Option<Result<Numbers, NoNumbers>> {
    match counted(desk)? {
        Err(NoNumbers::NotConfirmed(_)) if confirmed => {
            let _ = desk.decide(i08_confirm_numbers);
            counted(desk)
        }
        other => Some(other),
    }
}
