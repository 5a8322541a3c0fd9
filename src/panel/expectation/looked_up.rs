//! What was decided on returns and places, looked up once for a whole listing.
//!
//! A round may have ten thousand returns: each of them asked on its own would read every decision again.

use std::collections::BTreeMap;

use super::{Expectation, ExpectationDecision};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;

/// Which returns are accepted. Of a single one, [`Workbook::is_accepted`] says it.
pub(in crate::panel) struct Accepted<'a> {
    workbook: &'a Workbook,
    /// The last decision on each file: its position among all, and whether it accepts.
    by_file: BTreeMap<Hash, (usize, bool)>,
    /// The last on each work, which several files may hold.
    by_payload: BTreeMap<Hash, (usize, bool)>,
}

impl<'a> Accepted<'a> {
    /// As things stand.
    pub(in crate::panel) fn of(workbook: &'a Workbook) -> Self {
        let (mut by_file, mut by_payload) = (BTreeMap::new(), BTreeMap::new());
        for (at, one) in workbook.record.panel.acceptances.iter().enumerate() {
            let decision = (at, one.accepted);
            by_file.insert(one.file, decision);
            if let Some(facts) = workbook.facts(&one.file) {
                by_payload.insert(facts.payload, decision);
            }
        }
        Self { workbook, by_file, by_payload }
    }

    /// Whether the return in a file is accepted.
    pub(in crate::panel) fn holds(&self, file: &Hash) -> bool {
        let facts = self.workbook.facts(file);
        let same = facts.and_then(|facts| self.by_payload.get(&facts.payload));
        let last = self.by_file.get(file).max(same);
        last.is_some_and(|(_, accepted)| *accepted)
    }
}

/// What is expected of each place, as [`Workbook::expectation`] says it of one.
pub(in crate::panel) struct Expected<'a> {
    by_place: BTreeMap<&'a ReturnKey, &'a ExpectationDecision>,
}

impl<'a> Expected<'a> {
    /// As things stand.
    pub(in crate::panel) fn of(workbook: &'a Workbook) -> Self {
        let decisions = workbook.record.panel.expectations.iter();
        Self { by_place: gathered(decisions.map(|decision| (&decision.place, decision))) }
    }

    /// What was last decided about a place; `None` where the plan holds.
    pub(in crate::panel) fn of_place(&self, place: &ReturnKey) -> Option<Expectation> {
        self.by_place.get(place)?.unless_as_planned().map(|decision| decision.what)
    }
}

impl ExpectationDecision {
    /// The decision, unless it goes by the plan: that one only takes an earlier one back.
    pub(super) fn unless_as_planned(&self) -> Option<&Self> {
        (self.what != Expectation::AsPlanned).then_some(self)
    }
}
