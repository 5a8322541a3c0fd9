//! AP-11: the log of issues between agencies as a grid, for the board's group.

use chrono::NaiveDate;

use super::Grid;
use super::plan::BOARD;
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::actions::{ChallengeStep, ChallengeUpdate, ChallengeView, ap11_challenges};

const HEAD: [&str; 10] = [
    "Number",
    "What is at issue",
    "Raised by",
    "Put to",
    "Raised on",
    "Actions",
    "Where it stands",
    "Days",
    "What became of it",
    "For whom",
];

/// The log, those not resolved first; `None` where no issue was recorded.
pub(super) fn issues_grid(workbook: &Workbook, today: NaiveDate) -> Option<Grid> {
    let views = ap11_challenges(workbook, today);
    let rows = (1_usize..).zip(&views).map(|(number, view)| row(workbook, number, view));
    let rows: Vec<Vec<String>> = rows.collect();
    (!rows.is_empty()).then(|| Grid {
        title: workbook.plan().round.title.clone(),
        audience: BOARD.to_owned(),
        made: today,
        head: HEAD.map(str::to_owned).into(),
        rows,
        filled_from: HEAD.len(),
        choices: None,
        issues: None,
    })
}

fn row(workbook: &Workbook, number: usize, view: &ChallengeView) -> Vec<String> {
    let one = &view.challenge;
    let all = workbook.actions();
    let numbered = |id: &ItemId| all.iter().position(|action| action.id == *id);
    let actions = one.actions.iter().filter_map(numbered).map(|at| (at + 1).to_string());
    let updates: Vec<String> = view.updates.iter().map(became).collect();
    vec![
        number.to_string(),
        one.issue.clone(),
        one.raised_by.name(workbook),
        one.put_to.name(workbook),
        one.raised_on.to_string(),
        actions.collect::<Vec<_>>().join("; "),
        standing(view),
        view.days.to_string(),
        updates.join("\n"),
        BOARD.to_owned(),
    ]
}

fn standing(view: &ChallengeView) -> String {
    match (&view.outcome, &view.level) {
        (Some(_), _) => "Resolved".to_owned(),
        (None, Some(level)) => ["With ", level].concat(),
        (None, None) => "Between the two".to_owned(),
    }
}

/// "2026-04-10: Taken to Directors: No answer."
fn became(update: &ChallengeUpdate) -> String {
    [&update.on.to_string(), ": ", &issue_step_words(&update.step)].concat()
}

/// What became of an issue, as a person reads it.
pub fn issue_step_words(step: &ChallengeStep) -> String {
    match step {
        ChallengeStep::Noted(text) => text.clone(),
        ChallengeStep::TakenTo { level, reason } => ["Taken to ", level, ": ", reason].concat(),
        ChallengeStep::Resolved { outcome } => ["Resolved: ", outcome].concat(),
        ChallengeStep::Reopened { reason } => ["At issue again: ", reason].concat(),
    }
}
