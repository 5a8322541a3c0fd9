//! Looking for names in a document: what is typed here is kept nowhere (I-02).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{whole, words};
use crate::guard::{Guard, WatchedName, never_looked_for};
use crate::report::document::{Document, DocumentKind, DocumentNotice, i02_names};
use crate::ui::govuk::{Button, ButtonKind, Caption, Details, Size, Textarea};

/// What looking came to.
#[derive(Clone)]
struct Looked {
    found: Vec<DocumentNotice>,
    /// Words by which nothing was looked for.
    never: Vec<String>,
    /// Whether there were others.
    any: bool,
}

/// The box, and what was found.
pub fn search(desk: Desk, kind: DocumentKind, document: Document) -> AnyView {
    let typed = StoredValue::new(String::new());
    let looked = RwSignal::new(None::<Looked>);
    let document = StoredValue::new(document);
    let look = move |()| {
        let names = typed.with_value(|typed| names(typed));
        let found = document.with_value(|document| i02_names(document, &names));
        let any = Guard::new(&names, None).looks_for_names();
        looked.set(Some(Looked { found, never: never_looked_for(&names), any }));
    };
    let shown = move || {
        let looked = looked.get()?;
        let lines: Vec<AnyView> = document.with_value(|document| {
            looked.found.iter().map(|one| whole::line(desk, kind, document, one)).collect()
        });
        let list =
            (!lines.is_empty()).then(|| view! { <ul class="govuk-list app-notices">{lines}</ul> });
        let said = [never(&looked.never), none_found(&looked).map(str::to_owned)];
        let said: Vec<AnyView> = said
            .into_iter()
            .flatten()
            .map(|line| view! { <p class="govuk-body">{line}</p> }.into_any())
            .collect();
        Some(view! { {list} {said} }.into_any())
    };
    view! {
        <Details summary=words::LOOK_FOR_NAMES>
            <Textarea id="names" label=Caption::new(words::NAMES).size(Size::S) hint=words::NAMES_HINT rows=4
                on_input=move |text: String| typed.set_value(text) />
            <Button text=words::LOOK kind=ButtonKind::Secondary on_click=look />
            <div role="status">{shown}</div>
        </Details>
    }
    .into_any()
}

/// The names typed, one a line.
fn names(typed: &str) -> Vec<WatchedName> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|name| WatchedName { name: name.to_owned(), ..WatchedName::default() }).collect()
}

/// Which words were not looked for: nobody shall take them for looked for and not found.
fn never(listed: &[String]) -> Option<String> {
    (!listed.is_empty()).then(|| words::never_looked_for(listed))
}

fn none_found(looked: &Looked) -> Option<&'static str> {
    match (looked.any, looked.never.is_empty()) {
        (true, _) if !looked.found.is_empty() => None,
        (true, true) => Some(words::NO_NAMES),
        (true, false) => Some(words::NO_OTHER_NAMES),
        (false, true) => Some(words::WRITE_NAMES),
        (false, false) => None,
    }
}
