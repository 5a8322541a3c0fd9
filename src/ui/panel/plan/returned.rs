//! A sheet that came back: what it changes, what a person has to settle, and what could not be read.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::scrolling;
use super::super::typing::Typing;
use super::{Place, part, settle, words};
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::actions::sheet::{Difference, FieldDifference, ReadSheet, compare};
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
    let form = move || desk.with(|_| Some(untrack(|| changes(desk, at, &read, errors))));
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
fn changes(desk: Desk, at: usize, read: &ReadSheet, errors: PageErrors) -> AnyView {
    let compared = desk.with(|workbook| compare(workbook, read));
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

/// Cells with a fault, cells of other columns, and what the file leaves out: nothing of it is lost or guessed.
fn not_read(workbook: &Workbook, read: &ReadSheet) -> AnyView {
    let faults: Vec<_> =
        read.faults.iter().map(|one| view! { <li>{one.sentence()}</li> }).collect();
    let faults = (!faults.is_empty()).then(|| {
        view! {
            <InsetText class="app-refused">
                <h4 class="govuk-heading-s">{words::FAULTS}</h4>
                <ul class="govuk-list govuk-list--bullet">{faults}</ul>
            </InsetText>
        }
    });
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
    view! { {faults}{unread}{missing}{columns} }.into_any()
}
