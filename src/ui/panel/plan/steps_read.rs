//! From the boxes of what happened to what is recorded of it.

use chrono::NaiveDate;

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::steps::{CLOSE, ESCALATE, EXTEND, MILESTONE, REOPEN, REPORT, REVIEW, SETTLED};
use super::{bodies, words};
use crate::id::ItemId;
use crate::panel::actions::{ActionError, ActionStep, CannotClose, Progress, Report};
use crate::ui::dates::{date_of, is_blank};
use crate::ui::govuk::PageError;

/// A date that may be blank; what is typed and no date is a fault.
pub fn date(typing: Typing, field: &str, faults: &mut Vec<PageError>) -> Option<NaiveDate> {
    let typed = typing.typed_date(field);
    let date = date_of(&typed);
    if date.is_none() && !is_blank(&typed) {
        let at = [field, "-day"].concat();
        faults.push(PageError::new(field, words::NOT_A_DATE).at(at));
    }
    date
}

/// A date that has to be there.
fn needed(typing: Typing, field: &str, faults: &mut Vec<PageError>) -> NaiveDate {
    let before = faults.len();
    let found = date(typing, field, faults);
    if found.is_none() && faults.len() == before {
        let at = [field, "-day"].concat();
        faults.push(PageError::new(field, words::ENTER_DATE).at(at));
    }
    found.unwrap_or_default()
}

/// Everything that stands in the boxes of a report.
pub fn reported(typing: Typing) -> Result<Vec<Report>, Vec<PageError>> {
    let mut faults = Vec::new();
    let progress = typing.raw("progress").parse::<usize>().ok();
    let progress = progress.and_then(|at| Progress::ALL.get(at).copied()).unwrap_or_default();
    let reports = vec![
        Report::Progress(progress),
        Report::CompletedOn(date(typing, "completed", &mut faults)),
        Report::Note(typing.text("note")),
        Report::Evidence(typing.text("evidence")),
        Report::Impact(typing.text("impact")),
        Report::DateAsked(date(typing, "asked", &mut faults)),
        Report::DateReason(typing.text("asked-reason")),
    ];
    if faults.is_empty() { Ok(reports) } else { Err(faults) }
}

/// What the board's group decided.
pub fn step(desk: Desk, typing: Typing, chosen: &str) -> Result<ActionStep, Vec<PageError>> {
    let mut faults = Vec::new();
    let why = typing.text("why");
    let item = |field: &str| ItemId::new(typing.raw(field)).ok();
    let step = match chosen {
        EXTEND => ActionStep::Extended { due: needed(typing, "later", &mut faults), reason: why },
        MILESTONE => {
            let Some(milestone) = item("which") else {
                return Err(vec![PageError::new("which", words::SELECT_MILESTONE)]);
            };
            ActionStep::MilestoneReached { milestone, on: needed(typing, "on", &mut faults) }
        }
        REVIEW => ActionStep::Reviewed { on: needed(typing, "on", &mut faults) },
        CLOSE => {
            let Some(reviewer) = bodies::owner(typing, "by") else {
                return Err(vec![PageError::new("by-body", words::SELECT_BODY)]);
            };
            ActionStep::Closed { reviewer, on: needed(typing, "on", &mut faults) }
        }
        REOPEN => ActionStep::Reopened { reason: why },
        ESCALATE => ActionStep::Escalated { to: typing.text("to"), reason: why },
        SETTLED => ActionStep::EscalationEnded { outcome: why },
        _ => {
            let by = item("in-place").filter(|by| desk.with(|book| book.action(by).is_some()));
            ActionStep::Superseded { by, reason: why }
        }
    };
    if faults.is_empty() { Ok(step) } else { Err(faults) }
}

/// The box at which what is wrong stands.
pub fn at_box(chosen: &str, error: &ActionError) -> String {
    match error {
        ActionError::NoReason => "why",
        ActionError::NoRole => "to",
        ActionError::NotLater => "later-day",
        ActionError::UnknownMilestone => "which",
        ActionError::CannotClose(CannotClose::NoReviewer | CannotClose::ReviewerIsOwner) => {
            "by-role"
        }
        ActionError::UnknownAgency(_) => "by-body",
        _ if chosen == REPORT => "progress",
        _ => "step",
    }
    .to_owned()
}
