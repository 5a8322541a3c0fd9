//! The files of one place: version, when each was imported, what it counts for.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::scrolling;
use super::super::route::Part;
use super::words;
use super::words::register as own;
use crate::browser::{local, now};
use crate::order;
use crate::panel::ReturnKey;
use crate::ui::dates::moment;
use crate::ui::govuk::{Cell, Table};

/// Every file that is kept, by version, each with the way to its page; nothing where none came.
pub fn table(desk: Desk, place: &ReturnKey) -> Option<AnyView> {
    let today = local(now()).date();
    let mut rows: Vec<(u32, Vec<Cell>)> = desk.with(|workbook| {
        let files = workbook.files_of(place).filter_map(|(file, facts)| {
            let entry = workbook.register().entry(&file)?;
            let (href, name) = (desk.href(&Part::File(file)), entry.name.clone());
            let cells = vec![
                Cell::text(words::version_number(facts.version)),
                Cell::new(view! { <a class="govuk-link app-break" href=href>{name}</a> }),
                Cell::text(moment(local(entry.imported_at), today)),
                Cell::text(entry.state.standing()),
            ];
            Some((facts.version, cells))
        });
        files.collect()
    });
    if rows.is_empty() {
        return None;
    }
    order::sort_by_key(&mut rows, |(version, _)| *version);
    let rows = rows.into_iter().map(|(_, cells)| cells).collect();
    let head = [words::RETURN_VERSION, words::FILE, words::RETURN_IMPORTED, own::HOW_IT_STANDS]
        .map(Cell::text)
        .into();
    let table = view! { <Table caption=words::RETURN_FILES caption_class="govuk-table__caption--s"
    head=head rows=rows row_headers=true class="app-files" /> };
    Some(scrolling(words::RETURN_FILES, table.into_any()))
}
