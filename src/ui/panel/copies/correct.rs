//! A fact that a practitioner disputes, corrected beside the return (CP-02, edge case 47).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::titled;
use super::super::route::ReturnAt;
use super::super::typing::Typing;
use super::{Place, part, whose, words};
use crate::browser::random;
use crate::envelope::Hash;
use crate::panel::ReturnKey;
use crate::panel::copies::{Amendment, CopyError, Statement, statements};
use crate::ui::govuk::{Button, Caption, InsetText, PageError, PageErrors, SelectItem, Size};
use crate::ui::router::go;

const WHICH: &str = "which";
const AFTER: &str = "after";
const BECAUSE: &str = "because";
/// Characters of a text by which it is told from others of its box.
const BEGINNING: usize = 60;

/// The page.
pub fn page(desk: Desk, at: ReturnAt, key: ReturnKey) -> AnyView {
    let errors = PageErrors::new();
    let title = desk.with(|workbook| whose(workbook, &key));
    let back = part(Place::One(at.clone()));
    let here = part(Place::Correct(at));
    let all = desk.with(|workbook| statements(workbook, &key));
    let form = if all.is_empty() {
        view! { <InsetText>{words::NO_TEXTS}</InsetText> }.into_any()
    } else {
        let typing = Typing::new(desk, &here, "correct", Vec::new(), errors);
        form(desk, typing, key, all, desk.href(&back))
    };
    view! {
        {titled(desk, [words::CORRECT_FACT, ": ", &title].concat(), (&back, words::BACK_TO_COPY), errors)}
        <p class="govuk-body">{words::CORRECT_EXPLAINED}</p>
        {form}
    }
    .into_any()
}

/// Names one statement whatever else changes.
fn token(one: &Statement) -> String {
    Hash::of([one.key.as_str(), "\n", &one.text].concat().as_bytes()).to_string()
}

fn item(one: &Statement) -> SelectItem {
    let mut beginning: String = one.text.chars().take(BEGINNING).collect();
    if beginning.len() < one.text.len() {
        beginning.push('…');
    }
    SelectItem::new(token(one), [one.label.as_str(), ": ", &beginning].concat())
}

fn form(desk: Desk, typing: Typing, key: ReturnKey, all: Vec<Statement>, to: String) -> AnyView {
    let errors = typing.errors;
    let mut items = vec![SelectItem::new("", words::CHOOSE_TEXT)];
    items.extend(all.iter().map(item));
    let chosen = RwSignal::new(typing.raw(WHICH));
    let keep = typing.keeps(WHICH);
    let on_change = Callback::new(move |value: String| {
        keep.run(value.clone());
        let _ = chosen.try_set(value);
    });
    let find = {
        let all = all.clone();
        move || all.iter().find(|one| token(one) == chosen.get()).cloned()
    };
    let stands = {
        let find = find.clone();
        move || {
            find().map(|one| {
                view! {
                    <h2 class="govuk-heading-s">{words::BEFORE}</h2>
                    <InsetText class="app-plain-text">{one.text}</InsetText>
                }
            })
        }
    };
    // Made once: pressing twice corrects once.
    let id = random::id();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(one) = untrack(&find) else {
            errors.show(vec![PageError::new(WHICH, words::SELECT_TEXT)]);
            return;
        };
        let Some(file) = desk.with(|workbook| workbook.current(&key)) else { return };
        let (place, id) = (key.clone(), crate::id::ItemId::clone(&id));
        let (after, because) = (typing.text(AFTER), typing.text(BECAUSE));
        let done = typing.record(
            move |workbook, stamp| {
                workbook.amend(Amendment {
                    id,
                    place,
                    file,
                    text: one.key,
                    before: one.text,
                    after,
                    because,
                    stamp: stamp.clone(),
                })
            },
            at_box,
        );
        if done.is_some() {
            desk.say(words::FACT_CORRECTED.to_owned());
            go(&to);
        }
    };
    view! {
        <form novalidate on:submit=submit>
            <crate::ui::govuk::Select id=WHICH label=Caption::new(words::WHICH_TEXT).size(Size::M) items=items
                value=typing.raw(WHICH) on_change=on_change error=errors.of(WHICH) />
            {stands}
            {typing.area(AFTER, Caption::new(words::AFTER).size(Size::S), words::AFTER_HINT, 3)}
            {typing.area(BECAUSE, Caption::new(words::BECAUSE).size(Size::S), words::BECAUSE_HINT, 2)}
            <Button text=words::RECORD_CORRECTION />
        </form>
    }
    .into_any()
}

fn at_box(error: &CopyError) -> String {
    match error {
        CopyError::NothingWritten => AFTER,
        CopyError::NoReason => BECAUSE,
        CopyError::NoReturn
        | CopyError::NotRead
        | CopyError::NoRiskCheck
        | CopyError::NoRole
        | CopyError::NotSent
        | CopyError::NothingChanged
        | CopyError::MarkedByAuditor
        | CopyError::NoSuchText => WHICH,
    }
    .to_owned()
}
