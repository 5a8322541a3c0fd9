//! The panel's own record of a round: the workbook, and the round's secret key where this browser has it.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::reading::{RecordError, read_heading, read_whole};
use crate::envelope::OpeningKey;
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
    /// Seed of the key that opens sealed returns, likewise. Never the one that signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_key: Option<RoundKeySeed>,
    /// Seed of this browser's own key, which signs workbook files where the round's key is not here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_key: Option<RoundKeySeed>,
    /// The workbook, without the imported files.
    pub workbook: WorkbookRecord,
}

/// A [`RoundRecord`] but for its last member.
#[derive(Serialize)]
struct Head {
    schema: u32,
    saved_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<RoundKeySeed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening_key: Option<RoundKeySeed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_key: Option<RoundKeySeed>,
}

/// What a list of rounds says of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundHeading {
    /// When its record was written, by this computer's clock.
    pub saved_at: DateTime<Utc>,
    /// The board, in short.
    pub board: String,
    /// Of the round.
    pub title: String,
    /// The day on which its working papers are due to be destroyed (N-01).
    pub retention: Option<NaiveDate>,
}

/// The members of a record that a [`RoundHeading`] is made of.
#[derive(Deserialize)]
struct Outline {
    saved_at: DateTime<Utc>,
    workbook: BookOutline,
}

#[derive(Deserialize)]
struct BookOutline {
    plan: PlanOutline,
}

#[derive(Deserialize)]
struct PlanOutline {
    round: RoundOutline,
}

#[derive(Deserialize)]
struct RoundOutline {
    title: String,
    board: BoardOutline,
    #[serde(default)]
    dates: DatesOutline,
}

#[derive(Default, Deserialize)]
struct DatesOutline {
    #[serde(default)]
    retention: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct BoardOutline {
    short_name: String,
}

/// Seed of one of a round's two keys. Never part of a workbook's file, and never shown.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct RoundKeySeed(pub [u8; 32]);

/// The secret keys of a round, as far as they are here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RoundKeys {
    /// Signs invitations and workbooks.
    pub signing: Option<RoundKeySeed>,
    /// Opens sealed returns.
    pub opening: Option<RoundKeySeed>,
    /// This browser's own: signs workbook files where the round's key is not here. Leaves it in no file.
    pub own: Option<RoundKeySeed>,
}

impl RoundKeys {
    /// Signs workbook files: the round's key where it is here, else this browser's own, where it has one.
    pub fn signs_workbooks(&self) -> Option<RoundKeySeed> {
        self.signing.or(self.own)
    }

    /// What goes with a file that a passphrase closes: both of the round's keys. In a browser without the one
    /// that signs nothing does, for what opens there is a deputy's own, and stays with the deputy.
    pub fn handed_over(&self) -> Self {
        if self.signing.is_some() { Self { own: None, ..*self } } else { Self::default() }
    }

    /// How many secret keys these are.
    pub fn count(&self) -> usize {
        [self.signing, self.opening, self.own].iter().flatten().count()
    }

    /// What opens sealed files: no key, or one.
    pub fn openers(&self) -> Vec<OpeningKey> {
        self.opening.iter().map(|seed| OpeningKey::from_seed(&seed.0)).collect()
    }
}

impl fmt::Debug for RoundKeySeed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RoundKeySeed(..)")
    }
}

impl RoundRecord {
    /// Newest schema that this program writes and reads.
    pub const SCHEMA: u32 = 1;

    /// A record to be stored now.
    pub fn of(workbook: WorkbookRecord, keys: RoundKeys, now: DateTime<Utc>) -> Self {
        let RoundKeys { signing: key, opening: opening_key, own: own_key } = keys;
        Self { schema: Self::SCHEMA, saved_at: now, key, opening_key, own_key, workbook }
    }

    /// The round's secret keys, as far as this browser has them.
    pub fn keys(&self) -> RoundKeys {
        RoundKeys { signing: self.key, opening: self.opening_key, own: self.own_key }
    }

