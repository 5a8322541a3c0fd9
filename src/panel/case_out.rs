//! Taking a case out of the audit, what takes its place, and counting it again (V-09, edge case 13).
//!
//! The reasons are data. The frame and the draws that another case comes from are
//! [`crate::round::sampling`]'s; whatever is random is the caller's.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::log::{Event, Stamp};
use super::records::given;
use super::sampling::case_entry;
use super::workbook::Workbook;
use crate::gather::gathered;
use crate::id::CaseRef;
use crate::json;
use crate::round::sampling::{DrawError, DrawRequest, Families};
use crate::round::{CaseEntry, CaseStatus};

/// A kind of reason to take a case out, as the report's limitations give it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutReason {
    /// Such as `moved`.
    pub id: String,
    /// On screen and in documents.
    pub label: String,
    /// Explains nothing by itself: whoever chooses it says more.
    #[serde(default)]
    pub in_own_words: bool,
}

/// The kinds of reason that this program ships, in their order.
pub fn out_reasons() -> Vec<OutReason> {
    json::from_slice(include_bytes!("data/case-out.json")).expect("a test reads the reasons")
}

/// V-09: why a case is taken out, in the words of the report: a kind of reason, and more about it.
pub fn v09_reason(kind: &str, more: &str) -> Result<String, CaseError> {
    let reason = out_reasons().into_iter().find(|one| one.id == kind).ok_or(CaseError::NoKind)?;
    match given(more) {
        None if reason.in_own_words => Err(CaseError::SayMore),
        None => Ok(reason.label),
        Some(more) if reason.in_own_words => Ok(more),
        Some(more) => Ok([&reason.label, ": ", &more].concat()),
    }
}

/// What takes the place of a case that is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Where it comes from.
    pub by: Instead,
    /// Random: the new case's reference.
    pub reference: CaseRef,
}

/// Which case stands in for one that is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// The next of the last draw: of those left, the lowest ticket of the same seed.
    NextDrawn,
    /// One chosen by a person, by its number in the coordinator's own list.
    Number(u32),
}

/// Why a case stays as it is. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// No kind of reason is chosen.
    #[error("select why the case is taken out")]
    NoKind,
    /// The kind of reason explains nothing by itself.
    #[error("say more about it: “another reason” alone explains nothing")]
    SayMore,
    /// No reason is given.
    #[error("say why you decided this")]
    NoReason,
    /// The round has no such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// It is out already, and nothing is to take its place.
    #[error("this case has been taken out already")]
    OutAlready,
    /// It counts.
    #[error("this case counts already")]
    Counts,
    /// Another case stands in for it.
    #[error("another case stands in for this one already")]
    Replaced,
    /// This number cannot be chosen.
    #[error(
        "case {number} of your list cannot be chosen: it is excluded, chosen already or not there"
    )]
    NotFree {
        /// In the coordinator's own list.
        number: u32,
    },
    /// There is nothing left to draw, or no draw to go on with.
    #[error(transparent)]
    Draw(#[from] DrawError),
}

impl Workbook {
    /// V-09, edge case 13: takes a case out of the count and puts another in its place, where one is
    /// wanted. Returns are kept. Gives the new case's number in the coordinator's own list.
    ///
    /// A case that is out already can still be given one in its place. The auditors of a new case need
    /// new invitations: what they have does not name it.
    pub fn take_out(
        &mut self,
        case: &CaseRef,
        reason: &str,
        instead: Option<Replacement>,
        stamp: &Stamp,
    ) -> Result<Option<u32>, CaseError> {
        let reason = given(reason).ok_or(CaseError::NoReason)?;
        let known = self.plan().case(case).ok_or(CaseError::UnknownCase)?;
        let counts = known.status == CaseStatus::Open;
        if !counts && instead.is_none() {
            return Err(CaseError::OutAlready);
        }
        let number = match &instead {
            None => None,
            Some(_) if self.replacement_of(case).is_some() => return Err(CaseError::Replaced),
            Some(one) => Some(self.number_of(case, one.by, stamp)?),
        };
        if counts {
            let event = Event::CaseWithdrawn { case: case.clone(), reason: reason.clone() };
            self.set_status(case, CaseStatus::Withdrawn { reason: reason.clone() });
            self.record.log.add(stamp, event);
        }
        if let (Some(number), Some(Replacement { reference, .. })) = (number, instead) {
            self.add_case(case, number, reference.clone());
            let event = Event::CaseReplaced { case: case.clone(), by: reference, number, reason };
            self.record.log.add(stamp, event);
            self.replan(stamp);
        }
        Ok(number)
    }

