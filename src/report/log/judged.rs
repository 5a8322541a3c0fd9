//! Of the log: what the panel judged, found and wrote down in its meetings.

use super::{LogLine, Saying};
use crate::panel::Event;
use crate::panel::findings::Fate;
use crate::text::long_date;

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::Judged { case, area } => LogLine {
            case: say.case(case),
            ..say.what(["Judged: ", &say.area(area.as_ref())].concat())
        },
        Event::CaseAnswerSettled { case, prompt, reason } => LogLine {
            case: say.case(case),
            ..say.because(["Answer settled: ", &say.prompt(prompt)].concat(), reason)
        },
        Event::Reopened { case, .. } => {
            LogLine { case: say.case(case), ..say.what("Judgements open again: a return changed") }
        }
        Event::AgencyAgreed { case, area, agency, reason } => LogLine {
            case: say.case(case),
            agency: say.agency(agency),
            ..say
                .because(["Agency’s own grade agreed: ", &say.area(area.as_ref())].concat(), reason)
        },
        Event::MeetingRecorded { on, .. } => {
            say.what(["Meeting of ", &long_date(*on), " recorded"].concat())
        }
        Event::Noted { case, .. } => LogLine {
            case: case.as_ref().map(|case| say.case(case)).unwrap_or_default(),
            ..say.what("Noted in a meeting")
        },
        Event::DifferenceRecorded { case } => {
            LogLine { case: say.case(case), ..say.what("Difference to the child recorded") }
        }
        Event::AnchorsAligned { case } => {
            LogLine { case: say.case(case), ..say.what("Chronologies aligned") }
        }
        Event::FindingRecorded { fate, .. } => match fate {
            Fate::Kept => say.what("Finding recorded"),
            Fate::MergedInto(_) => say.what("Finding merged into another"),
            Fate::Dropped { reason } => say.because("Finding dropped", reason),
        },
        Event::ThemeAdded { label } => say.what(["Theme added: ", label].concat()),
        _ => LogLine::default(),
    }
}
