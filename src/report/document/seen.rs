//! Nothing stands in a document that nobody sees: a program of somebody's own may sign a return with characters
//! that hide words or turn those beside them. What was signed stays as it is; what is published is what is read.

use super::{Block, Document, Sentence, Span};
use crate::report::chart::{BarChart, Table};
use crate::text::without_hidden;

impl Document {
    /// The same without them.
    pub(super) fn only_what_is_seen(mut self) -> Self {
        clean(&mut self.title);
        clean(&mut self.provenance.author);
        clean(&mut self.provenance.line);
        clean(&mut self.provenance.running);
        self.blocks.iter_mut().for_each(Block::clean);
        self
    }
}

impl Block {
    fn clean(&mut self) {
        match self {
            Self::Heading { text, .. } => text.clean(),
            Self::Paragraph { sentences, .. } | Self::Bullets(sentences) => {
                sentences.iter_mut().for_each(Sentence::clean);
            }
            Self::Numbered(points) => {
                for point in points {
                    point.text.clean();
                    point.points.iter_mut().for_each(Sentence::clean);
                }
            }
            Self::Table(table) => clean_table(table),
            Self::Chart { chart, .. } => clean_chart(chart),
        }
    }
}

impl Sentence {
    fn clean(&mut self) {
        for span in &mut self.spans {
            match span {
                Span::Text(text)
                | Span::Strong(text)
                | Span::Count { text, .. }
                | Span::Link { text, .. }
                | Span::Gap(text) => clean(text),
            }
        }
    }
}

pub(in crate::report) fn clean_table(table: &mut Table) {
    clean(&mut table.caption);
    table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(clean);
}

pub(in crate::report) fn clean_chart(chart: &mut BarChart) {
    clean(&mut chart.title);
    chart.bars.iter_mut().for_each(|bar| clean(&mut bar.label));
    chart.notes.iter_mut().for_each(clean);
}

pub(in crate::report) fn clean(text: &mut String) {
    *text = without_hidden(&text.replace("\r\n", "\n"));
}
