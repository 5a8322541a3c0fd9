//! Everything that the panel holds about one case (edge case 34): for a parent or a child who asks what
//! was written about them, and for whoever must decide what of it they may have.
//!
//! Nothing is left out or shortened: every version of every return, whatever became of it, and all that
//! the panel recorded. Whoever releases it decides what to take out; this says only what there is.

mod concerns;
mod decided;
mod settled;

use chrono::{DateTime, Utc};

use super::log::{LogLine, log_lines};
use super::minutes::{name_of, note_row, title_of, told};
use super::sheet::said::joined;
use super::sheet::{Part, Row, Sheet, read};
use crate::id::{AgencyId, CaseRef};
use crate::panel::concerns::Hold;
use crate::panel::copies::{CopyRecord, CopyStep, Recipient, cp01_called_back};
use crate::panel::findings::findings;
use crate::panel::{FileLine, Judgement, ReturnKey, Workbook, file_lines};
use crate::round::{CaseEntry, CaseStatus};

/// Words for a moment, in the reader's time zone.
type Moment = fn(DateTime<Utc>) -> String;

/// What is held about a case, then every return that can be read, in the order of the files' names;
/// `None` where the round has no such case. It says that it was made `now`.
pub fn case_papers(
    workbook: &Workbook,
    case: &CaseRef,
    now: DateTime<Utc>,
    moment: Moment,
) -> Option<Vec<Sheet>> {
    let entry = workbook.plan().case(case)?;
    let files: Vec<FileLine> = file_lines(workbook)
        .into_iter()
        .filter(|line| line.place.as_ref().is_some_and(|place| place.case == *case))
        .collect();
    let mut sheets = vec![Held { workbook, entry, now, moment }.sheet(&files)];
    sheets.extend(files.iter().filter_map(|line| read(workbook, &line.file, moment)));
    Some(sheets)
}

/// What the parts are made from.
struct Held<'a> {
    workbook: &'a Workbook,
    entry: &'a CaseEntry,
    now: DateTime<Utc>,
    moment: Moment,
}

