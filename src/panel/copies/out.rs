//! Copies that somebody holds of returns that do not count now (CP-01).
//!
//! The list of copies is one of returns that count: without these, a return that is taken back would leave it, and
//! nobody would think of whoever has its copy.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{CopyRecord, CopyStep};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::panel::register::{EntryState, ReturnKey};
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;

/// A copy that was sent, of a return that does not count now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyOut {
    /// Whose return, about which case.
    pub place: ReturnKey,
    /// The file that was copied; of several the last.
    pub file: Hash,
    /// When its sending was recorded.
    pub at: DateTime<Utc>,
    /// Why the return does not count.
    pub because: NotCounting,
    /// What became of the copy, where somebody has recorded it since.
    pub settled: Option<String>,
}

/// Why no return counts of which a copy could be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCounting {
    /// The case was taken out (V-09).
    CaseOut,
    /// The agency has taken its return back (V-01).
    TakenBack,
    /// The agency says by a correction that it had nothing to grade.
    Nil,
    /// Nothing counts for the place: it is kept apart or in conflict, or its import was taken back.
    NoReturn,
}

impl NotCounting {
    /// In a sentence without a full stop.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::CaseOut => "The case was taken out of the audit",
            Self::TakenBack => "The agency has taken its return back",
            Self::Nil => "The agency corrected it to a nil return",
            Self::NoReturn => "No return of this place counts now",
        }
    }
}

/// CP-01: every copy that was sent of a return that does not count now, in the order of their places.
pub fn cp01_copies_out(workbook: &Workbook) -> Vec<CopyOut> {
    let copied = workbook.record.panel.copies.iter().map(|record| &record.place);
    let places: BTreeSet<&ReturnKey> = gathered(copied);
    places.into_iter().filter_map(|place| copy_out(workbook, place)).collect()
}

/// The copy of one place in that list; `None` where a return counts, or no copy was sent.
pub fn copy_out(workbook: &Workbook, place: &ReturnKey) -> Option<CopyOut> {
    let because = not_counting(workbook, place)?;
    let mut last: Option<CopyOut> = None;
    for record in workbook.copy_records(place) {
        let (place, file, at) = (record.place.clone(), record.file, record.stamp.at);
        match &record.step {
            CopyStep::Sent { .. } => {
                last = Some(CopyOut { place, file, at, because, settled: None });
            }
            CopyStep::NotSent { reason } => {
                let of_it = last.as_mut().filter(|out| workbook.is_same_work(&out.file, &file));
                if let Some(out) = of_it {
                    out.settled = Some(reason.clone());
                }
            }
            CopyStep::Response { .. } | CopyStep::Acknowledged { .. } => {}
        }
    }
    last
}

/// CP-01: whether a step tells what became of a copy that had been sent, and not why none was.
pub fn cp01_called_back(workbook: &Workbook, record: &CopyRecord) -> bool {
    let is_sent = |one: &CopyRecord| {
        matches!(one.step, CopyStep::Sent { .. }) && workbook.is_same_work(&one.file, &record.file)
    };
    let mut before = workbook.copy_records(&record.place).take_while(|one| *one != record);
    matches!(record.step, CopyStep::NotSent { .. }) && before.any(is_sent)
}

/// Why a place has no return that counts and could be copied; `None` where it has one, read here or not.
pub(super) fn not_counting(workbook: &Workbook, place: &ReturnKey) -> Option<NotCounting> {
    if workbook.index.cases.get(&place.case) != Some(&CaseStatus::Open) {
        return Some(NotCounting::CaseOut);
    }
    let Some(file) = workbook.current(place) else {
        let taken_back = workbook.files_of(place).any(|(file, _)| {
            let entry = workbook.register().entry(&file);
            entry.is_some_and(|entry| matches!(entry.state, EntryState::Withdrawn { .. }))
        });
        return Some(if taken_back { NotCounting::TakenBack } else { NotCounting::NoReturn });
    };
    workbook.facts(&file).is_some_and(|facts| facts.nil).then_some(NotCounting::Nil)
}
