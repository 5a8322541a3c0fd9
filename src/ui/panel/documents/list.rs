//! The kinds of document, which of them this round can make, and where each stands.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::route::Part;
use super::super::words as panel_words;
use super::super::words::{baseline, beside as own, retention};
use super::{Place, View, of, part, words};
use crate::panel::Workbook;
use crate::report::document::{DocumentKind, fit};
use crate::ui::govuk::{PageErrors, TagColour, Task, TaskList, TaskStatus};

/// The list.
pub fn page(desk: Desk) -> AnyView {
    let shown = move || {
        desk.with(|workbook| {
            let tasks = DocumentKind::ALL.map(|kind| task(desk, workbook, kind));
            Some(view! { <TaskList id="documents" items=tasks.into() /> })
        })
    };
    let link = |place: Place, text: &'static str| {
        let href = desk.href(&part(place));
        view! { <li><a class="govuk-link" href=href>{text}</a></li> }
    };
    let back = (&Part::Overview, panel_words::BACK_TO_ROUND);
    view! {
        {titled(desk, words::DOCUMENTS.to_owned(), back, PageErrors::new())}
        {said_line(desk)}
        <p class="govuk-body">{words::DOCUMENTS_EXPLAINED}</p>
        {shown}
        <h2 class="govuk-heading-m">{words::BESIDE}</h2>
        <ul class="govuk-list">
            {link(Place::Texts, words::TEXTS)}
            {link(Place::Numbers, words::NUMBERS)}
            {link(Place::Of(DocumentKind::Comparison, View::Whole), own::COMPARE)}
            {link(Place::Baseline, baseline::BASELINE)}
            {link(Place::Dataset, own::DATASET)}
            {link(Place::Retention, retention::RETENTION)}
        </ul>
    }
    .into_any()
}

fn task(desk: Desk, workbook: &Workbook, kind: DocumentKind) -> Task {
    let why = fit(kind, workbook).map(|unfit| unfit.sentence());
    let last = workbook.versions(kind.as_str()).next_back();
    let cleared = last.is_some_and(|one| workbook.clearance(&one.snapshot).is_some());
    let status = match (why, last) {
        (Some(_), _) => TaskStatus::tag(words::DOES_NOT_FIT, TagColour::Grey),
        (None, None) => TaskStatus::plain(""),
        (None, Some(_)) if cleared => TaskStatus::plain(words::IS_CLEARED),
        (None, Some(_)) => TaskStatus::tag(words::IS_KEPT, TagColour::Blue),
    };
    let hint = match why {
        Some(why) => [words::audience(kind.audience()), " ", why].concat(),
        None => words::audience(kind.audience()).to_owned(),
    };
    Task::new(words::kind(kind), desk.href(&of(kind, View::Whole)), status).hint(hint)
}
