//! The decision log on its way out: a table that a spreadsheet opens, or JSON that loses nothing.

mod actions;
mod keys;

pub use actions::action_step_words;

use std::borrow::Cow;

use super::csv::csv;
use super::document::short_id;
use crate::id::{AgencyId, AreaId, CaseRef, PromptId, SlotId};
use crate::panel::concerns::{ConcernStep, Hold};
use crate::panel::copies::{CopyStep, Recipient};
use crate::panel::expectation::Expectation;
use crate::panel::findings::Fate;
use crate::panel::{Event, LogEntry, ReturnKey, Workbook};
use crate::text::long_date;

const HEAD: [&str; 6] = ["When", "Who", "What", "Case", "Agency", "Reason"];

/// One entry in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogLine {
    /// When, as RFC 3339.
    pub at: String,
    /// Role.
    pub by: String,
    /// What was done.
    pub what: String,
    /// Public label of the case that it is about.
    pub case: String,
    /// Name of the agency, and place, that it is about.
    pub agency: String,
    /// The reason that was given.
    pub reason: String,
}

/// Every entry in words, oldest first.
pub fn log_lines(workbook: &Workbook) -> Vec<LogLine> {
    workbook.log().entries().iter().map(|entry| line(workbook, entry)).collect()
}

/// The whole log as a table (L19).
pub fn log_csv(workbook: &Workbook) -> String {
    let cells = |line: LogLine| -> Vec<Cow<'_, str>> {
        [line.at, line.by, line.what, line.case, line.agency, line.reason].map(Cow::Owned).into()
    };
    csv(&HEAD, log_lines(workbook).into_iter().map(cells))
}

/// The whole log as the workbook keeps it.
pub fn log_json(workbook: &Workbook) -> String {
    // Strings, numbers and lists: writing cannot fail.
    serde_json::to_string_pretty(workbook.log()).unwrap_or_default()
}

fn line(workbook: &Workbook, entry: &LogEntry) -> LogLine {
    let told = told(workbook, &entry.event);
    LogLine { at: entry.stamp.at.to_rfc3339(), by: entry.stamp.by.clone(), ..told }
}

