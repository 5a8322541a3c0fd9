//! A document's blocks as they are read: each sentence the way to what is behind it, or plain on paper.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::scrolling;
use super::{View, of, words};
use crate::envelope::Hash;
use crate::report::chart::{BarChart, Table as Figures};
use crate::report::document::{
    Block, Document, DocumentKind, FigureCount, Look, Point, Sentence, Span, figure_counts,
};
use crate::ui::chart::ChartFigure;
use crate::ui::govuk::{Cell, Table, Tag, TagColour};

/// Where a document is read whose sentences and numbers lead to pages of their own.
#[derive(Clone, Copy)]
pub struct Reading {
    /// The desk with the round.
    pub desk: Desk,
    /// Which kind of document.
    pub kind: DocumentKind,
    /// The version that is read; `None` for the document as it is now.
    pub version: Option<Hash>,
}

impl Reading {
    fn of_sentence(self, id: &str) -> String {
        let id = id.to_owned();
        self.href(match self.version {
            Some(version) => View::VersionSentence(version, id),
            None => View::Sentence(id),
        })
    }

    fn of_count(self, count: FigureCount) -> String {
        self.href(match self.version {
            Some(version) => View::VersionCount(version, count),
            None => View::Count(count),
        })
    }

    fn href(self, view: View) -> String {
        self.desk.href(&of(self.kind, view))
    }
}

/// Where the numbers of one chart or table lead to, by row and column.
type Ways = BTreeMap<(usize, usize), String>;

/// All blocks of a document; without a reading as they are published, where nothing leads anywhere.
pub fn blocks(document: &Document, reading: Option<Reading>) -> Vec<AnyView> {
    let ways = ways(document, reading);
    let is_chart = |block: &Block| matches!(block, Block::Chart { .. });
    let all: Vec<(usize, &Block)> = document.blocks.iter().enumerate().collect();
    let runs = all.chunk_by(|(_, one), (_, next)| is_chart(one) && is_chart(next));
    runs.map(|run| run_of(run, reading, &ways)).collect()
}

/// The ways of each block that has any.
fn ways(document: &Document, reading: Option<Reading>) -> BTreeMap<usize, Ways> {
    let mut ways: BTreeMap<usize, Ways> = BTreeMap::new();
    let Some(reading) = reading else { return ways };
    let counts = reading.desk.try_with(|workbook| figure_counts(workbook, document));
    for (at, count) in counts.unwrap_or_default() {
        let of_block = ways.entry(at.block).or_default();
        of_block.insert((at.row, at.column), reading.of_count(count));
    }
    ways
}

/// Charts that follow each other stand side by side: small multiples.
fn run_of(
    run: &[(usize, &Block)],
    reading: Option<Reading>,
    ways: &BTreeMap<usize, Ways>,
) -> AnyView {
    let none = Ways::new();
    let of_block = |at: &usize| ways.get(at).unwrap_or(&none);
    let views: Vec<AnyView> =
        run.iter().map(|(at, block)| shown(block, reading, of_block(at))).collect();
    if views.len() > 1 {
        view! { <div class="app-multiples">{views}</div> }.into_any()
    } else {
        views.into_any()
    }
}

/// The element's id of a sentence.
pub fn element_id(sentence: &str) -> String {
    ["sentence-", &sentence.replace('/', "_")].concat()
}

fn shown(block: &Block, reading: Option<Reading>, ways: &Ways) -> AnyView {
    match block {
        Block::Heading { level, text } => heading(*level, text, reading),
        Block::Paragraph { look, sentences } => {
            let class = class(*look);
            let sentences: Vec<AnyView> = sentences
                .iter()
                .map(|one| view! { {sentence(one, reading)} " " }.into_any())
                .collect();
            view! { <p class=class>{sentences}</p> }.into_any()
        }
        Block::Bullets(points) => bullets(points, reading),
        Block::Numbered(points) => {
            let points: Vec<AnyView> = points.iter().map(|one| point(one, reading)).collect();
            view! { <ol class="govuk-list govuk-list--number">{points}</ol> }.into_any()
        }
        Block::Table(figures) => table(figures, ways),
        Block::Chart { id, chart } => figure(id, chart, ways),
    }
}

/// On a page that has a heading of its own, a document's headings stand one level below.
fn heading(level: u8, text: &Sentence, reading: Option<Reading>) -> AnyView {
    let below = u8::from(reading.is_some());
    let text = sentence(text, reading);
    match level + below {
        1 => view! { <h1 class="govuk-heading-l">{text}</h1> }.into_any(),
        2 => view! { <h2 class="govuk-heading-l">{text}</h2> }.into_any(),
        3 => view! { <h3 class="govuk-heading-m">{text}</h3> }.into_any(),
        4 => view! { <h4 class="govuk-heading-s">{text}</h4> }.into_any(),
        _ => view! { <h5 class="govuk-heading-s">{text}</h5> }.into_any(),
    }
}

