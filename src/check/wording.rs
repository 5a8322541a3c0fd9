//! The sentences of notices: what is wrong and what to do, in one place.
//!
//! They name areas by title, prompts by number (one that is not answered yet in its
//! own words, too) and grades by the scale's own labels, and never repeat what an
//! auditor wrote.

mod answers;
mod grading;
mod immediate;
mod involvement;
mod overall;
mod panel;
mod time;

pub(super) use answers::*;
pub(super) use grading::*;
pub(super) use immediate::*;
pub(super) use involvement::*;
pub(super) use overall::*;
pub(super) use panel::*;
pub(super) use time::*;

use crate::tool::{Area, Grade};

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// "A", "A and B", "A, B and C".
fn listed(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

fn titles(areas: &[&Area]) -> String {
    let titles: Vec<String> = areas.iter().map(|area| quoted(&area.title)).collect();
    listed(&titles, "and")
}

fn labels(grades: &[&Grade]) -> String {
    let labels: Vec<String> = grades.iter().map(|grade| grade.label.clone()).collect();
    listed(&labels, "or")
}

fn is_are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}
