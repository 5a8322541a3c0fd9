//! The record of one draft: the return with all that keeping it safe needs.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::reading::{RecordError, read_whole};
use super::sheet::{apply_to_sheet, forget_concern, forget_date};
use super::{
    Change, CopiedText, ImmediateChange, LeftOver, SheetChange, SignedNotice, SignedWithdrawal,
    apply,
};
use crate::audit_return::Return;
use crate::envelope::{Hash, TextSalt};
use crate::guard::WatchedName;
use crate::id::ReturnId;
use crate::timescale::{AUDIT_DATE, TypedDate, Worksheet};

/// One draft, kept as one record and written in one transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DraftRecord {
    /// See [`DraftRecord::SCHEMA`].
    pub schema: u32,
    /// Key of the record: the return's id, or a fresh one for a conflict copy.
    pub draft_id: ReturnId,
    /// Counts the commits; a write that expects another one is refused.
    pub revision: u64,
    /// Random; names the opening of the draft that wrote this revision.
    pub session: String,
    /// Number of the last change within; later ones stand in the journal.
    pub last_change: u64,
    /// When this revision was written, by this computer's clock.
    pub saved_at: DateTime<Utc>,
    /// Hash that names the record of the invitation answered, which holds the tool.
    pub invitation: Hash,
    /// The return as far as it is completed.
    #[serde(rename = "return")]
    pub draft: Return,
    /// Dates as typed, and what goes with them: never signed, never sent.
    #[serde(default, skip_serializing_if = "Worksheet::is_empty")]
    pub worksheet: Worksheet,
    /// Versions signed so far, oldest first, so that each can be downloaded again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<SignedVersion>,
    /// Withdrawals signed so far, oldest first, each of one of these versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawals: Vec<SignedWithdrawal>,
    /// Notices of immediate concerns signed so far, oldest first, to know again what was saved (C-03, L23).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<SignedNotice>,
    /// The last copy saved as a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_file_copy: Option<FileCopy>,
    /// When it was put in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<DateTime<Utc>>,
    /// When its time in the bin was first seen to be over, by a clock that may have been ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bin_over_seen: Option<DateTime<Utc>>,
    /// The draft that this one was parted from, when two windows wrote to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict_of: Option<ReturnId>,
    /// When the first change was saved that no file copy holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uncopied_since: Option<DateTime<Utc>>,
    /// What did not fit when the draft moved to other questions (L14), in words, whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_over: Vec<LeftOver>,
    /// The names to watch for (I-02). They stay in this record: no file holds them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<WatchedName>,
    /// Under which the texts are hashed that a reason was given for (I-06). Of this record only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<TextSalt>,
    /// Texts that were copied from another case; each counts while it reads as it was copied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copied: Vec<CopiedText>,
    /// Words that a choice took out of the return, by the keys of their boxes: for whoever goes back on it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub put_by: BTreeMap<String, String>,
}

/// A signed file as it was downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignedVersion {
    /// Version of the return.
    pub version: u32,
    /// Hash of its payload, which the next version names (V-03).
    pub payload: Hash,
    /// When, by this computer's clock.
    pub at: DateTime<Utc>,
    /// The signed file, to the byte. Never sealed: its auditor can always read it here.
    pub file: String,
    /// The same as it was downloaded, where the round seals: nobody else's copy differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<String>,
}

impl SignedVersion {
    /// The file that is sent, to the byte.
    pub fn to_send(&self) -> &str {
        self.sealed.as_ref().unwrap_or(&self.file)
    }
}

/// A copy of a draft saved as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FileCopy {
    /// When it was saved.
    pub at: DateTime<Utc>,
    /// Number of the last change within.
    pub last_change: u64,
}

impl DraftRecord {
    /// Newest schema of records that this program writes and reads.
    ///
    /// A later schema adds its step to [`DraftRecord::from_text`] and keeps the
    /// text that it read from, so that no step can lose work.
    pub const SCHEMA: u32 = 1;

