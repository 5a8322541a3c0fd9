//! Changing the plan of a round while it runs.

use std::collections::BTreeSet;

use super::{Index, Workbook};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::SlotId;
use crate::panel::invitations::shown;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::register::DecisionError;
use crate::round::RoundPlan;
use crate::round::set_up::{CHANGE, REASON, SetUpFault, SetUpFaultKind, SetUpTexts};

impl Workbook {
    /// Changes the plan of the round: slots, cases, dates. Files are judged by it anew.
    ///
    /// Neither the round nor its tool can be exchanged (K-01). Returns the files
    /// whose state changed.
    pub fn change_plan(
        &mut self,
        plan: RoundPlan,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, DecisionError> {
        let reason = given(reason).ok_or(DecisionError::NoReason)?;
        if plan.round.id != self.index.round || plan.round.tool != self.plan().round.tool {
            return Err(DecisionError::ToolIssued);
        }
        Ok(self.put_plan(plan, reason, stamp))
    }

    /// K-01: states anew what the round states of itself, and nothing that agencies answer by. Returns the files
    /// whose state changed; else all that is wrong with what is typed, and nothing has changed.
    pub fn k01_change_details(
        &mut self,
        typed: &SetUpTexts,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, Vec<SetUpFault>> {
        let read = self.plan().with_details(typed);
        if read.as_ref().is_ok_and(|plan| plan == self.plan()) {
            // Nobody is asked to open an invitation anew for nothing.
            return Err(vec![SetUpFault::new(CHANGE, SetUpFaultKind::Unchanged)]);
        }
        match (read, given(reason)) {
            (Ok(plan), Some(reason)) => Ok(self.put_plan(plan, reason, stamp)),
            (read, reason) => {
                let mut faults = read.err().unwrap_or_default();
                if reason.is_none() {
                    faults.push(SetUpFault::new(REASON, SetUpFaultKind::Missing));
                }
                Err(faults)
            }
        }
    }

    fn put_plan(&mut self, plan: RoundPlan, reason: String, stamp: &Stamp) -> Vec<Hash> {
        let slots = Some(shown_otherwise(self.plan(), &plan));
        self.record.plan = plan;
        self.record.log.add(stamp, Event::PlanChanged { reason, slots });
        self.replan(stamp)
    }

    /// Judges every file by the plan as it is now. Returns those whose state changed.
    pub(in crate::panel) fn replan(&mut self, stamp: &Stamp) -> Vec<Hash> {
        self.index = Index::of(&self.record);
        let files: Vec<Hash> = self.mapped.keys().copied().collect();
        for file in files {
            self.read_again(&file);
        }
        let places = self.places(|_| true);
        self.resettle(&places, stamp)
    }
}

/// Slots whose invitations show something else than before.
fn shown_otherwise(before: &RoundPlan, now: &RoundPlan) -> BTreeSet<SlotId> {
    let slots = now.slots.iter().map(|slot| &slot.id);
    gathered(slots.filter(|slot| shown(before, slot) != shown(now, slot)).cloned())
}

#[cfg(test)]
mod tests;
