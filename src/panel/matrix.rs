//! The expectation matrix: who was to return what, and what has come (K-02).

mod lateness;

use chrono::NaiveDate;

use super::expectation::{Accepted, Expectation, Expected};
use super::register::{EntryState, Late, ReturnKey};
use super::workbook::Workbook;
use crate::envelope::Hash;
use crate::id::{AgencyId, CaseRef, SlotId};
use crate::round::{CaseStatus, Slot};

/// Cases by slots, with what has come for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// One a slot, in the plan's order.
    pub columns: Vec<Column>,
    /// One a case, in the plan's order.
    pub rows: Vec<Row>,
    /// Over all cells.
    pub totals: Totals,
    /// Returns still to come, by agency in the plan's order; agencies that owe none are left out.
    pub outstanding: Vec<Outstanding>,
}

/// One slot of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Which slot.
    pub slot: SlotId,
    /// Its agency.
    pub agency: AgencyId,
    /// The agency's name.
    pub agency_name: String,
    /// The slot's own label.
    pub slot_label: String,
}

/// One case of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which case.
    pub case: CaseRef,
    /// Its public label.
    pub label: String,
    /// No longer counts (V-09).
    pub withdrawn: bool,
    /// One a column.
    pub cells: Vec<Cell>,
}

/// What has come from one slot for one case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What counts.
    pub state: CellState,
    /// Files kept apart beside it, whatever counts, and about which nobody has decided that they stay so.
    pub quarantined: usize,
    /// Versions that wait for an earlier one.
    pub held: usize,
    /// More time was granted, up to and with this day.
    pub extended: Option<NaiveDate>,
    /// The coordinator has read what counts, and accepts it.
    pub accepted: bool,
    /// The file by which the agency has taken its return back, while nothing counts in its place.
    pub taken_back: Option<Hash>,
}

/// What counts in a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CellState {
    /// The slot was not asked about this case.
    #[default]
    NotAsked,
    /// Nothing that counts has come.
    Expected {
        /// The due date has passed.
        overdue: bool,
    },
    /// A return counts.
    Received(Received),
    /// A nil return counts: the agency had nothing to grade.
    Nil(Received),
    /// Several files claim to be the return; none counts (V-03).
    Conflict,
    /// Nothing came: the agency declines (edge case 48).
    Declined,
    /// Nothing came, and the panel goes on without it.
    GoneWithout,
    /// The case was withdrawn; whether a return had come (V-09).
    Withdrawn {
        /// It is kept and not counted.
        received: bool,
    },
}

/// The return that counts in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Received {
    /// From 2, it replaced an earlier one.
    pub version: u32,
    /// By how much it is late (V-05).
    pub late: Option<Late>,
}

/// Cells by what counts in them. Withdrawn cases and cells not asked are in none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Returns asked for: the sum of the next six.
    pub asked: usize,
    /// Received, nil returns left out: see [`Totals::came`].
    pub received: usize,
    /// Nil returns.
    pub nil: usize,
    /// In conflict.
    pub conflict: usize,
    /// Not here, and still to come.
    pub expected: usize,
    /// Not here: the agency declines.
    pub declined: usize,
    /// Not here, and the panel goes on without them.
    pub gone_without: usize,
    /// Received or nil, read and accepted.
    pub accepted: usize,
    /// Received or nil, and late.
    pub late: usize,
    /// Not here, and overdue.
    pub overdue: usize,
    /// Files kept apart, about which somebody has to decide.
    pub quarantined: usize,
    /// Versions that wait for an earlier one.
    pub held: usize,
    /// The same of files that belong to no cell: altered ones, ones for unknown cases or slots, concerns, withdrawals.
    pub unplaced: usize,
    /// Cases withdrawn.
    pub withdrawn_cases: usize,
}

/// What one agency still owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outstanding {
    /// Which agency.
    pub agency: AgencyId,
    /// Its name.
    pub name: String,
    /// Slots and their cases, both in the plan's order.
    pub returns: Vec<(SlotId, Vec<CaseRef>)>,
}

impl Matrix {
    /// The matrix of a round as things stand; `today` decides what is overdue.
    pub fn of(workbook: &Workbook, today: NaiveDate) -> Self {
        let plan = workbook.plan();
        let column = |slot: &Slot| Column {
            slot: slot.id.clone(),
            agency: slot.agency.clone(),
            agency_name: plan.agency(&slot.agency).map(|one| one.name.clone()).unwrap_or_default(),
            slot_label: slot.label.clone(),
        };
        let columns: Vec<Column> = plan.slots.iter().map(column).collect();
        let known = Known {
            workbook,
            accepted: Accepted::of(workbook),
            expected: Expected::of(workbook),
            today,
        };
        let rows: Vec<Row> = plan
            .cases
            .iter()
            .map(|case| {
                let withdrawn = case.status != CaseStatus::Open;
                let cell = |column| known.cell(column, &case.case_ref, withdrawn);
                Row {
                    case: case.case_ref.clone(),
                    label: case.label.clone(),
                    withdrawn,
                    cells: columns.iter().map(cell).collect(),
                }
            })
            .collect();
        let mut totals = Totals::of(&rows);
        totals.unplaced = quarantined(workbook).saturating_sub(totals.quarantined);
        let outstanding = plan
            .agencies
            .iter()
            .filter_map(|agency| Outstanding::of(&agency.id, &agency.name, &columns, &rows))
            .collect();
        Self { columns, rows, totals, outstanding }
    }
}

