//! Recording findings, merging them, dropping them.

use chrono::{DateTime, Utc};

use super::sources::quote;
use super::standing::{cases_of, said_again};
use super::{Fate, Finding, FindingScope, FindingSource};
use crate::id::{ItemId, PromptId, ThemeId};
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;

/// Why a finding was not recorded. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FindingError {
    /// Nothing is written.
    #[error("write the finding")]
    NothingWritten,
    /// It rests on nothing (F-01).
    #[error("choose what the finding rests on")]
    NoSource,
    /// A source says nothing where it is said to, or is not here.
    #[error("something that the finding rests on is not there")]
    SourceGone,
    /// It is said to be across cases and rests on one (F-02).
    #[error("a finding across cases rests on two cases at least")]
    OneCaseOnly,
    /// It is said to be of a case on which it does not rest.
    #[error("choose something from the case that the finding is about")]
    NotOfThisCase,
    /// There is no such theme.
    #[error("there is no theme {0}")]
    UnknownTheme(ThemeId),
    /// The tool has no such question, or it cannot be answered so.
    #[error("question {0} cannot be counted by this answer")]
    CannotCount(PromptId),
    /// There is no such finding, or it was merged or dropped.
    #[error("this finding is not there any more")]
    Unknown,
    /// Nothing to merge it with.
    #[error("choose two findings at least")]
    NothingToMerge,
    /// No reason was written.
    #[error("say why the finding is dropped")]
    NoReason,
}

impl Workbook {
    /// Records a finding, or replaces one of the same id.
    pub fn record_finding(&mut self, finding: Finding) -> Result<(), FindingError> {
        self.check_finding(&finding)?;
        self.keep_finding(finding);
        Ok(())
    }

    fn keep_finding(&mut self, finding: Finding) {
        let event =
            Event::FindingRecorded { finding: finding.id.clone(), fate: finding.fate.clone() };
        self.record.log.add(&finding.stamp.clone(), event);
        self.record.panel.findings.push(finding);
    }

    fn check_finding(&self, finding: &Finding) -> Result<(), FindingError> {
        if finding.text.trim().is_empty() {
            return Err(FindingError::NothingWritten);
        }
        if finding.sources.is_empty() {
            return Err(FindingError::NoSource);
        }
        let there = |source: &FindingSource| match source {
            FindingSource::Return(source) => quote(self, source).is_some(),
            FindingSource::Meeting { meeting, case } => {
                self.meeting(meeting).is_some() && self.plan().case(case).is_some()
            }
        };
        if !finding.sources.iter().all(there) {
            return Err(FindingError::SourceGone);
        }
        let cases = cases_of(self, finding);
        match &finding.scope {
            FindingScope::AcrossCases if cases.len() < 2 => return Err(FindingError::OneCaseOnly),
            FindingScope::Case(case) if !cases.contains(case) => {
                return Err(FindingError::NotOfThisCase);
            }
            FindingScope::AcrossCases | FindingScope::Case(_) => {}
        }
        let themes = self.themes();
        let known = |id: &ThemeId| themes.iter().any(|theme| theme.id == *id);
        if let Some(unknown) = finding.themes.iter().find(|id| !known(id)) {
            return Err(FindingError::UnknownTheme(unknown.clone()));
        }
        self.check_count(finding)
    }

    /// an answer by which a finding is counted is one that its question can take.
    fn check_count(&self, finding: &Finding) -> Result<(), FindingError> {
        let Some(counted) = &finding.counted else { return Ok(()) };
        let refused = || FindingError::CannotCount(counted.prompt.clone());
        let (_, prompt) = self.plan().round.tool.prompt(&counted.prompt).ok_or_else(refused)?;
        let value = prompt.kind.values().iter().any(|value| value.as_str() == counted.value);
        let option = prompt.kind.options().iter().any(|option| option.id.as_str() == counted.value);
        if value || option { Ok(()) } else { Err(refused()) }
    }

