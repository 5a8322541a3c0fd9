//! The panel settles what agencies answered differently.

use serde::{Deserialize, Serialize};

use super::CaseAnswers;
use crate::audit_return::Response;
use crate::envelope::Hash;
use crate::id::{CaseRef, OptionId, PromptId};
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;
use crate::tool::{ChoiceOption, PromptKind};

/// The answer of a case to a prompt, as the panel settled it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseAnswerDecision {
    /// Which case.
    pub case: CaseRef,
    /// Which prompt.
    pub prompt: PromptId,
    /// The answer.
    pub response: Response,
    /// Why.
    pub reason: String,
    /// Files of the returns that had answered the prompt then.
    pub rests_on: Vec<Hash>,
    /// Who and when.
    pub stamp: Stamp,
}

/// Why an answer was not settled. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseAnswerError {
    /// No such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// No such prompt.
    #[error("the tool has no such question")]
    UnknownPrompt,
    /// The prompt cannot be answered so.
    #[error("this question cannot be answered so")]
    DoesNotFit,
    /// Each agency was asked about its own part.
    #[error("each agency answers this about its own part: there is nothing to settle")]
    OfEachAgency,
    /// No reason was given.
    #[error("say why you decided this")]
    NoReason,
}

impl Workbook {
    /// Settles the answer of a case where agencies differ, or where the panel knows better.
    ///
    /// It lapses once a return that had answered the prompt no longer counts (V-04).
    pub fn settle_case_answer(
        &mut self,
        case: &CaseRef,
        prompt: &PromptId,
        response: Response,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), CaseAnswerError> {
        let reason = given(reason).ok_or(CaseAnswerError::NoReason)?;
        self.plan().case(case).ok_or(CaseAnswerError::UnknownCase)?;
        let tool = &self.plan().round.tool;
        let (_, known) = tool.prompt(prompt).ok_or(CaseAnswerError::UnknownPrompt)?;
        if known.of_each_agency {
            return Err(CaseAnswerError::OfEachAgency);
        }
        if !fits(&known.kind, &response) {
            return Err(CaseAnswerError::DoesNotFit);
        }
        let rests_on = self.heard_on(case, prompt);
        let (case, prompt, stamp) = (case.clone(), prompt.clone(), stamp.clone());
        let event = Event::CaseAnswerSettled {
            case: case.clone(),
            prompt: prompt.clone(),
            reason: reason.clone(),
        };
        self.record.log.add(&stamp, event);
        let decisions = &mut self.record.case_answers;
        self.index.settled.insert((case.clone(), prompt.clone()), decisions.len());
        decisions.push(CaseAnswerDecision { case, prompt, response, reason, rests_on, stamp });
        Ok(())
    }

    /// Files of the returns that are heard on a prompt of a case.
    fn heard_on(&self, case: &CaseRef, prompt: &PromptId) -> Vec<Hash> {
        let answers = CaseAnswers::of_case(self, case);
        let said = answers.answer(prompt).into_iter().flat_map(|answer| &answer.said);
        said.map(|one| one.file).collect()
    }

    /// Everything that the panel settled about answers of a case, oldest first: also what has lapsed.
    pub(crate) fn case_answers_ever(
        &self,
        case: &CaseRef,
    ) -> impl Iterator<Item = &CaseAnswerDecision> {
        self.record.case_answers.iter().filter(move |one| one.case == *case)
    }

    /// What the panel settled last about a prompt of a case, unless that has lapsed. None where the tool asks each
    /// agency about its own part by now: there is nothing to settle then.
    ///
    /// The very same work under another seal, or with a second signature, is no other return.
    pub fn case_answer_decision(
        &self,
        case: &CaseRef,
        prompt: &PromptId,
    ) -> Option<&CaseAnswerDecision> {
        let at = self.index.settled.get(&(case.clone(), prompt.clone()))?;
        let decision = self.record.case_answers.get(*at)?;
        if self.is_of_each_agency(prompt) {
            return None;
        }
        let counts = |file: &Hash| {
            let now = self.place_of(file).and_then(|place| self.current(&place));
            now.is_some_and(|now| self.is_same_work(&now, file))
        };
        decision.rests_on.iter().all(counts).then_some(decision)
    }
}

impl Workbook {
    /// Whether the round's tool asks each agency about its own part there.
    pub(crate) fn is_of_each_agency(&self, prompt: &PromptId) -> bool {
        let asked = self.plan().round.tool.prompt(prompt);
        asked.is_some_and(|(_, prompt)| prompt.of_each_agency)
    }
}

fn fits(kind: &PromptKind, response: &Response) -> bool {
    let known = |options: &[ChoiceOption], id: &OptionId| options.iter().any(|one| one.id == *id);
    match (kind, response) {
        (PromptKind::Judgement { values }, Response::Value(value)) => {
            values.is_empty() || values.contains(value)
        }
        (PromptKind::Choice { options }, Response::Option(id)) => known(options, id),
        (PromptKind::Choices { options }, Response::Options(ids)) => {
            let alone = |one: &ChoiceOption| one.exclusive && ids.contains(&one.id);
            let fits_together = ids.len() == 1 || !options.iter().any(alone);
            !ids.is_empty() && fits_together && ids.iter().all(|id| known(options, id))
        }
        (PromptKind::Number { min, max, .. }, Response::Number(number)) => {
            (min..=max).contains(&number)
        }
        (PromptKind::Text { .. }, Response::Text(_)) => true,
        (
            PromptKind::Judgement { .. }
            | PromptKind::Choice { .. }
            | PromptKind::Choices { .. }
            | PromptKind::Number { .. }
            | PromptKind::Text { .. },
            _,
        ) => false,
    }
}
