//! Text from elsewhere becomes plain text: what nobody sees goes, what everybody sees stays.
//!
//! Word, web pages and case systems bring along soft hyphens, zero width characters,
//! bidirectional controls, symbol fonts' private characters and NULs. They print as
//! boxes, break searches for names, make two equal texts differ, and can hide words.

/// Bullets as Word and its symbol fonts write them.
const BULLETS: [char; 12] =
    ['•', '◦', '▪', '▫', '‣', '·', '●', '○', '■', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}'];

/// Letters that stand for a bullet where a symbol font is lost, each before a tab.
const LOST_BULLETS: [char; 7] = ['o', '§', 'Ø', 'ü', 'v', '–', '*'];

/// What is pasted, as it goes into a text box.
///
/// Line ends are `\n`, every kind of space is a space, bullets are `- `, runs of
/// empty lines are one. Typographic quotes and dashes stay. Blanks at both ends
/// stay too, for a word may be pasted between others.
pub fn pasted(text: &str) -> String {
    let text = without_hidden(&text.replace("\r\n", "\n"));
    let mut lines = Vec::new();
    let mut empty = 0;
    let mut rest = text.split('\n').peekable();
    while let Some(line) = rest.next() {
        let line = line_of(line);
        let line = if rest.peek().is_some() { line.trim_end() } else { &line };
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 3 {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}

/// The same text without what nobody sees: for text that came another way than by pasting.
///
/// Changes nothing that a person can see, so it may run at every key.
pub fn without_hidden(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    each_seen(text, |character, seen| match seen {
        Seen::AsIs => kept.push(character),
        Seen::Line => kept.push('\n'),
        Seen::Space => kept.push(' '),
        Seen::Other(character) => kept.push(character),
        Seen::Joiner | Seen::Tag | Seen::Not => {}
    });
    kept
}

/// Whether nothing in it needs a closer look.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte))
}

/// Each character with what a person sees of it where it stands: joiners and tags that belong there are
/// [`Seen::AsIs`].
pub(super) fn each_seen(text: &str, mut visit: impl FnMut(char, Seen)) {
    let mut characters = text.chars().peekable();
    let mut tagged = false;
    let mut before = None;
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        // The flags of England, Scotland and Wales are spelt in tags, which hide text anywhere else.
        tagged = character == '\u{1f3f4}' || (tagged && is_tag(character));
        let seen = match seen_as(character) {
            Seen::Joiner if holds_together(before, next) => Seen::AsIs,
            Seen::Tag if tagged => Seen::AsIs,
            seen => seen,
        };
        before = match seen {
            Seen::AsIs => Some(character),
            Seen::Line => Some('\n'),
            Seen::Space => Some(' '),
            Seen::Other(character) => Some(character),
            Seen::Joiner | Seen::Tag | Seen::Not => before,
        };
        visit(character, seen);
    }
}

/// What a person sees of a character.
#[derive(Clone, Copy)]
pub(super) enum Seen {
    AsIs,
    /// The end of a line.
    Line,
    /// A space of some width.
    Space,
    /// A sign of a symbol font.
    Other(char),
    /// Joins two characters of some scripts, and emoji.
    Joiner,
    /// Part of a flag, or nothing.
    Tag,
    Not,
}

fn seen_as(character: char) -> Seen {
    match character {
        '\n' | '\t' => Seen::AsIs,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Seen::Line,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Seen::Space
        }
        '\u{2011}' => Seen::Other('-'),
        '\u{f0e0}' => Seen::Other('→'),
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}' => Seen::Other('•'),
        '\u{200c}' | '\u{200d}' => Seen::Joiner,
        character if is_tag(character) => Seen::Tag,
        character if is_hidden(character) => Seen::Not,
        _ => Seen::AsIs,
    }
}

fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0020}'..='\u{e007f}')
}

fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fe00}'..='\u{fe0d}' | '\u{fff0}'..='\u{fffc}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{e000}'..='\u{f8ff}'
            | '\u{e0000}'..='\u{e001f}' | '\u{e0080}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
        || u32::from(character) & 0xfffe == 0xfffe
}

/// Joiners belong between two characters beyond the Latin ones; elsewhere they only hide.
fn holds_together(before: Option<char>, next: Option<char>) -> bool {
    let beyond_latin = |character: char| character > '\u{2ff}';
    before.is_some_and(beyond_latin) && next.is_some_and(beyond_latin)
}

