//! Who the auditor is.

use leptos::prelude::*;

use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, saves_and_continues, yes_no,
    yes_no_value,
};
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::page::go_to_place;
use super::route::Step;
use super::words;
use crate::audit_return::Auditor;
use crate::check::{AuditorPart, Place};
use crate::store::{AuditorChange, Change};
use crate::ui::govuk::{BackLink, ErrorSummary, PageErrors, PageTitle, Radios, TextInput};

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
    let is_nil = desk.with(|open| open.ret.is_nil());
    let id = |part| Place::Auditor(part).key();
    let (name, role) = (id(AuditorPart::Name), id(AuditorPart::Role));
    let text = |change: fn(String) -> AuditorChange| {
        edits(desk, move |text| Change::Auditor(change(text)))
    };
    let submit = saves_and_continues(desk, errors, Step::Auditor, move || {
        desk.remember_auditor();
        // Nothing is left of a nil return but to check and to sign it.
        if is_nil { Step::Answers } else { Step::Tasks }
    });
    go_to_place(place);
    view! {
        <PageTitle text=words::YOU program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::YOU}</h1>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            <TextInput id=name.clone() label=legend(words::YOUR_NAME) hint=words::YOUR_NAME_HINT value=auditor.name.clone()
                autocomplete="name" on_input=text(AuditorChange::Name) on_blur=saves(desk) error=errors.of(name) />
            {guarded(desk, &role, view! { <TextInput id=role.clone() described_by=found_under(&role) label=legend(words::YOUR_ROLE) hint=words::YOUR_ROLE_HINT value=auditor.role.clone()
                autocomplete="organization-title" on_input=text(AuditorChange::Role) on_blur=saves(desk)
                error=errors.of(role.clone()) /> })}
            {(!is_nil).then(|| fitness(desk, &auditor, errors))}
            {save_and_continue(tasks)}
        </form>
    }
}

/// Independence and experience, which nobody needs who judges nothing.
fn fitness(desk: Desk, auditor: &Auditor, errors: PageErrors) -> AnyView {
    let yes = |change: fn(Option<bool>) -> AuditorChange| {
        edits(desk, move |chosen: String| Change::Auditor(change(Some(chosen == "yes"))))
    };
    let independent = Place::Auditor(AuditorPart::Independent).key();
    let experienced = Place::Auditor(AuditorPart::Experienced).key();
    view! {
        <Radios id=independent.clone() legend=legend(words::INDEPENDENT) hint=words::INDEPENDENT_HINT
            items=yes_no(words::INDEPENDENT_YES, words::INDEPENDENT_NO)
            value=yes_no_value(auditor.independent_of_case)
            on_change=yes(AuditorChange::IndependentOfCase) error=errors.of(independent) />
        <Radios id=experienced.clone() legend=legend(words::EXPERIENCED)
            items=yes_no(words::YES, words::NO) value=yes_no_value(auditor.experienced)
            on_change=yes(AuditorChange::Experienced) error=errors.of(experienced)
            class="govuk-radios--inline" />
    }
    .into_any()
}
