//! Drafts begun, binned, taken back and set aside.

use chrono::TimeDelta;

use super::super::testing::{at, draft, evidence, id};
use super::*;
use crate::store::{MemoryStore, finish};

fn invitation() -> InvitationRecord {
    InvitationRecord::of("{\"payload\":\"abc\"}".into(), at("09:00:00"))
}

/// A device with one draft just begun.
fn device() -> (MemoryStore, DraftRecord) {
    let store = MemoryStore::default();
    let record = DraftRecord::begin(draft(), invitation().hash, at("09:00:00"));
    let mut begun = finish(Library::new(&store).begin(&invitation(), vec![record])).unwrap();
    let record = begun.pop().unwrap();
    (store, record)
}

#[test]
fn a_draft_begun_is_found_with_its_invitation() {
    let (store, record) = device();
    let library = Library::new(&store);
    let found = finish(library.open(at("09:00:01"))).unwrap();
    assert_eq!(found.drafts, std::slice::from_ref(&record));
    assert_eq!(finish(library.invitation(&record.invitation)), Ok(invitation()));
    assert_eq!(store.completed_writes(), 1, "draft and invitation are one transaction");
}

#[test]
fn a_missing_invitation_is_said_so() {
    let (store, _) = device();
    let missing = finish(Library::new(&store).invitation(&Hash::of(b"another")));
    assert_eq!(missing, Err(FetchError::Missing));
}

#[test]
fn a_damaged_record_is_set_aside_to_the_byte_and_the_others_are_found() {
    let (store, record) = device();
    let library = Library::new(&store);
    let fine = finish(library.keep_conflict(&record, &[], id("00ff"), at("09:00:00"))).unwrap();
    store.tamper(Shelf::Drafts, record.draft_id.as_str(), "{\"schema\":1,");
    let found = finish(library.open(at("09:05:00"))).unwrap();
    assert_eq!(found.drafts, [fine]);
    assert_eq!(found.damaged[0].text, "{\"schema\":1,");
    let aside = finish(store.list(Shelf::SetAside)).unwrap();
    assert_eq!(serde_json::from_str::<SetAside>(&aside[0].text).unwrap(), found.damaged[0]);
    assert_eq!(finish(store.get(Shelf::Drafts, record.draft_id.as_str())), Ok(None));
}

#[test]
fn a_record_of_a_newer_program_is_left_where_it_is() {
    let (store, record) = device();
    let newer = record.to_text().replacen("\"schema\":1", "\"schema\":9", 1);
    store.tamper(Shelf::Drafts, record.draft_id.as_str(), &newer);
    let found = finish(Library::new(&store).open(at("09:05:00"))).unwrap();
    assert_eq!(found.newer, [record.draft_id.to_string()]);
    let entry = finish(store.get(Shelf::Drafts, record.draft_id.as_str())).unwrap().unwrap();
    assert_eq!(entry.text, newer);
}

#[test]
fn a_deleted_draft_waits_in_the_bin_and_goes_after_thirty_days() {
    let (store, record) = device();
    let library = Library::new(&store);
    let deleted = finish(library.delete(record, at("10:00:00"))).unwrap();
    let day = |days| at("10:00:01") + TimeDelta::days(days);
    assert_eq!(finish(library.open(day(29))).unwrap().bin, std::slice::from_ref(&deleted));
    let restored = finish(library.restore(deleted, day(29))).unwrap();
    assert_eq!(finish(library.open(day(31))).unwrap().drafts, std::slice::from_ref(&restored));
    finish(library.delete(restored, day(31))).unwrap();
    let seen = finish(library.open(day(62))).unwrap().bin;
    assert_eq!(seen[0].bin_over_seen, Some(day(62)));
    assert_eq!(finish(library.open(day(62))).unwrap().bin, seen, "the same day");
    assert_eq!(finish(library.open(day(63))).unwrap(), Found::default());
}

#[test]
fn a_clock_that_is_ahead_once_empties_no_bin() {
    let (store, record) = device();
    let library = Library::new(&store);
    let deleted = finish(library.delete(record, at("10:00:00"))).unwrap();
    let day = |days| at("10:00:01") + TimeDelta::days(days);
    assert_eq!(finish(library.open(day(700))).unwrap().bin.len(), 1);
    let right = finish(library.open(day(1))).unwrap().bin;
    assert_eq!(right, [DraftRecord { revision: deleted.revision + 2, ..deleted }]);
    assert_eq!(finish(library.open(day(701))).unwrap().bin.len(), 1);
    let seen = finish(library.open(day(701))).unwrap().bin.remove(0);
    let restored = finish(library.restore(seen, day(2))).unwrap();
    assert_eq!(restored.bin_over_seen, None);
}

#[test]
fn a_draft_deleted_by_a_clock_that_was_behind_is_in_the_bin_for_its_whole_time() {
    let (store, record) = device();
    let library = Library::new(&store);
    finish(library.delete(record, at("10:00:00") - TimeDelta::days(2_500))).unwrap();
    let day = |days| at("10:00:01") + TimeDelta::days(days);
    let seen = finish(library.open(day(1))).unwrap().bin;
    assert_eq!(seen[0].deleted_at, Some(day(1)));
    assert_eq!(finish(library.open(day(31))).unwrap().bin, seen);
}

