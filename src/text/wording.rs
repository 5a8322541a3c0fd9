//! Counts, lists and dates as they stand in a sentence.

use chrono::NaiveDate;

use super::in_words;

/// "four of the five", "all five", "none of the five".
pub fn some_of(some: usize, all: usize) -> String {
    match (some, all) {
        (1, 1) => "the only one".to_owned(),
        (some, all) if some == all => ["all ", &in_words(all)].concat(),
        (some, all) => [&in_words(some), " of the ", &in_words(all)].concat(),
    }
}

/// "one case", "three cases".
pub fn counted(count: usize, one: &str, several: &str) -> String {
    let noun = if count == 1 { one } else { several };
    [&in_words(count), " ", noun].concat()
}

/// "1 case", "3 cases".
pub fn numbered(count: usize, one: &str, several: &str) -> String {
    let noun = if count == 1 { one } else { several };
    [&count.to_string(), " ", noun].concat()
}

/// "Police", "Police and School", "Police, School and Housing".
pub fn listed(items: &[impl AsRef<str>]) -> String {
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => only.as_ref().to_owned(),
        Some((last, rest)) => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            [&rest.join(", "), " and ", last.as_ref()].concat()
        }
    }
}

/// At most so many letters of a text; "…" is the last where there were more.
pub fn shortened(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    text.chars().take(letters.saturating_sub(1)).chain(['…']).collect()
}

/// "21 November 2026".
pub fn long_date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r02_counts_are_words_up_to_ten_and_digits_above() {
        let rows = [
            (some_of(4, 5), "four of the five"),
            (some_of(5, 5), "all five"),
            (some_of(0, 5), "none of the five"),
            (some_of(9, 10), "nine of the ten"),
            (some_of(11, 12), "11 of the 12"),
            (some_of(1, 1), "the only one"),
            (counted(1, "case", "cases"), "one case"),
            (counted(12, "case", "cases"), "12 cases"),
            (numbered(1, "case", "cases"), "1 case"),
            (numbered(3, "case", "cases"), "3 cases"),
        ];
        let wrong: Vec<_> = rows.iter().filter(|(got, want)| got != want).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(listed(&[] as &[&str]), "");
        assert_eq!(listed(&["Police"]), "Police");
        assert_eq!(listed(&["Police", "School", "Housing"]), "Police, School and Housing");
    }

    #[test]
    fn a_long_text_is_shortened_and_says_so() {
        assert_eq!(shortened("Seen on time", 12), "Seen on time");
        assert_eq!(shortened("Seen in time, é", 6), "Seen …");
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(long_date("2026-11-07".parse().unwrap()), "7 November 2026");
    }
}
