//! The strengths, concerns and good practice of one case, to make findings of.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::super::typing::Typing;
use super::super::words::findings as words;
use super::form::recorded;
use super::sources::{from_text, place, to_text};
use super::{Place, merging, part};
use crate::id::{CaseRef, ItemId};
use crate::panel::Workbook;
use crate::panel::findings::{Candidate, FindingSource, candidates};
use crate::ui::govuk::{Button, Caption, Choice, PageError, PageErrors, Size};
use crate::ui::router::go;

/// The page of one case; what is chosen makes a new finding, or is added to `of`.
pub fn page(desk: Desk, case: CaseRef, of: Option<ItemId>) -> AnyView {
    let label =
        desk.with(|workbook| workbook.plan().case(&case).map(|_| names::case(workbook, &case)));
    let known = of.as_ref().and_then(|id| desk.with(|workbook| workbook.finding(id).cloned()));
    let Some(label) = label.filter(|_| of.is_some() == known.is_some()) else { return unknown() };
    let errors = PageErrors::new();
    let found: Vec<Candidate> = desk.with(|workbook| {
        let all = candidates(workbook).into_iter();
        all.filter(|one| one.source.place.case == case).collect()
    });
    let items: Vec<Choice> = desk.with(|workbook| {
        (1..).zip(&found).map(|(at, one): (usize, _)| choice(workbook, at, one)).collect()
    });
    let (here, to, back, legend, button) = match of {
        None => {
            let back = (part(Place::List), words::BACK_TO_FINDINGS);
            (Place::From(case), Place::New, back, words::CHOOSE_SOURCES, words::MAKE)
        }
        Some(id) => {
            let to = Place::One(id.clone());
            let back = (part(to.clone()), words::BACK_TO_FINDING);
            (Place::More(id, case), to, back, words::CHOOSE_MORE, words::ADD)
        }
    };
    let typing = Typing::new(desk, &part(here), "candidates", Vec::new(), errors);
    let title = [words::CANDIDATES, ": ", &label].concat();
    let empty = items.is_empty();
    let recorded = known.as_ref().map(recorded).unwrap_or_default();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = typing.chosen("chosen");
        let picked: Vec<&Candidate> = (1..)
            .zip(&found)
            .filter(|(at, _): &(usize, _)| chosen.contains(&at.to_string()))
            .map(|(_, one)| one)
            .collect();
        let Some(first) = picked.first() else {
            errors.show(vec![PageError::new("chosen", words::SELECT_SOURCES)]);
            return;
        };
        let form = Typing::new(desk, &part(to.clone()), "finding", recorded.clone(), errors);
        fill(form, first, &picked);
        typing.set("chosen", String::new());
        go(&desk.href(&part(to.clone())));
    };
    let form = if empty {
        view! { <p class="govuk-body">{words::NOTHING_HERE}</p> }.into_any()
    } else {
        view! {
            <form novalidate on:submit=submit>
                {typing.checks("chosen", Caption::new(legend).size(Size::M), "", items)}
                <Button text=button />
            </form>
        }
        .into_any()
    };
    view! {
        {titled(desk, title, (&back.0, back.1), errors)}
        {said_line(desk)}
        {form}
    }
    .into_any()
}

/// Puts what was picked into the form of a finding, beside what it rests on already.
fn fill(form: Typing, first: &Candidate, picked: &[&Candidate]) {
    merging::end(form);
    let mut sources = from_text(&form.raw("sources"));
    for one in picked {
        let source = FindingSource::Return(one.source.clone());
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    form.set("sources", to_text(&sources));
    if form.raw("kind").is_empty() {
        form.set("kind", first.kind.as_str().to_owned());
    }
    if form.text("text").is_empty() {
        form.set("text", first.quote.text.clone());
    }
}

fn choice(workbook: &Workbook, at: usize, one: &Candidate) -> Choice {
    let text = [one.kind.label(), ": ", &one.quote.text].concat();
    let mut hint = vec![place(workbook, &one.source)];
    if !one.quote.evidence.trim().is_empty() {
        hint.push(one.quote.evidence.clone());
    }
    if !one.used_in.is_empty() {
        hint.push(words::USED.to_owned());
    }
    Choice::new(at.to_string(), text).hint(hint.join(". "))
}
