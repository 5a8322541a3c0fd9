//! Characters as a person sees them: user-perceived characters (UAX 29, extended grapheme clusters).

use unicode_segmentation::UnicodeSegmentation as _;

/// How many characters a person sees: "é" typed as two, or a family of four in one emoji, is one.
pub fn character_count(text: &str) -> usize {
    if text.is_ascii() {
        return text.len() - text.matches("\r\n").count();
    }
    text.graphemes(true).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn characters_are_counted_as_a_person_sees_them() {
        let rows = [
            ("", 0),
            ("né à", 4),
            ("ne\u{301}", 2),
            ("Siân â’i thîm", 13),
            ("“one”\r\n– two", 11),
            ("\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}", 1),
            ("\u{1f44d}\u{1f3fd}!", 2),
            ("\u{2764}\u{fe0f}", 1),
            ("\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}", 1),
            ("\u{1f1ec}\u{1f1e7}\u{1f1ee}\u{1f1ea}\u{1f1ec}", 3),
            ("שָׁלוֹם", 4),
            ("مُحَمَّد", 4),
            ("\u{1112}\u{1161}\u{11ab}한글", 3),
            ("क्षत्रिय", 3),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(text, expected)| (text, character_count(text), expected))
            .filter(|(_, got, expected)| got != *expected)
            .map(|(text, got, expected)| format!("{text:?}: {got}, not {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    proptest! {
        /// Plain text takes a shorter way to the same count.
        #[test]
        fn plain_text_counts_as_any_text_does(text in "[ -~\t\r\n]{0,24}") {
            prop_assert_eq!(character_count(&text), text.graphemes(true).count(), "{:?}", text);
        }
    }
}