    /// Reads a record; never guesses, never fills in what is missing.
    ///
    /// One that holds more than this program knows is a newer program's: saved again by this one, what
    /// it does not know would be gone.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read_whole(text, Self::SCHEMA)
    }

    /// Whether a text that cannot be read as a record is whole and names its round all the same: then a
    /// newer program may have written into it what this one does not know.
    pub fn may_be_newer(text: &str) -> bool {
        Self::heading(text).is_ok()
    }

    /// What a list says of a record, read without the thousands of files that it may name.
    pub fn heading(text: &str) -> Result<RoundHeading, RecordError> {
        let Outline { saved_at, workbook } = read_heading(text, Self::SCHEMA)?;
        let RoundOutline { title, board, dates } = workbook.plan.round;
        let retention = dates.retention;
        Ok(RoundHeading { saved_at, board: board.short_name, title, retention })
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        crate::json::to_string(self).expect("maps of this record have text keys")
    }

    /// The same of a record whose workbook `write` adds.
    pub fn text_with(
        keys: RoundKeys,
        now: DateTime<Utc>,
        write: impl FnOnce(&mut String),
    ) -> String {
        let RoundKeys { signing: key, opening: opening_key, own: own_key } = keys;
        let head = Head { schema: Self::SCHEMA, saved_at: now, key, opening_key, own_key };
        let mut text = crate::json::to_string(&head).expect("texts and numbers can be written");
        // The object's end: its last member is still to come.
        text.pop();
        text.push_str(",\"workbook\":");
        write(&mut text);
        text.push('}');
        text
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
    fn a_record_around_a_written_workbook_is_the_record() {
        let sample = crate::panel::fixture::Desk::with(&["case-1"]).workbook;
        let written = serde_json::to_string(sample.record()).unwrap();
        let now = super::super::testing::at("09:00:00");
        let all = RoundKeys {
            signing: Some(RoundKeySeed([1; 32])),
            opening: Some(RoundKeySeed([2; 32])),
            own: Some(RoundKeySeed([3; 32])),
        };
        let deputy = RoundKeys { signing: None, ..all };
        for keys in [RoundKeys::default(), deputy, RoundKeys { own: None, ..all }, all] {
            let whole = RoundRecord::of(sample.record().clone(), keys, now).to_text();
            assert_eq!(RoundRecord::text_with(keys, now, |text| text.push_str(&written)), whole);
            assert_eq!(RoundRecord::from_text(&whole).unwrap().keys(), keys);
        }
    }

    #[test]
    fn a_deputy_signs_with_a_key_of_their_browsers_own_and_hands_no_key_over() {
        let seed = |byte| Some(RoundKeySeed([byte; 32]));
        let deputy = RoundKeys { signing: None, opening: seed(2), own: seed(3) };
        assert_eq!(deputy.signs_workbooks(), seed(3));
        assert_eq!(deputy.handed_over(), RoundKeys::default());
        assert_eq!(deputy.count(), 2);
        // Once the round's own key has come, it signs, and is what is handed over.
        let both = RoundKeys { signing: seed(1), ..deputy };
        assert_eq!(both.signs_workbooks(), seed(1));
        assert_eq!(both.handed_over(), RoundKeys { own: None, ..both });
        assert_eq!(RoundKeys::default().signs_workbooks(), None);
    }

    #[test]
    fn a_record_that_cannot_be_read_is_corrupt_and_never_empty() {
        for text in ["", "{}", "{\"schema\":1}", "[]"] {
            let error = RoundRecord::from_text(text).unwrap_err();
            assert!(matches!(error, RecordError::Corrupt { .. }), "{text}: {error}");
            assert!(RoundRecord::heading(text).is_err(), "{text}");
        }
    }

    fn kept() -> String {
        let workbook = crate::panel::fixture::Desk::with(&["case-1"]).workbook;
        let now = super::super::testing::at("09:00:00");
        RoundRecord::of(workbook.record().clone(), RoundKeys::default(), now).to_text()
    }

    #[test]
    fn v11_a_record_that_holds_more_than_this_program_knows_is_left_to_the_newer_one() {
        let text = kept();
        assert!(RoundRecord::from_text(&text).is_ok());
        let rows = [
            text.replacen("\"schema\":1", "\"schema\":1,\"later\":[1]", 1),
            text.replacen("\"workbook\":{", "\"workbook\":{\"later\":[1],", 1),
            text.replacen("\"register\":{", "\"register\":{\"later\":[1],", 1),
        ];
        for newer in rows {
            assert_ne!(newer, text);
            assert_eq!(RoundRecord::from_text(&newer), Err(RecordError::Newer { found: 1 }));
        }
    }

    #[test]
    fn v11_a_whole_record_that_cannot_be_read_may_be_of_a_newer_program_and_half_of_one_is_not() {
        let text = kept();
        let newer = text.replacen("\"judgements\":[]", "\"judgements\":[{\"of_the_future\":1}]", 1);
        assert_ne!(newer, text);
        let error = RoundRecord::from_text(&newer).unwrap_err();
        assert!(matches!(error, RecordError::Corrupt { .. }), "{error}");
        assert!(RoundRecord::may_be_newer(&newer));
        let (half, _) = newer.rsplit_once('}').unwrap();
        for broken in ["", "{}", "[]", half] {
            assert!(!RoundRecord::may_be_newer(broken), "{broken}");
        }
    }

    #[test]
    fn a_list_reads_no_more_of_a_record_than_it_says() {
        let mut plan = crate::panel::fixture::plan(&["case-1"], "area-and-case");
        plan.round.dates.retention = Some("2027-03-01".parse().unwrap());
        let workbook = crate::panel::fixture::Desk::of(plan).workbook;
        let now = super::super::testing::at("09:00:00");
        let round = workbook.plan().round.clone();
        let text = RoundRecord::of(workbook.record().clone(), RoundKeys::default(), now).to_text();
        let heading = RoundRecord::heading(&text).unwrap();
        let said = (heading.saved_at, heading.board, heading.title, heading.retention);
        assert_eq!(said, (now, round.board.short_name, round.title, round.dates.retention));
        let newer = text.replacen("\"schema\":1", "\"schema\":2", 1);
        assert_eq!(RoundRecord::heading(&newer), Err(RecordError::Newer { found: 2 }));
    }
}
