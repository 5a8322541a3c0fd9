//! A version on paper: nothing but the document, and only once it is cleared.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::unknown;
use super::super::plan;
use super::super::route::Part;
use super::super::words as panel_words;
use super::blocks::blocks;
use super::{View, made, of, version, words};
use crate::envelope::Hash;
use crate::report::document::{self, Document, DocumentKind};
use crate::ui::govuk::{BackLink, Button, InsetText, PageTitle};

/// The page; what is for the screen only is not printed.
pub fn page(desk: Desk, kind: DocumentKind, snapshot: Hash) -> AnyView {
    let found = desk.try_with(|workbook| {
        let found = document::version(workbook, kind, &snapshot).ok()?;
        let why = version::withheld(workbook, &found);
        Some((found, why))
    });
    let Some((found, why)) = found.flatten() else { return unknown() };
    let back = desk.href(&of(kind, View::Version(snapshot)));
    let document = found.document;
    let shown = match why {
        Some(why) => view! {
            <h1 class="govuk-heading-l">{document.title.clone()}</h1>
            <InsetText>{why}</InsetText>
        }
        .into_any(),
        None => on_paper(&document, None),
    };
    view! {
        <PageTitle text=document.title.clone() program=panel_words::PROGRAM />
        <BackLink href=back text=words::BACK_TO_VERSION />
        {shown}
    }
    .into_any()
}

/// A document as it is now, for those who work with it: every page says where it is not cleared, its last line for
/// whom it is.
pub fn draft(desk: Desk, kind: DocumentKind) -> AnyView {
    let made = desk.try_with(|workbook| {
        let document = made(desk, workbook, kind);
        let mark = document::i08_may_publish(workbook, &document).err().map(|_| words::IS_DRAFT);
        (document, mark)
    });
    let Some((document, mark)) = made else { return unknown() };
    view! {
        <PageTitle text=document.title.clone() program=panel_words::PROGRAM />
        <BackLink href=desk.href(&Part::Plan(plan::Place::Board)) text=panel_words::plan::BACK_TO_PLAN />
        {on_paper(&document, mark)}
    }
    .into_any()
}

/// `mark` stands above every page, and above the text on screen.
fn on_paper(document: &Document, mark: Option<&'static str>) -> AnyView {
    let class = if document.kind.is_one_page() {
        "app-document app-document--paper app-document--sheet"
    } else {
        "app-document app-document--paper"
    };
    // Refused, the browser's own menu prints.
    let print = move |()| {
        let _ = window().print();
    };
    let head = mark.into_iter().map(str::to_owned).chain([document.running_head()]);
    let head = head.collect::<Vec<String>>().join(" ");
    let mark = mark.map(|mark| view! { <p class="govuk-body app-no-print">{mark}</p> });
    view! {
        <div class="app-no-print"><Button text=words::PRINT on_click=print /></div>
        {mark}
        <article class=class lang=document.language.clone()>
            <div class="app-document__running"><span>{head}</span></div>
            <div class="app-document__text">
                {blocks(document, None)}
                <p class="govuk-body-s app-document__note">{document.footer()}</p>
            </div>
        </article>
    }
    .into_any()
}
