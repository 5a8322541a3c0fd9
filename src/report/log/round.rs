//! Of the log: the plan of the round, its tool and its cases.

use super::{LogLine, Saying};
use crate::panel::Event;

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::PlanChanged { reason, .. } => say.because("Plan of the round changed", reason),
        Event::EssentialAgencies { agencies } => {
            let names: Vec<String> = agencies.iter().map(|agency| say.agency(agency)).collect();
            LogLine { agency: names.join(", "), ..say.what("Essential agencies chosen") }
        }
        Event::ToolAdopted { tool, differences, reason } => {
            let what = [
                "Audit tool is now version ",
                &tool.version.to_string(),
                ". ",
                &differences.join(" "),
            ];
            say.because(what.concat(), reason)
        }
        Event::CaseWithdrawn { case, reason } => {
            LogLine { case: say.case(case), ..say.because("Case withdrawn", reason) }
        }
        Event::CaseReinstated { case, reason } => {
            LogLine { case: say.case(case), ..say.because("Case counts again", reason) }
        }
        Event::FrameChanged { candidates, excluded } => say.what(
            [
                "Cases to choose from: ",
                &candidates.to_string(),
                ", excluded: ",
                &excluded.to_string(),
            ]
            .concat(),
        ),
        Event::CasesDrawn { draw, seed, drawn } => say.what(
            ["Draw ", &draw.to_string(), ", seed ", seed, ", numbers drawn: ", &listed(drawn)]
                .concat(),
        ),
        Event::CasesChosen { numbers } => {
            say.what(["Cases settled, numbers: ", &listed(numbers)].concat())
        }
        Event::CaseReplaced { case, by, number, reason } => {
            let what = ["Replaced by ", &say.case(by), ", number ", &number.to_string()].concat();
            LogLine { case: say.case(case), ..say.because(what, reason) }
        }
        _ => LogLine::default(),
    }
}

fn listed(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}
