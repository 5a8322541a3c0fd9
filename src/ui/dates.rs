//! Dates and times as a person types and reads them.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};

use crate::round::Month;
pub use crate::text::long_date;
use crate::text::time_of_day;
use crate::timescale::TypedDate;
pub use crate::timescale::time_of;
use crate::ui::govuk::DateText;

/// What is typed, as drafts keep it.
pub fn typed_date(typed: &DateText) -> TypedDate {
    let DateText { day, month, year } = typed.clone();
    TypedDate { day, month, year, time: String::new() }
}

/// What a draft kept, as it is typed.
pub fn date_text(typed: &TypedDate) -> DateText {
    let TypedDate { day, month, year, .. } = typed.clone();
    DateText { day, month, year }
}

/// A date of the return, as it is typed.
pub fn dated(date: Option<NaiveDate>) -> TypedDate {
    typed_date(&text_of(date))
}

/// The date typed, with the month as a number or a name; `None` while it is no real date.
pub fn date_of(typed: &DateText) -> Option<NaiveDate> {
    typed_date(typed).exact()
}

/// The month typed, whatever stands for a day; `None` while it is no real month.
pub fn month_of(typed: &DateText) -> Option<Month> {
    let first = date_of(&DateText { day: "1".into(), ..typed.clone() })?;
    Some(Month { year: first.year(), month: u8::try_from(first.month()).ok()? })
}

/// Whether nothing is typed.
pub fn is_blank(typed: &DateText) -> bool {
    [&typed.day, &typed.month, &typed.year].iter().all(|part| part.trim().is_empty())
}

/// A date as it is typed.
pub fn text_of(date: Option<NaiveDate>) -> DateText {
    let Some(date) = date else { return DateText::default() };
    DateText {
        day: date.day().to_string(),
        month: date.month().to_string(),
        year: date.year().to_string(),
    }
}

/// "14:03" today, or "20 November 2026, 14:03".
pub fn moment(at: NaiveDateTime, today: NaiveDate) -> String {
    if at.date() == today { time_of_day(at.time()) } else { full_moment(at) }
}

/// "20 November 2026, 14:03".
pub fn full_moment(at: NaiveDateTime) -> String {
    [&long_date(at.date()), ", ", &time_of_day(at.time())].concat()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> DateText {
        DateText { day: day.into(), month: month.into(), year: year.into() }
    }

    #[test]
    fn months_are_numbers_or_names() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 7);
        for month in ["3", "03", "March", "mar", "MAR "] {
            assert_eq!(date_of(&typed("7", month, " 2026")), date, "{month}");
        }
        for (day, month, year) in [
            ("31", "2", "2026"),
            ("7", "13", "2026"),
            ("7", "Mai", "2026"),
            ("7", "3", "26"),
            ("", "", ""),
        ] {
            assert_eq!(date_of(&typed(day, month, year)), None, "{day} {month} {year}");
        }
    }

    #[test]
    fn a_date_shows_as_it_is_typed() {
        let date = NaiveDate::from_ymd_opt(2026, 12, 31);
        assert_eq!(date_of(&text_of(date)), date);
    }

    #[test]
    fn times_of_day_are_typed_in_several_ways() {
        for text in ["14:30", "14.30", "1430", " 14:30 "] {
            assert_eq!(time_of(text), NaiveTime::from_hms_opt(14, 30, 0), "{text}");
        }
        for text in ["", "25:00", "14", "2:", "14:60", "é4:30", "2 pm"] {
            assert_eq!(time_of(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_written_in_full() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 7).unwrap();
        assert_eq!(long_date(date), "7 November 2026");
        let at = date.and_hms_opt(14, 3, 0).unwrap();
        assert_eq!(moment(at, date), "14:03");
        assert_eq!(moment(at, date.succ_opt().unwrap()), "7 November 2026, 14:03");
    }
}
