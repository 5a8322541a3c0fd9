//! Where the plan stands, for the list of what there is to do: so little that it loads with the round.

use super::super::desk::Desk;
use super::{today, words};
use crate::ui::govuk::{TagColour, TaskStatus};

/// How many actions are overdue, or how many there are.
pub fn standing(desk: Desk) -> TaskStatus {
    let (all, overdue) =
        desk.with(|workbook| (workbook.actions().len(), workbook.actions_overdue(today())));
    match (all, overdue) {
        (0, _) => TaskStatus::plain(""),
        (all, 0) => TaskStatus::plain(words::actions(all)),
        (_, overdue) => TaskStatus::tag(words::overdue(overdue), TagColour::Red),
    }
}
