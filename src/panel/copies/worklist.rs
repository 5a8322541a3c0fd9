//! Which copies are still to be sent, answered or acknowledged (CP-01).

use std::collections::BTreeMap;

use super::{CopyRecord, CopyStep};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{CaseRef, SlotId};
use crate::order;
use crate::panel::expectation::Accepted;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;

/// One copy, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyLine {
    /// Whose return, about which case.
    pub place: ReturnKey,
    /// The file that counts.
    pub file: Hash,
    /// The return can be read here: of one that cannot no copy is made, but it is owed all the same.
    pub read: bool,
    /// The coordinator has accepted the return.
    pub accepted: bool,
    /// How far its copy is.
    pub state: CopyState,
    /// What the practitioner said, the last word: of the version that counts, or of an earlier one while nothing
    /// was sent of that.
    pub response: Option<String>,
    /// Role of the manager who acknowledged it, likewise.
    pub acknowledged: Option<String>,
    /// Corrections of facts that followed.
    pub amendments: usize,
}

/// How far a copy is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyState {
    /// Nothing was sent of the version that counts.
    ToSend {
        /// A copy of another version was.
        earlier: bool,
    },
    /// It was sent; nobody has answered yet.
    Sent,
    /// It was sent and answered, or acknowledged.
    Answered,
    /// It is not sent, for this reason; or it was, and this became of it ([`cp01_called_back`](super::cp01_called_back)).
    NotSent(String),
}

/// Every return that counts of every case that does, read here or not and nil returns left out, in the plan's order of
/// cases and places.
pub fn copy_worklist(workbook: &Workbook) -> Vec<CopyLine> {
    let (all, none) = (recorded(workbook), Recorded::default());
    let accepted = Accepted::of(workbook);
    let open = workbook.open_files().filter(|(_, file)| is_copied(workbook, file));
    let mut lines: Vec<CopyLine> = open
        .map(|(place, file)| {
            let here = all.get(place).unwrap_or(&none);
            here.line(workbook, place, *file, accepted.holds(file))
        })
        .collect();
    let plan = workbook.plan();
    let cases = plan.cases.iter().enumerate();
    let cases: BTreeMap<&CaseRef, usize> = gathered(cases.map(|(at, case)| (&case.case_ref, at)));
    let slots = plan.slots.iter().enumerate();
    let slots: BTreeMap<&SlotId, usize> = gathered(slots.map(|(at, slot)| (&slot.id, at)));
    order::sort_by_cached_key(&mut lines, |CopyLine { place, .. }| {
        (cases.get(&place.case).copied(), slots.get(&place.slot).copied())
    });
    lines
}

/// The line of one place in that list; `None` where it has none.
pub fn copy_line(workbook: &Workbook, place: &ReturnKey) -> Option<CopyLine> {
    if workbook.index.cases.get(&place.case) != Some(&CaseStatus::Open) {
        return None;
    }
    let file = workbook.current(place).filter(|file| is_copied(workbook, file))?;
    let here = Recorded {
        steps: workbook.copy_records(place).collect(),
        amendments: workbook.amendments(place).count(),
    };
    Some(here.line(workbook, place, file, workbook.is_accepted(&file)))
}

/// Whether a copy is owed of a return that counts: of a nil return there is nothing to copy.
fn is_copied(workbook: &Workbook, file: &Hash) -> bool {
    workbook.facts(file).is_some_and(|facts| !facts.nil)
}

/// CP-01: accepted returns of which neither a copy was sent nor a reason given.
pub fn cp01_copies_owed(workbook: &Workbook) -> Vec<ReturnKey> {
    let lines = copy_worklist(workbook).into_iter();
    let owed = lines.filter(|line| line.accepted && matches!(line.state, CopyState::ToSend { .. }));
    owed.map(|line| line.place).collect()
}

/// Returns that count of which neither a copy was sent nor a reason given (CP-01).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CopiesOpen {
    /// That the coordinator has accepted.
    pub accepted: usize,
    /// That somebody has to accept first.
    pub not_accepted: usize,
}

impl CopiesOpen {
    /// Of all together.
    pub fn all(self) -> usize {
        self.accepted + self.not_accepted
    }
}

/// CP-01: how much is open before the round can be closed; nothing of an invented round, whose returns are nobody's.
pub fn cp01_copies_open(workbook: &Workbook) -> CopiesOpen {
    if workbook.plan().round.practice {
        return CopiesOpen::default();
    }
    cp01_open_among(workbook, &copy_worklist(workbook))
}

/// CP-01: the same, of a list that was made already.
pub fn cp01_open_among(workbook: &Workbook, lines: &[CopyLine]) -> CopiesOpen {
    let mut open = CopiesOpen::default();
    if workbook.plan().round.practice {
        return open;
    }
    for line in lines {
        match (&line.state, line.accepted) {
            (CopyState::ToSend { .. }, true) => open.accepted += 1,
            (CopyState::ToSend { .. }, false) => open.not_accepted += 1,
            (CopyState::Sent | CopyState::Answered | CopyState::NotSent(_), _) => {}
        }
    }
    open
}

/// What was recorded of the copies of one place.
#[derive(Debug, Default)]
struct Recorded<'a> {
    /// Oldest first.
    steps: Vec<&'a CopyRecord>,
    /// Corrections of facts.
    amendments: usize,
}

/// All of it by place, looked up once for the whole list.
fn recorded(workbook: &Workbook) -> BTreeMap<&ReturnKey, Recorded<'_>> {
    let mut all: BTreeMap<&ReturnKey, Recorded<'_>> = BTreeMap::new();
    for step in &workbook.record.panel.copies {
        all.entry(&step.place).or_default().steps.push(step);
    }
    for amendment in &workbook.record.panel.amendments {
        all.entry(&amendment.place).or_default().amendments += 1;
    }
    all
}

impl Recorded<'_> {
    fn line(&self, workbook: &Workbook, place: &ReturnKey, file: Hash, accepted: bool) -> CopyLine {
        let (mut response, mut acknowledged) = (None, None);
        let mut state = CopyState::ToSend { earlier: false };
        // Whoever answers has read the copy that was sent last.
        let mut holds_current = false;
        for record in &self.steps {
            let current = workbook.is_same_work(&record.file, &file);
            match &record.step {
                CopyStep::Sent { .. } if current => {
                    state = CopyState::Sent;
                    if !holds_current {
                        (response, acknowledged) = (None, None);
                    }
                    holds_current = true;
                }
                // What is recorded of the version that counts holds, though one that was taken back again was sent.
                CopyStep::Sent { .. } => {
                    holds_current = false;
                    if let CopyState::ToSend { earlier } = &mut state {
                        *earlier = true;
                    }
                }
                CopyStep::NotSent { reason } if current => {
                    state = CopyState::NotSent(reason.clone());
                }
                CopyStep::NotSent { .. } => {}
                CopyStep::Response { .. } | CopyStep::Acknowledged { .. }
                    if !holds_current && !matches!(state, CopyState::ToSend { .. }) => {}
                CopyStep::Response { text } => {
                    response = Some(text.clone());
                    answered(&mut state);
                }
                CopyStep::Acknowledged { role } => {
                    acknowledged = Some(role.clone());
                    answered(&mut state);
                }
            }
        }
        let (place, amendments) = (place.clone(), self.amendments);
        let read = workbook.audit_return(&file).is_some();
        CopyLine { place, file, read, accepted, state, response, acknowledged, amendments }
    }
}

fn answered(state: &mut CopyState) {
    if *state == CopyState::Sent {
        *state = CopyState::Answered;
    }
}
