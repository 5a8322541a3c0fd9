//! Recording meetings, and who has to be at them.

use std::collections::BTreeSet;

use super::{Difference, Meeting, MeetingError, MeetingNote, NoteKind, Quorum};
use crate::gather::gathered;
use crate::id::{AgencyId, CaseRef, ItemId};
use crate::panel::log::{Event, Stamp};
use crate::panel::records::latest;
use crate::panel::workbook::Workbook;

impl Workbook {
    /// Every meeting as last recorded, in the order in which they were first.
    pub fn meetings(&self) -> Vec<&Meeting> {
        latest(&self.record.panel.meetings, |meeting| meeting.id.clone())
    }

    /// One meeting.
    pub fn meeting(&self, id: &ItemId) -> Option<&Meeting> {
        self.record.panel.meetings.iter().rev().find(|meeting| meeting.id == *id)
    }

    /// Records a meeting, or corrects one that was recorded before.
    pub fn record_meeting(&mut self, meeting: Meeting) -> Result<(), MeetingError> {
        self.check_meeting(&meeting)?;
        let event = Event::MeetingRecorded { meeting: meeting.id.clone(), on: meeting.held_on };
        self.record.log.add(&meeting.stamp.clone(), event);
        self.record.panel.meetings.push(meeting);
        Ok(())
    }

    fn check_meeting(&self, meeting: &Meeting) -> Result<(), MeetingError> {
        let blank = |text: &str| text.trim().is_empty();
        if meeting.present.is_empty() || meeting.present.iter().any(|one| blank(&one.role)) {
            return Err(MeetingError::NobodyPresent);
        }
        if meeting.absent.iter().any(|one| blank(&one.note)) {
            return Err(MeetingError::AbsenceWithoutNote);
        }
        let incomplete = |one: &super::ConflictOfInterest| {
            [&one.role, &one.interest, &one.handled].into_iter().any(|text| blank(text))
        };
        if meeting.conflicts.iter().any(incomplete) {
            return Err(MeetingError::InterestIncomplete);
        }
        let present = meeting.present.iter().filter_map(|one| one.agency.as_ref());
        let mut agencies = present.chain(meeting.absent.iter().map(|one| &one.agency));
        if agencies.any(|agency| self.plan().agency(agency).is_none()) {
            return Err(MeetingError::UnknownAgency);
        }
        if meeting.conflicts.iter().any(|one| self.plan().case(&one.case).is_none()) {
            return Err(MeetingError::UnknownCase);
        }
        Ok(())
    }

    /// M-01: agencies without which the panel does not judge; those that hold the case until the panel chooses.
    pub fn essential_agencies(&self) -> BTreeSet<AgencyId> {
        let plan = self.plan();
        let leads = plan.agencies.iter().filter(|agency| {
            plan.round.tool.agency_kind(&agency.kind).is_some_and(|kind| kind.lead)
        });
        let chosen = self.record.panel.essential.clone();
        chosen.unwrap_or_else(|| gathered(leads.map(|agency| agency.id.clone())))
    }

    /// Chooses the agencies without which the panel does not judge (M-01).
    pub fn set_essential_agencies(
        &mut self,
        agencies: BTreeSet<AgencyId>,
        stamp: &Stamp,
    ) -> Result<(), MeetingError> {
        if agencies.iter().any(|agency| self.plan().agency(agency).is_none()) {
            return Err(MeetingError::UnknownAgency);
        }
        let event = Event::EssentialAgencies { agencies: agencies.iter().cloned().collect() };
        self.record.log.add(stamp, event);
        self.record.panel.essential = Some(agencies);
        Ok(())
    }

    /// M-01: which of the essential agencies are at a meeting.
    pub fn quorum(&self, meeting: &Meeting) -> Quorum {
        let here = |agency: &AgencyId| {
            meeting.present.iter().any(|one| one.agency.as_ref() == Some(agency))
        };
        let noted = |agency: &AgencyId| meeting.absent.iter().any(|one| one.agency == *agency);
        let mut quorum = Quorum::default();
        for agency in self.essential_agencies() {
            if here(&agency) {
                quorum.here.insert(agency);
            } else if noted(&agency) {
                quorum.noted.insert(agency);
            } else {
                quorum.missing.push(agency);
            }
        }
        quorum
    }

