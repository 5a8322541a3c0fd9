//! Recording what is expected, accepted and asked for again.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Acceptance, Accepted, AgencyContact, Chase, Expectation, ExpectationDecision, StaysApart,
};
use crate::envelope::Hash;
use crate::id::AgencyId;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::register::{DecisionError, EntryState, ReturnKey};
use crate::panel::workbook::Workbook;

impl Workbook {
    /// What was last decided about a place; `None` where the plan holds. Of many, `Expected` is quicker.
    pub fn expectation(&self, place: &ReturnKey) -> Option<&ExpectationDecision> {
        let mut decisions = self.record.panel.expectations.iter().rev();
        decisions.find(|one| one.place == *place)?.unless_as_planned()
    }

    /// Gives an agency more time, notes that it declines, or goes on without its return.
    pub fn expect(
        &mut self,
        place: &ReturnKey,
        what: Expectation,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        let reason = given(reason).ok_or(DecisionError::NoReason)?;
        self.plan().case(&place.case).ok_or(DecisionError::UnknownCase)?;
        let slot = self.plan().slot(&place.slot).ok_or(DecisionError::UnknownSlot)?;
        if slot.agency != place.agency || !self.index.is_asked(&place.slot, &place.case) {
            return Err(DecisionError::UnknownSlot);
        }
        if matches!(what, Expectation::Extended { until } if !self.extends(until)) {
            return Err(DecisionError::NotLater);
        }
        let (place, stamp) = (place.clone(), stamp.clone());
        let event =
            Event::ExpectationChanged { place: place.clone(), what, reason: reason.clone() };
        self.record.log.add(&stamp, event);
        self.record.panel.expectations.push(ExpectationDecision { place, what, reason, stamp });
        Ok(())
    }

    /// Whether a return that comes by this day would be late without more time being granted.
    pub fn extends(&self, until: NaiveDate) -> bool {
        self.plan().round.dates.due.is_none_or(|due| until > due)
    }

    /// The day up to which more time was granted; `None` where the round's own day leaves as much.
    pub(in crate::panel) fn extension(&self, expected: Option<Expectation>) -> Option<NaiveDate> {
        match expected {
            Some(Expectation::Extended { until }) => self.extends(until).then_some(until),
            Some(Expectation::AsPlanned | Expectation::Declined | Expectation::GoneWithout)
            | None => None,
        }
    }

    /// The day up to which a return is in time: the round's, or a later one granted for this place (V-05).
    pub fn due(&self, place: &ReturnKey) -> Option<NaiveDate> {
        self.due_as(self.expectation(place).map(|decision| decision.what))
    }

    /// The day up to which a return is in time of which this is expected.
    pub(in crate::panel) fn due_as(&self, expected: Option<Expectation>) -> Option<NaiveDate> {
        let round = self.plan().round.dates.due;
        match expected {
            // The round's day may have moved beyond it since.
            Some(Expectation::Extended { until }) => {
                Some(round.map_or(until, |due| due.max(until)))
            }
            Some(Expectation::AsPlanned | Expectation::Declined | Expectation::GoneWithout)
            | None => round,
        }
    }

    /// Accepts a return that counts, or takes that back.
    pub fn accept_return(
        &mut self,
        file: &Hash,
        accepted: bool,
        note: &str,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        let entry = self.register().entry(file).ok_or(DecisionError::UnknownFile)?;
        if !entry.state.counts() {
            return Err(DecisionError::NothingToDecide);
        }
        let (file, note, stamp) = (*file, note.trim().to_owned(), stamp.clone());
        self.record.log.add(&stamp, Event::ReturnAccepted { file, accepted });
        self.record.panel.acceptances.push(Acceptance { file, accepted, note, stamp });
        Ok(())
    }

    /// Whether a return was read and accepted. A correction has to be accepted anew. Of many, ask one `Accepted`.
    pub fn is_accepted(&self, file: &Hash) -> bool {
        Accepted::of(self).holds(file)
    }

