//! The grades of all cases, area by area: a chart and its table.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::page::{heading, linked_cases};
use super::route::Part;
use super::words;
use crate::browser::{monotonic, sleep};
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::integration::{Counting, Distribution};
use crate::report::chart::BarChart;
use crate::ui::chart::ChartFigure;
use crate::ui::govuk::{Cell, Table};

/// How long the page counts before it looks after its person again, in milliseconds.
const AT_A_TIME: u64 = 15;

/// The page of charts.
#[component]
pub fn AreasPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let counted = counted(desk);
    let figures = move || {
        counted.with(|all| match all {
            Some(all) => desk.with(|workbook| figures(desk, workbook, all)),
            None => {
                vec![
                    view! { <p class="govuk-body" role="status">{words::AREAS_COUNTING}</p> }
                        .into_any(),
                ]
            }
        })
    };
    view! {
        {heading(desk, words::AREAS, (&Part::Overview, words::BACK_TO_ROUND))}
        <p class="govuk-body">{words::AREAS_EXPLAINED}</p>
        {figures}
    }
}

/// The grades of all cases once they are counted, and again whenever the workbook changes.
fn counted(desk: Desk) -> RwSignal<Option<Vec<Distribution>>> {
    let counted = RwSignal::new(None);
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let Some(counting) = desk.try_with(Counting::of) else { return };
        turn.update_value(|turn| *turn += 1);
        spawn_local(count(desk, counting, counted, (turn, turn.get_value())));
    });
    counted
}

/// Counts a few cases at a time, unless another count has begun since.
async fn count(
    desk: Desk,
    mut counting: Counting,
    counted: RwSignal<Option<Vec<Distribution>>>,
    (turn, mine): (StoredValue<u32>, u32),
) {
    while turn.try_get_value() == Some(mine) {
        let until = monotonic() + AT_A_TIME;
        let is_left = desk.try_with(|workbook| {
            while monotonic() < until {
                if !counting.count_next(workbook) {
                    return false;
                }
            }
            true
        });
        match is_left {
            Some(true) => sleep(0).await,
            Some(false) => return drop(counted.try_set(Some(counting.counted()))),
            None => return,
        }
    }
}

fn figures(desk: Desk, workbook: &Workbook, all: &[Distribution]) -> Vec<AnyView> {
    let cases = &workbook.plan().cases;
    let called = Called {
        desk,
        labels: cases.iter().map(|case| (&case.case_ref, case.label.as_str())).collect(),
        links: all.len() * cases.len(),
    };
    all.iter().map(|one| figure(workbook, &called, one)).collect()
}

/// What the cases of a round are called, and how many names of them all tables hold together.
struct Called<'a> {
    desk: Desk,
    labels: BTreeMap<&'a CaseRef, &'a str>,
    links: usize,
}

impl Called<'_> {
    fn label(&self, case: &CaseRef) -> &str {
        self.labels.get(case).copied().unwrap_or_default()
    }

    /// The cases that make a number.
    fn which(&self, cases: &[&CaseRef]) -> Cell {
        let called = cases.iter().map(|case| ((*case).clone(), self.label(case).to_owned()));
        linked_cases(self.desk, called.collect(), ", ", self.links)
    }
}

fn title(workbook: &Workbook, one: &Distribution) -> String {
    let tool = &workbook.plan().round.tool;
    match one.area.as_ref().and_then(|area| tool.area(area)) {
        Some(area) => [area.number.to_string().as_str(), ". ", &area.title].concat(),
        None => words::OVERALL.to_owned(),
    }
}

fn figure(workbook: &Workbook, called: &Called<'_>, one: &Distribution) -> AnyView {
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
            {table(called, one, title)}
        </section>
    }
    .into_any()
}

fn table(called: &Called<'_>, one: &Distribution, title: String) -> AnyView {
    let mut rows: Vec<Vec<Cell>> = one
        .rows
        .iter()
        .map(|row| {
            let which: Vec<&CaseRef> = row.cases.iter().map(|(case, _)| case).collect();
            vec![Cell::text(row.label.clone()), Cell::number(row.cases.len()), called.which(&which)]
        })
        .collect();
    let mut not_judged = BTreeMap::<&str, Vec<&CaseRef>>::new();
    for (case, why) in &one.not_judged {
        not_judged.entry(words::not_judged(*why)).or_default().push(case);
    }
    rows.extend(not_judged.into_iter().map(|(why, which)| {
        vec![Cell::text(why), Cell::number(which.len()), called.which(&which)]
    }));
    let head = vec![
        Cell::text(words::GRADE),
        Cell::number(words::NUMBER_OF_CASES),
        Cell::text(words::WHICH_CASES),
    ];
    view! { <Table caption=title caption_class="govuk-visually-hidden" head=head rows=rows row_headers=true /> }
        .into_any()
}