/// Files kept apart that somebody has to decide about, in the whole register; concerns and withdrawals too.
fn quarantined(workbook: &Workbook) -> usize {
    let register = workbook.register();
    let is_apart = |state: &EntryState| matches!(state, EntryState::Quarantined { .. });
    let returns = register.entries().filter(|(_, entry)| is_apart(&entry.state));
    let letters = register.letters().filter(|(_, letter)| letter.state.is_apart());
    let files = returns.map(|(file, _)| file).chain(letters.map(|(file, _)| file));
    files.filter(|file| workbook.stays_apart(file).is_none()).count()
}

/// What all cells are made from, looked up once.
struct Known<'a> {
    workbook: &'a Workbook,
    accepted: Accepted<'a>,
    expected: Expected<'a>,
    today: NaiveDate,
}

impl Known<'_> {
    fn cell(&self, column: &Column, case: &CaseRef, withdrawn: bool) -> Cell {
        let workbook = self.workbook;
        let place = ReturnKey {
            case: case.clone(),
            slot: column.slot.clone(),
            agency: column.agency.clone(),
        };
        let (mut cell, conflict) = files(workbook, &place);
        let current = workbook.current(&place);
        let granted = self.expected.of_place(&place);
        let due = workbook.due_as(granted);
        cell.extended = workbook.extension(granted);
        cell.taken_back = cell.taken_back.filter(|_| current.is_none());
        cell.accepted = current.is_some_and(|file| self.accepted.holds(&file));
        let missing = || match granted {
            Some(Expectation::Declined) => CellState::Declined,
            Some(Expectation::GoneWithout) => CellState::GoneWithout,
            Some(Expectation::AsPlanned | Expectation::Extended { .. }) | None => {
                CellState::Expected { overdue: due.is_some_and(|due| self.today > due) }
            }
        };
        cell.state = if !workbook.index.is_asked(&column.slot, case) {
            CellState::NotAsked
        } else if withdrawn {
            CellState::Withdrawn { received: current.is_some() }
        } else if conflict {
            CellState::Conflict
        } else {
            current.and_then(|file| workbook.received(&file, due)).unwrap_or_else(missing)
        };
        cell
    }
}

/// A cell with what its files say beside the one that counts, and whether they contradict each other.
fn files(workbook: &Workbook, place: &ReturnKey) -> (Cell, bool) {
    let mut cell = Cell::default();
    let mut conflict = false;
    for (file, _) in workbook.files_of(place) {
        match workbook.register().entry(&file).map(|entry| &entry.state) {
            Some(EntryState::Quarantined { .. }) => {
                cell.quarantined += usize::from(workbook.stays_apart(&file).is_none());
            }
            Some(EntryState::Held { .. }) => cell.held += 1,
            Some(EntryState::Conflict) => conflict = true,
            Some(EntryState::Withdrawn { by }) => cell.taken_back = Some(*by),
            Some(EntryState::Current | EntryState::Superseded { .. } | EntryState::SetAside)
            | None => {}
        }
    }
    (cell, conflict)
}

impl Row {
    /// What has come of this case alone: the sums of all rows are those of the matrix.
    pub fn totals(&self) -> Totals {
        Totals::of(std::slice::from_ref(self))
    }
}

impl Totals {
    /// Returns that have come. A nil return, by which an agency states that it was not involved, is a response
    /// as any other (edge case 3): it is among them, and [`Totals::nil`] tells how many there are.
    pub fn came(&self) -> usize {
        self.received + self.nil
    }

    fn of(rows: &[Row]) -> Self {
        let withdrawn_cases = rows.iter().filter(|row| row.withdrawn).count();
        let mut totals = Self { withdrawn_cases, ..Self::default() };
        for cell in rows.iter().flat_map(|row| &row.cells) {
            totals.add(cell);
        }
        totals
    }

    fn add(&mut self, cell: &Cell) {
        let asked = match cell.state {
            CellState::NotAsked | CellState::Withdrawn { .. } => 0,
            CellState::Expected { overdue } => {
                self.expected += 1;
                self.overdue += usize::from(overdue);
                1
            }
            CellState::Received(received) => {
                self.received += 1;
                self.late += usize::from(received.late.is_some());
                1
            }
            CellState::Nil(received) => {
                self.nil += 1;
                self.late += usize::from(received.late.is_some());
                1
            }
            CellState::Conflict => {
                self.conflict += 1;
                1
            }
            CellState::Declined => {
                self.declined += 1;
                1
            }
            CellState::GoneWithout => {
                self.gone_without += 1;
                1
            }
        };
        let here = matches!(cell.state, CellState::Received(_) | CellState::Nil(_));
        self.accepted += usize::from(here && cell.accepted);
        self.asked += asked;
        self.quarantined += cell.quarantined;
        self.held += cell.held;
    }
}

impl Outstanding {
    fn of(agency: &AgencyId, name: &str, columns: &[Column], rows: &[Row]) -> Option<Self> {
        let owed = |at: usize| -> Vec<CaseRef> {
            let expected = |row: &&Row| {
                row.cells
                    .get(at)
                    .is_some_and(|cell| matches!(cell.state, CellState::Expected { .. }))
            };
            rows.iter().filter(expected).map(|row| row.case.clone()).collect()
        };
        let returns: Vec<(SlotId, Vec<CaseRef>)> = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.agency == *agency)
            .map(|(at, column)| (column.slot.clone(), owed(at)))
            .filter(|(_, cases)| !cases.is_empty())
            .collect();
        (!returns.is_empty()).then(|| Self {
            agency: agency.clone(),
            name: name.to_owned(),
            returns,
        })
    }
}

#[cfg(test)]
mod tests;
