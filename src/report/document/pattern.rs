//! Patterns of sentences: words with `**bold**` and gaps such as `{board}` or `{in:seen}`.
//!
//! What fills a gap is only ever text: nothing in it is read as a pattern again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Counted, Span};
use crate::text::capitalised;

/// What fills the gaps of one sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Fills {
    /// By the name of the gap: the text, or what is missing.
    pub(super) texts: BTreeMap<String, Result<String, String>>,
    /// By name, for gaps such as `{in:name}`.
    pub(super) counts: BTreeMap<String, Counted>,
    /// Names of texts that say a count in words.
    pub(super) counting: BTreeSet<String>,
}

impl Fills {
    /// With this text at this gap; marked as missing where it is blank.
    pub(super) fn with(mut self, name: &str, text: &str) -> Self {
        let text = text.trim();
        let fill = if text.is_empty() { Err(name.replace('-', " ")) } else { Ok(text.to_owned()) };
        self.texts.insert(name.to_owned(), fill);
        self
    }

    /// With a text that says a count, which is made anew with each document.
    pub(super) fn with_count(mut self, name: &str, text: &str) -> Self {
        self.counting.insert(name.to_owned());
        self.with(name, text)
    }

    /// With all of `others` that have no fill here.
    pub(super) fn or(mut self, others: &Self) -> Self {
        for (name, fill) in &others.texts {
            if !self.texts.contains_key(name) {
                self.texts.insert(name.clone(), fill.clone());
                self.counting.extend(others.counting.get(name).cloned());
            }
        }
        self
    }

    /// With this count under this name.
    pub(super) fn counting(mut self, name: &str, count: Counted) -> Self {
        self.counts.insert(name.to_owned(), count);
        self
    }

    /// The text of a gap. `{Board}` begins a sentence: the same with a capital letter.
    fn fill(&self, gap: &str) -> Span {
        if let Some((form, name)) = gap.split_once(':') {
            let said = self.counts.get(name).and_then(|count| count.said(form));
            return match said {
                None => Span::Gap(gap.to_owned()),
                // A verb that follows its number is no count by itself.
                Some(text) if Counted::is_verb(form) => Span::Text(text),
                Some(text) => Span::Count { text, gap: gap.to_owned(), strong: false },
            };
        }
        let small = gap.to_lowercase();
        let counts = self.counting.contains(&small);
        match self.texts.get(&small) {
            Some(Ok(text)) => {
                let text = if small == *gap { text.clone() } else { capitalised(text) };
                if counts {
                    Span::Count { text, gap: gap.to_owned(), strong: false }
                } else {
                    Span::Text(text)
                }
            }
            Some(Err(missing)) => Span::Gap(missing.clone()),
            None => Span::Gap(small.replace('-', " ")),
        }
    }
}

/// A pattern with its gaps filled.
pub(super) fn filled(pattern: &str, fills: &Fills) -> Vec<Span> {
    let mut spans = Vec::new();
    let pieces: Vec<&str> = pattern.split("**").collect();
    // Without its end, `**` is two stars.
    let unpaired = pieces.len().is_multiple_of(2).then(|| pieces.len() - 1);
    for (at, piece) in pieces.iter().enumerate() {
        if unpaired == Some(at) {
            push(&mut spans, Span::Text("**".into()));
        }
        fill_piece(&mut spans, piece, at % 2 == 1 && unpaired != Some(at), fills);
    }
    spans
}

fn fill_piece(spans: &mut Vec<Span>, piece: &str, strong: bool, fills: &Fills) {
    let text = |text: &str| {
        let text = text.to_owned();
        if strong { Span::Strong(text) } else { Span::Text(text) }
    };
    let mut rest = piece;
    while let Some((before, gap, after)) = next_gap(rest) {
        push(spans, text(before));
        push(
            spans,
            match fills.fill(gap) {
                Span::Text(filled) => text(&filled),
                Span::Count { text, gap, .. } => Span::Count { text, gap, strong },
                gap => gap,
            },
        );
        rest = after;
    }
    push(spans, text(rest));
}

