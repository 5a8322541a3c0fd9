//! Counting words, for the rules that ask for a reason of some length.
//!
//! Not here: characters as a person sees them, which a screen counts.

/// How many words a text has: runs between white space that hold a letter or a digit.
///
/// Dashes, bullets and rows of full stops are no words, so a minimum cannot be
/// met with them. "Day-to-day" is one word, as people count it.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|run| run.chars().any(char::is_alphanumeric)).count()
}

/// Whether nothing is written.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::word_count;

    #[test]
    fn words_are_counted_as_people_count_them() {
        let rows = [
            ("", 0),
            ("   \n\t ", 0),
            ("Good", 1),
            ("The plan was clear.", 4),
            ("  day-to-day   work\n\nwent on ", 4),
            ("... - – • !!!", 0),
            ("Seen twice – alone, at school", 5),
            ("3 of 10", 3),
            ("\u{a0}no-break\u{a0}space\u{2003}too", 3),
            ("plant gwelwyd â’i thîm", 4),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(text, expected)| (text, word_count(text), expected))
            .filter(|(_, got, expected)| got != *expected)
            .map(|(text, got, expected)| format!("{text:?}: {got}, not {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
