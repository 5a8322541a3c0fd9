//! What happens to an action next: its owner reports, the board's group decides.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::steps_read::{at_box, reported, step};
use super::{Place, bodies, part, small, words};
use crate::panel::actions::{ActionError, ActionView, Progress, ReportField};
use crate::panel::{Stamp, Workbook};
use crate::ui::dates::text_of;
use crate::ui::govuk::{Button, Caption, Choice, PageError, PageErrors, SelectItem, Size};

/// The owner reports something.
pub const REPORT: &str = "report";
/// More time, with the reason (AP-05).
pub const EXTEND: &str = "extend";
/// A milestone is reached.
pub const MILESTONE: &str = "milestone";
/// The board's group looked at it.
pub const REVIEW: &str = "review";
/// Closed, by somebody other than the owner (AP-06).
pub const CLOSE: &str = "close";
/// Open again.
pub const REOPEN: &str = "reopen";
/// Taken to somebody who can move it.
pub const ESCALATE: &str = "escalate";
/// Not any more.
pub const SETTLED: &str = "settled";
/// Another takes its place, or it is not to be done.
pub const SUPERSEDE: &str = "supersede";

/// The form, for an action as it stands.
pub fn form(desk: Desk, line: ActionView, errors: PageErrors) -> AnyView {
    let id = line.action.id.clone();
    let here = part(Place::One(id.clone()));
    let typing = Typing::new(desk, &here, "step", boxes(&line), errors);
    let chosen = RwSignal::new(typing.raw("step"));
    let beat = RwSignal::new(0);
    let items = choices(&line);
    let shown = {
        let line = line.clone();
        move || fields(desk, typing, &line, &chosen.get(), beat)
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if record(desk, typing, &line).is_some() {
            desk.say(panel_words::STEP_RECORDED.to_owned());
        }
    };
    let heard = move |_| beat.update(|beat| *beat += 1);
    view! {
        <form novalidate on:submit=submit on:change=heard>
            {typing.radios("step", Caption::new(words::STEP).size(Size::M), "", items, Some(chosen))}
            {shown}
            <Button text=panel_words::RECORD_STEP />
        </form>
    }
    .into_any()
}

/// What may happen to an action that stands so.
fn choices(line: &ActionView) -> Vec<Choice> {
    if !line.is_open() {
        return vec![Choice::new(REOPEN, words::STEP_REOPEN)];
    }
    let reach = line.action.milestones.iter().any(|one| !line.reached.contains_key(&one.id));
    let (move_it, say) = if line.escalated.is_some() {
        (SETTLED, words::STEP_SETTLED)
    } else {
        (ESCALATE, words::STEP_ESCALATE)
    };
    let mut items = vec![Choice::new(REPORT, words::STEP_REPORT)];
    items.extend(reach.then(|| Choice::new(MILESTONE, words::STEP_MILESTONE)));
    items.extend([
        Choice::new(REVIEW, words::STEP_REVIEW),
        Choice::new(EXTEND, words::STEP_EXTEND),
        Choice::new(move_it, say),
        Choice::new(CLOSE, words::STEP_CLOSE).hint(words::STEP_CLOSE_HINT),
        Choice::new(SUPERSEDE, words::STEP_SUPERSEDE),
    ]);
    items
}

