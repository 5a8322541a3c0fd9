//! A draft's file copy: all that another browser needs to go on with it.

use serde::{Deserialize, Serialize};

use super::{DraftRecord, JournalText, Replay};
use crate::envelope::{
    Draft, Hash, Kind, Limits, OpenError, PassphraseKey, Payload, Random, WriteError, open_draft,
    write_draft_of,
};
use crate::id::ReturnId;
use crate::timescale::AUDIT_DATE;

/// What a file of the kind `draft` holds.
///
/// It carries the invitation too, so that it opens in a browser that never saw it (L2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DraftCopy {
    /// See [`DraftCopy::FORMAT_VERSION`].
    pub format_version: u32,
    /// The draft as it stood.
    pub record: DraftRecord,
    /// The signed file of its invitation, to the byte.
    pub invitation: String,
    /// Changes that the record does not hold yet: in copies made after a fault of the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journal: Option<JournalText>,
}

impl Payload for DraftCopy {
    const KIND: Kind = Kind::Draft;
    const FORMAT_VERSION: u32 = Self::FORMAT_VERSION;
}

impl DraftCopy {
    /// Newest format that this program writes and reads.
    pub const FORMAT_VERSION: u32 = 1;

    /// A copy of a draft with its invitation's file, without the names to watch for.
    ///
    /// Beside a case's reference they would tell whose case it is, and a file may lie
    /// where others look (I-02). Whoever goes on elsewhere enters them again.
    pub fn of(record: DraftRecord, invitation: String) -> Self {
        let record = DraftRecord { names: Vec::new(), ..record };
        Self { format_version: Self::FORMAT_VERSION, record, invitation, journal: None }
    }

    /// The copy in a file that was opened. Of a newer program's nothing: it would be kept here without what this
    /// program does not know, or where this program could not read it again.
    pub fn of_file(file: &Draft) -> Result<Self, OpenError> {
        let copy: Self = file.parse_whole()?;
        let (found, supported) = (copy.record.schema, DraftRecord::SCHEMA);
        if found > supported {
            return Err(OpenError::NewerVersion { found: found.into(), supported });
        }
        Ok(copy)
    }

    /// The draft with what its journal adds. A journal of another revision adds what it can:
    /// a copy is opened beside the draft that is here, so nothing is overwritten.
    pub fn recovered(&self) -> DraftRecord {
        let mut record = self.record.clone();
        let journal = self.journal.as_ref().filter(|journal| journal.draft == record.draft_id);
        match journal.map(|journal| journal.replay(&record).0) {
            None | Some(Replay::Nothing) => {}
            Some(Replay::Changes(changes) | Replay::Conflict(changes)) => {
                changes.iter().for_each(|change| record.apply(change));
            }
        }
        record
    }

    /// The draft to keep for this copy, beside the one with its id that is `here`; `None` where that one holds all
    /// of it. Never in the bin: whoever opens a copy wants to see it, also where a plain page made it of a deleted
    /// draft.
    pub fn beside(&self, here: Option<&DraftRecord>, fresh: ReturnId) -> Option<DraftRecord> {
        let record = self.recovered();
        match here {
            Some(here) if !here.is_deleted() && holds_all(here, &record) => None,
            Some(_) => Some(record.conflict_copy(fresh)),
            None => Some(DraftRecord { revision: 0, ..record.out_of_bin() }),
        }
    }

    /// The file of this copy that opens with a passphrase only.
    pub fn closed(&self, by: &PassphraseKey, random: Random<'_>) -> Result<Vec<u8>, WriteError> {
        by.write(&write_draft_of(self)?, Kind::Draft, random)
    }

    /// Opens such a file with the key that the passphrase makes of its salt.
    pub fn open_closed(bytes: &[u8], by: &PassphraseKey) -> Result<Self, OpenError> {
        let limits = Limits::of(Kind::Draft);
        let file = by.open(bytes, &[Kind::Draft], &limits)?;
        Self::of_file(&open_draft(&file.contents, &limits)?)
    }

    /// Whether the invitation within is the one that the draft answers.
    pub fn is_whole(&self) -> bool {
        Hash::of(self.invitation.as_bytes()) == self.record.invitation
    }
}

