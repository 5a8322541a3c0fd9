//! What could tell who somebody is, in any text of a return (I-02 to I-06).
//!
//! One notice a rule, a level and a box: a reason given for a warning is kept with
//! the rule, the box and the number of findings that it covers, never with the
//! words themselves (I-06). No hash of them either: of words as short as a name
//! a hash is the name, to whoever tries a list of names.

use chrono::Months;

use super::identifier_words::{take_out, take_out_or_explain};
use super::texts::FreeText;
use super::{Notice, Place, Reading};
use crate::audit_return::Return;
use crate::guard::{self, Finding, Guard, Period, WatchedName};
use crate::round::Round;
use crate::tool::Tool;

/// The guard for a return: dates within the period looked back on are dates of work.
pub fn guard_of(round: &Round, ret: &Return, names: &[WatchedName]) -> Guard {
    let until = ret.created.date_naive();
    let months = Months::new(round.window.look_back_months);
    let from = until.checked_sub_months(months).unwrap_or(until);
    Guard::new(names, Some(Period { from, until }))
}

/// What was found in one box.
pub(super) struct Found {
    place: Place,
    findings: Vec<Finding>,
}

/// Looks through these texts; the lines of one box make one entry.
pub(super) fn found_in(guard: &Guard, texts: Vec<FreeText>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for FreeText { place, text } in texts {
        let findings = guard.find(text);
        if findings.is_empty() {
            continue;
        }
        match found.iter_mut().rev().find(|known| known.place == place) {
            Some(known) => known.findings.extend(findings),
            None => found.push(Found { place, findings }),
        }
    }
    found
}

/// I-02: a name of the auditor's own list is replaced by a role, or a reason is given. Warns.
pub(super) fn i02_listed_names_are_replaced(reading: &Reading) -> Vec<Notice> {
    notices(reading, "I-02")
}

/// I-03: nothing in a text tells who somebody is. What is certain blocks, the rest warns (I-05).
pub(super) fn i03_nothing_identifies_anybody(reading: &Reading) -> Vec<Notice> {
    notices(reading, "I-03")
}

/// I-04: no text holds a date of birth. Blocks; warns where the sentence only suggests one.
pub(super) fn i04_no_date_of_birth(reading: &Reading) -> Vec<Notice> {
    notices(reading, "I-04")
}

fn notices(reading: &Reading, rule: &'static str) -> Vec<Notice> {
    let levels = [guard::Level::Block, guard::Level::Warn];
    let boxes = reading.found().iter();
    boxes
        .flat_map(|found| levels.map(|level| notice(reading.tool(), found, rule, level)))
        .flatten()
        .collect()
}

fn notice(tool: &Tool, found: &Found, rule: &'static str, level: guard::Level) -> Option<Notice> {
    let about = found.findings.iter().filter(|one| one.kind.rule() == rule && one.level == level);
    let labels: Vec<&str> = about.map(|one| one.kind.label()).collect();
    if labels.is_empty() {
        return None;
    }
    let place = found.place.clone();
    Some(match level {
        guard::Level::Block => Notice::block(rule, place, take_out(&labels, &found.place, tool)),
        guard::Level::Warn => {
            let extent = u32::try_from(labels.len()).unwrap_or(u32::MAX);
            let message = take_out_or_explain(&labels, &found.place, tool);
            Notice { extent, ..Notice::warn(rule, place, message) }
        }
    })
}

#[cfg(test)]
#[path = "identifiers_tests.rs"]
mod tests;
