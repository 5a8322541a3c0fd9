//! Cases counted by their answers.

use std::collections::{BTreeMap, BTreeSet};

use super::case_answer::{AnswerStanding, CaseAnswers, Integrated, Said};
use super::other_words::decided_by;
use super::questions::Questions;
use super::returns::ReturnCount;
use crate::audit_return::Response;
use crate::gather::gathered;
use crate::id::{CaseRef, PromptId};
use crate::panel::workbook::Workbook;
use crate::tool::{AnswerValue, Condition, PromptKind};

/// The answers of all open cases of a round.
#[derive(Debug, Clone, Default)]
pub struct RoundAnswers {
    cases: Vec<CaseAnswers>,
    /// By which prompts it is decided in which words a prompt is put.
    decided_by: BTreeMap<PromptId, BTreeSet<PromptId>>,
    /// Prompts that ask each agency about its own part.
    own_parts: BTreeSet<PromptId>,
}

/// In how many cases a prompt has one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseCount {
    /// The prompt.
    pub prompt: PromptId,
    /// The answer value, or the option.
    pub value: String,
    /// The cases that have it, in the plan's order; those in which any agency says so of its own part.
    pub cases: Vec<CaseRef>,
    /// Cases in which the question arises and is answered: the denominator (N-20). Every open case
    /// where cases are counted in which it does not, by "not applicable" or "not known".
    pub of: usize,
    /// Cases in which agencies contradict each other; counted in no answer, and part of the denominator.
    pub differing: Vec<CaseRef>,
    /// Cases to which the prompt does not apply; no part of the denominator of any other answer.
    pub not_applicable: Vec<CaseRef>,
    /// Cases in which nobody could answer; no part of the denominator of any other answer.
    pub not_answered: Vec<CaseRef>,
    /// Cases of which something else was asked, as of an unborn child (G-20); counted in no answer,
    /// and no part of the denominator of any other answer.
    pub in_other_words: Vec<CaseRef>,
    /// In how many returns, where each agency was asked about its own part.
    pub returns: Option<ReturnCount>,
}

/// In how many cases a condition on several answers holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhereCount {
    /// The cases in which it holds, in the plan's order.
    pub cases: Vec<CaseRef>,
    /// Cases in which any of the prompts asked about arises and is answered (N-20). Every open case
    /// where the condition holds in one in which none of them does.
    pub of: usize,
    /// Cases in which agencies contradict each other on any of them; they are not counted.
    pub differing: Vec<CaseRef>,
    /// Cases of which something else than any of them was asked, as of an unborn child (G-20); neither
    /// counted nor part of the denominator. A condition that itself asks for all that decides the
    /// wording of a prompt speaks of that wording, and has none by it.
    pub in_other_words: Vec<CaseRef>,
    /// In how many returns, where it asks what agencies said of their own part.
    pub returns: Option<ReturnCount>,
}

/// How far a prompt is answered in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Told,
    Differs,
    NotApplicable,
    NotAnswered,
    InOtherWords,
}

impl Reach {
    /// As an answer to the prompt's own words.
    fn in_its_words(answers: &CaseAnswers, prompt: &PromptId) -> Self {
        let integrated = answers.integrated(prompt);
        let is_told = *integrated != Integrated::NotAnswered;
        match answers.standing(prompt) {
            AnswerStanding::OtherWords { .. } if is_told => Self::InOtherWords,
            AnswerStanding::OfEachAgency => Self::of_own_parts(answers, prompt),
            AnswerStanding::OtherWords { .. }
            | AnswerStanding::Counts
            | AnswerStanding::Contested
            | AnswerStanding::Resting => Self::of(integrated),
        }
    }

    /// As far as any agency tells of its own part.
    fn of_own_parts(answers: &CaseAnswers, prompt: &PromptId) -> Self {
        let not_applicable = Response::Value(AnswerValue::NotApplicable);
        let said = answers.answer(prompt).map(|answer| answer.said.as_slice()).unwrap_or_default();
        let any = |wanted: &dyn Fn(&Said) -> bool| said.iter().any(wanted);
        if any(&|one| one.tells && !one.in_other_words) {
            Self::Told
        } else if any(&|one| one.in_other_words) {
            Self::InOtherWords
        } else if any(&|one| one.response == not_applicable) {
            Self::NotApplicable
        } else {
            Self::NotAnswered
        }
    }

