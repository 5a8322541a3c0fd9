//! Hours between two moments by the clocks of the United Kingdom.
//!
//! A strategy discussion at 23:30 on the last Saturday of March and a visit at
//! 23:30 on the Sunday are 23 hours apart, not 24.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::Days;

/// A moment, or the moments between which it lies, in minutes of one even clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moments {
    /// No earlier.
    pub first: i64,
    /// No later.
    pub last: i64,
}

impl Moments {
    /// The moments that a typed date and time may mean: without a time, the whole day.
    pub(super) fn of(days: &Days) -> Self {
        let end = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
        let first = days.first.and_time(days.time.unwrap_or_default());
        let last = days.last.and_time(days.time.unwrap_or(end));
        Self { first: even(first, Repeated::First), last: even(last, Repeated::Second) }
    }
}

/// Which of the two hours that bear the same name when the clocks go back.
#[derive(Clone, Copy, PartialEq)]
enum Repeated {
    First,
    Second,
}

/// Minutes of Greenwich time for a time read off a clock in the United Kingdom.
fn even(local: NaiveDateTime, repeated: Repeated) -> i64 {
    let summer = is_summer(local, repeated);
    let greenwich = if summer { local - TimeDelta::hours(1) } else { local };
    greenwich.and_utc().timestamp() / 60
}

/// Summer time runs from 01:00 on the last Sunday of March to 02:00, by its own clock, on that of October.
fn is_summer(local: NaiveDateTime, repeated: Repeated) -> bool {
    let change = |month, hour| {
        let last = NaiveDate::from_ymd_opt(local.year(), month, 31)?;
        let sunday = last.week(Weekday::Sun).first_day();
        sunday.and_hms_opt(hour, 0, 0)
    };
    let from = change(3, 1);
    let to = change(10, if repeated == Repeated::First { 2 } else { 1 });
    from.is_some_and(|from| local >= from) && to.is_some_and(|to| local < to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Days {
        let moment: NaiveDateTime = text.parse().unwrap();
        Days { time: Some(moment.time()), ..Days::one(moment.date()) }
    }

    fn minutes(from: &str, to: &str) -> (i64, i64) {
        let (from, to) = (Moments::of(&at(from)), Moments::of(&at(to)));
        (to.first - from.last, to.last - from.first)
    }

    #[test]
    fn hours_are_counted_through_the_change_of_the_clocks() {
        let rows = [
            ("an ordinary day", "2026-03-04T23:30:00", "2026-03-05T23:30:00", (1440, 1440)),
            ("clocks go forward", "2026-03-28T23:30:00", "2026-03-29T23:30:00", (1380, 1380)),
            ("clocks go back", "2026-10-24T23:30:00", "2026-10-25T23:30:00", (1500, 1500)),
            ("the hour that comes twice", "2026-10-25T00:30:00", "2026-10-25T01:30:00", (60, 120)),
            ("summer to summer", "2026-06-30T09:00:00", "2026-07-01T09:01:00", (1441, 1441)),
        ];
        for (name, from, to, expected) in rows {
            assert_eq!(minutes(from, to), expected, "{name}");
        }
    }

    #[test]
    fn without_a_time_it_may_be_any_of_the_day() {
        let days = Days::one("2026-03-04".parse().unwrap());
        let moments = Moments::of(&days);
        assert_eq!(moments.last - moments.first, 1439);
    }
}
