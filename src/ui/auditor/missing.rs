//! What stops signing: each line leads to its control; each warning takes its reason here.

use leptos::prelude::*;

use super::controls::{page_caption, save_line, saves};
use super::desk::Desk;
use super::guarded::{found_under, guarded, reason_for};
use super::places::{href, step};
use super::route::Step;
use super::words;
use crate::check::{EXPLANATION_WORDS, Level, Notice, Place, explains};
use crate::ui::govuk::{BackLink, Button, Caption, PageTitle, Textarea};
use crate::ui::router::go;

/// The completeness list.
#[component]
pub fn MissingPage(
    /// The desk with the draft.
    desk: Desk,
) -> impl IntoView {
    let notices = desk.notices();
    let tasks = desk.href(&Step::Tasks);
    let of = |level| notices.iter().filter(|notice| notice.level == level).cloned().collect();
    let (blocks, warns, infos): (Vec<Notice>, Vec<Notice>, Vec<Notice>) =
        (of(Level::Block), of(Level::Warn), of(Level::Info));
    let nothing = blocks.is_empty() && warns.is_empty();
    let next = move |()| {
        desk.save_now();
        let ready = desk.is_ready();
        go(&desk.href(if ready { &Step::Answers } else { &Step::Tasks }));
    };
    view! {
        <PageTitle text=words::MISSING program=words::PROGRAM />
        <BackLink href=tasks text=words::BACK_TO_TASKS />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::MISSING}</h1>
        {save_line(desk)}
        {nothing.then(|| view! { <p class="govuk-body-l">{words::NOTHING_STOPS_YOU}</p> })}
        {group(desk, "must", words::must_do(blocks.len()), blocks)}
        {explain(desk, warns)}
        {group(desk, "info", words::WORTH_KNOWING.to_owned(), infos)}
        <Button text=words::CONTINUE on_click=next />
    }
}

fn group(desk: Desk, id: &'static str, title: String, notices: Vec<Notice>) -> Option<AnyView> {
    if notices.is_empty() {
        return None;
    }
    // Notices come in the order of the pages, so those of one page stand together.
    let section_of = |notice: &Notice| section(desk, &notice.place);
    let sections: Vec<_> = notices
        .chunk_by(|one, next| section_of(one) == section_of(next))
        .map(|notices| {
            let title = notices.first().map(section_of);
            let lines: Vec<_> = notices.iter().map(|notice| line(desk, notice)).collect();
            view! {
                <h3 class="govuk-heading-s">{title}</h3>
                <ul class="govuk-list govuk-list--spaced">{lines}</ul>
            }
        })
        .collect();
    Some(
        view! {
            <h2 class="govuk-heading-m">{title}</h2>
            <div id=id>{sections}</div>
        }
        .into_any(),
    )
}

fn line(desk: Desk, notice: &Notice) -> AnyView {
    let href = href(desk, &notice.place);
    let text = notice.message.clone();
    view! { <li><a class="govuk-link" href=href>{text}</a></li> }.into_any()
}

/// The title of the page on which a notice is put right.
fn section(desk: Desk, place: &Place) -> String {
    match step(desk, place) {
        Step::Auditor => words::YOU.to_owned(),
        Step::Involvement => words::INVOLVEMENT.to_owned(),
        Step::Area(id) | Step::Copy(id) => desk.with(|open| {
            let area = open.invitation.round.tool.area(&id);
            area.map(|area| [&area.number.to_string(), ". ", &area.title].concat())
                .unwrap_or_default()
        }),
        Step::Timescales => words::TIMESCALES.to_owned(),
        Step::Chronology => words::CHRONOLOGY.to_owned(),
        Step::Views => words::VIEWS.to_owned(),
        Step::Overall => words::OVERALL.to_owned(),
        Step::Concerns | Step::Concern(_) => words::IMMEDIATE.to_owned(),
        Step::Sign => words::SIGN.to_owned(),
        Step::Missing => words::MISSING.to_owned(),
        Step::Names => words::NAMES.to_owned(),
        Step::Questions => words::QUESTIONS.to_owned(),
        Step::Tasks
        | Step::Answers
        | Step::Done
        | Step::Print
        | Step::ClosedCopy
        | Step::Second
        | Step::ConcernOnPaper(_)
        | Step::Withdraw => String::new(),
    }
}

/// Warnings: put right, or explained in a few words that go into the return.
fn explain(desk: Desk, notices: Vec<Notice>) -> Option<AnyView> {
    if notices.is_empty() {
        return None;
    }
    let title = words::should_explain(notices.len());
    let rows: Vec<_> = notices.into_iter().map(|notice| warning(desk, notice)).collect();
    Some(
        view! {
            <h2 class="govuk-heading-m">{title}</h2>
            <p class="govuk-body">{words::explain_hint(EXPLANATION_WORDS)}</p>
            {rows}
        }
        .into_any(),
    )
}

fn warning(desk: Desk, notice: Notice) -> AnyView {
    let id = ["explain-", notice.rule.0, "-", &notice.place.key()].concat();
    let href = href(desk, &notice.place);
    let given =
        desk.with(|open| open.ret.explanations.iter().find(|one| explains(one, &notice)).cloned());
    // A reason for less than is found now, or for something else, is asked for again (I-06).
    let outgrown = given.as_ref().is_some_and(|one| !notice.extent.is_covered_by(one));
    let (reason, before) = match given.map(|one| one.reason) {
        Some(before) if outgrown => (String::new(), Some(before)),
        given => (given.unwrap_or_default(), None),
    };
    let grown = before.map(|before| {
        view! { <p class="govuk-body-s">{words::reason_outgrown(&before)}</p> }
    });
    let (rule, place, extent) = (notice.rule.0, notice.place.key(), notice.extent);
    let on_input = Callback::new(move |reason: String| {
        desk.edit(reason_for(rule, place.clone(), reason, &extent));
    });
    let label = Caption::new(notice.message);
    view! {
        <div class="app-explain">
            {grown}
            {guarded(desk, &id, view! { <Textarea id=id.clone() described_by=found_under(&id) label=label rows=2 value=reason on_input=on_input on_blur=saves(desk) /> })}
            <p class="govuk-body-s"><a class="govuk-link" href=href>{words::GO_THERE}
                <span class="govuk-visually-hidden">" ("{notice.rule.0}")"</span></a></p>
        </div>
    }
    .into_any()
}
