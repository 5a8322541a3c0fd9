//! Issues between agencies that they could not resolve between themselves (AP-11).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::form_read::at_issue;
use super::steps::date_boxes;
use super::steps_read::date;
use super::{Place, bodies, part, small, today, words};
use crate::browser::random;
use crate::panel::Workbook;
use crate::panel::actions::{Challenge, ChallengeView, ap11_challenges};
use crate::text::{long_date, shortened};
use crate::ui::govuk::{
    Button, Details, PageError, PageErrors, TagColour, Task, TaskList, TaskStatus,
};
use crate::ui::router::go;

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
    let begins = date_boxes("raised", Some(today()));
    let typing = Typing::new(desk, &part(Place::Issues), "issue", begins, errors);
    let beat = RwSignal::new(0);
    let heard = move |_| beat.update(|beat| *beat += 1);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let challenge = match read(typing) {
            Ok(challenge) => challenge,
            Err(faults) => {
                errors.show(faults);
                return;
            }
        };
        let id = challenge.id.clone();
        let done = typing.record(move |book, _| book.record_challenge(challenge), at_issue);
        if done.is_some() {
            desk.say(words::ISSUE_RECORDED.to_owned());
            go(&desk.href(&part(Place::Issue(id))));
        }
    };
    let open = !typing.text("issue").is_empty();
    view! {
        <Details summary=words::RECORD_ISSUE open=open>
            <form novalidate on:submit=submit on:change=heard>
                {typing.area("issue", small(words::ISSUE), words::ISSUE_HINT, 3)}
                {bodies::fields(desk, typing, "raised-by", small(words::RAISED_BY), beat)}
                {bodies::fields(desk, typing, "put-to", small(words::PUT_TO), beat)}
                {typing.date("raised", small(words::RAISED_ON), words::DATE_HINT)}
                <Button text=words::RECORD_ISSUE />
            </form>
        </Details>
    }
    .into_any()
}

fn read(typing: Typing) -> Result<Challenge, Vec<PageError>> {
    let mut faults = Vec::new();
    let mut side = |stem: &str| {
        let owner = bodies::owner(typing, stem);
        if owner.is_none() {
            faults.push(PageError::new([stem, "-body"].concat(), words::SELECT_BODY));
        }
        owner
    };
    let sides = (side("raised-by"), side("put-to"));
    let raised_on = date(typing, "raised", &mut faults);
    if raised_on.is_none() && faults.is_empty() {
        faults.push(PageError::new("raised", words::ENTER_DATE).at("raised-day"));
    }
    let ((Some(raised_by), Some(put_to)), Some(raised_on), true) =
        (sides, raised_on, faults.is_empty())
    else {
        return Err(faults);
    };
    Ok(Challenge {
        id: random::id(),
        raised_by,
        put_to,
        raised_on,
        issue: typing.text("issue"),
        actions: Vec::new(),
        stamp: Desk::stamp(),
    })
}
