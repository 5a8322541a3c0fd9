//! A document as plain text, for mail and for those who read with other programs.

use crate::report::chart::Table;
use crate::report::document::{Block, Document, Look, Point, Sentence, Span};

/// Letters in a line.
const WIDTH: usize = 78;

/// The whole document. Lines end as every mail program expects.
pub fn text(document: &Document) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in &document.blocks {
        write_block(&mut lines, block);
    }
    lines.push("-".repeat(WIDTH));
    lines.extend(wrapped(&document.footer(), "", ""));
    lines.push(String::new());
    lines.join("\r\n")
}

fn write_block(lines: &mut Vec<String>, block: &Block) {
    match block {
        Block::Heading { level, text } => heading(lines, *level, &text.plain()),
        Block::Paragraph { look, sentences } => {
            let first = if *look == Look::Call { "> " } else { "" };
            lines.extend(wrapped(&joined(sentences), first, first));
        }
        Block::Bullets(points) => {
            for point in points {
                lines.extend(wrapped(&said(point), "- ", "  "));
            }
        }
        Block::Numbered(points) => {
            for (number, point) in (1..).zip(points) {
                numbered(lines, number, point);
            }
        }
        Block::Table(table) => write_table(lines, table),
        Block::Chart { chart, .. } => {
            write_table(lines, &chart.table());
            for note in &chart.notes {
                lines.extend(wrapped(note, "", ""));
            }
        }
    }
    lines.push(String::new());
}

fn heading(lines: &mut Vec<String>, level: u8, text: &str) {
    let under = match level {
        1 => "=",
        2 => "-",
        _ => "",
    };
    let rows = wrapped(text, "", "");
    let longest = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    if level == 2 {
        lines.push(String::new());
    }
    lines.extend(rows);
    if !under.is_empty() {
        lines.push(under.repeat(longest));
    }
}

fn numbered(lines: &mut Vec<String>, number: usize, point: &Point) {
    let first = [&number.to_string(), ". "].concat();
    let rest = " ".repeat(first.len());
    lines.extend(wrapped(&said(&point.text), &first, &rest));
    for under in &point.points {
        let (first, rest) = ([&rest, "- "].concat(), [&rest, "  "].concat());
        lines.extend(wrapped(&said(under), &first, &rest));
    }
}

fn write_table(lines: &mut Vec<String>, table: &Table) {
    lines.extend(wrapped(&table.caption, "", ""));
    let width = |column: usize| {
        let cells = table.rows.iter().chain([&table.head]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    for row in [&table.head].into_iter().chain(&table.rows) {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let pad = width(column).saturating_sub(cell.chars().count());
            [cell.as_str(), &" ".repeat(pad)].concat()
        });
        let line = cells.collect::<Vec<String>>().join("  ");
        lines.push(["  ", line.trim_end()].concat());
    }
}

/// Sentences of one paragraph.
pub(super) fn joined(sentences: &[Sentence]) -> String {
    sentences.iter().map(said).collect::<Vec<String>>().join(" ")
}

/// A sentence as it is read where nothing can be pressed: a link's words with its address.
fn said(sentence: &Sentence) -> String {
    let piece = |span: &Span| match span {
        Span::Text(text) | Span::Strong(text) | Span::Count { text, .. } => text.clone(),
        Span::Link { text, address } if address.starts_with("https://") && text != address => {
            [text, " (", address, ")"].concat()
        }
        Span::Link { text, .. } => text.clone(),
        Span::Gap(text) => ["[", text, "]"].concat(),
    };
    sentence.spans.iter().map(piece).collect()
}

/// A text in lines of at most [`WIDTH`] letters, the first begun with `first` and the others with `rest`.
fn wrapped(text: &str, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut begun = false;
    for word in text.split_whitespace() {
        let length = line.chars().count() + word.chars().count() + usize::from(begun);
        if begun && length > WIDTH {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            begun = false;
        }
        if begun {
            line.push(' ');
        }
        line.push_str(word);
        begun = true;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r13_a_link_is_read_with_its_address() {
        let link =
            |text: &str, address: &str| Span::Link { text: text.into(), address: address.into() };
        let of = |span: Span| Sentence {
            id: "d/1".into(),
            spans: vec![Span::Text("See ".into()), span],
            evidence: Vec::new(),
            counts: Default::default(),
            own: None,
        };
        let rows = [
            (link("Visits", "https://b.example/v"), "See Visits (https://b.example/v)"),
            (link("https://b.example", "https://b.example"), "See https://b.example"),
            (link("The guide", ""), "See The guide"),
        ];
        for (span, want) in rows {
            let sentence = of(span);
            assert_eq!(said(&sentence), want);
            let mut lines = Vec::new();
            write_block(&mut lines, &Block::Bullets(vec![sentence]));
            assert_eq!(lines[0], ["- ", want].concat());
        }
    }

    #[test]
    fn long_texts_are_broken_between_words_and_stand_under_their_mark() {
        let text = "word ".repeat(20);
        let lines = wrapped(&text, "- ", "  ");
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH), "{lines:#?}");
        assert!(lines[0].starts_with("- word") && lines[1].starts_with("  word"));
        let long = "x".repeat(100);
        assert_eq!(wrapped(&long, "", ""), [long]);
    }
}
