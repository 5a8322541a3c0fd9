//! Answers that are for the panel to settle, or that it has settled.

use super::{AnswerStanding, CaseAnswers, RoundAnswers, Said};
use crate::audit_return::Response;
use crate::id::CaseRef;
use crate::panel::workbook::Workbook;
use crate::tool::{Prompt, PromptKind};

/// An answer of one case that agencies gave differently or to different words, or that the panel settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// Which case.
    pub case: CaseRef,
    /// Who answered what.
    pub said: Vec<Said>,
    /// An agency whose answer counts gave it to other words than those in which the case is asked.
    pub is_in_other_words: bool,
    /// The answer and the reason, where the panel settled it.
    pub settled: Option<(Response, String)>,
}

impl RoundAnswers {
    /// Those to one prompt, in the plan's order; none to a text, which nothing counts.
    pub fn contested(&self, workbook: &Workbook, prompt: &Prompt) -> Vec<Contested> {
        if matches!(prompt.kind, PromptKind::Text { .. }) {
            return Vec::new();
        }
        let of_case = |answers: &CaseAnswers| {
            let settled = workbook.case_answer_decision(&answers.case, &prompt.id);
            let settled = settled.map(|one| (one.response.clone(), one.reason.clone()));
            let standing = answers.standing(&prompt.id);
            let settled = settled.filter(|_| standing != AnswerStanding::Resting);
            let differs = standing == AnswerStanding::Contested;
            let is_in_other_words = standing == AnswerStanding::OtherWords { to_settle: true };
            (differs || is_in_other_words || settled.is_some()).then(|| Contested {
                case: answers.case.clone(),
                said: answers.answer(&prompt.id).map(|one| one.said.clone()).unwrap_or_default(),
                is_in_other_words,
                settled,
            })
        };
        self.cases().iter().filter_map(of_case).collect()
    }
}

#[cfg(test)]
mod tests;
