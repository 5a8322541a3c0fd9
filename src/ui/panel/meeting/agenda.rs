//! What a meeting has before it: who is there, what is open, every case.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{LINES, Paging, said_line, scrolling, titled};
use super::items::{Item, grades_anything, items, order};
use super::people::quorum;
use super::{Place, notes, part, title, words};
use crate::id::{CaseRef, ItemId};
use crate::panel::{Subject, Workbook};
use crate::round::CaseEntry;
use crate::ui::govuk::{Button, ButtonGroup, ButtonKind, Cell, Details, PageErrors, Table};

/// The agenda of one meeting.
pub fn page(desk: Desk, id: ItemId) -> AnyView {
    let heading = desk.with(|workbook| title(workbook, &id));
    let errors = PageErrors::new();
    let quorum = {
        let id = id.clone();
        move || desk.try_with(|workbook| quorum(workbook, &id))
    };
    let (of_open, of_cases) = (Paging::new("open-items"), Paging::new("cases"));
    // Every case is gone through for it: once a change of the round, not at each turn of a page.
    let items = Memo::new_with_compare(move |_| desk.with(items), |_, _| true);
    let open = {
        let id = id.clone();
        move || {
            items.with(|items| {
                desk.try_with(|workbook| {
                    open_items(desk, workbook, (&id, items.as_slice()), of_open)
                })
            })
        }
    };
    let cases = {
        let id = id.clone();
        move || desk.try_with(|workbook| cases(desk, workbook, &id, of_cases))
    };
    let link = |place: Place, text: &'static str| {
        let href = desk.href(&part(place));
        view! { <a class="govuk-link" href=href>{text}</a> }
    };
    view! {
        {titled(desk, heading, (&part(Place::List), words::BACK_TO_MEETINGS), errors)}
        {said_line(desk)}
        {quorum}
        <p class="govuk-body">
            {link(Place::People(id.clone()), words::CHANGE_WHO)} " · "
            {link(Place::Minutes(id.clone()), words::MINUTES)}
        </p>
        {open}
        {cases}
        {notes::section(desk, part(Place::Agenda(id.clone())), id, None, errors)}
    }
    .into_any()
}

fn open_items(
    desk: Desk,
    workbook: &Workbook,
    (id, items): (&ItemId, &[Item]),
    paging: Paging,
) -> AnyView {
    if items.is_empty() {
        return view! {
            <h2 class="govuk-heading-m">{words::open_count(0)}</h2>
            <p class="govuk-body">{words::NOTHING_OPEN}</p>
        }
        .into_any();
    }
    let first = items.iter().find_map(|item| item.subject.clone());
    let first = first.map(|subject| {
        let href = desk.href(&part(Place::Sitting(id.clone(), subject)));
        view! { <ButtonGroup><Button text=words::FIRST_OPEN href=href kind=ButtonKind::Primary /></ButtonGroup> }
    });
    let by_case = by_case(items);
    let cases = workbook.plan().open_cases();
    let cases: Vec<(&str, &Vec<&Item>)> = cases
        .filter_map(|case| Some((case.label.as_str(), by_case.get(&case.case_ref)?)))
        .collect();
    let shown = paging.shown(cases.len(), LINES);
    let of_cases: Vec<AnyView> = shown
        .of_list(&cases)
        .iter()
        .map(|(label, open)| {
            let lines: Vec<AnyView> = open.iter().map(|item| line(desk, id, item)).collect();
            let summary = words::case_open(label, lines.len());
            view! {
                <Details summary=summary><ul class="govuk-list govuk-list--bullet">{lines}</ul></Details>
            }
            .into_any()
        })
        .collect();
    let others = items.iter().filter(|item| item.case.is_none());
    let others: Vec<AnyView> = others.map(|item| line(desk, id, item)).collect();
    view! {
        <h2 class="govuk-heading-m">{words::open_count(items.len())}</h2>
        {first}
        {paging.around(words::CASES_OPEN, &shown, of_cases.into_any())}
        <ul class="govuk-list govuk-list--bullet">{others}</ul>
    }
    .into_any()
}

/// The items about each case that has any.
fn by_case(items: &[Item]) -> BTreeMap<&CaseRef, Vec<&Item>> {
    let mut by_case: BTreeMap<&CaseRef, Vec<&Item>> = BTreeMap::new();
    for item in items {
        if let Some(case) = &item.case {
            by_case.entry(case).or_default().push(item);
        }
    }
    by_case
}

fn line(desk: Desk, id: &ItemId, item: &Item) -> AnyView {
    let (title, wants) = (item.title.clone(), item.wants.clone());
    let title = match item.subject.clone() {
        Some(subject) => {
            let href = desk.href(&part(Place::Sitting(id.clone(), subject)));
            view! { <a class="govuk-link" href=href>{title}</a> }.into_any()
        }
        None => title.into_any(),
    };
    view! { <li>{title}": "{wants}</li> }.into_any()
}

/// Every case with how much of it is decided, and the way to it.
fn cases(desk: Desk, workbook: &Workbook, id: &ItemId, paging: Paging) -> AnyView {
    let order = order(workbook);
    let grades = grades_anything(workbook);
    let nothing = (!grades).then(|| view! { <p class="govuk-body">{words::NO_GRADES_HERE}</p> });
    let row = |case: &CaseEntry| {
        let of_case: Vec<&Subject> =
            order.iter().filter(|subject| subject.case == case.case_ref).collect();
        let settled = |subject: &&&Subject| {
            let judgement = workbook.judgement(subject);
            judgement.is_some_and(|judgement| judgement.decision.verdict.is_settled())
        };
        let decided = of_case.iter().filter(settled).count();
        let count = if grades {
            [decided.to_string(), of_case.len().to_string()].join(" of ")
        } else {
            String::new()
        };
        let links: Vec<AnyView> =
            of_case.iter().map(|subject| to(desk, workbook, id, subject)).collect();
        vec![Cell::text(case.label.clone()), Cell::text(count), Cell::new(links)]
    };
    let all: Vec<&CaseEntry> = workbook.plan().open_cases().collect();
    let shown = paging.shown(all.len(), LINES);
    let rows = shown.of_list(&all).iter().copied().map(row).collect();
    let head = [words::CASE, words::DECIDED, words::OVERALL_AREAS].map(Cell::text).into();
    let table = view! { <Table head=head rows=rows row_headers=true class="app-agenda" /> };
    view! {
        <h2 class="govuk-heading-m">{words::ALL_CASES}</h2>
        {nothing}
        {paging.around(words::ALL_CASES, &shown, scrolling(words::ALL_CASES, table.into_any()))}
    }
    .into_any()
}

/// The number of an area as a link; its name and case for screen readers.
fn to(desk: Desk, workbook: &Workbook, id: &ItemId, subject: &Subject) -> AnyView {
    let tool = &workbook.plan().round.tool;
    let area = subject.area.as_ref().and_then(|area| tool.area(area));
    let shown = area.map_or_else(|| names::area(workbook, None), |area| area.number.to_string());
    let hidden = [" ", &names::subject(workbook, subject)].concat();
    let href = desk.href(&part(Place::Sitting(id.clone(), subject.clone())));
    view! {
        <a class="govuk-link app-agenda__area" href=href>{shown}
            <span class="govuk-visually-hidden">{hidden}</span></a>
        " "
    }
    .into_any()
}
