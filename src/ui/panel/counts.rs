//! In how many cases each answer was given.

mod settle;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{linked_cases, said_line, titled};
use super::route::Part;
use super::words::counts as own;
use super::{names, words};
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::counts::{
    CaseCount, CountedReturn, IN_OTHER_WORDS, ReturnCount, RoundAnswers, settled_before,
};
use crate::tool::{AnswerValue, Prompt};
use crate::ui::govuk::{Cell, Details, PageErrors, Table};

/// An area with the questions that are counted of it.
#[derive(Clone, PartialEq)]
struct Counted {
    title: String,
    prompts: Vec<CountedPrompt>,
}

/// A question with its counts, and what the panel has to settle before a case is counted.
#[derive(Clone, PartialEq)]
struct CountedPrompt {
    prompt: Prompt,
    rows: Vec<Row>,
    contested: Vec<settle::Line>,
    /// What the panel settled that no longer counts, as each agency answers for itself.
    settled_before: Option<String>,
}

/// One answer, in how many cases, and which; of agencies' own part in how many returns, and whose.
#[derive(Clone, PartialEq)]
struct Row {
    answer: String,
    number: String,
    which: Vec<(CaseRef, String)>,
}

impl CountedPrompt {
    fn says_something(&self) -> bool {
        !self.rows.is_empty() || !self.contested.is_empty() || self.settled_before.is_some()
    }
}

/// The page of counted answers.
#[component]
pub fn CountsPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let errors = PageErrors::new();
    let counted = Memo::new(move |_| desk.with(counted));
    let titles = Memo::new(move |_| counted.with(|areas| titles(areas)));
    // Built once for each area: one that is built again closes, and takes the focus from whoever is in it.
    let areas = move || {
        let titles = titles.get().into_iter().enumerate();
        let view = |(at, title): (usize, String)| area_view(desk, counted, at, title, errors);
        untrack(|| titles.map(view).collect::<Vec<AnyView>>())
    };
    let waiting = move || {
        let waiting = counted.with(|areas| words::counts::waiting(&waiting(areas)));
        waiting.map(|text| view! { <p class="govuk-body">{text}</p> })
    };
    view! {
        {titled(desk, words::COUNTS.to_owned(), (&Part::Overview, words::BACK_TO_ROUND), errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::COUNTS_EXPLAINED}</p>
        {waiting}
        {areas}
    }
}

fn titles(areas: &[Counted]) -> Vec<String> {
    areas.iter().map(|area| area.title.clone()).collect()
}

/// Areas with answers that the panel has not settled, and how many.
fn waiting(areas: &[Counted]) -> Vec<(String, usize)> {
    let of_area = |area: &Counted| {
        let waiting: usize = area.prompts.iter().map(|one| settle::waiting(&one.contested)).sum();
        (area.title.clone(), waiting)
    };
    areas.iter().map(of_area).filter(|(_, waiting)| *waiting > 0).collect()
}

fn counted(workbook: &Workbook) -> Vec<Counted> {
    let answers = RoundAnswers::of(workbook);
    let areas = workbook.plan().round.tool.areas.iter();
    areas
        .map(|area| Counted {
            title: [area.number.to_string().as_str(), ". ", &area.title].concat(),
            prompts: area
                .prompts
                .iter()
                .map(|prompt| CountedPrompt {
                    prompt: prompt.clone(),
                    rows: rows(workbook, &answers, prompt),
                    contested: settle::lines(workbook, &answers, prompt),
                    settled_before: own::settled_before(&labels(
                        workbook,
                        &settled_before(workbook, &prompt.id),
                    )),
                })
                .filter(CountedPrompt::says_something)
                .collect(),
        })
        .collect()
}

fn area_view(
    desk: Desk,
    counted: Memo<Vec<Counted>>,
    at: usize,
    title: String,
    errors: PageErrors,
) -> AnyView {
    let area = Memo::new(move |_| counted.with(|areas| areas.get(at).cloned()));
    let is_begun = |one: &CountedPrompt| settle::any_begun(desk, &one.prompt, &one.contested);
    let begun = |area: &Option<Counted>| {
        area.as_ref().is_some_and(|area| area.prompts.iter().any(is_begun))
    };
    let open = area.with_untracked(begun);
    let prompts = move || {
        let prompts = area.get().map(|area| area.prompts).unwrap_or_default().into_iter();
        untrack(|| prompts.map(|one| prompt_view(desk, one, errors)).collect::<Vec<AnyView>>())
    };
    view! { <Details summary=title open=open>{prompts}</Details> }.into_any()
}

