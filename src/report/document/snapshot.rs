//! Snapshots: a document as bytes, and what changed between two of them.

use std::collections::BTreeMap;

use super::{Block, Document, FOOTER_LETTERS, Sentence};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::json;

/// A document as it was at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// SHA-256 of the bytes: the same document has the same id on any computer.
    pub id: Hash,
    /// The document as JSON.
    pub bytes: Vec<u8>,
}

impl Snapshot {
    /// Of a document as it is now.
    pub fn of(document: &Document) -> Self {
        let bytes = json::to_vec(document).expect("a document is texts, numbers and lists");
        Self { id: Hash::of(&bytes), bytes }
    }

    /// The beginning of its id, as it is printed.
    pub fn short(&self) -> String {
        short_id(&self.id)
    }

    /// The same as text: JSON is always UTF-8, so nothing is lost.
    pub fn to_text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The document again; `None` where the bytes are none, as in a damaged file.
    pub fn document(&self) -> Option<Document> {
        json::from_slice(&self.bytes).ok()
    }
}

/// The beginning of a snapshot's id: enough to tell the versions of a document apart.
pub fn short_id(id: &Hash) -> String {
    id.to_string().chars().take(FOOTER_LETTERS).collect()
}

/// One difference between two versions of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A sentence that was not there.
    Added {
        /// Its id.
        id: String,
        /// Its words.
        now: String,
    },
    /// A sentence that is gone.
    Removed {
        /// Its id.
        id: String,
        /// Its words.
        before: String,
    },
    /// A sentence that reads otherwise.
    Reworded {
        /// Its id.
        id: String,
        /// Its words before.
        before: String,
        /// Its words now.
        now: String,
    },
    /// A sentence that reads the same and rests on something else.
    RestsOnOther {
        /// Its id.
        id: String,
    },
    /// A chart or table whose numbers changed.
    Numbers {
        /// Its title.
        title: String,
    },
    /// The sentences that both have stand in another order.
    Order,
}

/// What changed from one version to another, in the order of the later one; what is gone comes last.
pub fn changes(before: &Document, now: &Document) -> Vec<Change> {
    let old: BTreeMap<&str, &Sentence> =
        gathered(before.sentences().map(|one| (one.id.as_str(), one)));
    let new: BTreeMap<&str, &Sentence> =
        gathered(now.sentences().map(|one| (one.id.as_str(), one)));
    let mut changes: Vec<Change> =
        now.sentences().filter_map(|one| changed(old.get(one.id.as_str()).copied(), one)).collect();
    changes.extend(numbers(before, now));
    let gone = before.sentences().filter(|one| !new.contains_key(one.id.as_str()));
    changes.extend(gone.map(|one| Change::Removed { id: one.id.clone(), before: one.plain() }));
    if order(before, &new) != order(now, &old) {
        changes.push(Change::Order);
    }
    changes
}

fn changed(before: Option<&Sentence>, now: &Sentence) -> Option<Change> {
    let (id, words) = (now.id.clone(), now.plain());
    let Some(before) = before else { return Some(Change::Added { id, now: words }) };
    let was = before.plain();
    if was != words {
        Some(Change::Reworded { id, before: was, now: words })
    } else if before.evidence != now.evidence {
        Some(Change::RestsOnOther { id })
    } else {
        None
    }
}

/// Ids of the sentences that the other version has too, in this version's order.
fn order<'a>(document: &'a Document, other: &BTreeMap<&str, &Sentence>) -> Vec<&'a str> {
    let ids = document.sentences().map(|one| one.id.as_str());
    ids.filter(|id| other.contains_key(id)).collect()
}

fn numbers(before: &Document, now: &Document) -> Vec<Change> {
    let blocks = |document: &Document| -> Vec<(String, Block)> {
        let titled = document.blocks.iter().filter_map(|block| match block {
            Block::Chart { chart, .. } => Some((chart.title.clone(), block.clone())),
            Block::Table(table) => Some((table.caption.clone(), block.clone())),
            Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::Bullets(_)
            | Block::Numbered(_) => None,
        });
        titled.collect()
    };
    let old = blocks(before);
    let changed = blocks(now).into_iter().filter(|one| !old.contains(one));
    changed.map(|(title, _)| Change::Numbers { title }).collect()
}
