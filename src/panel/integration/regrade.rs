//! Grades of another scale, which the panel grades anew on the round's (V-08).
//!
//! Never converted: the native grade stays, and the panel says why the new one
//! is right.

use serde::{Deserialize, Serialize};

use super::grid::Grid;
use crate::envelope::Hash;
use crate::id::{CaseRef, GradeId};
use crate::panel::judgement::Subject;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;

/// A grade on the round's scale for one of another scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Regrade {
    /// Of what.
    pub subject: Subject,
    /// Whose.
    pub place: ReturnKey,
    /// The file of the return that was graded anew.
    pub file: Hash,
    /// As the return has it.
    pub native: GradeId,
    /// On the round's scale.
    pub grade: GradeId,
    /// Why.
    pub reason: String,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Why a grade was not given anew. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RegradeError {
    /// There is no such grade that cannot be compared.
    #[error("there is no grade here that cannot be compared")]
    NothingToRegrade,
    /// The round's scale does not offer the grade here.
    #[error("the scale does not offer this grade here")]
    GradeNotOffered,
    /// No reason was written.
    #[error("say why this grade is right on the round’s scale")]
    NoReason,
}

impl Workbook {
    /// Every grade that the panel gave anew in a case, oldest first: also what has lapsed.
    pub(crate) fn regrades_ever(&self, case: &CaseRef) -> impl Iterator<Item = &Regrade> {
        self.record.panel.regrades.iter().filter(move |one| one.subject.case == *case)
    }

    /// The grade that the panel gave anew for a grade in this file, where it did.
    pub fn regrade(&self, subject: &Subject, file: &Hash, native: &GradeId) -> Option<&Regrade> {
        let latest_first = self.index.regraded.get(subject)?.iter().rev();
        let regrades = latest_first.filter_map(|at| self.record.panel.regrades.get(*at));
        let mut about = regrades.filter(|one| one.native == *native);
        about.find(|one| self.is_same_work(&one.file, file))
    }

    /// Grades anew, on the round's scale, what an agency graded on another (V-08).
    pub fn record_regrade(
        &mut self,
        subject: &Subject,
        place: &ReturnKey,
        grade: &GradeId,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), RegradeError> {
        let reason = given(reason).ok_or(RegradeError::NoReason)?;
        let scale = &self.plan().round.tool.scale;
        let known = scale.grade(grade).ok_or(RegradeError::GradeNotOffered)?;
        let offered = if subject.area.is_some() { known.for_area } else { known.for_case };
        if !offered {
            return Err(RegradeError::GradeNotOffered);
        }
        let grid = Grid::of(self, &subject.case);
        let row = grid.row(subject.area.as_ref()).ok_or(RegradeError::NothingToRegrade)?;
        let foreign = row.foreign.iter().find(|one| one.voice.place == *place);
        let again = row.gradings.iter().find(|one| one.voice.place == *place);
        let again = again.and_then(|one| Some((one.voice.file, one.native.clone()?)));
        let (file, native) = foreign
            .map(|one| (one.voice.file, one.grade.clone()))
            .or(again)
            .ok_or(RegradeError::NothingToRegrade)?;
        let event = Event::Regraded {
            place: place.clone(),
            area: subject.area.clone(),
            reason: reason.clone(),
        };
        self.record.log.add(stamp, event);
        let regrades = &mut self.record.panel.regrades;
        self.index.regraded.entry(subject.clone()).or_default().push(regrades.len());
        regrades.push(Regrade {
            subject: subject.clone(),
            place: place.clone(),
            file,
            native,
            grade: grade.clone(),
            reason,
            stamp: stamp.clone(),
        });
        Ok(())
    }
}
