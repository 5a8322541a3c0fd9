//! One invitation a slot.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{heading, said_line, scrolling};
use super::super::{keys, words as panel_words};
use super::{Part, Place, part, whose, words};
use crate::browser::{local, now};
use crate::id::SlotId;
use crate::panel::invitations::{InvitationStanding, WhyAgain};
use crate::ui::dates::moment;
use crate::ui::govuk::{
    Button, ButtonKind, Cell, InsetText, LinkButton, Table, Tag, TagColour, focus_region,
    once_shown,
};

struct Line {
    slot: SlotId,
    whose: String,
    cases: usize,
    standing: InvitationStanding,
}

/// The page of the invitations.
#[component]
pub fn InvitationsPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let table = move || {
        let rows = lines(desk).into_iter().map(|line| row(desk, line)).collect();
        let head = [
            panel_words::AGENCY,
            panel_words::CASES_COLUMN,
            panel_words::ISSUED,
            panel_words::ACTIONS,
        ];
        let head = head.map(Cell::text).into();
        let table =
            view! { <Table head=head rows=rows row_headers=true class="app-invitations" /> };
        scrolling(panel_words::INVITATIONS, table.into_any())
    };
    let note = match desk.has_key() {
        true => panel_words::INVITATIONS_EXPLAINED,
        false => panel_words::KEY_ELSEWHERE,
    };
    let add = desk.href(&part(Place::Add));
    view! {
        {heading(desk, panel_words::INVITATIONS, (&Part::Overview, panel_words::BACK_TO_ROUND))}
        {said_line(desk)}
        <p class="govuk-body">{note}</p>
        {move || keys::warning(desk)}
        {move || desk.trouble().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        {table}
        <Button text=words::ADD kind=ButtonKind::Secondary href=add />
    }
}

fn lines(desk: Desk) -> Vec<Line> {
    desk.with(|workbook| {
        let line = |slot: &crate::round::Slot| Line {
            slot: slot.id.clone(),
            whose: whose(workbook, &slot.id),
            cases: workbook.plan().invited_cases(slot).count(),
            standing: workbook.invitation_standing(&slot.id),
        };
        workbook.plan().slots.iter().map(line).collect()
    })
}

/// How an invitation stands, with the time at which it was written.
pub(super) fn standing(standing: InvitationStanding) -> AnyView {
    let at = |at| moment(local(at), local(now()).date());
    match standing {
        InvitationStanding::NotIssued => panel_words::NOT_ISSUED.into_any(),
        InvitationStanding::Issued { at: when } => at(when).into_any(),
        InvitationStanding::ToIssueAgain { issued, because } => {
            let (text, colour) = match because {
                WhyAgain::Revoked => (words::REVOKED, TagColour::Red),
                WhyAgain::Changed => (words::CHANGED, TagColour::Yellow),
            };
            let issued = at(issued);
            view! { {issued}" "<Tag text=text colour=colour /> }.into_any()
        }
    }
}

fn row(desk: Desk, line: Line) -> Vec<Cell> {
    let href = desk.href(&part(Place::One(line.slot.clone())));
    let name = line.whose.clone();
    vec![
        Cell::new(view! { <a class="govuk-link" href=href>{name}</a> }),
        Cell::number(line.cases),
        Cell::new(standing(line.standing)),
        match desk.may_invite() {
            true => Cell::new(download(desk, line.slot, line.standing, &line.whose)),
            false => Cell::text(""),
        },
    ]
}

/// Writes the file; whoever pressed stays where they were when the page is drawn anew.
pub(super) fn download(
    desk: Desk,
    slot: SlotId,
    standing: InvitationStanding,
    whose: &str,
) -> AnyView {
    let text = match standing {
        InvitationStanding::NotIssued => panel_words::ISSUE,
        InvitationStanding::Issued { .. } | InvitationStanding::ToIssueAgain { .. } => {
            panel_words::ISSUE_AGAIN
        }
    };
    let hidden = [": ", whose].concat();
    let id = ["issue-", slot.as_str()].concat();
    let button = id.clone();
    let issue = move |()| {
        desk.issue(&slot);
        let button = button.clone();
        once_shown(move || {
            focus_region(&button);
        });
    };
    view! { <LinkButton text=text hidden=hidden id=id on_click=issue /> }.into_any()
}
