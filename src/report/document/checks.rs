//! What speaks against publishing a document (R-01, R-03, R-08 to R-12, C-07, K-02).

mod agencies;
mod content;
mod risks;
mod sections;
mod tone;

use super::{Document, Sentence};
use crate::order;
use crate::panel::Workbook;

pub(super) use content::c07_held_cases;
pub use tone::i02_names;

/// One thing that speaks against publishing a document as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNotice {
    /// The rule, such as `R-08`.
    pub rule: &'static str,
    /// How grave it is.
    pub weight: Weight,
    /// What it is about.
    pub subject: Subject,
    /// The sentence that it is about, where it is about one.
    pub sentence: Option<String>,
    /// What is wrong and what to do, in a plain sentence.
    pub message: String,
}

/// What a notice is about: the parts of the publication pass (I-08, I-09).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// What the document holds or lacks.
    Content,
    /// What could tell who somebody is.
    Identifiers,
    /// Third parties and rare events.
    ThirdParties,
    /// Cases that stand out from all others.
    Jigsaw,
    /// Details that few children share.
    SmallNumbers,
}

impl Subject {
    /// All, in the order in which they are read.
    pub const ALL: [Self; 5] =
        [Self::Identifiers, Self::SmallNumbers, Self::Jigsaw, Self::ThirdParties, Self::Content];
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
    notices.extend(agencies::of(workbook, document));
    notices.extend(sections::of(workbook, document));
    notices.extend(tone::of(workbook, document));
    notices.extend(risks::of(workbook, document));
    order::sort_by_key(&mut notices, |one| one.weight);
    notices
}

fn block(rule: &'static str, message: String) -> DocumentNotice {
    let (weight, subject) = (Weight::Block, Subject::Content);
    DocumentNotice { rule, weight, subject, sentence: None, message }
}

fn confirm(rule: &'static str, message: String) -> DocumentNotice {
    DocumentNotice { weight: Weight::Confirm, ..block(rule, message) }
}

/// Whether somebody typed what it says, and not the program alone: nothing stands behind the actions of a plan. Its
/// lines that name a round say what every document says of one, and so does a comparison of what was carried forward.
fn is_typed(sentence: &Sentence) -> bool {
    let parts: Vec<&str> = sentence.id.split('/').collect();
    let of_round = matches!(parts[..], [_, "of"] | [_, "carried", _]);
    let of_plan = matches!(parts[..], ["action-plan", ..]) && !of_round;
    let of_rounds = matches!(parts[..], ["comparison", "carried" | "ended", _]);
    of_plan || sentence.own.is_some() || (!sentence.evidence.is_empty() && !of_rounds)
}

impl DocumentNotice {
    /// Tells one notice from another, also when the document is made again.
    pub fn key(&self) -> String {
        [self.rule, " ", self.sentence.as_deref().unwrap_or_default(), " ", &self.message].concat()
    }

    fn about(self, subject: Subject) -> Self {
        Self { subject, ..self }
    }

    fn at(self, sentence: &Sentence) -> Self {
        Self { sentence: Some(sentence.id.clone()), ..self }
    }
}

#[cfg(test)]
mod tests;
