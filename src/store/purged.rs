//! What is left in a browser of a round whose working papers were destroyed (N-01).
//!
//! Stands where the round's record stood, under the same key, over its last revision: a window that
//! still has the round open can then not write it back, and an older program leaves it alone, for
//! its schema is newer than that of a [`RoundRecord`].

use serde::{Deserialize, Serialize};

use super::RoundRecord;
use super::reading::{RecordError, read};
use crate::envelope::Hash;
use crate::panel::retention::{Certificate, UnreadCertificate};

/// The certificate, and what was cleared for publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurgedRecord {
    /// See [`PurgedRecord::SCHEMA`].
    pub schema: u32,
    /// What was kept and what destroyed.
    pub certificate: Certificate,
    /// Documents as web pages: earlier programs kept those alone.
    pub pages: Vec<KeptText>,
    /// Documents as they were published, each as the JSON of its model, which any form is written from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<KeptText>,
    /// Files of the anonymous dataset; none where it was not cleared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dataset: Vec<KeptText>,
}

/// A text that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptText {
    /// Kind of document, or the name of the file.
    pub name: String,
    /// Id of the document's snapshot; `None` for a file of the dataset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Hash>,
    /// The text.
    pub text: String,
}

/// What stands under a round's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptRound {
    /// The round.
    Open(Box<RoundRecord>),
    /// What is left of it.
    Purged(Box<PurgedRecord>),
    /// It could not be read, and was destroyed.
    Unread(Box<UnreadRecord>),
}

/// What is left of a round whose record was damaged: a certificate that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadRecord {
    /// See [`UnreadRecord::SCHEMA`].
    pub schema: u32,
    /// What was destroyed.
    pub certificate: UnreadCertificate,
}

impl UnreadRecord {
    /// Newest schema that this program writes and reads, counted on from [`PurgedRecord`].
    pub const SCHEMA: u32 = PurgedRecord::SCHEMA + 1;

    /// A record to be stored.
    pub fn of(certificate: UnreadCertificate) -> Self {
        Self { schema: Self::SCHEMA, certificate }
    }

    /// Reads a record; never guesses.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        crate::json::to_string(self).expect("texts, numbers and lists can be written")
    }
}

impl PurgedRecord {
    /// Newest schema that this program writes and reads. The shelf is shared with [`RoundRecord`], so it
    /// is counted on from there.
    pub const SCHEMA: u32 = RoundRecord::SCHEMA + 1;

    /// A record to be stored.
    pub fn of(certificate: Certificate, documents: Vec<KeptText>, dataset: Vec<KeptText>) -> Self {
        Self { schema: Self::SCHEMA, certificate, pages: Vec::new(), documents, dataset }
    }

    /// Reads a record; never guesses.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        crate::json::to_string(self).expect("texts, numbers and lists can be written")
    }
}

impl KeptRound {
    /// Reads what stands under a round's key.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        match RoundRecord::from_text(text) {
            Err(RecordError::Newer { found: PurgedRecord::SCHEMA }) => {
                PurgedRecord::from_text(text).map(|record| Self::Purged(Box::new(record)))
            }
            Err(RecordError::Newer { found: UnreadRecord::SCHEMA }) => {
                UnreadRecord::from_text(text).map(|record| Self::Unread(Box::new(record)))
            }
            read => read.map(|record| Self::Open(Box::new(record))),
        }
    }
}

#[cfg(test)]
#[path = "purged_tests.rs"]
mod tests;
