//! What rows of one table would give away of another, and so is not told either (I-09).
//!
//! Whoever reads the tables together can add and subtract:
//!
//! - the parts of a question, of an area and of a theme add up to all cases;
//! - where a question was not asked it is not answered, or does not apply: in as many cases as gave the answers to
//!   others that rule it out, over its own condition, what it follows and its area;
//! - where a question is asked by several answers at once, it was asked in as many cases as have them so together;
//! - where an area was set aside it was not judged: in as many cases as gave the answers that set it aside;
//! - a theme whose finding is counted by an answer was found in as many cases as gave it.
//!
//! So numbers that others tell apart within a part are suppressed as if they stood there
//! ([`told`](super::rows::told)); of a question that several answers decide about nothing is told where few cases
//! have one of them without another ([`i09_crosses_few`](crate::report::document::i09_crosses_few)); a question that
//! others decide about, or that sets areas aside, is told whole or not at all; areas that different answers to a hidden
//! question set aside are not told, nor is a theme counted by one.

use std::collections::BTreeSet;

use crate::gather::gathered;
use crate::id::PromptId;
use crate::tool::Prompt;

/// A question with what is told of it.
pub(super) struct Question<'a> {
    pub(super) prompt: &'a Prompt,
    /// By which others it is decided whether, and in which words, it is asked.
    pub(super) decided_by: BTreeSet<&'a PromptId>,
    pub(super) rows: Vec<Vec<String>>,
}

/// I-09: of a question that is asked only after another answer, or then put in other words, nothing is told where
/// anything is suppressed, of itself or of what decides about it: in how many cases it was not asked so stands
/// beside that other answer, and gives the rest away. Nor is anything of one that sets an area aside, where any of its
/// answers is suppressed: among the grades stands in how many cases that area was not judged.
pub(super) fn i09_all_or_none(
    questions: &mut [Question<'_>],
    sets_aside: &BTreeSet<&PromptId>,
) -> BTreeSet<PromptId> {
    let hidden = gives_away(questions);
    for one in questions.iter_mut().filter(|one| hidden.contains(&one.prompt.id)) {
        if one.is_decided() || sets_aside.contains(&one.prompt.id) {
            one.rows.iter_mut().for_each(|row| blank(row));
        }
    }
    hidden
}

/// The questions of which anything is suppressed, and those that these decide about, over however many steps.
fn gives_away(questions: &[Question<'_>]) -> BTreeSet<PromptId> {
    let small = questions.iter().filter(|one| one.rows.iter().any(|row| is_suppressed(row)));
    let mut hidden: BTreeSet<PromptId> = gathered(small.map(|one| one.prompt.id.clone()));
    let mut before = None;
    while before != Some(hidden.len()) {
        before = Some(hidden.len());
        for one in questions {
            if one.decided_by.iter().any(|other| hidden.contains(*other)) {
                hidden.insert(one.prompt.id.clone());
            }
        }
    }
    hidden
}

impl Question<'_> {
    /// Whether it is asked so of some cases only.
    fn is_decided(&self) -> bool {
        self.prompt.when.is_some() || !self.decided_by.is_empty()
    }
}

fn is_suppressed(row: &[String]) -> bool {
    row.last().is_some_and(|last| last == "true")
}

/// Tells nothing of a number.
pub(super) fn blank(row: &mut [String]) {
    if let [.., number, suppressed] = row {
        number.clear();
        *suppressed = true.to_string();
    }
}