    /// M-02: agencies whose returns count, nil returns too, and of which nobody is at the meeting.
    ///
    /// All of them may attend, and see all returns: nobody sees their own agency's only.
    pub fn m02_returned_and_not_here(&self, meeting: &Meeting) -> Vec<AgencyId> {
        let returned: BTreeSet<&AgencyId> =
            gathered(self.all_current().map(|(place, ..)| &place.agency));
        let here = |agency: &AgencyId| {
            meeting.present.iter().any(|one| one.agency.as_ref() == Some(agency))
        };
        let absent = self.plan().agencies.iter().map(|agency| &agency.id);
        absent.filter(|agency| returned.contains(agency) && !here(agency)).cloned().collect()
    }

    /// What the panel last said of the difference the work made to one child.
    pub fn difference(&self, case: &CaseRef) -> Option<&Difference> {
        self.record.panel.differences.iter().rev().find(|one| one.case == *case)
    }

    /// Everything that the panel said of it, oldest first.
    pub(crate) fn differences_ever(&self, case: &CaseRef) -> impl Iterator<Item = &Difference> {
        self.record.panel.differences.iter().filter(move |one| one.case == *case)
    }

    /// The same as a meeting recorded it last, whatever another said since.
    pub fn difference_of(&self, meeting: &ItemId, case: &CaseRef) -> Option<&Difference> {
        let mut all = self.record.panel.differences.iter().rev();
        all.find(|one| one.case == *case && one.meeting.as_ref() == Some(meeting))
    }

    /// Records what difference the work made to one child.
    pub fn record_difference(&mut self, difference: Difference) -> Result<(), MeetingError> {
        self.plan().case(&difference.case).ok_or(MeetingError::UnknownCase)?;
        if difference.text.trim().is_empty() {
            return Err(MeetingError::NothingWritten);
        }
        let event = Event::DifferenceRecorded { case: difference.case.clone() };
        self.record.log.add(&difference.stamp.clone(), event);
        self.record.panel.differences.push(difference);
        Ok(())
    }

    /// Notes of meetings as they stand, in the order in which they were first made.
    pub fn meeting_notes(&self) -> Vec<&MeetingNote> {
        latest(&self.record.panel.notes, |note| note.id.clone())
    }

    /// Notes something, or replaces a note of the same id.
    pub fn record_note(&mut self, note: MeetingNote) -> Result<(), MeetingError> {
        self.meeting(&note.meeting).ok_or(MeetingError::UnknownMeeting)?;
        if note.case.as_ref().is_some_and(|case| self.plan().case(case).is_none()) {
            return Err(MeetingError::UnknownCase);
        }
        let blank = |text: &str| text.trim().is_empty();
        match &note.kind {
            _ if blank(&note.text) => return Err(MeetingError::NothingWritten),
            NoteKind::Question(agency) if self.plan().agency(agency).is_none() => {
                return Err(MeetingError::UnknownAgency);
            }
            NoteKind::Action(owner) if blank(owner) => return Err(MeetingError::NothingWritten),
            NoteKind::Remark | NoteKind::Question(_) | NoteKind::Action(_) => {}
        }
        let event = Event::Noted { note: note.id.clone(), case: note.case.clone() };
        self.record.log.add(&note.stamp.clone(), event);
        self.record.panel.notes.push(note);
        Ok(())
    }
}

impl MeetingNote {
    /// Whether somebody still has to answer it or to do it.
    pub fn is_open(&self) -> bool {
        match self.kind {
            NoteKind::Remark => false,
            NoteKind::Question(_) | NoteKind::Action(_) => self.outcome.trim().is_empty(),
        }
    }
}
