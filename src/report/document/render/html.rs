//! A document as one page in one file, made to print on A4.
//!
//! Its style stands in it, so that the file can be sent; its own security policy
//! lets in that style by its hash and nothing else at all.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::envelope::Hash;
use crate::report::chart::{BarChart, Table};
use crate::report::document::{Block, Document, Look, Point, Sentence, Span};
use crate::report::escape;

const STYLE: &str = include_str!("document.css");

/// The whole file.
pub fn html(document: &Document) -> String {
    let mut body = String::new();
    for block in &document.blocks {
        write_block(&mut body, block);
    }
    let [title, line, author, head] = [
        &document.title,
        &document.footer(),
        &document.provenance.author,
        &document.running_head(),
    ]
    .map(|text| escape(text).into_owned());
    let class = if document.kind.is_one_page() {
        "app-document app-document--sheet"
    } else {
        "app-document"
    };
    format!(
        r#"<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="author" content="{author}">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<main class="{class}">
<div class="app-document__running"><span>{head}</span></div>
<div class="app-document__text">
{body}<p class="app-document__provenance">{line}</p>
</div>
</main>
</body>
</html>
"#,
        language = escape(&document.language),
        hash = STANDARD.encode(Hash::of(STYLE.as_bytes()).as_bytes()),
    )
}

// Writing to a String cannot fail.
fn write_block(body: &mut String, block: &Block) {
    match block {
        Block::Heading { level, text } => {
            let level = (*level).clamp(1, 6);
            let _ = writeln!(body, "<h{level}>{}</h{level}>", spans(text));
        }
        Block::Paragraph { look, sentences } => {
            let text = sentences.iter().map(spans).collect::<Vec<String>>().join(" ");
            let _ = writeln!(body, "<p{}>{text}</p>", class(*look));
        }
        Block::Bullets(points) => write_bullets(body, points),
        Block::Numbered(points) => {
            body.push_str("<ol>\n");
            for point in points {
                write_point(body, point);
            }
            body.push_str("</ol>\n");
        }
        Block::Table(table) => write_table(body, table),
        Block::Chart { id, chart } => write_chart(body, id, chart),
    }
}

fn class(look: Look) -> &'static str {
    match look {
        Look::Plain => "",
        Look::Subtitle => " class=\"app-document__subtitle\"",
        Look::Lead => " class=\"app-document__lead\"",
        Look::Call => " class=\"app-document__call\"",
        Look::Note => " class=\"app-document__note\"",
    }
}

fn write_bullets(body: &mut String, points: &[Sentence]) {
    body.push_str("<ul>\n");
    for point in points {
        let _ = writeln!(body, "<li>{}</li>", spans(point));
    }
    body.push_str("</ul>\n");
}

fn write_point(body: &mut String, point: &Point) {
    let _ = write!(body, "<li>{}", spans(&point.text));
    if !point.points.is_empty() {
        body.push('\n');
        write_bullets(body, &point.points);
    }
    body.push_str("</li>\n");
}

/// R-04: the drawing, and the table that says the same.
fn write_chart(body: &mut String, id: &str, chart: &BarChart) {
    body.push_str("<figure>\n");
    body.push_str(&chart.svg(id));
    body.push('\n');
    write_table(body, &chart.table());
    for note in &chart.notes {
        let _ = writeln!(body, "<p class=\"app-document__note\">{}</p>", escape(note));
    }
    body.push_str("</figure>\n");
}

fn write_table(body: &mut String, table: &Table) {
    let _ = write!(body, "<table>\n<caption>{}</caption>\n<thead><tr>", escape(&table.caption));
    for cell in &table.head {
        let _ = write!(body, "<th scope=\"col\">{}</th>", escape(cell));
    }
    body.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        body.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let cell = escape(cell);
            let _ = match column {
                0 => write!(body, "<th scope=\"row\">{cell}</th>"),
                _ => write!(body, "<td>{cell}</td>"),
            };
        }
        body.push_str("</tr>\n");
    }
    body.push_str("</tbody>\n</table>\n");
}

fn spans(sentence: &Sentence) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) | Span::Count { text, strong: false, .. } => escape(text).into_owned(),
        Span::Strong(text) | Span::Count { text, strong: true, .. } => {
            ["<strong>", &escape(text), "</strong>"].concat()
        }
        Span::Link { text, address } if address.starts_with("https://") => {
            ["<a href=\"", &escape(address), "\">", &escape(text), "</a>"].concat()
        }
        Span::Link { text, .. } => escape(text).into_owned(),
        Span::Gap(text) => ["<mark>[", &escape(text), "]</mark>"].concat(),
    };
    sentence.spans.iter().map(span).collect()
}
