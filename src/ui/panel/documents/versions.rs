//! Versions of one kind of document that are kept, and what differs from the last.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, scrolling, titled};
use super::{View, changes, made, of, words};
use crate::browser::local;
use crate::panel::Workbook;
use crate::report::document::{DocumentKind, keep, latest_version, short_id};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{Button, ButtonKind, Cell, PageErrors, Table};

/// The list.
pub fn page(desk: Desk, kind: DocumentKind) -> AnyView {
    let title = [words::VERSIONS, ": ", words::kind(kind)].concat();
    let keep_now = move |()| {
        let kept = desk.record(|workbook, stamp| {
            let document = made(desk, workbook, kind);
            Ok::<_, std::convert::Infallible>(keep(workbook, &document, stamp))
        });
        if kept.is_some() {
            desk.say(words::VERSION_KEPT.to_owned());
        }
    };
    let shown = move || desk.with(|workbook| Some(listed(desk, workbook, kind)));
    view! {
        {titled(desk, title, (&of(kind, View::Whole), words::BACK_TO_DOCUMENT), PageErrors::new())}
        {said_line(desk)}
        <p class="govuk-body">{words::VERSIONS_EXPLAINED}</p>
        {shown}
        <Button text=words::KEEP_VERSION kind=ButtonKind::Secondary on_click=keep_now />
    }
    .into_any()
}

fn listed(desk: Desk, workbook: &Workbook, kind: DocumentKind) -> AnyView {
    let rows: Vec<Vec<Cell>> = workbook
        .versions(kind.as_str())
        .rev()
        .map(|one| {
            let href = desk.href(&of(kind, View::Version(one.snapshot)));
            let id = short_id(&one.snapshot);
            let cleared = workbook.clearance(&one.snapshot).is_some();
            let state = if cleared { words::IS_CLEARED } else { words::NOT_CLEARED };
            vec![
                Cell::new(view! { <a class="govuk-link" href=href>{id}</a> }),
                Cell::text(full_moment(local(one.stamp.at))),
                Cell::text(state),
            ]
        })
        .collect();
    if rows.is_empty() {
        return view! { <p class="govuk-body">{words::NO_VERSION}</p> }.into_any();
    }
    let head = [words::VERSION, words::KEPT_AT, words::CLEARANCE].map(Cell::text).into();
    let since = latest_version(workbook, kind, None).map(|last| match last {
        Ok(last) => changes::list(&last.document, &made(desk, workbook, kind)),
        Err(why) => view! { <p class="govuk-body">{why.to_string()}</p> }.into_any(),
    });
    let table = view! {
        <Table caption=words::VERSIONS caption_class="govuk-visually-hidden" head=head rows=rows row_headers=true />
    };
    view! {
        {scrolling(words::VERSIONS, table.into_any())}
        <h2 class="govuk-heading-m">{words::SINCE_LAST}</h2>
        {since}
    }
    .into_any()
}
