//! How far the agency was involved; a nil return in under a minute.

use leptos::prelude::*;

use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, saves_and_continues,
};
use super::dates::{DateQuestion, date_question};
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::page::go_to_place;
use super::questions::beside;
use super::route::Step;
use super::words;
use crate::audit_return::{About, InvolvementLevel, NilSearch};
use crate::browser::{local, now};
use crate::check::{InvolvementPart, Place};
use crate::store::{Change, InvolvementChange};
use crate::timescale::TypedDate;
use crate::ui::anew::built_anew;
use crate::ui::dates::dated;
use crate::ui::govuk::{
    BackLink, Choice, ErrorSummary, InsetText, LinkButton, PageErrors, PageTitle, Radios,
    TextInput, Textarea,
};

/// The page on the agency's involvement.
#[component]
pub fn InvolvementPage(
    /// The desk with the draft.
    desk: Desk,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let errors = PageErrors::new();
    let tasks = desk.href(&Step::Tasks);
    let involvement = desk.with(|open| open.ret.involvement.clone());
    let window = desk.with(|open| {
        let window = open.invitation.round.window;
        words::window_hint(window.look_back_months, window.judgement_months)
    });
    let level = RwSignal::new(involvement.level);
    let id = Place::Involvement(InvolvementPart::Level).key();
    let items =
        InvolvementLevel::ALL.map(|level| Choice::new(level.as_str(), level.label())).into();
    let on_level = Callback::new(move |chosen: String| {
        let chosen = InvolvementLevel::ALL.into_iter().find(|level| level.as_str() == chosen);
        desk.edit(Change::Involvement(InvolvementChange::Level(chosen)));
        level.set(chosen);
    });
    let submit = saves_and_continues(desk, errors, Step::Involvement, move || next(desk));
    go_to_place(place);
    view! {
        <PageTitle text=words::INVOLVEMENT program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::INVOLVEMENT}</h1>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            <Radios id=id.clone() legend=legend(words::INVOLVEMENT_QUESTION)
                hint=window items=items
                value=involvement.level.map(InvolvementLevel::as_str).unwrap_or_default()
                on_change=on_level error=errors.of(id) />
            {move || follow_up(desk, level.get(), errors)}
            {beside(desk, &About::Involvement, errors)}
            {save_and_continue(tasks)}
        </form>
    }
}

/// What the level chosen leads to.
fn follow_up(desk: Desk, level: Option<InvolvementLevel>, errors: PageErrors) -> AnyView {
    match level {
        Some(InvolvementLevel::KnownNotInvolved | InvolvementLevel::NotKnown) => {
            nil_questions(desk, errors)
        }
        Some(InvolvementLevel::InvolvedWithParent) => {
            view! { <InsetText>{words::PARENT_ONLY}</InsetText> }.into_any()
        }
        Some(InvolvementLevel::Involved) | None => ().into_any(),
    }
}

/// Nothing is graded in a nil return: on to the auditor where that page lacks something, else to the check.
fn next(desk: Desk) -> Step {
    if !desk.with(|open| open.ret.is_nil()) {
        return Step::Tasks;
    }
    match desk.errors_on(&Step::Auditor).is_empty() {
        true => Step::Answers,
        false => Step::Auditor,
    }
}

fn nil_questions(desk: Desk, errors: PageErrors) -> AnyView {
    // Counts the answers filled in by a button: the boxes are then made anew.
    let filled = RwSignal::new(0_u32);
    let systems = desk.systems_searched_before();
    let on_today = move |()| {
        let today = Some(local(now()).date());
        desk.edit(Change::Involvement(InvolvementChange::SearchedOn(today)));
        desk.type_date(&Place::Involvement(InvolvementPart::Searched).key(), dated(today));
        filled.update(|times| *times += 1);
    };
    let same = systems.map(|systems| {
        let text = [words::SAME_SYSTEMS, &systems].concat();
        let on_same = move |()| {
            desk.edit(Change::Involvement(InvolvementChange::Systems(systems.clone())));
            filled.update(|times| *times += 1);
        };
        view! { <p class="govuk-body"><LinkButton text=text on_click=on_same /></p> }
    });
    view! {
        <p class="govuk-body">{words::NIL_EXPLAINED}</p>
        {move || filled.with(|_| built_anew(searched(desk, errors)))}
        <p class="govuk-body"><LinkButton text=words::TODAY on_click=on_today /></p>
        {move || filled.with(|_| built_anew(systems_searched(desk, errors)))}
        {same}
        {statement(desk, errors)}
    }
    .into_any()
}

fn nil(desk: Desk) -> NilSearch {
    desk.with(|open| open.ret.involvement.nil.clone()).unwrap_or_default()
}

fn text(desk: Desk, change: fn(String) -> InvolvementChange) -> Callback<String> {
    edits(desk, move |text| Change::Involvement(change(text)))
}

fn searched(desk: Desk, errors: PageErrors) -> AnyView {
    let id = Place::Involvement(InvolvementPart::Searched).key();
    let on_typed = edits(desk, |typed: TypedDate| {
        Change::Involvement(InvolvementChange::SearchedOn(typed.exact()))
    });
    let date = DateQuestion {
        id: id.clone(),
        key: id.clone(),
        legend: legend(words::SEARCHED_ON),
        hint: words::DATE_HINT,
        seed: dated(nil(desk).searched_on),
        error: errors.of(id),
        on_typed,
    };
    date_question(desk, date)
}

fn systems_searched(desk: Desk, errors: PageErrors) -> AnyView {
    let id = Place::Involvement(InvolvementPart::Systems).key();
    view! {
        {guarded(desk, &id, view! { <TextInput id=id.clone() described_by=found_under(&id) label=legend(words::SYSTEMS) hint=words::SYSTEMS_HINT value=nil(desk).systems
            on_input=text(desk, InvolvementChange::Systems) on_blur=saves(desk) error=errors.of(id.clone()) /> })}
    }
    .into_any()
}

fn statement(desk: Desk, errors: PageErrors) -> AnyView {
    let id = Place::Involvement(InvolvementPart::Statement).key();
    view! {
        {guarded(desk, &id, view! { <Textarea id=id.clone() described_by=found_under(&id) label=legend(words::NIL_STATEMENT) hint=words::NIL_STATEMENT_HINT rows=3
            value=nil(desk).statement on_input=text(desk, InvolvementChange::Statement) on_blur=saves(desk)
            error=errors.of(id.clone()) /> })}
    }
    .into_any()
}
