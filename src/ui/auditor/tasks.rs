//! The task list of one return.

use leptos::prelude::*;

use super::answers::print_link;
use super::closed_copy;
use super::controls::{page_caption, save_line};
use super::desk::{Desk, Outstanding, Standing};
use super::route::{Step, invitation_href};
use super::words;
use crate::check::{Progress, Status};
use crate::id::AreaId;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, InsetText, PageTitle, TagColour, Task, TaskList, TaskStatus,
    WarningText, once_drawn,
};

/// The page from which every part of a return is reached.
#[component]
pub fn TasksPage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    desk.is_laid_out().then(|| tasks(desk, standing(desk)))
}

/// How far the return is. Just opened it is not known yet: whoever comes back sees the list and can go on
/// while the whole return is looked through.
fn standing(desk: Desk) -> RwSignal<Option<Standing>> {
    if desk.was_checked() {
        return RwSignal::new(desk.standing());
    }
    let standing = RwSignal::new(None);
    let find_out = move || drop(standing.try_set(desk.standing()));
    once_drawn(find_out);
    standing
}

fn tasks(desk: Desk, standing: RwSignal<Option<Standing>>) -> AnyView {
    let title = desk.with(|open| [words::TASKS_FOR, &open.ret.case_label].concat());
    let back = invitation_href(&desk.invitation_hash());
    let complete = move || {
        let (done, of) =
            standing.with(|it| it.as_ref().map(|(progress, _)| progress.areas_complete()))?;
        (of > 0).then(|| view! { <p class="govuk-body" id="areas-complete">{words::areas_complete(done, of)}</p> })
    };
    let list = move |id: &'static str, items: fn(Desk, Option<&Standing>) -> Vec<Task>| move || view! { <TaskList id=id items=standing.with(|it| items(desk, it.as_ref())) /> };
    let signed = desk.is_signed();
    let nil = desk.with(|open| open.ret.is_nil());
    let second_copy = desk.with(|open| open.record.conflict_of.is_some());
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM />
        <BackLink href=back text=words::BACK_TO_CASES />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        {second_copy.then(|| view! { <InsetText>{words::SECOND_COPY_EXPLAINED}</InsetText> })}
        {signed.then(|| signed_notice(desk))}
        {save_line(desk)}
        {complete}
        <h2 class="govuk-heading-m">{words::BEFORE_YOU_START}</h2>
        {list("before", before)}
        <h2 class="govuk-heading-m">{words::THE_CASE}</h2>
        {nil.then(|| view! { <p class="govuk-body" id="nil">{words::NIL_NO_AREAS}</p> })}
        {(!nil).then(|| list("areas", areas))}
        {panel_questions(desk)}
        <h2 class="govuk-heading-m">{words::CHECK_AND_SIGN}</h2>
        {list("sign", after)}
        {super::moving::left_over(desk)}
        {print_link(desk)}
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

/// What is said where nobody has looked yet.
fn status(status: Option<Status>) -> TaskStatus {
    let Some(status) = status else { return TaskStatus::plain(words::CHECKING) };
    match status {
        Status::Completed => TaskStatus::plain(words::COMPLETED_STATUS),
        Status::InProgress => TaskStatus::tag(words::IN_PROGRESS, TagColour::Teal),
        Status::NotStarted => TaskStatus::tag(words::NOT_STARTED, TagColour::Blue),
        Status::Problem => TaskStatus::tag(words::PROBLEM, TagColour::Red),
        Status::NotAsked => TaskStatus::plain(words::NOT_ASKED),
        Status::Optional => TaskStatus::plain(words::OPTIONAL),
    }
}

fn before(desk: Desk, standing: Option<&Standing>) -> Vec<Task> {
    let of = |of: fn(&Progress) -> Status| status(standing.map(|(progress, _)| of(progress)));
    let names = words::names_listed(desk.names().len());
    vec![
        Task::new(words::INVOLVEMENT, desk.href(&Step::Involvement), of(|all| all.involvement)),
        Task::new(words::YOU, desk.href(&Step::Auditor), of(|all| all.auditor)),
        Task::new(words::NAMES_TASK, desk.href(&Step::Names), TaskStatus::plain(names)),
    ]
}

fn areas(desk: Desk, standing: Option<&Standing>) -> Vec<Task> {
    let progress = standing.map(|(progress, _)| progress);
    let titles: Vec<(AreaId, String)> = desk.with(|open| {
        let areas = &open.invitation.round.tool.areas;
        areas
            .iter()
            .map(|area| (area.id.clone(), [&area.number.to_string(), ". ", &area.title].concat()))
            .collect()
    });
    let of = |id: &AreaId| {
        let areas = &progress?.areas;
        let area = areas.iter().find(|one| one.area == *id);
        Some(area.map_or(Status::NotStarted, |one| one.status))
    };
    let mut tasks: Vec<Task> = titles
        .into_iter()
        .map(|(id, title)| {
            let now = status(of(&id));
            Task::new(title, desk.href(&Step::Area(id)), now)
        })
        .collect();
    for (title, step, now) in [
        (words::TIMESCALES, Step::Timescales, progress.map(|all| all.timescales)),
        (words::CHRONOLOGY, Step::Chronology, progress.map(|all| all.chronology)),
        (words::VIEWS, Step::Views, progress.map(|all| all.views)),
    ] {
        tasks.push(Task::new(title, desk.href(&step), status(now)));
    }
    let overall = status(progress.map(|all| all.overall));
    tasks.push(Task::new(words::OVERALL, desk.href(&Step::Overall), overall));
    tasks
}

fn after(desk: Desk, standing: Option<&Standing>) -> Vec<Task> {
    let outstanding = standing.map(|(_, outstanding)| *outstanding);
    let missing = match outstanding {
        None => status(None),
        Some(Outstanding { blocks: 0, to_explain: 0 }) => TaskStatus::plain(words::NOTHING_MISSING),
        Some(Outstanding { blocks, to_explain }) => {
            TaskStatus::tag(words::still_missing(blocks, to_explain), TagColour::Yellow)
        }
    };
    let sign = if desk.is_signed() {
        let signed = TaskStatus::plain(words::SIGNED_STATE);
        Task::new(words::SIGN, desk.href(&Step::Done), signed)
    } else if outstanding.is_some_and(Outstanding::is_nothing) {
        Task::new(
            words::SIGN,
            desk.href(&Step::Sign),
            TaskStatus::tag(words::READY, TagColour::Green),
        )
    } else {
        let why = if standing.is_some() { words::CANNOT_START } else { words::CHECKING };
        Task::new(words::SIGN, "", TaskStatus::cannot_start(why))
    };
    vec![
        Task::new(words::MISSING, desk.href(&Step::Missing), missing),
        Task::new(words::ANSWERS, desk.href(&Step::Answers), TaskStatus::plain("")),
        sign,
    ]
}
