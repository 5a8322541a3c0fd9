//! One concern: all that is known of it, and what is done about it (C-06).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::super::step_form::step_form;
use super::super::typing::Typing;
use super::super::words::concerns as words;
use super::board::standing;
use super::{
    Place, hold, lines, lines_now, nature, noticed, part, raised_by, route_first, seen_in,
};
use crate::browser::local;
use crate::panel::concerns::{BoardLine, ConcernError, ConcernKey, ConcernStep, ConcernUpdate};
use crate::panel::{Stamp, Workbook};
use crate::ui::anew::built_anew;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    Caption, Choice, InsetText, PageError, PageErrors, Size, SummaryList, SummaryRow,
};

const ACKNOWLEDGED: &str = "acknowledged";
const REMARK: &str = "remark";
const CLOSED: &str = "closed";
const REOPENED: &str = "reopened";

/// The page of one concern.
pub fn page(desk: Desk, key: ConcernKey) -> AnyView {
    let find = {
        let key = key.clone();
        move || lines(desk).into_iter().find(|line| line.key == key)
    };
    let Some(first) = lines_now(desk).into_iter().find(|line| line.key == key) else {
        return unknown();
    };
    let case = desk.with(|workbook| names::case(workbook, &first.case));
    let title = [words::CONCERN, ": ", &case].concat();
    let errors = PageErrors::new();
    let held = hold::form(desk, first.case.clone(), errors, false);
    let known = find.clone();
    let known = move || known().map(|line| known_of(desk, &line));
    // The form is made anew when the concern opens or closes, never while somebody types.
    let open = Memo::new(move |_| find().map(|line| (line.is_open(), line.updates.len())));
    let form = move || {
        let (open, _) = open.get()?;
        Some(untrack(|| built_anew(form(desk, key.clone(), open, errors))))
    };
    view! {
        {titled(desk, title, (&part(Place::Board), words::BACK_TO_CONCERNS), errors)}
        {said_line(desk)}
        {route_first(desk).map(|route| view! { <InsetText>{route}</InsetText> })}
        {known}
        {form}
        {held}
    }
    .into_any()
}

fn known_of(desk: Desk, line: &BoardLine) -> AnyView {
    let (by, seen) = desk.with(|workbook| {
        let seen = seen_in(line).iter().map(|place| names::place_line(workbook, place));
        (raised_by(workbook, line), seen.collect::<Vec<String>>())
    });
    let mut rows = vec![
        SummaryRow::text(words::NATURE, nature(line)),
        SummaryRow::text(words::WHAT, line.text.clone()),
        SummaryRow::text(words::RAISED_BY, by),
    ];
    if !seen.is_empty() {
        rows.push(SummaryRow::text(words::FROM_RETURNS, seen.join("; ")));
    }
    rows.push(SummaryRow::text(words::NOTICED, noticed(line.noticed_at)));
    if matches!(line.key, ConcernKey::Agency { .. }) {
        let told = if line.told.is_empty() { words::TOLD_NOBODY } else { &line.told };
        rows.push(SummaryRow::text(words::TOLD, told));
    }
    if line.is_open() {
        rows.push(SummaryRow::text(words::AGE, words::open_for(line.working_days)));
    }
    rows.push(SummaryRow::new(words::STANDING, standing(line)));
    let done: Vec<_> = line.updates.iter().map(update).collect();
    let done = if done.is_empty() {
        view! { <p class="govuk-body">{words::NOTHING_DONE}</p> }.into_any()
    } else {
        view! { <ol class="govuk-list govuk-list--number">{done}</ol> }.into_any()
    };
    view! {
        <SummaryList rows=rows />
        <h2 class="govuk-heading-m">{words::DONE_SO_FAR}</h2>
        {done}
    }
    .into_any()
}

fn update(update: &ConcernUpdate) -> AnyView {
    let said = match &update.step {
        ConcernStep::Acknowledged { role } => [words::ACKNOWLEDGED, ": ", role].concat(),
        ConcernStep::Remark(text) => text.clone(),
        ConcernStep::Closed { role, outcome } => {
            [words::CLOSED, ": ", role, ". ", outcome].concat()
        }
        ConcernStep::Reopened { reason } => [words::STEP_REOPENED, ": ", reason].concat(),
    };
    let at = full_moment(local(update.stamp.at));
    view! { <li>{said}<br /><span class="govuk-hint">{at}", "{update.stamp.by.clone()}</span></li> }
        .into_any()
}

fn form(desk: Desk, key: ConcernKey, open: bool, errors: PageErrors) -> AnyView {
    let here = part(Place::One(key.clone()));
    let typing = Typing::new(desk, &here, "step", Vec::new(), errors);
    let items = if open {
        vec![
            Choice::new(ACKNOWLEDGED, words::STEP_ACKNOWLEDGED),
            Choice::new(REMARK, words::STEP_REMARK),
            Choice::new(CLOSED, words::STEP_CLOSED),
        ]
    } else {
        vec![Choice::new(REMARK, words::STEP_REMARK), Choice::new(REOPENED, words::STEP_REOPENED)]
    };
    let record = move || {
        let Some(step) = step(typing) else {
            return errors.show(vec![PageError::new("step", words::SELECT_STEP)]);
        };
        let follow_up =
            |workbook: &mut Workbook, stamp: &Stamp| workbook.follow_up_concern(&key, step, stamp);
        typing.record(follow_up, at_box).is_some()
    };
    step_form(desk, typing, words::STEP, items, move |step| boxes(typing, step), record)
}

fn boxes(typing: Typing, step: &str) -> AnyView {
    let role = || {
        typing.line(
            "role",
            Caption::new(words::MANAGER_ROLE).size(Size::S),
            words::MANAGER_ROLE_HINT,
        )
    };
    let text = |label: &'static str, hint: &'static str| {
        typing.area("text", Caption::new(label).size(Size::S), hint, 3)
    };
    match step {
        ACKNOWLEDGED => role(),
        REMARK => text(words::REMARK, words::REMARK_HINT),
        CLOSED => view! { {role()}{text(words::OUTCOME, words::OUTCOME_HINT)} }.into_any(),
        REOPENED => text(words::REOPEN_REASON, ""),
        _ => ().into_any(),
    }
}

fn step(typing: Typing) -> Option<ConcernStep> {
    let (role, text) = (typing.text("role"), typing.text("text"));
    match typing.raw("step").as_str() {
        ACKNOWLEDGED => Some(ConcernStep::Acknowledged { role }),
        REMARK => Some(ConcernStep::Remark(text)),
        CLOSED => Some(ConcernStep::Closed { role, outcome: text }),
        REOPENED => Some(ConcernStep::Reopened { reason: text }),
        _ => None,
    }
}

fn at_box(error: &ConcernError) -> String {
    match error {
        ConcernError::NoRole => "role",
        ConcernError::NoOutcome | ConcernError::NoReason | ConcernError::NothingWritten => "text",
        ConcernError::UnknownCase | ConcernError::UnknownConcern | ConcernError::NothingToDo => {
            "step"
        }
    }
    .to_owned()
}
