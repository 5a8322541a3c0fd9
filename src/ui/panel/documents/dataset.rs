//! The anonymous dataset: what is in it, what is not told and why, and its download once somebody cleared it (I-08, I-09).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::download::{self, Download};
use super::super::page::{said_line, scrolling, titled};
use super::super::typing::Typing;
use super::super::words::beside as own;
use super::{Place, part, words};
use crate::browser::{local, now};
use crate::panel::Workbook;
use crate::report::FileTask;
use crate::report::dataset::{
    DatasetFile, NoDataset, ToldTable, digest, i08_clear_dataset, i08_cleared_dataset, i08_dataset,
    i08_typed, told_tables,
};
use crate::store::{file_name, i08_named};
use crate::text::capitalised;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    Button, Caption, Cell, Details, InsetText, PageErrors, Size, SummaryList, SummaryRow, Table,
};

const REASON: &str = "reason";
/// What browsers call a packed file.
pub const ZIP: &str = "application/zip";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let back = (&part(Place::List), words::BACK_TO_DOCUMENTS);
    view! {
        {titled(desk, own::DATASET.to_owned(), back, errors)}
        {said_line(desk)}
        <p class="govuk-body">{own::DATASET_EXPLAINED}</p>
        {move || standing(desk, errors)}
        {contents(desk)}
    }
    .into_any()
}

/// Why there is none, how to clear it, or its download.
fn standing(desk: Desk, errors: PageErrors) -> AnyView {
    let today = local(now()).date();
    match desk.try_with(|workbook| i08_cleared_dataset(workbook, today)) {
        Some(Ok(files)) => cleared(desk, files, errors),
        Some(Err(NoDataset::NotCleared)) => untrack(|| clearing(desk, errors)),
        Some(Err(why)) => refused(&why),
        None => ().into_any(),
    }
}

fn refused(why: &NoDataset) -> AnyView {
    let advice = match why {
        NoDataset::Practice => "",
        _ => own::PUT_RIGHT_DATASET,
    };
    let why = [&capitalised(&why.to_string()), "."].concat();
    view! {
        <InsetText class="app-withheld">{own::NOT_YET} " " {why} " " {advice}</InsetText>
    }
    .into_any()
}

fn clearing(desk: Desk, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, &part(Place::Dataset), "clearance", Vec::new(), errors);
    let typed = own::typed_words(&desk.with(i08_typed));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (reason, today) = (typing.text(REASON), local(now()).date());
        let done = typing.record(
            |workbook, stamp| i08_clear_dataset(workbook, today, &reason, stamp),
            |_| REASON.to_owned(),
        );
        if done.is_some() {
            desk.say(own::DATASET_CLEARED.to_owned());
        }
    };
    view! {
        <form novalidate on:submit=submit>
            <h2 class="govuk-heading-m">{own::CLEAR_DATASET}</h2>
            <p class="govuk-body">{typed}</p>
            {typing.area(REASON, Caption::new(own::DATASET_REASON).size(Size::S), own::DATASET_REASON_HINT, 3)}
            <Button text=own::CLEAR_IT />
        </form>
    }
    .into_any()
}

fn cleared(desk: Desk, files: Vec<DatasetFile>, errors: PageErrors) -> AnyView {
    let state = download::State::new(errors);
    let said = |workbook: &Workbook| {
        let clearance = workbook.clearance(&digest(&files))?;
        let at = full_moment(local(clearance.stamp.at));
        Some([at.as_str(), &clearance.reason].join("\n"))
    };
    let said = untrack(|| desk.with(said)).unwrap_or_default();
    let rows = vec![SummaryRow::text(own::IS_CLEARED, said).value_class("app-plain-text")];
    let name =
        |workbook: &Workbook| file_name(&["dataset", i08_named(&workbook.plan().round)], "zip");
    let wanted = Download { name: untrack(|| desk.with(name)), media_type: ZIP };
    let files: Vec<(String, String)> =
        files.into_iter().map(|file| (file.path.to_owned(), file.text)).collect();
    let request = move || Some(FileTask::Package(files.clone()));
    view! {
        <SummaryList rows=rows />
        <p class="govuk-body">{own::DATASET_STANDS}</p>
        {download::button("dataset", own::DOWNLOAD_DATASET, wanted, request, true, state)}
        {state.line()}
    }
    .into_any()
}

/// Every table with its rows and what is not told of them, and the dictionary.
fn contents(desk: Desk) -> AnyView {
    let (tables, below) = untrack(|| {
        desk.with(|workbook| (told_tables(workbook), workbook.plan().round.report.suppress_below))
    });
    let head = [own::FILE, own::SHOWS, own::ROWS, own::HIDDEN].map(Cell::text).into();
    let rows = tables.iter().map(row).collect();
    let table = view! { <Table caption=own::WHAT_IS_IN_IT caption_class="govuk-table__caption--m" head=head rows=rows
    row_headers=true /> };
    let dictionary: Vec<AnyView> = tables.into_iter().map(columns).collect();
    view! {
        {scrolling(own::WHAT_IS_IN_IT, table.into_any())}
        <h2 class="govuk-heading-m">{own::WHAT_IS_HIDDEN}</h2>
        <p class="govuk-body">{own::hidden_below(below)} " " {own::ACTIONS_NOT_HIDDEN}</p>
        <h2 class="govuk-heading-m">{own::DICTIONARY}</h2>
        {dictionary}
    }
    .into_any()
}

fn row(table: &ToldTable) -> Vec<Cell> {
    let hidden = |hidden: usize| own::hidden_of(hidden, table.rows);
    let hidden = table.suppressed.map_or_else(|| own::NEVER_HIDDEN.to_owned(), hidden);
    vec![
        Cell::text(table.path),
        Cell::text(table.description),
        Cell::text(table.rows.to_string()),
        Cell::text(hidden),
    ]
}

fn columns(table: ToldTable) -> AnyView {
    let head = [own::COLUMN, own::MEANING].map(Cell::text).into();
    let rows = table
        .columns
        .iter()
        .map(|column| vec![Cell::text(column.name), Cell::text(column.description)])
        .collect();
    let summary = own::columns_of(table.columns.len(), table.path);
    view! { <Details summary=summary><Table head=head rows=rows row_headers=true /></Details> }
        .into_any()
}

/// The dataset as it would be kept beyond the round: cleared, or none.
pub fn to_keep(workbook: &Workbook) -> Vec<DatasetFile> {
    let today = local(now()).date();
    let cleared = i08_dataset(workbook, today).ok();
    cleared.filter(|files| workbook.clearance(&digest(files)).is_some()).unwrap_or_default()
}
