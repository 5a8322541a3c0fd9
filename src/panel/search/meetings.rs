//! What was said at meetings of the panel.

use super::{FoundAt, Search, lines};
use crate::panel::meeting::Meeting;

impl Search<'_> {
    pub(super) fn meetings(&mut self) {
        let workbook = self.workbook;
        for note in workbook.meeting_notes() {
            let text = lines([note.text.as_str(), &note.outcome]);
            let at = || FoundAt::Note(note.id.clone());
            self.offer(&text, "Noted in a meeting", (note.case.as_ref(), None), at);
        }
        for meeting in workbook.meetings() {
            self.meeting(meeting);
        }
        for case in workbook.plan().open_cases() {
            let Some(difference) = workbook.difference(&case.case_ref) else { continue };
            let label = "What difference it made to the child";
            let at = || FoundAt::Difference(case.case_ref.clone());
            self.offer(&difference.text, label, (Some(&case.case_ref), None), at);
        }
    }

    /// M-01, M-03: who was not there and why, and which interests were declared.
    fn meeting(&mut self, meeting: &Meeting) {
        let at = || FoundAt::People(meeting.id.clone());
        for one in &meeting.conflicts {
            let text = lines([one.role.as_str(), &one.interest, &one.handled]);
            self.offer(&text, "Interest declared", (Some(&one.case), None), at);
        }
        for one in &meeting.absent {
            self.offer(&one.note, "Absent from a meeting", (None, Some(&one.agency)), at);
        }
    }
}
