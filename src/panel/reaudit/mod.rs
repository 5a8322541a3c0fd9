//! Re-audit: what has become of the work since an earlier round (RA-01 to RA-06).
//!
//! Rounds look at different children, so nothing here says that the same ones
//! are better off (RA-06). Only what was asked and graded the same way, or what a
//! person holds to be the same, is compared, always as n of N, and no direction is
//! told from fewer than five.

mod area;
mod baseline;
mod carried;
mod choice;
mod comparable;
mod compare;
mod due;
mod said_same;
mod same;
mod themes;
mod year;

pub use baseline::{Baseline, BaselineError};
pub use carried::{CarriedForward, ap10_carried_forward};
pub use choice::{ChoiceError, ra01_in_order};
pub use comparable::{Comparable, LeftOut, ra02_comparable};
pub use compare::{
    AreaComparison, Comparison, GradeRow, HeldSame, PromptComparison, RoundSide, ValueRow,
    compare_rounds,
};
pub use due::{AuditAgain, ra05_audits_due};
pub use said_same::{Apart, SaidSame, SameError, ToSay, ra02_to_say};
pub(in crate::panel) use same::same_area;
pub use same::{FEWEST, NotComparable, Share, Trend, ra02_trend};
pub use themes::{RecurringTheme, ra04_recurring};
pub use year::{
    FollowedUp, LinkedActions, Standing, YearOnYear, YearRow, ra03_followed_up, ra03_year_on_year,
};

#[cfg(test)]
mod tests;
