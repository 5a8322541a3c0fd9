//! What survives a crash between two commits.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::testing::{any_change, at, draft, evidence, id};
use super::*;
use crate::audit_return::Return;
use crate::envelope::Hash;
use crate::store::{AreaChange, LineChange};
use crate::timescale::Worksheet;

fn record() -> DraftRecord {
    let mut record = DraftRecord::begin(draft(), Hash::of(b"invitation"), at("09:00:00"));
    record.revision = 1;
    record.session = "first".into();
    record
}

fn commit(record: &mut DraftRecord, journal: &Journal, changes: &[Change]) {
    changes.iter().for_each(|change| record.apply(change));
    record.revision += 1;
    record.last_change = journal.last();
}

/// The record as it stands after a crash and a new start.
fn recovered(record: &DraftRecord, journal: &JournalText) -> DraftRecord {
    let mut record = record.clone();
    match journal.replay(&record).0 {
        Replay::Nothing => {}
        Replay::Changes(changes) => {
            changes.iter().for_each(|change| record.apply(change));
        }
        Replay::Conflict(changes) => panic!("conflict over {changes:?}"),
    }
    record
}

fn concern(line: LineChange) -> Change {
    Change::Area(id("area-2"), AreaChange::Concern(id("c1"), line))
}

#[test]
fn typing_leaves_one_line_and_not_one_a_key() {
    let mut journal = Journal::after(&record(), "first");
    for text in ["S", "Se", "See", "Seen"] {
        journal.push(evidence(text));
    }
    assert_eq!(
        journal.to_text().lines,
        [r#"{"number":4,"change":{"answer":["1.1",{"evidence":"Seen"}]}}"#]
    );
}

#[test]
fn a_concern_removed_and_typed_again_keeps_only_the_new_text() {
    let mut journal = Journal::after(&record(), "first");
    journal.push(concern(LineChange::Text("Old".into())));
    journal.push(concern(LineChange::Remove));
    journal.push(concern(LineChange::Add));
    journal.push(concern(LineChange::Text("New".into())));
    let after = recovered(&record(), &journal.to_text());
    assert_eq!(after.draft.area(&id("area-2")).unwrap().concerns[0].text, "New");
}

#[test]
fn a_change_typed_during_a_commit_outlives_it() {
    let mut record = record();
    let mut journal = Journal::after(&record, "first");
    journal.push(evidence("Before"));
    let mut written = record.clone();
    commit(&mut written, &journal, &[evidence("Before")]);
    journal.push(evidence("Before and after"));

    let committed = recovered(&written, &journal.to_text());
    assert_eq!(committed.draft.answers[&id("1.1")].evidence, "Before and after");
    record = recovered(&record, &journal.to_text());
    assert_eq!(record.draft.answers[&id("1.1")].evidence, "Before and after");

    journal.forget_what_is_in(&written);
    assert_eq!(journal.to_text().lines.len(), 1, "the later change still stands");
    assert_eq!(journal.to_text().base, 2);
}

#[test]
fn a_journal_older_than_the_record_is_ignored() {
    let mut record = record();
    let mut journal = Journal::after(&record, "first");
    journal.push(evidence("Saved"));
    commit(&mut record, &journal, &[evidence("Saved")]);
    let stale = journal.to_text();
    record.apply(&evidence("Saved, then mended"));
    record.last_change = 2;
    record.revision = 3;
    assert_eq!(stale.replay(&record), (Replay::Nothing, vec![]));
}

#[test]
fn a_journal_ahead_of_the_record_is_replayed_although_a_commit_is_missing() {
    let record = record();
    let mut later = record.clone();
    later.revision = 5;
    later.last_change = 40;
    let mut journal = Journal::after(&later, "second");
    journal.push(evidence("Typed last"));
    let after = recovered(&record, &journal.to_text());
    assert_eq!(after.draft.answers[&id("1.1")].evidence, "Typed last");
}

#[test]
fn changes_made_elsewhere_on_an_older_revision_become_a_conflict() {
    let mut record = record();
    let mut elsewhere = Journal::after(&record, "second");
    elsewhere.push(evidence("Theirs"));
    let mut here = Journal::after(&record, "first");
    here.push(evidence("Mine"));
    commit(&mut record, &here, &[evidence("Mine")]);
    assert_eq!(elsewhere.to_text().replay(&record).0, Replay::Conflict(vec![evidence("Theirs")]));
}

#[test]
fn changes_made_elsewhere_that_say_the_same_are_no_conflict() {
    let mut record = record();
    let mut elsewhere = Journal::after(&record, "second");
    elsewhere.push(evidence("The same"));
    let mut here = Journal::after(&record, "first");
    here.push(evidence("The same"));
    commit(&mut record, &here, &[evidence("The same")]);
    assert_eq!(elsewhere.to_text().replay(&record).0, Replay::Nothing);
}

#[test]
fn a_line_cut_off_in_writing_is_set_aside_and_the_others_count() {
    let mut journal = Journal::after(&record(), "first");
    journal.push(evidence("Kept"));
    journal.push(Change::GeneralComments("Cut off".into()));
    let whole = journal.to_text();
    let last = whole.lines[1].clone();
    for length in 0..last.len() {
        let mut cut = whole.clone();
        cut.lines[1].truncate(length);
        let (replay, unread) = cut.replay(&record());
        assert_eq!(replay, Replay::Changes(vec![evidence("Kept")]), "{length}");
        assert_eq!(unread, [last[..length].to_owned()], "{length}");
    }
}

/// What an auditor would miss.
fn work(record: &DraftRecord) -> (&Return, &Worksheet, &BTreeMap<String, String>) {
    (&record.draft, &record.worksheet, &record.put_by)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Edits with commits at random moments, some of which never complete: after a crash at
    /// any time, record and journal together hold exactly what was in memory.
    #[test]
    fn replaying_the_journal_over_the_record_gives_what_was_in_memory(
        steps in prop::collection::vec((any_change(), 0..6u8), 1..60)
    ) {
        let mut stored = record();
        let mut memory = stored.clone();
        let mut journal = Journal::after(&stored, "first");
        let mut on_its_way: Option<DraftRecord> = None;
        for (change, event) in steps {
            memory.apply(&change);
            journal.push(change);
            if event == 0 && on_its_way.is_none() {
                on_its_way = Some(DraftRecord {
                    draft: memory.draft.clone(),
                    worksheet: memory.worksheet.clone(),
                    put_by: memory.put_by.clone(),
                    revision: stored.revision + 1,
                    last_change: journal.last(),
                    ..stored.clone()
                });
            }
            if event == 1 && let Some(written) = on_its_way.take() {
                stored = written;
                let crashed = recovered(&stored, &journal.to_text());
                prop_assert_eq!(work(&crashed), work(&memory), "before the journal was trimmed");
                journal.forget_what_is_in(&stored);
            }
            if event == 2 {
                on_its_way = None;
            }
            let text = serde_json::to_string(&journal.to_text()).unwrap();
            let crashed = recovered(&stored, &serde_json::from_str(&text).unwrap());
            prop_assert_eq!(work(&crashed), work(&memory));
        }
    }
}
