//! "2 of 3" actions closed in a comparison: the actions of the round before, each as it stands now (RA-03, AP-10).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::plan;
use super::super::route::Part;
use super::{View, of, words};
use crate::id::RoundId;
use crate::panel::Workbook;
use crate::panel::reaudit::{FollowedUp, Share};
use crate::report::document::build::{ActionsBehind, figure_actions};
use crate::report::document::{DocumentKind, FigureCount};
use crate::text::long_date;
use crate::ui::govuk::{SummaryList, SummaryRow};

/// The actions behind a number; `then` is how it reads in a version that is kept.
pub fn actions(
    desk: Desk,
    workbook: &Workbook,
    count: &FigureCount,
    then: Option<&str>,
) -> AnyView {
    let FigureCount::Actions(theme) = count else { return not_compared(desk, false, then) };
    let kept = desk.choosable().into_iter().filter(|one| !one.from_file);
    let kept: Vec<RoundId> = kept.map(|one| one.id).collect();
    let found = desk.with_beside(|earlier| {
        let before = earlier.last()?;
        let is_kept = kept.contains(&before.plan().round.id);
        let found = figure_actions(before, workbook, theme);
        Some(match found {
            Some(found) => told(desk, before, is_kept, &found, then),
            None => not_compared(desk, true, then),
        })
    });
    found.flatten().unwrap_or_else(|| not_compared(desk, false, then))
}

fn told(
    desk: Desk,
    before: &Workbook,
    is_kept: bool,
    found: &ActionsBehind,
    then: Option<&str>,
) -> AnyView {
    let closed = found.actions.iter().filter(|one| one.line.closed.is_some()).count();
    let number = Share { n: closed, of: found.actions.len() }.in_figures();
    let mut rows = vec![SummaryRow::text(words::COUNTED_HERE, words::actions_closed(&found.theme))];
    rows.extend(row_then(then));
    rows.push(SummaryRow::text(words::TODAY, number));
    let actions: Vec<AnyView> =
        found.actions.iter().map(|one| action(desk, before, is_kept, one)).collect();
    view! {
        <SummaryList rows=rows />
        <h2 class="govuk-heading-m">{words::BEHIND}</h2>
        <ul class="govuk-list">{actions}</ul>
    }
    .into_any()
}

fn row_then(then: Option<&str>) -> Option<SummaryRow> {
    then.map(|then| SummaryRow::text(words::THEN, then.to_owned()))
}

/// One that was not carried forward stands in its own round: there is a way to it where this browser keeps that.
fn action(desk: Desk, before: &Workbook, is_kept: bool, one: &FollowedUp) -> AnyView {
    let part = Part::Plan(plan::Place::One(one.line.action.id.clone()));
    let round = &before.plan().round;
    let href =
        if one.carried { Some(desk.href(&part)) } else { is_kept.then(|| part.href(&round.id)) };
    let text = one.line.action.text.clone();
    let hidden = [": ", &text].concat();
    let way = href.map(|href| {
        view! { " " <a class="govuk-link app-note" href=href>{words::SEE_ACTION}<span class="govuk-visually-hidden">{hidden}</span></a> }
    });
    let title = [round.title.trim(), ", ", round.period.trim()].concat();
    let stands = match &one.line.closed {
        Some((_, on)) => words::closed_on(&long_date(*on)),
        None => one.line.progress().label().to_owned(),
    };
    let place = words::action_stands(&title, one.carried, &stands);
    view! {
        <li>
            <span class="app-plain-text">{text}</span> <br />
            <span class="app-note">{place}</span>
            {way}
        </li>
    }
    .into_any()
}

/// Without the round before, nothing is known of its actions.
fn not_compared(desk: Desk, is_another: bool, then: Option<&str>) -> AnyView {
    let rows: Vec<SummaryRow> = row_then(then).into_iter().collect();
    let rows = (!rows.is_empty()).then(|| view! { <SummaryList rows=rows /> });
    let why = if is_another { words::NO_SUCH_ISSUE } else { words::NOT_COMPARED_TODAY };
    let href = desk.href(&of(DocumentKind::Comparison, View::Whole));
    view! {
        {rows}
        <p class="govuk-body">{why} " "
            <a class="govuk-link" href=href>{words::CHOOSE_ROUNDS}</a></p>
    }
    .into_any()
}
