//! Dates as a person types them: whole, without the day, or half finished.

use chrono::{Datelike, Month, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A date, and perhaps a time, as typed: kept as it is, so that nothing typed is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct TypedDate {
    /// Day of the month.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub day: String,
    /// Month, as a number or a name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub month: String,
    /// Year, with four digits.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// Time of day, where it is asked for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub time: String,
}

/// What a typed date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is typed.
    Blank,
    /// These days: one, or a whole month or year where the rest is not known.
    Days(Days),
    /// What is typed is no date yet.
    Unreadable,
}

/// A day, or the days between which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// No earlier.
    pub first: NaiveDate,
    /// No later.
    pub last: NaiveDate,
    /// The time of day, where it is known.
    pub time: Option<NaiveTime>,
}

impl Days {
    /// One whole day.
    pub fn one(day: NaiveDate) -> Self {
        Self { first: day, last: day, time: None }
    }

    /// The day, where it is known.
    pub fn exact(&self) -> Option<NaiveDate> {
        (self.first == self.last).then_some(self.first)
    }
}

impl TypedDate {
    /// A day as somebody would type it.
    pub fn of(day: NaiveDate) -> Self {
        let [month, year] = [day.month().to_string(), day.year().to_string()];
        Self { day: day.day().to_string(), month, year, time: String::new() }
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        let parts = [&self.day, &self.month, &self.year, &self.time];
        parts.iter().all(|part| part.trim().is_empty())
    }

    /// What it says. A year alone, or a month and year, are dates whose day is not known.
    pub fn read(&self) -> Reading {
        if self.is_blank() {
            return Reading::Blank;
        }
        self.days().map_or(Reading::Unreadable, Reading::Days)
    }

    /// The one day typed; nothing while it is none or lacks its day.
    pub fn exact(&self) -> Option<NaiveDate> {
        self.days()?.exact()
    }

    fn days(&self) -> Option<Days> {
        let year = year_of(&self.year)?;
        let (day, month) = (self.day.trim(), self.month.trim());
        let (first, last) = match (day.is_empty(), month.is_empty()) {
            (true, true) => {
                (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)
            }
            (true, false) => {
                let first = NaiveDate::from_ymd_opt(year, month_of(month)?, 1)?;
                (first, last_of_month(first)?)
            }
            (false, true) => return None,
            (false, false) => {
                let day = NaiveDate::from_ymd_opt(year, month_of(month)?, day.parse().ok()?)?;
                (day, day)
            }
        };
        let time = match self.time.trim() {
            "" => None,
            typed => Some(time_of(typed)?),
        };
        Some(Days { first, last, time })
    }
}

fn last_of_month(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(chrono::Months::new(1))?.pred_opt()
}

pub(super) fn year_of(typed: &str) -> Option<i32> {
    typed.trim().parse().ok().filter(|year| (1900..2200).contains(year))
}

pub(super) fn month_of(typed: &str) -> Option<u32> {
    if let Ok(number) = typed.parse() {
        return Some(number);
    }
    let name: String = typed.chars().take(3).collect();
    Some(name.parse::<Month>().ok()?.number_from_month())
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

    fn typed(text: &str) -> TypedDate {
        let mut parts = text.split('/').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        TypedDate { day: part(), month: part(), year: part(), time: part() }
    }

    #[test]
    fn a_typed_date_is_a_day_a_span_or_not_yet_a_date() {
        let rows = [
            ("7/3/2026", "2026-03-07 to 2026-03-07"),
            (" 7/March /2026", "2026-03-07 to 2026-03-07"),
            ("29/2/2024", "2024-02-29 to 2024-02-29"),
            ("/2/2024", "2024-02-01 to 2024-02-29"),
            ("/dec/2025", "2025-12-01 to 2025-12-31"),
            ("1/SEPT/2025", "2025-09-01 to 2025-09-01"),
            ("//2025", "2025-01-01 to 2025-12-31"),
            ("7/3/2026/23:30", "2026-03-07 to 2026-03-07 23:30:00"),
            ("", "blank"),
            (" / / ", "blank"),
            ("31/2/2026", "unreadable"),
            ("29/2/2025", "unreadable"),
            ("7/13/2026", "unreadable"),
            ("7/Mai/2026", "unreadable"),
            ("7/3/26", "unreadable"),
            ("7//2026", "unreadable"),
            ("7/3/", "unreadable"),
            ("7/3/2026/25:00", "unreadable"),
            ("///14:00", "unreadable"),
        ];
        let told = |text: &str| match typed(text).read() {
            Reading::Blank => "blank".to_owned(),
            Reading::Unreadable => "unreadable".to_owned(),
            Reading::Days(days) => {
                let time = days.time.map(|time| format!(" {time}")).unwrap_or_default();
                format!("{} to {}{time}", days.first, days.last)
            }
        };
        let wrong: Vec<String> = rows
            .iter()
            .filter(|(text, expected)| told(text) != *expected)
            .map(|(text, expected)| format!("{text}: {}, not {expected}", told(text)))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
