//! The text of a Word file.

use super::xml::{A, C, DECLARATION, R, W, WP, paragraph, run};
use crate::report::chart::{BarChart, Table};
use crate::report::document::{Block, Document, Look, Point, Sentence, Span};
use crate::report::escape;

/// Width of the text on A4 with margins of 2 cm, in twentieths of a point.
const TEXT_WIDTH: usize = 9_638;
/// Columns are as wide as texts of so many characters; longer ones are broken.
const NARROWEST: usize = 12;
const WIDEST: usize = 40;
/// A table of so many rows or fewer, such as that of a chart, is never divided between pages.
const ROWS_TOGETHER: usize = 8;
/// A chart in English Metric Units: 15 cm wide, 1 cm for each bar and 1 cm around.
const CHART_WIDTH: usize = 5_400_000;
const BAR_HEIGHT: usize = 360_000;

/// A text under way, with what it refers to.
pub(super) struct Body<'a> {
    blocks: String,
    /// In order; the first is chart 1.
    pub(super) charts: Vec<&'a BarChart>,
    /// Addresses of links; the first is link 1.
    pub(super) links: Vec<&'a str>,
    /// Numbered lists, each counting from 1.
    pub(super) lists: usize,
}

impl<'a> Body<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut body =
            Self { blocks: String::new(), charts: Vec::new(), links: Vec::new(), lists: 0 };
        for (at, block) in document.blocks.iter().enumerate() {
            // What leads to a chart stays on its page.
            let leads = matches!(document.blocks.get(at + 1), Some(Block::Chart { .. }));
            body.write(block, if leads { "<w:keepNext/>" } else { "" });
        }
        let line = run("", &document.footer());
        let above = if document.kind.is_one_page() { "120" } else { "400" };
        let above = ["<w:spacing w:before=\"", above, "\"/>"].concat();
        body.blocks.push_str(&paragraph("Note", &above, &line));
        body
    }

    /// The part: the blocks, then the page.
    pub(super) fn xml(&self) -> String {
        let page = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>\
                    <w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>\
                    <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                    <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" \
                    w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
        format!(
            "{DECLARATION}<w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\" xmlns:wp=\"{WP}\" \
             xmlns:a=\"{A}\" xmlns:c=\"{C}\"><w:body>{}{page}</w:body></w:document>",
            self.blocks
        )
    }

    fn write(&mut self, block: &'a Block, more: &str) {
        match block {
            Block::Heading { level, text } => {
                let style = ["Heading", &level.to_string()].concat();
                self.paragraph(&style, "", &[text]);
            }
            Block::Paragraph { look, sentences } => {
                let sentences: Vec<&Sentence> = sentences.iter().collect();
                self.paragraph(style(*look), more, &sentences);
            }
            Block::Bullets(points) => {
                for point in points {
                    self.paragraph("ListBullet", "", &[point]);
                }
            }
            Block::Numbered(points) => self.numbered(points),
            Block::Table(table) => self.table(table),
            Block::Chart { chart, .. } => self.chart(chart),
        }
    }

    fn paragraph(&mut self, style: &str, more: &str, sentences: &[&'a Sentence]) {
        let mut runs = String::new();
        for (at, sentence) in sentences.iter().enumerate() {
            if at > 0 {
                runs.push_str(&run("", " "));
            }
            for span in &sentence.spans {
                runs.push_str(&self.span(span));
            }
        }
        self.blocks.push_str(&paragraph(style, more, &runs));
    }

    fn span(&mut self, span: &'a Span) -> String {
        match span {
            Span::Text(text) | Span::Count { text, strong: false, .. } => run("", text),
            Span::Strong(text) | Span::Count { text, strong: true, .. } => {
                run("<w:rStyle w:val=\"Strong\"/>", text)
            }
            Span::Gap(text) => run("<w:highlight w:val=\"yellow\"/>", &["[", text, "]"].concat()),
            Span::Link { text, address } if address.starts_with("https://") => {
                self.links.push(address);
                let text = run("<w:rStyle w:val=\"Hyperlink\"/>", text);
                format!("<w:hyperlink r:id=\"rIdLink{}\">{text}</w:hyperlink>", self.links.len())
            }
            Span::Link { text, .. } => run("", text),
        }
    }

    /// Each list counts from 1: it has a number of its own (1 is that of the bullets).
    fn numbered(&mut self, points: &'a [Point]) {
        self.lists += 1;
        let number = self.lists + 1;
        for point in points {
            let list = |level: u8| {
                format!(
                    "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>"
                )
            };
            self.paragraph("ListNumber", &list(0), &[&point.text]);
            for under in &point.points {
                self.paragraph("ListNumber", &list(1), &[under]);
            }
        }
    }

    /// A table whose first row is its head and stands again on each page.
    fn table(&mut self, table: &Table) {
        let caption = run("", &table.caption);
        self.blocks.push_str(&paragraph("Caption", "<w:keepNext/>", &caption));
        let widths = widths(table);
        let grid = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>"));
        let grid: String = grid.collect();
        let row = |cells: &[String], head: bool, kept: &str| {
            let mark = if head { "<w:tblHeader/>" } else { "" };
            let look = if head { "<w:rStyle w:val=\"Strong\"/>" } else { "" };
            let cells = cells.iter().zip(&widths).map(|(cell, width)| {
                let text = paragraph("TableText", kept, &run(look, cell));
                format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{text}</w:tc>"
                )
            });
            format!(
                "<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{}</w:tr>",
                cells.collect::<String>()
            )
        };
        // A short table stays on one page; so does a head with its first row.
        let whole = table.rows.len() <= ROWS_TOGETHER;
        let kept = |is_kept: bool| if is_kept { "<w:keepNext/>" } else { "" };
        let rows =
            table.rows.iter().enumerate().map(|(index, cells)| {
                row(cells, false, kept(whole && index + 1 < table.rows.len()))
            });
        let rows: String = rows.collect();
        self.blocks.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid>{}{rows}</w:tbl>",
            widths.iter().sum::<usize>(),
            escape(&table.caption),
            row(&table.head, true, kept(!table.rows.is_empty())),
        ));
        self.blocks.push_str(&paragraph("TableText", "", ""));
    }

    /// the chart with its sentence as alternative text, and its table.
    fn chart(&mut self, chart: &'a BarChart) {
        self.charts.push(chart);
        let number = self.charts.len();
        let height = BAR_HEIGHT * (chart.bars.len() + 1);
        let drawing = format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{CHART_WIDTH}\" cy=\"{height}\"/>\
             <wp:docPr id=\"{number}\" name=\"Chart {number}\" title=\"{}\" descr=\"{}\"/>\
             <wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"{C}\">\
             <c:chart r:id=\"rIdChart{number}\"/></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>",
            escape(&chart.title),
            escape(&chart.sentence()),
        );
        self.blocks.push_str(&paragraph("", "<w:keepNext/>", &drawing));
        self.table(&chart.table());
        for note in &chart.notes {
            self.blocks.push_str(&paragraph("Note", "", &run("", note)));
        }
    }
}

/// The width of each column, in twentieths of a point: by the longest text in it, within bounds, so that a column of
/// sentences is not as narrow as one of numbers.
fn widths(table: &Table) -> Vec<usize> {
    let longest = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let longest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        longest.clamp(NARROWEST, WIDEST)
    };
    let weights: Vec<usize> = (0..table.head.len()).map(longest).collect();
    let all = weights.iter().sum::<usize>().max(1);
    weights.into_iter().map(|weight| TEXT_WIDTH * weight / all).collect()
}

fn style(look: Look) -> &'static str {
    match look {
        Look::Plain => "",
        Look::Subtitle => "Subtitle",
        Look::Lead => "Lead",
        Look::Call => "Call",
        Look::Note => "Note",
    }
}