/// What was reported stands in the boxes, to be gone on with.
fn boxes(line: &ActionView) -> Vec<(String, String)> {
    let text = |field: ReportField| line.report(field).text();
    let progress = Progress::ALL.iter().position(|one| *one == line.progress()).unwrap_or_default();
    let mut boxes: Vec<(String, String)> = [
        ("progress", progress.to_string()),
        ("note", text(ReportField::Note)),
        ("evidence", text(ReportField::Evidence)),
        ("impact", text(ReportField::Impact)),
        ("asked-reason", text(ReportField::DateReason)),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into();
    for (name, field) in
        [("completed", ReportField::CompletedOn), ("asked", ReportField::DateAsked)]
    {
        boxes.extend(date_boxes(name, text(field).parse().ok()));
    }
    boxes.extend(date_boxes("on", Some(super::today())));
    boxes
}

/// A date as it stands in its three boxes.
pub fn date_boxes(name: &str, date: Option<chrono::NaiveDate>) -> Vec<(String, String)> {
    let date = text_of(date);
    [("day", date.day), ("month", date.month), ("year", date.year)]
        .map(|(part, text)| ([name, "-", part].concat(), text))
        .into()
}

fn fields(
    desk: Desk,
    typing: Typing,
    line: &ActionView,
    step: &str,
    beat: RwSignal<u32>,
) -> AnyView {
    let why = |label: &'static str| typing.area("why", small(label), "", 2);
    let on = || typing.date("on", small(words::ON), words::DATE_HINT);
    match step {
        REPORT => report(typing),
        EXTEND => view! {
            {typing.date("later", small(words::LATER), words::LATER_HINT)}
            {why(words::WHY_MORE_TIME)}
        }
        .into_any(),
        MILESTONE => {
            let open = line.action.milestones.iter();
            let open = open.filter(|one| !line.reached.contains_key(&one.id));
            let items = open.map(|one| Choice::new(one.id.as_str(), one.text.clone())).collect();
            view! { {typing.radios("which", small(words::WHICH_MILESTONE), "", items, None)}{on()} }
                .into_any()
        }
        REVIEW => on(),
        CLOSE => {
            let by = bodies::fields(desk, typing, "by", small(words::WHO_SAW), beat);
            view! { {by}{on()} }.into_any()
        }
        REOPEN => why(words::WHY),
        ESCALATE => view! {
            {typing.line("to", small(words::ESCALATE_TO), words::ESCALATE_HINT)}
            {why(words::WHY)}
        }
        .into_any(),
        SETTLED => why(words::WHAT_CAME),
        SUPERSEDE => {
            view! { {typing.select("in-place", small(words::IN_PLACE), others(desk, line))}{why(words::WHY)} }
                .into_any()
        }
        _ => ().into_any(),
    }
}

fn report(typing: Typing) -> AnyView {
    let items = Progress::ALL.iter().enumerate();
    let items = items.map(|(at, one)| Choice::new(at.to_string(), one.label())).collect();
    let label = |field: ReportField| small(field.label());
    view! {
        {typing.radios("progress", label(ReportField::Progress), "", items, None)}
        {typing.date("completed", label(ReportField::CompletedOn), words::DATE_HINT)}
        {typing.area("note", label(ReportField::Note), "", 3)}
        {typing.area("evidence", label(ReportField::Evidence), words::EVIDENCE_HINT, 3)}
        {typing.area("impact", label(ReportField::Impact), words::IMPACT_HINT, 3)}
        {typing.date("asked", label(ReportField::DateAsked), words::ASKED_HINT)}
        {typing.area("asked-reason", label(ReportField::DateReason), "", 2)}
    }
    .into_any()
}

fn others(desk: Desk, line: &ActionView) -> Vec<SelectItem> {
    let none = SelectItem::new("", words::NONE_IN_PLACE);
    let others = desk.with(|workbook| {
        let all = (1..).zip(workbook.actions());
        let all = all.filter(|(_, one): &(usize, _)| one.id != line.action.id);
        all.map(|(number, one)| {
            SelectItem::new(one.id.as_str(), [&number.to_string(), ". ", &one.text].concat())
        })
        .collect::<Vec<_>>()
    });
    std::iter::once(none).chain(others).collect()
}

fn record(desk: Desk, typing: Typing, line: &ActionView) -> Option<()> {
    let id = line.action.id.clone();
    let wrong = |wrong: Vec<PageError>| {
        typing.errors.show(wrong);
    };
    match typing.raw("step").as_str() {
        "" => {
            wrong(vec![PageError::new("step", words::SELECT_STEP)]);
            None
        }
        REPORT => match reported(typing) {
            Ok(reports) => typing.record(
                move |workbook: &mut Workbook, stamp: &Stamp| {
                    workbook.record_reports(&id, reports, stamp)
                },
                |error: &ActionError| at_box(REPORT, error),
            ),
            Err(faults) => {
                wrong(faults);
                None
            }
        },
        chosen => match step(desk, typing, chosen) {
            Ok(step) => {
                let chosen = chosen.to_owned();
                typing.record(
                    move |workbook, stamp| workbook.record_action_step(&id, step, stamp),
                    |error| at_box(&chosen, error),
                )
            }
            Err(faults) => {
                wrong(faults);
                None
            }
        },
    }
}
