//! Findings that the panel dropped, each with the reason and the way to take it up again.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::words::findings as words;
use crate::id::ItemId;
use crate::panel::findings::{Fate, Finding};
use crate::ui::govuk::{Details, LinkButton, focus_heading};

/// The list; nothing where none was dropped.
pub fn view(desk: Desk) -> Option<AnyView> {
    let dropped: Vec<Finding> =
        desk.with(|workbook| workbook.dropped_findings().into_iter().cloned().collect());
    let lines: Vec<AnyView> = dropped.into_iter().map(|one| line(desk, one)).collect();
    if lines.is_empty() {
        return None;
    }
    let summary = [words::DROPPED_ONES, " (", &lines.len().to_string(), ")"].concat();
    let view = view! {
        <Details summary=summary>
            <ul class="govuk-list govuk-list--bullet" id="dropped">{lines}</ul>
        </Details>
    };
    Some(view.into_any())
}

fn line(desk: Desk, Finding { id, text, fate, .. }: Finding) -> AnyView {
    let why = match fate {
        Fate::Dropped { reason } => [" ", words::BECAUSE, ": ", &reason, " "].concat(),
        Fate::Kept | Fate::MergedInto(_) => " ".to_owned(),
    };
    let name = text.clone();
    let take_up = move |()| take_up(desk, &id);
    view! {
        <li>{text}{why} <LinkButton text=words::TAKE_UP hidden=name on_click=take_up /></li>
    }
    .into_any()
}

fn take_up(desk: Desk, id: &ItemId) {
    let done = desk.record(|workbook, stamp| workbook.take_up_finding(id, stamp));
    if let Some(Ok(())) = done {
        desk.say(words::TAKEN_UP.to_owned());
        // The button goes with the line.
        focus_heading();
    }
}
