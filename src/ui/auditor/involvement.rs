//! How far the agency was involved; a nil return in under a minute.

use leptos::prelude::*;

use super::controls::{edits, legend, page_caption, save_and_continue, save_line, saves};
use super::desk::Desk;
use super::page::go_to_place;
use super::route::Step;
use super::words;
use crate::audit_return::{InvolvementLevel, NilSearch};
use crate::check::{InvolvementPart, Place};
use crate::store::{Change, InvolvementChange};
use crate::ui::dates::{date_of, text_of};
use crate::ui::govuk::{
    BackLink, Choice, DateInput, DateText, ErrorSummary, PageErrors, PageTitle, Radios, TextInput,
    Textarea,
};
use crate::ui::router::go;

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
    let window = desk.with(|open| open.invitation.round.window);
    let nil = RwSignal::new(involvement.level.is_some_and(InvolvementLevel::is_nil));
    let id = Place::Involvement(InvolvementPart::Level).key();
    let items =
        InvolvementLevel::ALL.map(|level| Choice::new(level.as_str(), level.label())).into();
    let on_level = Callback::new(move |chosen: String| {
        let level = InvolvementLevel::ALL.into_iter().find(|level| level.as_str() == chosen);
        nil.set(level.is_some_and(InvolvementLevel::is_nil));
        desk.edit(Change::Involvement(InvolvementChange::Level(level)));
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.save_now();
        if errors.show(desk.errors_on(&Step::Involvement)) {
            go(&desk.href(&Step::Tasks));
        }
    };
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
                hint=words::window_hint(window.look_back_months, window.judgement_months) items=items
                value=involvement.level.map(InvolvementLevel::as_str).unwrap_or_default()
                on_change=on_level error=errors.of(id) />
            {move || nil.get().then(|| nil_questions(desk, errors))}
            {save_and_continue(tasks)}
        </form>
    }
}

fn nil_questions(desk: Desk, errors: PageErrors) -> AnyView {
    let nil: NilSearch = desk.with(|open| open.ret.involvement.nil.clone()).unwrap_or_default();
    let text = |change: fn(String) -> InvolvementChange| {
        edits(desk, move |text| Change::Involvement(change(text)))
    };
    let on_date = edits(desk, |typed: DateText| {
        Change::Involvement(InvolvementChange::SearchedOn(date_of(&typed)))
    });
    let id = |part| Place::Involvement(part).key();
    let searched = id(InvolvementPart::Searched);
    let systems = id(InvolvementPart::Systems);
    let statement = id(InvolvementPart::Statement);
    view! {
        <DateInput id=searched.clone() legend=legend(words::SEARCHED_ON) hint=words::DATE_HINT
            value=text_of(nil.searched_on) on_input=on_date error=errors.of(searched) />
        <TextInput id=systems.clone() label=legend(words::SYSTEMS) hint=words::SYSTEMS_HINT value=nil.systems
            on_input=text(InvolvementChange::Systems) on_blur=saves(desk) error=errors.of(systems) />
        <Textarea id=statement.clone() label=legend(words::NIL_STATEMENT) hint=words::NIL_STATEMENT_HINT rows=3
            value=nil.statement on_input=text(InvolvementChange::Statement) on_blur=saves(desk)
            error=errors.of(statement) />
    }
    .into_any()
}
