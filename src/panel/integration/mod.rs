//! Integration: what all agencies together say of a case (N-10 to N-20).
//!
//! Shown, suggested and recorded, never computed: gradings stand side by side
//! with their spread; a suggestion is labelled as one and is never a mean; the
//! judgement is the panel's.

mod authorities;
mod calibration;
mod distribution;
mod grid;
mod overall;
mod regrade;
mod suggestion;
mod throughout;
mod within;

pub use authorities::{HeldTo, OtherStandards, ec14_held_to, ec14_other_standards};
pub use calibration::{CALIBRATION_CASES, Calibration, Pattern, n21_calibration};
pub use distribution::{
    Basis, Counting, Distribution, DistributionRow, distribution, distributions,
};
pub use grid::{
    AgencyGrading, AgencyNonGrade, Foreign, Grid, GridRow, NotGraded, NotJudged, Voice,
    WhyNotComparable, subjects,
};
pub use overall::{OverallConstraint, n17_constraints};
pub use regrade::{Regrade, RegradeError};
pub use suggestion::{MustDiscuss, Suggestion, SuggestionBasis};
pub use throughout::{Throughout, ec57_inadequate_throughout};
pub use within::{AgencyView, AgencyViewError, Within};

#[cfg(test)]
mod tests;
