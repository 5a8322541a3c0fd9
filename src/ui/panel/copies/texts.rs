//! Which texts of a return go into its copy (edge case 32).

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::titled;
use super::super::route::ReturnAt;
use super::super::typing::Typing;
use super::marked::marked_later;
use super::{Place, part, whose, words};
use crate::gather::gathered;
use crate::panel::ReturnKey;
use crate::panel::copies::{CopyError, TextOfCopy, texts_of_copy};
use crate::ui::govuk::{
    Button, Caption, Choice, InsetText, PageErrors, Size, SummaryList, SummaryRow,
};
use crate::ui::router::go;

const SHOWN: &str = "shown";
const REASON: &str = "shown-reason";

/// The page: every text with a tick where it is disclosed.
pub fn page(desk: Desk, at: ReturnAt, key: ReturnKey) -> AnyView {
    let errors = PageErrors::new();
    let title = desk.with(|workbook| whose(workbook, &key));
    let texts = desk.with(|workbook| texts_of_copy(workbook, &key));
    let later = marked_later(desk, &key);
    let back = part(Place::One(at.clone()));
    let here = part(Place::Texts(at));
    let shown = texts.iter().filter(|text| text.disclosed).map(|text| text.key.as_str());
    let recorded = [(SHOWN.to_owned(), shown.collect::<Vec<_>>().join(" "))];
    let typing = Typing::new(desk, &here, "texts", recorded, errors);
    let none = texts.is_empty();
    let (marked, open): (Vec<TextOfCopy>, Vec<TextOfCopy>) =
        texts.into_iter().partition(|text| text.marked);
    let offered: Vec<String> = open.iter().map(|text| text.key.clone()).collect();
    let items: Vec<Choice> = open
        .into_iter()
        .map(|text| {
            let why = text.decision.map(|one| [" (", &one.reason, ")"].concat());
            let label = [text.label.as_str(), &why.unwrap_or_default()].concat();
            Choice::new(text.key, label).hint(text.text)
        })
        .collect();
    let asks = !items.is_empty();
    let to = desk.href(&back);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // What was ticked before a return came that marks it is ticked no more.
        let mut shown: BTreeSet<String> = gathered(typing.chosen(SHOWN));
        shown.retain(|key| offered.contains(key));
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
    let none = none.then(|| view! { <InsetText>{words::NO_TEXTS}</InsetText> });
    view! {
        {titled(desk, [words::WHAT_GOES_IN, ": ", &title].concat(), (&back, words::BACK_TO_COPY), errors)}
        <p class="govuk-body">{words::SHOWN_EXPLAINED}</p>
        {none}
        {asks.then(form)}
        {(!marked.is_empty()).then(|| by_the_auditor(marked))}
        {later}
    }
    .into_any()
}

/// What the auditor marked, to read: nobody decides on it here.
fn by_the_auditor(marked: Vec<TextOfCopy>) -> AnyView {
    let row = |text: TextOfCopy| {
        SummaryRow::new(
            text.label,
            view! { <span class="app-plain-text">{text.text}</span> }.into_any(),
        )
    };
    let rows: Vec<SummaryRow> = marked.into_iter().map(row).collect();
    view! {
        <h2 class="govuk-heading-m">{words::MARKED_BY_AUDITOR}</h2>
        <p class="govuk-body">{words::MARKED_EXPLAINED}</p>
        <SummaryList rows=rows />
    }
    .into_any()
}
