//! Which questions a case was asked in other words (G-20).
//!
//! "Was the unborn child's mother seen alone?" is another question than whether
//! the child was: a sentence that says how often children were seen alone counts
//! no answer to it.

use std::collections::{BTreeMap, BTreeSet};

use super::case_answer::{CaseAnswers, Integrated, whose_word_counts};
use super::questions::Questions;
use super::voices::Voice;
use crate::gather::gathered;
use crate::id::PromptId;
use crate::tool::{Prompt, Rewording};

/// The questions that decide in which words another one is put, by that other one.
pub(super) fn decided_by(questions: &Questions<'_>) -> BTreeMap<PromptId, BTreeSet<PromptId>> {
    let mut decided = BTreeMap::new();
    for prompt in &questions.in_order {
        let by: BTreeSet<PromptId> = gathered(deciding(questions, prompt).cloned());
        if !by.is_empty() {
            decided.insert(prompt.id.clone(), by);
        }
    }
    decided
}

/// Why a case counts as one that was asked a question in other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Otherwise {
    /// By the answers of the case.
    ByTheCase,
    /// Agencies contradict each other on what decides, and one of them read other words.
    Perhaps,
    /// The case is asked the question's own words; an agency whose word makes the answer read others.
    ByAnAgency,
}

/// The questions that the case was asked in other words, or may have been, and why.
pub(super) fn in_other_words(
    questions: &Questions<'_>,
    of_case: &CaseAnswers,
    voices: &[Voice<'_>],
) -> BTreeMap<PromptId, Otherwise> {
    // What each agency was asked about its own part is told of its return, and of no case.
    let asked = questions.in_order.iter().copied().filter(|prompt| !prompt.of_each_agency);
    let otherwise = asked.filter_map(|prompt| {
        let why = asked_otherwise(questions, prompt, of_case, voices)?;
        Some((prompt.id.clone(), why))
    });
    gathered(otherwise)
}

/// Rewordings that ask another thing of the case. One by kind of agency alone, or by the agency's own part, only
/// addresses that agency, whose word is brought together with that of the others all the same.
fn rewordings<'a>(
    questions: &'a Questions<'_>,
    prompt: &'a Prompt,
) -> impl Iterator<Item = &'a Rewording> {
    let is_of_case = move |id: &PromptId| !questions.is_of_each_agency(id);
    prompt.rewordings.iter().filter(move |one| one.when.prompts().into_iter().any(is_of_case))
}

fn deciding<'a>(
    questions: &'a Questions<'_>,
    prompt: &'a Prompt,
) -> impl Iterator<Item = &'a PromptId> {
    rewordings(questions, prompt).flat_map(|one| one.when.prompts())
}

/// By the answers of the case, or by an agency's own where its word makes the answer. Where agencies
/// contradict each other on what decides, one that read other words is enough.
fn asked_otherwise(
    questions: &Questions<'_>,
    prompt: &Prompt,
    of_case: &CaseAnswers,
    voices: &[Voice<'_>],
) -> Option<Otherwise> {
    // Of an agency's own part the answers of the case know nothing.
    let is_of_each = |id: &PromptId| questions.is_of_each_agency(id);
    let by_case = |one: &&Rewording| !one.when.prompts().into_iter().any(is_of_each);
    if rewordings(questions, prompt).filter(by_case).any(|one| one.when.holds(of_case)) {
        return Some(Otherwise::ByTheCase);
    }
    let differs = |one: &PromptId| *of_case.integrated(one) == Integrated::Differs;
    let contested = deciding(questions, prompt).any(differs);
    let mut read_otherwise =
        voices.iter().filter(|voice| reads_otherwise(questions, prompt, voice));
    if contested {
        return read_otherwise.next().map(|_| Otherwise::Perhaps);
    }
    let makes_it = read_otherwise.any(|voice| makes_the_answer(prompt, of_case, voice));
    makes_it.then_some(Otherwise::ByAnAgency)
}

pub(super) fn reads_otherwise(
    questions: &Questions<'_>,
    prompt: &Prompt,
    voice: &Voice<'_>,
) -> bool {
    rewordings(questions, prompt).any(|one| voice.satisfies(&one.when))
}

/// What the panel settled is no agency's word, nor is it if the panel settled that nobody can tell.
fn makes_the_answer(prompt: &Prompt, of_case: &CaseAnswers, voice: &Voice<'_>) -> bool {
    let Some(answer) = of_case.answer(&prompt.id) else { return false };
    let is_settled = matches!(answer.integrated, Integrated::Decided(_) | Integrated::NotAnswered);
    let mut counting = whose_word_counts(prompt, &answer.said).into_iter();
    !is_settled && counting.any(|one| one.place == *voice.place)
}

#[cfg(test)]
mod tests;
