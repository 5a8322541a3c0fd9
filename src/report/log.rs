//! The decision log on its way out: a table that a spreadsheet opens, or JSON that loses nothing.

mod actions;
mod asked;
mod concerns;
mod documents;
#[cfg(test)]
mod every_kind;
mod files;
mod judged;
mod keys;
mod round;

pub use actions::action_step_words;

use std::borrow::Cow;

use super::csv::csv;
use crate::id::{AgencyId, AreaId, CaseRef, PromptId, SlotId};
use crate::panel::{Event, LogEntry, ReturnKey, Stamp, Workbook};

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
    crate::json::to_string_pretty(workbook.log()).unwrap_or_default()
}

fn line(workbook: &Workbook, entry: &LogEntry) -> LogLine {
    let told = told(workbook, entry);
    LogLine { at: entry.stamp.at.to_rfc3339(), by: entry.stamp.by.clone(), ..told }
}

/// What an event says, without who and when.
fn told(workbook: &Workbook, LogEntry { event, stamp }: &LogEntry) -> LogLine {
    let say = Saying { workbook, stamp };
    match event {
        Event::InvitationIssued { .. }
        | Event::InvitationRevoked { .. }
        | Event::SlotAdded { .. }
        | Event::CasesAsked { .. }
        | Event::KeysSaved { .. }
        | Event::KeysProved { .. }
        | Event::CarriedOn { .. }
        | Event::DeputyAdded { .. }
        | Event::DeputyRemoved { .. } => keys::told(say, event),
        Event::ImportBegun { .. }
        | Event::Imported { .. }
        | Event::ImportUndone { .. }
        | Event::SignerTrusted { .. }
        | Event::SignerRefused { .. }
        | Event::VersionChosen { .. }
        | Event::ContentAccepted { .. }
        | Event::ReturnAccepted { .. }
        | Event::KeptApart { .. }
        | Event::ToolMapped { .. }
        | Event::ToolUnmapped { .. }
        | Event::Regraded { .. } => files::told(say, event),
        Event::ExpectationChanged { .. }
        | Event::ContactChanged { .. }
        | Event::Chased { .. }
        | Event::QueryWritten { .. }
        | Event::QueryWithdrawn { .. }
        | Event::QueriesIssued { .. } => asked::told(say, event),
        Event::PlanChanged { .. }
        | Event::EssentialAgencies { .. }
        | Event::ToolAdopted { .. }
        | Event::CaseWithdrawn { .. }
        | Event::CaseReinstated { .. }
        | Event::FrameChanged { .. }
        | Event::CasesDrawn { .. }
        | Event::CasesChosen { .. }
        | Event::CaseReplaced { .. } => round::told(say, event),
        Event::Judged { .. }
        | Event::CaseAnswerSettled { .. }
        | Event::Reopened { .. }
        | Event::AgencyAgreed { .. }
        | Event::MeetingRecorded { .. }
        | Event::Noted { .. }
        | Event::DifferenceRecorded { .. }
        | Event::AnchorsAligned { .. }
        | Event::FindingRecorded { .. }
        | Event::ThemeAdded { .. } => judged::told(say, event),
        Event::ConcernRaised { .. } | Event::ConcernFollowedUp { .. } | Event::CaseHeld { .. } => {
            concerns::told(say, event)
        }
        Event::PassageRecorded { .. }
        | Event::OwnWordingRecorded { .. }
        | Event::DocumentKept { .. }
        | Event::DocumentCleared { .. }
        | Event::CopyStep { .. }
        | Event::DisclosureDecided { .. }
        | Event::FactAmended { .. } => documents::told(say, event),
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
    }
}

/// Names of what an event is about, by the plan as it is now.
#[derive(Clone, Copy)]
struct Saying<'a> {
    workbook: &'a Workbook,
    /// Who did it, and when.
    stamp: &'a Stamp,
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
        assert_eq!(json, serde_json::to_string_pretty(desk.workbook.log()).unwrap());
        let again: crate::panel::Log = serde_json::from_str(&json).unwrap();
        assert_eq!(again, *desk.workbook.log());
    }
}
