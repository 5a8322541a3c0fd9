//! What a panel has still to come back to.

use crate::id::{AgencyId, CaseRef, ItemId};
use crate::panel::integration::{Grid, GridRow};
use crate::panel::judgement::{JudgementState, Subject, Verdict};
use crate::panel::workbook::Workbook;

/// One thing that is left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenItem {
    /// Not judged, although somebody graded it.
    NotJudged(Subject),
    /// Left for later.
    Deferred {
        /// What.
        subject: Subject,
        /// What is wanting.
        why: String,
    },
    /// Judged on a return that no longer counts (V-04).
    Reopened(Subject),
    /// Judged outstanding before an area was judged anew, which does not allow it (N-16).
    Barred(Subject),
    /// Auditors of one agency differ, and their agency has not been brought together (edge case 5).
    AgencyDiffers {
        /// In what.
        subject: Subject,
        /// Which agency.
        agency: AgencyId,
    },
    /// A grade on another scale, not graded anew (V-08).
    NotComparable {
        /// Of what.
        subject: Subject,
        /// Whose.
        agency: AgencyId,
    },
    /// Nothing says what difference the work made to the child.
    NoDifference(CaseRef),
    /// A question or an action that nobody has closed.
    Note(ItemId),
}

/// Everything that is left open, case by case, then what was noted.
pub fn open_items(workbook: &Workbook) -> Vec<OpenItem> {
    let mut items = Vec::new();
    for case in workbook.plan().open_cases() {
        let grid = Grid::of(workbook, &case.case_ref);
        items.extend(grid.rows.iter().flat_map(of_row));
        let has_returns = workbook.current_of_case(&case.case_ref).next().is_some();
        if has_returns && workbook.difference(&case.case_ref).is_none() {
            items.push(OpenItem::NoDifference(case.case_ref.clone()));
        }
    }
    let notes = workbook.meeting_notes().into_iter().filter(|note| note.is_open());
    items.extend(notes.map(|note| OpenItem::Note(note.id.clone())));
    items
}

fn of_row(row: &GridRow) -> Vec<OpenItem> {
    let subject = || row.subject.clone();
    let mut items: Vec<OpenItem> = Vec::new();
    match &row.judgement {
        None if row.not_graded.is_none() => items.push(OpenItem::NotJudged(subject())),
        None => {}
        Some((judgement, state)) => match (&judgement.decision.verdict, state) {
            (Verdict::Deferred, _) => {
                let why = judgement.decision.reason.clone();
                items.push(OpenItem::Deferred { subject: subject(), why });
            }
            (_, JudgementState::Reopened { .. }) => items.push(OpenItem::Reopened(subject())),
            (_, JudgementState::Barred { .. }) => items.push(OpenItem::Barred(subject())),
            (Verdict::Grade { .. } | Verdict::NotJudged, JudgementState::Stands) => {}
        },
    }
    let split = row.within.iter().filter(|within| within.view.is_none());
    items.extend(
        split.map(|one| OpenItem::AgencyDiffers { subject: subject(), agency: one.agency.clone() }),
    );
    items.extend(row.foreign.iter().map(|foreign| OpenItem::NotComparable {
        subject: subject(),
        agency: foreign.voice.place.agency.clone(),
    }));
    items
}
