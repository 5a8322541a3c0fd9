//! Which texts of a return go into its copy (edge case 32).

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::titled;
use super::super::route::ReturnAt;
use super::super::typing::Typing;
use super::{Place, part, whose, words};
use crate::panel::ReturnKey;
use crate::panel::copies::{CopyError, texts_of_copy};
use crate::ui::govuk::{Button, Caption, Choice, InsetText, PageErrors, Size};
use crate::ui::router::go;

const SHOWN: &str = "shown";
const REASON: &str = "shown-reason";

/// The page: every text with a tick where it is disclosed.
pub fn page(desk: Desk, at: ReturnAt, key: ReturnKey) -> AnyView {
    let errors = PageErrors::new();
    let title = desk.with(|workbook| whose(workbook, &key));
    let texts = desk.with(|workbook| texts_of_copy(workbook, &key));
    let back = part(Place::One(at.clone()));
    let here = part(Place::Texts(at));
    let shown = texts.iter().filter(|text| text.disclosed).map(|text| text.key.as_str());
    let recorded = [(SHOWN.to_owned(), shown.collect::<Vec<_>>().join(" "))];
    let typing = Typing::new(desk, &here, "texts", recorded, errors);
    let items: Vec<Choice> = texts
        .into_iter()
        .map(|text| {
            let why = text.decision.map(|one| [" (", &one.reason, ")"].concat());
            let label = [text.label.as_str(), &why.unwrap_or_default()].concat();
            Choice::new(text.key, label).hint(text.text)
        })
        .collect();
    let none = items.is_empty();
    let to = desk.href(&back);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let shown: BTreeSet<String> = typing.chosen(SHOWN).into_iter().collect();
        let (key, reason) = (key.clone(), typing.text(REASON));
        let at = |error: &CopyError| match error {
            CopyError::NoReason => REASON.to_owned(),
            _ => SHOWN.to_owned(),
        };
        let done = typing.record(
            move |workbook, stamp| workbook.disclose_only(&key, &shown, &reason, stamp),
            at,
        );
        if let Some(count) = done {
            desk.say(words::disclosed(count));
            go(&to);
        }
    };
    let legend = Caption::new(words::WHAT_GOES_IN).size(Size::M);
    let form = move || {
        view! {
            <form novalidate on:submit=submit class="app-disclosure">
                {typing.checks(SHOWN, legend, words::SHOWN_HINT, items)}
                {typing.area(REASON, Caption::new(words::SHOWN_REASON).size(Size::S), words::SHOWN_REASON_HINT, 2)}
                <Button text=words::RECORD_SHOWN />
            </form>
        }
        .into_any()
    };
    let form =
        if none { view! { <InsetText>{words::NO_TEXTS}</InsetText> }.into_any() } else { form() };
    view! {
        {titled(desk, [words::WHAT_GOES_IN, ": ", &title].concat(), (&back, words::BACK_TO_COPY), errors)}
        <p class="govuk-body">{words::SHOWN_EXPLAINED}</p>
        {form}
    }
    .into_any()
}
