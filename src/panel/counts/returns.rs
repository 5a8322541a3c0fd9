//! Returns counted by their answers, where each agency was asked about its own part (N-10, SR10).
//!
//! "In seven of the nine returns, of four cases": agencies that answer differently contradict nobody, so no answer
//! of the case is made of theirs, and what is counted is returns. Every return leads back to its case.

use std::collections::BTreeSet;

use super::case_answer::{CaseAnswers, Heard, Integrated, Said};
use crate::audit_return::{Response, Responses};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::id::{AgencyKind, CaseRef, PromptId};
use crate::panel::register::ReturnKey;
use crate::tool::Condition;

/// In how many returns something is so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnCount {
    /// Those returns, case by case in the plan's order.
    pub returns: Vec<CountedReturn>,
    /// Returns in which the question arises and is answered: the denominator (N-20). Every return that counts where
    /// returns are counted in which it does not, by "not applicable" or "not known".
    pub of: usize,
    /// Returns of open cases that count; nil ones are left out.
    pub all: usize,
    /// Returns that were asked something else, as of an unborn child (G-20); counted in no answer, and no part of
    /// the denominator of any other answer.
    pub in_other_words: usize,
}

/// A return that is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedReturn {
    /// Whose, about which case.
    pub place: ReturnKey,
    /// In which file.
    pub file: Hash,
}

impl ReturnCount {
    fn of_none(cases: &[CaseAnswers]) -> Self {
        let all = cases.iter().map(|case| case.heard.len()).sum();
        Self { all, ..Self::default() }
    }

    /// Those that answer a question on their own part so.
    pub(super) fn of_answer(cases: &[CaseAnswers], prompt: &PromptId, value: &str) -> Self {
        let mut count = Self::of_none(cases);
        let mut beyond = false;
        let answers = cases.iter().filter_map(|case| case.answer(prompt));
        for said in answers.flat_map(|answer| &answer.said) {
            if said.in_other_words {
                count.in_other_words += 1;
                continue;
            }
            count.of += usize::from(said.tells);
            if said.response.holds(value) {
                let (place, file) = (said.place.clone(), said.file);
                count.returns.push(CountedReturn { place, file });
                beyond |= !said.tells;
            }
        }
        count.widened(beyond)
    }

    /// Those of which a condition holds: on their own part by their own answers, on all else by those of the case.
    ///
    /// Of all `cases` those `counted`; a return is `beside` what is asked where it read other words.
    pub(super) fn of_condition(
        cases: &[CaseAnswers],
        counted: &[&CaseAnswers],
        condition: &Condition,
        beside: impl Fn(&ByReturn<'_>) -> bool,
    ) -> Self {
        let mut count = Self::of_none(cases);
        let mut beyond = false;
        let prompts = condition.prompts();
        let returns =
            counted.iter().flat_map(|case| case.heard.iter().map(move |of| ByReturn { case, of }));
        for one in returns {
            if beside(&one) {
                count.in_other_words += 1;
                continue;
            }
            let arises = one.own_parts(&prompts).any(|said| said.tells);
            count.of += usize::from(arises);
            if condition.holds(&one) {
                let (place, file) = (one.of.place.clone(), one.of.file);
                count.returns.push(CountedReturn { place, file });
                beyond |= !arises;
            }
        }
        count.widened(beyond)
    }

    fn widened(mut self, beyond: bool) -> Self {
        if beyond {
            self.of = self.all;
        }
        self
    }

    /// The cases of these returns.
    pub fn cases(&self) -> BTreeSet<CaseRef> {
        gathered(self.returns.iter().map(|one| one.place.case.clone()))
    }
}

/// The answers of a case, and on its own part those of one of its returns.
pub(super) struct ByReturn<'a> {
    case: &'a CaseAnswers,
    of: &'a Heard,
}

impl<'a> ByReturn<'a> {
    /// What it answered about its own part to those of these prompts that ask for it.
    pub(super) fn own_parts<'p>(
        &self,
        prompts: &'p [&'p PromptId],
    ) -> impl Iterator<Item = &'a Said> {
        let (case, of) = (self.case, self.of);
        prompts.iter().filter_map(move |prompt| own_part(case, of, prompt))
    }

    /// Whether it was asked this about its own part in other words.
    pub(super) fn read_otherwise(&self, prompt: &PromptId) -> bool {
        own_part(self.case, self.of, prompt).is_some_and(|said| said.in_other_words)
    }
}

fn own_part<'a>(case: &'a CaseAnswers, of: &Heard, prompt: &PromptId) -> Option<&'a Said> {
    let answer = case.answer(prompt)?;
    let is_own = answer.integrated == Integrated::OfEachAgency;
    answer.said.iter().find(|said| is_own && said.place == of.place)
}

impl Responses for ByReturn<'_> {
    fn response_to(&self, prompt: &PromptId) -> Option<&Response> {
        match self.case.integrated(prompt) {
            Integrated::OfEachAgency => {
                own_part(self.case, self.of, prompt).map(|said| &said.response)
            }
            of_case @ (Integrated::Agreed(_)
            | Integrated::Decided(_)
            | Integrated::Differs
            | Integrated::NotAnswered) => of_case.response(),
        }
    }

    fn answering(&self) -> &AgencyKind {
        &self.of.kind
    }
}

#[cfg(test)]
mod tests;
