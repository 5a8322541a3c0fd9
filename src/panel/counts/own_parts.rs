//! What each agency said of its own part in a case, side by side (N-10, SR10).

use super::{CaseAnswers, Said};
use crate::id::{CaseRef, PromptId};
use crate::panel::workbook::Workbook;
use crate::tool::Prompt;

/// One question on agencies' own part, with what each answered about one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPart {
    /// The question.
    pub prompt: Prompt,
    /// Who answered what. Never empty.
    pub said: Vec<Said>,
}

/// Every question on their own part that agencies answered about a case, in the tool's order.
pub fn own_parts(workbook: &Workbook, case: &CaseRef) -> Vec<OwnPart> {
    let prompts = workbook.plan().round.tool.prompts().map(|(_, prompt)| prompt);
    let asked: Vec<&Prompt> = prompts.filter(|prompt| prompt.of_each_agency).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let answers = CaseAnswers::of_case(workbook, case);
    let own_part = |prompt: &&Prompt| {
        let said = answers.answer(&prompt.id)?.said.clone();
        (!said.is_empty()).then(|| OwnPart { prompt: (*prompt).clone(), said })
    };
    asked.iter().filter_map(own_part).collect()
}

/// Cases of which the panel settled an answer to a question that asks each agency about its own part by now: what it
/// settled is kept, and counts in nothing.
pub fn settled_before(workbook: &Workbook, prompt: &PromptId) -> Vec<CaseRef> {
    if !workbook.is_of_each_agency(prompt) {
        return Vec::new();
    }
    let is_settled =
        |case: &&CaseRef| workbook.case_answers_ever(case).any(|one| one.prompt == *prompt);
    let cases = workbook.plan().open_cases().map(|case| &case.case_ref);
    cases.filter(is_settled).cloned().collect()
}
