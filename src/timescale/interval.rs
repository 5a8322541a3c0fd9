//! How long between two dates, in the unit of a standard.

use chrono::{Months, NaiveDate};

use super::hours::Moments;
use super::{Calendar, Days, Doubt, Outcome, Unit};

/// A length of time: the same twice, or at least and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub least: u32,
    pub most: u32,
}

impl Span {
    /// The longer of two, as far as can be said: one that is known less closely may be the longer.
    pub(super) fn or_longer(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: self.most.max(other.most) }
    }

    /// Met, missed, or too close to tell (T-02).
    pub(super) fn held_to(self, limit: u32) -> Outcome {
        if self.most <= limit {
            Outcome::Met
        } else if self.least > limit {
            Outcome::Missed
        } else {
            Outcome::CannotSay(Doubt::NotExact)
        }
    }
}

/// The time from one date to another, day 0 being the first; `Err` where bank holidays are not known.
pub(super) fn between(
    calendar: &Calendar,
    unit: Unit,
    from: &Days,
    to: &Days,
) -> Result<Span, Doubt> {
    if unit == Unit::Hours {
        let (from, to) = (Moments::of(from), Moments::of(to));
        let hours = |minutes: i64| u32::try_from(minutes.max(0)).unwrap_or(u32::MAX).div_ceil(60);
        return Ok(Span { least: hours(to.first - from.last), most: hours(to.last - from.first) });
    }
    let count = |from: NaiveDate, to: NaiveDate| {
        match unit {
            Unit::WorkingDays => calendar.working_days(from, to).map_err(|_| Doubt::YearNotKnown),
            Unit::CalendarDays => Ok(days(from, to)),
            // Hours were counted above.
            Unit::Months | Unit::Hours => Ok(months(from, to)),
        }
    };
    Ok(Span { least: count(from.last, to.first)?, most: count(from.first, to.last)? })
}

/// Whether `to` lies before `from`, whatever is not known of either.
pub(super) fn is_reversed(from: &Days, to: &Days) -> bool {
    to.last < from.first || Moments::of(to).last < Moments::of(from).first
}

fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// Begun months count whole, so that three are no more than three exactly when the third has not passed.
fn months(from: NaiveDate, to: NaiveDate) -> u32 {
    let reaches =
        |months: &u32| from.checked_add_months(Months::new(*months)).is_none_or(|day| day >= to);
    (0..).find(reaches).unwrap_or(0)
}
