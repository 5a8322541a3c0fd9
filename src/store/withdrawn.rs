//! What a draft remembers of its withdrawal: the signed file, and which version it takes back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::DraftRecord;
use crate::envelope::Hash;

/// A signed withdrawal as it was downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignedWithdrawal {
    /// Payload hash of the version that is taken back: no other one is.
    pub payload: Hash,
    /// When it was signed, by this computer's clock.
    pub at: DateTime<Utc>,
    /// Why, in the auditor's words.
    pub reason: String,
    /// The signed file, to the byte. Never sealed: its auditor can always read it here.
    pub file: String,
    /// The same as it was downloaded, where the round seals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<String>,
}

impl SignedWithdrawal {
    /// The file that is sent, to the byte.
    pub fn to_send(&self) -> &str {
        self.sealed.as_ref().unwrap_or(&self.file)
    }
}

impl DraftRecord {
    /// V-01: the withdrawal of the version last signed. A correction signed later counts again: it has
    /// another payload.
    pub fn withdrawal(&self) -> Option<&SignedWithdrawal> {
        let last = self.signed.last()?;
        self.withdrawals.iter().rfind(|one| one.payload == last.payload)
    }

    /// Whether the version in work is signed and was taken back.
    pub fn is_withdrawn(&self) -> bool {
        self.is_signed() && self.withdrawal().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft};
    use super::*;
    use crate::store::SignedVersion;

    fn signed(version: u32, payload: &[u8]) -> SignedVersion {
        SignedVersion {
            version,
            payload: Hash::of(payload),
            at: at("09:10:00"),
            file: "{}".into(),
            sealed: None,
        }
    }

    fn taken_back(payload: &[u8]) -> SignedWithdrawal {
        SignedWithdrawal {
            payload: Hash::of(payload),
            at: at("10:00:00"),
            reason: "It is about another child.".into(),
            file: "signed".into(),
            sealed: Some("sealed".into()),
        }
    }

    #[test]
    fn v01_a_withdrawal_takes_back_its_version_and_a_correction_counts_again() {
        let mut record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        assert_eq!(record.withdrawal(), None);
        record.signed.push(signed(1, b"one"));
        assert!(!record.is_withdrawn());

        record.withdrawals.push(taken_back(b"one"));
        assert!(record.is_withdrawn());
        assert_eq!(record.withdrawal().map(SignedWithdrawal::to_send), Some("sealed"));
        assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record.clone()));

        assert!(record.correct_last_signed());
        assert!(!record.is_withdrawn(), "a correction is being written");
        assert!(record.withdrawal().is_some(), "until it is signed, the first is still taken back");
        record.signed.push(signed(2, b"two"));
        assert!(!record.is_withdrawn());
        assert_eq!(record.withdrawal(), None, "the correction counts");

        record.withdrawals.push(taken_back(b"two"));
        assert!(record.is_withdrawn(), "and can be taken back itself");
    }

    #[test]
    fn v01_a_second_signature_does_not_bring_a_withdrawn_version_back() {
        let mut record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
        record.signed.push(signed(1, b"one"));
        record.withdrawals.push(taken_back(b"one"));
        record.signed.push(signed(1, b"one"));
        assert!(record.is_withdrawn());
    }
}
