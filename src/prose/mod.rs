//! Longer texts for people: help, the statements of the footer, the coordinator's guide.
//!
//! Each is one file in a plain form that is Markdown too, so that a second language is
//! one more file. [`Prose::of`] reads it, pages draw it, and [`markdown`] writes it for a
//! folder of documents. What a line is, its beginning says:
//!
//! ```text
//! # Title
//! ## A section {#its-name}
//! - a point
//! 1. a step
//! ![what a picture shows](its-name)
//! Any other line is a paragraph, with [links](#/to/pages) where it needs them.
//! ```
//!
//! Not here: the texts themselves, which stand among the words of each program.

mod markdown;
mod quoted;

pub use markdown::markdown;
pub use quoted::quoted;

/// A text with its sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose<'a> {
    /// Its heading.
    pub title: &'a str,
    /// What stands before the first section.
    pub lead: Vec<Block<'a>>,
    /// In their order.
    pub sections: Vec<Section<'a>>,
}

/// A part that can be gone to by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<'a> {
    /// Small letters and hyphens, the only one in its text.
    pub name: &'a str,
    /// Its heading.
    pub title: &'a str,
    /// What it says.
    pub blocks: Vec<Block<'a>>,
}

/// One thing below a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<'a> {
    /// A paragraph.
    Paragraph(Vec<Span<'a>>),
    /// Points in no order.
    Points(Vec<Vec<Span<'a>>>),
    /// Steps in their order.
    Steps(Vec<Vec<Span<'a>>>),
    /// A picture.
    Picture {
        /// Name of its file, without folder and ending.
        name: &'a str,
        /// What it shows, for those who do not see it.
        alt: &'a str,
    },
}

/// A piece of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<'a> {
    /// Words.
    Text(&'a str),
    /// Words that lead to a page.
    Link {
        /// The words.
        text: &'a str,
        /// An address within the program, such as `#/drafts`.
        href: &'a str,
    },
}

impl<'a> Prose<'a> {
    /// Reads a text. Nothing in it is refused: a line that is nothing else is a paragraph.
    pub fn of(text: &'a str) -> Self {
        let mut prose = Self { title: "", lead: Vec::new(), sections: Vec::new() };
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(heading) = line.strip_prefix("## ") {
                prose.sections.push(section(heading));
            } else if let Some(title) = line.strip_prefix("# ") {
                prose.title = title;
            } else {
                let blocks = match prose.sections.last_mut() {
                    Some(section) => &mut section.blocks,
                    None => &mut prose.lead,
                };
                add(blocks, line);
            }
        }
        prose
    }

    /// The section of this name.
    pub fn section(&self, name: &str) -> Option<&Section<'a>> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// Every block, from top to bottom.
    pub fn blocks(&self) -> impl Iterator<Item = &Block<'a>> {
        let within = self.sections.iter().flat_map(|section| &section.blocks);
        self.lead.iter().chain(within)
    }

    /// Every address that a line leads to.
    pub fn links(&self) -> impl Iterator<Item = &'a str> {
        let spans = self.blocks().flat_map(Block::spans);
        spans.filter_map(|span| match span {
            Span::Link { href, .. } => Some(*href),
            Span::Text(_) => None,
        })
    }
}

impl<'a> Block<'a> {
    /// Its pieces, line after line; none for a picture.
    fn spans(&self) -> Vec<&Span<'a>> {
        match self {
            Self::Paragraph(spans) => spans.iter().collect(),
            Self::Points(lines) | Self::Steps(lines) => lines.iter().flatten().collect(),
            Self::Picture { .. } => Vec::new(),
        }
    }
}

fn section(heading: &str) -> Section<'_> {
    let named = heading.strip_suffix('}').and_then(|heading| heading.split_once(" {#"));
    let (title, name) = named.unwrap_or((heading, ""));
    Section { name, title, blocks: Vec::new() }
}

fn add<'a>(blocks: &mut Vec<Block<'a>>, line: &'a str) {
    if let Some(point) = line.strip_prefix("- ") {
        match blocks.last_mut() {
            Some(Block::Points(points)) => points.push(spans(point)),
            _ => blocks.push(Block::Points(vec![spans(point)])),
        }
    } else if let Some(step) = step(line) {
        match blocks.last_mut() {
            Some(Block::Steps(steps)) => steps.push(spans(step)),
            _ => blocks.push(Block::Steps(vec![spans(step)])),
        }
    } else if let Some((alt, name)) = line.strip_prefix("![").and_then(linked) {
        blocks.push(Block::Picture { name, alt });
    } else {
        blocks.push(Block::Paragraph(spans(line)));
    }
}

/// What follows a number with a stop.
fn step(line: &str) -> Option<&str> {
    let (number, step) = line.split_once(". ")?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(step)
}

/// `words](address)` and nothing after it.
fn linked(rest: &str) -> Option<(&str, &str)> {
    rest.strip_suffix(')')?.split_once("](")
}

fn spans(line: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = line;
    while let Some((before, link, after)) = next_link(rest) {
        spans.extend((!before.is_empty()).then_some(Span::Text(before)));
        spans.push(link);
        rest = after;
    }
    spans.extend((!rest.is_empty()).then_some(Span::Text(rest)));
    spans
}

fn next_link(line: &str) -> Option<(&str, Span<'_>, &str)> {
    let (before, rest) = line.split_once('[')?;
    let (text, rest) = rest.split_once("](")?;
    let (href, after) = rest.split_once(')')?;
    Some((before, Span::Link { text, href }, after))
}

#[cfg(test)]
mod tests;