#[test]
fn a_bin_of_which_nothing_can_be_noted_is_listed_all_the_same() {
    let (store, record) = device();
    let library = Library::new(&store);
    let deleted = finish(library.delete(record, at("10:00:00"))).unwrap();
    // Another revision than is stored: as if another tab had written since.
    let text = DraftRecord { revision: 7, ..deleted.clone() }.to_text();
    store.tamper(Shelf::Drafts, deleted.draft_id.as_str(), &text);
    let found = finish(library.open(at("10:00:01") + TimeDelta::days(40))).unwrap();
    assert_eq!(found.bin, [DraftRecord { revision: 7, ..deleted }]);
}

#[test]
fn a_draft_that_went_on_elsewhere_is_not_deleted_from_an_old_list() {
    let (store, record) = device();
    let library = Library::new(&store);
    finish(library.delete(record.clone(), at("10:00:00"))).unwrap();
    assert_eq!(
        finish(library.delete(record, at("10:00:01"))),
        Err(StoreError::StaleRevision { expected: 1, found: 2 })
    );
}

#[test]
fn a_conflict_becomes_a_second_draft_beside_the_first() {
    let (store, record) = device();
    let library = Library::new(&store);
    let theirs = [evidence("Theirs")];
    finish(library.keep_conflict(&record, &theirs, id("00ff"), at("10:00:00"))).unwrap();
    let found = finish(library.open(at("10:00:01"))).unwrap();
    assert_eq!(found.drafts.len(), 2);
    assert_eq!(found.drafts[0].conflict_of, Some(record.draft_id));
    assert_eq!(found.drafts[0].draft.answers[&id("1.1")].evidence, "Theirs");
}

#[test]
fn what_a_journal_held_besides_is_kept_all_of_it_or_nothing() {
    let (store, record) = device();
    let library = Library::new(&store);
    let unread = ["{\"number\":1,".to_owned(), "second".to_owned()];
    let theirs = [evidence("Theirs")];
    let keep = || finish(library.keep_rest(&record, &theirs, &unread, id("00ff"), at("10:00:00")));
    store.fail_with(Some(StoreError::Full));
    assert_eq!(keep(), Err(StoreError::Full));
    store.fail_with(None);
    let before = store.completed_writes();
    assert_eq!(keep(), Ok(()));
    assert_eq!(store.completed_writes(), before + 1, "one transaction");
    let copy = finish(library.draft(&id("00ff"))).unwrap().unwrap();
    assert_eq!(copy.draft.answers[&id("1.1")].evidence, "Theirs");
    assert_eq!((copy.revision, copy.conflict_of), (1, Some(record.draft_id.clone())));
    let aside = finish(library.aside()).unwrap();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].1.text, "{\"number\":1,\nsecond", "every line");
    assert_eq!(aside[0].1.from, "journal/5f1d0c52a0b94e5f8a3b6a1de1c0ffee");
}

#[test]
fn where_a_journal_held_nothing_besides_nothing_is_written() {
    let (store, record) = device();
    let before = store.completed_writes();
    let library = Library::new(&store);
    let kept = finish(library.keep_rest(&record, &[], &[], id("00ff"), at("10:00:00")));
    assert_eq!(kept, Ok(()));
    assert_eq!(store.completed_writes(), before);
}

#[test]
fn storage_that_fails_is_an_error_and_never_an_empty_list() {
    let (store, _) = device();
    store.fail_with(Some(StoreError::Blocked));
    assert_eq!(finish(Library::new(&store).open(at("10:00:00"))), Err(StoreError::Blocked));
}

#[test]
fn what_was_set_aside_is_listed_to_the_byte_until_the_person_deletes_it() {
    let (store, record) = device();
    let library = Library::new(&store);
    store.tamper(Shelf::Drafts, record.draft_id.as_str(), "{\"schema\":1,");
    finish(library.open(at("09:05:00"))).unwrap();
    let aside = finish(library.aside()).unwrap();
    let texts: Vec<&str> = aside.iter().map(|(_, aside)| aside.text.as_str()).collect();
    assert_eq!(texts, ["{\"schema\":1,"]);
    store.tamper(Shelf::SetAside, &aside[0].0, "damaged again");
    assert_eq!(finish(library.aside()).unwrap()[0].1.text, "damaged again");
    finish(library.drop_aside(&aside[0].0)).unwrap();
    assert_eq!(finish(library.aside()).unwrap(), []);
}

#[test]
fn l14_a_draft_moved_to_other_questions_leaves_the_old_one_in_the_bin() {
    let (store, record) = device();
    let library = Library::new(&store);
    let other = InvitationRecord::of("{\"payload\":\"new\"}".into(), at("10:00:00"));
    let moved = DraftRecord { invitation: other.hash, ..record.clone() };
    let moved =
        finish(library.move_on(&record, moved, &other, id("00ff"), at("10:00:00"))).unwrap();
    let found = finish(library.open(at("10:00:01"))).unwrap();
    assert_eq!(found.drafts, [moved]);
    assert_eq!(found.bin[0].draft, record.draft);
    assert_eq!(found.bin[0].invitation, record.invitation);
    assert_eq!(finish(library.invitation(&other.hash)), Ok(other));
}
