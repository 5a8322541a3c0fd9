//! The sample of a round: what there was to choose from, the draws, the cases that came of them,
//! and what stands in for a case that was withdrawn (S-01 to S-04, edge case 13).
//!
//! Frames, spreads and draws are [`crate::round::sampling`]'s; here they are kept in the workbook
//! and its log, and become the round's cases. Whatever is random is the caller's.

use std::collections::{BTreeMap, BTreeSet};

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
        "invitations have been issued, so the cases stay as they are: withdraw a case and put another in its place"
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
    /// The round has no such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// It has been replaced before.
    #[error("another case stands in for this one already")]
    Replaced,
    /// Why a case is replaced was not said.
    #[error("say why the case is replaced")]
    NoReason,
    /// There is nothing left to draw, or no draw to go on with.
    #[error(transparent)]
    Draw(#[from] DrawError),
}

/// Which case stands in for one that was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// The next of the last draw: of those left, the lowest ticket of the same seed.
    NextDrawn,
    /// One chosen by a person.
    Number(u32),
}

impl Workbook {
    /// The cases there were to choose from, those chosen, and how.
    pub fn sampling(&self) -> &Sampling {
        &self.record.panel.sampling
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

    fn log_draw(&mut self, draw: &Draw, stamp: &Stamp) {
        let (seed, drawn) = (draw.seed.clone(), draw.drawn.clone());
        let draw = self.sampling().draws.len();
        self.record.log.add(stamp, Event::CasesDrawn { draw, seed, drawn });
    }

    /// Makes these candidates the round's cases, in the order of their numbers, for every auditor.
    ///
    /// Only before an invitation is issued: afterwards agencies know the cases. Who was chosen before
    /// keeps the reference; `references` gives random ones for the others.
    pub fn settle_cases(
        &mut self,
        numbers: &BTreeSet<u32>,
        mut references: impl FnMut() -> CaseRef,
        stamp: &Stamp,
    ) -> Result<(), SampleError> {
        if !self.invitations().is_empty() {
            return Err(SampleError::Issued);
        }
        if numbers.is_empty() {
            return Err(SampleError::NothingChosen);
        }
        let sampling = &mut self.record.panel.sampling;
        for number in numbers {
            let known = sampling.candidate(*number).is_some_and(|one| one.excluded.is_none());
            if !known {
                return Err(SampleError::NotFree { number: *number });
            }
        }
        let before = std::mem::take(&mut sampling.chosen);
        let reference = |number: &u32| before.get(number).cloned().unwrap_or_else(&mut references);
        let chosen: BTreeMap<u32, CaseRef> =
            numbers.iter().copied().zip(numbers.iter().map(reference)).collect();
        let plan = &mut self.record.plan;
        plan.cases = chosen.values().zip(1_u32..).map(entry).collect();
        for slot in &mut plan.slots {
            slot.cases = chosen.values().cloned().collect();
        }
        self.record.panel.sampling.chosen = chosen;
        let numbers = numbers.iter().copied().collect();
        self.record.log.add(stamp, Event::CasesChosen { numbers });
        self.replan(stamp);
        Ok(())
    }

    /// Edge case 13: withdraws a case, where that is not done yet, and puts another in its place for
    /// every auditor who was asked about it. Gives the new case's number in the coordinator's own list.
    ///
    /// The auditors need new invitations: what they have does not name the new case.
    pub fn replace_case(
        &mut self,
        case: &CaseRef,
        instead: Instead,
        reference: CaseRef,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<u32, SampleError> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(SampleError::NoReason);
        }
        let status = self.plan().case(case).map(|entry| entry.status.clone());
        let status = status.ok_or(SampleError::UnknownCase)?;
        if self.replacement_of(case).is_some() {
            return Err(SampleError::Replaced);
        }
        let number = match instead {
            Instead::NextDrawn => self.draw_next(case, stamp)?,
            Instead::Number(number) => {
                let mut free = self.sampling().free();
                if !free.any(|candidate| candidate.number == number) {
                    return Err(SampleError::NotFree { number });
                }
                number
            }
        };
        if status == CaseStatus::Open {
            // The case is there and a reason is given: nothing can be wrong with it.
            let _ = self.withdraw_case(case, &reason, stamp);
        }
        self.add_case(case, number, reference.clone());
        let event = Event::CaseReplaced { case: case.clone(), by: reference, number, reason };
        self.record.log.add(stamp, event);
        self.replan(stamp);
        Ok(number)
    }

    /// S-02: the next of the last draw: of those left in the frame, the lowest ticket of the same seed.
    fn draw_next(&mut self, case: &CaseRef, stamp: &Stamp) -> Result<u32, SampleError> {
        let last = self.sampling().draws.last().ok_or(DrawError::NoDraw)?;
        let request = DrawRequest { seed: last.seed.clone(), size: 1, families: last.families };
        let sampling = &mut self.record.panel.sampling;
        sampling.s02_draw(&request)?;
        let Some(draw) = sampling.draws.last_mut() else { return Err(DrawError::NoDraw.into()) };
        draw.replaces = Some(case.clone());
        let draw = draw.clone();
        self.log_draw(&draw, stamp);
        draw.drawn.first().copied().ok_or(SampleError::Draw(DrawError::NoDraw))
    }

    fn add_case(&mut self, instead_of: &CaseRef, number: u32, reference: CaseRef) {
        self.record.panel.sampling.chosen.insert(number, reference.clone());
        let plan = &mut self.record.plan;
        let taken: BTreeSet<String> = gathered(plan.cases.iter().map(|case| case.label.clone()));
        let is_free = |one: &CaseEntry| !taken.contains(&one.label);
        let next = (1_u32..).map(|number| entry((&reference, number))).find(is_free);
        plan.cases.extend(next);
        for slot in &mut plan.slots {
            if slot.cases.contains(instead_of) {
                slot.cases.push(reference.clone());
            }
        }
    }

    /// The case that stands in for one that was withdrawn.
    pub fn replacement_of(&self, case: &CaseRef) -> Option<&CaseRef> {
        self.log().entries().iter().find_map(|entry| match &entry.event {
            Event::CaseReplaced { case: replaced, by, .. } if replaced == case => Some(by),
            _ => None,
        })
    }
}

fn entry((case_ref, number): (&CaseRef, u32)) -> CaseEntry {
    let label = ["Case ", &number.to_string()].concat();
    CaseEntry { case_ref: case_ref.clone(), label, status: CaseStatus::Open }
}

#[cfg(test)]
mod tests;
