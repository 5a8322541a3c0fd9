//! A reminder for an agency that owes returns or answers, to be sent by whatever way the board uses.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Expected;
use crate::gather::gathered;
use crate::id::{AgencyId, CaseRef, SlotId};
use crate::panel::matrix::{Matrix, Outstanding};
use crate::panel::queries::{Asked, Query};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::round::{Agency, CaseEntry};
use crate::text::{counted, listed, long_date};

/// Every agency that owes a return, or an answer to a question that was sent to it, in the plan's order, each with
/// the text for it, a line for each of its places.
///
/// Names cases by their public labels only, and quotes no question.
pub fn chasers(workbook: &Workbook, today: NaiveDate) -> Vec<(Outstanding, String)> {
    let reminding = Reminding::of(workbook, today);
    let owing = reminding.owing().into_iter();
    owing.filter_map(|agency| reminding.text(&agency).map(|text| (agency, text))).collect()
}

/// What reminders are made from, looked up once for all agencies.
struct Reminding<'a> {
    workbook: &'a Workbook,
    today: NaiveDate,
    labels: BTreeMap<&'a CaseRef, &'a str>,
    expected: Expected<'a>,
    /// Questions that were sent and that nothing answers yet, by the agency that they ask.
    waiting: BTreeMap<&'a AgencyId, Vec<&'a Query>>,
}

impl<'a> Reminding<'a> {
    fn of(workbook: &'a Workbook, today: NaiveDate) -> Self {
        let asked = Asked::of(workbook);
        let mut waiting: BTreeMap<&AgencyId, Vec<&Query>> = BTreeMap::new();
        for query in workbook.queries().iter().filter(|query| asked.waits(query)) {
            waiting.entry(&query.place.agency).or_default().push(query);
        }
        let cases = workbook.plan().cases.iter();
        Self {
            workbook,
            today,
            labels: gathered(cases.map(|case| (&case.case_ref, case.label.as_str()))),
            expected: Expected::of(workbook),
            waiting,
        }
    }

    /// Every agency that owes something, in the plan's order.
    fn owing(&self) -> Vec<Outstanding> {
        let owed = Matrix::of(self.workbook, self.today).outstanding.into_iter();
        let mut owed: BTreeMap<AgencyId, Outstanding> =
            gathered(owed.map(|one| (one.agency.clone(), one)));
        let agencies = self.workbook.plan().agencies.iter();
        let of_agency = |agency: &Agency| {
            let nothing = || Outstanding {
                agency: agency.id.clone(),
                name: agency.name.clone(),
                returns: Vec::new(),
            };
            let asked = || self.waiting.contains_key(&agency.id);
            owed.remove(&agency.id).or_else(|| asked().then(nothing))
        };
        agencies.filter_map(of_agency).collect()
    }

    /// The text for one agency; `None` where it owes nothing.
    fn text(&self, agency: &Outstanding) -> Option<String> {
        let returns = self.returns_owed(agency);
        let answers = self.answers_owed(agency);
        if returns.is_empty() && answers.is_empty() {
            return None;
        }
        let round = &self.workbook.plan().round;
        let mut lines = vec![
            ["To: ", &agency.name].concat(),
            ["About: multi-agency case audit “", &round.title, "”"].concat(),
            String::new(),
        ];
        for part in [returns, answers].into_iter().filter(|part| !part.is_empty()) {
            lines.extend(part);
            lines.push(String::new());
        }
        lines.push(round.board.name.clone());
        Some(lines.join("\n"))
    }

    /// What is said of returns; nothing where none is owed.
    fn returns_owed(&self, agency: &Outstanding) -> Vec<String> {
        if agency.returns.is_empty() {
            return Vec::new();
        }
        let due = self.workbook.plan().round.dates.due;
        let mut lines = vec![asked(due, self.today), String::new()];
        for (slot, cases) in &agency.returns {
            let owed = |case: &CaseRef| self.owed(&agency.agency, slot, case);
            let cases: Vec<String> = cases.iter().filter_map(owed).collect();
            lines.push(line(self.workbook, agency, slot, &cases));
        }
        lines.extend([
            String::new(),
            "A nil return takes a minute: it says that the family is not known to you, and where \
             you looked."
                .to_owned(),
            "If you need more time, or cannot return them, tell us why. The report says which \
             returns are missing and for what reason."
                .to_owned(),
        ]);
        lines
    }

    /// "Case 3 (by 4 June 2026, as agreed)".
    fn owed(&self, agency: &AgencyId, slot: &SlotId, case: &CaseRef) -> Option<String> {
        let label = *self.labels.get(case)?;
        let place = ReturnKey { case: case.clone(), slot: slot.clone(), agency: agency.clone() };
        Some(match self.workbook.extension(self.expected.of_place(&place)) {
            Some(until) => [label, " (by ", &long_date(until), ", as agreed)"].concat(),
            None => label.to_owned(),
        })
    }

    /// What is said of questions that wait for an answer; nothing where none does.
    fn answers_owed(&self, agency: &Outstanding) -> Vec<String> {
        let Some(questions) = self.waiting.get(&agency.agency) else { return Vec::new() };
        let mut by_place: BTreeMap<(&SlotId, &CaseRef), Vec<&Query>> = BTreeMap::new();
        for query in questions {
            let place = (&query.place.slot, &query.place.case);
            by_place.entry(place).or_default().push(query);
        }
        let head = "The panel has sent you questions, and waits for the answers:";
        let mut lines = vec![head.to_owned(), String::new()];
        let plan = self.workbook.plan();
        for slot in plan.slots.iter().filter(|slot| slot.agency == agency.agency) {
            let of_case = |case: &CaseEntry| {
                let here = by_place.get(&(&slot.id, &case.case_ref))?;
                Some(unanswered(&case.label, here, self.today))
            };
            let cases: Vec<String> = plan.cases.iter().filter_map(of_case).collect();
            if !cases.is_empty() {
                lines.push(line(self.workbook, agency, &slot.id, &cases));
            }
        }
        let how = "Open the file of questions beside your return, answer each, and send the \
                   version that you sign then.";
        lines.extend([String::new(), how.to_owned()]);
        lines
    }
}

/// "- Health visiting: Case 1 and Case 3".
fn line(workbook: &Workbook, agency: &Outstanding, slot: &SlotId, cases: &[String]) -> String {
    let label = workbook.plan().slot(slot).map_or("", |slot| slot.label.as_str());
    let who = if label.is_empty() { agency.name.as_str() } else { label };
    ["- ", who, ": ", &listed(cases)].concat()
}

/// "Case 3 (two questions, to be answered by 4 June 2026)".
fn unanswered(label: &str, questions: &[&Query], today: NaiveDate) -> String {
    let count = counted(questions.len(), "question", "questions");
    let by = match questions.iter().filter_map(|query| query.answer_by).min() {
        Some(by) if by < today => [", to be answered by ", &long_date(by), ", overdue"].concat(),
        Some(by) => [", to be answered by ", &long_date(by)].concat(),
        None => String::new(),
    };
    [label, " (", &count, &by, ")"].concat()
}

fn asked(due: Option<NaiveDate>, today: NaiveDate) -> String {
    match due {
        Some(due) if today > due => {
            ["These returns were due on ", &long_date(due), " and have not reached us:"].concat()
        }
        Some(due) => ["These returns are due on ", &long_date(due), ":"].concat(),
        None => "We are waiting for these returns:".to_owned(),
    }
}
