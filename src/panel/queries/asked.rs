//! All questions with what became of them, looked up once for a whole listing.
//!
//! Thousands of questions may have been asked: each of them on its own would look through every withdrawal and pack.

use std::collections::{BTreeMap, BTreeSet};

use super::{Query, QueryState};
use crate::gather::gathered;
use crate::id::{CaseRef, QueryId, SlotId};
use crate::panel::workbook::Workbook;

/// Every question by whom and about what it asks, and which of them were sent or withdrawn.
pub(in crate::panel) struct Asked<'a> {
    workbook: &'a Workbook,
    by_slot: BTreeMap<&'a SlotId, BTreeMap<&'a CaseRef, Vec<&'a Query>>>,
    sent: BTreeSet<&'a QueryId>,
    withdrawn: BTreeSet<&'a QueryId>,
}

/// How a pack that is written now names a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InPack {
    /// It is asked, perhaps once more.
    Asked,
    /// It was asked, and no answer is wished for any more.
    TakenBack,
}

impl<'a> Asked<'a> {
    /// As things stand.
    pub(in crate::panel) fn of(workbook: &'a Workbook) -> Self {
        let mut by_slot: BTreeMap<&SlotId, BTreeMap<&CaseRef, Vec<&Query>>> = BTreeMap::new();
        for query in workbook.queries() {
            let of_slot = by_slot.entry(&query.place.slot).or_default();
            of_slot.entry(&query.place.case).or_default().push(query);
        }
        let sent = workbook.issued_packs().iter().flat_map(|pack| &pack.questions);
        let withdrawn = workbook.record.panel.withdrawn_queries.iter().map(|one| &one.query);
        Self { workbook, by_slot, sent: gathered(sent), withdrawn: gathered(withdrawn) }
    }

    /// The questions to a slot about a case, oldest first.
    pub(super) fn about(&self, slot: &SlotId, case: &CaseRef) -> &[&'a Query] {
        let of_slot = self.by_slot.get(slot);
        let about = of_slot.and_then(|cases| cases.get(case));
        about.map(Vec::as_slice).unwrap_or_default()
    }

    /// Where a question stands, as [`Workbook::query_state`] says it of one.
    pub(super) fn state(&self, query: &Query) -> QueryState {
        self.workbook.state_of_query(query, self.withdrawn.contains(&query.id))
    }

    /// Whether any pack held a question.
    pub(super) fn was_sent(&self, query: &Query) -> bool {
        self.sent.contains(&query.id)
    }

    /// Whether a question was sent, and an answer is still waited for.
    pub(in crate::panel) fn waits(&self, query: &Query) -> bool {
        self.was_sent(query) && matches!(self.state(query), QueryState::Open { .. })
    }

    /// How a pack that is written now names a question that stands so; `None` where it does not.
    pub(super) fn in_pack(&self, query: &Query, state: &QueryState) -> Option<InPack> {
        match state {
            QueryState::Open { .. } => Some(InPack::Asked),
            QueryState::Withdrawn => self.was_sent(query).then_some(InPack::TakenBack),
            QueryState::Answered(_) | QueryState::Arrived { .. } | QueryState::CaseWithdrawn => {
                None
            }
        }
    }
}
