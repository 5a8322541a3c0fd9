//! Texts that the panel writes for its documents, and where one is still wanted.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled};
use super::whole::beginning;
use super::{Place, part, words};
use crate::panel::Workbook;
use crate::panel::manuscript::{self, Passage};
use crate::ui::govuk::{ActionLink, Button, PageErrors, SummaryList, SummaryRow};

/// The list.
pub fn page(desk: Desk) -> AnyView {
    let shown = move || desk.with(|workbook| Some(listed(desk, workbook)));
    let new = desk.href(&part(Place::NewText(None)));
    let back = (&part(Place::List), words::BACK_TO_DOCUMENTS);
    view! {
        {titled(desk, words::TEXTS.to_owned(), back, PageErrors::new())}
        {said_line(desk)}
        <p class="govuk-body">{words::TEXTS_EXPLAINED}</p>
        <Button text=words::NEW_TEXT href=new />
        {shown}
    }
    .into_any()
}

fn listed(desk: Desk, workbook: &Workbook) -> AnyView {
    let passages = workbook.passages();
    let rows: Vec<SummaryRow> = passages.iter().map(|one| row(desk, workbook, one)).collect();
    let rows = if rows.is_empty() {
        view! { <p class="govuk-body">{words::NO_TEXTS}</p> }.into_any()
    } else {
        view! { <SummaryList rows=rows /> }.into_any()
    };
    let written = |place: &manuscript::Place| passages.iter().any(|one| one.place == *place);
    let open = workbook.plan().open_cases();
    let owed: Vec<AnyView> = open
        .map(|case| manuscript::Place::Summary(case.case_ref.clone()))
        .filter(|place| !written(place))
        .map(|place| {
            let text = place_name(workbook, &place);
            let href = desk.href(&part(Place::NewText(Some(place))));
            view! { <li><a class="govuk-link" href=href>{text}</a></li> }.into_any()
        })
        .collect();
    let owed = (!owed.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::NOT_WRITTEN}</h2>
            <ul class="govuk-list">{owed}</ul>
        }
    });
    view! { {rows}{owed} }.into_any()
}

fn row(desk: Desk, workbook: &Workbook, passage: &Passage) -> SummaryRow {
    let name = place_name(workbook, &passage.place);
    let texts = [&passage.heading, &passage.text, &passage.call_to_action];
    let said = texts.into_iter().find(|text| !text.trim().is_empty());
    let said = said.map(|text| beginning(text));
    let asks = passage.questions.first().map(|asked| beginning(&asked.text));
    let href = desk.href(&part(Place::Text(passage.id.clone())));
    SummaryRow::text(name.clone(), said.or(asks).unwrap_or_default())
        .action(ActionLink::new(words::CHANGE, href).hidden(name))
}

/// Where a text belongs, as a person reads it.
pub fn place_name(workbook: &Workbook, place: &manuscript::Place) -> String {
    match place {
        manuscript::Place::Summary(case) => {
            [words::SUMMARY_OF, " ", &names::case(workbook, case)].concat()
        }
        manuscript::Place::Finding(id) => {
            let Some(finding) = workbook.finding_now(id) else {
                return words::OF_DROPPED_FINDING.to_owned();
            };
            [words::OF_FINDING, " ", &beginning(&finding.text)].concat()
        }
        manuscript::Place::Overview(area) => {
            [words::OVERVIEW_OF, " ", &names::area(workbook, Some(area))].concat()
        }
        manuscript::Place::Learning => words::LEARNING.to_owned(),
        manuscript::Place::Recommendation => words::RECOMMENDATION.to_owned(),
        manuscript::Place::Discussion => words::DISCUSSION.to_owned(),
        manuscript::Place::Conclusion => words::CONCLUSION.to_owned(),
    }
}