    /// Makes one finding of several: it rests on all that they rested on, and they are no longer apart.
    ///
    /// `merged` brings the text, kind and scope, and what it rests on, where not all that they did; its themes are
    /// added to. What was written of them for documents is of it now.
    pub fn merge_findings(
        &mut self,
        of: &[ItemId],
        mut merged: Finding,
    ) -> Result<(), FindingError> {
        if of.len() < 2 || of.contains(&merged.id) {
            return Err(FindingError::NothingToMerge);
        }
        let kept = self.kept_findings();
        let parts: Option<Vec<Finding>> = of
            .iter()
            .map(|id| kept.iter().find(|one| one.id == *id).map(|one| (*one).clone()))
            .collect();
        let parts = parts.ok_or(FindingError::Unknown)?;
        let brings_none = merged.sources.is_empty();
        for part in &parts {
            if brings_none {
                add_new(&mut merged.sources, &part.sources);
            }
            add_new(&mut merged.themes, &part.themes);
        }
        self.check_finding(&merged)?;
        for part in parts {
            let (fate, stamp) = (Fate::MergedInto(merged.id.clone()), merged.stamp.clone());
            self.keep_finding(Finding { fate, stamp, ..part });
        }
        let (to, stamp) = (merged.id.clone(), merged.stamp.clone());
        self.keep_finding(merged);
        self.move_texts(of, &to, &stamp);
        Ok(())
    }

    /// Drops a finding, with the reason.
    pub fn drop_finding(
        &mut self,
        id: &ItemId,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), FindingError> {
        let reason = given(reason).ok_or(FindingError::NoReason)?;
        let finding = self.finding(id).cloned().ok_or(FindingError::Unknown)?;
        let (fate, stamp) = (Fate::Dropped { reason }, stamp.clone());
        self.keep_finding(Finding { fate, stamp, ..finding });
        Ok(())
    }

    /// Takes up again a finding that was dropped: as it was, whatever the reason.
    pub fn take_up_finding(&mut self, id: &ItemId, stamp: &Stamp) -> Result<(), FindingError> {
        let dropped = self.dropped_findings().into_iter().find(|finding| finding.id == *id);
        let finding = dropped.cloned().ok_or(FindingError::Unknown)?;
        self.keep_finding(Finding { fate: Fate::Kept, stamp: stamp.clone(), ..finding });
        Ok(())
    }

    /// Rests a finding on the versions that count, where they say the very same. Returns how many sources moved.
    pub fn renew_finding(&mut self, id: &ItemId, stamp: &Stamp) -> Result<usize, FindingError> {
        let mut finding = self.finding(id).cloned().ok_or(FindingError::Unknown)?;
        let mut moved = 0;
        for source in &mut finding.sources {
            let FindingSource::Return(one) = source else { continue };
            if let Some(again) = said_again(self, one).filter(|again| again.file != one.file) {
                *one = again;
                moved += 1;
            }
        }
        if moved > 0 {
            self.keep_finding(Finding { stamp: stamp.clone(), ..finding });
        }
        Ok(moved)
    }

    /// What became of a finding: itself, or what it was merged into; `None` where it was dropped.
    pub fn finding_now(&self, id: &ItemId) -> Option<&Finding> {
        let all = &self.record.panel.findings;
        let mut id = id;
        // No more steps than records: a damaged round may lead in a circle.
        for _ in 0..=all.len() {
            let last = all.iter().rev().find(|finding| finding.id == *id)?;
            match &last.fate {
                Fate::Kept => return Some(last),
                Fate::MergedInto(into) => id = into,
                Fate::Dropped { .. } => return None,
            }
        }
        None
    }

    /// What became of these findings, each once; those that were dropped are left out.
    pub fn findings_now(&self, ids: &[ItemId]) -> Vec<ItemId> {
        let mut now = Vec::new();
        for id in ids {
            let one = self.finding_now(id).map(|finding| finding.id.clone());
            add_new(&mut now, one.as_slice());
        }
        now
    }

    /// Whether others were merged into a finding.
    pub fn is_merged(&self, id: &ItemId) -> bool {
        let into = Fate::MergedInto(id.clone());
        self.record.panel.findings.iter().any(|finding| finding.fate == into)
    }

    /// When a finding was first recorded, whatever became of it.
    pub fn finding_since(&self, id: &ItemId) -> Option<DateTime<Utc>> {
        let first = self.record.panel.findings.iter().find(|finding| finding.id == *id);
        first.map(|finding| finding.stamp.at)
    }

    /// A finding that is kept.
    pub fn finding(&self, id: &ItemId) -> Option<&Finding> {
        self.kept_findings().into_iter().find(|finding| finding.id == *id)
    }
}

fn add_new<T: Clone + PartialEq>(all: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
}
