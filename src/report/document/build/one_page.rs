//! Whether a document fits on one page of A4, told from its words alone.
//!
//! No font is measured: letters are taken as wide as a bold Arial has them, and the heights are
//! those of `style/_documents.scss`; `document.css` and the Word file keep within them.

use crate::report::document::{Block, Look, Sentence, clean};

/// What a page holds between its margins, in points: of the three the saved page holds least.
const PAGE: usize = 723;
/// Width of the text, and of a point of a list, in points.
const WIDTH: usize = 460;
const POINT_WIDTH: usize = 445;
/// Rows of a point that is still read from a wall.
const SHORT: usize = 4;

/// Letters of a size with the height of a row, and the space around a block of them, in points.
struct Setting {
    size: usize,
    row: usize,
    around: usize,
}

const TITLE: Setting = Setting { size: 20, row: 23, around: 8 };
const HEADING: Setting = Setting { size: 14, row: 17, around: 12 };
const TEXT: Setting = Setting { size: 12, row: 15, around: 6 };
const POINT: Setting = Setting { size: 12, row: 15, around: 3 };
const NOTE: Setting = Setting { size: 9, row: 12, around: 6 };
const FOOT: Setting = Setting { size: 9, row: 12, around: 0 };
const HEAD: Setting = Setting { size: 9, row: 12, around: 9 };

/// whether these blocks, the running head above and the line under them fit on one page.
pub(super) fn r14_fits(blocks: &[Block], head: &str, foot: &str) -> bool {
    let all: usize = blocks.iter().map(height).sum();
    HEAD.height(head, WIDTH) + all + FOOT.height(foot, WIDTH) <= PAGE
}

/// Whether a point is short enough to be read from a wall.
pub(super) fn is_short(point: &Sentence) -> bool {
    rows(&point.plain(), POINT.size, POINT_WIDTH) <= SHORT
}

fn height(block: &Block) -> usize {
    match block {
        Block::Heading { level: 1, text } => TITLE.height(&text.plain(), WIDTH),
        Block::Heading { text, .. } => HEADING.height(&text.plain(), WIDTH),
        Block::Paragraph { look, sentences } => {
            let of = if *look == Look::Note { &NOTE } else { &TEXT };
            let text: Vec<String> = sentences.iter().map(Sentence::plain).collect();
            of.height(&text.join(" "), WIDTH)
        }
        Block::Bullets(points) => {
            let points = points.iter().map(|one| POINT.height(&one.plain(), POINT_WIDTH));
            points.sum::<usize>() + TEXT.around
        }
        // No sheet of one page has these.
        Block::Numbered(_) | Block::Table(_) | Block::Chart { .. } => PAGE,
    }
}

impl Setting {
    fn height(&self, text: &str, width: usize) -> usize {
        rows(text, self.size, width) * self.row + self.around
    }
}

/// Rows of a text as it is seen. A line that somebody ended is one by itself: a Word file keeps it.
fn rows(text: &str, size: usize, width: usize) -> usize {
    let room = width * 1000 / size;
    let mut seen = text.to_owned();
    clean(&mut seen);
    seen.split('\n').map(|line| rows_of(line, room)).sum()
}

/// Rows of a line that is broken between words; a word too long for one is broken too.
fn rows_of(line: &str, room: usize) -> usize {
    let (mut rows, mut used) = (1, 0);
    for word in line.split_whitespace() {
        let long: usize = word.chars().map(wide).sum();
        let space = if used > 0 { wide(' ') } else { 0 };
        if used > 0 && used + space + long > room {
            rows += 1;
            used = long;
        } else {
            used += space + long;
        }
        rows += used / room;
        used %= room;
    }
    rows
}

/// Width of a letter, in thousandths of its size.
fn wide(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '(' | ')' | '['
        | ']' | ' ' => 300,
        'f' | 'r' | 't' | '-' | '/' => 370,
        'm' | 'w' | 'M' | 'W' => 880,
        _ if letter.is_uppercase() || letter == '—' => 740,
        _ if u32::from(letter) > 0x2fff => 1000,
        _ => 590,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Span;

    fn said(text: &str) -> Sentence {
        Sentence {
            id: "d/1".into(),
            spans: vec![Span::Text(text.into())],
            evidence: Vec::new(),
            counts: Default::default(),
            own: None,
        }
    }

    #[test]
    fn r14_rows_are_broken_between_words_and_long_words_within() {
        let asked = "Do you ask somebody who knows about the parent’s condition before you plan?";
        let seen = "Have you spoken to every service that works with an adult in this family?";
        assert_eq!([asked, seen, "", "x"].map(|text| rows(text, 12, 445)), [2, 1, 1, 1]);
        assert_eq!(rows(&"n".repeat(1000), 12, 445), 16);
    }

    #[test]
    fn r14_a_line_that_was_ended_takes_a_row_and_what_nobody_sees_takes_no_room() {
        let lines = "Do you ask:\n- who saw the child?\u{2028}- when?\r\n- where?";
        assert_eq!(rows(lines, 12, 445), 4);
        let hidden = ["Seen.", &"\u{200b}".repeat(1000)].concat();
        assert_eq!(rows(&hidden, 12, 445), 1);
        let points = |text: &str| [Block::Bullets(vec![said(text); 9])];
        assert!(r14_fits(&points("One, two, three, four, five."), "", ""));
        assert!(!r14_fits(&points("One,\ntwo,\nthree,\nfour,\nfive."), "", ""));
    }

    #[test]
    fn r14_a_page_holds_some_forty_rows_and_no_more() {
        let points = |count: usize| [Block::Bullets(vec![said("One row."); count])];
        assert!(r14_fits(&points(38), "The head.", "The foot."));
        assert!(!r14_fits(&points(39), "The head.", "The foot."));
        assert!(!r14_fits(&points(38), "The head.", &"The foot. ".repeat(40)));
        assert!(!r14_fits(&points(38), &"The head. ".repeat(20), "The foot."));
        let heading = || Block::Heading { level: 2, text: said("Part") };
        let parts: Vec<Block> = std::iter::repeat_with(heading).take(24).collect();
        assert!(!r14_fits(&parts, "", "") && r14_fits(&parts[1..], "", ""));
    }

    #[test]
    fn r14_a_point_of_five_rows_is_not_read_from_a_wall() {
        let of = |words: usize| said(&"children ".repeat(words));
        assert!(is_short(&of(30)) && !is_short(&of(40)));
    }
}
