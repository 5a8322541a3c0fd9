//! What a report cannot rest on: the paragraph on limitations (K-03, R-07).
//!
//! Computed from the register, the plan and what the panel decided, so nothing
//! that is missing, late or not comparable can be left out by forgetting it.
//! Sentences name agencies and public labels of cases, never a reason that a
//! person typed: those stay in the log.

mod wording;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use wording::{general_limitations, limitations_paragraph};

use super::integration::{Grid, ec14_other_standards};
use super::matrix::{CellState, Matrix};
use super::register::{Entry, EntryState, QuarantineReason, ReturnKey};
use super::workbook::Workbook;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::CaseRef;
use crate::round::CaseStatus;

/// One limitation, with everything that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limitation {
    /// Which.
    pub kind: LimitationKind,
    /// Returns that it is about, where it is about returns.
    pub places: Vec<ReturnKey>,
    /// Cases that it is about, where it is about whole cases.
    pub cases: Vec<CaseRef>,
    /// How many there are, where they are neither returns nor cases.
    pub count: usize,
    /// As in a report to the board.
    pub sentence: String,
    /// The same without the agencies and cases that it is about, for other readers.
    pub general: String,
}

/// Kinds of limitation, in the order of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitationKind {
    /// Cases that were withdrawn (V-09).
    CaseWithdrawn,
    /// Returns that did not come.
    Missing,
    /// Returns that agencies declined.
    Declined,
    /// Returns that agencies took back and did not replace.
    TakenBack,
    /// Returns that came and could not be read where the report was made.
    NotRead,
    /// Returns that came late (V-05).
    Late,
    /// Returns completed by somebody who holds or supervises the case (edge case 6).
    NotIndependent,
    /// Returns whose days were counted against limits of another authority or nation (edge cases 14 and 37).
    OtherLimits,
    /// Returns audited under another authority's standards, none of whose days were counted against its own
    /// limits (edge case 14).
    OtherStandards,
    /// Returns whose days were counted against other limits than those that hold for their place now: limits were
    /// stated or changed after they were signed (edge case 14).
    LimitsChanged,
    /// Returns that answer another tool (V-07).
    OtherTool,
    /// Returns on another tool that nobody has mapped: they are compared with nothing (V-07).
    NotMapped,
    /// Returns with grades that are compared with nothing (V-08).
    NotComparable,
    /// Returns with grades that the panel gave anew (V-08).
    GradedAnew,
    /// Areas of cases that only one agency graded (N-18).
    SingleSource,
    /// Cases in which somebody on the panel declared an interest (M-03).
    Interest,
    /// Files kept apart and not used (V-06).
    KeptApart,
}

/// K-03: every limitation as things stand, in the order of the paragraph.
pub fn k03_limitations(workbook: &Workbook, today: NaiveDate) -> Vec<Limitation> {
    let matrix = Matrix::of(workbook, today);
    let in_state = |wanted: fn(&CellState) -> bool| places(&matrix, wanted);
    let missing = in_state(|state| match state {
        CellState::Expected { .. } | CellState::GoneWithout | CellState::Conflict => true,
        CellState::NotAsked
        | CellState::Received(_)
        | CellState::Nil(_)
        | CellState::Declined
        | CellState::Withdrawn { .. } => false,
    });
    let (taken_back, missing): (Vec<_>, Vec<_>) =
        missing.into_iter().partition(|place| is_taken_back(workbook, place));
    let late = in_state(|state| match state {
        CellState::Received(received) | CellState::Nil(received) => received.late.is_some(),
        CellState::NotAsked
        | CellState::Expected { .. }
        | CellState::Conflict
        | CellState::Declined
        | CellState::GoneWithout
        | CellState::Withdrawn { .. } => false,
    });
    // In the order of their keys.
    let not_mapped = not_mapped(workbook);
    let is_not_mapped = |place: &ReturnKey| not_mapped.binary_search(place).is_ok();
    let missing: Vec<_> = missing.into_iter().filter(|place| !is_not_mapped(place)).collect();
    let (foreign, anew, single) = from_grids(workbook);
    let other = ec14_other_standards(workbook);
    let of_places = [
        (LimitationKind::Missing, missing),
        (LimitationKind::Declined, in_state(|state| *state == CellState::Declined)),
        (LimitationKind::TakenBack, taken_back),
        (LimitationKind::NotRead, workbook.counting_unread().cloned().collect()),
        (LimitationKind::Late, late),
        (LimitationKind::NotIndependent, not_independent(workbook)),
        (LimitationKind::OtherLimits, other.counted),
        (LimitationKind::OtherStandards, other.told),
        (LimitationKind::LimitsChanged, other.changed.into_keys().collect()),
        (LimitationKind::OtherTool, other_tool(workbook)),
        (LimitationKind::NotMapped, not_mapped),
        (LimitationKind::NotComparable, foreign),
        (LimitationKind::GradedAnew, anew),
    ];
    let mut found = vec![about_cases(LimitationKind::CaseWithdrawn, withdrawn(workbook))];
    found.extend(of_places.map(|(kind, places)| about_places(kind, places)));
    found.push(counted(LimitationKind::SingleSource, single));
    found.push(about_cases(LimitationKind::Interest, interests(workbook)));
    found.push(counted(LimitationKind::KeptApart, kept_apart(workbook)));
    found.retain(|one| one.count > 0);
    for limitation in &mut found {
        (limitation.sentence, limitation.general) = wording::sentences(workbook, limitation);
    }
    found
}

