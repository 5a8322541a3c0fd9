//! A document as it is now, with what speaks against publishing it.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::blocks::{Reading, blocks, element_id};
use super::{Place, View, made, of, part, words};
use crate::report::document::{
    Document, DocumentKind, DocumentNotice, Weight, changes, check, fit, i08_may_publish_with,
    latest_version,
};
use crate::ui::govuk::{
    Button, ButtonGroup, ButtonKind, Details, InsetText, PageErrors, focus_section, once_shown,
};

/// The page; `at` names the sentence to go to.
pub fn page(desk: Desk, kind: DocumentKind, at: Option<String>) -> AnyView {
    let errors = PageErrors::new();
    if let Some(sentence) = at {
        once_shown(move || {
            focus_section(&element_id(&sentence));
        });
    }
    let shown = move || document(desk, kind);
    let title = words::kind(kind).to_owned();
    view! {
        {titled(desk, title, (&part(Place::List), words::BACK_TO_DOCUMENTS), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::audience(kind.audience())} " " {words::WHOLE_EXPLAINED}</p>
        {shown}
    }
    .into_any()
}

/// The document itself, with what speaks against it and the ways on.
pub fn document(desk: Desk, kind: DocumentKind) -> AnyView {
    let made = desk.try_with(|workbook| {
        let document = made(desk, workbook, kind);
        let notices = check(workbook, &document);
        let cleared = i08_may_publish_with(workbook, &document, notices.clone()).is_ok();
        (document, notices, cleared, fit(kind, workbook).map(|why| why.sentence()))
    });
    let Some((document, notices, cleared, unfit)) = made else { return unknown() };
    let unfit = unfit.map(|why| view! { <InsetText>{why}</InsetText> });
    // I-08: what nobody cleared stays on the screen, with what was found in it.
    let kept_off = (!cleared).then(|| {
        view! { <p class="govuk-body app-print-only">{words::NOT_ON_PAPER}</p> }
    });
    let class = if cleared { "" } else { "app-no-print" };
    view! {
        {unfit}
        {standing(desk, kind, &document)}
        {kept_off}
        <div class=class>
            {listed(desk, kind, &document, &notices)}
            <article class="app-document" lang=document.language.clone()>
                {blocks(&document, Some(Reading { desk, kind, version: None }))}
                <p class="govuk-body-s app-document__note">{document.provenance.line.clone()}</p>
            </article>
        </div>
    }
    .into_any()
}

/// Whether the version kept last is this one, and the ways on.
fn standing(desk: Desk, kind: DocumentKind, document: &Document) -> AnyView {
    let last = desk.with(|workbook| latest_version(workbook, kind, None));
    let said = match &last {
        None => words::NO_VERSION.to_owned(),
        Some(Err(why)) => why.to_string(),
        Some(Ok(last)) => words::differs(changes(&last.document, document).len()),
    };
    let href = move |view: View| desk.href(&of(kind, view));
    view! {
        <p class="govuk-body">{said}</p>
        <ButtonGroup>
            <Button text=words::PUBLISH href=href(View::Publication) />
            <Button text=words::VERSIONS kind=ButtonKind::Secondary href=href(View::Versions) />
        </ButtonGroup>
    }
    .into_any()
}

/// Every notice, each with the way to its place.
fn listed(
    desk: Desk,
    kind: DocumentKind,
    document: &Document,
    notices: &[DocumentNotice],
) -> AnyView {
    let blocking = notices.iter().filter(|one| one.weight == Weight::Block).count();
    let summary = words::speaks_against(blocking, notices.len() - blocking);
    if notices.is_empty() {
        return view! { <p class="govuk-body">{summary}</p> }.into_any();
    }
    let lines: Vec<AnyView> = notices.iter().map(|one| line(desk, kind, document, one)).collect();
    view! { <Details summary=summary><ul class="govuk-list app-notices">{lines}</ul></Details> }
        .into_any()
}

/// One notice, and where it is.
pub fn line(
    desk: Desk,
    kind: DocumentKind,
    document: &Document,
    notice: &DocumentNotice,
) -> AnyView {
    let message = notice.message.clone();
    let place = notice.sentence.as_ref().map(|id| {
        let href = desk.href(&of(kind, View::Sentence(id.clone())));
        let words = document.sentences().find(|one| one.id == *id);
        let words = words.map(|one| one.plain()).unwrap_or_default();
        view! { <br /><a class="govuk-link app-note" href=href>{beginning(&words)}</a> }
    });
    view! { <li>{message}{place}</li> }.into_any()
}

/// The first words of a sentence, to know it by.
pub fn beginning(words: &str) -> String {
    const WORDS: usize = 14;
    let all: Vec<&str> = words.split_whitespace().collect();
    let first = all.iter().take(WORDS).copied().collect::<Vec<&str>>().join(" ");
    if all.len() > WORDS { [&first, " …"].concat() } else { first }
}
