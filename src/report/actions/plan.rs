//! The whole plan with all that is recorded of each action, for the board's group (domain 4.12).

use chrono::NaiveDate;
use serde::Deserialize;

use super::Grid;
use super::issues::issues_grid;
use crate::id::ItemId;
use crate::json;
use crate::panel::Workbook;
use crate::panel::actions::{ActionView, Milestone, Owner, ReportField, action_plan};
use crate::report::document::build::carried_told;

/// I-10: for whom the plan and its issues are.
pub(super) const BOARD: &str = "For the board and its groups; not for publication as it is.";

/// One column of the whole plan.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    holds: Held,
    head: String,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Held {
    Number,
    Recommendations,
    Findings,
    Areas,
    Themes,
    Text,
    Outcome,
    Measure,
    EvidenceExpected,
    Owner,
    OwnersBefore,
    Others,
    Agreed,
    Resources,
    Start,
    Due,
    FirstDue,
    MoreTime,
    Milestones,
    AuditAgain,
    Priority,
    Status,
    Progress,
    CompletedOn,
    Note,
    Evidence,
    Impact,
    DateAsked,
    DateReason,
    Reviewed,
    Escalated,
    EscalatedBecause,
    Closed,
    Superseded,
    Ratified,
    Audience,
}

fn columns() -> Vec<Column> {
    let read = json::from_slice(include_bytes!("../data/plan-columns.json"));
    read.expect("a test reads the columns of the plan")
}

/// The whole plan, those superseded too, with the log of issues beside it (AP-11).
pub fn plan_grid(workbook: &Workbook, today: NaiveDate) -> Grid {
    let columns = columns();
    let row = |line: &ActionView| -> Vec<String> {
        columns.iter().map(|one| held(workbook, line, one.holds)).collect()
    };
    let lines = action_plan(workbook, today).lines;
    Grid {
        title: workbook.plan().round.title.clone(),
        audience: BOARD.to_owned(),
        made: today,
        head: columns.iter().map(|one| one.head.clone()).collect(),
        rows: lines.iter().map(row).collect(),
        filled_from: columns.len(),
        choices: None,
        issues: issues_grid(workbook, today).map(Box::new),
    }
}

fn held(workbook: &Workbook, line: &ActionView, column: Held) -> String {
    let action = &line.action;
    let report = |field: ReportField| line.report(field).text();
    match column {
        Held::Number => line.number.to_string(),
        Held::Recommendations => recommendations(workbook, line),
        Held::Findings => findings(workbook, line),
        Held::Areas => areas(workbook, line),
        Held::Themes => themes(workbook, line),
        Held::Text => action.text.clone(),
        Held::Outcome => action.outcome.clone(),
        Held::Measure => action.measure.clone(),
        Held::EvidenceExpected => action.evidence_expected.clone(),
        Held::Owner => action.owner.name(workbook),
        Held::OwnersBefore => owners_before(workbook, line),
        Held::Others => joined(action.contributors.iter().map(|one| one.name(workbook))),
        Held::Agreed => date(action.agreed),
        Held::Resources => action.resources.clone(),
        Held::Start => date(action.start),
        Held::Due => date(line.due.now),
        Held::FirstDue => date(line.due.first),
        Held::MoreTime => more_time(line),
        Held::Milestones => joined(action.milestones.iter().map(|one| milestone(line, one))),
        Held::AuditAgain => date(action.audit_again),
        Held::Priority => action.priority.label().to_owned(),
        Held::Status => line.status.label().to_owned(),
        Held::Progress => report(ReportField::Progress),
        Held::CompletedOn => report(ReportField::CompletedOn),
        Held::Note => report(ReportField::Note),
        Held::Evidence => line.evidence(),
        Held::Impact => report(ReportField::Impact),
        Held::DateAsked => report(ReportField::DateAsked),
        Held::DateReason => report(ReportField::DateReason),
        Held::Reviewed => date(line.reviewed),
        Held::Escalated => line.escalated_now().map(|(to, _)| to.clone()).unwrap_or_default(),
        Held::EscalatedBecause => {
            line.escalated_now().map(|(_, why)| why.clone()).unwrap_or_default()
        }
        Held::Closed => line.closed.iter().map(|(by, on)| dated(workbook, by, *on)).collect(),
        Held::Superseded => superseded(workbook, line),
        Held::Ratified => ratified(workbook, line),
        // I-10: rows of a CSV file have nothing above them that could say it.
        Held::Audience => BOARD.to_owned(),
    }
}

