//! A reminder for an agency that owes returns, to be sent by whatever way the board uses.

use chrono::NaiveDate;

use crate::panel::matrix::{Cell, Matrix, Outstanding, Row};
use crate::panel::workbook::Workbook;
use crate::text::{listed, long_date};

/// The text for one agency, a line for each of its places; `None` where it owes nothing.
///
/// Names cases by their public labels only.
pub fn chaser(workbook: &Workbook, agency: &Outstanding, today: NaiveDate) -> Option<String> {
    if agency.returns.is_empty() {
        return None;
    }
    let plan = workbook.plan();
    let round = &plan.round;
    let mut lines = vec![
        ["To: ", &agency.name].concat(),
        ["About: multi-agency case audit “", &round.title, "”"].concat(),
        String::new(),
        asked(round.dates.due, today),
        String::new(),
    ];
    let matrix = Matrix::of(workbook, today);
    for (slot, cases) in &agency.returns {
        let label = plan.slot(slot).map_or("", |slot| slot.label.as_str());
        let cases: Vec<String> = matrix
            .rows
            .iter()
            .filter(|row| cases.contains(&row.case))
            .map(|row| owed(&matrix, row, slot))
            .collect();
        let who = if label.is_empty() { agency.name.as_str() } else { label };
        lines.push(["- ", who, ": ", &listed(&cases)].concat());
    }
    lines.extend([
        String::new(),
        "A nil return takes a minute: it says that the family is not known to you, and where you \
         looked."
            .to_owned(),
        "If you need more time, or cannot return them, tell us why. The report says which returns \
         are missing and for what reason."
            .to_owned(),
        String::new(),
        round.board.name.clone(),
    ]);
    Some(lines.join("\n"))
}

fn asked(due: Option<NaiveDate>, today: NaiveDate) -> String {
    match due {
        Some(due) if today > due => {
            ["These returns were due on ", &long_date(due), " and have not reached us:"].concat()
        }
        Some(due) => ["These returns are due on ", &long_date(due), ":"].concat(),
        None => "We are waiting for these returns:".to_owned(),
    }
}

/// "Case 3 (by 4 June 2026, as agreed)".
fn owed(matrix: &Matrix, row: &Row, slot: &crate::id::SlotId) -> String {
    let at = matrix.columns.iter().position(|column| column.slot == *slot);
    match at.and_then(|at| row.cells.get(at)) {
        Some(Cell { extended: Some(until), .. }) => {
            [&row.label, " (by ", &long_date(*until), ", as agreed)"].concat()
        }
        Some(_) | None => row.label.clone(),
    }
}
