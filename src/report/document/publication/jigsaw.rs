//! Cases that a reader could put a name to by putting facts together (I-08, edge cases 35 and 36).

use crate::audit_return::Response;
use crate::id::{CaseRef, PromptId};
use crate::panel::Workbook;
use crate::panel::counts::RoundAnswers;
use crate::tool::{AreaRole, PromptKind};

/// How many facts of its own make a case stand out.
const FACTS_OF_ITS_OWN: usize = 3;

/// A case that stands out, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandsOut {
    /// Which case.
    pub case: CaseRef,
    /// Questions of the case details to which no other case has the same answer.
    pub by: Vec<PromptId>,
}

/// I-08: cases which three facts or more set apart from all others of the round.
pub fn i08_stands_out(workbook: &Workbook) -> Vec<StandsOut> {
    let answers = RoundAnswers::of(workbook);
    let tool = &workbook.plan().round.tool;
    let details = tool.areas.iter().filter(|area| area.role == Some(AreaRole::CaseDetails));
    let prompts: Vec<&PromptId> = details
        .flat_map(|area| &area.prompts)
        .filter(|prompt| matches!(prompt.kind, PromptKind::Choice { .. }))
        .map(|prompt| &prompt.id)
        .collect();
    let answer = |case: &CaseRef, prompt: &PromptId| -> Option<Response> {
        answers.case(case)?.integrated(prompt).response().cloned()
    };
    let alone = |case: &CaseRef, prompt: &PromptId| {
        let Some(own) = answer(case, prompt) else { return false };
        let others = answers.cases().iter().filter(|one| one.case != *case);
        others.filter_map(|one| answer(&one.case, prompt)).all(|other| other != own)
    };
    let cases = answers.cases().iter().map(|one| {
        let by = prompts.iter().filter(|prompt| alone(&one.case, prompt));
        StandsOut { case: one.case.clone(), by: by.map(|prompt| (*prompt).clone()).collect() }
    });
    cases.filter(|one| one.by.len() >= FACTS_OF_ITS_OWN).collect()
}
