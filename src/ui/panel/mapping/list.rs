//! Every other tool that returns here answer, and whether it is mapped.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{heading, said_line, scrolling};
use super::super::words as panel_words;
use super::{Part, Place, called, part, words};
use crate::ui::govuk::{Cell, InsetText, Table, Tag, TagColour};

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let table = move || {
        let tools = desk.with(|workbook| {
            let all = workbook.other_tools().into_iter();
            all.map(|(tool, files)| (workbook.mapping(&tool).is_some(), tool, files))
                .collect::<Vec<_>>()
        });
        if tools.is_empty() {
            return view! { <InsetText>{words::NONE}</InsetText> }.into_any();
        }
        let rows = tools
            .into_iter()
            .map(|(mapped, tool, files)| {
                let (href, name) = (desk.href(&part(Place::One(tool.hash))), called(&tool));
                let (text, colour) = match mapped {
                    true => (words::MAPPED, TagColour::Green),
                    false => (words::NOT_MAPPED, TagColour::Yellow),
                };
                vec![
                    Cell::new(view! { <a class="govuk-link" href=href>{name}</a> }),
                    Cell::number(files),
                    Cell::new(view! { <Tag text=text colour=colour /> }),
                ]
            })
            .collect();
        let head = [words::TOOL, words::FILES, words::STANDING].map(Cell::text).into();
        let table =
            view! { <Table head=head rows=rows row_headers=true class="app-other-tools" /> };
        scrolling(words::MAPPING, table.into_any())
    };
    view! {
        {heading(desk, words::MAPPING, (&Part::Files, panel_words::register::BACK_TO_FILES))}
        {said_line(desk)}
        <p class="govuk-body">{words::MAPPING_EXPLAINED}</p>
        {table}
    }
    .into_any()
}
