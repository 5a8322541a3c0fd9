//! Immediate concerns: the local route first, then what was passed on (C-01, C-06).

use leptos::prelude::*;

use super::controls::{page_caption, save_line};
use super::desk::Desk;
use super::route::Step;
use super::words;
use crate::audit_return::ImmediateConcern;
use crate::browser::{self, local};
use crate::id::ItemId;
use crate::round::ConcernRoute;
use crate::store::{Change, ImmediateChange};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    ActionLink, BackLink, Button, ButtonKind, InsetText, LinkButton, PageTitle, SummaryCard,
    SummaryList, SummaryRow, WarningText, focus_heading,
};
use crate::ui::router::go;

/// The page on immediate concerns.
#[component]
pub fn ConcernsPage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    let concerns = RwSignal::new(desk.with(|open| open.ret.immediate_concerns.clone()));
    let listed = move || {
        let concerns = concerns.get();
        let count = concerns.len();
        let cards: Vec<AnyView> =
            (1..).zip(concerns).map(|(number, one)| card(desk, number, one)).collect();
        (count > 0).then(|| {
            view! { <h2 class="govuk-heading-m">{words::WHAT_YOU_PASSED_ON}</h2>{cards} }
        })
    };
    let drop_empty = move || {
        desk.save_now();
        concerns.set(desk.with(|open| open.ret.immediate_concerns.clone()));
        focus_heading();
    };
    view! {
        <PageTitle text=words::IMMEDIATE program=words::PROGRAM />
        <BackLink href=desk.href(&Step::Tasks) text=words::BACK_TO_TASKS />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::IMMEDIATE}</h1>
        {route_first(desk)}
        {save_line(desk)}
        {listed}
        {move || empty_ones(desk, &concerns.read(), drop_empty)}
        {begin(desk)}
    }
}

/// Whom to tell now, before anything is written (C-01).
pub fn route_first(desk: Desk) -> AnyView {
    let route = desk.with(|open| open.invitation.round.concern_route.clone());
    view! { <WarningText>{words::TELL_NOW}</WarningText>{contacts(route)} }.into_any()
}

/// The board's own route.
fn contacts(route: ConcernRoute) -> AnyView {
    route_under(None, route)
}

/// The same for a page on which no concern is recorded: beside the advice at its head (C-01).
pub fn whom_to_tell(route: ConcernRoute) -> AnyView {
    route_under(Some(words::WHOM_TO_TELL), route)
}

fn route_under(lead: Option<&'static str>, route: ConcernRoute) -> AnyView {
    let out_of_hours = match route.out_of_hours.is_empty() {
        true => String::new(),
        false => [words::OUT_OF_HOURS, &route.out_of_hours].concat(),
    };
    let lines = [route.contact, route.telephone, route.email, route.hours, out_of_hours];
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p class="govuk-body">{line}</p> })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    let lead = lead.map(|lead| view! { <p class="govuk-body">{lead}</p> });
    view! { <InsetText>{lead}{lines}</InsetText> }.into_any()
}

/// A signed version is not added to: its correction comes first.
fn begin(desk: Desk) -> AnyView {
    if desk.is_signed() {
        return view! {
            <p class="govuk-body">{words::CONCERN_AFTER_SIGNING} " "
                <a class="govuk-link" href=desk.href(&Step::Done)>{words::SEE_SIGNED}</a></p>
        }
        .into_any();
    }
    let record = move |()| {
        let item = desk.fresh_item();
        desk.edit(Change::ImmediateConcern(item.clone(), ImmediateChange::Add));
        let now = Some(browser::now());
        desk.edit(Change::ImmediateConcern(item.clone(), ImmediateChange::NoticedAt(now)));
        desk.save_now();
        go(&desk.href(&Step::Concern(item)));
    };
    view! { <Button text=words::RECORD_IMMEDIATE kind=ButtonKind::Warning on_click=record /> }
        .into_any()
}

fn card(desk: Desk, number: usize, one: ImmediateConcern) -> AnyView {
    let title = [words::IMMEDIATE_ONE, " ", &number.to_string()].concat();
    let item = one.id.clone();
    let action = match desk.is_signed() {
        false => ActionLink::new(words::CHANGE, desk.href(&Step::Concern(item))),
        true => ActionLink::new(words::NOTICE_FOR_MANAGER, desk.href(&Step::ConcernOnPaper(item))),
    };
    let rows: Vec<SummaryRow> = told_rows(&one)
        .into_iter()
        .filter(|(_, said)| !said.trim().is_empty())
        .map(|(key, said)| {
            SummaryRow::new(key, view! { <span class="app-plain-text">{said}</span> })
        })
        .collect();
    let card = SummaryCard::new(title).action(action);
    view! { <SummaryList card=card rows=rows class="app-answers" /> }.into_any()
}

/// A concern as it is read, question by question; blank where nothing is said.
pub fn told_rows(one: &ImmediateConcern) -> Vec<(&'static str, String)> {
    let moment = |at: Option<chrono::DateTime<chrono::Utc>>| {
        at.map(|at| full_moment(local(at))).unwrap_or_default()
    };
    let (closed_by, outcome) =
        one.closed.clone().map(|closed| (closed.role, closed.outcome)).unwrap_or_default();
    let told = match one.is_passed_on() {
        true => [one.told_role.as_str(), &moment(one.told_at), &one.told_how].join(", "),
        false => words::NOT_PASSED_ON.to_owned(),
    };
    let acknowledged = one.acknowledged.map(|said| if said { words::YES } else { words::NO });
    vec![
        (words::CONCERN_KIND, one.kind.map(|kind| kind.label().to_owned()).unwrap_or_default()),
        (words::CONCERN_TEXT, one.text.clone()),
        (words::NOTICED_AT, moment(one.noticed_at)),
        (words::TOLD, told),
        (words::THEIR_ACTION, one.their_action.clone()),
        (words::ACKNOWLEDGED, acknowledged.unwrap_or_default().to_owned()),
        (words::FOLLOW_UP, one.follow_up.clone()),
        (words::CLOSED_BY, closed_by),
        (words::OUTCOME, outcome),
    ]
}

/// Begun and left empty: the only ones that may be removed (C-06).
fn empty_ones(
    desk: Desk,
    concerns: &[ImmediateConcern],
    removed: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let empty: Vec<ItemId> =
        concerns.iter().filter(|one| one.is_empty()).map(|one| one.id.clone()).collect();
    if empty.is_empty() || desk.is_signed() {
        return ().into_any();
    }
    let remove = move |()| {
        for item in &empty {
            desk.edit(Change::ImmediateConcern(item.clone(), ImmediateChange::Remove));
        }
        removed();
    };
    view! { <p class="govuk-body"><LinkButton text=words::REMOVE_EMPTY on_click=remove /></p> }
        .into_any()
}
