//! Dates and times as a person types them.

use chrono::{Datelike as _, NaiveDate, NaiveTime};

use crate::ui::govuk::DateText;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The date typed, with the month as a number or a name; `None` while it is no real date.
pub fn date_of(typed: &DateText) -> Option<NaiveDate> {
    let day = typed.day.trim().parse().ok()?;
    let year = typed.year.trim().parse().ok().filter(|year| (1900..2200).contains(year))?;
    NaiveDate::from_ymd_opt(year, month_of(typed.month.trim())?, day)
}

fn month_of(typed: &str) -> Option<u32> {
    if let Ok(number) = typed.parse() {
        return Some(number);
    }
    let name: String = typed.chars().take(3).flat_map(char::to_lowercase).collect();
    let place = MONTHS.iter().position(|month| *month == name)?;
    u32::try_from(place + 1).ok()
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

/// The time typed, such as "14:30", "9.05" or "0905"; `None` while it is no time of day.
pub fn time_of(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    let (hour, minute) = match typed.split_once([':', '.']) {
        Some(parts) => parts,
        None => (typed.get(..2)?, typed.get(2..)?),
    };
    let two = |text: &str| (text.len() <= 2).then(|| text.parse().ok()).flatten();
    NaiveTime::from_hms_opt(two(hour)?, two(minute)?, 0)
}

#[cfg(test)]
mod tests {
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
}
