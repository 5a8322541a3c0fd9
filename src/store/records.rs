//! What is kept beside the drafts: invitations, and what was set aside.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::reading::{RecordError, read};
use crate::envelope::Hash;

/// An invitation as it was opened, so that every draft keeps its own tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationRecord {
    /// See [`InvitationRecord::SCHEMA`].
    pub schema: u32,
    /// Of the file's bytes; names the record.
    pub hash: Hash,
    /// The signed file, to the byte. It is verified anew whenever it is read.
    pub file: String,
    /// When it was opened here first, by this computer's clock.
    pub opened_at: DateTime<Utc>,
}

impl InvitationRecord {
    /// Newest schema that this program writes and reads.
    pub const SCHEMA: u32 = 1;

    /// The record of a file that was just opened and found good.
    pub fn of(file: String, now: DateTime<Utc>) -> Self {
        let hash = Hash::of(file.as_bytes());
        Self { schema: Self::SCHEMA, hash, file, opened_at: now }
    }

    /// Reads a record; one whose file has changed since is corrupt.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        let record: Self = read(text, Self::SCHEMA)?;
        if Hash::of(record.file.as_bytes()) != record.hash {
            return Err(RecordError::Corrupt { why: "the file is not the one opened".into() });
        }
        Ok(record)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        crate::json::to_string(self).expect("a record of texts")
    }
}

/// Something stored that could not be read. Kept until the person deletes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Where it was found, such as `drafts/5f1d`.
    pub from: String,
    /// As found.
    pub text: String,
    /// What is wrong with it; holds nothing of the text.
    pub why: String,
    /// When, by this computer's clock.
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::super::testing::at;
    use super::*;

    #[test]
    fn an_invitation_changed_in_storage_is_corrupt() {
        let record = InvitationRecord::of("{\"payload\":\"abc\"}".into(), at("09:00:00"));
        let text = record.to_text();
        assert_eq!(InvitationRecord::from_text(&text), Ok(record));
        let error = InvitationRecord::from_text(&text.replacen("abc", "abd", 1)).unwrap_err();
        assert_eq!(error, RecordError::Corrupt { why: "the file is not the one opened".into() });
    }
}
