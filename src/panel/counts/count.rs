//! Cases counted by their answers.

use super::case_answer::{CaseAnswers, Integrated};
use crate::audit_return::Response;
use crate::id::{CaseRef, PromptId};
use crate::panel::workbook::Workbook;
use crate::tool::{AnswerValue, Condition, Graph, PromptKind};

/// The answers of all open cases of a round.
#[derive(Debug, Clone)]
pub struct RoundAnswers {
    cases: Vec<CaseAnswers>,
}

/// In how many cases a prompt has one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseCount {
    /// The prompt.
    pub prompt: PromptId,
    /// The answer value, or the option.
    pub value: String,
    /// The cases that have it, in the plan's order.
    pub cases: Vec<CaseRef>,
    /// Cases in which the question arises and is answered: the denominator (N-20).
    pub of: usize,
    /// Of these, cases in which agencies contradict each other; counted in no answer.
    pub differing: Vec<CaseRef>,
    /// Cases to which the prompt does not apply; no part of the denominator.
    pub not_applicable: Vec<CaseRef>,
    /// Cases in which nobody could answer; no part of the denominator.
    pub not_answered: Vec<CaseRef>,
}

/// In how many cases a condition on several answers holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhereCount {
    /// The cases in which it holds, in the plan's order.
    pub cases: Vec<CaseRef>,
    /// Cases in which any of the prompts asked about arises and is answered (N-20).
    pub of: usize,
    /// Of these, cases in which agencies contradict each other on any of them; they are not counted.
    pub differing: Vec<CaseRef>,
}

/// How far a prompt is answered in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Told,
    Differs,
    NotApplicable,
    NotAnswered,
}

impl Reach {
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
            Self::NotApplicable | Self::NotAnswered => false,
        }
    }
}

impl RoundAnswers {
    /// The answers of all open cases, as things stand.
    pub fn of(workbook: &Workbook) -> Self {
        let plan = workbook.plan();
        let graph = Graph::compile(&plan.round.tool);
        let of_case = |case| CaseAnswers::of(workbook, &graph, case);
        Self { cases: plan.open_cases().map(|case| of_case(&case.case_ref)).collect() }
    }

    /// Every open case with its answers, in the plan's order.
    pub fn cases(&self) -> &[CaseAnswers] {
        &self.cases
    }

    /// The answers of one case.
    pub fn case(&self, case: &CaseRef) -> Option<&CaseAnswers> {
        self.cases.iter().find(|answers| answers.case == *case)
    }

    /// In how many cases the answer to `prompt` is `value`: `yes`, `not-evident`, or an option's id.
    ///
    /// The denominator is the cases in which the question arises and is
    /// answered, also where `value` is `not-applicable`.
    pub fn count(&self, prompt: &PromptId, value: &str) -> CaseCount {
        let cases_where = |wanted: &dyn Fn(&Integrated) -> bool| -> Vec<CaseRef> {
            let fits = |answers: &&CaseAnswers| wanted(answers.integrated(prompt));
            self.cases.iter().filter(fits).map(|answers| answers.case.clone()).collect()
        };
        let reach = |wanted: Reach| cases_where(&|integrated| Reach::of(integrated) == wanted);
        CaseCount {
            prompt: prompt.clone(),
            value: value.to_owned(),
            cases: cases_where(&|integrated| {
                integrated.response().is_some_and(|response| response.holds(value))
            }),
            of: cases_where(&|integrated| Reach::of(integrated).arises()).len(),
            differing: reach(Reach::Differs),
            not_applicable: reach(Reach::NotApplicable),
            not_answered: reach(Reach::NotAnswered),
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

    /// In how many cases a condition on the answers of the case holds.
    pub fn count_where(&self, condition: &Condition) -> WhereCount {
        let prompts = condition.prompts();
        let mut count = WhereCount { cases: Vec::new(), of: 0, differing: Vec::new() };
        for answers in &self.cases {
            let reaches: Vec<Reach> =
                prompts.iter().map(|prompt| Reach::of(answers.integrated(prompt))).collect();
            count.of += usize::from(reaches.iter().any(|reach| reach.arises()));
            if reaches.contains(&Reach::Differs) {
                count.differing.push(answers.case.clone());
            } else if condition.holds(answers) {
                count.cases.push(answers.case.clone());
            }
        }
        count
    }
}
