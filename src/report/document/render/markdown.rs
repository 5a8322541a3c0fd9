//! A document as Markdown.

use crate::report::chart::Table;
use crate::report::document::pattern::push;
use crate::report::document::{Block, Document, Look, Sentence, Span};

/// The whole document.
pub fn markdown(document: &Document) -> String {
    let mut parts: Vec<String> = document.blocks.iter().map(block).collect();
    parts.push(["---\n\n", &escaped(&document.footer()), "\n"].concat());
    parts.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => {
            [&"#".repeat(usize::from(*level)), " ", &line(text)].concat()
        }
        Block::Paragraph { look, sentences } => {
            let text = sentences.iter().map(line).collect::<Vec<String>>().join(" ");
            let mark = if *look == Look::Call { "> " } else { "" };
            [mark, &start_escaped(&text)].concat()
        }
        Block::Bullets(points) => {
            let points = points.iter().map(|point| ["- ", &line(point)].concat());
            points.collect::<Vec<String>>().join("\n")
        }
        Block::Numbered(points) => {
            let point = |(number, point): (usize, &crate::report::document::Point)| {
                let mark = [&number.to_string(), ". "].concat();
                let under = " ".repeat(mark.len());
                let under =
                    point.points.iter().map(|one| ["\n", &under, "- ", &line(one)].concat());
                [mark, line(&point.text), under.collect()].concat()
            };
            (1..).zip(points).map(point).collect::<Vec<String>>().join("\n")
        }
        Block::Table(table) => self::table(table),
        Block::Chart { chart, .. } => {
            let mut parts = vec![self::table(&chart.table())];
            parts.extend(chart.notes.iter().map(|note| escaped(note)));
            parts.join("\n\n")
        }
    }
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| escaped(cell).replace('|', "\\|")).collect();
        ["| ", &cells.join(" | "), " |"].concat()
    };
    let rule = vec!["---".to_owned(); table.head.len()];
    let rule = ["| ", &rule.join(" | "), " |"].concat();
    let mut lines = vec![["**", &escaped(&table.caption), "**\n"].concat(), row(&table.head), rule];
    lines.extend(table.rows.iter().map(|cells| row(cells)));
    lines.join("\n")
}

/// Pieces that look the same are one piece: `**a****b**` is not bold to every reader of Markdown.
fn line(sentence: &Sentence) -> String {
    let mut spans = Vec::new();
    for span in &sentence.spans {
        let counted = match span {
            Span::Count { text, strong: true, .. } => Span::Strong(text.clone()),
            Span::Count { text, strong: false, .. } => Span::Text(text.clone()),
            span => span.clone(),
        };
        push(&mut spans, counted);
    }
    spans.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        Span::Text(text) | Span::Count { text, .. } => escaped(text),
        Span::Strong(text) => strong(text),
        Span::Link { text, address } => {
            let address = address.replace([' ', '(', ')', '<', '>'], "");
            ["[", &escaped(text), "](", &address, ")"].concat()
        }
        Span::Gap(text) => ["\\[", &escaped(text), "\\]"].concat(),
    }
}

/// Stars touch the words, or they are read as stars.
fn strong(text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let (before, after) = text.split_once(inner).unwrap_or_default();
    [before, "**", &escaped(inner), "**", after].concat()
}

/// Signs that Markdown would read, as signs; a line break within is a blank.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// What begins a line and would make something else of it.
fn start_escaped(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let list = digits > 0 && text[digits..].starts_with(['.', ')']);
    if text.starts_with(['#', '-', '+', '=']) {
        ["\\", text].concat()
    } else if list {
        [&text[..digits], "\\", &text[digits..]].concat()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_in_a_text_stay_signs() {
        assert_eq!(escaped("a*b_c [d] <e>"), "a\\*b\\_c \\[d\\] \\<e\\>");
        assert_eq!(start_escaped("1. First"), "1\\. First");
        assert_eq!(start_escaped("# no heading"), "\\# no heading");
        assert_eq!(start_escaped("12 cases"), "12 cases");
        assert_eq!(strong(" bold "), " **bold** ");
    }
}