/// A line with its bullet as `- ` and its tabs as spaces.
fn line_of(line: &str) -> String {
    let text = line.trim_start_matches([' ', '\t']);
    let indented = line.len() > text.len();
    let plain = |text: &str| text.replace('\t', " ");
    match after_bullet(text) {
        Some(item) if indented => ["  - ", &plain(item)].concat(),
        Some(item) => ["- ", &plain(item)].concat(),
        None => plain(line),
    }
}

fn after_bullet(text: &str) -> Option<&str> {
    let mut characters = text.chars();
    let bullet = characters.next()?;
    let rest = characters.as_str();
    let item = rest.trim_start_matches([' ', '\t']);
    let spaced = rest.len() > item.len();
    let lost = LOST_BULLETS.contains(&bullet) || bullet == '-';
    let is_bullet = (BULLETS.contains(&bullet) && spaced) || (lost && rest.starts_with('\t'));
    (is_bullet && !item.is_empty()).then_some(item)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn assert_each(of: fn(&str) -> String, rows: &[(&str, &str, &str)]) {
        let wrong: Vec<String> = rows
            .iter()
            .map(|(name, text, expected)| (name, of(text), expected))
            .filter(|(_, got, expected)| got != *expected)
            .map(|(name, got, expected)| format!("{name}: {got:?}, not {expected:?}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Edge case 62.
    #[test]
    fn ec62_a_paste_from_word_becomes_plain_text() {
        assert_each(
            pasted,
            &[
                ("nothing", "", ""),
                ("plain", "Seen twice. ", "Seen twice. "),
                ("a word among others", " alone ", " alone "),
                ("quotes and dashes stay", "“Mum’s” – it’s…", "“Mum’s” – it’s…"),
                ("accents stay", "Siân, Zoë, Łukasz", "Siân, Zoë, Łukasz"),
                (
                    "line ends",
                    "one\r\ntwo\rthree\u{b}four\u{2029}five",
                    "one\ntwo\nthree\nfour\nfive",
                ),
                ("kinds of space", "a\u{a0}b\u{202f}c\u{2003}d", "a b c d"),
                ("bullets", "\u{f0b7}\tone\r\n•\ttwo\n· three", "- one\n- two\n- three"),
                ("lost bullets", "o\tone\n§\ttwo\n–\tthree", "- one\n- two\n- three"),
                ("nested", "•\tone\n\to\ttwo", "- one\n  - two"),
                ("numbers", "1.\tone\n2.\ttwo", "1. one\n2. two"),
                ("no bullets", "of one\n- kept\n* kept\nA · B", "of one\n- kept\n* kept\nA · B"),
                ("cells of a table", "Date\tEvent", "Date Event"),
                ("ends of lines", "one  \ntwo\t\nthree  ", "one\ntwo\nthree  "),
                ("empty lines", "one\n\n\n\n\ntwo", "one\n\n\ntwo"),
                ("hidden", "a\0b\u{ad}c\u{200b}d\u{202e}e\u{feff}f\u{2066}g", "abcdefg"),
                ("an arrow of a symbol font", "home \u{f0e0} school", "home → school"),
            ],
        );
    }

    #[test]
    fn ec62_what_nobody_sees_goes_and_nothing_else() {
        assert_each(
            without_hidden,
            &[
                ("plain", "Seen\ttwice.\n\n\n\n• x ", "Seen\ttwice.\n\n\n\n• x "),
                ("tags that hide text", "a\u{e0041}\u{e0042}b", "ab"),
                (
                    "the flag of Wales",
                    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
                    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
                ),
                ("a joiner between Latin letters", "Gr\u{200d}ace", "Grace"),
                ("a family", "\u{1f469}\u{200d}\u{1f467}", "\u{1f469}\u{200d}\u{1f467}"),
                ("Persian", "می\u{200c}خواهم", "می\u{200c}خواهم"),
                ("a heart's selector", "\u{2764}\u{fe0f}", "\u{2764}\u{fe0f}"),
                ("hidden selectors", "a\u{fe01}b\u{e0101}c", "abc"),
                ("what could not be read stays visible", "a\u{fffd}b", "a\u{fffd}b"),
                ("Hangul filler", "a\u{3164}b", "ab"),
            ],
        );
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in ".{0,40}") {
            let once = without_hidden(&text);
            prop_assert_eq!(without_hidden(&once), once);
            let once = pasted(&text);
            prop_assert_eq!(pasted(&once), once);
        }

        #[test]
        fn letters_and_digits_are_never_lost(text in "[a-zA-Z0-9À-ž \u{ad}\u{200b}•\t\n]{0,40}") {
            let letters = |text: &str| {
                text.chars().filter(|one| one.is_alphanumeric()).collect::<String>()
            };
            prop_assert_eq!(letters(&without_hidden(&text)), letters(&text));
        }
    }
}
