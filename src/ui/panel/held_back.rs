//! Instead of a round while another one keeps it from being opened.

use leptos::prelude::*;

use super::desk::{Desk, ImportState};
use super::rounds::loading;
use super::route::Part;
use super::{banners, words};
use crate::id::RoundId;
use crate::ui::govuk::{BackLink, Button, ButtonKind, PageTitle, SaveState, SaveStatus};

/// The round that lies on the desk is being kept, cannot be, or an import into it runs.
pub fn page(desk: Desk, id: RoundId, other: RoundId) -> AnyView {
    let (saving, importing) = (desk.save_state(), desk.import_state());
    let why = Memo::new(move |before| match (saving.get(), importing.get()) {
        (SaveState::Failed { .. }, _) => Some(Why::NotSaved),
        // It is tried again and again: the page is not drawn anew each time.
        (SaveState::Saving, _) if before == Some(&Some(Why::NotSaved)) => Some(Why::NotSaved),
        (_, ImportState::Running(..)) => Some(Why::Imports),
        _ => None,
    });
    let shown = move || match why.get() {
        Some(Why::NotSaved) => untrack(|| not_saved(desk, id.clone(), &other)),
        Some(Why::Imports) => untrack(|| imports(desk, &other)),
        None => loading(),
    };
    shown.into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    NotSaved,
    Imports,
}

/// What could not be kept of the other round would be lost, were this one opened.
fn not_saved(desk: Desk, id: RoundId, other: &RoundId) -> AnyView {
    view! {
        {heading(words::OTHER_UNKEPT)}
        <SaveStatus state=desk.save_state() />
        <p class="govuk-body">{words::not_kept_of(&title(desk))} " " {words::OPENS_ONCE_KEPT}</p>
        <p class="govuk-body">{banners::rescue(desk)}</p>
        {way(&Part::Overview, other, words::BACK_TO_UNKEPT)}
        <Button text=words::GIVE_UP_UNKEPT kind=ButtonKind::Warning
            on_click=move |()| desk.open_and_give_up(id.clone()) />
    }
    .into_any()
}

/// The files of the other round that are not through would not be read.
fn imports(desk: Desk, other: &RoundId) -> AnyView {
    view! {
        {heading(words::OTHER_IMPORTS)}
        <p class="govuk-body" role="status">{words::imports_of(&title(desk))}</p>
        {way(&Part::Import, other, words::BACK_TO_OTHER_IMPORT)}
    }
    .into_any()
}

fn heading(text: &'static str) -> AnyView {
    view! {
        <PageTitle text=text program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{text}</h1>
    }
    .into_any()
}

fn way(part: &Part, other: &RoundId, text: &'static str) -> AnyView {
    view! { <p class="govuk-body"><a class="govuk-link" href=part.href(other)>{text}</a></p> }
        .into_any()
}

fn title(desk: Desk) -> String {
    desk.with(|workbook| workbook.plan().round.title.clone())
}
