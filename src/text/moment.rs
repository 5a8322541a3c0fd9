//! Dates and times of day as texts.
//!
//! chrono's `format` reads its pattern while the program runs, with some 10 KB of code in every
//! part that loads it. Here each of the few forms is written out.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, Timelike as _, Utc};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "21 November 2026".
pub fn long_date(date: NaiveDate) -> String {
    [&date.day().to_string(), " ", &month_and_year(date)].concat()
}

/// "November 2026".
pub fn month_and_year(date: NaiveDate) -> String {
    let month = MONTHS[date.month0() as usize];
    [month, " ", &year_digits(date)].concat()
}

/// "2026": four digits; a year that has no four takes a sign.
pub(crate) fn year_digits(date: NaiveDate) -> String {
    let year = date.year();
    if (0..=9999).contains(&year) { format!("{year:04}") } else { format!("{year:+05}") }
}

/// "09:05".
pub fn time_of_day(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// "2026-11-21-0905": when a file was made, for its name.
pub fn file_stamp(at: DateTime<Utc>) -> String {
    format!("{}-{:02}{:02}", at.date_naive(), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn dates_are_written_out() {
        assert_eq!(long_date("2026-11-07".parse().unwrap()), "7 November 2026");
    }

    #[test]
    fn every_form_is_as_chrono_would_write_it() {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for (number, minute) in (-10_000..10_000).zip((0..24 * 60).cycle()) {
            let date = first + TimeDelta::days(number * 397);
            let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 59).unwrap();
            let at = date.and_time(time).and_utc();
            assert_eq!(long_date(date), date.format("%-d %B %Y").to_string());
            assert_eq!(month_and_year(date), date.format("%B %Y").to_string());
            assert_eq!(year_digits(date), date.format("%Y").to_string());
            assert_eq!(time_of_day(time), time.format("%H:%M").to_string());
            assert_eq!(file_stamp(at), at.format("%Y-%m-%d-%H%M").to_string());
        }
    }
}
