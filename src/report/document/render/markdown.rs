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
            [&"#".repeat(usize::from(*level)), " ", &end_escaped(&line(text))].concat()
        }
        Block::Paragraph { look, sentences } => {
            let text = sentences.iter().map(line).collect::<Vec<String>>().join(" ");
            let mark = if *look == Look::Call { "> " } else { "" };
            [mark, &start_escaped(&text)].concat()
        }
        Block::Bullets(points) => {
            let points = points.iter().map(|point| ["- ", &begun(point)].concat());
            points.collect::<Vec<String>>().join("\n")
        }
        Block::Numbered(points) => {
            let point = |(number, point): (usize, &crate::report::document::Point)| {
                let mark = [&number.to_string(), ". "].concat();
                let under = " ".repeat(mark.len());
                let under =
                    point.points.iter().map(|one| ["\n", &under, "- ", &begun(one)].concat());
                [mark, begun(&point.text), under.collect()].concat()
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
        Span::Link { text, address } if address.starts_with("https://") => {
            ["[", &escaped(text), "](", &destination(address), ")"].concat()
        }
        Span::Link { text, .. } => escaped(text),
        Span::Gap(text) => ["\\[", &escaped(text), "\\]"].concat(),
    }
}

/// An address that ends where it ends: signs that would end it are written as a browser writes them.
fn destination(address: &str) -> String {
    let signs = [(' ', "%20"), ('(', "%28"), (')', "%29"), ('<', "%3C"), ('>', "%3E")];
    signs.into_iter().fold(address.to_owned(), |address, (sign, code)| address.replace(sign, code))
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
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let names = |next: &char| next.is_ascii_alphanumeric() || *next == '#';
        match letter {
            // "&lt;" is read as another sign, "R & D" is not.
            '&' if letters.peek().is_some_and(names) => out.push_str("\\&"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// A point, whose first signs would make another list or a heading of it.
fn begun(point: &Sentence) -> String {
    start_escaped(&line(point))
}

/// Signs at the end of a heading, which would be taken for its end.
fn end_escaped(heading: &str) -> String {
    let text = heading.trim_end_matches('#');
    match heading.get(text.len()..).unwrap_or_default() {
        "" => heading.to_owned(),
        signs => [text, "\\", signs].concat(),
    }
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
    use crate::report::document::Point;

    #[test]
    fn signs_in_a_text_stay_signs() {
        assert_eq!(escaped("a*b_c [d] <e>"), "a\\*b\\_c \\[d\\] \\<e\\>");
        assert_eq!(start_escaped("1. First"), "1\\. First");
        assert_eq!(start_escaped("# no heading"), "\\# no heading");
        assert_eq!(start_escaped("12 cases"), "12 cases");
        assert_eq!(strong(" bold "), " **bold** ");
        assert_eq!(escaped("R & D, &lt; and &#60;"), "R & D, \\&lt; and \\&#60;");
        assert_eq!(end_escaped("Case #"), "Case \\#");
        assert_eq!(end_escaped("Case #1"), "Case #1");
    }

    #[test]
    fn r13_points_and_headings_stay_what_they_are_whatever_they_begin_or_end_with() {
        let of = |span: Span| Sentence {
            id: "d/1".into(),
            spans: vec![span],
            evidence: Vec::new(),
            counts: Default::default(),
            own: None,
        };
        let said = |text: &str| of(Span::Text(text.into()));
        let points = Block::Bullets(vec![said("# 1 issue"), said("- late"), said("2. Then")]);
        assert_eq!(block(&points), "- \\# 1 issue\n- \\- late\n- 2\\. Then");
        let point = Point { text: said("1) Share plans"), points: vec![said("+ at once")] };
        let numbered = Block::Numbered(vec![point]);
        assert_eq!(block(&numbered), "1. 1\\) Share plans\n   - \\+ at once");
        let heading = Block::Heading { level: 3, text: said("Case #") };
        assert_eq!(block(&heading), "### Case \\#");
        let link = |address: &str| of(Span::Link { text: "a".into(), address: address.into() });
        let links = Block::Bullets(vec![link("https://b.example/(1)"), link("javascript:x")]);
        assert_eq!(block(&links), "- [a](https://b.example/%281%29)\n- a");
    }
}
