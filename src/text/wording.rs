//! Counts and lists as they stand in a sentence.

use super::in_words;

/// "four of the five", "all five", "none of the five"; of two "both" and "neither of the two".
pub fn some_of(some: usize, all: usize) -> String {
    match (some, all) {
        (0, 0) => in_words(0),
        (1, 1) => "the only one".to_owned(),
        (0, 2) => "neither of the two".to_owned(),
        (2, 2) => "both".to_owned(),
        (some, all) if some == all => ["all ", &in_words(all)].concat(),
        (some, all) => [&in_words(some), " of the ", &in_words(all)].concat(),
    }
}

/// "four of the five cases", "both cases", "the one case"; of a single one that is not so "no case of the one".
pub fn some_of_counted(some: usize, all: usize, one: &str, several: &str) -> String {
    match (some, all) {
        (_, 0) => ["no ", one].concat(),
        (0, 1) => ["no ", one, " of the one"].concat(),
        (1, 1) => ["the one ", one].concat(),
        (some, all) => [&some_of(some, all), " ", several].concat(),
    }
}

/// "no cases", "one case", "three cases".
pub fn counted(count: usize, one: &str, several: &str) -> String {
    match count {
        0 => ["no ", several].concat(),
        1 => [&in_words(1), " ", one].concat(),
        _ => [&in_words(count), " ", several].concat(),
    }
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
            (some_of(2, 2), "both"),
            (some_of(0, 2), "neither of the two"),
            (some_of(1, 2), "one of the two"),
            (some_of(0, 0), "none"),
            (some_of_counted(4, 5, "case", "cases"), "four of the five cases"),
            (some_of_counted(2, 2, "case", "cases"), "both cases"),
            (some_of_counted(1, 1, "case", "cases"), "the one case"),
            (some_of_counted(0, 1, "case", "cases"), "no case of the one"),
            (some_of_counted(0, 0, "case", "cases"), "no case"),
            (counted(0, "case", "cases"), "no cases"),
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
}
