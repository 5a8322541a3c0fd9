//! Whether an agency tends to grade above or below the panel (N-21): for itself to look at, never a league table.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::{heading, scrolling};
use super::route::Part;
use super::words as panel_words;
use super::words::together as words;
use crate::panel::integration::{Calibration, n21_calibration};
use crate::ui::govuk::{Cell, Table};

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let table = move || {
        let rows = desk.with(|workbook| n21_calibration(workbook).iter().map(row).collect());
        let head = vec![
            Cell::text(words::AGENCY),
            Cell::number(words::COMPARED_CASES),
            Cell::number(words::BETTER),
            Cell::number(words::SAME),
            Cell::number(words::POORER),
        ];
        let table = view! { <Table head=head rows=rows row_headers=true /> };
        scrolling(words::CALIBRATION, table.into_any())
    };
    view! {
        {heading(desk, words::CALIBRATION, (&Part::Overview, panel_words::BACK_TO_ROUND))}
        <p class="govuk-body">{words::CALIBRATION_EXPLAINED}</p>
        {table}
    }
    .into_any()
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
