//! The grades of all cases, area by area: a chart and its table.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::heading;
use super::route::Part;
use super::words;
use crate::panel::Workbook;
use crate::panel::integration::{Distribution, distributions};
use crate::report::chart::BarChart;
use crate::ui::chart::ChartFigure;
use crate::ui::govuk::{Cell, Table};

/// The page of charts.
#[component]
pub fn AreasPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let figures = move || {
        desk.with(|workbook| {
            let all = distributions(workbook);
            all.iter().map(|one| figure(workbook, one)).collect::<Vec<AnyView>>()
        })
    };
    view! {
        {heading(desk, words::AREAS, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{words::AREAS_EXPLAINED}</p>
        {figures}
    }
}

fn title(workbook: &Workbook, one: &Distribution) -> String {
    let tool = &workbook.plan().round.tool;
    match one.area.as_ref().and_then(|area| tool.area(area)) {
        Some(area) => [area.number.to_string().as_str(), ". ", &area.title].concat(),
        None => words::OVERALL.to_owned(),
    }
}

fn figure(workbook: &Workbook, one: &Distribution) -> AnyView {
    let title = title(workbook, one);
    let id = one.area.as_ref().map_or("overall", |area| area.as_str()).to_owned();
    let said = words::judged(one.judged, one.of, one.suggested());
    // Where nothing is graded a chart would be all noughts, and its table as well.
    let chart = (one.judged > 0).then(|| {
        let chart = BarChart::of_grades(&title, one);
        view! { <ChartFigure id=id.clone() chart=chart /> }
    });
    view! {
        <section class="app-figure" id=["figure-", &id].concat()>
            <h2 class="govuk-heading-m">{title.clone()}</h2>
            <p class="govuk-body">{said}</p>
            {chart}
            {table(workbook, one, title)}
        </section>
    }
    .into_any()
}

fn table(workbook: &Workbook, one: &Distribution, title: String) -> AnyView {
    let label = |case: &crate::id::CaseRef| {
        workbook.plan().case(case).map(|case| case.label.clone()).unwrap_or_default()
    };
    let mut rows: Vec<Vec<Cell>> = one
        .rows
        .iter()
        .map(|row| {
            let which: Vec<String> = row.cases.iter().map(|(case, _)| label(case)).collect();
            vec![
                Cell::text(row.label.clone()),
                Cell::number(row.cases.len()),
                Cell::text(which.join(", ")),
            ]
        })
        .collect();
    let mut not_judged = BTreeMap::<&str, Vec<String>>::new();
    for (case, why) in &one.not_judged {
        not_judged.entry(words::not_judged(*why)).or_default().push(label(case));
    }
    rows.extend(not_judged.into_iter().map(|(why, which)| {
        vec![Cell::text(why), Cell::number(which.len()), Cell::text(which.join(", "))]
    }));
    let head = vec![
        Cell::text(words::GRADE),
        Cell::number(words::NUMBER_OF_CASES),
        Cell::text(words::WHICH_CASES),
    ];
    view! { <Table caption=title caption_class="govuk-visually-hidden" head=head rows=rows row_headers=true /> }
        .into_any()
}
