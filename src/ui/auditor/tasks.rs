//! The task list of one return.

use leptos::prelude::*;

use super::closed_copy;
use super::controls::{page_caption, save_line};
use super::desk::Desk;
use super::desk::Outstanding;
use super::route::{Step, invitation_href};
use super::words;
use crate::check::{Progress, Status};
use crate::id::AreaId;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, PageTitle, TagColour, Task, TaskList, TaskStatus, WarningText,
};

/// The page from which every part of a return is reached.
#[component]
pub fn TasksPage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    desk.standing().map(|(progress, outstanding)| tasks(desk, &progress, outstanding))
}

fn tasks(desk: Desk, progress: &Progress, outstanding: Outstanding) -> AnyView {
    let title = desk.with(|open| [words::TASKS_FOR, &open.ret.case_label].concat());
    let back = invitation_href(&desk.invitation_hash());
    let (done, of) = progress.areas_complete();
    let signed = desk.is_signed();
    let nil = desk.with(|open| open.ret.is_nil());
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM />
        <BackLink href=back text=words::BACK_TO_CASES />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        {signed.then(|| signed_notice(desk))}
        {save_line(desk)}
        {(of > 0).then(|| view! { <p class="govuk-body" id="areas-complete">{words::areas_complete(done, of)}</p> })}
        <h2 class="govuk-heading-m">{words::BEFORE_YOU_START}</h2>
        <TaskList id="before" items=before(desk, progress) />
        <h2 class="govuk-heading-m">{words::THE_CASE}</h2>
        {nil.then(|| view! { <p class="govuk-body" id="nil">{words::NIL_NO_AREAS}</p> })}
        {(!nil).then(|| view! { <TaskList id="areas" items=areas(desk, progress) /> })}
        {panel_questions(desk)}
        <h2 class="govuk-heading-m">{words::CHECK_AND_SIGN}</h2>
        <TaskList id="sign" items=after(desk, outstanding) />
        {super::moving::left_over(desk)}
        <p class="govuk-body"><a class="govuk-link" href=desk.href(&Step::Print)>{words::PRINT_TITLE}</a></p>
        {closed_copy::link(desk)}
        {immediate(desk)}
    }
    .into_any()
}

/// The way to the immediate concerns, on every page that has room for it.
pub fn immediate(desk: Desk) -> AnyView {
    view! {
        <WarningText>{words::IMMEDIATE_ADVICE}</WarningText>
        <Button text=words::RECORD_IMMEDIATE kind=ButtonKind::Secondary href=desk.href(&Step::Concerns) />
    }
    .into_any()
}

fn signed_notice(desk: Desk) -> AnyView {
    let withdrawn = desk.with(|open| open.record.is_withdrawn());
    view! {
        <p class="govuk-body">
            {if withdrawn { words::IS_WITHDRAWN } else { words::IS_SIGNED }} " "
            <a class="govuk-link" href=desk.href(&Step::Done)>{words::SEE_SIGNED}</a>
        </p>
    }
    .into_any()
}

/// How many questions the panel has asked, and how many of them want an answer.
fn panel_questions(desk: Desk) -> Option<AnyView> {
    let asked = desk.panel_questions();
    let open = asked.iter().filter(|one| !one.is_answered()).count();
    let status = match open {
        0 => TaskStatus::plain(words::COMPLETED_STATUS),
        open => TaskStatus::tag(words::to_answer(open), TagColour::Yellow),
    };
    let task = Task::new(words::questions(asked.len()), desk.href(&Step::Questions), status);
    (!asked.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::QUESTIONS}</h2>
            <TaskList id="panel-questions" items=vec![task] />
        }
        .into_any()
    })
}

fn status(status: Status) -> TaskStatus {
    match status {
        Status::Completed => TaskStatus::plain(words::COMPLETED_STATUS),
        Status::InProgress => TaskStatus::tag(words::IN_PROGRESS, TagColour::Teal),
        Status::NotStarted => TaskStatus::tag(words::NOT_STARTED, TagColour::Blue),
        Status::Problem => TaskStatus::tag(words::PROBLEM, TagColour::Red),
        Status::NotAsked => TaskStatus::plain(words::NOT_ASKED),
        Status::Optional => TaskStatus::plain(words::OPTIONAL),
    }
}

fn before(desk: Desk, progress: &Progress) -> Vec<Task> {
    let names = words::names_listed(desk.names().len());
    vec![
        Task::new(words::INVOLVEMENT, desk.href(&Step::Involvement), status(progress.involvement)),
        Task::new(words::YOU, desk.href(&Step::Auditor), status(progress.auditor)),
        Task::new(words::NAMES_TASK, desk.href(&Step::Names), TaskStatus::plain(names)),
    ]
}

fn areas(desk: Desk, progress: &Progress) -> Vec<Task> {
    let titles: Vec<(AreaId, String)> = desk.with(|open| {
        let areas = &open.invitation.round.tool.areas;
        areas
            .iter()
            .map(|area| (area.id.clone(), [&area.number.to_string(), ". ", &area.title].concat()))
            .collect()
    });
    let of = |id: &AreaId| {
        progress
            .areas
            .iter()
            .find(|one| one.area == *id)
            .map_or(Status::NotStarted, |one| one.status)
    };
    let mut tasks: Vec<Task> = titles
        .into_iter()
        .map(|(id, title)| {
            let now = status(of(&id));
            Task::new(title, desk.href(&Step::Area(id)), now)
        })
        .collect();
    for (title, step, now) in [
        (words::TIMESCALES, Step::Timescales, progress.timescales),
        (words::CHRONOLOGY, Step::Chronology, progress.chronology),
        (words::VIEWS, Step::Views, progress.views),
    ] {
        tasks.push(Task::new(title, desk.href(&step), status(now)));
    }
    tasks.push(Task::new(words::OVERALL, desk.href(&Step::Overall), status(progress.overall)));
    tasks
}

fn after(desk: Desk, outstanding: Outstanding) -> Vec<Task> {
    let Outstanding { blocks, to_explain } = outstanding;
    let missing = match (blocks, to_explain) {
        (0, 0) => TaskStatus::plain(words::NOTHING_MISSING),
        (blocks, to_explain) => {
            TaskStatus::tag(words::still_missing(blocks, to_explain), TagColour::Yellow)
        }
    };
    let sign = if desk.is_signed() {
        let signed = TaskStatus::plain(words::SIGNED_STATE);
        Task::new(words::SIGN, desk.href(&Step::Done), signed)
    } else if blocks + to_explain == 0 {
        Task::new(
            words::SIGN,
            desk.href(&Step::Sign),
            TaskStatus::tag(words::READY, TagColour::Green),
        )
    } else {
        Task::new(words::SIGN, "", TaskStatus::cannot_start(words::CANNOT_START))
    };
    vec![
        Task::new(words::MISSING, desk.href(&Step::Missing), missing),
        Task::new(words::ANSWERS, desk.href(&Step::Answers), TaskStatus::plain("")),
        sign,
    ]
}
