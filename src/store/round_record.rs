//! The panel's own record of a round: the workbook, and the round's secret key where this browser has it.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::draft::{RecordError, read};
use crate::panel::WorkbookRecord;

/// One round as the panel's program keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundRecord {
    /// See [`RoundRecord::SCHEMA`].
    pub schema: u32,
    /// When this revision was written, by this computer's clock.
    pub saved_at: DateTime<Utc>,
    /// Seed of the key that signs invitations; `None` where another browser holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<RoundKeySeed>,
    /// The workbook, without the imported files.
    pub workbook: WorkbookRecord,
}

/// Seed of a round's Ed25519 key. Never part of a workbook's file, and never shown.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoundKeySeed(pub [u8; 32]);

impl fmt::Debug for RoundKeySeed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RoundKeySeed(..)")
    }
}

impl RoundRecord {
    /// Newest schema that this program writes and reads.
    pub const SCHEMA: u32 = 1;

    /// A record to be stored now.
    pub fn of(workbook: WorkbookRecord, key: Option<RoundKeySeed>, now: DateTime<Utc>) -> Self {
        Self { schema: Self::SCHEMA, saved_at: now, key, workbook }
    }

    /// Reads a record; never guesses, never fills in what is missing.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).expect("maps of this record have text keys")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_never_printed() {
        assert_eq!(format!("{:?}", RoundKeySeed([7; 32])), "RoundKeySeed(..)");
    }

    #[test]
    fn a_record_that_cannot_be_read_is_corrupt_and_never_empty() {
        for text in ["", "{}", "{\"schema\":1}", "[]"] {
            let error = RoundRecord::from_text(text).unwrap_err();
            assert!(matches!(error, RecordError::Corrupt { .. }), "{text}: {error}");
        }
    }
}
