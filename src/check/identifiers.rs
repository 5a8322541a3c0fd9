//! What could tell who somebody is, in any text of a return (I-02 to I-06).
//!
//! One notice a rule, a level and a box: a reason given for a warning is kept with
//! the rule, the box, the number of findings that it covers and their salted hashes,
//! never with the words themselves (I-06). The salt stays in the draft: a plain hash
//! of words as short as a name is the name, to whoever tries a list of names.

use chrono::Months;

use super::identifier_words::{take_out, take_out_of_withdrawal, take_out_or_explain};
use super::texts::{FreeText, text_of_reason};
use super::{Extent, Notice, Place, Reading, explains};
use crate::audit_return::{Explanation, Return};
use crate::envelope::TextHash;
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
    findings: Vec<Traced>,
}

/// A finding, with the hash of its words where the guard has a salt.
struct Traced {
    finding: Finding,
    trace: Option<TextHash>,
}

/// Looks through these texts; the lines of one box make one entry.
pub(super) fn found_in(guard: &Guard, texts: Vec<FreeText>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for FreeText { place, text } in texts {
        let findings = traced(guard, text);
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

fn traced(guard: &Guard, text: &str) -> Vec<Traced> {
    let findings = guard.find(text).into_iter();
    findings.map(|finding| Traced { finding, trace: guard.trace(finding.quoted(text)) }).collect()
}

/// I-06: what a reason for the warnings of one rule in one text has to cover.
pub fn i06_extent(guard: &Guard, text: &str, rule: &str) -> Extent {
    let findings = traced(guard, text);
    let warned =
        |one: &&Traced| one.finding.kind.rule() == rule && one.finding.level == guard::Level::Warn;
    extent(findings.iter().filter(warned))
}

fn extent<'a>(findings: impl Iterator<Item = &'a Traced>) -> Extent {
    Extent::of(findings.map(|one| one.trace))
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
    of_rule(reading.tool(), reading.found(), rule)
}

fn of_rule(tool: &Tool, found: &[Found], rule: &'static str) -> Vec<Notice> {
    let levels = [guard::Level::Block, guard::Level::Warn];
    let boxes = found.iter();
    boxes.flat_map(|found| levels.map(|level| notice(tool, found, rule, level))).flatten().collect()
}

fn notice(tool: &Tool, found: &Found, rule: &'static str, level: guard::Level) -> Option<Notice> {
    let is_about = |one: &&Traced| one.finding.kind.rule() == rule && one.finding.level == level;
    let about = || found.findings.iter().filter(is_about);
    let labels: Vec<&str> = about().map(|one| one.finding.kind.label()).collect();
    if labels.is_empty() {
        return None;
    }
    let place = found.place.clone();
    Some(match level {
        guard::Level::Block => Notice::block(rule, place, take_out(&labels, &found.place, tool)),
        guard::Level::Warn => {
            let message = take_out_or_explain(&labels, &found.place, tool);
            Notice { extent: extent(about()), ..Notice::warn(rule, place, message) }
        }
    })
}

/// What the guard finds in the reasons given for these notices, and in the reasons given for that.
///
/// A reason for a warning that is gone stands on no page and is dropped at signing: it is not looked at.
pub(super) fn in_reasons(
    tool: &Tool,
    guard: &Guard,
    ret: &Return,
    notices: &[Notice],
) -> Vec<Notice> {
    let mut found: Vec<Notice> = Vec::new();
    let mut about = notices.to_vec();
    while !about.is_empty() {
        let given = |it: &&Explanation| about.iter().any(|notice| explains(it, notice));
        let texts = ret.explanations.iter().filter(given).filter_map(text_of_reason).collect();
        let in_these = found_in(guard, texts);
        about = ["I-02", "I-03", "I-04"].map(|rule| of_rule(tool, &in_these, rule)).concat();
        found.extend(about.iter().cloned());
    }
    found
}

/// I-03, I-05: what has to go from the reason for taking a return back. Nothing may stay there for a
/// reason: the file has no room for one.
pub fn i03_withdrawal_identifies_nobody(guard: &Guard, reason: &str) -> Option<String> {
    let labels: Vec<&str> = guard.find(reason).iter().map(|one| one.kind.label()).collect();
    (!labels.is_empty()).then(|| take_out_of_withdrawal(&labels))
}

#[cfg(test)]
#[path = "identifiers_tests.rs"]
mod tests;
