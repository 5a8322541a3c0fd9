//! The five kinds of document, made from five invented rounds, each shaped like a document that a board published.
//!
//! Rounds are data under `seeds/`; returns are really signed, opened and admitted.
//! Structure and counts are those of the published documents (domain 6); names,
//! places and sentences are ours.

mod checks;
mod compared;
mod counts;
mod injected;
mod ooxml;
mod outputs;
mod pass;
mod planted;
mod renderers;
mod said;
mod seed;
mod shapes;
mod small_numbers;
mod snapshots;
mod tally;
mod wordings;

use multi_agency_audit::report::document::{Block, Document, DocumentKind, Sentence, build};

use seed::Seed;

/// The document for which each round was invented.
const SEEDS: [(&str, DocumentKind); 5] = [
    ("case-by-case", DocumentKind::CaseByCase),
    ("theme-by-theme", DocumentKind::ThemeByTheme),
    ("summary", DocumentKind::Summary),
    ("overview", DocumentKind::Overview),
    ("six-steps", DocumentKind::SixSteps),
];

fn documents() -> Vec<(Seed, Document)> {
    let made = SEEDS.iter().map(|(name, kind)| {
        let seed = Seed::named(name);
        let document = seed.document(*kind);
        (seed, document)
    });
    made.collect()
}

/// The same of rounds that hold no small number back (I-09), so that every number is there to be read.
fn with_every_number() -> Vec<(Seed, Document)> {
    let made = SEEDS.iter().map(|(name, kind)| {
        let seed = Seed::changed(name, |story| story.suppress_below(0));
        let document = seed.document(*kind);
        (seed, document)
    });
    made.collect()
}

/// Every kind of document of a round; it is compared with itself.
fn of_every_kind(seed: &Seed) -> Vec<Document> {
    let compared = build::comparison(&[&seed.workbook], &seed.workbook, seed.story.today);
    DocumentKind::ALL.into_iter().map(|kind| seed.document(kind)).chain([compared]).collect()
}

/// A document in parts: each heading of this level or above, with the blocks below it.
fn parts(document: &Document, level: u8) -> Vec<(String, Vec<&Block>)> {
    let mut parts: Vec<(String, Vec<&Block>)> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading { level: found, text } if *found <= level => {
                parts.push((text.plain(), Vec::new()));
            }
            block => {
                if let Some((_, blocks)) = parts.last_mut() {
                    blocks.push(block);
                }
            }
        }
    }
    parts
}

fn bullets(blocks: &[&Block]) -> usize {
    let count = |block: &&Block| match block {
        Block::Bullets(points) => points.len(),
        _ => 0,
    };
    blocks.iter().map(count).sum()
}

fn sentence<'a>(document: &'a Document, id: &str) -> &'a Sentence {
    let found = document.sentences().find(|sentence| sentence.id == id);
    found.unwrap_or_else(|| {
        let ids: Vec<&str> = document.sentences().map(|one| one.id.as_str()).collect();
        panic!("no sentence {id} among {ids:#?}")
    })
}
