//! What speaks against publishing a document (R-01, R-03, R-08 to R-12, C-07, K-02).

mod content;
mod risks;
mod sections;
mod tone;

use super::{Document, Sentence};
use crate::panel::Workbook;

/// One thing that speaks against publishing a document as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNotice {
    /// The rule, such as `R-08`.
    pub rule: &'static str,
    /// How grave it is.
    pub weight: Weight,
    /// The sentence that it is about, where it is about one.
    pub sentence: Option<String>,
    /// What is wrong and what to do, in a plain sentence.
    pub message: String,
}

/// How grave a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The document cannot be published with it.
    Block,
    /// Somebody has to confirm that it is meant.
    Confirm,
}

/// Every notice on a document that was built from this workbook, the gravest first.
pub fn check(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let mut notices = content::of(workbook, document);
    notices.extend(sections::of(workbook, document));
    notices.extend(tone::of(document));
    notices.extend(risks::of(workbook, document));
    notices.sort_by_key(|one| one.weight);
    notices
}

fn block(rule: &'static str, message: String) -> DocumentNotice {
    DocumentNotice { rule, weight: Weight::Block, sentence: None, message }
}

fn confirm(rule: &'static str, message: String) -> DocumentNotice {
    DocumentNotice { rule, weight: Weight::Confirm, sentence: None, message }
}

impl DocumentNotice {
    /// Tells one notice from another, also when the document is made again.
    pub fn key(&self) -> String {
        [self.rule, " ", self.sentence.as_deref().unwrap_or_default(), " ", &self.message].concat()
    }

    fn at(self, sentence: &Sentence) -> Self {
        Self { sentence: Some(sentence.id.clone()), ..self }
    }
}

#[cfg(test)]
mod tests;
