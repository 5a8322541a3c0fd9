//! The board ratifies the plan as it stands, with the date (AP-08).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::facts::task;
use super::steps_read::date;
use super::{Place, part, small, today, words};
use crate::panel::actions::{ActionError, action_plan};
use crate::text::{capitalised, long_date};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Button, ButtonKind, InsetText, PageError, PageErrors, TaskList};

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let shown = move || desk.with(|_| Some(untrack(|| standing(desk))));
    // Made anew when it is ratified or that is taken back, never while somebody types.
    let ratified = Memo::new(move |_| {
        desk.with(|workbook| {
            let empty = action_plan(workbook, today()).lines.is_empty();
            (!empty).then(|| workbook.ratification().cloned())
        })
    });
    let form = move || {
        let stands = ratified.get()?.is_some();
        Some(untrack(|| built_anew(forms(desk, stands, errors))))
    };
    view! {
        {titled(desk, words::RATIFY.to_owned(), (&part(Place::Board), words::BACK_TO_PLAN), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::RATIFY_EXPLAINED}</p>
        {shown}
        {form}
    }
    .into_any()
}

fn standing(desk: Desk) -> AnyView {
    let (ratified, by, open, empty) = desk
        .try_with(|workbook| {
            let plan = action_plan(workbook, today());
            let open = plan.lines.iter().filter(|line| !line.notices.is_empty());
            let open = open.map(|line| task(desk, workbook, line)).collect::<Vec<_>>();
            let by = workbook.ratification().map(|one| one.by.clone());
            (plan.ratified, by, open, plan.lines.is_empty())
        })
        .unwrap_or_else(|| (Ok(today()), None, Vec::new(), true));
    if empty {
        return view! { <p class="govuk-body">{words::NOTHING_TO_RATIFY}</p> }.into_any();
    }
    let stands = match &ratified {
        Ok(on) => words::ratified(&long_date(*on), by.as_deref().unwrap_or_default()),
        Err(why) => [&capitalised(&why.to_string()), "."].concat(),
    };
    let open = (!open.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::BEFORE_RATIFYING}</h2>
            <p class="govuk-body">{words::BEFORE_RATIFYING_EXPLAINED}</p>
            <TaskList id="before" items=open />
        }
    });
    view! {
        <InsetText>{stands}</InsetText>
        {open}
    }
    .into_any()
}

/// The form, and for a plan that is ratified the way to take that back.
fn forms(desk: Desk, stands: bool, errors: PageErrors) -> AnyView {
    let take_back = stands.then(|| {
        let back = move |()| {
            let done = desk.decide(|workbook, stamp| workbook.ratify_plan(None, "", stamp));
            match done {
                Ok(()) => desk.say(words::TAKEN_BACK.to_owned()),
                Err(why) => drop(errors.show(vec![PageError::new("take-back", why)])),
            }
        };
        view! { <Button text=words::TAKE_BACK kind=ButtonKind::Warning id="take-back" on_click=back /> }
    });
    view! { {form(desk, errors)}{take_back} }.into_any()
}

fn form(desk: Desk, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, &part(Place::Ratify), "ratify", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut faults = Vec::new();
        let on = date(typing, "on", &mut faults);
        if on.is_none() && faults.is_empty() {
            faults.push(PageError::new("on", words::ENTER_RATIFIED).at("on-day"));
        }
        if !faults.is_empty() {
            errors.show(faults);
            return;
        }
        let by = typing.text("by");
        let at = |error: &ActionError| match error {
            ActionError::NoRole => "by".to_owned(),
            _ => String::new(),
        };
        let done = typing.record(move |workbook, stamp| workbook.ratify_plan(on, &by, stamp), at);
        if done.is_some() {
            desk.say(words::IS_RATIFIED.to_owned());
        }
    };
    view! {
        <form novalidate on:submit=submit>
            {typing.date("on", small(words::RATIFIED_ON), words::DATE_HINT)}
            {typing.line("by", small(words::RATIFIED_BY), words::RATIFIED_BY_HINT)}
            <Button text=words::RECORD_RATIFIED />
        </form>
    }
    .into_any()
}
