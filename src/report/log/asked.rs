//! Of the log: what agencies are asked for, returns and answers.

use super::{LogLine, Saying};
use crate::panel::Event;
use crate::panel::expectation::Expectation;
use crate::text::long_date;

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::ExpectationChanged { place, what, reason } => {
            LogLine { reason: reason.clone(), ..say.about(&expected(*what), place) }
        }
        Event::ContactChanged { agency } => {
            LogLine { agency: say.agency(agency), ..say.what("Contact changed") }
        }
        Event::Chased { agency } => {
            LogLine { agency: say.agency(agency), ..say.what("Asked for what is owed") }
        }
        Event::QueryWritten { place, .. } => say.about("Question written", place),
        Event::QueryWithdrawn { reason, .. } => say.because("Question withdrawn", reason),
        Event::QueriesIssued { slot, queries, .. } => {
            let count = queries.len().to_string();
            LogLine { agency: say.slot(slot), ..say.what(["Questions sent: ", &count].concat()) }
        }
        _ => LogLine::default(),
    }
}

fn expected(what: Expectation) -> String {
    match what {
        Expectation::AsPlanned => "Return expected as planned".to_owned(),
        Expectation::Extended { until } => ["Time given until ", &long_date(until)].concat(),
        Expectation::Declined => "Agency declines".to_owned(),
        Expectation::GoneWithout => "Panel goes on without the return".to_owned(),
    }
}
