//! What each agency said of its own part in a case, side by side (N-10).

use leptos::prelude::*;

use super::desk::Desk;
use super::names;
use super::words::counts as words;
use crate::audit_return::{Answer, Response};
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::counts::{OwnPart, own_parts};
use crate::report::sheet::said::answer_text;
use crate::tool::Prompt;
use crate::ui::govuk::{SummaryList, SummaryRow};

/// Each question with what every agency answered; nothing where none was answered.
pub fn of_case(desk: Desk, case: &CaseRef) -> Option<AnyView> {
    let rows: Vec<SummaryRow> = desk
        .with(|workbook| own_parts(workbook, case).iter().map(|one| row(workbook, one)).collect());
    if rows.is_empty() {
        return None;
    }
    let view = view! {
        <h2 class="govuk-heading-m">{words::OWN_PARTS}</h2>
        <p class="govuk-body">{words::OWN_PARTS_EXPLAINED}</p>
        <SummaryList rows=rows />
    };
    Some(view.into_any())
}

fn row(workbook: &Workbook, one: &OwnPart) -> SummaryRow {
    let asks = [one.prompt.id.as_str(), " ", &one.prompt.text].concat();
    let said: Vec<AnyView> = one
        .said
        .iter()
        .map(|said| {
            let place = names::place_line(workbook, &said.place);
            let line = [place.as_str(), ": ", &text(&one.prompt, &said.response)].concat();
            view! { <li>{line}</li> }.into_any()
        })
        .collect();
    SummaryRow::new(asks, view! { <ul class="govuk-list">{said}</ul> })
}

/// An answer in one line.
pub fn text(prompt: &Prompt, response: &Response) -> String {
    let answer = Answer { response: Some(response.clone()), ..Answer::default() };
    answer_text(prompt, &answer).replace('\n', ", ")
}