fn prompt_view(desk: Desk, one: CountedPrompt, errors: PageErrors) -> AnyView {
    let CountedPrompt { prompt, rows, contested, settled_before } = one;
    let table = (!rows.is_empty()).then(|| {
        let caption = [prompt.id.as_str(), " ", &prompt.text].concat();
        let head = if prompt.of_each_agency {
            [words::ANSWER, own::RETURNS, own::WHICH_RETURNS]
        } else {
            [words::ANSWER, words::NUMBER_OF_CASES, words::WHICH_CASES]
        };
        let head = head.map(Cell::text).into();
        let between = if prompt.of_each_agency { "; " } else { ", " };
        let links = desk.with(|workbook| {
            let plan = workbook.plan();
            plan.cases.len() * plan.round.tool.prompts().count()
        });
        let cells = |Row { answer, number, which }: Row| {
            let which = linked_cases(desk, which, between, links);
            vec![Cell::text(answer), Cell::text(number), which]
        };
        let rows: Vec<Vec<Cell>> = rows.into_iter().map(cells).collect();
        view! {
            <Table caption=caption caption_class="govuk-table__caption--s" head=head rows=rows
                row_headers=true class="app-counts govuk-table--small-text-until-tablet" />
        }
    });
    let own_part = (table.is_some() && prompt.of_each_agency).then_some(own::OF_RETURNS);
    let notes = own_part.map(str::to_owned).into_iter().chain(settled_before);
    let notes: Vec<AnyView> =
        notes.map(|note| view! { <p class="govuk-body">{note}</p> }.into_any()).collect();
    view! { {table}{notes}{settle::section(desk, &prompt, contested, errors)} }.into_any()
}

fn labels(workbook: &Workbook, cases: &[CaseRef]) -> Vec<String> {
    called(workbook, cases).into_iter().map(|(_, label)| label).collect()
}

fn called(workbook: &Workbook, cases: &[CaseRef]) -> Vec<(CaseRef, String)> {
    let known = |case: &CaseRef| workbook.plan().case(case).map(|one| one.label.clone());
    cases.iter().filter_map(|case| Some((case.clone(), known(case)?))).collect()
}

fn share(number: usize, of: usize) -> String {
    [number.to_string(), of.to_string()].join(" of ")
}

fn rows(workbook: &Workbook, answers: &RoundAnswers, prompt: &Prompt) -> Vec<Row> {
    let tally = answers.tally(&prompt.id, &prompt.kind);
    if prompt.of_each_agency {
        return own_part_rows(workbook, prompt, &tally);
    }
    let Some(first) = tally.first() else { return Vec::new() };
    let line = |answer: String, cases: &[CaseRef], of: usize| Row {
        answer,
        number: share(cases.len(), of),
        which: called(workbook, cases),
    };
    let mut rows: Vec<Row> = tally
        .iter()
        .filter(|count| !count.cases.is_empty())
        .map(|count| line(answer_label(prompt, &count.value), &count.cases, count.of))
        .collect();
    if !first.differing.is_empty() {
        // "Not applicable" and "not known" are counted of all cases, these of those that any other answer is of.
        let of = tally.iter().map(|count| count.of).min().unwrap_or(first.of);
        rows.push(line(words::DIFFERING.to_owned(), &first.differing, of));
    }
    if !first.in_other_words.is_empty() {
        let all = answers.cases().len();
        rows.push(line(IN_OTHER_WORDS.to_owned(), &first.in_other_words, all));
    }
    rows
}

/// N-10: in how many returns each answer was given, and whose they are.
fn own_part_rows(workbook: &Workbook, prompt: &Prompt, tally: &[CaseCount]) -> Vec<Row> {
    let row = |count: &CaseCount| {
        let returns = count.returns.as_ref().filter(|returns| !returns.returns.is_empty())?;
        let answer = answer_label(prompt, &count.value);
        let number = share(returns.returns.len(), returns.of);
        Some(Row { answer, number, which: whose(workbook, returns) })
    };
    let beside = tally.first().and_then(|count| {
        let returns = count.returns.as_ref().filter(|returns| returns.in_other_words > 0)?;
        let number = share(returns.in_other_words, returns.all);
        let which = called(workbook, &count.in_other_words);
        Some(Row { answer: IN_OTHER_WORDS.to_owned(), number, which })
    });
    tally.iter().filter_map(row).chain(beside).collect()
}

/// "Case 1: Police, School", case by case.
fn whose(workbook: &Workbook, returns: &ReturnCount) -> Vec<(CaseRef, String)> {
    let of_case = |of: &[CountedReturn]| {
        let case = of.first()?.place.case.clone();
        let places = of.iter().map(|one| names::place_line(workbook, &one.place));
        let places: Vec<String> = places.collect();
        let said = own::of_returns(&names::case(workbook, &case), &places);
        Some((case, said))
    };
    let by_case = returns.returns.chunk_by(|one, next| one.place.case == next.place.case);
    by_case.filter_map(of_case).collect()
}

fn answer_label(prompt: &Prompt, value: &str) -> String {
    if let Some(answer) = AnswerValue::ALL.into_iter().find(|answer| answer.as_str() == value) {
        return answer.label().to_owned();
    }
    let option = crate::id::OptionId::new(value).ok();
    let label = option.as_ref().and_then(|option| prompt.kind.option_label(option));
    label.unwrap_or(value).to_owned()
}
