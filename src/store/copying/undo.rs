//! Taking copied texts out again, each as long as nobody has changed it.

use super::super::{Change, text_change};
use crate::audit_return::Return;
use crate::check::{Place, TextPart, texts};

/// Copied texts: the changes to make, and what undoes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedTexts {
    /// The label of the case that they come from.
    pub from: String,
    /// To make, in this order.
    pub changes: Vec<Change>,
    pub(super) steps: Vec<Step>,
}

/// One text, or one line with its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) place: Place,
    /// How it read once it was copied.
    pub(super) after: String,
    pub(super) before: Before,
    /// Keys of the boxes that were kept from practitioners with it, and were not before (edge case 32).
    pub(super) marked: Vec<String>,
}

/// What stood there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before {
    Text(String),
    NoLine {
        /// Takes the line away.
        remove: Change,
        /// How its evidence read.
        evidence: String,
    },
}

/// How to take copied texts out again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// To make, in this order.
    pub changes: Vec<Change>,
    /// How many were changed since they were copied, and stay.
    pub kept: usize,
}

impl CopiedTexts {
    pub(super) fn none(from: &str) -> Self {
        Self { from: from.to_owned(), changes: Vec::new(), steps: Vec::new() }
    }

    /// How many texts were copied; a strength or concern with its evidence is one.
    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// What takes them out of `here` again. What was changed since is somebody's own, and stays.
    pub fn undone(&self, here: &Return) -> Undone {
        let stand = texts(here);
        let at =
            |place: &Place| stand.iter().find(|one| one.place == *place).map_or("", |one| one.text);
        let as_copied = |step: &&Step| {
            let evidence = match (&step.before, evidence_of(&step.place)) {
                (Before::NoLine { evidence, .. }, Some(place)) => at(&place) == evidence,
                _ => true,
            };
            evidence && at(&step.place) == step.after
        };
        let undone: Vec<&Step> = self.steps.iter().filter(as_copied).collect();
        let kept = self.steps.len() - undone.len();
        let change = |step: &Step| match &step.before {
            Before::Text(text) => text_change(here, &step.place, text.clone()),
            Before::NoLine { remove, .. } => Some(remove.clone()),
        };
        let unmark = |step: &&Step| {
            let marked = step.marked.iter().cloned();
            marked.map(|key| Change::DoNotDisclose(key, false)).collect::<Vec<Change>>()
        };
        let unmarked: Vec<Change> = undone.iter().flat_map(unmark).collect();
        let changes = undone.into_iter().filter_map(change).chain(unmarked).collect();
        Undone { changes, kept }
    }
}

/// Where the evidence of a strength or concern stands.
pub(super) fn evidence_of(place: &Place) -> Option<Place> {
    match place {
        Place::Text(within, TextPart::LineText(item)) => {
            Some((**within).clone().text(TextPart::LineEvidence(item.clone())))
        }
        _ => None,
    }
}
