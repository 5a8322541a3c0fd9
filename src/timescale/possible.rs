//! What cannot be in a file from outside, though each number by itself is sound: days of another age, parts that
//! are more than their whole. No program of ours writes it, and nothing could be counted from it.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};

use super::{Results, Series, TimescaleResult};

/// Years of which a day may be. Days that are typed are of 1900 to 2199; a moment of the first or last of them may
/// be of the year beside in UTC.
const YEARS: RangeInclusive<i32> = 1899..=2200;

/// Most days that may lie between two such days.
pub const MOST_DAYS: u32 = 110_000;

/// Whether a file may name this day.
pub fn is_of_our_time(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

impl Results {
    /// What they say that cannot be (T-04 to T-06).
    pub fn impossible(&self) -> Option<&'static str> {
        let impossible = self.results.values().any(TimescaleResult::is_impossible);
        impossible.then_some("in its timescales a part is more than the whole")
    }
}

impl TimescaleResult {
    fn is_impossible(&self) -> bool {
        let most_before_least =
            self.up_to.is_some_and(|most| most < self.interval.unwrap_or_default());
        let no_such_date =
            self.chosen.is_some_and(|chosen| chosen.number == 0 || chosen.number > chosen.of);
        most_before_least || no_such_date || self.series.is_some_and(Series::is_impossible)
    }
}

impl Series {
    /// A gap ends with each date, and one after the last.
    fn is_impossible(self) -> bool {
        let judged = self.in_time.saturating_add(self.late);
        judged > self.gaps
            || self.gaps.saturating_sub(1) > self.dates
            || self.unexplained > Some(self.late)
            || self.seen_alone > Some(self.dates)
            || self.minutes_sent > Some(self.dates)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::id::StandardId;
    use crate::timescale::{Chosen, Outcome, SetRef, Unit};

    /// Three visits, four gaps with the one after the last, of which one is too long to say.
    fn result() -> TimescaleResult {
        TimescaleResult {
            outcome: Outcome::Missed,
            limit: 20,
            unit: Unit::WorkingDays,
            from_plan: false,
            interval: Some(21),
            up_to: Some(22),
            counted_from: None,
            chosen: Some(Chosen { number: 2, of: 2 }),
            series: Some(Series {
                dates: 3,
                gaps: 4,
                in_time: 2,
                late: 1,
                unexplained: Some(1),
                seen_alone: Some(3),
                minutes_sent: Some(3),
            }),
        }
    }

    fn is_told(result: TimescaleResult) -> bool {
        let id = StandardId::new("visits").unwrap();
        let set = SetRef { id: "england".into(), version: 1 };
        let results = BTreeMap::from([(id, result)]);
        let calendar = "one".to_owned();
        Results { set, calendar, transfer: None, results }.impossible().is_some()
    }

    #[test]
    fn t04_t05_t06_no_part_is_more_than_its_whole() {
        assert!(!is_told(result()), "as much as there can be");
        let series = result().series.unwrap();
        let parts = [
            Series { in_time: 4, ..series },
            Series { in_time: u32::MAX, ..series },
            Series { gaps: 5, ..series },
            Series { unexplained: Some(2), ..series },
            Series { seen_alone: Some(4), ..series },
            Series { minutes_sent: Some(4), ..series },
        ];
        for part in parts {
            assert!(is_told(TimescaleResult { series: Some(part), ..result() }), "{part:?}");
        }
        for (number, of) in [(0, 2), (3, 2)] {
            let chosen = Some(Chosen { number, of });
            assert!(is_told(TimescaleResult { chosen, ..result() }), "{number} of {of}");
        }
        assert!(is_told(TimescaleResult { up_to: Some(20), ..result() }), "less than at least");
    }

    #[test]
    fn days_are_of_1900_to_2199_in_whatever_zone_they_were_typed() {
        let rows = [
            ("1898-12-31", false),
            ("1899-12-31", true),
            ("2026-05-04", true),
            ("2200-01-01", true),
            ("2201-01-01", false),
            ("0026-05-04", false),
        ];
        for (day, is_one) in rows {
            assert_eq!(is_of_our_time(day.parse().unwrap()), is_one, "{day}");
        }
    }
}
