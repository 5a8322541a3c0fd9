//! All meetings, and the way to a new one.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{LINES, Paging, heading, said_line, scrolling};
use super::super::route::Part;
use super::super::words as panel_words;
use super::{Place, part, title, words};
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::ui::govuk::{Button, Cell, Table};

/// The list.
pub fn page(desk: Desk) -> AnyView {
    let paging = Paging::new("meetings");
    let table = move || {
        let latest_first: Vec<ItemId> = desk.with(|workbook| {
            let meetings = workbook.meetings().into_iter().rev();
            meetings.map(|meeting| meeting.id.clone()).collect()
        });
        if latest_first.is_empty() {
            return view! { <p class="govuk-body">{words::NO_MEETINGS}</p> }.into_any();
        }
        let shown = paging.shown(latest_first.len(), LINES);
        let meetings: Vec<(ItemId, String, usize)> = desk.with(|workbook| {
            let line = |id: &ItemId| (id.clone(), title(workbook, id), decided(workbook, id));
            shown.of_list(&latest_first).iter().map(line).collect()
        });
        let rows = meetings.into_iter().map(|line| row(desk, line)).collect();
        let head = [
            words::MEETING,
            words::DECIDED_HERE,
            words::AGENDA,
            words::WHO_WAS_THERE,
            words::MINUTES,
        ];
        let table = view! { <Table head=head.map(Cell::text).into() rows=rows row_headers=true /> };
        paging.around(words::MEETINGS, &shown, scrolling(words::MEETINGS, table.into_any()))
    };
    view! {
        {heading(desk, words::MEETINGS, (&Part::Overview, panel_words::BACK_TO_ROUND))}
        {said_line(desk)}
        <p class="govuk-body">{words::MEETINGS_EXPLAINED}</p>
        <Button text=words::START_MEETING href=desk.href(&part(Place::New)) />
        {table}
    }
    .into_any()
}

fn row(desk: Desk, (id, title, decided): (ItemId, String, usize)) -> Vec<Cell> {
    let link = |place: Place, text: &'static str| {
        let href = desk.href(&part(place));
        let hidden = [" ", &title].concat();
        Cell::new(view! {
            <a class="govuk-link" href=href>{text}<span class="govuk-visually-hidden">{hidden}</span></a>
        })
    };
    vec![
        Cell::text(title.clone()),
        Cell::text(decided.to_string()),
        link(Place::Agenda(id.clone()), words::GO_ON),
        link(Place::People(id.clone()), words::CHANGE_WHO),
        link(Place::Minutes(id), words::MINUTES),
    ]
}

/// How many judgements that stand last were made in this meeting.
fn decided(workbook: &Workbook, id: &ItemId) -> usize {
    let here = workbook.latest_judgements();
    here.filter(|judgement| judgement.decision.meeting.as_ref() == Some(id)).count()
}
