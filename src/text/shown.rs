//! Text of somebody else's file, as a screen shows it: nothing in it turns or hides the words beside it.
//!
//! What was signed stays as it is. Documents leave hidden characters out ([`without_hidden`](super::without_hidden)); on
//! a screen a person is to see that they are there.

use std::fmt::Write as _;

use super::clean::{Seen, each_seen, is_plain};

/// Begins and ends text that keeps its direction to itself (UAX 9, FSI and PDI).
const APART: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The same text with a mark in the place of what nobody sees, and kept apart where it is written from the right;
/// `None` where it can be shown as it is.
///
/// Shown twice it is the same.
pub fn shown(text: &str) -> Option<String> {
    if is_plain(text) {
        return None;
    }
    let mut shown = String::with_capacity(text.len());
    let mut run = Run::default();
    each_seen(kept_apart(text).unwrap_or(text), |character, seen| match seen {
        Seen::Joiner | Seen::Tag | Seen::Not => run.add(character),
        Seen::AsIs | Seen::Line | Seen::Space | Seen::Other(_) => {
            run.mark(&mut shown);
            shown.push(character);
        }
    });
    run.mark(&mut shown);
    if shown.chars().any(is_from_the_right) {
        shown.insert(0, APART[0]);
        shown.push(APART[1]);
    }
    (shown != text).then_some(shown)
}

/// How many characters of a text nobody sees.
pub fn hidden_characters(text: &str) -> usize {
    if is_plain(text) {
        return 0;
    }
    let mut hidden = 0;
    each_seen(text, |_, seen| match seen {
        Seen::Joiner | Seen::Tag | Seen::Not => hidden += 1,
        Seen::AsIs | Seen::Line | Seen::Space | Seen::Other(_) => {}
    });
    hidden
}

/// What this has kept apart before.
fn kept_apart(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(APART[0])?.strip_suffix(APART[1])?;
    inner.chars().any(is_from_the_right).then_some(inner)
}

/// Hidden characters one after the other: thousands of them get one mark.
#[derive(Default)]
struct Run {
    first: char,
    count: usize,
}

impl Run {
    fn add(&mut self, character: char) {
        if self.count == 0 {
            self.first = character;
        }
        self.count += 1;
    }

    fn mark(&mut self, text: &mut String) {
        let (first, count) = (u32::from(self.first), std::mem::take(&mut self.count));
        // Writing to a String cannot fail.
        let _ = match count {
            0 => Ok(()),
            1 => write!(text, "[hidden character U+{first:04X}]"),
            _ => write!(text, "[{count} hidden characters, the first U+{first:04X}]"),
        };
    }
}

/// Letters of the scripts that run from right to left (the Unicode blocks set aside for them).
fn is_from_the_right(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn l35_what_nobody_sees_is_marked_and_nothing_else_changes() {
        let rows = [
            ("plain", "Seen twice.\n", None),
            ("accents, quotes, spaces", "Siân’s\u{a0}– 5", None),
            ("a bullet of a symbol font", "\u{f0b7} one", None),
            ("a family", "\u{1f469}\u{200d}\u{1f467}", None),
            ("turned", "a\u{202e}b", Some("a[hidden character U+202E]b")),
            (
                "at both ends",
                "\0a\u{200b}",
                Some("[hidden character U+0000]a[hidden character U+200B]"),
            ),
            ("a run", "a\u{2066}\u{200b}\u{ad}", Some("a[3 hidden characters, the first U+2066]")),
            ("tags that hide text", "a\u{e0041}b", Some("a[hidden character U+E0041]b")),
            ("from the right", "שלום: 3", Some("\u{2068}שלום: 3\u{2069}")),
            (
                "from the right, and turned",
                "\u{202d}שלום",
                Some("\u{2068}[hidden character U+202D]שלום\u{2069}"),
            ),
            (
                "kept apart without need",
                "\u{2068}a\u{2069}",
                Some("[hidden character U+2068]a[hidden character U+2069]"),
            ),
            ("only half kept apart", "\u{2068}a", Some("[hidden character U+2068]a")),
            (
                "ends what it did not begin",
                "\u{2069}ש",
                Some("\u{2068}[hidden character U+2069]ש\u{2069}"),
            ),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(name, text, expected)| (name, shown(text), expected))
            .filter(|(_, got, expected)| got.as_deref() != **expected)
            .map(|(name, got, expected)| format!("{name}: {got:?}, not {expected:?}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn l35_hidden_characters_are_counted_and_letters_of_any_script_are_none() {
        let rows = [
            ("plain\n", 0),
            ("Siân’s\u{a0}– 5", 0),
            ("שלום", 0),
            ("\u{1f469}\u{200d}\u{1f467}", 0),
            ("a\u{202e}b\u{200b}\u{ad}", 3),
        ];
        for (text, want) in rows {
            assert_eq!(hidden_characters(text), want, "{text:?}");
        }
    }

    #[test]
    fn l35_thousands_of_hidden_characters_have_one_mark() {
        let text = "\u{202e}".repeat(60_000);
        assert_eq!(shown(&text).as_deref(), Some("[60000 hidden characters, the first U+202E]"));
    }

    proptest! {
        #[test]
        fn l35_what_is_shown_is_shown_as_it_is(text in "[a-z \u{5d0}-\u{5d4}\u{200b}\u{202a}-\u{202e}\u{2066}-\u{2069}]{0,12}") {
            let once = shown(&text).unwrap_or(text);
            prop_assert_eq!(shown(&once), None);
        }
    }
}
