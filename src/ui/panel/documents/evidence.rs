//! What is behind a sentence, in words, each with the way to where it stands; what belongs to a case under that case.

mod line;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::findings::sources;
use super::super::names;
use super::super::route::Part;
use super::super::words as panel_words;
use super::words;
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::findings::FindingSource;
use crate::report::document::{Evidence, Then, v09_closed};
use crate::round::CaseEntry;
use crate::ui::govuk::Details;
use line::{Line, line_of, place_of};

/// Lists longer than this begin closed.
const MANY: usize = 40;

/// As of when what is behind a sentence is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// As things stand.
    Now,
    /// As it was when a version was kept, whatever became of it since.
    Then(DateTime<Utc>),
}

/// Everything behind a sentence, what belongs to a case under that case.
pub fn list(desk: Desk, workbook: &Workbook, evidence: &[Evidence], when: When) -> AnyView {
    if evidence.is_empty() {
        return view! { <p class="govuk-body">{words::NOTHING_BEHIND}</p> }.into_any();
    }
    let then = match when {
        When::Now => None,
        When::Then(at) => Some(Then::of(workbook, at)),
    };
    let mut told = BTreeSet::new();
    // What counts now tells of no case that was taken out: only a version that was kept before does.
    let view_of = |one: &Evidence| match then.as_ref().and_then(|_| v09_closed(workbook, one)) {
        Some(case) => told.insert(case.case_ref.clone()).then(|| closed(desk, case)),
        None => Some(shown(desk, workbook, one, then.as_ref())),
    };
    let lines: Vec<Shown> = evidence.iter().filter_map(view_of).collect();
    let open = lines.len() <= MANY;
    let cases = workbook.plan().cases.iter().map(|case| case.case_ref.clone());
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    let mut rest: Vec<(Option<CaseRef>, AnyView)> = lines;
    for case in cases {
        let (here, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|(of, _)| of.as_ref() == Some(&case));
        rest = others;
        if !here.is_empty() {
            let views = here.into_iter().map(|(_, view)| view).collect();
            groups.push((names::case(workbook, &case), views));
        }
    }
    let general: Vec<AnyView> = rest.into_iter().map(|(_, view)| view).collect();
    let general = (!general.is_empty()).then(|| view! { <ul class="govuk-list">{general}</ul> });
    let groups: Vec<AnyView> = groups
        .into_iter()
        .map(|(title, views)| {
            let summary = words::behind_of_case(&title, views.len());
            view! { <Details summary=summary open=open><ul class="govuk-list">{views}</ul></Details> }
                .into_any()
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m" id="evidence">{words::BEHIND}</h2>
        {general}
        {groups}
    }
    .into_any()
}

type Shown = (Option<CaseRef>, AnyView);

/// V-09: once for a case that was taken out, whatever was written about it.
fn closed(desk: Desk, case: &CaseEntry) -> Shown {
    let href = desk.href(&Part::Case(case.case_ref.clone()));
    let hidden = [": ", &case.label].concat();
    let view = view! {
        <li>{words::CLOSED_SINCE} " "
            <a class="govuk-link app-note" href=href>{panel_words::findings::SEE_CASE}<span class="govuk-visually-hidden">{hidden}</span></a>
        </li>
    };
    (Some(case.case_ref.clone()), view.into_any())
}

fn shown(desk: Desk, workbook: &Workbook, evidence: &Evidence, then: Option<&Then<'_>>) -> Shown {
    let source = match evidence {
        // In a file that counts no more: the way from the words leads to that file, below.
        Evidence::Written(source)
            if then.is_some() && place_of(workbook, &source.file).is_none() =>
        {
            None
        }
        Evidence::Written(source) => {
            Some((source.place.case.clone(), FindingSource::Return(source.clone())))
        }
        Evidence::Meeting { meeting, case } => Some((
            case.clone(),
            FindingSource::Meeting { meeting: meeting.clone(), case: case.clone() },
        )),
        _ => None,
    };
    if let Some((case, source)) = source {
        let view = sources::view(desk, workbook, &source);
        return (Some(case), view! { <li>{view}</li> }.into_any());
    }
    let Some(line) = line_of(workbook, evidence, then) else {
        return (None, view! { <li>{words::GONE}</li> }.into_any());
    };
    let Line { case, words, place, to, way } = line;
    let href = desk.href(&to);
    let hidden = [": ", &place].concat();
    let view = view! {
        <li>
            <span class="app-plain-text">{words}</span> <br />
            <span class="app-note">{place}</span> " "
            <a class="govuk-link app-note" href=href>{way}<span class="govuk-visually-hidden">{hidden}</span></a>
        </li>
    };
    (case, view.into_any())
}
