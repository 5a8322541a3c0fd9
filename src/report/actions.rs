//! The action plan as tables, and the sheet that an agency fills in (AP-09, 1.9).

use std::borrow::Cow;

use chrono::NaiveDate;

use super::chart::Table;
use super::csv::csv;
use crate::panel::Workbook;
use crate::panel::actions::sheet::{ACTION, ID_MARK, IssuedSheet, SHEET, SheetLine, TOLD};
use crate::panel::actions::{ActionView, ReportField, action_plan};
use crate::round::Term;
use crate::text::{capitalised, long_date, looks_neutralised};

/// Heads of the whole plan, in the order of SMART.
const PLAN: [&str; 18] = [
    "Number",
    "Recommendation",
    "What is to be done",
    "Outcome for children",
    "Measure of success",
    "Evidence expected",
    "Owner",
    "Others who take part",
    "Agreed on",
    "Resources",
    "Start",
    "Due",
    "First due",
    "Priority",
    "Status",
    "Evidence that it is done",
    "Difference made to children",
    "Escalated to",
];

/// AP-09: the text of a sheet that was issued: its lines with what stood on them then.
pub fn action_sheet_csv(workbook: &Workbook, sheet: &IssuedSheet) -> String {
    let fields = ReportField::ALL.into_iter().map(ReportField::label);
    let head: Vec<&str> = [SHEET, ACTION].into_iter().chain(TOLD).chain(fields).collect();
    let plan = action_plan(workbook, sheet.stamp.at.date_naive());
    let row = |line: &SheetLine| -> Option<Vec<Cow<'static, str>>> {
        let view = plan.lines.iter().find(|view| view.action.id == line.action)?;
        let cells = cells_of_line(workbook, sheet, line, view);
        Some(cells.into_iter().map(|cell| Cow::Owned(marked(cell))).collect())
    };
    csv(&head, sheet.lines.iter().filter_map(row))
}

fn cells_of_line(
    workbook: &Workbook,
    sheet: &IssuedSheet,
    line: &SheetLine,
    view: &ActionView,
) -> Vec<String> {
    let action = &view.action;
    let id = |id: &str| [ID_MARK.to_string().as_str(), id].concat();
    let told = [
        id(sheet.id.as_str()),
        id(line.action.as_str()),
        view.number.to_string(),
        action.text.clone(),
        action.measure.clone(),
        action.evidence_expected.clone(),
        action.owner.name(workbook),
        view.due.now.map(|due| due.to_string()).unwrap_or_default(),
    ];
    let reports = ReportField::ALL.into_iter().map(|field| line.report(field).text());
    told.into_iter().chain(reports).collect()
}

/// What looks as if an apostrophe had been put before it gets one more, so that reading takes off the right one.
fn marked(cell: String) -> String {
    if looks_neutralised(&cell) { ["'", &cell].concat() } else { cell }
}

/// The whole plan, as a spreadsheet opens it (L19).
pub fn action_plan_csv(workbook: &Workbook, today: NaiveDate) -> String {
    let lines = action_plan(workbook, today).lines;
    let row = |line: &ActionView| {
        cells_of_plan(workbook, line).into_iter().map(Cow::Owned).collect::<Vec<Cow<'_, str>>>()
    };
    csv(&PLAN, lines.iter().map(row))
}

fn cells_of_plan(workbook: &Workbook, line: &ActionView) -> [String; 18] {
    let action = &line.action;
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let others = action.contributors.iter().map(|one| one.name(workbook));
    [
        line.number.to_string(),
        recommendations(workbook, line),
        action.text.clone(),
        action.outcome.clone(),
        action.measure.clone(),
        action.evidence_expected.clone(),
        action.owner.name(workbook),
        others.collect::<Vec<_>>().join("; "),
        date(action.agreed),
        action.resources.clone(),
        date(action.start),
        date(line.due.now),
        date(line.due.first),
        action.priority.label().to_owned(),
        line.status.label().to_owned(),
        line.evidence(),
        line.report(ReportField::Impact).text(),
        line.escalated.as_ref().map(|(to, _)| to.clone()).unwrap_or_default(),
    ]
}

/// The plan for print: one row an action, with what SMART asks for.
pub fn action_plan_table(workbook: &Workbook, today: NaiveDate) -> Table {
    let agreed = capitalised(&workbook.plan().round.terminology.say(Term::SmartA));
    let head = ["Number", "Specific", "Measurable", &agreed, "Realistic", "Timely", "Status"];
    let row = |line: &ActionView| {
        let action = &line.action;
        let owner = action.owner.name(workbook);
        let agreed = action.agreed.map(|on| [", agreed on ", &long_date(on)].concat());
        let due = line.due.now.map(|due| ["by ", &long_date(due)].concat());
        vec![
            line.number.to_string(),
            action.text.clone(),
            action.measure.clone(),
            [owner, agreed.unwrap_or_default()].concat(),
            action.resources.clone(),
            due.unwrap_or_default(),
            line.status.label().to_owned(),
        ]
    };
    let lines = action_plan(workbook, today).lines;
    Table {
        caption: ["Action plan as on ", &long_date(today)].concat(),
        head: head.map(str::to_owned).into(),
        rows: lines.iter().filter(|line| !line.is_superseded()).map(row).collect(),
    }
}

/// "1, 3", or the words of the earlier round's of a carried action.
fn recommendations(workbook: &Workbook, line: &ActionView) -> String {
    let all = workbook.recommendations();
    let number = |id: &crate::id::ItemId| {
        all.iter().position(|one| one.id == *id).map(|at| (at + 1).to_string())
    };
    let own = line.action.recommendations.iter().filter_map(number);
    let carried = line.action.carried.iter().flat_map(|from| from.recommendations.iter().cloned());
    own.chain(carried).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
