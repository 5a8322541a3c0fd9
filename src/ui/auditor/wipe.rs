//! Deleting everything that this browser keeps, confirmed by typing.

use leptos::prelude::*;

use super::desk::{Desk, DraftLine};
use super::words;
use crate::store::Shelf;
use crate::ui::govuk::{
    BackLink, Button, ButtonGroup, ButtonKind, Caption, ErrorSummary, PageError, PageErrors,
    PageTitle, Size, TextInput,
};

/// The word to type.
const CONFIRMATION: &str = "delete";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let typed = StoredValue::new(String::new());
    let wiped = RwSignal::new(false);
    let rounds = RwSignal::new(0);
    let locked = RwSignal::new(0);
    for (shelf, counted) in [(Shelf::Workbooks, rounds), (Shelf::Drafts, locked)] {
        desk.count(shelf, move |number| {
            let _ = counted.try_set(number);
        });
    }
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let right = typed.with_value(|typed| typed.trim().eq_ignore_ascii_case(CONFIRMATION));
        let wrong = (!right).then(|| PageError::new("confirm", words::WIPE_WRONG));
        if errors.show(wrong.into_iter().collect()) {
            desk.wipe(move |outcome| match outcome {
                Ok(()) => drop(wiped.try_set(true)),
                Err(why) => drop(errors.show(vec![PageError::new("confirm", why)])),
            });
        }
    };
    (move || if wiped.get() { done() } else { ask(desk, errors, typed, (rounds, locked), submit) })
        .into_any()
}

fn ask(
    desk: Desk,
    errors: PageErrors,
    typed: StoredValue<String>,
    (rounds, locked): (RwSignal<u32>, RwSignal<u32>),
    submit: impl Fn(leptos::ev::SubmitEvent) + 'static,
) -> AnyView {
    let goes = move || {
        let lines = lines(desk, rounds.get(), locked.get());
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <PageTitle text=words::WIPE program=words::PROGRAM error=errors.any() />
        <BackLink href="#/drafts" text=words::DRAFTS />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{words::WIPE}</h1>
        <p class="govuk-body">{words::WIPE_EXPLAINED}</p>
        <ul class="govuk-list govuk-list--bullet" id="goes">{goes}</ul>
        <p class="govuk-body">{words::WIPE_FILES_STAY}</p>
        <form novalidate on:submit=submit>
            <TextInput id="confirm" label=Caption::new(words::WIPE_TYPE).size(Size::S) class="govuk-input--width-10"
                autocomplete="off" spellcheck=false on_input=move |text| typed.set_value(text)
                error=errors.of("confirm") />
            <ButtonGroup>
                <Button text=words::WIPE_NOW kind=ButtonKind::Warning />
                <a class="govuk-link" href="#/drafts">{words::WIPE_BACK}</a>
            </ButtonGroup>
        </form>
    }
    .into_any()
}

/// While locked nobody knows which of the returns are signed.
fn lines(desk: Desk, rounds: u32, locked: u32) -> Vec<String> {
    let all = desk.lines();
    let count = |wanted: fn(&DraftLine) -> bool| all.iter().filter(|line| wanted(line)).count();
    let hidden = desk.locking().get().hides_pages() && locked > 0;
    let mut lines: Vec<String> = hidden.then(|| words::wipe_locked(locked)).into_iter().collect();
    lines.extend(words::wipe_lines(
        count(|line| !line.deleted && !line.signed),
        count(|line| !line.deleted && line.signed),
        count(|line| line.deleted),
        desk.kept().aside.len(),
        rounds,
    ));
    lines.extend([words::WIPE_KEYS, words::WIPE_SETTINGS].map(str::to_owned));
    lines
}

fn done() -> AnyView {
    view! {
        <PageTitle text=words::WIPED program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::WIPED}</h1>
        <p class="govuk-body">{words::WIPED_EXPLAINED}</p>
    }
    .into_any()
}
