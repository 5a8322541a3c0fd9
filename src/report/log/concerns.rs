//! Of the log: immediate concerns, and cases that are held back.

use super::{LogLine, Saying};
use crate::panel::Event;
use crate::panel::concerns::{ConcernStep, Hold};

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::ConcernRaised { case } => {
            LogLine { case: say.case(case), ..say.what("Concern raised by the panel") }
        }
        Event::ConcernFollowedUp { case, step } => {
            let (what, reason) = followed_up(step);
            LogLine { case: say.case(case), ..say.because(what, reason) }
        }
        Event::CaseHeld { case, hold, reason } => {
            let what = match hold {
                Hold::None => "Case cleared for publication",
                Hold::DoNotPublish => "Case held back from publication",
                Hold::Frozen => "Case frozen",
            };
            LogLine { case: say.case(case), ..say.because(what, reason) }
        }
        _ => LogLine::default(),
    }
}

fn followed_up(step: &ConcernStep) -> (String, &str) {
    match step {
        ConcernStep::Acknowledged { role } => (["Concern acknowledged by ", role].concat(), ""),
        ConcernStep::Remark(text) => ("Noted on a concern".to_owned(), text),
        ConcernStep::Closed { role, outcome } => (["Concern closed by ", role].concat(), outcome),
        ConcernStep::Reopened { reason } => ("Concern open again".to_owned(), reason),
    }
}
