//! In how many cases each answer was given.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::heading;
use super::route::Part;
use super::words;
use crate::panel::Workbook;
use crate::panel::counts::RoundAnswers;
use crate::tool::{AnswerValue, Area, Prompt};
use crate::ui::govuk::{Cell, Details, Table};

/// The page of counted answers.
#[component]
pub fn CountsPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let areas = move || {
        desk.with(|workbook| {
            let answers = RoundAnswers::of(workbook);
            let tool = &workbook.plan().round.tool;
            tool.areas
                .iter()
                .map(|area| area_view(workbook, &answers, area))
                .collect::<Vec<AnyView>>()
        })
    };
    view! {
        {heading(desk, words::COUNTS, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{words::COUNTS_EXPLAINED}</p>
        {areas}
    }
}

fn area_view(workbook: &Workbook, answers: &RoundAnswers, area: &Area) -> AnyView {
    let tables: Vec<AnyView> =
        area.prompts.iter().filter_map(|prompt| prompt_view(workbook, answers, prompt)).collect();
    let title = [area.number.to_string().as_str(), ". ", &area.title].concat();
    view! { <Details summary=title>{tables}</Details> }.into_any()
}

fn prompt_view(workbook: &Workbook, answers: &RoundAnswers, prompt: &Prompt) -> Option<AnyView> {
    let tally = answers.tally(&prompt.id, &prompt.kind);
    let first = tally.first()?;
    let labels = |cases: &[crate::id::CaseRef]| {
        let label = |case| workbook.plan().case(case).map(|case| case.label.clone());
        cases.iter().filter_map(label).collect::<Vec<String>>().join(", ")
    };
    let line = |name: String, cases: &[crate::id::CaseRef], of: usize| {
        let number = [cases.len().to_string(), of.to_string()].join(" of ");
        vec![Cell::text(name), Cell::text(number), Cell::text(labels(cases))]
    };
    let mut rows: Vec<Vec<Cell>> = tally
        .iter()
        .filter(|count| !count.cases.is_empty())
        .map(|count| line(answer_label(prompt, &count.value), &count.cases, count.of))
        .collect();
    if !first.differing.is_empty() {
        // "Not applicable" and "not known" are counted of all cases, these of those that any other answer is of.
        let of = tally.iter().map(|count| count.of).min().unwrap_or(first.of);
        rows.push(line(words::DIFFERING.to_owned(), &first.differing, of));
    }
    if rows.is_empty() {
        return None;
    }
    let caption = [prompt.id.as_str(), " ", &prompt.text].concat();
    let head = [words::ANSWER, words::NUMBER_OF_CASES, words::WHICH_CASES].map(Cell::text).into();
    Some(
        view! { <Table caption=caption caption_class="govuk-table__caption--s" head=head rows=rows row_headers=true class="app-counts" /> }
            .into_any(),
    )
}

fn answer_label(prompt: &Prompt, value: &str) -> String {
    if let Some(answer) = AnswerValue::ALL.into_iter().find(|answer| answer.as_str() == value) {
        return answer.label().to_owned();
    }
    let option = crate::id::OptionId::new(value).ok();
    let label = option.as_ref().and_then(|option| prompt.kind.option_label(option));
    label.unwrap_or(value).to_owned()
}