fn class(look: Look) -> &'static str {
    match look {
        Look::Plain => "govuk-body",
        Look::Subtitle => "govuk-body app-document__subtitle",
        Look::Lead => "govuk-body-l",
        Look::Call => "govuk-body app-document__call",
        Look::Note => "govuk-body-s app-document__note",
    }
}

fn bullets(points: &[Sentence], reading: Option<Reading>) -> AnyView {
    let points: Vec<AnyView> =
        points.iter().map(|one| view! { <li>{sentence(one, reading)}</li> }.into_any()).collect();
    view! { <ul class="govuk-list govuk-list--bullet">{points}</ul> }.into_any()
}

fn point(point: &Point, reading: Option<Reading>) -> AnyView {
    let under = (!point.points.is_empty()).then(|| bullets(&point.points, reading));
    view! { <li>{sentence(&point.text, reading)}{under}</li> }.into_any()
}

fn figure(id: &str, chart: &BarChart, ways: &Ways) -> AnyView {
    let notes: Vec<AnyView> = chart
        .notes
        .iter()
        .map(|note| view! { <p class="govuk-body-s">{note.clone()}</p> }.into_any())
        .collect();
    let id = id.to_owned();
    view! { <div class="app-figure"><ChartFigure id=id chart=chart.clone() />{table(&chart.table(), ways)}{notes}</div> }
        .into_any()
}

/// More columns than these do not fit a phone with their words whole.
const FIT_A_PHONE: usize = 3;

fn table(figures: &Figures, ways: &Ways) -> AnyView {
    let head = figures.head.iter().map(|cell| Cell::text(cell.clone())).collect();
    let row = |(at, cells): (usize, &Vec<String>)| {
        let columns = cells.iter().enumerate();
        let cell = |(column, text): (usize, &String)| match ways.get(&(at, column)) {
            Some(href) => number(figures, cells, column, href.clone()),
            None => Cell::text(text.clone()),
        };
        columns.map(cell).collect::<Vec<Cell>>()
    };
    let rows = figures.rows.iter().enumerate().map(row).collect();
    let table = view! {
        <Table caption=figures.caption.clone() caption_class="govuk-table__caption--s" head=head rows=rows
            row_headers=true />
    }
    .into_any();
    if figures.head.len() > FIT_A_PHONE { scrolling(figures.caption.clone(), table) } else { table }
}

/// A number as the way to its cases; its name says of what it is, for whoever hears it by itself.
fn number(figures: &Figures, row: &[String], column: usize, href: String) -> Cell {
    let text = row.get(column).cloned().unwrap_or_default();
    let before = row.iter().take(column).filter(|part| !part.is_empty());
    let named: Vec<&str> = before
        .chain(figures.head.get(column))
        .chain([&figures.caption])
        .map(String::as_str)
        .collect();
    let hidden = [": ", &named.join(", ")].concat();
    Cell::new(view! {
        <a class="app-sentence" href=href>{text}<span class="govuk-visually-hidden">{hidden}</span></a>
    })
}

/// One sentence; own wordings and those that may be out of date say so.
pub fn sentence(sentence: &Sentence, reading: Option<Reading>) -> AnyView {
    let Some(reading) = reading else {
        return spans(&sentence.spans, true).into_any();
    };
    let href = reading.of_sentence(&sentence.id);
    let mark = sentence.own.as_ref().map(|own| {
        let (text, colour) = if own.stale {
            (words::STALE, TagColour::Yellow)
        } else {
            (words::OWN, TagColour::Blue)
        };
        view! { " " <Tag text=text colour=colour class="app-no-print" /> }
    });
    view! {
        <a class="app-sentence" id=element_id(&sentence.id) href=href>{spans(&sentence.spans, false)}</a>{mark}
    }
    .into_any()
}

/// A link stands in no other link.
fn spans(spans: &[Span], links: bool) -> Vec<AnyView> {
    spans.iter().map(|one| span(one, links)).collect()
}

fn span(span: &Span, links: bool) -> AnyView {
    match span.clone() {
        Span::Text(text) => text.into_any(),
        Span::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
        Span::Count { text, strong, .. } => {
            let count = view! { <span class="app-sentence__count">{text}</span> };
            if strong { view! { <strong>{count}</strong> }.into_any() } else { count.into_any() }
        }
        Span::Link { text, address } if links && address.starts_with("https://") => {
            view! { <a class="govuk-link" href=address rel="noreferrer">{text}</a> }.into_any()
        }
        Span::Link { text, .. } => text.into_any(),
        Span::Gap(text) => {
            view! { <mark class="app-gap">{["[", &text, "]"].concat()}</mark> }.into_any()
        }
    }
}
