//! This round beside earlier ones: they are chosen above, and the comparison stands below (RA-01 to RA-06).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::super::words::{baseline, beside as own};
use super::blocks::element_id;
use super::round_file::{Reading, by_file};
use super::{Place, View, of, part, whole, words};
use crate::id::RoundId;
use crate::report::document::DocumentKind;
use crate::ui::govuk::{
    Button, Caption, Choice, PageError, PageErrors, Size, focus_section, once_shown,
};

const KIND: DocumentKind = DocumentKind::Comparison;
const ROUNDS: &str = "rounds";

/// What the page is doing.
#[derive(Clone, Copy)]
struct State {
    desk: Desk,
    typing: Typing,
    errors: PageErrors,
    reading: Reading,
}

/// The page; `at` names the sentence to go to.
pub fn page(desk: Desk, at: Option<String>) -> AnyView {
    let errors = PageErrors::new();
    if let Some(sentence) = at {
        once_shown(move || {
            focus_section(&element_id(&sentence));
        });
    }
    let recorded = baseline_of(desk).map(|(id, _)| (ROUNDS.to_owned(), id.to_string()));
    let typing = Typing::new(desk, &of(KIND, View::Whole), ROUNDS, recorded, errors);
    let state = State { desk, typing, errors, reading: Reading::new(desk, errors) };
    chosen_before(state);
    let none = move || desk.with_beside(|rounds| rounds.is_empty()).unwrap_or(true);
    let shown = move || {
        match none() {
        true => view! { <p class="govuk-body">{own::NOTHING_COMPARED}</p> }.into_any(),
        false => view! {
            <p class="govuk-body">{words::audience(KIND.audience())} " " {words::WHOLE_EXPLAINED} " " {own::EARLIER_NUMBERS}</p>
            {whole::document(desk, KIND)}
        }
        .into_any(),
    }
    };
    view! {
        {titled(desk, own::COMPARE.to_owned(), (&part(Place::List), words::BACK_TO_DOCUMENTS), errors)}
        {said_line(desk)}
        <p class="govuk-body">{own::COMPARE_EXPLAINED}</p>
        {move || baseline_line(desk)}
        {chooser(state)}
        <h2 class="govuk-heading-l">{own::COMPARISON}</h2>
        {shown}
    }
    .into_any()
}

/// RA-01: the baseline of the open round, and what it is called.
fn baseline_of(desk: Desk) -> Option<(RoundId, String)> {
    desk.with(|workbook| {
        let baseline = workbook.baseline()?;
        Some((baseline.round.clone()?, baseline.title.clone()))
    })
}

/// Which round is the baseline, with the way to where it is named.
fn baseline_line(desk: Desk) -> AnyView {
    let href = desk.href(&part(Place::Baseline));
    let Some((id, title)) = baseline_of(desk) else {
        return view! {
            <p class="govuk-body"><a class="govuk-link" href=href>{baseline::NAME_ONE}</a></p>
        }
        .into_any();
    };
    let is_here = desk.choosable().iter().any(|one| one.id == id);
    let missing = (!is_here).then_some([" ", baseline::READ_ITS_FILE].concat());
    view! {
        <p class="govuk-body">
            {baseline::BEGINS_WITH} " " {title} "." {missing} " "
            <a class="govuk-link" href=href>{baseline::CHANGE}</a>
        </p>
    }
    .into_any()
}

/// RA-01: the page begins with this round, whatever was chosen on it before.
pub fn begin_with(desk: Desk, id: RoundId) {
    let page = [&desk.href(&of(KIND, View::Whole)), " ", ROUNDS].concat();
    desk.forget_unfinished(&page);
    // What cannot be read is said on that page, where it can be read from its file.
    desk.compare_with(vec![id], |_| {});
}

/// What was chosen before the program was left stands side by side again, or else the baseline.
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

/// Rounds to choose from, as they are offered.
pub fn choices(desk: Desk) -> Vec<Choice> {
    let choice = |one: crate::ui::panel::desk::Choosable| {
        let hint = if one.from_file { own::FROM_FILE } else { "" };
        Choice::new(one.id.to_string(), one.title).hint(hint)
    };
    desk.choosable().into_iter().map(choice).collect()
}

fn chooser(state: State) -> AnyView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        compare(state);
    };
    let rounds = move || {
        let choices = choices(state.desk);
        if choices.is_empty() {
            return view! { <p class="govuk-body" id=ROUNDS tabindex="-1">{own::NO_OTHER_ROUND}</p> }
                .into_any();
        }
        let legend = Caption::new(own::ROUNDS_TO_COMPARE).size(Size::M);
        state.typing.checks(ROUNDS, legend, own::ROUNDS_HINT, choices)
    };
    view! {
        <form novalidate on:submit=submit class="app-no-print">
            {rounds}
            {by_file(state.reading, move |id| was_read(state, &id))}
            <Button text=own::COMPARE_THEM />
            <p class="govuk-body" role="status">{move || state.reading.said.get()}</p>
        </form>
    }
    .into_any()
}

fn compare(state: State) {
    state.errors.show(Vec::new());
    let _ = state.reading.said.try_set(own::READING_ROUNDS);
    let here = untrack(|| state.desk.choosable());
    let mut wanted = chosen(state);
    // A baseline that is not here may be ticked without being on the list.
    wanted.retain(|id| here.iter().any(|one| one.id == *id));
    state.desk.compare_with(wanted, move |outcome| match outcome {
        Ok(()) => drop(state.reading.said.try_set(own::COMPARED)),
        Err(why) => {
            let _ = state.reading.said.try_set("");
            state.errors.show(vec![PageError::new(ROUNDS, why)]);
        }
    });
}

/// The baseline was waited for, unless somebody has taken it off since; any other round is chosen by a person.
fn was_read(state: State, id: &RoundId) {
    let baseline = untrack(|| baseline_of(state.desk));
    if baseline.is_some_and(|(baseline, _)| baseline == *id) && chosen(state).contains(id) {
        compare(state);
    }
}