    /// Keeps a file that is apart or held there for good, and says why: nothing is to be done about it any more, and it
    /// does not count should its signer be trusted by another file, or the version come for which it waits.
    pub fn keep_apart(
        &mut self,
        file: &Hash,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        let reason = given(reason).ok_or(DecisionError::NoReason)?;
        if !self.waits_apart(file).ok_or(DecisionError::UnknownFile)? {
            return Err(DecisionError::NothingToDecide);
        }
        let (file, stamp) = (*file, stamp.clone());
        self.record.log.add(&stamp, Event::KeptApart { file, reason: reason.clone() });
        let kept = StaysApart { file, reason, stamp: stamp.clone() };
        self.record.panel.stays_apart.push(kept);
        let place = self.place_of(&file);
        self.resettle(place.as_slice(), &stamp);
        Ok(())
    }

    /// Why a file stays apart for good, where that was decided and it still is apart.
    pub fn stays_apart(&self, file: &Hash) -> Option<&StaysApart> {
        let register = self.register();
        let entry = register.entry(file).map(|entry| match &entry.state {
            EntryState::Quarantined { .. }
            | EntryState::Held { .. }
            | EntryState::Conflict
            | EntryState::SetAside => true,
            EntryState::Current | EntryState::Superseded { .. } | EntryState::Withdrawn { .. } => {
                false
            }
        });
        // A withdrawal takes nothing back then, whoever trusts its signer since.
        let letter = || {
            let letter = register.letter(file);
            letter.is_some_and(|one| one.state.is_apart() || one.letter.withdrawn().is_some())
        };
        // Only then: of each file of a register it would read all that was decided.
        let is_apart = entry.unwrap_or_else(letter);
        if is_apart { self.kept_apart(file) } else { None }
    }

    /// The decision that a file stays apart for good, or another with the very same work by the same signer.
    pub(in crate::panel) fn kept_apart(&self, file: &Hash) -> Option<&StaysApart> {
        let mut decisions = self.record.panel.stays_apart.iter().rev();
        let is_it = |one: &Hash| one == file || self.is_same_work_by_same_signer(one, file);
        decisions.find(|decision| is_it(&decision.file))
    }

    /// Takes back that a file stays apart for good: somebody has decided that it may count. The log keeps both.
    pub(in crate::panel) fn lift_keeping_apart(&mut self, file: &Hash) {
        let is_it = |one: &Hash| one == file || self.is_same_work_by_same_signer(one, file);
        let kept = &self.record.panel.stays_apart;
        let others = kept.iter().filter(|decision| !is_it(&decision.file)).cloned().collect();
        self.record.panel.stays_apart = others;
    }

    /// Whom to ask in an agency.
    pub fn contact(&self, agency: &AgencyId) -> Option<&AgencyContact> {
        self.record.panel.contacts.get(agency)
    }

    /// Keeps whom to ask in an agency.
    pub fn set_contact(
        &mut self,
        agency: &AgencyId,
        contact: AgencyContact,
        stamp: &Stamp,
    ) -> Result<(), DecisionError> {
        self.plan().agency(agency).ok_or(DecisionError::UnknownSlot)?;
        self.record.log.add(stamp, Event::ContactChanged { agency: agency.clone() });
        let contacts: &mut BTreeMap<_, _> = &mut self.record.panel.contacts;
        contacts.insert(agency.clone(), contact);
        Ok(())
    }

    /// Notes that an agency was asked for what it owes.
    pub fn note_chase(&mut self, agency: &AgencyId, stamp: &Stamp) -> Result<(), DecisionError> {
        self.plan().agency(agency).ok_or(DecisionError::UnknownSlot)?;
        self.record.log.add(stamp, Event::Chased { agency: agency.clone() });
        let chase = Chase { agency: agency.clone(), stamp: stamp.clone() };
        self.record.panel.chases.push(chase);
        Ok(())
    }

    /// Each time that an agency was asked, oldest first.
    pub fn chases(&self, agency: &AgencyId) -> impl Iterator<Item = &Chase> {
        let agency = agency.clone();
        self.record.panel.chases.iter().filter(move |chase| chase.agency == agency)
    }
}
