//! Whether an agency tends to grade above or below the panel (N-21): for itself to look at, never a league table.

use leptos::prelude::*;

use super::desk::Desk;
use super::names;
use super::page::{LINES, Paging, heading, scrolling};
use super::route::Part;
use super::words as panel_words;
use super::words::together as words;
use crate::panel::Workbook;
use crate::panel::integration::{
    Calibration, Throughout, ec57_inadequate_throughout, n21_calibration,
};
use crate::ui::govuk::{Cell, Table};

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let all = Memo::new(move |_| desk.with(n21_calibration));
    let paging = Paging::new("agencies");
    let table = move || {
        let shown = paging.shown(all.with(Vec::len), LINES);
        let rows = all.with(|all| shown.of_list(all).iter().map(row).collect());
        let head = vec![
            Cell::text(words::AGENCY),
            Cell::number(words::COMPARED_CASES),
            Cell::number(words::BETTER),
            Cell::number(words::SAME),
            Cell::number(words::POORER),
        ];
        let table = view! { <Table head=head rows=rows row_headers=true /> };
        paging.around(words::CALIBRATION, &shown, scrolling(words::CALIBRATION, table.into_any()))
    };
    view! {
        {heading(desk, words::CALIBRATION, (&Part::Overview, panel_words::BACK_TO_ROUND))}
        <p class="govuk-body">{words::CALIBRATION_EXPLAINED}</p>
        {table}
        {move || desk.with(throughout)}
    }
    .into_any()
}

/// What an agency's lead hears first; nothing where there is nothing.
fn throughout(workbook: &Workbook) -> Option<AnyView> {
    let line = |one: Throughout| {
        let cases: Vec<String> = one.cases.iter().map(|case| names::case(workbook, case)).collect();
        let area = names::area(workbook, one.area.as_ref());
        view! { <li>{words::throughout(&names::agency(workbook, &one.agency), &area, &cases)}</li> }
    };
    let lines: Vec<_> = ec57_inadequate_throughout(workbook).into_iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::THROUGHOUT}</h2>
            <p class="govuk-body">{words::THROUGHOUT_EXPLAINED}</p>
            <ul class="govuk-list govuk-list--bullet" id="throughout">{lines}</ul>
        }
        .into_any()
    })
}

fn row(one: &Calibration) -> Vec<Cell> {
    let mut cells = vec![Cell::text(one.name.clone())];
    match one.pattern {
        Some(pattern) => {
            let counts = [one.cases, pattern.better, pattern.same, pattern.poorer];
            cells.extend(counts.map(Cell::number));
        }
        None => cells.push(Cell::text(words::TOO_FEW).colspan(4)),
    }
    cells
}
