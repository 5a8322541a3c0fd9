//! Cases by auditors: what has come, and who still owes what.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{LINES, Paging, auditor_head, heading, scrolling};
use super::route::{Part, ReturnAt};
use super::words::register as own;
use super::{taken_back, words};
use crate::browser::{local, now};
use crate::gather::gathered;
use crate::id::{CaseRef, SlotId};
use crate::panel::{Cell as MatrixCell, CellState, Column, Matrix, Received, Row, Totals};
use crate::ui::dates::long_date;
use crate::ui::govuk::{Cell, SummaryList, SummaryRow, Table, Tag, TagColour};

/// Cells on one page, about: a browser draws so many at once without being felt to.
const CELLS: usize = 1_200;
/// Fewest cases on one page.
const FEWEST: usize = 10;

/// The expectation matrix.
#[component]
pub fn MatrixPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let (paging, of_owing) = (Paging::new("matrix"), Paging::new("owing"));
    let of_gone = Paging::new("gone");
    // Once a change of the round, however often somebody turns the page.
    let matrix =
        Memo::new(move |_| desk.try_with(|workbook| Matrix::of(workbook, local(now()).date())));
    let totals = move || matrix.with(|matrix| Some(totals(&matrix.as_ref()?.totals)));
    let table = move || matrix.with(|matrix| Some(table(desk, matrix.as_ref()?, paging)));
    let owing = move || matrix.with(|matrix| Some(owing(matrix.as_ref()?, of_owing)));
    view! {
        {heading(desk, words::MATRIX, (&Part::Overview, words::BACK_TO_ROUND))}
        {totals}
        {table}
        {move || taken_back::list(desk, of_gone)}
        {owing}
        <p class="govuk-body"><a class="govuk-link" href=desk.href(&Part::Reminders)>{own::REMINDERS}</a></p>
    }
}

fn totals(totals: &Totals) -> AnyView {
    // Few rounds have any; where there are some, the numbers are short of what was asked for without them.
    let seldom = [(words::DECLINED, totals.declined), (words::GONE_WITHOUT, totals.gone_without)];
    let rows = [
        (words::RETURNS_ASKED, totals.asked),
        (words::RETURNS_RECEIVED, totals.came()),
        (words::RETURNS_NIL, totals.nil),
        (words::RETURNS_LATE, totals.late),
        (words::RETURNS_EXPECTED, totals.expected),
        (words::RETURNS_OVERDUE, totals.overdue),
        (words::RETURNS_CONFLICT, totals.conflict),
    ]
    .into_iter()
    .chain(seldom.into_iter().filter(|(_, number)| *number > 0))
    .chain([(words::RETURNS_APART, totals.quarantined + totals.unplaced + totals.held)]);
    let rows = rows.map(|(key, number)| SummaryRow::text(key, number.to_string())).collect();
    view! { <SummaryList rows=rows class="app-totals" /> }.into_any()
}

/// Cases on one page of a matrix with so many auditors.
fn cases_at_once(auditors: usize) -> usize {
    (CELLS / auditors.max(1)).clamp(FEWEST, LINES)
}

fn table(desk: Desk, matrix: &Matrix, paging: Paging) -> AnyView {
    let shown = paging.shown(matrix.rows.len(), cases_at_once(matrix.columns.len()));
    let mut head = vec![Cell::text(words::CASE)];
    let columns = matrix.columns.iter();
    head.extend(columns.map(|column| auditor_head(&column.agency_name, &column.slot_label)));
    let rows = shown.of_list(&matrix.rows).iter();
    let rows = rows.map(|row| table_row(desk, row, &matrix.columns)).collect();
    let table = view! { <Table head=head rows=rows row_headers=true class="app-matrix" /> };
    paging.around(words::CASES, &shown, scrolling(words::MATRIX, table.into_any()))
}

fn table_row(desk: Desk, row: &Row, columns: &[Column]) -> Vec<Cell> {
    let href = desk.href(&Part::Case(row.case.clone()));
    let label = row.label.clone();
    let mut cells = vec![Cell::new(view! { <a class="govuk-link" href=href>{label}</a> })];
    let of_slot = |(one, column): (&MatrixCell, &Column)| {
        let (case, slot) = (row.case.clone(), column.slot.clone());
        let part = match one.state {
            CellState::Received(_) | CellState::Nil(_) => {
                Part::Return(ReturnAt { case, slot }, None)
            }
            CellState::NotAsked
            | CellState::Expected { .. }
            | CellState::Conflict
            | CellState::Declined
            | CellState::GoneWithout
            | CellState::Withdrawn { .. } => Part::Place(case, slot),
        };
        let whose = words::return_of(&row.label, &column.agency_name);
        cell(one, (desk.href(&part), whose))
    };
    cells.extend(row.cells.iter().zip(columns).map(of_slot));
    cells
}

