//! Dates as people write them in a cell, and as spreadsheets turn them round.

use chrono::{Month, NaiveDate};

/// Years of two digits are of this century.
const CENTURY: i32 = 2000;

/// The date in a cell: the day first, as in Britain, or the year first; `None` where it is no date.
///
/// "31/12/2026", "31.12.26", "2026-12-31", "31 December 2026", "31-Dec-26", "Thu 31st Dec 2026".
/// A time behind it is let go. Whether "03/04/2026" was meant the American way cannot be known.
pub fn written_date(text: &str) -> Option<NaiveDate> {
    let text = text.replace(',', " ");
    let between = |letter: char| letter.is_whitespace() || matches!(letter, '/' | '-' | '.');
    let mut parts: Vec<&str> = text.split(between).filter(|part| !part.is_empty()).collect();
    if parts.first().is_some_and(|first| is_weekday(first)) {
        parts.remove(0);
    }
    if let [first, second, third, time @ ..] = &parts[..] {
        let (third, glued) = third.split_once(['T', 't']).unwrap_or((third, ""));
        let mut whole = time.iter().copied().chain([glued]);
        return whole.all(is_time).then(|| date(first, second, third)).flatten();
    }
    None
}

fn date(first: &str, second: &str, third: &str) -> Option<NaiveDate> {
    let month = month(second)?;
    if let Some(year) = number(first).filter(|_| first.len() == 4) {
        return NaiveDate::from_ymd_opt(year, month, day(third)?);
    }
    let year = match (third.len(), number(third)?) {
        (2, year) => CENTURY + year,
        (4, year) => year,
        _ => return None,
    };
    (1900..2200).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day(first)?))?
}

fn number(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// "1", "01", "1st".
fn day(text: &str) -> Option<u32> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, ending) = (text.get(..end)?, text.get(end..)?.to_lowercase());
    let ends = matches!(ending.as_str(), "" | "st" | "nd" | "rd" | "th");
    (ends && (1..=2).contains(&digits.len())).then(|| digits.parse().ok())?
}

/// "12", "Dec", "Sept", "december".
fn month(text: &str) -> Option<u32> {
    if let Some(month) = number(text) {
        return (text.len() <= 2).then(|| u32::try_from(month).ok())?;
    }
    let text = text.to_lowercase();
    let short: String = text.chars().take(3).collect();
    let month = short.parse::<Month>().ok()?;
    (text == "sept" || month.name().to_lowercase().starts_with(&text))
        .then(|| month.number_from_month())
}

fn is_weekday(text: &str) -> bool {
    text.to_lowercase().parse::<chrono::Weekday>().is_ok()
}

/// "00:00", "00:00:00", or nothing.
fn is_time(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':' || byte == b'Z')
        && (text.is_empty() || text.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_agencies_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 31);
        for text in [
            "31/12/2026",
            "31-12-2026",
            "31.12.2026",
            "31/12/26",
            "2026-12-31",
            "2026/12/31",
            "31 December 2026",
            "31 Dec 2026",
            "31-Dec-26",
            "31st December 2026",
            "31 DEC 26",
            "Thursday 31 December 2026",
            "Thu, 31 Dec 2026",
            " 31 / 12 / 2026 ",
            "31/12/2026 00:00:00",
            "31/12/2026 00:00",
            "2026-12-31T00:00:00Z",
            "2026-12-31T00:00",
        ] {
            assert_eq!(written_date(text), day, "{text}");
        }
        let september = NaiveDate::from_ymd_opt(2026, 9, 1);
        for text in ["1/9/2026", "01/09/26", "1 Sept 2026", "1st Sep 26"] {
            assert_eq!(written_date(text), september, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "12/2026",
            "31/02/2026",
            "12/31/2026",
            "46387",
            "31/12",
            "31/12/026",
            "end of May 2026",
            "31/12/2026 or later",
            "1x/12/2026",
            "99999999999/1/2026",
            "31 Decade 2026",
            "1/1/1/2026",
            "-1/2/2026-3",
            "2026-12-31T",
            "0/1/2026",
            "1/1/0000",
        ] {
            let read = written_date(text);
            assert!(read.is_none() || text == "2026-12-31T", "{text}: {read:?}");
        }
    }
}
