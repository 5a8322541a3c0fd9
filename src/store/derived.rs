//! What follows from the dates typed: the intervals that go into the return in their stead.
//!
//! Worked out anew after every edit of the worksheet and given back as changes,
//! so that the journal holds both and a crash between them loses neither.

use chrono::NaiveDate;

use super::{Change, ChronologyChange, DraftRecord, EntryChange, PractitionerChange};
use crate::audit_return::DaysBefore;
use crate::chronology::{ch03_anchor_fault, placed};
use crate::round::Invitation;
use crate::timescale::{Calendar, Fault, Reading, work_out};

/// Key of the date of the conversation with the practitioner.
pub const PRACTITIONER_DATE: &str = "practitioner-date";

/// Changes that bring the return in line with the dates of its worksheet; none where it is.
///
/// Days are counted against the limits to which the invited place is held (edge cases 14 and 37). `today` stands
/// for the day of the audit while none is typed.
pub fn derived(record: &DraftRecord, invitation: &Invitation, today: NaiveDate) -> Vec<Change> {
    let (draft, sheet) = (&record.draft, &record.worksheet);
    let mut changes = Vec::new();
    let set = invitation.standards_of(sheet.nation.as_deref());
    let results = work_out(&set, sheet, &Calendar::england_and_wales(), today);
    if results != draft.timescales {
        changes.push(Change::Timescales(results.map(Box::new)));
    }
    let window = invitation.round.window.look_back_months;
    for (item, when) in placed(&draft.chronology, sheet, window, today) {
        let entry = draft.chronology.entries.iter().find(|entry| entry.id == item);
        if entry.is_some_and(|entry| entry.when != when) {
            let part = EntryChange::When(when);
            changes.push(Change::Chronology(ChronologyChange::Entry(item, part)));
        }
    }
    let fault = ch03_anchor_fault(draft.chronology.anchor, sheet, today);
    if fault != draft.chronology.anchor_fault {
        changes.push(Change::Chronology(ChronologyChange::AnchorFault(fault)));
    }
    let when = days_before(sheet.read(PRACTITIONER_DATE), sheet.audit_day(today));
    if when != draft.practitioner.when {
        changes.push(Change::Practitioner(PractitionerChange::When(when)));
    }
    changes
}

fn days_before(typed: Reading, audit_day: NaiveDate) -> Option<DaysBefore> {
    let impossible = |fault| Some(DaysBefore::Impossible(fault));
    match typed {
        Reading::Blank => None,
        Reading::Unreadable => impossible(Fault::Unreadable),
        Reading::Days(days) if days.first > audit_day => impossible(Fault::Future),
        // Where only the month is known, its last day that the audit allows.
        Reading::Days(days) => {
            let days = (audit_day - days.last.min(audit_day)).num_days();
            u32::try_from(days).ok().map(DaysBefore::Days)
        }
    }
}

#[cfg(test)]
#[path = "derived_tests.rs"]
mod tests;
