//! Where a sheet and what is recorded here say different things, a person settles which stands, one by one.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::scrolling;
use super::super::typing::Typing;
use super::{small, words};
use crate::panel::actions::Report;
use crate::panel::actions::sheet::{Difference, FieldDifference, ReadSheet, Take};
use crate::text::long_date;
use crate::ui::govuk::{Cell, Choice, PageError, Table};

const OURS: &str = "ours";
const THEIRS: &str = "theirs";

/// What a report says, or that it says nothing.
pub fn shown(report: &Report) -> String {
    match report {
        Report::CompletedOn(Some(date)) | Report::DateAsked(Some(date)) => long_date(*date),
        report if report.is_blank() => words::BLANK.to_owned(),
        report => report.text(),
    }
}

/// The id of the question about one difference.
fn id(at: usize, one: &FieldDifference) -> String {
    let field =
        crate::panel::actions::ReportField::ALL.iter().position(|field| *field == one.field);
    let numbers = [at, one.number, field.unwrap_or_default()].map(|number| number.to_string());
    ["settle-", &numbers.join("-")].concat()
}

/// The three texts side by side, and which of the two stands.
pub fn question(typing: Typing, at: usize, one: &FieldDifference) -> AnyView {
    let head = [words::WHEN_SENT, words::RECORDED_HERE, words::ON_SHEET].map(Cell::text).into();
    let texts = [&one.at_export, &one.ours, &one.theirs];
    let rows = vec![texts.map(|text| Cell::text(shown(text))).into()];
    let title = words::field_of(one.number, one.field.label());
    let table = view! {
        <Table caption=title.clone() caption_class="govuk-table__caption--s" head=head rows=rows
            class="app-beside" />
    };
    let hint = match one.kind {
        Difference::Conflict => words::CONFLICT,
        Difference::Emptied => words::EMPTIED,
        Difference::NotOpen => words::NOT_OPEN,
        Difference::Withheld => words::WITHHELD_ON_SHEET,
        Difference::Change => "",
    };
    let items = vec![Choice::new(OURS, words::KEEP_OURS), Choice::new(THEIRS, words::TAKE_THEIRS)];
    let legend = small(&words::which_stands(&title));
    view! {
        {scrolling(words::SIDE_BY_SIDE, table.into_any())}
        {typing.radios(&id(at, one), legend, hint, items, None)}
    }
    .into_any()
}

/// Takes the sheet over once everything open on it is settled.
pub fn take(desk: Desk, typing: Typing, at: usize, read: &ReadSheet, open: &[FieldDifference]) {
    let mut chosen = BTreeMap::new();
    let mut wrong = Vec::new();
    for one in open {
        let take = match typing.raw(&id(at, one)).as_str() {
            OURS => Take::Ours,
            THEIRS => Take::Theirs,
            _ => {
                let title = words::field_of(one.number, one.field.label());
                wrong.push(PageError::new(id(at, one), words::settle_first(&title)));
                continue;
            }
        };
        chosen.insert((one.action.clone(), one.field), take);
    }
    if !wrong.is_empty() {
        typing.errors.show(wrong);
        return;
    }
    let taken = typing.record(
        |workbook, stamp| {
            Ok::<_, std::convert::Infallible>(workbook.take_sheet(read, &chosen, stamp))
        },
        |error| match *error {},
    );
    if let Some(taken) = taken {
        desk.say(words::taken(taken.taken.len(), taken.left.len()));
    }
}
