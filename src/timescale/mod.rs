//! Timescales: from dates that stay on this computer to intervals that go into the return (T-01 to T-10).
//!
//! A [`StandardSet`] says what may take how long (T-01): data, never code. The
//! auditor types dates into a [`Worksheet`], which is part of the draft and of
//! nothing that is signed. [`work_out`] turns it into [`Results`]: how long it
//! took, and whether the standard was met. The anchor's own day is day 0 and a
//! standard is met when the interval is no longer than its limit (T-02).
//!
//! Nothing is guessed: a year whose bank holidays are not published, a date
//! without its day, a moment without its hour give a range or "cannot say".
//!
//! Not here: what a missed standard means for a grade ([`crate::check`]), and
//! the clock: today is an argument.

mod calendar;
mod hours;
mod interval;
mod possible;
mod results;
mod series;
mod single;
mod standard;
mod stated;
#[cfg(test)]
mod tests;
mod typed;
mod words;
mod work_out;
mod worksheet;
mod wrong;

pub use calendar::{Calendar, YearNotKnown};
pub use possible::{MOST_DAYS, is_of_our_time};
pub use results::{Chosen, Doubt, Fault, Outcome, Results, Series, SetRef, TimescaleResult};
pub use standard::{
    EventDef, Flag, Kept, Level, Pick, Point, Standard, StandardSet, Unit, other_nations,
    shipped_sets, standards,
};
pub use stated::{ChangedLimit, LimitFault, StatedLimit, StatedLimits};
pub use typed::{Days, Reading, TypedDate, time_of};
pub use words::{counted, in_force, said_by, sentence, set_name, standing};
pub use work_out::work_out;
pub use worksheet::{
    AUDIT_DATE, Absence, Direction, EventSheet, Row, TRANSFER_DATE, Transfer, Worksheet, date_key,
};
pub use wrong::{DateBox, t09_date_to_correct};