    /// In whichever words it was asked.
    fn of(integrated: &Integrated) -> Self {
        match integrated.response() {
            Some(Response::Value(AnswerValue::NotApplicable)) => Self::NotApplicable,
            Some(Response::Value(AnswerValue::NotKnown)) => Self::NotAnswered,
            Some(_) => Self::Told,
            None if *integrated == Integrated::Differs => Self::Differs,
            None => Self::NotAnswered,
        }
    }

    fn arises(self) -> bool {
        match self {
            Self::Told | Self::Differs => true,
            Self::NotApplicable | Self::NotAnswered | Self::InOtherWords => false,
        }
    }
}

impl RoundAnswers {
    /// The answers of all open cases, as things stand.
    pub fn of(workbook: &Workbook) -> Self {
        let plan = workbook.plan();
        let questions = Questions::of(&plan.round.tool);
        let of_case = |case| CaseAnswers::of(workbook, &questions, case);
        let cases = plan.open_cases().map(|case| of_case(&case.case_ref)).collect();
        let own_parts = questions.in_order.iter().filter(|prompt| prompt.of_each_agency);
        let own_parts = gathered(own_parts.map(|prompt| prompt.id.clone()));
        Self { cases, decided_by: decided_by(&questions), own_parts }
    }

    /// Every open case with its answers, in the plan's order.
    pub fn cases(&self) -> &[CaseAnswers] {
        &self.cases
    }

    /// The answers of one case.
    pub fn case(&self, case: &CaseRef) -> Option<&CaseAnswers> {
        self.cases.iter().find(|answers| answers.case == *case)
    }

    /// Whether the answers of a case can put the prompt to it in other words (G-20).
    pub fn may_be_in_other_words(&self, prompt: &PromptId) -> bool {
        self.decided_by.contains_key(prompt)
    }

    /// In how many cases the answer to `prompt` is `value`: `yes`, `not-evident`, or an option's id.
    ///
    /// The denominator is the cases in which the question arises and is answered.
    /// Those to which it does not apply, or in which nobody knows, are none of
    /// these, so their number is told of all cases. Neither are those that were
    /// asked in other words: their answer is none to the words that are counted.
    pub fn count(&self, prompt: &PromptId, value: &str) -> CaseCount {
        let cases_where = |wanted: &dyn Fn(&CaseAnswers) -> bool| -> Vec<CaseRef> {
            let fits = |answers: &&CaseAnswers| wanted(answers);
            self.cases.iter().filter(fits).map(|answers| answers.case.clone()).collect()
        };
        let reach_of = |answers: &CaseAnswers| Reach::in_its_words(answers, prompt);
        let reach = |wanted: Reach| cases_where(&|answers| reach_of(answers) == wanted);
        let returns = self.own_parts.contains(prompt);
        let returns = returns.then(|| ReturnCount::of_answer(&self.cases, prompt, value));
        let of_returns = returns.as_ref().map(ReturnCount::cases);
        let holds = |answers: &CaseAnswers| match &of_returns {
            Some(cases) => cases.contains(&answers.case),
            None => {
                let response = answers.integrated(prompt).response();
                reach_of(answers) != Reach::InOtherWords
                    && response.is_some_and(|response| response.holds(value))
            }
        };
        let arises = |answers: &CaseAnswers| reach_of(answers).arises();
        let beyond = cases_where(&|answers| holds(answers) && !arises(answers));
        let of = if beyond.is_empty() { cases_where(&arises).len() } else { self.cases.len() };
        CaseCount {
            prompt: prompt.clone(),
            value: value.to_owned(),
            cases: cases_where(&holds),
            of,
            differing: reach(Reach::Differs),
            not_applicable: reach(Reach::NotApplicable),
            not_answered: reach(Reach::NotAnswered),
            in_other_words: reach(Reach::InOtherWords),
            returns,
        }
    }