/// Whether nothing of a copy is missing `here`. The answers may be the same, and the copy still knows of a version
/// that was signed elsewhere: left out, it would be signed here once more under the same number (V-01).
fn holds_all(here: &DraftRecord, copy: &DraftRecord) -> bool {
    here.draft == copy.draft
        && has_dates_of(here, copy)
        && copy.signed.iter().all(|one| here.signed.contains(one))
        && copy.withdrawals.iter().all(|one| here.withdrawals.contains(one))
        && copy.notices.iter().all(|one| here.notices.contains(one))
        && copy.left_over.iter().all(|one| here.left_over.contains(one))
        && copy.put_by.iter().all(|(place, words)| here.put_by.get(place) == Some(words))
}

/// Whether the dates are the same, but for the day of the audit, which signing writes down (T-08).
fn has_dates_of(here: &DraftRecord, copy: &DraftRecord) -> bool {
    let mut dates = copy.worksheet.clone();
    if let Some(noted) = here.worksheet.typed.get(AUDIT_DATE)
        && !here.signed.is_empty()
        && dates.typed(AUDIT_DATE).is_blank()
    {
        dates.typed.insert(AUDIT_DATE.to_owned(), noted.clone());
    }
    here.worksheet == dates
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft, evidence, id};
    use super::*;
    use crate::envelope::{claimed_kind, new_salt, salt_of, write_draft};
    use crate::guard::WatchedName;
    use crate::store::{
        Change, Journal, LeftOver, SheetChange, SignedNotice, SignedVersion, SignedWithdrawal,
    };

    #[test]
    fn a_file_copy_opens_again_with_its_invitation() {
        let invitation = "{\"payload\":\"abc\"}".to_owned();
        let hash = Hash::of(invitation.as_bytes());
        let copy = DraftCopy::of(DraftRecord::begin(draft(), hash, at("09:00:00")), invitation);
        let file = write_draft_of(&copy).unwrap();
        let opened = open_draft(&file, &Limits::of(Kind::Draft)).unwrap();
        let read = DraftCopy::of_file(&opened).unwrap();
        assert!(read.is_whole());
        assert_eq!(read, copy);
    }

    #[test]
    fn a_copy_with_a_journal_holds_the_last_words_too() {
        let record = DraftRecord::begin(draft(), Hash::of(b"one"), at("09:00:00"));
        let mut journal = Journal::after(&record, "first");
        journal.push(evidence("Typed just before the fault"));
        let mut copy = DraftCopy::of(record, "one".into());
        copy.journal = Some(journal.to_text());
        let answer = copy.recovered().draft.answers[&id("1.1")].clone();
        assert_eq!(answer.evidence, "Typed just before the fault");
    }

    /// Saved three times here.
    fn here() -> DraftRecord {
        let record = DraftRecord::begin(draft(), Hash::of(b"one"), at("09:00:00"));
        DraftRecord { revision: 3, ..record }
    }

    fn opened(copy: &DraftRecord, here: Option<&DraftRecord>) -> Option<DraftRecord> {
        DraftCopy::of(copy.clone(), "one".into()).beside(here, id("00ff"))
    }

    /// The draft with one thing more, for each thing that its answers do not show.
    fn with_more() -> Vec<DraftRecord> {
        let (at, payload) = (at("10:00:00"), Hash::of(b"payload"));
        let mut more = vec![here(); 6];
        more[0].signed =
            vec![SignedVersion { version: 1, payload, at, file: "{}".into(), sealed: None }];
        more[1].withdrawals = vec![SignedWithdrawal {
            payload,
            at,
            reason: "Another child.".into(),
            file: "{}".into(),
            sealed: None,
        }];
        more[2].apply(&Change::Sheet(SheetChange::Nation(Some("scotland".into()))));
        let (said, marked) = (vec!["Seen.".into()], Vec::new());
        more[3].left_over = vec![LeftOver { asked: "1.9".into(), said, marked, at }];
        more[4].notices = vec![SignedNotice { at, file: "{}".into(), sealed: None }];
        more[5].put_by.insert("overall-grade".into(), "The file was lost.".into());
        more
    }

    #[test]
    fn v01_a_copy_that_knows_more_than_the_draft_here_is_kept_beside_it() {
        for more in with_more() {
            let kept = opened(&more, Some(&here())).unwrap();
            assert_eq!(kept, more.conflict_copy(id("00ff")));
            assert_eq!(kept.signed, more.signed, "it is known there what is signed");
            assert_eq!(opened(&more, Some(&more)), None, "the same is here");
        }
    }

    #[test]
    fn a_copy_from_before_the_signature_is_no_second_draft() {
        let mut signed = with_more()[0].clone();
        // As signing leaves it: the day of the audit is written down (T-08).
        signed.apply(&signed.audit_day_noted("2026-05-04".parse().unwrap()).unwrap());
        let signed = &signed;
        assert_eq!(opened(&here(), Some(signed)), None);
        let mut other = here();
        other.apply(&evidence("Otherwise"));
        assert!(opened(&other, Some(signed)).is_some());
    }

    #[test]
    fn a_copy_of_a_deleted_draft_goes_into_no_bin() {
        let deleted = here().into_bin(at("10:00:00"));
        let alone = opened(&deleted, None).unwrap();
        assert_eq!(alone, DraftRecord { revision: 0, ..here() });
        let beside = opened(&deleted, Some(&deleted)).unwrap();
        assert_eq!(beside, here().conflict_copy(id("00ff")));
        assert_eq!(opened(&deleted, Some(&here())), None, "it was taken back here");
    }

    #[test]
    fn i02_a_file_copy_holds_none_of_the_names_to_watch_for() {
        let mut record = DraftRecord::begin(draft(), Hash::of(b"one"), at("09:00:00"));
        let watched = WatchedName { name: "Quillfeather".into(), role: String::new() };
        record.apply(&Change::Names(vec![watched]));
        let file = write_draft_of(&DraftCopy::of(record, "one".into())).unwrap();
        let text = String::from_utf8(file).unwrap();
        assert!(text.contains("\"draft_id\"") && !text.contains("Quillfeather"), "{text}");
    }

    #[test]
    fn a_copy_closed_with_a_passphrase_opens_with_it_alone_and_shows_nothing() {
        let mut record = DraftRecord::begin(draft(), Hash::of(b"one"), at("09:00:00"));
        record.apply(&evidence("Seen twice at school"));
        let copy = DraftCopy::of(record, "one".into());
        let key = |words: &str, salt| PassphraseKey::with(words, salt);
        let mut count = 0;
        let mut random = || {
            count += 1;
            [count; 32]
        };
        let by = key("lantern orchard kettle", new_salt([9; 32]));
        let file = copy.closed(&by, &mut random).unwrap();
        let text = String::from_utf8(file.clone()).unwrap();
        assert!(!text.contains("Seen twice") && !text.contains("Case 3"), "{text}");

        let limits = Limits::of(Kind::Draft).of_closed();
        assert_eq!(claimed_kind(&file, &limits), Ok(Kind::Draft));
        let needs = open_draft(&file, &limits).unwrap_err();
        assert!(matches!(needs, OpenError::NeedsPassphrase { .. }), "{needs}");
        let salt = salt_of(&file, &Limits::of(Kind::Draft)).unwrap();
        let again = key("lantern orchard kettle", salt);
        assert_eq!(DraftCopy::open_closed(&file, &again), Ok(copy));
        let wrong = DraftCopy::open_closed(&file, &key("lantern orchard kettles", salt));
        assert_eq!(wrong, Err(OpenError::WrongPassphrase));
    }

    #[test]
    fn a_copy_of_a_newer_program_is_left_to_that_one() {
        let record = DraftRecord::begin(draft(), Hash::of(b"one"), at("09:00:00"));
        let text = crate::json::to_string(&DraftCopy::of(record, "one".into())).unwrap();
        let newer = [
            ("\"schema\":1", "\"schema\":2", 2),
            ("\"schema\":1", "\"schema\":1,\"later\":[1]", 1),
            ("\"case_label\"", "\"seen_by\":\"x\",\"case_label\"", 1),
        ];
        for (old, new, found) in newer {
            let file = write_draft(text.replacen(old, new, 1).into_bytes()).unwrap();
            let read = DraftCopy::of_file(&open_draft(&file, &Limits::of(Kind::Draft)).unwrap());
            assert_eq!(read, Err(OpenError::NewerVersion { found, supported: 1 }), "{new}");
        }
    }

    #[test]
    fn a_copy_with_another_invitation_is_not_whole() {
        let record = DraftRecord::begin(draft(), Hash::of(b"one"), at("09:00:00"));
        assert!(!DraftCopy::of(record, "another".into()).is_whole());
    }
}
