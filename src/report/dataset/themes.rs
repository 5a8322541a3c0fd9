//! What the panel found by theme, and where the actions stand: what recurs over many rounds.

use std::collections::BTreeSet;

use super::rows::{CASES, FLAG, NUMBER, ROUND, SUPPRESSED, TEXT, field, told};
use super::untold::blank;
use super::{DataTable, Field};
use crate::gather::gathered;
use crate::id::{CaseRef, PromptId};
use crate::panel::Workbook;
use crate::panel::actions::{ActionView, Progress, action_plan};
use crate::panel::findings::{FindingKind, FindingView, findings, vocabulary};

/// Stands for every theme of a board's own: its name is text that somebody wrote.
const OWN: &str = "own";

/// Cases with an issue or a strength of a theme; themes that the panel did not use are left out.
///
/// I-09: of a theme with a finding that is counted by the answers to a question of which anything is `hidden`, nothing
/// is told: it would say how many gave that answer.
pub(super) fn themes(workbook: &Workbook, hidden: &BTreeSet<PromptId>) -> DataTable {
    const FIELDS: &[Field] = &[
        ROUND,
        field("theme", TEXT, "Id of the theme; `own` for all themes of the board’s own together"),
        field("finding", TEXT, "`issue` or `strength`"),
        field("found", FLAG, "Whether the panel found it in the case"),
        CASES,
        SUPPRESSED,
    ];
    let all = workbook.plan().open_cases().count();
    let mut rows = Vec::new();
    for one in found(workbook) {
        let keys = [one.theme, one.finding.to_owned()];
        let others = all.saturating_sub(one.cases);
        let parts = [("true".to_owned(), one.cases), ("false".to_owned(), others)];
        let mut both = told(workbook, &keys, &parts, &[]);
        if one.counted_by.iter().any(|prompt| hidden.contains(prompt)) {
            both.iter_mut().for_each(|row| blank(row));
        }
        rows.extend(both);
    }
    DataTable {
        name: "themes",
        path: "themes.csv",
        description: "Cases by whether the panel found an issue or a strength of a theme; the two rows of each add up to all cases",
        fields: FIELDS,
        key: &["round", "theme", "finding", "found"],
        rows,
    }
}

/// What was found of a theme.
struct Found {
    theme: String,
    /// An issue, or a strength.
    finding: &'static str,
    /// In how many cases that count.
    cases: usize,
    /// Questions whose answers count any of it.
    counted_by: Vec<PromptId>,
}

/// By theme in its order, and by kind of finding.
fn found(workbook: &Workbook) -> Vec<Found> {
    let shipped = vocabulary();
    let views = findings(workbook);
    let names = shipped.iter().map(|theme| theme.id.to_string()).chain([OWN.to_owned()]);
    let kinds = [("issue", false), ("strength", true)];
    let cells = names.flat_map(|name| kinds.map(|(kind, strong)| (name.clone(), kind, strong)));
    let count = |(theme, finding, strong): (String, &'static str, bool)| {
        let is_here = |tag: &crate::id::ThemeId| match theme.as_str() {
            OWN => !shipped.iter().any(|one| one.id == *tag),
            name => tag.as_str() == name,
        };
        let tagged = views
            .iter()
            .filter(|view| is_strength(view.finding.kind) == Some(strong))
            .filter(|view| view.finding.themes.iter().any(is_here));
        let tagged: Vec<&FindingView> = tagged.collect();
        let all = tagged.iter().flat_map(|view| &view.quantified.cases);
        let cases: BTreeSet<&CaseRef> = gathered(all);
        let counted = tagged.iter().filter_map(|view| view.finding.counted.as_ref());
        let counted_by = counted.map(|one| one.prompt.clone()).collect();
        let found = Found { theme, finding, cases: cases.len(), counted_by };
        (found.cases > 0).then_some(found)
    };
    cells.filter_map(count).collect()
}

/// `None` for what is neither.
fn is_strength(kind: FindingKind) -> Option<bool> {
    match kind {
        FindingKind::Strength | FindingKind::GoodPractice => Some(true),
        FindingKind::Issue => Some(false),
        FindingKind::Question | FindingKind::Context => None,
    }
}

/// Actions by where they stand. They are of agencies and not of children, so none is suppressed.
///
/// Whether one is overdue depends on the day, so it is not told: the same round gives the same bytes.
pub(super) fn actions(workbook: &Workbook) -> DataTable {
    const FIELDS: &[Field] = &[
        ROUND,
        field(
            "status",
            TEXT,
            "`not-started`, `on-track` or `at-risk` as last reported; `complete` once reported so and not closed; `closed` by somebody other than the owner; `superseded`",
        ),
        field("actions", NUMBER, "Number of actions"),
        field("escalated", NUMBER, "Of them, those escalated"),
    ];
    // Whatever the day: what depends on it is not told.
    let lines = action_plan(workbook, chrono::NaiveDate::default()).lines;
    let row = |name: &'static str| {
        let here: Vec<&ActionView> = lines.iter().filter(|line| status(line) == name).collect();
        let escalated = here.iter().filter(|line| line.escalated_now().is_some()).count();
        let (all, escalated) = (here.len().to_string(), escalated.to_string());
        vec![workbook.plan().round.id.to_string(), name.to_owned(), all, escalated]
    };
    DataTable {
        name: "actions",
        path: "actions.csv",
        description: "Actions of the plan by where they stand",
        fields: FIELDS,
        key: &["round", "status"],
        rows: STATUSES.map(row).into(),
    }
}

const STATUSES: [&str; 6] =
    ["not-started", "on-track", "at-risk", "complete", "closed", "superseded"];

fn status(line: &ActionView) -> &'static str {
    if line.is_superseded() {
        return "superseded";
    }
    if line.closed.is_some() {
        return "closed";
    }
    match line.progress() {
        Progress::NotStarted => "not-started",
        Progress::OnTrack => "on-track",
        Progress::AtRisk => "at-risk",
        Progress::Complete => "complete",
    }
}
