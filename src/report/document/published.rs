//! A document as it stays once the working papers behind it are destroyed (N-01).

use super::checks::c07_held_cases;
use super::{Block, Document, DocumentKind, Point, Sentence, Span, version};
use crate::envelope::Hash;
use crate::panel::Workbook;
use crate::panel::retention::{Kept, n01_kept};

/// N-01: what is kept when the papers are destroyed: what somebody cleared, without versions that tell of a case
/// that is held back (C-07), for nobody could hold them back afterwards. `dataset` is the digest of the dataset.
pub fn n01_to_keep(workbook: &Workbook, dataset: Option<Hash>) -> Vec<Kept> {
    let is_held = |one: &Kept| {
        let kind = DocumentKind::named(&one.document)?;
        let found = version(workbook, kind, &one.snapshot).ok()?;
        c07_held_cases(workbook, &found.document)
    };
    let kept = n01_kept(workbook, dataset).into_iter();
    kept.filter(|one| is_held(one).is_none()).collect()
}

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