fn about_places(kind: LimitationKind, places: Vec<ReturnKey>) -> Limitation {
    let count = places.len();
    Limitation { places, ..counted(kind, count) }
}

fn about_cases(kind: LimitationKind, cases: Vec<CaseRef>) -> Limitation {
    let count = cases.len();
    Limitation { cases, ..counted(kind, count) }
}

fn counted(kind: LimitationKind, count: usize) -> Limitation {
    Limitation {
        kind,
        places: Vec::new(),
        cases: Vec::new(),
        count,
        sentence: String::new(),
        general: String::new(),
    }
}

/// Places of open cases whose cell is in a state, agency by agency in the plan's order.
fn places(matrix: &Matrix, wanted: fn(&CellState) -> bool) -> Vec<ReturnKey> {
    let mut places = Vec::new();
    for (at, column) in matrix.columns.iter().enumerate() {
        for row in matrix.rows.iter().filter(|row| !row.withdrawn) {
            if row.cells.get(at).is_some_and(|cell| wanted(&cell.state)) {
                places.push(ReturnKey {
                    case: row.case.clone(),
                    slot: column.slot.clone(),
                    agency: column.agency.clone(),
                });
            }
        }
    }
    places
}

fn is_taken_back(workbook: &Workbook, place: &ReturnKey) -> bool {
    let is_withdrawn = |file: &Hash| {
        let entry = workbook.register().entry(file);
        entry.is_some_and(|entry| matches!(entry.state, EntryState::Withdrawn { .. }))
    };
    workbook.files_of(place).any(|(file, _)| is_withdrawn(&file))
}

fn withdrawn(workbook: &Workbook) -> Vec<CaseRef> {
    let cases = workbook.plan().cases.iter();
    let gone = cases.filter(|case| match case.status {
        CaseStatus::Withdrawn { .. } => true,
        CaseStatus::Open => false,
    });
    gone.map(|case| case.case_ref.clone()).collect()
}

fn not_independent(workbook: &Workbook) -> Vec<ReturnKey> {
    let open = workbook.open_current();
    let own = open.filter(|(_, _, ret)| ret.auditor.independent_of_case == Some(false));
    own.map(|(place, ..)| place.clone()).collect()
}

fn other_tool(workbook: &Workbook) -> Vec<ReturnKey> {
    let ours = &workbook.index.tool;
    let open = workbook.open_current();
    open.filter(|(_, _, ret)| ret.tool != *ours).map(|(place, ..)| place.clone()).collect()
}

/// Returns with grades of another scale, returns graded anew, and how many rows have a single source.
fn from_grids(workbook: &Workbook) -> (Vec<ReturnKey>, Vec<ReturnKey>, usize) {
    let (mut foreign, mut anew) = (BTreeSet::new(), BTreeSet::new());
    let mut single = 0;
    for case in workbook.plan().open_cases() {
        for row in Grid::of(workbook, &case.case_ref).rows {
            foreign.extend(row.foreign.iter().map(|one| one.voice.place.clone()));
            let native = row.gradings.iter().filter(|one| one.native.is_some());
            anew.extend(native.map(|one| one.voice.place.clone()));
            single += usize::from(row.single_source && row.subject.area.is_some());
        }
    }
    (foreign.into_iter().collect(), anew.into_iter().collect(), single)
}

fn interests(workbook: &Workbook) -> Vec<CaseRef> {
    let meetings = workbook.meetings();
    let declared: Vec<&CaseRef> =
        meetings.iter().flat_map(|meeting| &meeting.conflicts).map(|one| &one.case).collect();
    let open = workbook.plan().open_cases().map(|case| &case.case_ref);
    open.filter(|case| declared.contains(case)).cloned().collect()
}

/// Places of open cases of which nothing counts and a return on another tool is here, kept apart for nothing else.
fn not_mapped(workbook: &Workbook) -> Vec<ReturnKey> {
    let entries = workbook.register().entries().filter(|(_, entry)| is_only_not_mapped(entry));
    let facts = entries.filter_map(|(_, entry)| entry.facts.as_ref());
    let places: BTreeSet<&ReturnKey> = gathered(facts.map(|facts| &facts.place));
    let counts = |place: &ReturnKey| {
        workbook.index.cases.get(&place.case) == Some(&CaseStatus::Open)
            && workbook.current(place).is_none()
    };
    places.into_iter().filter(|place| counts(place)).cloned().collect()
}

fn is_only_not_mapped(entry: &Entry) -> bool {
    let EntryState::Quarantined { because } = &entry.state else { return false };
    matches!(because[..], [QuarantineReason::OtherTool { .. }])
}

fn kept_apart(workbook: &Workbook) -> usize {
    let apart = |entry: &Entry| {
        matches!(entry.state, EntryState::Quarantined { .. }) && !is_only_not_mapped(entry)
    };
    workbook.register().entries().filter(|(_, entry)| apart(entry)).count()
}

#[cfg(test)]
mod tests;
