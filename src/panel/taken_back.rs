//! Returns that their agencies have taken back, with the reason and the file that says so (V-01).

use chrono::{DateTime, Utc};

use super::register::{Letter, LetterState, ReturnKey};
use super::workbook::Workbook;
use crate::envelope::Hash;
use crate::order;

/// A return that no longer counts, because its agency says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// Whose return, about which case.
    pub place: ReturnKey,
    /// The version that is taken back.
    pub version: u32,
    /// Why, in the auditor's words.
    pub reason: String,
    /// When it was signed, by the signing computer's clock.
    pub at: DateTime<Utc>,
    /// The withdrawal's file, as it was named when imported.
    pub file: String,
    /// Its hash.
    pub hash: Hash,
}

impl Workbook {
    /// V-01: every return that is taken back where no other counts, by place, then by time.
    pub fn taken_back(&self) -> Vec<TakenBack> {
        let letters = self.register().letters();
        let counts = letters.filter(|(_, letter)| {
            letter.state == LetterState::Counts && self.current(&letter.place).is_none()
        });
        let mut found: Vec<TakenBack> = counts
            .filter_map(|(hash, entry)| match &entry.letter {
                Letter::Withdrawal(withdrawal) => Some(TakenBack {
                    place: entry.place.clone(),
                    version: withdrawal.version,
                    reason: withdrawal.by.reason.clone(),
                    at: withdrawal.by.at,
                    file: entry.name.clone(),
                    hash: *hash,
                }),
                Letter::Concern(_) => None,
            })
            .collect();
        order::sort_by_key(&mut found, |one| (one.place.clone(), one.at));
        found
    }
}
