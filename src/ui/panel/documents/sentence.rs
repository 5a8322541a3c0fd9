//! One sentence of a document: its counts, what is behind them, and the coordinator's own wording.

use std::convert::Infallible;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::super::route::Part;
use super::super::typing::Typing;
use super::{Place, View, evidence, made, of, part, whole, words};
use crate::id::CaseRef;
use crate::panel::manuscript::{self, OwnWording};
use crate::panel::{Stamp, Workbook};
use crate::report::document::{
    Counted, Document, DocumentKind, DocumentNotice, Sentence, Span, check, written_at,
};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonGroup, ButtonKind, Caption, Details, InsetText, PageError, PageErrors, Size,
    SummaryList, SummaryRow, Tag, TagColour,
};

const WORDING: &str = "wording";

/// The page of a sentence.
pub fn page(desk: Desk, kind: DocumentKind, id: String) -> AnyView {
    let found = desk.try_with(|workbook| {
        let document = made(desk, workbook, kind);
        document.sentences().any(|one| one.id == id)
    });
    if found != Some(true) {
        return unknown();
    }
    let errors = PageErrors::new();
    let back = of(kind, View::At(id.clone()));
    let stored = StoredValue::new(id);
    let shown = move || {
        stored.with_value(|id| {
            desk.with(|workbook| {
                let document = made(desk, workbook, kind);
                let notices = check(workbook, &document);
                let sentence = document.sentences().find(|one| one.id == *id)?;
                let about: Vec<DocumentNotice> =
                    notices.into_iter().filter(|one| one.sentence.as_ref() == Some(id)).collect();
                Some(view! {
                    {told(sentence)}
                    {notices_of(desk, kind, &document, &about)}
                    {gaps(desk, workbook, sentence)}
                    {counts(desk, workbook, sentence)}
                    {evidence::list(desk, workbook, &sentence.evidence, evidence::When::Now)}
                })
            })
        })
    };
    // Made anew when a wording is recorded, never while somebody types.
    let recorded = Memo::new(move |_| {
        stored
            .with_value(|id| desk.with(|workbook| workbook.own_wording(id).map(|own| own.stamp.at)))
    });
    let form = move || {
        recorded.get();
        untrack(|| stored.with_value(|id| form(desk, kind, id, errors).map(built_anew)))
    };
    view! {
        {titled(desk, words::SENTENCE.to_owned(), (&back, words::BACK_TO_DOCUMENT), errors)}
        {said_line(desk)}
        {shown}
        <h2 class="govuk-heading-m">{words::WORD_IT}</h2>
        {form}
    }
    .into_any()
}

fn told(sentence: &Sentence) -> AnyView {
    let text = sentence.plain();
    let own = sentence.own.clone().map(|own| {
        let stale = own.stale.then(|| {
            view! { <p class="govuk-body"><Tag text=words::STALE colour=TagColour::Yellow /> " " {words::STALE_EXPLAINED}</p> }
        });
        view! {
            {stale}
            <p class="govuk-body">{words::GENERATED_NOW} " " <span class="app-generated">{own.generated}</span></p>
        }
    });
    view! { <InsetText class="app-told">{text}</InsetText>{own} }.into_any()
}

fn notices_of(
    desk: Desk,
    kind: DocumentKind,
    document: &Document,
    notices: &[DocumentNotice],
) -> Option<AnyView> {
    if notices.is_empty() {
        return None;
    }
    // On its own page the way to a sentence leads nowhere.
    let here = |one: &DocumentNotice| DocumentNotice { sentence: None, ..one.clone() };
    let lines: Vec<AnyView> =
        notices.iter().map(|one| whole::line(desk, kind, document, &here(one))).collect();
    let list = view! {
        <h2 class="govuk-heading-m">{words::BEFORE_PUBLISHED}</h2>
        <ul class="govuk-list govuk-list--bullet">{lines}</ul>
    };
    Some(list.into_any())
}

/// Where what is missing is written.
fn gaps(desk: Desk, workbook: &Workbook, sentence: &Sentence) -> Option<AnyView> {
    sentence.gaps().next()?;
    let place = written_at(sentence)?;
    // A finding has one text: what it lacks is written into that.
    let text = match &place {
        manuscript::Place::Finding(finding) => workbook.text_of_finding(finding),
        _ => None,
    };
    let text = text.map(|text| Place::Text(text.id.clone()));
    let href = desk.href(&part(text.unwrap_or(Place::NewText(Some(place)))));
    Some(
        view! { <p class="govuk-body"><a class="govuk-link" href=href>{words::WRITE_TEXT}</a></p> }
            .into_any(),
    )
}