    /// Counts a case again that was taken out.
    pub fn reinstate_case(
        &mut self,
        case: &CaseRef,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), CaseError> {
        let reason = given(reason).ok_or(CaseError::NoReason)?;
        let known = self.plan().case(case).ok_or(CaseError::UnknownCase)?;
        if known.status == CaseStatus::Open {
            return Err(CaseError::Counts);
        }
        self.set_status(case, CaseStatus::Open);
        self.record.log.add(stamp, Event::CaseReinstated { case: case.clone(), reason });
        Ok(())
    }

    /// V-09: why a case has been taken out of the audit; `None` where it counts.
    pub fn withdrawn_because(&self, case: &CaseRef) -> Option<&str> {
        match &self.plan().case(case)?.status {
            CaseStatus::Withdrawn { reason } => Some(reason),
            CaseStatus::Open => None,
        }
    }

    /// The case that stands in for one that was taken out.
    pub fn replacement_of(&self, case: &CaseRef) -> Option<&CaseRef> {
        self.log().entries().iter().find_map(|entry| match &entry.event {
            // Its number may have been chosen no more since.
            Event::CaseReplaced { case: replaced, by, .. } if replaced == case => {
                self.plan().case(by).map(|_| by)
            }
            _ => None,
        })
    }

    fn set_status(&mut self, case: &CaseRef, status: CaseStatus) {
        let entry = self.record.plan.cases.iter_mut().find(|entry| entry.case_ref == *case);
        if let Some(entry) = entry {
            entry.status = status.clone();
            self.index.cases.insert(case.clone(), status);
        }
    }

    fn number_of(&mut self, case: &CaseRef, by: Instead, stamp: &Stamp) -> Result<u32, CaseError> {
        match by {
            Instead::NextDrawn => self.draw_next(case, stamp),
            Instead::Number(number) => {
                let mut free = self.sampling().free();
                let is_free = free.any(|candidate| candidate.number == number);
                if is_free { Ok(number) } else { Err(CaseError::NotFree { number }) }
            }
        }
    }

    /// S-02: the next of the last draw: of those left in the frame, the lowest ticket of the same seed.
    fn draw_next(&mut self, case: &CaseRef, stamp: &Stamp) -> Result<u32, CaseError> {
        let last = self.sampling().draws.last().ok_or(DrawError::NoDraw)?;
        let families = match last.families {
            // One case cannot be a family, and its brothers and sisters do not come with it.
            Families::OneWholeFamily => Families::AsDrawn,
            families @ (Families::AsDrawn | Families::OnePerFamily) => families,
        };
        let request = DrawRequest { seed: last.seed.clone(), size: 1, families };
        let sampling = &mut self.record.panel.sampling;
        sampling.s02_draw(&request)?;
        let Some(draw) = sampling.draws.last_mut() else { return Err(DrawError::NoDraw.into()) };
        draw.replaces = Some(case.clone());
        let draw = draw.clone();
        self.log_draw(&draw, stamp);
        draw.drawn.first().copied().ok_or(CaseError::Draw(DrawError::NoDraw))
    }

    /// For every auditor who was asked about the case that it stands in for.
    fn add_case(&mut self, instead_of: &CaseRef, number: u32, reference: CaseRef) {
        self.record.panel.sampling.chosen.insert(number, reference.clone());
        let plan = &mut self.record.plan;
        let taken: BTreeSet<String> = gathered(plan.cases.iter().map(|case| case.label.clone()));
        let is_free = |one: &CaseEntry| !taken.contains(&one.label);
        let next = (1_u32..).map(|number| case_entry((&reference, number))).find(is_free);
        plan.cases.extend(next);
        for slot in &mut plan.slots {
            if slot.cases.contains(instead_of) {
                slot.cases.push(reference.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests;
