//! One case as every agency grades it, area by area.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{self, LINES, Paging, heading, scrolling};
use super::route::{Part, ReturnAt};
use super::{authorities, contradictions, own_parts, sampling, words};
use crate::browser::{local, now};
use crate::id::{CaseRef, SlotId};
use crate::panel::integration::{AgencyGrading, AgencyNonGrade, Grid, GridRow, Voice};
use crate::panel::{JudgementState, Matrix, Row, Totals, Verdict, Workbook};
use crate::round::{CaseEntry, CaseStatus};
use crate::tool::Scale;
use crate::ui::govuk::{BackLink, Cell, InsetText, PageTitle, SaveStatus, Table, Tag, TagColour};

/// All cases, with how much of each must be discussed.
#[component]
pub fn CasesPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let paging = Paging::new("cases");
    // Once a change of the round, however often somebody turns the page.
    let came = Memo::new(move |_| desk.with(came_by_case));
    let table = move || {
        let shown = paging.shown(desk.with(|workbook| workbook.plan().cases.len()), LINES);
        let rows = came.with(|came| {
            desk.with(|workbook| {
                let cases = shown.of_list(&workbook.plan().cases).iter();
                let cases = cases.zip(shown.of_list(came));
                cases.map(|(case, came)| case_cells(desk, workbook, case, came)).collect()
            })
        });
        let mut head = vec![Cell::text(words::CASE)];
        head.extend(CASE_NUMBERS.map(Cell::number));
        let class = "app-case-list app-stacked";
        let table = view! { <Table head=head rows=rows row_headers=true class=class /> };
        paging.around(words::CASES, &shown, scrolling(words::CASES, table.into_any()))
    };
    view! {
        {heading(desk, words::CASES, (&Part::Overview, words::BACK_TO_ROUND))}
        {table}
        <p class="govuk-body"><a class="govuk-link" href=desk.href(&Part::Sampling(sampling::Place::Grid))>
            {words::sampling::HOW_CHOSEN}</a></p>
    }
}

/// The columns beside a case.
const CASE_NUMBERS: [&str; 4] =
    [words::RETURNS_RECEIVED, words::RETURNS_NIL, words::MUST_DISCUSS, words::SINGLE_SOURCE];

/// What has come of each case, in the plan's order: as “What has come” counts it.
fn came_by_case(workbook: &Workbook) -> Vec<Totals> {
    let matrix = Matrix::of(workbook, local(now()).date());
    matrix.rows.iter().map(Row::totals).collect()
}

/// What has come of a case, and how much of it must be discussed.
fn case_cells(desk: Desk, workbook: &Workbook, case: &CaseEntry, came: &Totals) -> Vec<Cell> {
    let grid = Grid::of(workbook, &case.case_ref);
    let discuss = grid.rows.iter().filter(|row| row.must_discuss.is_some()).count();
    let single = grid.rows.iter().filter(|row| row.single_source).count();
    let (received, nil) = match case.status {
        CaseStatus::Open => (came.came().to_string(), came.nil.to_string()),
        CaseStatus::Withdrawn { .. } => (words::WITHDRAWN.to_owned(), words::NO_NUMBER.to_owned()),
    };
    let numbers = [received, nil, discuss.to_string(), single.to_string()];
    let href = desk.href(&Part::Case(case.case_ref.clone()));
    let label = case.label.clone();
    let mut cells = vec![Cell::new(view! { <a class="govuk-link" href=href>{label}</a> })];
    cells.extend(CASE_NUMBERS.into_iter().zip(numbers).map(|(head, text)| {
        let cell = view! { <span class="app-stacked__head">{head}": "</span>{text} };
        Cell::new(cell).class("govuk-table__cell--numeric")
    }));
    cells
}

