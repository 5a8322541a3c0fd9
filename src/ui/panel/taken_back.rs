//! What no longer counts: returns that their agencies took back, cases that were withdrawn, and why.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{LINES, Paging};
use super::words;
use crate::browser::local;
use crate::round::CaseStatus;
use crate::ui::dates::full_moment;

/// One line.
struct Line {
    what: String,
    why: String,
    file: Option<String>,
}

/// The list below the matrix; nothing where there is nothing to list.
pub fn list(desk: Desk, paging: Paging) -> Option<AnyView> {
    let lines: Vec<Line> = returns(desk).into_iter().chain(cases(desk)).collect();
    if lines.is_empty() {
        return None;
    }
    let shown = paging.shown(lines.len(), LINES);
    let items: Vec<_> = lines
        .into_iter()
        .skip(shown.lines.start)
        .take(shown.lines.len())
        .map(|Line { what, why, file }| {
            let file = file.map(|file| view! { <span class="app-note">{file}</span> });
            view! { <li><strong>{what}</strong>" "{why}{file}</li> }
        })
        .collect();
    let list =
        view! { <ul class="govuk-list govuk-list--bullet" id="taken-back">{items}</ul> }.into_any();
    let view = view! {
        <h2 class="govuk-heading-m">{words::WITHDRAWN}</h2>
        <p class="govuk-body">{words::WITHDRAWN_EXPLAINED}</p>
        {paging.around(words::WITHDRAWN, &shown, list)}
    };
    Some(view.into_any())
}

fn returns(desk: Desk) -> Vec<Line> {
    desk.with(|workbook| {
        let plan = workbook.plan();
        let line = |one: crate::panel::TakenBack| {
            let case = plan.case(&one.place.case).map_or("", |case| case.label.as_str());
            let agency = plan.agencies.iter().find(|agency| agency.id == one.place.agency);
            let agency = agency.map_or("", |agency| agency.name.as_str());
            let slot = plan.slot(&one.place.slot).map_or("", |slot| slot.label.as_str());
            Line {
                what: words::return_taken_back(case, agency, slot, one.version),
                why: one.reason,
                file: Some(words::in_file(&one.file, &full_moment(local(one.at)))),
            }
        };
        workbook.taken_back().into_iter().map(line).collect()
    })
}

fn cases(desk: Desk) -> Vec<Line> {
    desk.with(|workbook| {
        let cases = workbook.plan().cases.iter();
        let line = |case: &crate::round::CaseEntry| match &case.status {
            CaseStatus::Withdrawn { reason } => Some(Line {
                what: words::case_withdrawn(&case.label),
                why: reason.clone(),
                file: None,
            }),
            CaseStatus::Open => None,
        };
        cases.filter_map(line).collect()
    })
}