    /// The record of a draft that was just begun; not saved yet.
    pub fn begin(draft: Return, invitation: Hash, now: DateTime<Utc>) -> Self {
        Self {
            schema: Self::SCHEMA,
            draft_id: draft.return_id.clone(),
            revision: 0,
            session: String::new(),
            last_change: 0,
            saved_at: now,
            invitation,
            draft,
            worksheet: Worksheet::default(),
            signed: Vec::new(),
            withdrawals: Vec::new(),
            notices: Vec::new(),
            last_file_copy: None,
            deleted_at: None,
            bin_over_seen: None,
            conflict_of: None,
            uncopied_since: None,
            left_over: Vec::new(),
            names: Vec::new(),
            salt: None,
            copied: Vec::new(),
            put_by: BTreeMap::new(),
        }
    }

    /// Reads a record; never guesses, never fills in what is missing.
    ///
    /// One that holds more than this program knows is a newer program's: saved
    /// again by this one, what it does not know would be gone.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read_whole(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        crate::json::to_string(self).expect("maps of this record have text keys")
    }

    /// The same work under another key, for when two windows wrote to one draft. Never in the bin: there
    /// nobody would look for it.
    pub fn conflict_copy(&self, fresh: ReturnId) -> Self {
        Self {
            conflict_of: Some(self.draft_id.clone()),
            draft_id: fresh,
            revision: 0,
            ..self.clone().out_of_bin()
        }
    }

    /// Makes one change, wherever it belongs.
    pub fn apply(&mut self, change: &Change) {
        self.put_words_by(change);
        apply(&mut self.draft, change);
        if let Change::Sheet(part) = change {
            apply_to_sheet(&mut self.worksheet, part);
        }
        if let Change::Names(names) = change {
            self.names.clone_from(names);
        }
        if let Change::Copied(mark) = change {
            self.mark_copied(mark);
        }
        if let Change::Chronology(part) = change {
            forget_date(&mut self.worksheet, part);
        }
        if let Change::ImmediateConcern(item, ImmediateChange::Remove) = change {
            forget_concern(&mut self.worksheet, item);
        }
        if let Change::ImmediateConcern(item, ImmediateChange::Close) = change {
            self.give_words_back(item);
        }
    }

    /// The change that writes the day of the audit down, where none is typed: what was signed on one day is
    /// not worked out anew for another when it is corrected (T-08). A nil return counts nothing.
    pub fn audit_day_noted(&self, day: NaiveDate) -> Option<Change> {
        let is_open = self.worksheet.typed(AUDIT_DATE).is_blank() && !self.draft.is_nil();
        is_open.then(|| Change::Sheet(SheetChange::Date(AUDIT_DATE.to_owned(), TypedDate::of(day))))
    }

    /// Whether dates are typed, and counted up to the day on which the return is signed.
    pub fn is_audited_on_signing(&self) -> bool {
        !self.worksheet.is_empty() && self.worksheet.typed(AUDIT_DATE).is_blank()
    }

    /// Makes it the version that corrects the last one signed (V-01, V-03). Whether there was one.
    pub(super) fn correct_last_signed(&mut self) -> bool {
        let Some(last) = self.signed.last() else { return false };
        self.draft.version = last.version.saturating_add(1);
        self.draft.previous = Some(last.payload);
        self.draft.sign_off = None;
        self.draft.enrolment_proof = None;
        true
    }

    /// Case, agency and round, by which a person knows it.
    pub fn title(&self) -> String {
        let draft = &self.draft;
        [draft.case_label.as_str(), &draft.agency.name, &draft.round.title].join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft, evidence, id};
    use super::*;
    use crate::store::apply;

    fn record() -> DraftRecord {
        DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"))
    }

    #[test]
    fn a_record_survives_being_stored() {
        let mut record = record();
        apply(&mut record.draft, &evidence("“Quoted”, and\na new line \u{1f9d2}"));
        assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record));
    }

    #[test]
    fn a_cut_off_record_is_corrupt_and_never_empty() {
        let text = record().to_text();
        for length in 0..text.len() {
            let cut = text.get(..length).unwrap();
            let error = DraftRecord::from_text(cut).unwrap_err();
            assert!(matches!(error, RecordError::Corrupt { .. }), "{length}: {error}");
        }
    }

    #[test]
    fn a_record_of_a_newer_program_is_named_as_such() {
        let text = record().to_text().replacen("\"schema\":1", "\"schema\":2", 1);
        assert_eq!(DraftRecord::from_text(&text), Err(RecordError::Newer { found: 2 }));
    }

    #[test]
    fn a_record_that_holds_more_than_this_program_knows_is_left_to_the_newer_one() {
        let text = record().to_text();
        let rows = [
            text.replacen("\"schema\":1", "\"schema\":1,\"later\":[1]", 1),
            text.replacen("\"case_label\"", "\"seen_by\":\"x\",\"case_label\"", 1),
        ];
        for newer in rows {
            assert_ne!(newer, text);
            assert_eq!(DraftRecord::from_text(&newer), Err(RecordError::Newer { found: 1 }));
        }
    }

    #[test]
    fn a_record_of_every_earlier_program_opens_with_all_its_words() {
        // Written by the first program of this schema. Never to be changed: add another file beside it.
        let record = DraftRecord::from_text(include_str!("fixtures/draft-1.json")).unwrap();
        assert_eq!((record.revision, record.last_change), (42, 137));
        assert_eq!(
            record.draft.answers[&id("1.1")].evidence,
            "Seen alone twice, see the note of 3 March."
        );
        assert_eq!(record.draft.areas[&id("area-2")].strengths[0].text, "Visits were kept.");
        assert_eq!(record.signed[0].version, 1);
        assert_eq!(record.conflict_of, Some(id("00ff")));
    }

    #[test]
    fn the_wording_of_a_corrupt_record_holds_none_of_its_text() {
        let text = record().to_text().replacen("\"Neglect\"", "Neglect", 1);
        let Err(RecordError::Corrupt { why }) = DraftRecord::from_text(&text) else {
            panic!("read");
        };
        assert!(why.starts_with("line 1, column "), "{why}");
    }

    #[test]
    fn a_conflict_copy_keeps_the_work_and_names_where_it_came_from() {
        let mut original = record();
        original.revision = 7;
        original.deleted_at = Some(at("10:00:00"));
        original.bin_over_seen = Some(at("11:00:00"));
        apply(&mut original.draft, &evidence("Mine"));
        let copy = original.conflict_copy(id("00ff"));
        assert_eq!(copy.draft, original.draft);
        assert_eq!((copy.draft_id, copy.revision), (id("00ff"), 0));
        assert_eq!(copy.conflict_of, Some(original.draft_id));
        assert_eq!((copy.deleted_at, copy.bin_over_seen), (None, None));
    }

    #[test]
    fn i02_the_names_to_watch_for_stay_in_the_record_and_in_no_return() {
        let mut record = record();
        let watched = WatchedName { name: "Quillfeather".into(), role: "the mother".into() };
        record.apply(&Change::Names(vec![watched.clone()]));
        record.apply(&evidence("Seen twice"));
        assert_eq!(record.names, [watched]);
        assert_eq!(DraftRecord::from_text(&record.to_text()), Ok(record.clone()));
        let exported = serde_json::to_string(&record.draft).unwrap();
        assert!(!exported.contains("Quillfeather"), "{exported}");
    }

    #[test]
    fn v01_after_the_greatest_number_there_is_no_version_nought() {
        let mut record = record();
        record.signed.push(SignedVersion {
            version: u32::MAX,
            payload: Hash::of(b"payload"),
            at: at("09:30:00"),
            file: "the signed file".into(),
            sealed: None,
        });
        assert!(record.correct_last_signed());
        assert_eq!(record.draft.version, u32::MAX);
    }

    #[test]
    fn t08_the_day_of_the_audit_is_written_down_on_signing_and_a_correction_keeps_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (signed, months_later) = (day("2026-05-04"), day("2026-11-20"));
        let mut record = record();
        record.apply(&record.audit_day_noted(signed).unwrap());
        record.signed.push(SignedVersion {
            version: 1,
            payload: Hash::of(b"payload"),
            at: at("09:30:00"),
            file: "the signed file".into(),
            sealed: None,
        });
        assert!(record.correct_last_signed());
        assert_eq!(record.worksheet.audit_day(months_later), signed);
        assert_eq!(record.audit_day_noted(months_later), None);

        record.apply(&Change::Sheet(SheetChange::Date(AUDIT_DATE.into(), TypedDate::default())));
        record.draft.involvement.level = Some(crate::audit_return::InvolvementLevel::NotKnown);
        assert_eq!(record.audit_day_noted(months_later), None, "a nil return counts nothing");
    }
}