/// The integration grid of one case.
#[component]
pub fn CasePage(
    /// The desk with the round.
    desk: Desk,
    /// Which case.
    case: CaseRef,
) -> impl IntoView {
    let label = desk.with(|workbook| workbook.plan().case(&case).map(|case| case.label.clone()));
    let Some(label) = label else { return page::unknown() };
    let chronology = desk.href(&Part::Chronology(case.clone()));
    let ways = super::case::ways(desk, &case);
    let about = case.clone();
    let to_ask = move || contradictions::of_case(desk, &about);
    let about = case.clone();
    let own_parts = move || own_parts::of_case(desk, &about);
    let about = case.clone();
    let late = move || super::case::judged_without(desk, &about);
    let grid = move || grid_view(desk, &case);
    view! {
        <PageTitle text=label.clone() program=words::PROGRAM />
        <BackLink href=desk.href(&Part::Cases) text=words::BACK_TO_CASES />
        {page::caption(desk)}
        <h1 class="govuk-heading-l">{label}</h1>
        <SaveStatus state=desk.save_state() />
        <p class="govuk-body">{words::GRID_EXPLAINED}</p>
        {late}
        {grid}
        {own_parts}
        {to_ask}
        <p class="govuk-body"><a class="govuk-link" href=chronology>{words::together::SEE_CHRONOLOGY}</a></p>
        {ways}
    }
    .into_any()
}

fn grid_view(desk: Desk, case: &CaseRef) -> Option<AnyView> {
    desk.try_with(|workbook| {
        let grid = Grid::of(workbook, case);
        let voices = voices(workbook, case);
        if voices.is_empty() {
            let none = if grid.nil.is_empty() { words::NONE_HERE } else { words::ONLY_NIL_HERE };
            return view! { <InsetText>{none}</InsetText>{nil(desk, workbook, &grid)} }.into_any();
        }
        let mut head = vec![Cell::text(words::AREA)];
        head.extend(voices.iter().map(|voice| {
            let href = return_href(desk, case, &voice.slot);
            page::return_head(href, &voice.agency, &voice.label)
        }));
        head.extend([words::SUGGESTION, words::JUDGEMENT].map(Cell::text));
        let rows = grid.rows.iter().map(|row| row_cells(workbook, &voices, row)).collect();
        let table = view! { <Table head=head rows=rows row_headers=true class="app-grid" /> };
        view! {
            {scrolling(words::CASES, table.into_any())}
            {authorities::view(workbook, case)}
            {barring(workbook, &grid)}
            {nil(desk, workbook, &grid)}
        }
        .into_any()
    })
}

/// The address of one auditor's return for a case.
fn return_href(desk: Desk, case: &CaseRef, slot: &SlotId) -> String {
    desk.href(&Part::Return(ReturnAt { case: case.clone(), slot: slot.clone() }, None))
}

/// One column of the grid.
struct Column {
    slot: crate::id::SlotId,
    agency: String,
    label: String,
}

/// The auditors whose returns count and grade; nil returns stand below the grid.
fn voices(workbook: &Workbook, case: &CaseRef) -> Vec<Column> {
    let returns = workbook.current_of_case(case).filter(|(_, _, ret)| !ret.is_nil());
    returns
        .map(|(place, _, ret)| Column {
            slot: place.slot.clone(),
            agency: ret.agency.name.clone(),
            label: ret.agency.slot_label.clone(),
        })
        .collect()
}

fn row_cells(workbook: &Workbook, voices: &[Column], row: &GridRow) -> Vec<Cell> {
    let tool = &workbook.plan().round.tool;
    let title = match row.subject.area.as_ref().and_then(|area| tool.area(area)) {
        Some(area) => [area.number.to_string().as_str(), ". ", &area.title].concat(),
        None => words::OVERALL.to_owned(),
    };
    let mut cells = vec![Cell::text(title)];
    cells.extend(voices.iter().map(|voice| voice_cell(&tool.scale, voice, row)));
    cells.push(suggestion(&tool.scale, row));
    cells.push(judgement(&tool.scale, row));
    cells
}

fn voice_cell(scale: &Scale, column: &Column, row: &GridRow) -> Cell {
    let is = |voice: &Voice| voice.place.slot == column.slot;
    if let Some(grading) = row.gradings.iter().find(|grading| is(&grading.voice)) {
        return grading_cell(scale, grading);
    }
    if let Some(AgencyNonGrade { because, .. }) = row.non_grades.iter().find(|one| is(&one.voice)) {
        return Cell::text(because.label()).class("app-quiet");
    }
    if let Some(foreign) = row.foreign.iter().find(|one| is(&one.voice)) {
        return Cell::text([words::NOT_COMPARABLE, ": ", &foreign.label].concat());
    }
    Cell::text(words::SILENT).class("app-quiet")
}

