//! Of the log: documents, and copies for practitioners.

use super::{LogLine, Saying};
use crate::panel::Event;
use crate::panel::copies::{CopyStep, Recipient};
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
            let (what, reason) = copied(step);
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

fn copied(step: &CopyStep) -> (String, &str) {
    match step {
        CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check } => {
            ("Copy sent to practitioner and manager; risk check".to_owned(), risk_check)
        }
        CopyStep::Sent { to: Recipient::CurrentManager { reason }, .. } => {
            ("Copy sent to the current manager".to_owned(), reason)
        }
        CopyStep::NotSent { reason } => ("Copy not sent".to_owned(), reason),
        CopyStep::Response { .. } => ("Response of the practitioner".to_owned(), ""),
        CopyStep::Acknowledged { role } => (["Copy acknowledged by ", role].concat(), ""),
    }
}
