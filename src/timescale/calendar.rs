//! Working days of England and Wales.

use chrono::{Datelike as _, NaiveDate, Weekday};
use serde::Deserialize;

use crate::json;

/// Bank holidays by year, with the version that results name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Calendar {
    /// Where they hold.
    pub division: String,
    /// Raised with every change of the list.
    pub version: String,
    /// Who says so.
    pub source: String,
    years: Vec<Year>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Year {
    year: i32,
    days: Vec<NaiveDate>,
}

/// A year whose bank holidays are not published, or lie before the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearNotKnown(pub i32);

impl Calendar {
    /// The list that this program knows.
    pub fn england_and_wales() -> Self {
        json::from_slice(include_bytes!("data/england-and-wales.json"))
            .expect("a test reads the list of bank holidays")
    }

    /// First and last year listed.
    pub fn years(&self) -> Option<(i32, i32)> {
        self.years.first().zip(self.years.last()).map(|(first, last)| (first.year, last.year))
    }

    /// Working days after `from` up to and with `to`: the day of `from` is day 0 (T-02).
    ///
    /// None are counted where `to` is not after `from`.
    ///
    /// ```
    /// use multi_agency_audit::timescale::Calendar;
    ///
    /// let calendar = Calendar::england_and_wales();
    /// let (thursday, after_easter) = ("2026-04-02".parse()?, "2026-04-08".parse()?);
    /// // Good Friday, the weekend and Easter Monday are none.
    /// assert_eq!(calendar.working_days(thursday, after_easter), Ok(2));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> Result<u32, YearNotKnown> {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        let mut counted = 0;
        let mut year: Option<&Year> = None;
        for day in days {
            let listed = match year.filter(|year| year.year == day.year()) {
                Some(year) => year,
                None => self.year(day.year())?,
            };
            year = Some(listed);
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            counted += u32::from(!weekend && !listed.days.contains(&day));
        }
        Ok(counted)
    }

    fn year(&self, number: i32) -> Result<&Year, YearNotKnown> {
        self.years.iter().find(|year| year.year == number).ok_or(YearNotKnown(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn count(from: &str, to: &str) -> Result<u32, YearNotKnown> {
        Calendar::england_and_wales().working_days(day(from), day(to))
    }

    #[test]
    fn every_year_has_its_holidays_on_weekdays_in_order() {
        let calendar = Calendar::england_and_wales();
        let numbers: Vec<i32> = calendar.years.iter().map(|year| year.year).collect();
        assert_eq!(numbers, (2000..=2028).collect::<Vec<_>>());
        let mut wrong = Vec::new();
        for year in &calendar.years {
            let weekday = |day: &NaiveDate| day.weekday().number_from_monday() <= 5;
            let fine = year.days.iter().all(|day| day.year() == year.year && weekday(day));
            if !fine || !year.days.is_sorted() || !(8..=10).contains(&year.days.len()) {
                wrong.push(year.year);
            }
        }
        assert_eq!(wrong, Vec::<i32>::new());
    }

    #[test]
    fn working_days_leave_out_weekends_and_bank_holidays() {
        let rows = [
            ("same day", "2026-03-04", "2026-03-04", 0),
            ("next day", "2026-03-04", "2026-03-05", 1),
            ("Friday to Saturday", "2026-03-06", "2026-03-07", 0),
            ("Friday to Monday", "2026-03-06", "2026-03-09", 1),
            ("from a Sunday", "2026-03-08", "2026-03-09", 1),
            ("three weeks", "2026-03-02", "2026-03-23", 15),
            ("Easter 2026, Good Friday and Monday", "2026-04-02", "2026-04-07", 1),
            ("Christmas 2025 to the new year", "2025-12-24", "2026-01-02", 4),
            ("Christmas on a Saturday: two substitute days", "2021-12-24", "2021-12-29", 1),
            ("leap day", "2024-02-28", "2024-03-01", 2),
            ("VE Day moved May's holiday to a Friday", "2020-05-01", "2020-05-08", 4),
            ("jubilee: Thursday and Friday", "2022-06-01", "2022-06-06", 1),
            ("the Queen's funeral", "2022-09-16", "2022-09-20", 1),
            ("the King's coronation", "2023-05-05", "2023-05-09", 1),
            ("a royal wedding", "2011-04-28", "2011-05-03", 1),
            ("backwards", "2026-03-05", "2026-03-04", 0),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .filter(|(_, from, to, expected)| count(from, to) != Ok(*expected))
            .map(|(name, from, to, expected)| {
                format!("{name}: {:?}, not {expected}", count(from, to))
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_year_that_is_not_listed_is_said_to_be_so() {
        assert_eq!(count("2028-12-22", "2028-12-29"), Ok(3));
        assert_eq!(count("2028-12-29", "2029-01-02"), Err(YearNotKnown(2029)));
        assert_eq!(count("1999-12-30", "2000-01-04"), Err(YearNotKnown(1999)));
        assert_eq!(count("1999-12-31", "2000-01-04"), Ok(1));
        assert_eq!(count("2031-05-05", "2031-05-05"), Ok(0), "no day, no question");
    }
}
