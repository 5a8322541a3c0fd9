//! A merge under way: what the form of a new finding merges, and the way out of it.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::super::words::findings as words;
use super::sources::{from_text, to_text};
use super::{Place, part};
use crate::id::ItemId;
use crate::panel::findings::{Finding, FindingSource};
use crate::ui::govuk::{InsetText, LinkButton};
use crate::ui::router::go;

/// Boxes that a merge fills. What it put in stands beside each, to tell it from what was written since.
const FILLED: [(&str, &str); 2] = [("kind", "merged-kind"), ("text", "merged-text")];
const SOURCES: (&str, &str) = ("sources", "merged-sources");

/// Puts into the form of a new finding what it merges.
pub fn begin(form: Typing, chosen: &[String], first: &Finding, sources: &[FindingSource]) {
    form.set("parts", chosen.join(" "));
    for field in [SOURCES.0, SOURCES.1] {
        form.set(field, to_text(sources));
    }
    let texts = [first.kind.as_str(), first.text.as_str()];
    for ((field, beside), text) in FILLED.into_iter().zip(texts) {
        form.set(field, text.to_owned());
        form.set(beside, text.to_owned());
    }
}

/// The findings that the form merges; none where it makes a new one.
pub fn parts(form: Typing) -> Vec<ItemId> {
    form.chosen("parts").into_iter().filter_map(|id| ItemId::new(id).ok()).collect()
}

/// Takes out of the form what a merge put in; what was written since stays.
pub fn end(form: Typing) {
    if form.raw("parts").is_empty() {
        return;
    }
    form.set("parts", String::new());
    let put_in = from_text(&form.raw(SOURCES.1));
    let mut left = from_text(&form.raw(SOURCES.0));
    left.retain(|source| !put_in.contains(source));
    form.set(SOURCES.0, to_text(&left));
    for (field, beside) in FILLED {
        if form.raw(field) == form.raw(beside) {
            form.set(field, String::new());
        }
    }
}

/// Says what is merged, with the way out.
pub fn view(desk: Desk, form: Typing) -> Option<AnyView> {
    let parts = parts(form);
    if parts.is_empty() {
        return None;
    }
    let texts: Vec<String> = desk.with(|workbook| {
        let kept = parts.iter().filter_map(|id| workbook.finding(id));
        kept.map(|finding| finding.text.clone()).collect()
    });
    let lines: Vec<AnyView> =
        texts.into_iter().map(|text| view! { <li>{text}</li> }.into_any()).collect();
    let undo = move |()| {
        end(form);
        desk.say(words::NOT_MERGED.to_owned());
        go(&desk.href(&part(Place::List)));
    };
    let view = view! {
        <InsetText>
            <p class="govuk-body">{words::MERGES}</p>
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            <LinkButton text=words::DO_NOT_MERGE on_click=undo />
        </InsetText>
    };
    Some(view.into_any())
}
