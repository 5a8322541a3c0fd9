//! A document as it stays once the working papers behind it are destroyed (N-01).

use super::{Block, Document, Point, Sentence, Span};

/// N-01: the same words, tables and charts, with nothing that leads to a finding, a return or a case.
///
/// Every form of it reads as that of the document itself: the id of its version, which would be
/// another one without what was behind it, is written into its foot.
pub fn n01_published(document: &Document) -> Document {
    let mut published = document.clone();
    published.provenance.version = document.version_line();
    published.blocks.iter_mut().flat_map(sentences).for_each(bare);
    published
}

fn sentences(block: &mut Block) -> Vec<&mut Sentence> {
    match block {
        Block::Heading { text, .. } => vec![text],
        Block::Paragraph { sentences, .. } | Block::Bullets(sentences) => {
            sentences.iter_mut().collect()
        }
        Block::Numbered(points) => points.iter_mut().flat_map(of_point).collect(),
        Block::Table(_) | Block::Chart { .. } => Vec::new(),
    }
}

fn of_point(point: &mut Point) -> impl Iterator<Item = &mut Sentence> {
    std::iter::once(&mut point.text).chain(&mut point.points)
}

fn bare(sentence: &mut Sentence) {
    sentence.id.clear();
    sentence.evidence.clear();
    sentence.counts.clear();
    sentence.own = None;
    for span in &mut sentence.spans {
        if let Span::Count { gap, .. } = span {
            gap.clear();
        }
    }
}
