//! One invitation a slot.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{heading, scrolling};
use super::route::Part;
use super::words;
use crate::browser::{local, now};
use crate::id::SlotId;
use crate::ui::dates::moment;
use crate::ui::govuk::{Cell, InsetText, LinkButton, Table, focus_region, once_shown};

struct Line {
    slot: SlotId,
    agency: String,
    label: String,
    cases: usize,
    issued: Option<String>,
}

/// The page of the invitations.
#[component]
pub fn InvitationsPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let table = move || {
        let rows = lines(desk).into_iter().map(|line| row(desk, line)).collect();
        let head = [words::AGENCY, words::SLOT, words::CASES_COLUMN, words::ISSUED, words::ACTIONS]
            .map(Cell::text);
        let table = view! { <Table head=head.into() rows=rows row_headers=true /> }.into_any();
        scrolling(words::INVITATIONS, table)
    };
    let note = if desk.has_key() { words::INVITATIONS_EXPLAINED } else { words::KEY_ELSEWHERE };
    view! {
        {heading(desk, words::INVITATIONS, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{note}</p>
        {move || desk.trouble().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        {table}
    }
}

fn lines(desk: Desk) -> Vec<Line> {
    desk.with(|workbook| {
        let plan = workbook.plan();
        let today = local(now()).date();
        let line = |slot: &crate::round::Slot| Line {
            slot: slot.id.clone(),
            agency: plan.agency(&slot.agency).map(|agency| agency.name.clone()).unwrap_or_default(),
            label: slot.label.clone(),
            cases: slot.cases.len(),
            issued: workbook
                .invitations()
                .iter()
                .rfind(|issued| issued.slot == slot.id)
                .map(|issued| moment(local(issued.stamp.at), today)),
        };
        plan.slots.iter().map(line).collect()
    })
}

fn row(desk: Desk, line: Line) -> Vec<Cell> {
    let action = if line.issued.is_some() { words::ISSUE_AGAIN } else { words::ISSUE };
    let hidden = [": ", &line.agency, " ", &line.label].concat();
    let slot = line.slot;
    let id = ["issue-", slot.as_str()].concat();
    let button = id.clone();
    let issue = move |()| {
        desk.issue(&slot);
        // The row is drawn anew: whoever pressed stays where they were.
        let button = button.clone();
        once_shown(move || {
            focus_region(&button);
        });
    };
    let act = match desk.has_key() {
        true => Cell::new(view! { <LinkButton text=action hidden=hidden id=id on_click=issue /> }),
        false => Cell::text(""),
    };
    vec![
        Cell::text(line.agency),
        Cell::text(line.label),
        Cell::number(line.cases),
        Cell::text(line.issued.unwrap_or_else(|| words::NOT_ISSUED.to_owned())),
        act,
    ]
}
