//! One agency with several auditors: its own grade comes before the panel's (edge case 5).
//!
//! All its gradings stay visible, and count in the spread; the agency's grade is
//! what it adds to the suggestion.

use serde::{Deserialize, Serialize};

use super::grid::{AgencyGrading, Grid, GridRow};
use crate::envelope::Hash;
use crate::id::{AgencyId, CaseRef, GradeId};
use crate::order;
use crate::panel::judgement::Subject;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::given;
use crate::panel::workbook::Workbook;

/// The grade that an agency stands by where its own auditors differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgencyView {
    /// Of what.
    pub subject: Subject,
    /// Whose.
    pub agency: AgencyId,
    /// The grade.
    pub grade: GradeId,
    /// Why.
    pub reason: String,
    /// Files of the agency's returns that graded it then.
    pub rests_on: Vec<Hash>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// An agency whose auditors differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    /// Which.
    pub agency: AgencyId,
    /// The grade that it stands by, once agreed.
    pub view: Option<AgencyView>,
}

/// Why an agency's own grade was not recorded. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgencyViewError {
    /// Its auditors do not differ there.
    #[error("the auditors of this agency do not differ here")]
    NoDifference,
    /// None of its auditors gave this grade.
    #[error("choose a grade that one of the agency’s auditors gave")]
    NotTheirs,
    /// No reason was written.
    #[error("say why the agency stands by this grade")]
    NoReason,
}

/// Agencies whose auditors differ on a row, in the order of their ids.
pub(super) fn within(
    workbook: &Workbook,
    subject: &Subject,
    gradings: &[AgencyGrading],
) -> Vec<Within> {
    let mut agencies: Vec<&AgencyId> = Vec::new();
    for grading in gradings {
        let agency = &grading.voice.place.agency;
        let differs = |other: &AgencyGrading| {
            other.voice.place.agency == *agency && other.rank != grading.rank
        };
        if !agencies.contains(&agency) && gradings.iter().any(differs) {
            agencies.push(agency);
        }
    }
    order::sort(&mut agencies);
    let one = |agency: &AgencyId| Within {
        agency: agency.clone(),
        view: view(workbook, subject, agency, gradings).cloned(),
    };
    agencies.into_iter().map(one).collect()
}

/// The agency's grade as last recorded, unless one of its returns was replaced since (V-04), or the panel has graded
/// anew what it rested on, so that none of its auditors' grades is that one any more (V-08).
fn view<'a>(
    workbook: &'a Workbook,
    subject: &Subject,
    agency: &AgencyId,
    gradings: &[AgencyGrading],
) -> Option<&'a AgencyView> {
    let at = workbook.index.agreed.get(&(subject.clone(), agency.clone()))?;
    let view = workbook.record.panel.agency_views.get(*at)?;
    let files = files_of(agency, gradings);
    let covers = |file: &Hash| view.rests_on.iter().any(|on| workbook.is_same_work(on, file));
    let is_theirs = |grading: &AgencyGrading| {
        grading.voice.place.agency == *agency && grading.grade == view.grade
    };
    let same_files = files.len() == view.rests_on.len() && files.iter().all(covers);
    (same_files && gradings.iter().any(is_theirs)).then_some(view)
}

fn files_of(agency: &AgencyId, gradings: &[AgencyGrading]) -> Vec<Hash> {
    let theirs = gradings.iter().filter(|grading| grading.voice.place.agency == *agency);
    theirs.map(|grading| grading.voice.file).collect()
}

impl GridRow {
    /// The grade that an agency stands by here, where its auditors differ and it was agreed.
    pub fn agency_view(&self, agency: &AgencyId) -> Option<&AgencyView> {
        self.within.iter().find(|one| one.agency == *agency)?.view.as_ref()
    }
}

impl Workbook {
    /// Every grade by which an agency was to stand in a case, oldest first: also what has lapsed.
    pub(crate) fn agency_views_ever(&self, case: &CaseRef) -> impl Iterator<Item = &AgencyView> {
        self.record.panel.agency_views.iter().filter(move |one| one.subject.case == *case)
    }

    /// Records the grade that an agency stands by where its own auditors differ.
    pub fn record_agency_view(
        &mut self,
        subject: &Subject,
        agency: &AgencyId,
        grade: &GradeId,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<(), AgencyViewError> {
        let reason = given(reason).ok_or(AgencyViewError::NoReason)?;
        let grid = Grid::of(self, &subject.case);
        let row = grid.row(subject.area.as_ref()).ok_or(AgencyViewError::NoDifference)?;
        if !row.within.iter().any(|within| within.agency == *agency) {
            return Err(AgencyViewError::NoDifference);
        }
        let theirs = |grading: &&AgencyGrading| grading.voice.place.agency == *agency;
        if !row.gradings.iter().filter(theirs).any(|grading| grading.grade == *grade) {
            return Err(AgencyViewError::NotTheirs);
        }
        let event = Event::AgencyAgreed {
            case: subject.case.clone(),
            area: subject.area.clone(),
            agency: agency.clone(),
            reason: reason.clone(),
        };
        self.record.log.add(stamp, event);
        let view = AgencyView {
            subject: subject.clone(),
            agency: agency.clone(),
            grade: grade.clone(),
            reason,
            rests_on: files_of(agency, &row.gradings),
            stamp: stamp.clone(),
        };
        let views = &mut self.record.panel.agency_views;
        self.index.agreed.insert((subject.clone(), agency.clone()), views.len());
        views.push(view);
        Ok(())
    }
}
