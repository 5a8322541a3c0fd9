//! Who the auditor is.

use leptos::prelude::*;

use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, yes_no, yes_no_value,
};
use super::desk::Desk;
use super::page::go_to_place;
use super::route::Step;
use super::words;
use crate::check::Place;
use crate::store::{AuditorChange, Change};
use crate::ui::govuk::{
    BackLink, ErrorSummary, PageError, PageErrors, PageTitle, Radios, TextInput,
};
use crate::ui::router::go;

/// The page on the auditor.
#[component]
pub fn AuditorPage(
    /// The desk with the draft.
    desk: Desk,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let errors = PageErrors::new();
    let tasks = desk.href(&Step::Tasks);
    let auditor = desk.with(|open| open.ret.auditor.clone());
    let name_id = Place::Auditor.key();
    let text = |change: fn(String) -> AuditorChange| {
        edits(desk, move |text| Change::Auditor(change(text)))
    };
    let yes = |change: fn(Option<bool>) -> AuditorChange| {
        edits(desk, move |chosen: String| Change::Auditor(change(Some(chosen == "yes"))))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.save_now();
        if errors.show(missing(desk)) {
            desk.remember_auditor();
            go(&desk.href(&Step::Tasks));
        }
    };
    go_to_place(place);
    view! {
        <PageTitle text=words::YOU program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::YOU}</h1>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            <TextInput id=name_id.clone() label=legend(words::YOUR_NAME) hint=words::YOUR_NAME_HINT value=auditor.name
                autocomplete="name" on_input=text(AuditorChange::Name) on_blur=saves(desk) error=errors.of(name_id) />
            <TextInput id="auditor-role" label=legend(words::YOUR_ROLE) hint=words::YOUR_ROLE_HINT value=auditor.role
                autocomplete="organization-title" on_input=text(AuditorChange::Role) on_blur=saves(desk)
                error=errors.of("auditor-role") />
            <Radios id="auditor-independent" legend=legend(words::INDEPENDENT) hint=words::INDEPENDENT_HINT
                items=yes_no(words::INDEPENDENT_YES, words::INDEPENDENT_NO)
                value=yes_no_value(auditor.independent_of_case)
                on_change=yes(AuditorChange::IndependentOfCase) error=errors.of("auditor-independent") />
            <Radios id="auditor-experienced" legend=legend(words::EXPERIENCED)
                items=yes_no(words::YES, words::NO) value=yes_no_value(auditor.experienced)
                on_change=yes(AuditorChange::Experienced) error=errors.of("auditor-experienced")
                class="govuk-radios--inline" />
            {save_and_continue(tasks)}
        </form>
    }
}

/// What this page itself lacks; the check says the same of the return as a whole.
fn missing(desk: Desk) -> Vec<PageError> {
    let auditor = desk.with(|open| open.ret.auditor.clone());
    let rows = [
        (auditor.name.trim().is_empty(), "auditor", words::ENTER_NAME),
        (auditor.role.trim().is_empty(), "auditor-role", words::ENTER_ROLE),
        (auditor.independent_of_case.is_none(), "auditor-independent", words::SELECT_INDEPENDENT),
        (auditor.experienced.is_none(), "auditor-experienced", words::SELECT_EXPERIENCED),
    ];
    let wrong = rows.into_iter().filter(|(wrong, ..)| *wrong);
    wrong.map(|(_, id, text)| PageError::new(id, text)).collect()
}