/// What stands before the first gap, its name, and what stands after it.
fn next_gap(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (gap, after) = rest.split_once('}')?;
    let name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == ':';
    (!gap.is_empty() && gap.chars().all(name)).then_some((before, gap, after))
}

/// Adds a piece; one like the last becomes part of it.
pub(super) fn push(spans: &mut Vec<Span>, span: Span) {
    match (spans.last_mut(), span) {
        (_, Span::Text(text) | Span::Strong(text)) if text.is_empty() => {}
        (Some(Span::Text(last)), Span::Text(text))
        | (Some(Span::Strong(last)), Span::Strong(text)) => last.push_str(&text),
        (_, span) => spans.push(span),
    }
}

/// Apostrophes alike, whoever typed them: one that is no mark of quotation is curled.
pub(super) fn curled(mut spans: Vec<Span>) -> Vec<Span> {
    for span in &mut spans {
        if let Span::Text(text) | Span::Strong(text) | Span::Count { text, .. } = span
            && text.contains('\'')
        {
            *text = curled_text(text);
        }
    }
    spans
}

fn curled_text(text: &str) -> String {
    let (mut before, mut quoting) = (' ', false);
    let mut curled = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let within =
            before.is_alphanumeric() && letters.peek().is_some_and(|next| next.is_alphanumeric());
        let ends = before.is_alphanumeric() && !within;
        let apostrophe = letter == '\'' && (within || (ends && !quoting));
        if letter == '\'' && !apostrophe {
            quoting = !quoting;
        }
        curled.push(if apostrophe { '’' } else { letter });
        before = letter;
    }
    curled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pattern: &str) -> String {
        let fills = Fills::default().with("board", "the board").with("theme", " ");
        let count = Counted::new(vec!["case-1".parse().unwrap(); 4], 5, 5);
        let piece = |span: Span| match span {
            Span::Text(text) | Span::Count { text, strong: false, .. } => text,
            Span::Strong(text) | Span::Count { text, strong: true, .. } => format!("<{text}>"),
            Span::Gap(text) => format!("[{text}]"),
            Span::Link { .. } => unreachable!("patterns make no links"),
        };
        filled(pattern, &fills.counting("seen", count)).into_iter().map(piece).collect()
    }

    #[test]
    fn r01_gaps_are_filled_or_marked_and_never_invented() {
        let rows = [
            ("{Board} met.", "The board met."),
            ("About {theme}.", "About [theme]."),
            ("For {nobody-knows}.", "For [nobody knows]."),
            ("Seen {in:seen}.", "Seen in four of the five cases."),
            ("Seen {in:heard}.", "Seen [in:heard]."),
            ("Seen {odd:seen}.", "Seen [odd:seen]."),
            ("**Good** work by {board}, **{n:seen}**.", "<Good> work by the board, <four cases>."),
            ("Two ** stars and { a brace", "Two ** stars and { a brace"),
            ("A {brace with blanks} stays", "A {brace with blanks} stays"),
            ("", ""),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(pattern, want)| (told(pattern), *want))
            .filter(|(got, want)| got != want)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn apostrophes_are_alike() {
        let rows = [
            ("the child's year", "the child’s year"),
            ("the parents' view", "the parents’ view"),
            ("a 'lost' year, the child's", "a 'lost' year, the child’s"),
        ];
        for (typed, want) in rows {
            assert_eq!(curled_text(typed), want);
        }
    }

    #[test]
    fn what_fills_a_gap_is_never_a_pattern() {
        let fills = Fills::default().with("board", "**Bold** {theme}").with("theme", "Neglect");
        let spans = filled("{board}", &fills);
        assert_eq!(spans, [Span::Text("**Bold** {theme}".into())]);
    }
}
