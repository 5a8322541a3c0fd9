//! Instead of a return while another one has words that could not be saved.

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Step;
use super::words;
use crate::id::ReturnId;
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, ButtonKind, PageTitle, SaveState, SaveStatus,
};

/// The other return stays open until its words are saved, and this one opens then; or until its person
/// gives them up.
pub fn page(desk: Desk, id: ReturnId, other: &ReturnId) -> AnyView {
    open_once_saved(desk, id.clone());
    let title = desk.with(|open| open.record.title());
    view! {
        <PageTitle text=words::OTHER_UNSAVED program=words::PROGRAM />
        <BackLink href="#/drafts" text=words::DRAFTS />
        <h1 class="govuk-heading-l">{words::OTHER_UNSAVED}</h1>
        <SaveStatus state=desk.save_state() />
        <p class="govuk-body">{words::not_saved_of(&title)} " " {words::OPENS_ONCE_SAVED}</p>
        <ButtonGroup>
            <Button text=words::SAVE_UNSAVED_COPY on_click=move |()| desk.save_file_copy() />
            <Button text=words::TRY_AGAIN kind=ButtonKind::Secondary
                on_click=move |()| desk.save_now() />
        </ButtonGroup>
        <p class="govuk-body" role="status">{desk.copied_line()}</p>
        <p class="govuk-body">
            <a class="govuk-link" href=Step::Tasks.href(other)>{words::BACK_TO_UNSAVED}</a>
        </p>
        <Button text=words::GIVE_UP_UNSAVED kind=ButtonKind::Warning
            on_click=move |()| desk.open_and_give_up(id.clone()) />
    }
    .into_any()
}

fn open_once_saved(desk: Desk, id: ReturnId) {
    let saving = desk.save_state();
    Effect::new(move || {
        if !matches!(saving.get(), SaveState::Failed { .. }) {
            desk.ensure_open(id.clone());
        }
    });
}