fn label(scale: &Scale, grade: &crate::id::GradeId) -> String {
    scale.grade(grade).map(|grade| grade.label.clone()).unwrap_or_default()
}

fn grading_cell(scale: &Scale, grading: &AgencyGrading) -> Cell {
    let qualifier = grading.qualifier.as_ref().and_then(|id| {
        scale.qualifiers.iter().find(|one| one.id == *id).map(|one| one.label.clone())
    });
    let notes = [
        qualifier,
        grading.voice.lead.then(|| words::LEAD.to_owned()),
        (!grading.voice.asked).then(|| words::NOT_NORMALLY.to_owned()),
    ];
    let notes: Vec<_> = notes
        .into_iter()
        .flatten()
        .map(|note| view! { <span class="app-note">{note}</span> })
        .collect();
    let text = label(scale, &grading.grade);
    Cell::new(view! { <strong>{text}</strong>{notes} })
}

fn suggestion(scale: &Scale, row: &GridRow) -> Cell {
    let text = match (&row.suggestion, row.not_graded) {
        (Some(suggestion), _) => {
            let grade = label(scale, &suggestion.grade);
            [grade.as_str(), " (", words::basis(suggestion.basis), ")"].concat()
        }
        (None, Some(why)) => words::not_graded(why).to_owned(),
        (None, None) => words::NO_SUGGESTION.to_owned(),
    };
    let discuss = row.must_discuss.map(|why| {
        let text = words::must_discuss(why);
        view! { <Tag text=text colour=TagColour::Orange /> }
    });
    let single = row
        .single_source
        .then(|| view! { <Tag text=words::SINGLE_SOURCE colour=TagColour::Grey /> });
    Cell::new(view! { <span class="app-suggestion">{text}</span>{discuss}{single} })
}

fn judgement(scale: &Scale, row: &GridRow) -> Cell {
    let Some((judgement, state)) = &row.judgement else {
        return Cell::text(words::NOT_JUDGED_YET).class("app-quiet");
    };
    let text = match &judgement.decision.verdict {
        Verdict::Grade { grade, .. } => label(scale, grade),
        Verdict::NotJudged => words::NOT_JUDGED.to_owned(),
        Verdict::Deferred => words::DEFERRED.to_owned(),
    };
    let reopened = (*state != JudgementState::Stands)
        .then(|| view! { <Tag text=words::REOPENED colour=TagColour::Red /> });
    Cell::new(view! { {text}{reopened} })
}

/// N-16: what keeps the case from being outstanding.
fn barring(workbook: &Workbook, grid: &Grid) -> Option<AnyView> {
    let tool = &workbook.plan().round.tool;
    let areas = grid.areas_barring_outstanding(&tool.scale);
    if areas.is_empty() {
        return None;
    }
    let titles: Vec<String> = areas
        .into_iter()
        .filter_map(|area| tool.area(area))
        .map(|area| area.title.clone())
        .collect();
    let text = [words::BARS_OUTSTANDING, " ", &titles.join(", "), "."].concat();
    Some(view! { <p class="govuk-body">{text}</p> }.into_any())
}

fn nil(desk: Desk, workbook: &Workbook, grid: &Grid) -> Option<AnyView> {
    if grid.nil.is_empty() {
        return None;
    }
    let line = |voice: &Voice| {
        let place = &voice.place;
        let href = return_href(desk, &place.case, &place.slot);
        let name = workbook.plan().agency(&place.agency).map(|agency| agency.name.clone());
        view! { <li><a class="govuk-link" href=href>{name}</a></li> }
    };
    let lines: Vec<_> = grid.nil.iter().map(line).collect();
    Some(
        view! {
            <p class="govuk-body">{words::NIL_RETURNS}</p>
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
        }
        .into_any(),
    )
}
