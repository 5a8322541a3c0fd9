//! Grading scales.

use serde::{Deserialize, Serialize};

use crate::id::{GradeId, QualifierId, ScaleId};

/// A grading scale with the rules that belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Such as `ofsted2009`. Values of two scales are never compared (V-08).
    pub id: ScaleId,
    /// Name on screen.
    pub title: String,
    /// Best first; empty where nothing is graded.
    pub grades: Vec<Grade>,
    /// Qualifiers a grade may carry; most scales have none (G-14).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifiers: Vec<Qualifier>,
    /// An overall grade of the outstanding level needs every graded area good or better (SR5, G-04).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outstanding_needs_all_good: bool,
}

/// One grade of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Such as `requires-improvement`.
    pub id: GradeId,
    /// Such as "Requires improvement".
    pub label: String,
    /// Short form in grids: "2", "RI".
    pub code: String,
    /// What the rules know of it.
    pub level: GradeLevel,
    /// Offered for an area; `ofsted2009` keeps outstanding for the case (G-03).
    pub for_area: bool,
    /// Offered for the case overall.
    pub for_case: bool,
    /// When to choose it, in our own words.
    pub descriptor: String,
}

/// What the rules know of a grade, whatever the scale calls it. Best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GradeLevel {
    /// Better than good.
    Outstanding,
    /// Good.
    Good,
    /// Below good and not failing: "adequate" in 2009, "requires improvement" from 2013. Not synonyms.
    BelowGood,
    /// Failing.
    Inadequate,
}

/// A qualifier that does not count as a grade of its own (SR16, G-14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Qualifier {
    /// Such as `outstanding-features`.
    pub id: QualifierId,
    /// Such as "with outstanding features".
    pub label: String,
    /// Grades that may carry it.
    pub of: Vec<GradeId>,
}

impl Scale {
    /// Whether grades of the two are the same: ids and levels, whatever they are called (V-08).
    pub fn is_same(&self, other: &Self) -> bool {
        let grades = |scale: &Self| -> Vec<_> {
            scale.grades.iter().map(|grade| (grade.id.clone(), grade.level)).collect()
        };
        self.id == other.id && grades(self) == grades(other)
    }

    /// The grade with this id.
    pub fn grade(&self, id: &GradeId) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.id == *id)
    }

    /// Position in the scale, 0 the best: for ordering and spread only, never for a mean.
    pub fn rank(&self, id: &GradeId) -> Option<usize> {
        self.grades.iter().position(|grade| grade.id == *id)
    }

    /// What the rules know of this grade.
    pub fn level(&self, id: &GradeId) -> Option<GradeLevel> {
        self.grade(id).map(|grade| grade.level)
    }

    /// Whether the grade is good or better.
    pub fn is_good_or_better(&self, id: &GradeId) -> bool {
        self.level(id).is_some_and(|level| level <= GradeLevel::Good)
    }

    /// Grades offered for an area, best first.
    pub fn for_area(&self) -> impl Iterator<Item = &Grade> {
        self.grades.iter().filter(|grade| grade.for_area)
    }

    /// Grades offered for the case overall, best first.
    pub fn for_case(&self) -> impl Iterator<Item = &Grade> {
        self.grades.iter().filter(|grade| grade.for_case)
    }
}
