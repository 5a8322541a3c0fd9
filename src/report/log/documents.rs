//! Of the log: documents, and copies for practitioners.

use super::{LogLine, Saying};
use crate::panel::copies::{CopyStep, Recipient, cp01_called_back};
use crate::panel::{Event, ReturnKey};
use crate::report::document::short_id;

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::PassageRecorded { removed: false, .. } => say.what("Text for documents recorded"),
        Event::PassageRecorded { removed: true, .. } => say.what("Text for documents taken out"),
        Event::OwnWordingRecorded { sentence } => {
            say.what(["Sentence worded by hand: ", sentence].concat())
        }
        Event::DocumentKept { document, snapshot } => {
            say.what(["Version of a document kept: ", document, " ", &short_id(snapshot)].concat())
        }
        Event::DocumentCleared { document, reason } => {
            say.because(["Document cleared for publication: ", document].concat(), reason)
        }
        Event::CopyStep { place, step } => {
            let (what, reason) = copied(step, is_called_back(say, place, step));
            LogLine { reason: reason.to_owned(), ..say.about(&what, place) }
        }
        Event::DisclosureDecided { place, disclosed, reason } => {
            let what =
                if *disclosed { "Text released for copies" } else { "Text withheld from copies" };
            LogLine { reason: reason.clone(), ..say.about(what, place) }
        }
        Event::FactAmended { place, because } => LogLine {
            reason: because.clone(),
            ..say.about("Fact corrected beside the return", place)
        },
        _ => LogLine::default(),
    }
}

/// CP-01: by the record that was made of the copy at that moment, for the log has no file.
fn is_called_back(say: Saying<'_>, place: &ReturnKey, step: &CopyStep) -> bool {
    let mut steps = say.workbook.copy_records(place);
    steps.any(|one| {
        one.step == *step && one.stamp == *say.stamp && cp01_called_back(say.workbook, one)
    })
}

fn copied(step: &CopyStep, called_back: bool) -> (String, &str) {
    match step {
        CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check } => {
            ("Copy sent to practitioner and manager; risk check".to_owned(), risk_check)
        }
        CopyStep::Sent { to: Recipient::CurrentManager { reason }, risk_check } => {
            (["Copy sent to the current manager; risk check: ", risk_check].concat(), reason)
        }
        CopyStep::NotSent { reason } if called_back => {
            ("What became of the copy that was sent".to_owned(), reason)
        }
        CopyStep::NotSent { reason } => ("Copy not sent".to_owned(), reason),
        CopyStep::Response { .. } => ("Response of the practitioner".to_owned(), ""),
        CopyStep::Acknowledged { role } => (["Copy acknowledged by ", role].concat(), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;
    use crate::report::log::log_lines;

    #[test]
    fn cp01_a_copy_that_was_sent_and_called_back_is_not_told_as_one_that_was_not_sent() {
        let mut desk = Desk::with(&["case-1"]);
        let mut told = |slot_id: &str, is_sent: bool| {
            desk.graded(slot_id, "case-1", "good");
            let place = desk.workbook.place(&case("case-1"), &slot(slot_id)).unwrap();
            let (to, risk_check) = (Recipient::PractitionerAndManager, "The manager.".into());
            let sent = is_sent.then_some(CopyStep::Sent { to, risk_check });
            let reason = "The team manager has destroyed it.".to_owned();
            for step in sent.into_iter().chain([CopyStep::NotSent { reason }]) {
                desk.workbook.record_copy(&place, step, &stamp()).unwrap();
            }
            let last = log_lines(&desk.workbook).pop().unwrap();
            assert_eq!(last.reason, "The team manager has destroyed it.");
            last.what
        };
        assert_eq!(told("csc", true), "What became of the copy that was sent");
        assert_eq!(told("school", false), "Copy not sent");
    }

    #[test]
    fn ec33_a_copy_that_goes_to_the_current_manager_is_told_with_its_risk_check() {
        let mut desk = Desk::with(&["case-1"]);
        desk.graded("csc", "case-1", "good");
        let place = desk.workbook.place(&case("case-1"), &slot("csc")).unwrap();
        let to = Recipient::CurrentManager { reason: "The practitioner has left.".into() };
        let step = CopyStep::Sent { to, risk_check: "The team manager, from the file".into() };
        desk.workbook.record_copy(&place, step, &stamp()).unwrap();
        let last = log_lines(&desk.workbook).pop().unwrap();
        let want = "Copy sent to the current manager; risk check: The team manager, from the file";
        assert_eq!(
            (last.what.as_str(), last.reason.as_str()),
            (want, "The practitioner has left.")
        );
    }
}
