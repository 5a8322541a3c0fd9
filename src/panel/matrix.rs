//! The expectation matrix: who was to return what, and what has come (K-02).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::expectation::Expectation;
use super::register::{EntryState, Facts, Late, ReturnKey};
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
    /// Files kept apart beside it, whatever counts.
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
    /// Received, nil returns left out.
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
    /// Files kept apart.
    pub quarantined: usize,
    /// Versions that wait for an earlier one.
    pub held: usize,
    /// Files kept apart that belong to no cell: altered ones, ones for unknown cases or slots, concerns, withdrawals.
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
        let agencies: BTreeMap<&AgencyId, &str> =
            plan.agencies.iter().map(|agency| (&agency.id, agency.name.as_str())).collect();
        let column = |slot: &Slot| Column {
            slot: slot.id.clone(),
            agency: slot.agency.clone(),
            agency_name: agencies.get(&slot.agency).map_or("", |name| *name).to_owned(),
            slot_label: slot.label.clone(),
        };
        let columns: Vec<Column> = plan.slots.iter().map(column).collect();
        let rows: Vec<Row> = plan
            .cases
            .iter()
            .map(|case| {
                let withdrawn = case.status != CaseStatus::Open;
                let cell = |column| cell(workbook, column, &case.case_ref, withdrawn, today);
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

/// Files kept apart, in the whole register; concerns and withdrawals too.
fn quarantined(workbook: &Workbook) -> usize {
    let is_apart = |state: &EntryState| matches!(state, EntryState::Quarantined { .. });
    let register = workbook.register();
    let returns = register.entries().filter(|(_, entry)| is_apart(&entry.state)).count();
    returns + register.letters().filter(|(_, letter)| letter.state.is_apart()).count()
}

fn cell(
    workbook: &Workbook,
    column: &Column,
    case: &CaseRef,
    withdrawn: bool,
    today: NaiveDate,
) -> Cell {
    let place =
        ReturnKey { case: case.clone(), slot: column.slot.clone(), agency: column.agency.clone() };
    let mut cell = Cell::default();
    let mut conflict = false;
    for (file, _) in workbook.files_of(&place) {
        match workbook.register().entry(&file).map(|entry| &entry.state) {
            Some(EntryState::Quarantined { .. }) => cell.quarantined += 1,
            Some(EntryState::Held { .. }) => cell.held += 1,
            Some(EntryState::Conflict) => conflict = true,
            Some(EntryState::Withdrawn { by }) => cell.taken_back = Some(*by),
            Some(EntryState::Current | EntryState::Superseded { .. } | EntryState::SetAside)
            | None => {}
        }
    }
    let current = workbook.current(&place);
    let granted = workbook.expectation(&place).map(|decision| decision.what);
    if let Some(Expectation::Extended { until }) = granted
        && workbook.extends(until)
    {
        cell.extended = Some(until);
    }
    cell.taken_back = cell.taken_back.filter(|_| current.is_none());
    cell.accepted = current.is_some_and(|file| workbook.is_accepted(&file));
    let missing = || match granted {
        Some(Expectation::Declined) => CellState::Declined,
        Some(Expectation::GoneWithout) => CellState::GoneWithout,
        Some(Expectation::AsPlanned | Expectation::Extended { .. }) | None => {
            let overdue = workbook.due(&place).is_some_and(|due| today > due);
            CellState::Expected { overdue }
        }
    };
    cell.state = if !workbook.index.is_asked(&column.slot, case) {
        CellState::NotAsked
    } else if withdrawn {
        CellState::Withdrawn { received: current.is_some() }
    } else if conflict {
        CellState::Conflict
    } else {
        current.and_then(|file| workbook.received(&file)).unwrap_or_else(missing)
    };
    cell
}

impl Workbook {
    /// V-05: by how much the version of a return in a file is late.
    pub fn late(&self, file: &Hash) -> Option<Late> {
        let entry = self.register().entry(file)?;
        let facts = entry.facts.as_ref()?;
        Late::of(self.due(&facts.place), facts.signed_at, entry.imported_at)
    }

    /// V-05: by how much a return is late whose version in a file counts.
    ///
    /// The least late of its versions decides: who corrects a return, as the panel may have asked,
    /// was not late with it.
    fn came_late(&self, file: &Hash, facts: &Facts) -> Option<Late> {
        let late = self.late(file)?;
        let versions = self
            .files_of(&facts.place)
            .filter(|(other, one)| one.return_id == facts.return_id && self.has_counted(other));
        let lateness = versions.map(|(other, _)| self.late(&other));
        lateness.min_by_key(|one| one.map_or(0, |one| one.days)).unwrap_or(Some(late))
    }

    /// Whether a file is trusted, and the version that counts or one that this replaced.
    fn has_counted(&self, file: &Hash) -> bool {
        self.register().entry(file).is_some_and(|entry| match &entry.state {
            EntryState::Current | EntryState::Superseded { .. } => true,
            EntryState::SetAside
            | EntryState::Held { .. }
            | EntryState::Conflict
            | EntryState::Withdrawn { .. }
            | EntryState::Quarantined { .. } => false,
        })
    }

    fn received(&self, file: &Hash) -> Option<CellState> {
        let facts = self.facts(file)?;
        let received = Received { version: facts.version, late: self.came_late(file, facts) };
        Some(if facts.nil { CellState::Nil(received) } else { CellState::Received(received) })
    }
}

impl Totals {
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
mod tests {
    use super::*;
    use crate::audit_return::Return;
    use crate::panel::fixture::*;
    use crate::panel::{LateBasis, OpenedFile};

    fn of(desk: &Desk) -> Matrix {
        Matrix::of(&desk.workbook, "2026-03-20".parse().unwrap())
    }

    fn cell_of<'a>(matrix: &'a Matrix, slot: &str, case: &str) -> &'a Cell {
        let at = matrix.columns.iter().position(|column| column.slot.as_str() == slot).unwrap();
        let row = matrix.rows.iter().find(|row| row.case.as_str() == case).unwrap();
        &row.cells[at]
    }

    #[test]
    fn k02_every_cell_says_what_has_come() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        desk.graded("csc", "case-1", "good");
        let nil = desk.draft("police", "case-1").nil();
        desk.import(nil);
        let first = desk.draft("school", "case-1");
        desk.import(first.corrected());
        for grade in ["good", "inadequate"] {
            desk.graded("health.hv", "case-1", grade);
        }
        let stranger = key_of("a stranger").public_key().thumbprint();
        let mut opened = arriving(desk.draft("health.sn", "case-1"), &stranger);
        opened.content.as_mut().unwrap().audit_return.enrolment_proof = None;
        desk.admit(OpenedFile { ..opened });

        let mut unknown = desk.draft("csc", "case-2");
        unknown.case_ref = case("case-9");
        desk.import(unknown);

        let matrix = of(&desk);
        let received = Received { version: 1, late: None };
        let expected = CellState::Expected { overdue: true };
        assert_eq!(cell_of(&matrix, "csc", "case-1").state, CellState::Received(received));
        assert_eq!(cell_of(&matrix, "police", "case-1").state, CellState::Nil(received));
        assert_eq!(cell_of(&matrix, "health.hv", "case-1").state, CellState::Conflict);
        let held = Cell { state: expected, held: 1, ..Cell::default() };
        assert_eq!(*cell_of(&matrix, "school", "case-1"), held);
        let quarantined = Cell { state: expected, quarantined: 1, ..Cell::default() };
        assert_eq!(*cell_of(&matrix, "health.sn", "case-1"), quarantined);
        let totals = Totals {
            asked: 10,
            received: 1,
            nil: 1,
            conflict: 1,
            expected: 7,
            overdue: 7,
            quarantined: 1,
            held: 1,
            unplaced: 1,
            ..Totals::default()
        };
        assert_eq!(matrix.totals, totals);
    }

    #[test]
    fn k02_what_each_agency_owes_is_listed_by_slot() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        for slot in ["csc", "police", "school", "health.hv"] {
            desk.graded(slot, "case-1", "good");
            desk.graded(slot, "case-2", "good");
        }
        desk.graded("health.sn", "case-1", "good");
        let owed = of(&desk).outstanding;
        let [health] = &owed[..] else { panic!("{owed:?}") };
        assert_eq!(health.agency.as_str(), "health");
        assert_eq!(health.returns, [(slot("health.sn"), vec![case("case-2")])]);
    }

    /// Imports a return of children's social care that was signed on a day; due is the 10th.
    fn signed_on(desk: &mut Desk, audit_return: Return, day: &str) {
        let mut opened = arriving(audit_return, &key_of("csc").public_key().thumbprint());
        let content = opened.content.as_mut().unwrap();
        content.audit_return.sign_off.as_mut().unwrap().at = at(&[day, "T09:00:00Z"].concat());
        desk.admit(opened);
    }

    #[test]
    fn v05_a_return_that_came_in_time_is_not_late_by_being_corrected() {
        let late = |days| Some(Late { days, basis: LateBasis::Signed });
        let rows = [
            ("2026-03-09", "2026-03-18", None),
            ("2026-03-12", "2026-03-18", late(2)),
            // A clock that was set right since does not make it later either.
            ("2026-03-18", "2026-03-12", late(2)),
        ];
        for (first, second, want) in rows {
            let mut desk = Desk::with(&["case-1"]);
            let draft = desk.draft("csc", "case-1").grade("risk", "good");
            signed_on(&mut desk, draft.clone(), first);
            signed_on(&mut desk, draft.corrected().grade("risk", "adequate"), second);
            let matrix = of(&desk);
            let received = CellState::Received(Received { version: 2, late: want });
            assert_eq!(cell_of(&matrix, "csc", "case-1").state, received);
            assert_eq!(matrix.totals.late, usize::from(want.is_some()));
        }
    }

    #[test]
    fn v05_a_version_that_never_counted_makes_no_return_come_in_time() {
        let mut desk = Desk::with(&["case-1"]);
        let draft = desk.draft("csc", "case-1");
        let stranger = key_of("a stranger").public_key().thumbprint();
        let mut opened = arriving(draft.clone(), &stranger);
        opened.content.as_mut().unwrap().audit_return.enrolment_proof = None;
        desk.admit(opened);
        signed_on(&mut desk, draft, "2026-03-12");
        let matrix = of(&desk);
        let cell = cell_of(&matrix, "csc", "case-1");
        let late = Some(Late { days: 2, basis: LateBasis::Signed });
        assert_eq!(cell.state, CellState::Received(Received { version: 1, late }));
        assert_eq!(cell.quarantined, 1);
    }

    #[test]
    fn v09_a_withdrawn_case_is_owed_by_nobody() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        desk.graded("csc", "case-1", "good");
        desk.workbook.take_out(&case("case-1"), "Wrong theme", None, &stamp()).unwrap();
        let matrix = of(&desk);
        assert_eq!(
            cell_of(&matrix, "csc", "case-1").state,
            CellState::Withdrawn { received: true }
        );
        assert_eq!(matrix.totals.asked, 5);
        assert_eq!(matrix.totals.withdrawn_cases, 1);
    }
}
