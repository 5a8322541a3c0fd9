//! What may tell who somebody is in what agencies and the panel write of actions (I-03 to I-05).

use std::collections::BTreeSet;

use super::Report;
use crate::gather::gathered;
use crate::guard::{Finding, Guard, Kind, Level};

/// What the guard finds in a text and not in what stood there before, each kind once: "a postcode". The words found
/// are repeated nowhere.
pub(super) fn i03_kinds(guard: &Guard, text: &str, before: &str) -> BTreeSet<&'static str> {
    gathered(new_in(guard, text, before).into_iter().map(|one| one.kind.label()))
}

/// I-05: what in a report has to go, whatever it was written for; not what stood there before.
pub(super) fn i05_must_go(guard: &Guard, report: &Report, before: &str) -> Option<&'static str> {
    blocking(new_in(guard, written(report)?, before))
}

/// I-05: what in a text has to go, whoever wrote it.
pub(super) fn i05_in(guard: &Guard, text: &str) -> Option<&'static str> {
    blocking(guard.find(text))
}

fn blocking(found: Vec<Finding>) -> Option<&'static str> {
    let first = found.into_iter().find(|one| one.level == Level::Block);
    first.map(|one| one.kind.label())
}

/// What of a text the guard finds that it did not find there before.
fn new_in(guard: &Guard, text: &str, before: &str) -> Vec<Finding> {
    let known: Vec<(Kind, &str)> =
        guard.find(before).iter().map(|one| (one.kind, one.quoted(before))).collect();
    let mut found = guard.find(text);
    found.retain(|one| !known.contains(&(one.kind, one.quoted(text))));
    found
}

/// The text that somebody wrote; dates and choices are none.
pub(super) fn written(report: &Report) -> Option<&str> {
    match report {
        Report::Note(text)
        | Report::Evidence(text)
        | Report::Impact(text)
        | Report::DateReason(text) => Some(text),
        Report::Progress(_) | Report::CompletedOn(_) | Report::DateAsked(_) => None,
    }
}