    /// One count for each answer that a prompt can take; none for numbers and texts.
    pub fn tally(&self, prompt: &PromptId, kind: &PromptKind) -> Vec<CaseCount> {
        let count = |value: &str| self.count(prompt, value);
        match kind {
            PromptKind::Judgement { values } => {
                let offered = if values.is_empty() { &AnswerValue::ALL } else { &values[..] };
                offered.iter().map(|value| count(value.as_str())).collect()
            }
            PromptKind::Choice { options } | PromptKind::Choices { options } => {
                options.iter().map(|option| count(option.id.as_str())).collect()
            }
            PromptKind::Number { .. } | PromptKind::Text { .. } => Vec::new(),
        }
    }

    /// In how many cases a condition on the answers of the case holds. One that asks what agencies said of their own
    /// part is asked of each return: the case counts where it holds of any.
    pub fn count_where(&self, condition: &Condition) -> WhereCount {
        let prompts = condition.prompts();
        if prompts.iter().any(|prompt| self.own_parts.contains(*prompt)) {
            return self.count_returns_where(condition, &prompts);
        }
        let mut count = WhereCount {
            cases: Vec::new(),
            of: 0,
            differing: Vec::new(),
            in_other_words: Vec::new(),
            returns: None,
        };
        let mut beyond = false;
        for answers in &self.cases {
            if self.is_beside(&prompts, answers) {
                count.in_other_words.push(answers.case.clone());
                continue;
            }
            let reaches: Vec<Reach> =
                prompts.iter().map(|prompt| Reach::of(answers.integrated(prompt))).collect();
            let arises = reaches.iter().any(|reach| reach.arises());
            count.of += usize::from(arises);
            if reaches.contains(&Reach::Differs) {
                count.differing.push(answers.case.clone());
            } else if condition.holds(answers) {
                count.cases.push(answers.case.clone());
                beyond |= !arises;
            }
        }
        if beyond {
            count.of = self.cases.len();
        }
        count
    }

    fn count_returns_where(&self, condition: &Condition, prompts: &[&PromptId]) -> WhereCount {
        let named = |of: &[&CaseAnswers]| -> Vec<CaseRef> {
            of.iter().map(|answers| answers.case.clone()).collect()
        };
        let (beside, asked): (Vec<&CaseAnswers>, Vec<&CaseAnswers>) =
            self.cases.iter().partition(|answers| self.is_beside(prompts, answers));
        let (differing, counted): (Vec<&CaseAnswers>, Vec<&CaseAnswers>) =
            asked.into_iter().partition(|answers| {
                prompts.iter().any(|prompt| *answers.integrated(prompt) == Integrated::Differs)
            });
        let returns = ReturnCount::of_condition(&self.cases, &counted, condition, |one| {
            let mut otherwise = prompts.iter().filter(|prompt| one.read_otherwise(prompt));
            otherwise.any(|prompt| !self.asks_for_its_wording(prompts, prompt))
        });
        let mut arising = counted.clone();
        arising.retain(|answers| self.tells_of_own_parts(prompts, answers));
        let arising: BTreeSet<CaseRef> = gathered(named(&arising));
        let of_returns = returns.cases();
        let mut cases = named(&counted);
        cases.retain(|case| of_returns.contains(case));
        let beyond = cases.iter().any(|case| !arising.contains(case));
        WhereCount {
            of: if beyond { self.cases.len() } else { arising.len() },
            cases,
            differing: named(&differing),
            in_other_words: named(&beside),
            returns: Some(returns),
        }
    }

    /// Whether any agency tells of its own part where these ask for it.
    fn tells_of_own_parts(&self, prompts: &[&PromptId], answers: &CaseAnswers) -> bool {
        let mut own_parts = prompts.iter().filter(|prompt| self.own_parts.contains(**prompt));
        own_parts.any(|prompt| Reach::in_its_words(answers, prompt).arises())
    }

    /// Whether a case was asked something else than what a condition on these prompts is about.
    fn is_beside(&self, prompts: &[&PromptId], answers: &CaseAnswers) -> bool {
        let mut asked_otherwise = prompts.iter().filter(|one| answers.is_in_other_words(one));
        asked_otherwise.any(|one| !self.asks_for_its_wording(prompts, one))
    }

    /// Whether all is among these that decides in which words one of them is put.
    fn asks_for_its_wording(&self, prompts: &[&PromptId], prompt: &PromptId) -> bool {
        let decided_by = self.decided_by.get(prompt);
        decided_by.is_some_and(|all| all.iter().all(|one| prompts.contains(&one)))
    }
}