/// What has come, as the way to read it or to decide about it. `link` is its address, and whose return it is.
fn cell(cell: &MatrixCell, link: (String, String)) -> Cell {
    let (text, colour) = match cell.state {
        CellState::NotAsked => return Cell::text(words::NOT_ASKED).class("app-quiet"),
        CellState::Expected { .. } if cell.taken_back.is_some() => {
            (words::WITHDRAWN.to_owned(), TagColour::Grey)
        }
        CellState::Expected { overdue: true } => (words::OVERDUE.to_owned(), TagColour::Orange),
        CellState::Expected { overdue: false } => (words::EXPECTED.to_owned(), TagColour::Blue),
        CellState::Received(received) => (said(words::RECEIVED, received), TagColour::Green),
        CellState::Nil(received) => (said(words::NIL, received), TagColour::Grey),
        CellState::Conflict => (words::CONFLICT.to_owned(), TagColour::Red),
        CellState::Declined => (words::DECLINED.to_owned(), TagColour::Grey),
        CellState::GoneWithout => (words::GONE_WITHOUT.to_owned(), TagColour::Grey),
        CellState::Withdrawn { .. } => (words::WITHDRAWN.to_owned(), TagColour::Grey),
    };
    let beside = cell.quarantined + cell.held;
    let beside = (beside > 0).then(|| {
        let text = ["+", &beside.to_string(), " apart"].concat();
        view! { " " <Tag text=text colour=TagColour::Yellow /> }
    });
    let notes = [
        cell.accepted.then(|| own::ACCEPTED.to_owned()),
        cell.extended.map(|until| [own::UP_TO, " ", &long_date(until)].concat()),
    ];
    let notes: Vec<_> = notes
        .into_iter()
        .flatten()
        .map(|note| view! { <span class="app-note">{note}</span> })
        .collect();
    let (href, whose) = link;
    Cell::new(view! {
        <a class="govuk-link app-tag-link" href=href><Tag text=text colour=colour />
            <span class="govuk-visually-hidden">{whose}</span></a>
        {notes}{beside}
    })
}

/// "Received", with its version where it is a correction, and whether it is late.
fn said(word: &str, received: Received) -> String {
    let mut text = word.to_owned();
    if received.version > 1 {
        text.push_str(", v");
        text.push_str(&received.version.to_string());
    }
    if received.late.is_some() {
        text.push_str(", ");
        text.push_str(words::LATE);
    }
    text
}

/// "Health, Health visiting".
fn auditor(column: &Column) -> String {
    let (name, label) = (&column.agency_name, &column.slot_label);
    if label.is_empty() || label == name {
        return name.clone();
    }
    [name.as_str(), ", ", label].concat()
}

fn owing(matrix: &Matrix, paging: Paging) -> AnyView {
    if matrix.outstanding.is_empty() {
        return view! { <p class="govuk-body">{words::NOBODY_OWES}</p> }.into_any();
    }
    let labels: BTreeMap<&CaseRef, &str> =
        gathered(matrix.rows.iter().map(|row| (&row.case, row.label.as_str())));
    let whose: BTreeMap<&SlotId, String> =
        gathered(matrix.columns.iter().map(|column| (&column.slot, auditor(column))));
    let owed: Vec<&(SlotId, Vec<CaseRef>)> =
        matrix.outstanding.iter().flat_map(|agency| &agency.returns).collect();
    let lengths = || owed.iter().map(|(_, cases)| cases.len());
    // A page of returns, not of agencies: one of them may owe hundreds.
    let shown = paging.shown(lengths().sum(), LINES);
    let parts = owed.iter().zip(shown.of_parts(lengths())).filter(|(_, lines)| !lines.is_empty());
    let lines: Vec<_> = parts
        .map(|((slot, cases), lines)| {
            let cases = cases.get(lines).unwrap_or_default();
            let cases: Vec<&str> =
                cases.iter().filter_map(|case| labels.get(case).copied()).collect();
            let who = whose.get(slot).map_or("", String::as_str);
            let text = [who, ": ", &cases.join(", ")].concat();
            view! { <li>{text}</li> }
        })
        .collect();
    let list = view! { <ul class="govuk-list govuk-list--bullet">{lines}</ul> };
    view! {
        <h2 class="govuk-heading-m">{words::OWING}</h2>
        {paging.around(words::OWING, &shown, list.into_any())}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ec03_how_many_have_come_says_how_many_of_them_are_nil_returns() {
        let said = |received, nil| {
            let totals = Totals { asked: 61, received, nil, ..Totals::default() };
            words::came(&totals)
        };
        assert_eq!(said(54, 0), "54 of 61");
        assert_eq!(said(54, 1), "55 of 61, 1 of them a nil return");
        assert_eq!(said(54, 6), "60 of 61, 6 of them nil returns");
    }

    #[test]
    fn k02_a_page_of_the_matrix_holds_what_a_browser_draws_at_once() {
        assert_eq!(cases_at_once(0), LINES);
        assert_eq!(cases_at_once(12), 100);
        assert_eq!(cases_at_once(24), 50);
        assert_eq!(cases_at_once(400), FEWEST);
    }
}
