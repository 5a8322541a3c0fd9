//! Versions of documents that are kept as they were, to the letter.

use serde::{Deserialize, Serialize};

use crate::envelope::Hash;
use crate::id::CaseRef;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptVersion {
    /// Kind of document, such as `overview`.
    pub document: String,
    /// SHA-256 of the text.
    pub snapshot: Hash,
    /// The document as JSON, letter for letter.
    pub text: String,
    /// Who kept it, and when.
    pub stamp: Stamp,
    /// Which cases made the numbers of its charts, beside its text; none in versions that older programs kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<KeptFigure>,
}

/// A number of a chart with the cases that made it when the version was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptFigure {
    /// What it counts, as it stands in an address: `grades/area-2/good`.
    pub counts: String,
    /// Those cases, in the plan's order.
    pub cases: Vec<CaseRef>,
    /// Of how many (N-20).
    pub of: usize,
}

impl Workbook {
    /// Keeps a version of a document; one that is kept already is not kept twice.
    pub fn keep_version(&mut self, version: KeptVersion) {
        if self.record.panel.versions.iter().any(|one| one.snapshot == version.snapshot) {
            return;
        }
        let event =
            Event::DocumentKept { document: version.document.clone(), snapshot: version.snapshot };
        self.record.log.add(&version.stamp.clone(), event);
        self.record.panel.versions.push(version);
    }

    /// Kept versions of one kind of document, oldest first.
    pub fn versions<'a>(
        &'a self,
        document: &'a str,
    ) -> impl DoubleEndedIterator<Item = &'a KeptVersion> {
        self.record.panel.versions.iter().filter(move |one| one.document == document)
    }
}
