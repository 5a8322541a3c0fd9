//! Recording judgements, and whether they still stand.

use super::rules;
use super::{Decision, Judgement, JudgementError, JudgementState, RestsOn, Subject, Verdict};
use crate::envelope::Hash;
use crate::id::CaseRef;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

impl Verdict {
    /// Whether the panel has come to an end: a grade, or that it gives none.
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Grade { .. } | Self::NotJudged => true,
            Self::Deferred => false,
        }
    }
}

impl Workbook {
    /// Every judgement, oldest first; a later one on the same subject replaces an earlier one.
    pub fn judgements(&self) -> &[Judgement] {
        &self.record.judgements
    }

    /// The latest judgement on each subject.
    pub fn latest_judgements(&self) -> impl Iterator<Item = &Judgement> {
        self.index.judged.values().filter_map(|at| self.judgements().get(*at))
    }

    /// The latest judgement on one subject.
    pub fn judgement(&self, subject: &Subject) -> Option<&Judgement> {
        self.judgements().get(*self.index.judged.get(subject)?)
    }

    /// Whether a judgement still stands (V-04, N-16).
    pub fn state_of(&self, judgement: &Judgement) -> JudgementState {
        let counts = |rests_on: &&RestsOn| {
            self.current(&rests_on.place)
                .is_some_and(|file| self.is_same_work(&file, &rests_on.file))
        };
        let superseded: Vec<RestsOn> =
            judgement.rests_on.iter().filter(|on| !counts(on)).cloned().collect();
        if !superseded.is_empty() {
            return JudgementState::Reopened { superseded };
        }
        let by = match &judgement.decision.verdict {
            Verdict::Grade { grade, .. } => rules::n16_barring(self, &judgement.subject, grade),
            Verdict::NotJudged | Verdict::Deferred => Vec::new(),
        };
        if by.is_empty() { JudgementState::Stands } else { JudgementState::Barred { by } }
    }

    /// Records what the panel agreed, with the returns that count for the case now (N-13).
    pub fn record_judgement(
        &mut self,
        subject: Subject,
        decision: Decision,
        stamp: &Stamp,
    ) -> Result<&Judgement, JudgementError> {
        rules::check(self, &subject, &decision)?;
        let rests_on = self
            .current_of_case(&subject.case)
            .map(|(place, file, audit_return)| RestsOn {
                place: place.clone(),
                version: audit_return.version,
                file,
            })
            .collect();
        let event = Event::Judged { case: subject.case.clone(), area: subject.area.clone() };
        self.record.log.add(stamp, event);
        let judgement = Judgement { subject, decision, rests_on, stamp: stamp.clone() };
        let judgements = &mut self.record.judgements;
        self.index.judged.insert(judgement.subject.clone(), judgements.len());
        judgements.push(judgement);
        Ok(judgements.last().expect("one was pushed just now"))
    }

    /// How many latest judgements of a case rest on a file.
    pub(in crate::panel) fn judgements_resting_on(&self, case: &CaseRef, file: &Hash) -> usize {
        let first = Subject { case: case.clone(), area: None };
        let of_case = self.index.judged.range(first..);
        of_case
            .take_while(|(subject, _)| subject.case == *case)
            .filter_map(|(_, at)| self.judgements().get(*at))
            .filter(|judgement| judgement.decision.verdict.is_settled())
            .filter(|judgement| {
                judgement.rests_on.iter().any(|on| self.is_same_work(&on.file, file))
            })
            .count()
    }
}
