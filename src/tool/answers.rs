//! What a condition may ask of the answers so far.

use super::{Asking, Shown};
use crate::id::{AgencyKind, PromptId};

/// The answers of one return, as conditions see them.
///
/// Asks about what is stored, whether or not the prompt is asked at the moment;
/// [`Visible`] adds the rule that a hidden prompt counts as unanswered.
pub trait Answers {
    /// Whether anything is answered to the prompt; evidence alone is no answer.
    fn is_answered(&self, prompt: &PromptId) -> bool;

    /// Whether the answer is this value (`not-evident`) or holds this option.
    fn holds(&self, prompt: &PromptId, value: &str) -> bool;

    /// The answer to a number prompt, in the prompt's unit.
    fn number(&self, prompt: &PromptId) -> Option<u32>;

    /// The kind of the agency that answers.
    fn agency(&self) -> &AgencyKind;
}

/// Answers of the prompts that are asked; those of any other prompt count as unanswered.
#[derive(Debug)]
pub struct Visible<'a, A> {
    shown: &'a Shown,
    answers: &'a A,
}

impl<'a, A: Answers> Visible<'a, A> {
    /// Looks at `answers` through what is `shown`.
    pub fn new(shown: &'a Shown, answers: &'a A) -> Self {
        Self { shown, answers }
    }

    fn is_asked(&self, prompt: &PromptId) -> bool {
        self.shown.asking(prompt) == Some(Asking::Asked)
    }
}

impl<A: Answers> Answers for Visible<'_, A> {
    fn is_answered(&self, prompt: &PromptId) -> bool {
        self.is_asked(prompt) && self.answers.is_answered(prompt)
    }

    fn holds(&self, prompt: &PromptId, value: &str) -> bool {
        self.is_asked(prompt) && self.answers.holds(prompt, value)
    }

    fn number(&self, prompt: &PromptId) -> Option<u32> {
        if self.is_asked(prompt) { self.answers.number(prompt) } else { None }
    }

    fn agency(&self) -> &AgencyKind {
        self.answers.agency()
    }
}
