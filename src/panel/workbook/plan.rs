//! Changing the plan of a round while it runs: its dates, and which cases count.

use super::{Index, Workbook};
use crate::envelope::Hash;
use crate::id::CaseRef;
use crate::panel::log::{Event, Stamp};
use crate::panel::register::DecisionError;
use crate::round::{CaseStatus, RoundPlan};

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
        if reason.trim().is_empty() {
            return Err(DecisionError::NoReason);
        }
        if plan.round.id != self.index.round || plan.round.tool != self.plan().round.tool {
            return Err(DecisionError::ToolIssued);
        }
        let reason = reason.trim().to_owned();
        self.record.plan = plan;
        self.record.log.add(stamp, Event::PlanChanged { reason });
        Ok(self.replan(stamp))
    }

    /// Takes a case out of the count; its returns are kept (V-09).
    pub fn withdraw_case(
        &mut self,
        case: &CaseRef,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(DecisionError::NoReason);
        }
        let entry = self.record.plan.cases.iter_mut().find(|entry| entry.case_ref == *case);
        let entry = entry.ok_or(DecisionError::UnknownCase)?;
        entry.status = CaseStatus::Withdrawn { reason: reason.clone() };
        self.index.cases.insert(case.clone(), entry.status.clone());
        self.record.log.add(stamp, Event::CaseWithdrawn { case: case.clone(), reason });
        Ok(())
    }

    /// Counts a case again that was withdrawn by mistake.
    pub fn reinstate_case(
        &mut self,
        case: &CaseRef,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(DecisionError::NoReason);
        }
        let entry = self.record.plan.cases.iter_mut().find(|entry| entry.case_ref == *case);
        let entry = entry.ok_or(DecisionError::UnknownCase)?;
        if entry.status == CaseStatus::Open {
            return Err(DecisionError::NothingToDecide);
        }
        entry.status = CaseStatus::Open;
        self.index.cases.insert(case.clone(), CaseStatus::Open);
        self.record.log.add(stamp, Event::CaseReinstated { case: case.clone(), reason });
        Ok(())
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