/// Each count in words, with its cases.
fn counts(desk: Desk, workbook: &Workbook, sentence: &Sentence) -> Option<AnyView> {
    if sentence.counts.is_empty() {
        return None;
    }
    let called = |counted: &Counted| {
        let number = counted.phrase();
        if counted.is_held_back() { [&number, ": ", words::HELD_BACK].concat() } else { number }
    };
    let row = |counted: &Counted| counted_row(desk, workbook, called(counted), counted);
    let rows: Vec<SummaryRow> = sentence.counts.values().map(row).collect();
    Some(
        view! { <h2 class="govuk-heading-m">{words::COUNTED_CASES}</h2><SummaryList rows=rows /> }
            .into_any(),
    )
}

/// A count as it is called, with the way to each of its cases.
pub fn counted_row(
    desk: Desk,
    workbook: &Workbook,
    called: String,
    counted: &Counted,
) -> SummaryRow {
    let case = |case: &CaseRef| {
        let href = desk.href(&Part::Case(case.clone()));
        let label = names::case(workbook, case);
        view! { <li><a class="govuk-link" href=href>{label}</a></li> }.into_any()
    };
    let cases: Vec<AnyView> = counted.cases.iter().map(case).collect();
    SummaryRow::new(called, view! { <ul class="govuk-list app-cases">{cases}</ul> })
}

fn form(desk: Desk, kind: DocumentKind, id: &str, errors: PageErrors) -> Option<AnyView> {
    let sentence = desk.with(|workbook| {
        let document = made(desk, workbook, kind);
        document.sentences().find(|one| one.id == id).cloned()
    })?;
    let own = desk.with(|workbook| workbook.own_wording(id).map(|own| own.text.clone()));
    let has_own = own.is_some();
    let begins = own.unwrap_or_else(|| sentence.pattern());
    let here = of(kind, View::Sentence(id.to_owned()));
    let typing = Typing::new(desk, &here, WORDING, [(WORDING.to_owned(), begins)], errors);
    let live = live_counts(&sentence);
    let lacks = sentence.gaps().next().is_some();
    let hint = if lacks { words::GAP_WORDING_HINT } else { words::OWN_WORDING_HINT };
    let over = sentence.own.as_ref().map_or_else(|| sentence.plain(), |own| own.generated.clone());
    let stored = StoredValue::new((id.to_owned(), over));
    let keep = move |text: String, said: &'static str| {
        let (sentence, over) = stored.get_value();
        let record = move |workbook: &mut Workbook, stamp: &Stamp| -> Result<(), Infallible> {
            let stamp = stamp.clone();
            workbook.record_own_wording(OwnWording { sentence, text, over, stamp });
            Ok(())
        };
        if typing.record(record, |_: &Infallible| WORDING.to_owned()).is_some() {
            desk.say(said.to_owned());
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typing.text(WORDING);
        if text.is_empty() {
            errors.show(vec![PageError::new(WORDING, words::WRITE_WORDING)]);
            return;
        }
        keep(text, words::WORDING_KEPT);
    };
    let back = has_own.then(|| {
        let take = move |()| keep(String::new(), words::GENERATED_TAKEN);
        view! { <Button text=words::TAKE_GENERATED kind=ButtonKind::Secondary on_click=take /> }
    });
    Some(
        view! {
            <form novalidate on:submit=submit>
                {typing.area(WORDING, Caption::new(words::OWN_WORDING).size(Size::S), hint, 4)}
                {live}
                <ButtonGroup><Button text=words::KEEP_WORDING />{back}</ButtonGroup>
            </form>
        }
        .into_any(),
    )
}

/// What stands in curly brackets, and how it reads now.
fn live_counts(sentence: &Sentence) -> Option<AnyView> {
    let mut lines: Vec<(String, String)> = sentence
        .spans
        .iter()
        .filter_map(|span| match span {
            Span::Count { text, gap, .. } => Some((["{", gap, "}"].concat(), text.clone())),
            _ => None,
        })
        .collect();
    for (name, counted) in &sentence.counts {
        let known = |(gap, _): &(String, String)| gap.ends_with(&[":", name, "}"].concat());
        if !lines.iter().any(known) {
            let said = counted.said("in").unwrap_or_default();
            lines.push((["{in:", name, "}"].concat(), said));
        }
    }
    if lines.is_empty() {
        return None;
    }
    let lines: Vec<AnyView> = lines
        .into_iter()
        .map(|(gap, text)| {
            view! { <li><code>{gap}</code> " " {words::READS} " " {text}</li> }.into_any()
        })
        .collect();
    Some(
        view! { <Details summary=words::LIVE_COUNTS open=true><ul class="govuk-list govuk-list--bullet">{lines}</ul></Details> }
            .into_any(),
    )
}
