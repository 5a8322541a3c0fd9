//! How far the agency was involved; a nil return in under a minute.

use leptos::prelude::*;

use super::controls::{edits, legend, page_caption, save_and_continue, save_line, saves};
use super::desk::Desk;
use super::page::go_to_place;
use super::route::Step;
use super::words;
use crate::audit_return::{InvolvementLevel, NilSearch};
use crate::check::Place;
use crate::store::{Change, InvolvementChange};
use crate::ui::dates::{date_of, text_of};
use crate::ui::govuk::{
    BackLink, Choice, DateInput, DateText, ErrorSummary, PageError, PageErrors, PageTitle, Radios,
    TextInput, Textarea,
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
    let id = Place::Involvement.key();
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
        if errors.show(wrong(desk)) {
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

/// What is wrong, each at its own control: the rule speaks of the search in the page's order.
fn wrong(desk: Desk) -> Vec<PageError> {
    let search = desk.with(|open| {
        let search = open.ret.involvement.nil.clone().unwrap_or_default();
        open.ret.is_nil().then_some(search)
    });
    let lacking = search.map(|search| {
        [
            (search.searched_on.is_none(), "nil-searched", "nil-searched-day"),
            (search.systems.trim().is_empty(), "nil-systems", "nil-systems"),
            (search.statement.trim().is_empty(), "nil-statement", "nil-statement"),
        ]
    });
    let mut lacking = lacking.into_iter().flatten().filter(|(lacks, ..)| *lacks);
    let place = |error: PageError| match lacking.next() {
        Some((_, question, target)) => PageError::new(question, error.text).at(target),
        None => error,
    };
    desk.errors_at(&[Place::Involvement]).into_iter().map(place).collect()
}

fn nil_questions(desk: Desk, errors: PageErrors) -> AnyView {
    let nil: NilSearch = desk.with(|open| open.ret.involvement.nil.clone()).unwrap_or_default();
    let text = |change: fn(String) -> InvolvementChange| {
        edits(desk, move |text| Change::Involvement(change(text)))
    };
    let on_date = edits(desk, |typed: DateText| {
        Change::Involvement(InvolvementChange::SearchedOn(date_of(&typed)))
    });
    view! {
        <DateInput id="nil-searched" legend=legend(words::SEARCHED_ON) hint=words::DATE_HINT
            value=text_of(nil.searched_on) on_input=on_date error=errors.of("nil-searched") />
        <TextInput id="nil-systems" label=legend(words::SYSTEMS) hint=words::SYSTEMS_HINT value=nil.systems
            on_input=text(InvolvementChange::Systems) on_blur=saves(desk) error=errors.of("nil-systems") />
        <Textarea id="nil-statement" label=legend(words::NIL_STATEMENT) hint=words::NIL_STATEMENT_HINT rows=3
            value=nil.statement on_input=text(InvolvementChange::Statement) on_blur=saves(desk)
            error=errors.of("nil-statement") />
    }
    .into_any()
}