fn date(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn joined(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join("; ")
}

/// "Chair, LSCP, 2026-06-20".
fn dated(workbook: &Workbook, owner: &Owner, on: NaiveDate) -> String {
    [&owner.name(workbook), ", ", &on.to_string()].concat()
}

/// "1; 3", or the words of the earlier round's of a carried action.
fn recommendations(workbook: &Workbook, line: &ActionView) -> String {
    let all = workbook.recommendations();
    let number =
        |id: &ItemId| all.iter().position(|one| one.id == *id).map(|at| (at + 1).to_string());
    let own = line.action.recommendations.iter().filter_map(number);
    let carried = line.action.carried.iter().flat_map(|from| &from.recommendations);
    let carried = carried.map(|kept| carried_told(kept));
    joined(own.chain(carried))
}

/// Findings as they are now: one that was merged stands under the one that took it up.
fn findings(workbook: &Workbook, line: &ActionView) -> String {
    let now = workbook.findings_now(&line.action.findings);
    joined(now.iter().filter_map(|id| Some(workbook.finding(id)?.text.clone())))
}

fn areas(workbook: &Workbook, line: &ActionView) -> String {
    let tool = &workbook.plan().round.tool;
    joined(line.action.areas.iter().filter_map(|id| Some(tool.area(id)?.title.clone())))
}

/// Themes by their names, those of an earlier board's own too (AP-10).
fn themes(workbook: &Workbook, line: &ActionView) -> String {
    let known = workbook.themes();
    let own = known.iter().filter(|one| line.action.themes.contains(&one.id));
    let carried = line.action.carried.iter().flat_map(|from| from.themes.iter().cloned());
    joined(own.map(|one| one.label.clone()).chain(carried))
}

/// "Named nurse, Health, until 2026-04-15".
fn owners_before(workbook: &Workbook, line: &ActionView) -> String {
    let before = line.owners_before.iter();
    joined(before.map(|one| {
        let until = one.until.to_string();
        [&one.owner.name(workbook), ", until ", &until].concat()
    }))
}

/// AP-05: each later date with its reason.
fn more_time(line: &ActionView) -> String {
    let one = |(due, reason): &(NaiveDate, String)| [&due.to_string(), ": ", reason].concat();
    joined(line.due.extensions.iter().map(one))
}

/// "Draft, by 2026-05-01, reached 2026-05-03".
fn milestone(line: &ActionView, one: &Milestone) -> String {
    let with = |word: &str, on: Option<NaiveDate>| {
        on.map(|on| [", ", word, " ", &on.to_string()].concat()).unwrap_or_default()
    };
    let reached = line.reached.get(&one.id).copied();
    [one.text.as_str(), &with("by", one.due), &with("reached", reached)].concat()
}

/// "Twice.", with the number of the action that took its place.
fn superseded(workbook: &Workbook, line: &ActionView) -> String {
    let Some((by, why)) = &line.superseded else { return String::new() };
    let at = by.as_ref().and_then(|by| workbook.actions().iter().position(|one| one.id == *by));
    let by = at.map(|at| ["Action ", &(at + 1).to_string(), ": "].concat());
    by.unwrap_or_default() + why
}

/// AP-08: when the board ratified it as it stands, and who; nothing where it was changed since.
fn ratified(workbook: &Workbook, line: &ActionView) -> String {
    let of_this = workbook.ratification().filter(|one| one.actions.contains(&line.action));
    of_this.map(|one| [&date(one.on), ", ", &one.by].concat()).unwrap_or_default()
}
