//! A reminder for an agency that owes returns or answers, to be sent by whatever way the board uses.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::id::{AgencyId, SlotId};
use crate::panel::matrix::{Cell, Matrix, Outstanding, Row};
use crate::panel::queries::Query;
use crate::panel::workbook::Workbook;
use crate::round::{Agency, CaseEntry};
use crate::text::{counted, listed, long_date};

/// Every agency that owes a return, or an answer to a question that was sent to it, in the plan's order.
pub fn owing(workbook: &Workbook, today: NaiveDate) -> Vec<Outstanding> {
    let owed = Matrix::of(workbook, today).outstanding.into_iter();
    let mut owed: BTreeMap<AgencyId, Outstanding> =
        owed.map(|one| (one.agency.clone(), one)).collect();
    let agencies = workbook.plan().agencies.iter();
    let of_agency = |agency: &Agency| {
        let nothing = || Outstanding {
            agency: agency.id.clone(),
            name: agency.name.clone(),
            returns: Vec::new(),
        };
        let asked = || !questions_to(workbook, &agency.id).is_empty();
        owed.remove(&agency.id).or_else(|| asked().then(nothing))
    };
    agencies.filter_map(of_agency).collect()
}

/// The text for one agency, a line for each of its places; `None` where it owes nothing.
///
/// Names cases by their public labels only, and quotes no question.
pub fn chaser(workbook: &Workbook, agency: &Outstanding, today: NaiveDate) -> Option<String> {
    let returns = returns_owed(workbook, agency, today);
    let answers = answers_owed(workbook, agency, today);
    if returns.is_empty() && answers.is_empty() {
        return None;
    }
    let round = &workbook.plan().round;
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
fn returns_owed(workbook: &Workbook, agency: &Outstanding, today: NaiveDate) -> Vec<String> {
    if agency.returns.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![asked(workbook.plan().round.dates.due, today), String::new()];
    let matrix = Matrix::of(workbook, today);
    for (slot, cases) in &agency.returns {
        let cases: Vec<String> = matrix
            .rows
            .iter()
            .filter(|row| cases.contains(&row.case))
            .map(|row| owed(&matrix, row, slot))
            .collect();
        lines.push(line(workbook, agency, slot, &cases));
    }
    lines.extend([
        String::new(),
        "A nil return takes a minute: it says that the family is not known to you, and where you \
         looked."
            .to_owned(),
        "If you need more time, or cannot return them, tell us why. The report says which returns \
         are missing and for what reason."
            .to_owned(),
    ]);
    lines
}

/// What is said of questions that wait for an answer; nothing where none does.
fn answers_owed(workbook: &Workbook, agency: &Outstanding, today: NaiveDate) -> Vec<String> {
    let questions = questions_to(workbook, &agency.agency);
    if questions.is_empty() {
        return Vec::new();
    }
    let head = "The panel has sent you questions, and waits for the answers:";
    let mut lines = vec![head.to_owned(), String::new()];
    let plan = workbook.plan();
    for slot in plan.slots.iter().filter(|slot| slot.agency == agency.agency) {
        let of_case = |case: &CaseEntry| {
            let here =
                |query: &&Query| query.place.slot == slot.id && query.place.case == case.case_ref;
            let here: Vec<&Query> = questions.iter().copied().filter(here).collect();
            (!here.is_empty()).then(|| unanswered(&case.label, &here, today))
        };
        let cases: Vec<String> = plan.cases.iter().filter_map(of_case).collect();
        if !cases.is_empty() {
            lines.push(line(workbook, agency, &slot.id, &cases));
        }
    }
    let how = "Open the file of questions beside your return, answer each, and send the version \
               that you sign then.";
    lines.extend([String::new(), how.to_owned()]);
    lines
}

/// Those that were sent to an agency and that nothing answers yet.
fn questions_to<'a>(workbook: &'a Workbook, agency: &AgencyId) -> Vec<&'a Query> {
    let waits = |query: &&Query| {
        query.place.agency == *agency
            && workbook.last_sent(query).is_some()
            && workbook.is_open(query)
    };
    workbook.queries().iter().filter(waits).collect()
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

/// "Case 3 (by 4 June 2026, as agreed)".
fn owed(matrix: &Matrix, row: &Row, slot: &SlotId) -> String {
    let at = matrix.columns.iter().position(|column| column.slot == *slot);
    match at.and_then(|at| row.cells.get(at)) {
        Some(Cell { extended: Some(until), .. }) => {
            [&row.label, " (by ", &long_date(*until), ", as agreed)"].concat()
        }
        Some(_) | None => row.label.clone(),
    }
}