/// What an event says, without who and when.
fn told(workbook: &Workbook, event: &Event) -> LogLine {
    let say = Saying { workbook };
    match event {
        Event::InvitationIssued { slot, .. } => {
            LogLine { agency: say.slot(slot), ..say.what("Invitation downloaded") }
        }
        Event::InvitationRevoked { .. }
        | Event::SlotAdded { .. }
        | Event::CasesAsked { .. }
        | Event::KeysSaved { .. }
        | Event::KeysProved { .. }
        | Event::CarriedOn { .. }
        | Event::DeputyAdded { .. }
        | Event::DeputyRemoved { .. } => keys::told(say, event),
        Event::ActionRecorded { .. }
        | Event::ActionStep { .. }
        | Event::ActionsCarried { .. }
        | Event::RecommendationAnswered { .. }
        | Event::PlanRatified { .. }
        | Event::ActionSheetIssued { .. }
        | Event::ActionSheetRead { .. }
        | Event::ChallengeRaised { .. }
        | Event::ChallengeStep { .. }
        | Event::BaselineLinked { .. }
        | Event::BaselineMapped { .. } => actions::told(say, event),
        Event::ImportBegun { batch } => {
            say.what(["Import ", &batch.0.to_string(), " begun"].concat())
        }
        Event::Imported { batch, row } => {
            let title = row.outcome.wording().title;
            let what = ["Import ", &batch.0.to_string(), ": ", &row.name, ": ", &title].concat();
            row.place
                .as_ref()
                .map_or_else(|| say.what(what.clone()), |place| say.about(&what, place))
        }
        Event::ImportUndone { batch, files } => {
            let files = files.len().to_string();
            say.what(["Import ", &batch.0.to_string(), " taken back, files: ", &files].concat())
        }
        Event::SignerTrusted { signer, slot, reason } => LogLine {
            agency: say.slot(slot),
            ..say.because(["Key trusted: ", &signer.fingerprint()].concat(), reason)
        },
        Event::SignerRefused { signer, slot, reason } => LogLine {
            agency: say.slot(slot),
            ..say.because(["Key refused: ", &signer.fingerprint()].concat(), reason)
        },
        Event::VersionChosen { place, reason, .. } => {
            LogLine { reason: reason.clone(), ..say.about("Version chosen", place) }
        }
        Event::ContentAccepted { file, reason } => {
            say.file("Accepted although it breaks rules", file, reason)
        }
        Event::PlanChanged { reason, .. } => say.because("Plan of the round changed", reason),
        Event::CaseWithdrawn { case, reason } => {
            LogLine { case: say.case(case), ..say.because("Case withdrawn", reason) }
        }
        Event::CaseReinstated { case, reason } => {
            LogLine { case: say.case(case), ..say.because("Case counts again", reason) }
        }
        Event::Judged { case, area } => LogLine {
            case: say.case(case),
            ..say.what(["Judged: ", &say.area(area.as_ref())].concat())
        },
        Event::CaseAnswerSettled { case, prompt, reason } => LogLine {
            case: say.case(case),
            ..say.because(["Answer settled: ", &say.prompt(prompt)].concat(), reason)
        },
        Event::ToolAdopted { tool, differences, reason } => {
            let what = [
                "Audit tool is now version ",
                &tool.version.to_string(),
                ". ",
                &differences.join(" "),
            ];
            say.because(what.concat(), reason)
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
        Event::Reopened { case, .. } => {
            LogLine { case: say.case(case), ..say.what("Judgements open again: a return changed") }
        }
        Event::MeetingRecorded { on, .. } => {
            say.what(["Meeting of ", &long_date(*on), " recorded"].concat())
        }
        Event::EssentialAgencies { agencies } => {
            let names: Vec<String> = agencies.iter().map(|agency| say.agency(agency)).collect();
            LogLine { agency: names.join(", "), ..say.what("Essential agencies chosen") }
        }
        Event::DifferenceRecorded { case } => {
            LogLine { case: say.case(case), ..say.what("Difference to the child recorded") }
        }
        Event::Noted { case, .. } => LogLine {
            case: case.as_ref().map(|case| say.case(case)).unwrap_or_default(),
            ..say.what("Noted in a meeting")
        },
        Event::AgencyAgreed { case, area, agency, reason } => LogLine {
            case: say.case(case),
            agency: say.agency(agency),
            ..say
                .because(["Agency’s own grade agreed: ", &say.area(area.as_ref())].concat(), reason)
        },
        Event::Regraded { place, area, reason } => {
            let what = ["Graded anew on the round’s scale: ", &say.area(area.as_ref())].concat();
            LogLine { reason: reason.clone(), ..say.about(&what, place) }
        }
        Event::QueryWritten { place, .. } => say.about("Question written", place),
        Event::QueryWithdrawn { reason, .. } => say.because("Question withdrawn", reason),
        Event::QueriesIssued { slot, queries, .. } => {
            let count = queries.len().to_string();
            LogLine { agency: say.slot(slot), ..say.what(["Questions sent: ", &count].concat()) }
        }
        Event::ToolMapped { tool, reason } => {
            let version = tool.version.to_string();
            let what = ["Returns of ", tool.id.as_str(), " version ", &version, " are read"];
            say.because(what.concat(), reason)
        }
        Event::ToolUnmapped { tool, reason } => {
            let version = tool.version.to_string();
            let what =
                ["Returns of ", tool.id.as_str(), " version ", &version, " stand apart again"];
            say.because(what.concat(), reason)
        }
        Event::ExpectationChanged { place, what, reason } => {
            LogLine { reason: reason.clone(), ..say.about(&expected(*what), place) }
        }
        Event::ReturnAccepted { file, accepted } => {
            let what = if *accepted { "Return accepted" } else { "Return no longer accepted" };
            say.file(what, file, "")
        }
        Event::KeptApart { file, reason } => say.file("File stays apart", file, reason),
        Event::ContactChanged { agency } => {
            LogLine { agency: say.agency(agency), ..say.what("Contact changed") }
        }
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
        Event::AnchorsAligned { case } => {
            LogLine { case: say.case(case), ..say.what("Chronologies aligned") }
        }
        Event::FindingRecorded { fate, .. } => match fate {
            Fate::Kept => say.what("Finding recorded"),
            Fate::MergedInto(_) => say.what("Finding merged into another"),
            Fate::Dropped { reason } => say.because("Finding dropped", reason),
        },
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
        Event::ThemeAdded { label } => say.what(["Theme added: ", label].concat()),
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
        Event::Chased { agency } => {
            LogLine { agency: say.agency(agency), ..say.what("Asked for what is owed") }
        }
    }
}

fn listed(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

fn followed_up(step: &ConcernStep) -> (String, &str) {
    match step {
        ConcernStep::Acknowledged { role } => (["Concern acknowledged by ", role].concat(), ""),
        ConcernStep::Remark(text) => ("Noted on a concern".to_owned(), text),
        ConcernStep::Closed { role, outcome } => (["Concern closed by ", role].concat(), outcome),
        ConcernStep::Reopened { reason } => ("Concern open again".to_owned(), reason),
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

fn expected(what: Expectation) -> String {
    match what {
        Expectation::AsPlanned => "Return expected as planned".to_owned(),
        Expectation::Extended { until } => ["Time given until ", &long_date(until)].concat(),
        Expectation::Declined => "Agency declines".to_owned(),
        Expectation::GoneWithout => "Panel goes on without the return".to_owned(),
    }
}

/// Names of what an event is about, by the plan as it is now.
#[derive(Clone, Copy)]
struct Saying<'a> {
    workbook: &'a Workbook,
}

impl Saying<'_> {
    fn what(self, what: impl Into<String>) -> LogLine {
        LogLine { what: what.into(), ..LogLine::default() }
    }

    fn because(self, what: impl Into<String>, reason: &str) -> LogLine {
        LogLine { what: what.into(), reason: reason.to_owned(), ..LogLine::default() }
    }

    fn about(self, what: &str, place: &ReturnKey) -> LogLine {
        LogLine { case: self.case(&place.case), agency: self.slot(&place.slot), ..self.what(what) }
    }

    fn file(self, what: &str, file: &crate::envelope::Hash, reason: &str) -> LogLine {
        let entry = self.workbook.register().entry(file);
        let place = entry.and_then(|entry| entry.facts.as_ref()).map(|facts| &facts.place);
        let line = place.map_or_else(|| self.what(what), |place| self.about(what, place));
        LogLine { reason: reason.to_owned(), ..line }
    }

    fn case(self, case: &CaseRef) -> String {
        let known = self.workbook.plan().case(case);
        known.map_or_else(|| case.to_string(), |case| case.label.clone())
    }

    fn agency(self, agency: &AgencyId) -> String {
        let known = self.workbook.plan().agency(agency);
        known.map_or_else(|| agency.to_string(), |agency| agency.name.clone())
    }

    fn slot(self, slot: &SlotId) -> String {
        match self.workbook.plan().slot(slot) {
            Some(slot) if slot.label.is_empty() => self.agency(&slot.agency),
            Some(slot) => [&self.agency(&slot.agency), ", ", &slot.label].concat(),
            None => slot.to_string(),
        }
    }

    fn area(self, area: Option<&AreaId>) -> String {
        let tool = &self.workbook.plan().round.tool;
        match area {
            Some(id) => tool.area(id).map_or_else(|| id.to_string(), |area| area.title.clone()),
            None => "the case overall".to_owned(),
        }
    }

    fn prompt(self, prompt: &PromptId) -> String {
        let known = self.workbook.plan().round.tool.prompt(prompt);
        known.map_or_else(|| prompt.to_string(), |(_, prompt)| prompt.text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;

    #[test]
    fn the_log_tells_who_did_what_about_which_case_and_why() {
        let mut desk = Desk::with(&["case-1"]);
        desk.graded("csc", "case-1", "good");
        desk.workbook
            .record_judgement(on_area("case-1", "risk"), decision("good"), &stamp())
            .unwrap();
        desk.workbook.take_out(&case("case-1"), "=family moved", None, &stamp()).unwrap();
        let told: Vec<[String; 4]> = log_lines(&desk.workbook)
            .into_iter()
            .map(|line| [line.what, line.case, line.agency, line.reason])
            .collect();
        let row = |cells: [&str; 4]| cells.map(str::to_owned);
        assert_eq!(
            told,
            [
                row(["Import 1 begun", "", "", ""]),
                row([
                    "Import 1: csc.json: Imported, from a signer who was invited",
                    "case-1",
                    "csc, csc",
                    ""
                ]),
                row(["Judged: risk", "case-1", "", ""]),
                row(["Case withdrawn", "case-1", "", "=family moved"]),
            ]
        );
        let csv = log_csv(&desk.workbook);
        assert!(csv.contains("\"'=family moved\""), "{csv}");
        assert!(csv.contains("\"2026-03-20T09:00:00+00:00\",\"Coordinator\""), "{csv}");
        let json = log_json(&desk.workbook);
        let again: crate::panel::Log = serde_json::from_str(&json).unwrap();
        assert_eq!(again, *desk.workbook.log());
    }
}
