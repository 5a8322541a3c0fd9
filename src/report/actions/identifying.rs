//! I-08: the guard once more over the plan, before it leaves as a spreadsheet or a calendar.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Grid;
use crate::gather::gathered;
use crate::guard::{Finding, Guard, Kind};
use crate::text::listed;

/// Each place of the plan, and of the issues beside it, that may tell who somebody is: "Action 2, “Owner”: a person’s
/// name." The words found are not repeated.
pub fn i08_in_plan(plan: &Grid, guard: &Guard) -> Vec<String> {
    let issues = plan.issues.iter().flat_map(|issues| in_rows("Issue ", issues, guard));
    in_rows("Action ", plan, guard).into_iter().chain(issues).collect()
}

/// The first cell of a row is its number.
fn in_rows(what: &str, grid: &Grid, guard: &Guard) -> Vec<String> {
    let mut told = Vec::new();
    for row in &grid.rows {
        let number = row.first().map(String::as_str).unwrap_or_default();
        for (head, cell) in grid.head.iter().zip(row) {
            let found = guard.find(cell).into_iter().filter(|one| !is_of_plan(one, cell));
            let kinds: BTreeSet<&str> = gathered(found.map(|one| one.kind.label()));
            if !kinds.is_empty() {
                let kinds = listed(&kinds.into_iter().collect::<Vec<_>>());
                told.push([what, number, ", “", head, "”: ", &kinds, "."].concat());
            }
        }
    }
    told
}

/// A day as the plan itself writes it, however long ago, is one of the work unless the text says that it is of a birth.
fn is_of_plan(found: &Finding, cell: &str) -> bool {
    found.kind == Kind::FullDate && found.quoted(cell).parse::<NaiveDate>().is_ok()
}