impl Held<'_> {
    fn sheet(&self, files: &[FileLine]) -> Sheet {
        let round = &self.workbook.plan().round;
        let parts = [
            self.case(),
            self.chosen(),
            self.files(files),
            self.judged(),
            self.settled(),
            self.noted(),
            self.asked(),
            self.concerns(),
            self.found(),
            self.written(),
            self.copies(),
            self.log(),
        ];
        let title = ["Everything held about ", &self.entry.label].concat();
        Sheet {
            caption: joined(", ", &[&round.board.name, &round.title, &round.period]),
            mark: [
                "Confidential: everything held about ",
                &self.entry.label,
                " on ",
                &(self.moment)(self.now),
            ]
            .concat(),
            title,
            parts: parts.into(),
        }
    }

    fn is_of(&self, place: &ReturnKey) -> bool {
        place.case == self.entry.case_ref
    }

    fn name(&self, agency: &AgencyId) -> String {
        name_of(self.workbook, agency)
    }

    fn case(&self) -> Part {
        let case = &self.entry.case_ref;
        let standing = match &self.entry.status {
            CaseStatus::Open => "Counts".to_owned(),
            CaseStatus::Withdrawn { reason } => ["Taken out of the audit: ", reason].concat(),
        };
        let mut rows = vec![
            Row::text("Reference", case.as_str()),
            Row::text("Label", &*self.entry.label),
            Row::text("Standing", standing),
        ];
        if let Some(hold) = self.workbook.hold(case) {
            rows.push(Row::text(
                "Publication",
                [held_back(hold.hold), ": ", &hold.reason].concat(),
            ));
        }
        // Without it sealed files stay shut, and nobody else can answer a request.
        let key = self.workbook.round_key().thumbprint().fingerprint();
        rows.push(Row::text("Key of the round, which opens what was sealed to it", key));
        Part { rows, ..Part::new("The case") }
    }

    fn files(&self, files: &[FileLine]) -> Part {
        let row = |line: &FileLine| {
            let agency = line.place.as_ref().map(|place| self.name(&place.agency));
            let version = line.version.map(|version| ["version ", &version.to_string()].concat());
            let came = line.imported_at.map(|at| ["imported ", &(self.moment)(at)].concat());
            let said = [agency, version, Some(line.standing.clone()), came];
            let said: Vec<String> = said.into_iter().flatten().collect();
            Row::text(&*line.name, said.join("\n"))
        };
        part("Files", files.iter().map(row).collect())
    }

    fn judged(&self) -> Part {
        let of_case = |one: &&Judgement| one.subject.case == self.entry.case_ref;
        let mut rows: Vec<Row> = self
            .workbook
            .judgements()
            .iter()
            .filter(of_case)
            .map(|one| Row::text(title_of(self.workbook, &one.subject), told(self.workbook, one)))
            .collect();
        rows.extend(self.differences());
        part("Judgements of the panel, also earlier ones", rows)
    }

    fn noted(&self) -> Part {
        let notes = self.workbook.meeting_notes();
        let of_case = notes.iter().filter(|note| note.case.as_ref() == Some(&self.entry.case_ref));
        let mut rows = self.interests();
        rows.extend(of_case.map(|note| note_row(self.workbook, note)));
        part("Noted in meetings", rows)
    }

    fn asked(&self) -> Part {
        let round = &self.workbook.plan().round;
        let of_case = self.workbook.queries().iter().filter(|one| self.is_of(&one.place));
        let row = |query: &crate::panel::Query| {
            let about = query.about.title(round);
            Row::text(joined(": ", &[&self.name(&query.place.agency), &about]), &*query.text)
        };
        part("Questions to agencies (answers stand in the returns)", of_case.map(row).collect())
    }

    fn found(&self) -> Part {
        let all = findings(self.workbook);
        // Also of a case that was taken out: what is held about a child is held all the same.
        let of_case = all.iter().filter(|one| one.finding.told_of().contains(&self.entry.case_ref));
        let row = |one: &crate::panel::findings::FindingView| {
            Row::text(one.finding.kind.label(), &*one.finding.text)
        };
        part("Findings that rest on it", of_case.map(row).collect())
    }

    fn copies(&self) -> Part {
        let workbook = self.workbook;
        let places: Vec<ReturnKey> = workbook
            .plan()
            .slots
            .iter()
            .filter_map(|slot| workbook.place(&self.entry.case_ref, &slot.id))
            .collect();
        let steps = places.iter().flat_map(|place| workbook.copy_records(place));
        let mut rows: Vec<Row> = steps
            .map(|one| Row::text(self.name(&one.place.agency), step_of_copy(workbook, one)))
            .collect();
        let amended = places.iter().flat_map(|place| workbook.amendments(place));
        rows.extend(amended.map(|one| {
            let said = [
                ["As written: ", &one.before].concat(),
                ["To be read as: ", &one.after].concat(),
                ["Because: ", &one.because].concat(),
            ];
            Row::text(
                [&self.name(&one.place.agency), ", a fact corrected"].concat(),
                said.join("\n"),
            )
        }));
        part("Copies to practitioners, their responses and corrections", rows)
    }

    fn log(&self) -> Part {
        let when = self.workbook.log().entries().iter().map(|entry| (self.moment)(entry.stamp.at));
        let lines = log_lines(self.workbook).into_iter().zip(when);
        let of_case = lines.filter(|(line, _)| line.case == self.entry.label);
        let row = |(line, when): (LogLine, String)| {
            let said = joined("\n", &[&line.agency, &line.reason, &line.by, &when]);
            Row::text(line.what, said)
        };
        part("Log", of_case.map(row).collect())
    }
}

fn held_back(hold: Hold) -> &'static str {
    match hold {
        Hold::None => "Cleared",
        Hold::DoNotPublish => "Held back",
        Hold::Frozen => "Frozen",
    }
}

fn step_of_copy(workbook: &Workbook, record: &CopyRecord) -> String {
    match &record.step {
        CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check } => {
            ["Sent to the practitioner and their manager. ", risk_check].concat()
        }
        CopyStep::Sent { to: Recipient::CurrentManager { reason }, risk_check } => {
            ["Sent to the current manager. ", reason, " ", risk_check].concat()
        }
        CopyStep::NotSent { reason } if cp01_called_back(workbook, record) => {
            ["What became of the copy that was sent: ", reason].concat()
        }
        CopyStep::NotSent { reason } => ["Not sent. ", reason].concat(),
        CopyStep::Response { text } => ["The practitioner says: ", text].concat(),
        CopyStep::Acknowledged { role } => ["Acknowledged by ", role].concat(),
    }
}

