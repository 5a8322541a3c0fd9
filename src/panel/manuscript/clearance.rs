//! Clearance: somebody has read a document as it is and answers for publishing it (I-08).

use serde::{Deserialize, Serialize};

use crate::envelope::Hash;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

/// That one version of a document was read and cleared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clearance {
    /// Kind of document, such as `overview`.
    pub document: String,
    /// Id of its snapshot: another version needs a clearance of its own.
    pub snapshot: Hash,
    /// Keys of the notices that were confirmed as meant.
    pub confirmed: Vec<String>,
    /// Who read it and why it can be published, in a sentence. Never blank.
    pub reason: String,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Why a clearance was not recorded. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClearanceError {
    /// No reason was written.
    #[error("say who read the document, and why it can be published")]
    NoReason,
}

impl Workbook {
    /// Records that a version of a document was read and can be published.
    pub fn clear_document(&mut self, clearance: Clearance) -> Result<(), ClearanceError> {
        if clearance.reason.trim().is_empty() {
            return Err(ClearanceError::NoReason);
        }
        let event = Event::DocumentCleared {
            document: clearance.document.clone(),
            reason: clearance.reason.clone(),
        };
        self.record.log.add(&clearance.stamp.clone(), event);
        self.record.panel.clearances.push(clearance);
        Ok(())
    }

    /// The latest clearance of one version of a document.
    pub fn clearance(&self, snapshot: &Hash) -> Option<&Clearance> {
        self.record.panel.clearances.iter().rev().find(|one| one.snapshot == *snapshot)
    }
}
