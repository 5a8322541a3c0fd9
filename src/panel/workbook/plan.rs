//! Changing the plan of a round while it runs.

use super::{Index, Workbook};
use crate::envelope::Hash;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::register::DecisionError;
use crate::round::RoundPlan;

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
        self.record.plan = plan;
        self.record.log.add(stamp, Event::PlanChanged { reason });
        Ok(self.replan(stamp))
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
