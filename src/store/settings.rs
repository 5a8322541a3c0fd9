//! Small conveniences of this device. Nothing here is anybody's only copy of anything.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Found;
use crate::id::ReturnId;

/// What this device remembers between drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The auditor's name, asked once and offered again.
    pub name: String,
    /// The auditor's role, likewise.
    pub role: String,
    /// What the browser answered when asked to keep drafts for good; `None` while not asked (L4).
    pub storage_persisted: Option<bool>,
    /// Returns that were on this device when it was last looked at, so that one that the browser
    /// has deleted since can be named.
    pub known: Vec<KnownDraft>,
    /// Whether the person has said that this device needs no passphrase.
    pub passphrase_refused: bool,
}

/// A return that was on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownDraft {
    /// Its key.
    pub id: ReturnId,
    /// Case, agency and round.
    pub title: String,
    /// When it was last saved, by this computer's clock.
    pub saved_at: DateTime<Utc>,
}

impl Settings {
    /// Returns that were here and are not among what was `found`: the browser has deleted them.
    pub fn lost(&self, found: &Found) -> Vec<KnownDraft> {
        self.known.iter().filter(|known| !found.holds(&known.id)).cloned().collect()
    }

    /// Remembers what was `found`, beside what is lost, which is named until the person has seen it.
    pub fn remember(&mut self, found: &Found) {
        let lost = self.lost(found);
        let here = found.drafts.iter().map(|record| KnownDraft {
            id: record.draft_id.clone(),
            title: record.title(),
            saved_at: record.saved_at,
        });
        self.known = lost.into_iter().chain(here).collect();
    }

    /// Whether to ask if others use this device too: once there is something to lock, until the
    /// person has said no.
    pub fn offers_passphrase(&self, found: &Found) -> bool {
        !self.passphrase_refused && !found.drafts.is_empty()
    }

    /// The person has seen that this one is lost.
    pub fn forget(&mut self, id: &ReturnId) {
        self.known.retain(|known| known.id != *id);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft};
    use super::*;
    use crate::envelope::Hash;
    use crate::store::{DraftRecord, SetAside};

    fn record() -> DraftRecord {
        DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"))
    }

    fn remembered() -> Settings {
        let mut settings = Settings::default();
        settings.remember(&Found { drafts: vec![record()], ..Found::default() });
        settings
    }

    #[test]
    fn a_return_that_the_browser_deleted_is_named_until_it_was_seen() {
        let mut settings = remembered();
        let lost = KnownDraft {
            id: record().draft_id,
            title: "Case 3, Police, Neglect".into(),
            saved_at: at("09:00:00"),
        };
        assert_eq!(settings.lost(&Found::default()), std::slice::from_ref(&lost));
        settings.remember(&Found::default());
        assert_eq!(settings.lost(&Found::default()), std::slice::from_ref(&lost));
        settings.forget(&lost.id);
        assert_eq!(settings.lost(&Found::default()), []);
    }

    #[test]
    fn what_the_person_deleted_or_what_cannot_be_read_is_not_lost() {
        let settings = remembered();
        let key = record().draft_id.to_string();
        let from = ["drafts/", &key].concat();
        let aside = SetAside { from, text: String::new(), why: String::new(), at: at("09:00:00") };
        let rows = [
            Found { bin: vec![record()], ..Found::default() },
            Found { newer: vec![key], ..Found::default() },
            Found { damaged: vec![aside], ..Found::default() },
        ];
        for found in rows {
            assert_eq!(settings.lost(&found), [], "{found:?}");
        }
    }

    #[test]
    fn a_return_that_left_the_bin_for_good_is_not_lost() {
        let mut settings = remembered();
        settings.remember(&Found { bin: vec![record()], ..Found::default() });
        assert_eq!(settings.lost(&Found::default()), []);
    }

    #[test]
    fn a_passphrase_is_offered_once_there_is_something_to_lock() {
        let some = Found { drafts: vec![record()], ..Found::default() };
        assert!(Settings::default().offers_passphrase(&some));
        assert!(!Settings::default().offers_passphrase(&Found::default()));
        let refused = Settings { passphrase_refused: true, ..Settings::default() };
        assert!(!refused.offers_passphrase(&some));
    }

    #[test]
    fn settings_of_an_earlier_program_are_read() {
        let settings: Settings = serde_json::from_str(r#"{"name":"Ann","role":"Nurse"}"#).unwrap();
        assert_eq!((settings.name.as_str(), settings.known.len()), ("Ann", 0));
    }
}
