//! What changed between two versions of a document, as a list.

use leptos::prelude::*;

use super::words;
use crate::report::document::{Change, Document, changes};

/// The list; that nothing changed where nothing did.
pub fn list(before: &Document, now: &Document) -> AnyView {
    let found = changes(before, now);
    if found.is_empty() {
        return view! { <p class="govuk-body">{words::NO_CHANGES}</p> }.into_any();
    }
    let lines: Vec<AnyView> = found.into_iter().map(line).collect();
    view! { <ul class="govuk-list app-changes">{lines}</ul> }.into_any()
}

fn line(change: Change) -> AnyView {
    let (what, texts) = match change {
        Change::Added { now, .. } => (words::ADDED, vec![(words::NOW, now)]),
        Change::Removed { before, .. } => (words::REMOVED, vec![(words::BEFORE, before)]),
        Change::Reworded { before, now, .. } => {
            (words::REWORDED, vec![(words::BEFORE, before), (words::NOW, now)])
        }
        Change::RestsOnOther { id } => (words::RESTS_ON_OTHER, vec![(words::SENTENCE, id)]),
        Change::Numbers { title } => (words::NUMBERS_CHANGED, vec![(words::FIGURE, title)]),
        Change::Order => (words::ORDER_CHANGED, Vec::new()),
    };
    let texts: Vec<AnyView> = texts
        .into_iter()
        .map(|(name, text)| {
            view! { <br /><span class="app-note">{name} ": "</span>{text} }.into_any()
        })
        .collect();
    view! { <li><strong>{what}</strong>{texts}</li> }.into_any()
}
