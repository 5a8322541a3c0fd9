//! Looking for names in a document: what is typed here is kept nowhere (I-02).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::{whole, words};
use crate::guard::WatchedName;
use crate::report::document::{Document, DocumentKind, DocumentNotice, i02_names};
use crate::ui::govuk::{Button, ButtonKind, Caption, Details, Size, Textarea};

/// The box, and what was found.
pub fn search(desk: Desk, kind: DocumentKind, document: Document) -> AnyView {
    let typed = StoredValue::new(String::new());
    let found = RwSignal::new(None::<Vec<DocumentNotice>>);
    let document = StoredValue::new(document);
    let look = move |()| {
        let names: Vec<WatchedName> = typed
            .get_value()
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| WatchedName { name: line.trim().to_owned(), ..WatchedName::default() })
            .collect();
        found.set(Some(document.with_value(|document| i02_names(document, &names))));
    };
    let shown = move || {
        let found = found.get()?;
        if found.is_empty() {
            return Some(view! { <p class="govuk-body">{words::NO_NAMES}</p> }.into_any());
        }
        let lines: Vec<AnyView> = document.with_value(|document| {
            found.iter().map(|one| whole::line(desk, kind, document, one)).collect()
        });
        Some(view! { <ul class="govuk-list app-notices">{lines}</ul> }.into_any())
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
