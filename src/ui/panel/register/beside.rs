//! Two versions of one return side by side: what differs, and nothing else (V-03).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::scrolling;
use super::words::register as own;
use crate::browser::local;
use crate::envelope::Hash;
use crate::panel::EntryState;
use crate::report::sheet::{RowDiff, differences};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{Cell, Details, Table};

/// The files with which this one has to be compared: rivals open, an earlier version folded away.
pub fn comparisons(desk: Desk, file: &Hash) -> Vec<AnyView> {
    let (conflict, others) = others(desk, file);
    let views = others.into_iter().map(|(other, name, version)| {
        let table = table(desk, file, &other);
        let version = ["version ", &version.to_string()].concat();
        if conflict {
            let title = [own::AGAINST, " ", &name, ", ", &version].concat();
            view! {
                <h2 class="govuk-heading-m">{title}</h2>
                <p class="govuk-body">{own::AGAINST_EXPLAINED}</p>
                {table}
            }
            .into_any()
        } else {
            let title = [own::CHANGED_SINCE, " ", &version].concat();
            view! { <Details summary=title>{table}</Details> }.into_any()
        }
    });
    views.collect()
}

/// Whether the file is in conflict, and the files to compare it with, with name and version.
fn others(desk: Desk, file: &Hash) -> (bool, Vec<(Hash, String, u32)>) {
    desk.with(|workbook| {
        let register = workbook.register();
        let Some(entry) = register.entry(file) else { return (false, Vec::new()) };
        let Some(facts) = &entry.facts else { return (false, Vec::new()) };
        let conflict = entry.state == EntryState::Conflict;
        let named = |hash: &Hash| register.entry(hash).map(|entry| entry.name.clone());
        let wanted = |hash: &Hash, other: &crate::panel::Facts| match conflict {
            true => register.entry(hash).is_some_and(|entry| entry.state == EntryState::Conflict),
            false => facts.previous == Some(other.payload),
        };
        let all = workbook.files_of(&facts.place);
        let others = all.filter(|(hash, other)| hash != file && wanted(hash, other));
        let lines = others.filter_map(|(hash, other)| Some((hash, named(&hash)?, other.version)));
        (conflict, lines.collect())
    })
}

fn table(desk: Desk, file: &Hash, other: &Hash) -> AnyView {
    let found =
        desk.try_with(|workbook| differences(workbook, file, other, |at| full_moment(local(at))));
    match found.flatten() {
        None => view! { <p class="govuk-body">{own::CANNOT_COMPARE}</p> }.into_any(),
        Some(rows) if rows.is_empty() => {
            view! { <p class="govuk-body">{own::NO_DIFFERENCE}</p> }.into_any()
        }
        Some(rows) => {
            let head = [own::QUESTION, own::THIS_FILE, own::OTHER_FILE].map(Cell::text);
            let rows = rows.into_iter().map(cells).collect();
            let table =
                view! { <Table head=head.into() rows=rows row_headers=true class="app-beside" /> };
            scrolling(own::AGAINST, table.into_any())
        }
    }
}

fn cells(row: RowDiff) -> Vec<Cell> {
    let RowDiff { part, asks, first, second } = row;
    let said = |text: Option<String>| match text {
        Some(text) if !text.is_empty() => Cell::new(view! { <p class="app-plain-text">{text}</p> }),
        Some(_) | None => Cell::text(own::NOTHING_SAID).class("app-quiet"),
    };
    vec![
        Cell::new(view! { {asks}" "<span class="app-note">{part}</span> }),
        said(first),
        said(second),
    ]
}
