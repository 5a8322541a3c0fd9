//! A text as runs of letters and runs of digits, with what stands between them.

use super::lexicon::{Class, class_of};

/// A run of letters, or of digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    /// The run itself.
    pub text: &'t str,
    /// Its first byte.
    pub start: usize,
    /// Whether it is of digits.
    pub digits: bool,
    /// What stands between it and the run before.
    pub gap: Gap,
    /// What the word is, where the guard knows it.
    pub class: Option<Class>,
}

/// What stands between two runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: `SW` and `1` in `SW1`.
    None,
    /// Up to three spaces of any kind.
    Space,
    /// A hyphen without spaces.
    Hyphen,
    /// A hyphen or dash between spaces.
    Dash,
    /// A full stop without spaces.
    Dot,
    /// A full stop, then spaces.
    Stop,
    /// A slash, spaces or not.
    Slash,
    /// A comma, spaces or not.
    Comma,
    /// A colon, an equals sign or a number sign, spaces or not.
    Colon,
    /// An apostrophe, straight or curved.
    Apostrophe,
    /// Round brackets and spaces.
    Bracket,
    /// An ampersand, spaces or not.
    And,
    /// A semicolon, spaces or not.
    Semicolon,
    /// One new line, behind a colon or not: a text may have been wrapped there.
    Line,
    /// Two new lines, the start of the text, or anything else.
    Break,
}

impl Gap {
    /// Whether what stands on both sides can be one number.
    pub fn joins_digits(self) -> bool {
        matches!(self, Self::Space | Self::Hyphen | Self::Dash | Self::Dot)
    }

    /// Whether the two sides say two things: lines, or parts of a sentence.
    pub fn parts(self) -> bool {
        matches!(self, Self::Semicolon | Self::Line | Self::Break)
    }

    /// Whether both sides can be one name.
    pub fn joins_names(self) -> bool {
        matches!(self, Self::Space | Self::Hyphen)
    }
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is a word with a capital first.
    pub fn is_capital(&self) -> bool {
        !self.digits && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a word of capitals only.
    pub fn is_all_capitals(&self) -> bool {
        !self.digits && self.text.chars().all(char::is_uppercase)
    }

    /// Whether it is this word, in whatever case. `word` is of small ASCII letters.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of the many words with which no finding begins, the list's names aside.
    pub fn begins_nothing(&self) -> bool {
        let plain = match self.class {
            None | Some(Class::Generic | Class::Surname | Class::Common | Class::Link) => true,
            Some(_) => false,
        };
        plain && !self.digits && self.text.len() > LONGEST_LETTERS
    }

    pub fn is_digits(&self, length: usize) -> bool {
        self.digits && self.text.len() == length
    }

    /// Its value, where it is a number of up to nine digits.
    pub fn number(&self) -> Option<u32> {
        if self.digits && self.text.len() <= 9 { self.text.parse().ok() } else { None }
    }
}

/// Most letters that a number begins with, in bytes: those of a record's.
const LONGEST_LETTERS: usize = 4;

/// The runs of a text, first to last.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut rest = text.char_indices().peekable();
    let mut after_last = 0;
    while let Some((start, first)) = rest.next() {
        let digits = first.is_ascii_digit();
        if !digits && !is_letter(first) {
            continue;
        }
        let mut end = start + first.len_utf8();
        let same = |next: char| if digits { next.is_ascii_digit() } else { is_letter(next) };
        while let Some((at, next)) = rest.next_if(|(_, next)| same(*next)) {
            end = at + next.len_utf8();
        }
        let word = text.get(start..end).unwrap_or_default();
        let between = text.get(after_last..start).unwrap_or_default();
        let gap = if tokens.is_empty() { Gap::Break } else { gap_of(between) };
        let class = if digits { None } else { class_of(word) };
        tokens.push(Token { text: word, start, digits, gap, class });
        after_last = end;
    }
    tokens
}

/// Letters, and the accents that stand behind the letter that bears them.
fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '\u{300}'..='\u{36f}')
}

fn gap_of(between: &str) -> Gap {
    match between {
        "" => return Gap::None,
        " " => return Gap::Space,
        _ => {}
    }
    if between.len() > 12 {
        return Gap::Break;
    }
    if between.contains(['\n', '\r']) {
        return over_lines(between);
    }
    let inner = between.trim();
    let spaced = inner.len() < between.len();
    match inner {
        "" => Gap::Space,
        "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" if spaced => Gap::Dash,
        "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" => Gap::Hyphen,
        "." if spaced => Gap::Stop,
        "." => Gap::Dot,
        "/" => Gap::Slash,
        "," | ".," => Gap::Comma,
        ":" | "=" | "#" | ":-" | ".:" => Gap::Colon,
        ";" => Gap::Semicolon,
        "'" | "\u{2019}" | "\u{2018}" | "\u{2bc}" | "`" => Gap::Apostrophe,
        "&" => Gap::And,
        brackets if brackets.chars().all(|it| matches!(it, '(' | ')' | ' ')) => Gap::Bracket,
        _ => Gap::Break,
    }
}

/// What stands between two runs of which the second is on another line.
fn over_lines(between: &str) -> Gap {
    // "\r\n" ends one line.
    let ends = between.matches('\n').count().max(between.matches('\r').count());
    match (ends, between.trim()) {
        (1, "" | ":" | ":-" | ".:") => Gap::Line,
        _ => Gap::Break,
    }
}
