//! Places added while a round runs, and further cases for one that is there (edge cases 48 and 61).

use std::collections::BTreeSet;

use super::InvitationError;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{CaseRef, SlotId};
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;
use crate::round::{Agency, Invited, Slot};
use crate::timescale::StatedLimits;

impl Workbook {
    /// Adds an auditor's place, of an agency that is there already by kind and name, or of a new one.
    ///
    /// Returns the files whose state changed: one that came too early for its place counts now.
    pub fn add_slot(
        &mut self,
        new: Invited,
        cases: &BTreeSet<CaseRef>,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, InvitationError> {
        let name = new.name.trim().to_owned();
        if name.is_empty() {
            return Err(InvitationError::NoName);
        }
        if self.plan().round.tool.agency_kind(&new.kind).is_none() {
            return Err(InvitationError::UnknownKind);
        }
        let cases = self.in_order(cases)?;
        let reason = given(reason).ok_or(InvitationError::NoReason)?;
        let label = new.label.trim().to_owned();
        let known = self.plan().agencies.iter();
        let known = known.clone().find(|one| one.kind == new.kind && one.name == name);
        let agency = known.map_or_else(|| new.agency.clone(), |one| one.id.clone());
        let same = |slot: &&Slot| {
            slot.id == new.slot
                || slot.agency == agency && (slot.label == label || label.is_empty())
        };
        if self.plan().slots.iter().any(|slot| same(&slot)) {
            return Err(InvitationError::SamePlace);
        }
        if known.is_none() {
            self.record.plan.agencies.push(Agency { id: agency.clone(), kind: new.kind, name });
        }
        let slot = Slot {
            id: new.slot,
            agency,
            label,
            secret: new.secret,
            cases,
            authority: String::new(),
            limits: StatedLimits::new(),
        };
        self.record.log.add(stamp, Event::SlotAdded { slot: slot.id.clone(), reason });
        self.record.plan.slots.push(slot);
        Ok(self.replan(stamp))
    }

    /// Changes about which cases a slot is asked. A case of which a return is here stays asked, and so
    /// does one that is out of the audit: nobody is offered it, and it comes back whole (V-09).
    ///
    /// Returns the files whose state changed.
    pub fn ask_about(
        &mut self,
        slot: &SlotId,
        cases: &BTreeSet<CaseRef>,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Vec<Hash>, InvitationError> {
        let asked = &self.plan().slot(slot).ok_or(InvitationError::UnknownSlot)?.cases;
        let before: BTreeSet<&CaseRef> = gathered(asked.iter());
        let wanted = self.with_those_out(asked, cases);
        if before == wanted.iter().collect() {
            return Err(InvitationError::NothingChanged);
        }
        let here = self.places(|place| place.slot == *slot);
        let lost = here.iter().find(|place| {
            before.contains(&place.case)
                && !wanted.contains(&place.case)
                && self.files_of(place).next().is_some()
        });
        if let Some(place) = lost {
            return Err(InvitationError::ReturnHere(self.label_of(&place.case)));
        }
        if cases.is_empty() {
            return Err(InvitationError::NoCases);
        }
        let cases = self.in_order(&wanted)?;
        let reason = given(reason).ok_or(InvitationError::NoReason)?;
        self.record.log.add(stamp, Event::CasesAsked { slot: slot.clone(), reason });
        if let Some(one) = self.record.plan.slots.iter_mut().find(|one| one.id == *slot) {
            one.cases = cases;
        }
        Ok(self.replan(stamp))
    }

    /// These cases, with those of `asked` that are out of the audit.
    fn with_those_out(&self, asked: &[CaseRef], cases: &BTreeSet<CaseRef>) -> BTreeSet<CaseRef> {
        let out = asked.iter().filter(|case| self.withdrawn_because(case).is_some());
        gathered(out.chain(cases).cloned())
    }

    /// Cases in the order of their labels.
    fn in_order(&self, wanted: &BTreeSet<CaseRef>) -> Result<Vec<CaseRef>, InvitationError> {
        if wanted.is_empty() {
            return Err(InvitationError::NoCases);
        }
        let all = self.plan().cases.iter().map(|case| &case.case_ref);
        let found: Vec<CaseRef> = all.filter(|case| wanted.contains(case)).cloned().collect();
        if found.len() == wanted.len() { Ok(found) } else { Err(InvitationError::UnknownCase) }
    }
}
