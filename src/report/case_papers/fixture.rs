//! The papers of a first case, for the tests of their parts.

use chrono::{DateTime, Utc};

use super::case_papers;
use crate::panel::Workbook;
use crate::panel::fixture::{case, stamp};
use crate::report::sheet::{Said, Sheet};

/// What is held about it, then its returns.
pub(super) fn papers(workbook: &Workbook) -> Vec<Sheet> {
    let day = |at: DateTime<Utc>| at.date_naive().to_string();
    case_papers(workbook, &case("case-1"), stamp().at, day).unwrap()
}

/// What stands in the part whose title begins so, row by row: what it is about, and what is said.
pub(super) fn told(workbook: &Workbook, title: &str) -> Vec<(String, String)> {
    let papers = papers(workbook);
    let part = papers[0].parts.iter().find(|part| part.title.starts_with(title)).unwrap();
    let rows = part.rows.iter().filter_map(|row| match &row.said {
        Said::Text(text) => Some((row.asks.clone(), text.clone())),
        Said::Room { .. } => None,
    });
    rows.collect()
}
