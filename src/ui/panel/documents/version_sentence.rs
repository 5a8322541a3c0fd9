//! A sentence of a version that is kept: what was behind it then, and how it is today.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::evidence::{self, When};
use super::sentence::counted_row;
use super::{View, made, of, words};
use crate::browser::local;
use crate::envelope::Hash;
use crate::panel::{Stamp, Workbook};
use crate::report::document::{Document, DocumentKind, Sentence, counts_then, short_id, version};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{InsetText, PageErrors, SummaryList, SummaryRow};

/// The page of a sentence of a version.
pub fn page(desk: Desk, kind: DocumentKind, snapshot: Hash, id: String) -> AnyView {
    let found = desk.try_with(|workbook| {
        let found = version(workbook, kind, &snapshot).ok()?;
        let before = found.document.sentences().find(|one| one.id == id).cloned()?;
        Some((before, found.stamp))
    });
    let Some(found) = found.flatten() else { return unknown() };
    let stored = StoredValue::new(found);
    let shown = move || {
        stored.with_value(|(before, stamp)| {
            desk.with(|workbook| {
                let document = is_made(desk, kind).then(|| made(desk, workbook, kind));
                Some(view! {
                    {told(snapshot, before, stamp)}
                    {today(desk, kind, before, document.as_ref())}
                    {counts(desk, workbook, before, document.as_ref())}
                    <p class="govuk-body">{words::THEN_EXPLAINED}</p>
                    {evidence::list(desk, workbook, &before.evidence, When::Then(stamp.at))}
                })
            })
        })
    };
    let back = (&of(kind, View::Version(snapshot)), words::BACK_TO_VERSION);
    view! {
        {titled(desk, words::SENTENCE_THEN.to_owned(), back, PageErrors::new())}
        {said_line(desk)}
        {shown}
    }
    .into_any()
}

fn told(snapshot: Hash, before: &Sentence, stamp: &Stamp) -> AnyView {
    let text = before.plain();
    let stood = words::stood_in(&short_id(&snapshot), &full_moment(local(stamp.at)));
    view! {
        <InsetText class="app-told">{text}</InsetText>
        <p class="govuk-body">{stood}</p>
    }
    .into_any()
}

/// A comparison is made of rounds that somebody chose: without any, nothing is known of how it would be today.
fn is_made(desk: Desk, kind: DocumentKind) -> bool {
    kind != DocumentKind::Comparison
        || desk.with_beside(|rounds| !rounds.is_empty()).unwrap_or_default()
}

/// How the same sentence is made now, and the way to it.
fn today(desk: Desk, kind: DocumentKind, before: &Sentence, made: Option<&Document>) -> AnyView {
    let Some(document) = made else {
        let href = desk.href(&of(kind, View::Whole));
        return view! {
            <p class="govuk-body">{words::NOT_COMPARED_TODAY} " "
                <a class="govuk-link" href=href>{words::CHOOSE_ROUNDS}</a></p>
        }
        .into_any();
    };
    let Some(now) = document.sentences().find(|one| one.id == before.id) else {
        return view! { <p class="govuk-body">{words::NOT_MADE_TODAY}</p> }.into_any();
    };
    let href = desk.href(&of(kind, View::Sentence(now.id.clone())));
    let reads = now.plain();
    let said = if reads == before.plain() {
        words::READS_THE_SAME.to_owned()
    } else {
        [words::READS_TODAY, " ", &reads].concat()
    };
    view! {
        <p class="govuk-body">
            <span class="app-generated">{said}</span> " "
            <a class="govuk-link" href=href>{words::SEE_TODAY}</a>
        </p>
    }
    .into_any()
}

/// Each count with its cases, then and now.
fn counts(
    desk: Desk,
    workbook: &Workbook,
    before: &Sentence,
    made: Option<&Document>,
) -> Option<AnyView> {
    let now = made.and_then(|made| made.sentences().find(|one| one.id == before.id));
    let called = |when: &str, phrase: &str| [when, ": ", phrase].concat();
    let mut rows: Vec<SummaryRow> = Vec::new();
    for one in counts_then(before, now) {
        let then = called(words::THEN, &one.then.phrase());
        rows.push(counted_row(desk, workbook, then, &one.then));
        if made.is_none() {
            continue;
        }
        rows.push(match &one.now {
            Some(counted) => {
                let today = called(words::TODAY, &counted.phrase());
                counted_row(desk, workbook, today, counted)
            }
            None => SummaryRow::text(words::TODAY, words::NOT_COUNTED_TODAY),
        });
    }
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::COUNTED_CASES}</h2>
            <SummaryList rows=rows />
        }
        .into_any()
    })
}
