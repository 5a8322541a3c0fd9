//! Integration: what all agencies together say of a case (N-10 to N-20).
//!
//! Shown, suggested and recorded, never computed: gradings stand side by side
//! with their spread; a suggestion is labelled as one and is never a mean; the
//! judgement is the panel's.

mod distribution;
mod grid;
mod suggestion;

pub use distribution::{Basis, Distribution, DistributionRow, distribution, distributions};
pub use grid::{
    AgencyGrading, AgencyNonGrade, Foreign, Grid, GridRow, NotGraded, NotJudged, Voice,
    WhyNotComparable,
};
pub use suggestion::{MustDiscuss, Suggestion, SuggestionBasis};

#[cfg(test)]
mod tests;
