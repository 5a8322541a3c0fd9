//! Judgements: what the panel agreed on an area of a case, or on the case overall (N-13).
//!
//! A judgement names the returns that it rests on. Once one of them no longer
//! counts, the judgement is open again (V-04); nothing is stored for that, so
//! taking an import back closes it again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::log::{Event, Stamp};
use super::register::ReturnKey;
use super::workbook::Workbook;
use crate::envelope::Hash;
use crate::id::{AgencyId, AreaId, CaseRef, GradeId, QualifierId};
use crate::round::CaseStatus;
use crate::tool::{GradeLevel, GradedBy, Scale};

/// What is judged: an area of a case, or the case overall.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Subject {
    /// Which case.
    pub case: CaseRef,
    /// Which area; `None` for the case overall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
}

/// What the panel says of a subject, before it is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// The grade, or that there is none.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// When the panel met.
    pub met_on: NaiveDate,
    /// Roles of those present.
    pub present: Vec<String>,
    /// Views that differ from the judgement; kept, never averaged in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
}

/// The panel's grade, or that it gave none (N-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Verdict {
    /// A grade of the round's scale.
    Grade {
        /// Which.
        grade: GradeId,
        /// Never counted as a grade of its own (G-14).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        qualifier: Option<QualifierId>,
    },
    /// The panel does not judge it; the reason says why.
    NotJudged,
}

/// A view that differs from the judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dissent {
    /// Whose; `None` for the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyId>,
    /// What they hold, and why.
    pub view: String,
}

/// A judgement as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgement {
    /// What is judged.
    pub subject: Subject,
    /// What was agreed.
    pub decision: Decision,
    /// The returns that it rests on: all that counted for the case.
    pub rests_on: Vec<RestsOn>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// One return on which a judgement rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestsOn {
    /// Whose.
    pub place: ReturnKey,
    /// Which version.
    pub version: u32,
    /// In which file.
    pub file: Hash,
}

/// Whether a judgement still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JudgementState {
    /// It does.
    Stands,
    /// Open again: based on returns that no longer count (V-04).
    Reopened {
        /// Those returns.
        superseded: Vec<RestsOn>,
    },
}

/// Why a judgement was not recorded. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JudgementError {
    /// No such case, or it was withdrawn.
    #[error("this case is not part of the round any more")]
    NoSuchCase,
    /// The tool does not grade this.
    #[error("this is not graded in this round")]
    NotGraded,
    /// The scale has no such grade here (N-16).
    #[error("the scale does not offer this grade here")]
    GradeNotOffered,
    /// The grade may not carry this qualifier (G-14).
    #[error("this grade cannot carry this qualifier")]
    QualifierNotOffered,
    /// SR5 (N-16): an area is judged below good, or not judged.
    #[error("the case can be outstanding only when every judged area is good or better")]
    OutstandingNeedsAllGood,
    /// No reason was written.
    #[error("say why the panel judged so")]
    NoReason,
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

    /// Whether a judgement still stands (V-04).
    pub fn state_of(&self, judgement: &Judgement) -> JudgementState {
        let counts = |rests_on: &&RestsOn| {
            self.current(&rests_on.place)
                .is_some_and(|file| self.is_same_work(&file, &rests_on.file))
        };
        let superseded: Vec<RestsOn> =
            judgement.rests_on.iter().filter(|on| !counts(on)).cloned().collect();
        if superseded.is_empty() {
            JudgementState::Stands
        } else {
            JudgementState::Reopened { superseded }
        }
    }

    /// Records what the panel agreed, with the returns that count for the case now (N-13).
    pub fn record_judgement(
        &mut self,
        subject: Subject,
        decision: Decision,
        stamp: &Stamp,
    ) -> Result<&Judgement, JudgementError> {
        self.check_judgement(&subject, &decision)?;
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

    fn check_judgement(
        &self,
        subject: &Subject,
        decision: &Decision,
    ) -> Result<(), JudgementError> {
        let case = self.plan().case(&subject.case).ok_or(JudgementError::NoSuchCase)?;
        if case.status != CaseStatus::Open {
            return Err(JudgementError::NoSuchCase);
        }
        if decision.reason.trim().is_empty() {
            return Err(JudgementError::NoReason);
        }
        let tool = &self.plan().round.tool;
        let graded = match &subject.area {
            Some(area) => tool.graded_areas().any(|graded| graded.id == *area),
            None => tool.graded_by != GradedBy::Nothing,
        };
        if !graded {
            return Err(JudgementError::NotGraded);
        }
        match &decision.verdict {
            Verdict::NotJudged => Ok(()),
            Verdict::Grade { grade, qualifier } => {
                offered(&tool.scale, subject, grade, qualifier.as_ref())?;
                self.n16_outstanding_needs_all_good(subject, grade)
            }
        }
    }

    /// N-16: the case is outstanding only if every judged area is good or better (SR5 again).
    fn n16_outstanding_needs_all_good(
        &self,
        subject: &Subject,
        grade: &GradeId,
    ) -> Result<(), JudgementError> {
        let tool = &self.plan().round.tool;
        let bound = subject.area.is_none()
            && tool.scale.outstanding_needs_all_good
            && tool.scale.level(grade) == Some(GradeLevel::Outstanding);
        let fails = |area: &AreaId| {
            let area = Subject { case: subject.case.clone(), area: Some(area.clone()) };
            match self.judgement(&area).map(|judgement| &judgement.decision.verdict) {
                Some(Verdict::Grade { grade, .. }) => !tool.scale.is_good_or_better(grade),
                Some(Verdict::NotJudged) => false,
                None => true,
            }
        };
        if bound && tool.graded_areas().any(|area| fails(&area.id)) {
            return Err(JudgementError::OutstandingNeedsAllGood);
        }
        Ok(())
    }

    /// How many latest judgements of a case rest on a file.
    pub(super) fn judgements_resting_on(&self, case: &CaseRef, file: &Hash) -> usize {
        let first = Subject { case: case.clone(), area: None };
        let of_case = self.index.judged.range(first..);
        of_case
            .take_while(|(subject, _)| subject.case == *case)
            .filter_map(|(_, at)| self.judgements().get(*at))
            .filter(|judgement| {
                judgement.rests_on.iter().any(|on| self.is_same_work(&on.file, file))
            })
            .count()
    }
}

/// G-14, N-16: the grade is offered for the subject, and may carry the qualifier.
fn offered(
    scale: &Scale,
    subject: &Subject,
    grade: &GradeId,
    qualifier: Option<&QualifierId>,
) -> Result<(), JudgementError> {
    let known = scale.grade(grade).ok_or(JudgementError::GradeNotOffered)?;
    let here = if subject.area.is_some() { known.for_area } else { known.for_case };
    if !here {
        return Err(JudgementError::GradeNotOffered);
    }
    let allowed = |id: &QualifierId| {
        scale.qualifiers.iter().any(|known| known.id == *id && known.of.contains(grade))
    };
    if qualifier.is_some_and(|id| !allowed(id)) {
        return Err(JudgementError::QualifierNotOffered);
    }
    Ok(())
}
