//! Findings as they stand: which cases, how many, and whether the words behind them still count.

use std::collections::BTreeSet;

use super::sources::{Quote, quote, words_of};
use super::{Fate, Finding, FindingScope, FindingSource, SourceRef};
use crate::gather::gathered;
use crate::id::CaseRef;
use crate::panel::counts::{CaseCount, ReturnCount, RoundAnswers};
use crate::panel::workbook::Workbook;
use crate::text::some_of_counted;

/// A finding with all that is computed of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingView {
    /// As recorded.
    pub finding: Finding,
    /// Cases that count and on which it rests, in the plan's order.
    pub cases: Vec<CaseRef>,
    /// In how many cases.
    pub quantified: Quantified,
    /// What speaks against publishing it as it is.
    pub problems: Vec<Problem>,
}

/// In how many cases something is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantified {
    /// The cases.
    pub cases: Vec<CaseRef>,
    /// Of how many: those in which the question arises, or all that count.
    pub of: usize,
    /// "four of the five cases".
    pub phrase: String,
    /// Counted from answers; otherwise from what the finding rests on.
    pub from_answers: bool,
    /// In how many returns, where it is counted by what agencies said of their own part; `phrase` is of these then.
    pub returns: Option<ReturnCount>,
}

/// What speaks against publishing a finding as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It rests on returns that no longer count.
    Stale {
        /// Those, each with whether the version that counts says the very same.
        sources: Vec<(SourceRef, bool)>,
    },
    /// It is said to be across cases and rests on one at most (F-02).
    OneCaseOnly,
    /// Its case was withdrawn, or nothing that it rests on is of a case that counts.
    NoCase,
}

/// Every finding that is kept, in the order in which they were first recorded.
pub fn findings(workbook: &Workbook) -> Vec<FindingView> {
    let answers = RoundAnswers::of(workbook);
    let kept = workbook.kept_findings().into_iter();
    kept.map(|finding| view(workbook, &answers, finding)).collect()
}

fn view(workbook: &Workbook, answers: &RoundAnswers, finding: &Finding) -> FindingView {
    let cases = cases_of(workbook, finding);
    let mut problems = Vec::new();
    let stale: Vec<(SourceRef, bool)> = returns(finding)
        .filter_map(|source| Some((source.clone(), staleness(workbook, source)?)))
        .collect();
    if !stale.is_empty() {
        problems.push(Problem::Stale { sources: stale });
    }
    problems.extend(match &finding.scope {
        FindingScope::Case(case) if !cases.contains(case) => Some(Problem::NoCase),
        FindingScope::AcrossCases if cases.is_empty() => Some(Problem::NoCase),
        FindingScope::AcrossCases if cases.len() < 2 => Some(Problem::OneCaseOnly),
        FindingScope::Case(_) | FindingScope::AcrossCases => None,
    });
    let quantified = quantified(workbook, answers, finding, &cases);
    FindingView { finding: finding.clone(), cases, quantified, problems }
}

fn quantified(
    workbook: &Workbook,
    answers: &RoundAnswers,
    finding: &Finding,
    cases: &[CaseRef],
) -> Quantified {
    let Some(counted) = &finding.counted else {
        let (cases, of) = (cases.to_vec(), workbook.plan().open_cases().count());
        let phrase = some_of_counted(cases.len(), of, "case", "cases");
        return Quantified { phrase, cases, of, from_answers: false, returns: None };
    };
    let CaseCount { cases, of, returns, .. } = answers.count(&counted.prompt, &counted.value);
    let phrase = match &returns {
        Some(returns) => some_of_counted(returns.returns.len(), returns.of, "return", "returns"),
        None => some_of_counted(cases.len(), of, "case", "cases"),
    };
    Quantified { phrase, cases, of, from_answers: true, returns }
}

/// F-02: the cases that count and that a finding rests on, in the plan's order.
pub(super) fn cases_of(workbook: &Workbook, finding: &Finding) -> Vec<CaseRef> {
    let about: BTreeSet<&CaseRef> = gathered(finding.sources.iter().map(FindingSource::case));
    let open = workbook.plan().open_cases().map(|case| &case.case_ref);
    open.filter(|case| about.contains(case)).cloned().collect()
}

pub(super) fn returns(finding: &Finding) -> impl Iterator<Item = &SourceRef> {
    finding.sources.iter().filter_map(|source| match source {
        FindingSource::Return(source) => Some(source),
        FindingSource::Meeting { .. } => None,
    })
}

/// `None` while the version that a source names counts; else whether the one that counts says the same.
fn staleness(workbook: &Workbook, source: &SourceRef) -> Option<bool> {
    let current = workbook.current(&source.place);
    if current.is_some_and(|file| workbook.is_same_work(&file, &source.file)) {
        return None;
    }
    Some(said_again(workbook, source).is_some())
}

/// The same source in the version that counts, where that says the very same.
pub(super) fn said_again(workbook: &Workbook, source: &SourceRef) -> Option<SourceRef> {
    let file = workbook.current(&source.place)?;
    let ret = workbook.audit_return(&file)?;
    let now: Quote = words_of(&workbook.plan().round.tool, ret, &source.item)?;
    let same = quote(workbook, source).is_some_and(|then| then == now);
    same.then(|| SourceRef { file, ..source.clone() })
}

impl Workbook {
    /// Findings as last recorded that are neither merged nor dropped.
    pub(in crate::panel) fn kept_findings(&self) -> Vec<&Finding> {
        let mut latest =
            crate::panel::records::latest(&self.record.panel.findings, |one| one.id.clone());
        latest.retain(|finding| finding.fate == Fate::Kept);
        latest
    }

    /// Findings as last recorded that the panel dropped, each with the reason.
    pub fn dropped_findings(&self) -> Vec<&Finding> {
        let mut latest =
            crate::panel::records::latest(&self.record.panel.findings, |one| one.id.clone());
        latest.retain(|finding| matches!(finding.fate, Fate::Dropped { .. }));
        latest
    }
}
