//! Issues between agencies that they could not resolve between themselves (AP-11).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::{Place, issue_form, part, today, words};
use crate::panel::Workbook;
use crate::panel::actions::{ChallengeView, ap11_challenges};
use crate::text::{long_date, shortened};
use crate::ui::govuk::{Details, PageErrors, TagColour, Task, TaskList, TaskStatus};

/// Letters of an issue in the list.
const LETTERS: usize = 160;

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let list = move || {
        desk.with(|workbook| {
            let views = ap11_challenges(workbook, today());
            if views.is_empty() {
                return Some(view! { <p class="govuk-body">{words::NO_ISSUES}</p> }.into_any());
            }
            let tasks = views.iter().map(|view| task(desk, workbook, view)).collect();
            Some(view! { <TaskList id="issues" items=tasks /> }.into_any())
        })
    };
    view! {
        {titled(desk, words::ISSUES.to_owned(), (&part(Place::Board), words::BACK_TO_PLAN), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::ISSUES_EXPLAINED}</p>
        {list}
        {form(desk, errors)}
    }
    .into_any()
}

fn task(desk: Desk, workbook: &Workbook, view: &ChallengeView) -> Task {
    let one = &view.challenge;
    let status = match (&view.outcome, &view.level) {
        (Some(_), _) => TaskStatus::tag(words::RESOLVED, TagColour::Green),
        (None, Some(level)) => TaskStatus::tag(words::with(level), TagColour::Orange),
        (None, None) => TaskStatus::tag(words::BETWEEN_THEM, TagColour::Yellow),
    };
    let sides = words::sides(&one.raised_by.name(workbook), &one.put_to.name(workbook));
    let since = words::since(&long_date(one.raised_on), view.days);
    let href = desk.href(&part(Place::Issue(one.id.clone())));
    Task::new(shortened(&one.issue, LETTERS), href, status).hint([&sides, ". ", &since].concat())
}

fn form(desk: Desk, errors: PageErrors) -> AnyView {
    let typing = issue_form::begun(desk, None, errors);
    let open = !typing.text("issue").is_empty();
    view! {
        <Details summary=words::RECORD_ISSUE open=open>{issue_form::form(desk, typing, None)}</Details>
    }
    .into_any()
}
