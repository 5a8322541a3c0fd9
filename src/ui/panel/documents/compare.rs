//! This round beside earlier ones: they are chosen above, and the comparison stands below (RA-01 to RA-06).

use leptos::prelude::*;
use leptos::web_sys::File;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::super::words::beside as own;
use super::blocks::element_id;
use super::{Place, View, of, part, whole, words};
use crate::browser::composed;
use crate::id::RoundId;
use crate::report::document::DocumentKind;
use crate::ui::govuk::{
    Button, Caption, Choice, Details, FileUpload, PageError, PageErrors, PasswordInput, Size,
    focus_section, once_shown,
};

const KIND: DocumentKind = DocumentKind::Comparison;
const ROUNDS: &str = "rounds";
const FILE: &str = "round-file";

/// What the page is doing.
#[derive(Clone, Copy)]
struct State {
    desk: Desk,
    typing: Typing,
    errors: PageErrors,
    said: RwSignal<&'static str>,
}

/// The page; `at` names the sentence to go to.
pub fn page(desk: Desk, at: Option<String>) -> AnyView {
    let errors = PageErrors::new();
    if let Some(sentence) = at {
        once_shown(move || {
            focus_section(&element_id(&sentence));
        });
    }
    let typing = Typing::new(desk, &of(KIND, View::Whole), ROUNDS, Vec::new(), errors);
    let state = State { desk, typing, errors, said: RwSignal::new("") };
    chosen_before(state);
    let none = move || desk.with_beside(|rounds| rounds.is_empty()).unwrap_or(true);
    let shown = move || {
        match none() {
        true => view! { <p class="govuk-body">{own::NOTHING_COMPARED}</p> }.into_any(),
        false => view! {
            <p class="govuk-body">{words::audience(KIND.audience())} " " {words::WHOLE_EXPLAINED}</p>
            {whole::document(desk, KIND)}
        }
        .into_any(),
    }
    };
    view! {
        {titled(desk, own::COMPARE.to_owned(), (&part(Place::List), words::BACK_TO_DOCUMENTS), errors)}
        {said_line(desk)}
        <p class="govuk-body">{own::COMPARE_EXPLAINED}</p>
        {chooser(state)}
        <h2 class="govuk-heading-l">{own::COMPARISON}</h2>
        {shown}
    }
    .into_any()
}

/// What was chosen before the program was left stands side by side again.
fn chosen_before(state: State) {
    let none = untrack(|| state.desk.with_beside(|rounds| rounds.is_empty()));
    let ids = chosen(state);
    if none == Some(true) && !ids.is_empty() {
        // What cannot be read any more is said once somebody asks for it.
        state.desk.compare_with(ids, |_| {});
    }
}

fn chosen(state: State) -> Vec<RoundId> {
    let values = state.typing.chosen(ROUNDS);
    values.iter().filter_map(|id| RoundId::new(id.as_str()).ok()).collect()
}

fn chooser(state: State) -> AnyView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        compare(state);
    };
    let rounds = move || {
        let all = state.desk.choosable();
        if all.is_empty() {
            return view! { <p class="govuk-body" id=ROUNDS tabindex="-1">{own::NO_OTHER_ROUND}</p> }
                .into_any();
        }
        let choices = all.into_iter().map(|one| {
            let hint = if one.from_file { own::FROM_FILE } else { "" };
            Choice::new(one.id.to_string(), one.title).hint(hint)
        });
        let legend = Caption::new(own::ROUNDS_TO_COMPARE).size(Size::M);
        state.typing.checks(ROUNDS, legend, own::ROUNDS_HINT, choices.collect())
    };
    view! {
        <form novalidate on:submit=submit class="app-no-print">
            {rounds}
            {by_file(state)}
            <Button text=own::COMPARE_THEM />
            <p class="govuk-body" role="status">{move || state.said.get()}</p>
        </form>
    }
    .into_any()
}

fn compare(state: State) {
    state.errors.show(Vec::new());
    let _ = state.said.try_set(own::READING_ROUNDS);
    state.desk.compare_with(chosen(state), move |outcome| match outcome {
        Ok(()) => drop(state.said.try_set(own::COMPARED)),
        Err(why) => {
            let _ = state.said.try_set("");
            state.errors.show(vec![PageError::new(ROUNDS, why)]);
        }
    });
}

/// A workbook's file, read for the comparison only.
fn by_file(state: State) -> AnyView {
    let passphrase = StoredValue::new(String::new());
    let on_files = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        let _ = state.said.try_set(own::READING_ROUNDS);
        let typed = composed(&passphrase.get_value());
        state.desk.read_beside(file, typed, move |outcome| read(state, outcome));
    };
    view! {
        <Details summary=own::ADD_FILE>
            <PasswordInput id="round-passphrase" label=Caption::new(panel_words::FILE_PASSPHRASE).size(Size::S)
                hint=panel_words::FILE_PASSPHRASE_HINT called="passphrase" autocomplete="off"
                on_input=move |text: String| passphrase.set_value(text) />
            <FileUpload id=FILE label=Caption::new(panel_words::WORKBOOK_FILE).size(Size::S) hint=own::ADD_FILE_HINT
                accept=".json,application/json" on_files=on_files error=state.errors.of(FILE) />
        </Details>
    }
    .into_any()
}

fn read(state: State, outcome: Result<RoundId, String>) {
    match outcome {
        Ok(_) => {
            state.errors.show(Vec::new());
            let _ = state.said.try_set(own::FILE_READ);
        }
        Err(why) => {
            let _ = state.said.try_set("");
            state.errors.show(vec![PageError::new(FILE, why)]);
        }
    }
}
