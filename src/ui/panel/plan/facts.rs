//! An action in a few words, wherever it is listed.

use super::super::desk::Desk;
use super::{Place, part, today, words};
use crate::panel::Workbook;
use crate::panel::actions::{ActionStatus, ActionView};
use crate::text::long_date;
use crate::ui::govuk::{TagColour, Task, TaskStatus};

/// The colour of a status.
pub fn colour(status: ActionStatus) -> TagColour {
    match status {
        ActionStatus::Overdue => TagColour::Red,
        ActionStatus::NotDone | ActionStatus::AtRisk => TagColour::Orange,
        ActionStatus::NotStarted | ActionStatus::Superseded => TagColour::Grey,
        ActionStatus::OnTrack => TagColour::Blue,
        ActionStatus::CompleteAwaitsClosing => TagColour::Yellow,
        ActionStatus::Closed => TagColour::Green,
    }
}

/// "3. Write a checklist".
pub fn title(line: &ActionView) -> String {
    [&line.number.to_string(), ". ", &line.action.text].concat()
}

/// Who answers for it, or that nobody does.
pub fn owner(workbook: &Workbook, line: &ActionView) -> String {
    match line.action.owner.role.trim() {
        "" => words::NO_OWNER.to_owned(),
        _ => line.action.owner.name(workbook),
    }
}

/// "Due on 3 March 2026, 12 days ago".
pub fn due(line: &ActionView) -> String {
    let Some(due) = line.due.now else { return words::NO_DATE.to_owned() };
    let late = line.due.overdue_by(today()).filter(|_| line.status == ActionStatus::Overdue);
    words::due(&long_date(due), late)
}

/// One line of a list.
pub fn task(desk: Desk, workbook: &Workbook, line: &ActionView) -> Task {
    let status = TaskStatus::tag(line.status.label(), colour(line.status));
    let mut said = vec![owner(workbook, line), due(line)];
    said.extend(line.escalated_now().map(|(to, _)| words::escalated_to(to)));
    let open = line.notices.len();
    said.extend((open > 0).then(|| words::points(open)));
    let href = desk.href(&part(Place::One(line.action.id.clone())));
    Task::new(title(line), href, status).hint(said.join(". "))
}
