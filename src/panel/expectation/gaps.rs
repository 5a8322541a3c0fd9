//! What keeps a report from being finished (K-02).

use chrono::NaiveDate;

use super::{Expectation, Expected};
use crate::envelope::Hash;
use crate::panel::matrix::{CellState, Matrix};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;

/// Something that has to be settled, or for which a reason has to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// A return is missing, and nothing says why.
    Missing {
        /// Whose, about which case.
        place: ReturnKey,
        /// Its day has passed.
        overdue: bool,
    },
    /// Several files claim to be one return (V-03).
    Conflict(ReturnKey),
    /// A return counts, and its file is not here or cannot be opened here: nothing of it is counted.
    NotRead(ReturnKey),
    /// A file is kept apart or held, and nobody has decided about it (V-06): a return, a concern or a withdrawal.
    Undecided(Hash),
}

/// K-02: everything without which a report would be about an unknown part of the round.
///
/// In the matrix' order, then returns that are not read, then files by their hash.
pub fn k02_gaps(workbook: &Workbook, today: NaiveDate) -> Vec<Gap> {
    let matrix = Matrix::of(workbook, today);
    let mut gaps = Vec::new();
    for row in matrix.rows.iter().filter(|row| !row.withdrawn) {
        for (cell, column) in row.cells.iter().zip(&matrix.columns) {
            let place = || ReturnKey {
                case: row.case.clone(),
                slot: column.slot.clone(),
                agency: column.agency.clone(),
            };
            match cell.state {
                CellState::Expected { overdue } => {
                    gaps.push(Gap::Missing { place: place(), overdue });
                }
                CellState::Conflict => gaps.push(Gap::Conflict(place())),
                CellState::NotAsked
                | CellState::Received(_)
                | CellState::Nil(_)
                | CellState::Declined
                | CellState::GoneWithout
                | CellState::Withdrawn { .. } => {}
            }
        }
    }
    gaps.extend(k02_unread(workbook).cloned().map(Gap::NotRead));
    gaps.extend(undecided(workbook).map(Gap::Undecided));
    gaps
}

/// K-02: returns that count and are not read, without which nobody has decided to go on.
pub fn k02_unread(workbook: &Workbook) -> impl Iterator<Item = &ReturnKey> {
    let expected = Expected::of(workbook);
    workbook.counting_unread().filter(move |place| match expected.of_place(place) {
        Some(Expectation::GoneWithout | Expectation::Declined) => false,
        Some(Expectation::AsPlanned | Expectation::Extended { .. }) | None => true,
    })
}

/// Files apart or held of which nobody has said that they stay so: returns, then concerns and withdrawals.
fn undecided(workbook: &Workbook) -> impl Iterator<Item = Hash> {
    let files = workbook.register().kept_files().copied();
    let waits = move |file: &Hash| workbook.waits_apart(file) == Some(true);
    files.filter(move |file| waits(file) && workbook.stays_apart(file).is_none())
}

impl Expectation {
    /// Whether nothing more is to come.
    pub fn is_final(self) -> bool {
        match self {
            Self::Declined | Self::GoneWithout => true,
            Self::AsPlanned | Self::Extended { .. } => false,
        }
    }
}
