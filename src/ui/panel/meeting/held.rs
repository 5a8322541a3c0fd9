//! What is held of a case: the ways to its returns and chronology, and the strengths and concerns that auditors recorded.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::{Part, ReturnAt};
use super::super::words::together::SEE_CHRONOLOGY;
use super::lettered::{called, in_order};
use super::words;
use crate::id::CaseRef;
use crate::panel::meeting::Letters;
use crate::panel::{Subject, Workbook};
use crate::tool::Area;
use crate::ui::govuk::Details;

/// The whole case, also where nothing is graded and no grade leads to what agencies wrote.
pub fn view(desk: Desk, workbook: &Workbook, subject: &Subject, open: bool) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{words::HELD}</h2>
        {ways(desk, workbook, &subject.case)}
        {folded(workbook, subject, open)}
    }
    .into_any()
}

fn ways(desk: Desk, workbook: &Workbook, case: &CaseRef) -> AnyView {
    let returns: Vec<AnyView> = workbook
        .current_of_case(case)
        .map(|(place, _, ret)| {
            let at = ReturnAt { case: case.clone(), slot: place.slot.clone() };
            let href = desk.href(&Part::Return(at, None));
            let name = names::place_line(workbook, place);
            let nil = ret
                .is_nil()
                .then(|| view! { " " <span class="app-note">{words::NIL_RETURN}</span> });
            view! { <li><a class="govuk-link" href=href>{name}</a>{nil}</li> }.into_any()
        })
        .collect();
    let returns = if returns.is_empty() {
        view! { <p class="govuk-body">{words::NO_RETURNS}</p> }.into_any()
    } else {
        view! {
            <p class="govuk-body">{words::ANSWERS_OF}</p>
            <ul class="govuk-list govuk-list--bullet">{returns}</ul>
        }
        .into_any()
    };
    let case_page = desk.href(&Part::Case(case.clone()));
    let chronology = desk.href(&Part::Chronology(case.clone()));
    view! {
        {returns}
        <p class="govuk-body">
            <a class="govuk-link" href=case_page>{words::CASE_PAGE}</a> " · "
            <a class="govuk-link" href=chronology>{SEE_CHRONOLOGY}</a>
        </p>
    }
    .into_any()
}

/// What the auditors recorded, agency by agency, behind how much it is.
pub fn folded(workbook: &Workbook, subject: &Subject, open: bool) -> Option<AnyView> {
    let lists = lists(workbook, subject, None);
    let count: usize = lists.iter().map(|list| list.lines.len()).sum();
    (count > 0).then(|| {
        let summary = [words::LINES, " (", &count.to_string(), ")"].concat();
        view! { <Details summary=summary open=open>{shown(lists)}</Details> }.into_any()
    })
}

/// The same, to be read from afar, with letters in place of names where those are hidden.
pub fn unfolded(workbook: &Workbook, subject: &Subject, letters: Option<&Letters<'_>>) -> AnyView {
    let lists = lists(workbook, subject, letters);
    if lists.is_empty() {
        return view! { <p class="govuk-body">{words::NO_LINES}</p> }.into_any();
    }
    view! { <h2 class="govuk-heading-m">{words::LINES}</h2>{shown(lists)} }.into_any()
}

/// Strengths or concerns of an area.
struct List {
    title: String,
    /// Whose, and what.
    lines: Vec<(String, String)>,
}

fn shown(lists: Vec<List>) -> Vec<AnyView> {
    let list = |List { title, lines }| {
        let items: Vec<_> = lines
            .into_iter()
            .map(|(who, text)| view! { <li><strong>{who}": "</strong>{text}</li> })
            .collect();
        view! {
            <h3 class="govuk-heading-s">{title}</h3>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
        .into_any()
    };
    lists.into_iter().map(list).collect()
}

/// Of one area, or of every area where the case is seen as a whole.
fn lists(workbook: &Workbook, subject: &Subject, letters: Option<&Letters<'_>>) -> Vec<List> {
    let areas = workbook.plan().round.tool.areas.iter();
    let all = areas.flat_map(|area| {
        let heading = match &subject.area {
            Some(id) if *id != area.id => return Vec::new(),
            Some(_) => String::new(),
            None => [names::area(workbook, Some(&area.id)).as_str(), ": "].concat(),
        };
        of_area(workbook, &subject.case, area, &heading, letters)
    });
    all.filter(|list| !list.lines.is_empty()).collect()
}

fn of_area(
    workbook: &Workbook,
    case: &CaseRef,
    area: &Area,
    heading: &str,
    letters: Option<&Letters<'_>>,
) -> Vec<List> {
    let (mut strengths, mut concerns) = (Vec::new(), Vec::new());
    for (place, _, ret) in workbook.current_of_case(case) {
        let Some(record) = ret.area(&area.id) else { continue };
        let name = called(workbook, place, letters);
        let line = |text: &str, evidence: &str| {
            let said = match evidence.trim() {
                "" => text.to_owned(),
                evidence => [text, " (", evidence, ")"].concat(),
            };
            (name.clone(), said)
        };
        strengths.extend(record.strengths.iter().map(|one| line(&one.text, &one.evidence)));
        concerns.extend(record.concerns.iter().map(|one| line(&one.text, &one.evidence)));
    }
    in_order(&mut strengths, letters);
    in_order(&mut concerns, letters);
    let list = |title: &str, lines| List { title: [heading, title].concat(), lines };
    vec![list(words::STRENGTHS, strengths), list(words::CONCERNS, concerns)]
}
