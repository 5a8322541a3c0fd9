//! The sample of a round: what there was to choose from, the draws, and the cases that came of them
//! (S-01 to S-04).
//!
//! Frames, spreads and draws are [`crate::round::sampling`]'s; here they are kept in the workbook
//! and its log, and become the round's cases. Whatever is random is the caller's.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::actions::Withholding;
use super::log::{Event, Stamp};
use super::workbook::Workbook;
use crate::gather::gathered;
use crate::id::{AttributeId, CaseRef};
use crate::round::sampling::{Draw, DrawError, DrawRequest, FrameError, Sampling};
use crate::round::{CaseEntry, CaseStatus};

/// Why the round's cases stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    /// Agencies have been told which cases there are.
    #[error(
        "invitations have been issued, so the cases stay as they are: take a case out and put another in its place"
    )]
    Issued,
    /// Nothing is chosen.
    #[error("choose at least one case")]
    NothingChosen,
    /// This number cannot be chosen.
    #[error(
        "case {number} of your list cannot be chosen: it is excluded, chosen already or not there"
    )]
    NotFree {
        /// In the coordinator's own list.
        number: u32,
    },
}

impl Workbook {
    /// The cases there were to choose from, those chosen, and how.
    pub fn sampling(&self) -> &Sampling {
        &self.record.panel.sampling
    }

    /// V-09: whether a candidate became a case that was taken out of the audit.
    pub fn is_taken_out(&self, number: u32) -> bool {
        let case = self.sampling().chosen.get(&number);
        case.is_some_and(|case| self.withdrawn_because(case).is_some())
    }

    /// Numbers of the candidates that are cases of the round and count.
    pub fn chosen_numbers(&self) -> BTreeSet<u32> {
        let chosen = self.sampling().chosen.keys().copied();
        gathered(chosen.filter(|number| !self.is_taken_out(*number)))
    }

    /// Of these candidates, those that can be cases of the round: neither excluded since they were
    /// drawn or chosen (S-02), nor taken out of the audit (V-09).
    pub fn choosable(&self, numbers: impl IntoIterator<Item = u32>) -> BTreeSet<u32> {
        let is_excluded = |number: u32| {
            self.sampling().candidate(number).is_some_and(|one| one.excluded.is_some())
        };
        let can_be = |number: &u32| !is_excluded(*number) && !self.is_taken_out(*number);
        gathered(numbers.into_iter().filter(can_be))
    }

    /// Begins with the attributes that a template looks at.
    pub fn begin_sampling(&mut self, attributes: &[AttributeId]) {
        if self.record.panel.sampling.is_empty() {
            self.record.panel.sampling = Sampling::looking_at(attributes);
        }
    }

    /// Changes the frame, all of it or not at all, and logs how many there are to choose from.
    pub fn change_frame<T>(
        &mut self,
        change: impl FnOnce(&mut Sampling) -> Result<T, FrameError>,
        stamp: &Stamp,
    ) -> Result<T, FrameError> {
        let mut next = self.sampling().clone();
        let done = change(&mut next)?;
        let counts = |frame: &Sampling| (frame.candidates.len(), frame.excluded().len());
        let (candidates, excluded) = counts(&next);
        if counts(self.sampling()) != (candidates, excluded) {
            self.record.log.add(stamp, Event::FrameChanged { candidates, excluded });
        }
        self.record.panel.sampling = next;
        Ok(done)
    }

    /// S-02: draws cases at random; the record of the draw and the log keep all that it takes to do it again.
    pub fn s02_draw_cases(
        &mut self,
        request: &DrawRequest,
        stamp: &Stamp,
    ) -> Result<Draw, DrawError> {
        let draw = self.record.panel.sampling.s02_draw(request)?;
        self.log_draw(&draw, stamp);
        Ok(draw)
    }

    /// I-08: the record of a draw, counted from 1, as it leaves the panel: whatever identifies in why a candidate was
    /// excluded is withheld. Who does the draw again needs the numbers only.
    pub fn i08_draw_to_save(&self, number: usize, at: DateTime<Utc>) -> Option<Draw> {
        let mut draw = self.sampling().draws.get(number.checked_sub(1)?)?.clone();
        let without = Withholding::of(self, at, false);
        for excluded in &mut draw.excluded {
            excluded.reason = without.text(&excluded.reason);
        }
        Some(draw)
    }

    pub(super) fn log_draw(&mut self, draw: &Draw, stamp: &Stamp) {
        let (seed, drawn) = (draw.seed.clone(), draw.drawn.clone());
        let draw = self.sampling().draws.len();
        self.record.log.add(stamp, Event::CasesDrawn { draw, seed, drawn });
    }

    /// Makes these candidates the round's cases, in the order of their numbers, for every auditor.
    ///
    /// Only before an invitation is issued: afterwards agencies know the cases. Who was chosen before
    /// keeps the reference; `references` gives random ones for the others. A case that was taken out
    /// stays one of the round's, and stays out, until it is counted again (V-09).
    pub fn settle_cases(
        &mut self,
        numbers: &BTreeSet<u32>,
        mut references: impl FnMut() -> CaseRef,
        stamp: &Stamp,
    ) -> Result<(), SampleError> {
        if !self.invitations().is_empty() {
            return Err(SampleError::Issued);
        }
        let chosen = self.sampling().chosen.keys().copied();
        let out: BTreeSet<u32> = gathered(chosen.filter(|number| self.is_taken_out(*number)));
        if numbers.is_subset(&out) {
            return Err(SampleError::NothingChosen);
        }
        let numbers: BTreeSet<u32> = gathered(numbers.union(&out).copied());
        let sampling = &mut self.record.panel.sampling;
        for number in &numbers {
            let known = sampling.candidate(*number).is_some_and(|one| one.excluded.is_none());
            if !known {
                return Err(SampleError::NotFree { number: *number });
            }
        }
        let before = std::mem::take(&mut sampling.chosen);
        let reference = |number: &u32| before.get(number).cloned().unwrap_or_else(&mut references);
        let chosen: BTreeMap<u32, CaseRef> =
            gathered(numbers.iter().copied().zip(numbers.iter().map(reference)));
        let plan = &mut self.record.plan;
        let known = std::mem::take(&mut plan.cases);
        let entry = |(case, number): (&CaseRef, u32)| {
            let was = known.iter().find(|one| one.case_ref == *case);
            let status = was.map(|one| one.status.clone()).unwrap_or_default();
            CaseEntry { status, ..case_entry((case, number)) }
        };
        plan.cases = chosen.values().zip(1_u32..).map(entry).collect();
        for slot in &mut plan.slots {
            slot.cases = chosen.values().cloned().collect();
        }
        self.record.panel.sampling.chosen = chosen;
        let numbers = numbers.into_iter().collect();
        self.record.log.add(stamp, Event::CasesChosen { numbers });
        self.replan(stamp);
        Ok(())
    }
}

/// A case that counts, under the label of its number.
pub(super) fn case_entry((case_ref, number): (&CaseRef, u32)) -> CaseEntry {
    let label = ["Case ", &number.to_string()].concat();
    CaseEntry { case_ref: case_ref.clone(), label, status: CaseStatus::Open }
}

#[cfg(test)]
pub(super) mod tests;
