//! What speaks against an action as it is, written down or not yet; and which actions come before all others.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::rules::{ap01_smart, ap02_vague, ap04_one_owner, ap05_due, ap07_owner_addressed};
use super::view::{ActionPlan, ActionStatus, ActionView};
use super::{Action, ActionNotice, Progress, ReportField};
use crate::order;
use crate::panel::reaudit::ra05_audits_due;
use crate::panel::workbook::Workbook;

/// AP-01, AP-02, AP-04 and AP-07: what speaks against an action as somebody writes it.
pub fn written_notices(workbook: &Workbook, action: &Action) -> Vec<ActionNotice> {
    let timed = Action { audit_again: audit_again(workbook, action), ..action.clone() };
    let mut notices = ap01_smart(&timed, workbook.first_written(action));
    if action.carried.is_some() {
        // It was written in the earlier round, and is overdue rather than wrong.
        notices.retain(|one| !matches!(one, ActionNotice::DueInThePast(_)));
    }
    notices.extend(ap02_vague(action).into_iter().map(ActionNotice::Vague));
    notices.extend(ap04_one_owner(workbook, action));
    notices.extend(ap07_owner_addressed(workbook, action));
    notices
}

/// AP-01, RA-05: the first day on which the work is audited again, as the action or one of its recommendations has it.
fn audit_again(workbook: &Workbook, action: &Action) -> Option<NaiveDate> {
    let audits = ra05_audits_due(workbook).into_iter();
    let of_action = audits.filter(|one| action.recommendations.contains(&one.recommendation));
    of_action.filter_map(|one| one.due).chain(action.audit_again).min()
}

pub(super) fn notices(
    workbook: &Workbook,
    line: &ActionView,
    untraced: bool,
    today: NaiveDate,
) -> Vec<ActionNotice> {
    if line.is_superseded() {
        return Vec::new();
    }
    if line.closed.is_some() {
        let impact = !line.report(ReportField::Impact).is_blank();
        return (!impact).then_some(ActionNotice::NoImpact).into_iter().collect();
    }
    let mut notices: Vec<ActionNotice> = ap05_due(line, today).into_iter().collect();
    let complete = line.progress() == Progress::Complete;
    notices.extend(complete.then_some(ActionNotice::AwaitsClosing));
    notices.extend(untraced.then_some(ActionNotice::NoRecommendation));
    // By the date that holds now.
    let now = Action { due: line.due.now, ..line.action.clone() };
    notices.extend(written_notices(workbook, &now));
    notices
}

impl ActionPlan {
    /// Open actions that come before all others: the longest overdue first, then those that nobody answers for.
    pub fn pressing(&self) -> Vec<&ActionView> {
        let overdue = |line: &ActionView| line.status == ActionStatus::Overdue;
        let unowned = |line: &ActionView| line.notices.contains(&ActionNotice::NoOwner);
        let lines = self.lines.iter().filter(|line| line.is_open());
        let mut lines: Vec<&ActionView> =
            lines.filter(|line| overdue(line) || unowned(line)).collect();
        // Of those overdue the earliest date; dates of the others do not matter.
        order::sort_by_key(&mut lines, |line| {
            (Reverse(overdue(line)), line.due.now.filter(|_| overdue(line)))
        });
        lines
    }
}
