//! What several tabs do to each other while a passphrase is set, changed and removed.

use super::*;

#[test]
fn records_in_the_open_among_closed_ones_are_read_and_then_closed() {
    let store = locked_device();
    // As if a tab that heard nothing had saved once more, by a program without guards.
    let mut late = DraftRecord::begin(draft(), invitation().hash, at("09:00:00"));
    late.apply(&evidence(PLANTED));
    store.tamper(Shelf::Drafts, &draft_id(), &late.to_text());
    let store = window(store);
    holds_everything(&store);
    finish(close_rest(store.within(), &record(), &key(), &mut random)).unwrap();
    assert_eq!(in_the_open(store.within()), Vec::<String>::new());
    holds_everything(&store);
    let writes = store.within().completed_writes();
    finish(close_rest(store.within(), &record(), &key(), &mut random)).unwrap();
    assert_eq!(store.within().completed_writes(), writes, "nothing was left to be closed");
}

#[test]
fn no_tab_writes_in_the_open_once_another_one_has_set_a_passphrase() {
    let before = device();
    let record_there = finish(Library::new(&before).draft(&id(&draft_id()))).unwrap().unwrap();
    let mut session = Session::open(record_there, None, "opening".into(), 0).session;
    session.edit(evidence("Typed too late"), 0);
    finish(set_up_vault(&before, &record(), &key(), &mut random)).unwrap();
    let store = unaware(before);
    let commit = session.poll(500, at("09:10:00")).unwrap();
    let refused = finish(store.write(vec![commit.write], Durability::Relaxed));
    assert_eq!(refused, Err(StoreError::VaultChanged));
    session.failed(commit.attempt, StoreError::VaultChanged, 500);
    assert!(session.is_dirty() && session.journal().is_some(), "nothing of it is lost");
    holds_everything(&window(into_within(store)));
}

#[test]
fn no_tab_sets_aside_what_it_cannot_open_since_the_passphrase_was_set_elsewhere() {
    let store = unaware(locked_device());
    let listed = finish(Library::new(&store).open(at("09:05:00")));
    assert_eq!(listed, Err(StoreError::VaultChanged));
    holds_everything(&window(into_within(store)));
}

#[test]
fn no_tab_closes_anything_under_a_key_that_is_gone() {
    let store = locked_device();
    finish(remove_vault(&store, &record(), &key())).unwrap();
    let store = window(store);
    let refused = finish(store.write(vec![invitation().keep()], Durability::Strict));
    assert_eq!(refused, Err(StoreError::VaultChanged));
}

#[test]
fn a_draft_saved_while_the_passphrase_is_set_is_closed_as_it_was_saved() {
    let store = Busy { store: device(), saves: std::cell::Cell::new(2) };
    finish(set_up_vault(&store, &record(), &key(), &mut random)).unwrap();
    assert_eq!(in_the_open(&store.store), Vec::<String>::new());
    let store = window(store.store);
    let found = finish(Library::new(&store).draft(&id(&draft_id()))).unwrap().unwrap();
    assert_eq!(found.draft.answers[&id("1.1")].evidence, "Saved meanwhile, 1");
}

/// A store to which another tab saves just before each of the first writes.
struct Busy {
    store: MemoryStore,
    saves: std::cell::Cell<u32>,
}

impl Store for Busy {
    async fn get(&self, shelf: Shelf, key: &str) -> Result<Option<Entry>, StoreError> {
        self.store.get(shelf, key).await
    }

    async fn list(&self, shelf: Shelf) -> Result<Vec<Entry>, StoreError> {
        self.store.list(shelf).await
    }

    async fn write(&self, writes: Vec<Write>, durability: Durability) -> Result<(), StoreError> {
        if let Some(left) = self.saves.get().checked_sub(1) {
            self.saves.set(left);
            let library = Library::new(&self.store);
            let mut record = library.draft(&id(&draft_id())).await.unwrap().unwrap();
            record.apply(&evidence(&format!("Saved meanwhile, {}", 2 - left - 1)));
            library.restore(record, at("09:02:00")).await.unwrap();
        }
        self.store.write(writes, durability).await
    }
}

#[test]
fn two_tabs_do_not_both_change_the_passphrase() {
    let store = locked_device();
    let first = record().renewed(&key(), &derived("candle meadow button"), &mut random);
    let second = record().locked_after(300);
    finish(renew_vault(&store, &record(), &first)).unwrap();
    let refused = finish(renew_vault(&store, &record(), &second));
    assert!(matches!(refused, Err(StoreError::StaleRevision { .. })), "{refused:?}");
}
