//! A grade for the case overall beside its areas: what speaks against it (N-16, N-17).
//!
//! The overall grade is the panel's to choose and is never worked out; this says
//! what a grade would contradict, and how the areas are spread.

use super::grid::{Grid, GridRow};
use crate::id::{AreaId, GradeId};
use crate::panel::judgement::JudgementState;
use crate::tool::{GradeLevel, Scale};

/// Something that speaks against an overall grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverallConstraint {
    /// Areas below good, with which the case cannot be outstanding (SR5). Blocks.
    BarsOutstanding(Vec<AreaId>),
    /// Areas that are inadequate beside a case that is good or better.
    InadequateAreas(Vec<AreaId>),
    /// Better than every area.
    BetterThanEveryArea,
    /// Poorer than every area.
    PoorerThanEveryArea,
    /// Areas that the panel has not judged, or has to judge again (V-04).
    NotJudged(Vec<AreaId>),
}

/// N-17: what speaks against `grade` for the case overall, as its areas are judged or suggested.
pub fn n17_constraints(scale: &Scale, grid: &Grid, grade: &GradeId) -> Vec<OverallConstraint> {
    let mut found = Vec::new();
    let level = scale.level(grade);
    if level == Some(GradeLevel::Outstanding) {
        found.extend(named(
            grid.areas_barring_outstanding(scale),
            OverallConstraint::BarsOutstanding,
        ));
    }
    if scale.is_good_or_better(grade) {
        let inadequate = |row: &&GridRow| {
            row.grade_so_far().and_then(|grade| scale.level(grade)) == Some(GradeLevel::Inadequate)
        };
        found.extend(named(areas(grid, inadequate), OverallConstraint::InadequateAreas));
    }
    let of_areas = grid.rows.iter().filter(|row| row.subject.area.is_some());
    let ranks: Vec<usize> = of_areas.filter_map(|row| scale.rank(row.grade_so_far()?)).collect();
    if let (Some(rank), Some(best), Some(worst)) =
        (scale.rank(grade), ranks.iter().min(), ranks.iter().max())
    {
        // Outstanding may be for the case only: then no area can be as good.
        let reserved = scale.grade(grade).is_some_and(|grade| !grade.for_area);
        found.extend((rank < *best && !reserved).then_some(OverallConstraint::BetterThanEveryArea));
        found.extend((rank > *worst).then_some(OverallConstraint::PoorerThanEveryArea));
    }
    let not_judged = |row: &&GridRow| {
        let settled = row.judgement.as_ref().is_some_and(|(judgement, state)| {
            *state == JudgementState::Stands && judgement.decision.verdict.is_settled()
        });
        !settled && row.not_graded.is_none()
    };
    found.extend(named(areas(grid, not_judged), OverallConstraint::NotJudged));
    found
}

impl Grid {
    /// N-17: how the areas of the case are spread over the scale's grades, as judged or suggested.
    ///
    /// Every grade in the scale's order with its areas, also one that no area has.
    pub fn areas_by_grade<'a>(&'a self, scale: &'a Scale) -> Vec<(&'a GradeId, Vec<&'a AreaId>)> {
        let with =
            |grade: &'a GradeId| (grade, areas(self, |row| row.grade_so_far() == Some(grade)));
        scale.grades.iter().map(|grade| with(&grade.id)).collect()
    }
}

fn areas(grid: &Grid, wanted: impl Fn(&&GridRow) -> bool) -> Vec<&AreaId> {
    let rows = grid.rows.iter().filter(|row| row.subject.area.is_some());
    rows.filter(wanted).filter_map(|row| row.subject.area.as_ref()).collect()
}

fn named(
    areas: Vec<&AreaId>,
    constraint: fn(Vec<AreaId>) -> OverallConstraint,
) -> Option<OverallConstraint> {
    (!areas.is_empty()).then(|| constraint(areas.into_iter().cloned().collect()))
}
