//! Which copies are still to be sent, answered or acknowledged (CP-01).

use super::{CopyRecord, CopyStep};
use crate::envelope::Hash;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;

/// One copy, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyLine {
    /// Whose return, about which case.
    pub place: ReturnKey,
    /// The file that counts.
    pub file: Hash,
    /// The coordinator has accepted the return.
    pub accepted: bool,
    /// How far its copy is.
    pub state: CopyState,
    /// What the practitioner said, the last word.
    pub response: Option<String>,
    /// Role of the manager who acknowledged it.
    pub acknowledged: Option<String>,
    /// Corrections of facts that followed.
    pub amendments: usize,
}

/// How far a copy is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyState {
    /// Nothing was sent of the version that counts.
    ToSend {
        /// A copy of an earlier version was.
        earlier: bool,
    },
    /// It was sent; nobody has answered yet.
    Sent,
    /// It was sent and answered, or acknowledged.
    Answered,
    /// It is not sent, for this reason.
    NotSent(String),
}

/// Every return that counts of every case that does, nil returns left out, in the plan's order of cases and places.
pub fn copy_worklist(workbook: &Workbook) -> Vec<CopyLine> {
    let plan = workbook.plan();
    let open = workbook.open_current().filter(|(_, _, ret)| !ret.is_nil());
    let mut lines: Vec<CopyLine> =
        open.map(|(place, file, _)| line(workbook, place, file)).collect();
    lines.sort_by_cached_key(|line| {
        let case = plan.cases.iter().position(|case| case.case_ref == line.place.case);
        (case, plan.slots.iter().position(|slot| slot.id == line.place.slot))
    });
    lines
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
    let mut open = CopiesOpen::default();
    for line in copy_worklist(workbook) {
        match (line.state, line.accepted) {
            (CopyState::ToSend { .. }, true) => open.accepted += 1,
            (CopyState::ToSend { .. }, false) => open.not_accepted += 1,
            (CopyState::Sent | CopyState::Answered | CopyState::NotSent(_), _) => {}
        }
    }
    open
}

fn line(workbook: &Workbook, place: &ReturnKey, file: Hash) -> CopyLine {
    let records: Vec<&CopyRecord> = workbook.copy_records(place).collect();
    let (mut response, mut acknowledged) = (None, None);
    let mut state = CopyState::ToSend { earlier: false };
    for record in &records {
        let current = workbook.is_same_work(&record.file, &file);
        match &record.step {
            CopyStep::Sent { .. } if current => state = CopyState::Sent,
            CopyStep::Sent { .. } => state = CopyState::ToSend { earlier: true },
            CopyStep::NotSent { reason } if current => state = CopyState::NotSent(reason.clone()),
            CopyStep::NotSent { .. } => {}
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
    CopyLine {
        place: place.clone(),
        accepted: workbook.is_accepted(&file),
        state,
        response,
        acknowledged,
        amendments: workbook.amendments(place).count(),
        file,
    }
}

fn answered(state: &mut CopyState) {
    if *state == CopyState::Sent {
        *state = CopyState::Answered;
    }
}