/// A part that says so where nothing is held: whoever asked must not wonder.
fn part(title: &str, rows: Vec<Row>) -> Part {
    let introduction = if rows.is_empty() { "Nothing is held.".to_owned() } else { String::new() };
    Part { introduction, rows, ..Part::new(title) }
}

#[cfg(test)]
mod fixture;

#[cfg(test)]
mod tests {
    use super::fixture::{papers, told};
    use super::*;
    use crate::audit_return::Strength;
    use crate::id::ItemId;
    use crate::panel::Decision;
    use crate::panel::findings::{
        Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
    };
    use crate::panel::fixture::*;
    use crate::report::sheet::text_of;

    /// Social care's return of the first case, with a strength.
    fn told_of_a_strength(desk: &mut Desk) -> FindingSource {
        let item: ItemId = "s1".parse().unwrap();
        let mut ret = desk.draft("csc", "case-1").grade("risk", "good");
        ret.areas.entry(area("risk")).or_default().strengths.push(Strength {
            id: item.clone(),
            text: "The worker went back the same day".into(),
            evidence: "Visit record".into(),
            source: None,
        });
        let row = desk.import(ret);
        let item = SourceItem::Strength { area: area("risk"), item };
        FindingSource::Return(SourceRef {
            place: row.place.unwrap(),
            file: row.file.unwrap(),
            item,
        })
    }

    fn finding(source: FindingSource) -> Finding {
        Finding {
            id: "f1".parse().unwrap(),
            kind: FindingKind::Strength,
            scope: FindingScope::Case(case("case-1")),
            text: "The worker went back.".into(),
            themes: Vec::new(),
            sources: vec![source],
            counted: None,
            fate: Fate::Kept,
            stamp: stamp(),
        }
    }

    #[test]
    fn ec34_everything_of_one_case_and_nothing_of_another_is_there() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        let source = told_of_a_strength(&mut desk);
        desk.graded("police", "case-2", "good");
        let judged = Decision { reason: "Seen by all.".into(), ..decision("good") };
        desk.workbook.record_judgement(on_area("case-1", "risk"), judged, &stamp()).unwrap();
        desk.workbook.record_finding(finding(source)).unwrap();
        desk.workbook.take_out(&case("case-1"), "Family moved", None, &stamp()).unwrap();
        let texts: Vec<String> = papers(&desk.workbook).iter().map(text_of).collect();
        assert_eq!(texts.len(), 2, "what is held, and the one return of the case");
        for wanted in [
            "Taken out of the audit: Family moved",
            "csc.json",
            "Seen by all.",
            "Case withdrawn",
            "Nothing is held.",
            // It rests on the case, which counts no more.
            "The worker went back.",
        ] {
            assert!(texts[0].contains(wanted), "{wanted} is not in\n{}", texts[0]);
        }
        assert!(texts[1].contains("csc"), "{}", texts[1]);
        assert!(texts.iter().all(|text| !text.contains("case-2") && !text.contains("police")));
        let of_none = case_papers(&desk.workbook, &case("case-9"), stamp().at, |at| at.to_string());
        assert_eq!(of_none, None);
    }

    #[test]
    fn cp01_ec34_a_copy_that_was_called_back_is_not_told_as_one_that_was_not_sent() {
        let mut desk = Desk::with(&["case-1"]);
        let place = desk.graded("csc", "case-1", "good").place.unwrap();
        let (to, risk_check) = (Recipient::PractitionerAndManager, "The manager.".into());
        let reason = "It was destroyed.".into();
        for step in [CopyStep::Sent { to, risk_check }, CopyStep::NotSent { reason }] {
            desk.workbook.record_copy(&place, step, &stamp()).unwrap();
        }
        let copies = told(&desk.workbook, "Copies to practitioners");
        assert_eq!(copies[1].1, "What became of the copy that was sent: It was destroyed.");
    }
}
