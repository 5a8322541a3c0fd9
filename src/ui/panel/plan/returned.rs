//! A sheet that came back: what it changes, what a person has to settle, and what could not be read.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::scrolling;
use super::super::typing::Typing;
use super::{Place, part, settle, words};
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::actions::sheet::{
    CellFault, Compared, Difference, FieldDifference, ReadSheet, compare,
};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Button, Cell, Details, InsetText, PageErrors, Table};

/// A file that was chosen, with what it holds or why it is no sheet.
#[derive(Clone)]
pub struct Returned {
    /// Its name.
    pub name: String,
    /// The sheet, or a sentence.
    pub sheet: Result<ReadSheet, String>,
}

/// One file. `at` is its place among those chosen.
pub fn returned(desk: Desk, at: usize, one: Returned, errors: PageErrors) -> AnyView {
    let Returned { name, sheet } = one;
    let read = match sheet {
        Ok(read) => read,
        Err(why) => {
            return view! {
                <h3 class="govuk-heading-s">{name}</h3>
                <InsetText class="app-refused"><p class="govuk-body">{words::NOT_READ} " " {why}</p></InsetText>
            }
            .into_any();
        }
    };
    let from = desk.with(|workbook| read.from.name(workbook));
    let title = [from.as_str(), ": ", &name].concat();
    let beside = untrack(|| desk.with(|workbook| Some(not_read(workbook, &read))));
    let compared = Memo::new({
        let read = read.clone();
        move |_| desk.with(|workbook| compare(workbook, &read))
    });
    // Made anew when something else differs, never while somebody decides.
    let form = move || {
        let compared = compared.get();
        untrack(|| built_anew(changes(desk, at, &read, compared, errors)))
    };
    view! {
        <section class="app-returned">
            <h3 class="govuk-heading-m">{title}</h3>
            {beside}
            {form}
        </section>
    }
    .into_any()
}

/// What differs now, with the way to take it over.
fn changes(
    desk: Desk,
    at: usize,
    read: &ReadSheet,
    compared: Compared,
    errors: PageErrors,
) -> AnyView {
    let (clean, open): (Vec<_>, Vec<_>) =
        compared.differences.into_iter().partition(|one| one.kind == Difference::Change);
    if clean.is_empty() && open.is_empty() {
        return view! { <p class="govuk-body">{words::NOTHING_DIFFERS}</p> }.into_any();
    }
    let name = ["sheet ", read.sheet.as_str(), " ", &at.to_string()].concat();
    let typing = Typing::new(desk, &part(Place::Sheets), &name, Vec::new(), errors);
    let questions: Vec<AnyView> =
        open.iter().map(|one| settle::question(typing, at, one)).collect();
    let to_settle = (!open.is_empty()).then(|| {
        view! {
            <h4 class="govuk-heading-s">{words::TO_SETTLE}</h4>
            <p class="govuk-body">{words::to_settle(open.len())}</p>
            {questions}
        }
    });
    let taken_over = (!clean.is_empty()).then(|| {
        let rows = clean.iter().map(row).collect();
        let head = [words::ACTION, words::RECORDED_HERE, words::ON_SHEET].map(Cell::text).into();
        let table = view! {
            <Table caption=words::TAKEN_OVER caption_class="govuk-table__caption--s" head=head rows=rows
                row_headers=true class="app-beside" />
        };
        scrolling(words::TAKEN_OVER, table.into_any())
    });
    let read = read.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        settle::take(desk, typing, at, &read, &open);
    };
    view! {
        {taken_over}
        <form novalidate on:submit=submit>
            {to_settle}
            <Button text=words::TAKE_OVER />
        </form>
    }
    .into_any()
}

fn row(one: &FieldDifference) -> Vec<Cell> {
    vec![
        Cell::text(words::field_of(one.number, one.field.label())),
        Cell::text(settle::shown(&one.ours)),
        Cell::text(settle::shown(&one.theirs)),
    ]
}

/// Cells with a fault, cells to be looked at, cells of other columns, and what the file leaves out: nothing of it is
/// lost or guessed.
fn not_read(workbook: &Workbook, read: &ReadSheet) -> AnyView {
    let faults = cells(words::FAULTS, &read.faults, "app-refused");
    let warned = cells(words::WARNED, &read.warned, "");
    let unread: Vec<_> = read
        .unread
        .iter()
        .map(|one| view! { <li>{words::unread(one.row, &one.column, &one.text)}</li> })
        .collect();
    let unread = (!unread.is_empty()).then(|| {
        view! {
            <Details summary=words::UNREAD><ul class="govuk-list govuk-list--bullet">{unread}</ul></Details>
        }
    });
    let number =
        |id: &ItemId| workbook.actions().iter().position(|one| one.id == *id).map(|at| at + 1);
    let missing: Vec<String> =
        read.no_row.iter().filter_map(number).map(|number| number.to_string()).collect();
    let missing = (!missing.is_empty())
        .then(|| view! { <p class="govuk-body">{words::no_row(&missing.join(", "))}</p> });
    let columns: Vec<&str> = read.no_column.iter().map(|field| field.label()).collect();
    let columns = (!columns.is_empty())
        .then(|| view! { <p class="govuk-body">{words::no_column(&columns.join(", "))}</p> });
    view! { {faults}{warned}{unread}{missing}{columns} }.into_any()
}

/// Cells by their places, with what is said of each.
fn cells(title: &'static str, cells: &[CellFault], look: &'static str) -> Option<AnyView> {
    let lines: Vec<_> = cells.iter().map(|one| view! { <li>{one.sentence()}</li> }).collect();
    let list = || {
        view! {
            <InsetText class=look>
                <h4 class="govuk-heading-s">{title}</h4>
                <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            </InsetText>
        }
        .into_any()
    };
    (!cells.is_empty()).then(list)
}
