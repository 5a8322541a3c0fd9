//! Passphrases set, entered, renewed and removed over drafts that must outlive all of it.

mod damaged;
mod locked_copy;
mod several_tabs;

use std::rc::Rc;

use super::super::testing::{at, draft, evidence, id};
use super::super::*;
use super::*;
use crate::envelope::{Hash, OpenError, PassphraseKey, is_closed};

const WORDS: &str = "lantern orchard kettle";
const PLANTED: &str = "Seen alone in the kitchen";

fn random() -> [u8; 32] {
    use std::sync::atomic::{AtomicU8, Ordering};
    static COUNT: AtomicU8 = AtomicU8::new(1);
    [COUNT.fetch_add(1, Ordering::Relaxed); 32]
}

fn key() -> DeviceKey {
    DeviceKey::from_random([77; 32])
}

/// What a browser derives from these words; quick, for PBKDF2 has its own tests.
fn derived(words: &str) -> PassphraseKey {
    let key = *Hash::of(words.as_bytes()).as_bytes();
    PassphraseKey::from_derived(key, crate::envelope::new_salt([9; 32]))
}

fn record() -> VaultRecord {
    VaultRecord::new("vault-1".into(), IDLE_SECONDS, &key(), &derived(WORDS), &mut || [5; 32])
}

fn invitation() -> InvitationRecord {
    InvitationRecord::of("{\"payload\":\"secret of the slot\"}".into(), at("09:00:00"))
}

fn draft_id() -> String {
    draft().return_id.to_string()
}

/// A device on which nobody has set a passphrase, with a draft and something set aside.
fn device() -> MemoryStore {
    let store = MemoryStore::default();
    let library = Library::new(&store);
    let mut record = DraftRecord::begin(draft(), invitation().hash, at("09:00:00"));
    record.apply(&evidence(PLANTED));
    finish(library.begin(&invitation(), vec![record])).unwrap();
    let text = [PLANTED, ", half of it"].concat();
    let aside = SetAside { from: "journal/1".into(), text, why: "line".into(), at: at("09:01:00") };
    finish(library.set_aside(&aside)).unwrap();
    store
}

/// The same with a passphrase.
fn locked_device() -> MemoryStore {
    let store = device();
    finish(set_up_vault(&store, &record(), &key(), &mut random)).unwrap();
    store
}

/// A window in which the passphrase was entered.
fn window(store: MemoryStore) -> Guarded<MemoryStore> {
    let vault = Vault::new(random);
    vault.open(&record(), key());
    Guarded::new(store, Rc::new(vault))
}

/// A window that knows of no passphrase.
fn unaware(store: MemoryStore) -> Guarded<MemoryStore> {
    let vault = Vault::new(random);
    vault.turn_off();
    Guarded::new(store, Rc::new(vault))
}

/// What a window kept, for another one.
fn into_within(window: Guarded<MemoryStore>) -> MemoryStore {
    window.store
}

/// Every text on the device, as somebody would find it who reads the disk.
fn kept(store: &MemoryStore) -> Vec<String> {
    let list = |shelf| finish(store.list(shelf)).unwrap().into_iter();
    Shelf::ALL.into_iter().flat_map(list).map(|entry| entry.text).collect()
}

fn in_the_open(store: &MemoryStore) -> Vec<String> {
    let words = [PLANTED, "secret of the slot", "Police", "Case 3"];
    let tells = |text: &String| words.iter().any(|word| text.contains(word));
    kept(store).into_iter().filter(tells).collect()
}

#[track_caller]
fn holds_everything(store: &impl Store) {
    let library = Library::new(store);
    let found = finish(library.open(at("09:05:00"))).unwrap();
    let answers: Vec<&str> =
        found.drafts.iter().map(|one| one.draft.answers[&id("1.1")].evidence.as_str()).collect();
    assert_eq!(answers, [PLANTED]);
    assert_eq!(finish(library.invitation(&invitation().hash)), Ok(invitation()));
    let aside = finish(library.aside()).unwrap();
    assert_eq!(aside[0].1.text, [PLANTED, ", half of it"].concat());
    assert!(found.damaged.is_empty() && found.newer.is_empty(), "{found:?}");
}

#[test]
fn a_passphrase_closes_all_that_was_typed_or_sent_and_its_window_reads_it() {
    let store = device();
    assert_eq!(in_the_open(&store).len(), 3, "draft, invitation, what was set aside");
    let writes = store.completed_writes();
    finish(set_up_vault(&store, &record(), &key(), &mut random)).unwrap();
    assert_eq!(store.completed_writes(), writes + 1, "all of it is one transaction");
    assert_eq!(in_the_open(&store), Vec::<String>::new());
    holds_everything(&window(store));
}

#[test]
fn a_passphrase_that_could_not_be_kept_changes_nothing() {
    let store = device();
    let before = kept(&store);
    store.fail_with(Some(StoreError::Full));
    let outcome = finish(set_up_vault(&store, &record(), &key(), &mut random));
    assert_eq!(outcome, Err(StoreError::Full));
    store.fail_with(None);
    assert_eq!(kept(&store), before);
    assert_eq!(finish(find_vault(&store, None, false)), Ok(None));
    holds_everything(&unaware(store));
}

#[test]
fn l21_only_the_right_passphrase_opens_the_key_and_a_wrong_one_changes_nothing() {
    let store = locked_device();
    let before = kept(&store);
    let found = finish(find_vault(&store, None, false)).unwrap().unwrap();
    let (salt, rounds) = found.salt().unwrap();
    assert_eq!((salt, rounds), ([9; 16], crate::envelope::ITERATIONS));
    let wrong = found.open(&derived("lantern orchard kettles"));
    assert_eq!(wrong.unwrap_err(), OpenError::WrongPassphrase);
    assert_eq!(kept(&store), before);
    let vault = Vault::new(random);
    vault.open(&found, found.open(&derived(WORDS)).unwrap());
    holds_everything(&Guarded::new(store, Rc::new(vault)));
}

/// A window of a page that others could read.
fn read_by_others(store: MemoryStore) -> Guarded<MemoryStore> {
    let vault = Vault::never_open(random);
    vault.turn_off();
    Guarded::new(store, Rc::new(vault))
}

#[test]
fn a_vault_that_is_never_open_keeps_nothing_before_a_passphrase_is_set_and_all_of_it_closed_after()
{
    let store = read_by_others(MemoryStore::default());
    let keep = |store: &Guarded<MemoryStore>| {
        let entry =
            Entry { key: "a".into(), text: "what was typed".into(), stamp: Stamp::default() };
        let put = Write::Put { shelf: Shelf::SetAside, entry, over: Over::Only(0) };
        finish(store.write(vec![put], Durability::Strict))
    };
    assert!(store.vault().needs_passphrase());
    assert_eq!(keep(&store), Err(StoreError::NeedsPassphrase));
    assert_eq!(
        store.vault().keep("a name".into(), "audit.settings"),
        Err(StoreError::NeedsPassphrase)
    );
    assert_eq!(finish(store.within().list(Shelf::SetAside)).unwrap(), []);
    finish(set_up_vault(store.within(), &record(), &key(), &mut random)).unwrap();
    store.vault().open(&record(), key());
    assert!(!store.vault().needs_passphrase());
    assert_eq!(keep(&store), Ok(()));
    let kept = finish(store.within().list(Shelf::SetAside)).unwrap();
    assert!(!kept[0].text.contains("typed"), "{kept:?}");
    assert_eq!(finish(store.list(Shelf::SetAside)).unwrap()[0].text, "what was typed");
}

#[test]
fn a_shut_vault_gives_nothing_and_takes_nothing() {
    let store = window(locked_device());
    store.vault().shut();
    let library = Library::new(&store);
    assert_eq!(finish(library.open(at("09:05:00"))), Err(StoreError::Locked));
    assert_eq!(finish(store.get(Shelf::Drafts, &draft_id())), Err(StoreError::Locked));
    assert_eq!(
        finish(store.write(vec![invitation().keep()], Durability::Strict)),
        Err(StoreError::Locked)
    );
    assert_eq!(store.vault().keep("typed".into(), "journal"), Err(StoreError::Locked));
}

#[test]
fn what_is_saved_after_the_passphrase_was_set_is_closed_too() {
    let store = window(locked_device());
    let record = finish(Library::new(&store).draft(&id(&draft_id()))).unwrap().unwrap();
    let mut session = Session::open(record, None, "opening".into(), 0).session;
    session.edit(evidence("Seen twice, in the garden"), 0);
    let commit = session.poll(500, at("09:10:00")).unwrap();
    finish(store.write(vec![commit.write], Durability::Relaxed)).unwrap();
    let texts = kept(store.within()).concat();
    assert!(!texts.contains("garden"), "{texts}");
    let saved = finish(Library::new(&store).draft(&id(&draft_id()))).unwrap().unwrap();
    assert_eq!(saved.draft.answers[&id("1.1")].evidence, "Seen twice, in the garden");
}

#[test]
fn a_new_passphrase_opens_what_the_old_one_closed_and_the_old_one_nothing() {
    let store = locked_device();
    let drafts = finish(store.list(Shelf::Drafts)).unwrap();
    let next = record().renewed(&key(), &derived("candle meadow button"), &mut random);
    finish(renew_vault(&store, &record(), &next)).unwrap();
    assert_eq!(finish(store.list(Shelf::Drafts)), Ok(drafts), "no draft is written again");
    let found = finish(find_vault(&store, None, false)).unwrap().unwrap();
    assert_eq!(found.open(&derived(WORDS)).unwrap_err(), OpenError::WrongPassphrase);
    assert!(found.open(&derived("candle meadow button")).is_ok());
    // A tab that opened it with the old one goes on: the key is the same.
    holds_everything(&window(store));
}

#[test]
fn a_removed_passphrase_leaves_everything_in_the_open() {
    let store = locked_device();
    let writes = store.completed_writes();
    finish(remove_vault(&store, &record(), &key())).unwrap();
    assert_eq!(store.completed_writes(), writes + 1, "all of it is one transaction");
    assert_eq!(finish(find_vault(&store, None, false)), Ok(None));
    assert!(kept(&store).iter().all(|text| !is_closed(text)));
    holds_everything(&unaware(store));
}

#[test]
fn a_passphrase_that_could_not_be_removed_is_still_set() {
    let store = locked_device();
    store.fail_with(Some(StoreError::Full));
    assert_eq!(finish(remove_vault(&store, &record(), &key())), Err(StoreError::Full));
    store.fail_with(None);
    assert_eq!(in_the_open(&store), Vec::<String>::new());
    holds_everything(&window(store));
}

#[test]
fn every_closed_text_has_a_key_of_its_own() {
    let texts: Vec<String> =
        kept(&locked_device()).into_iter().filter(|text| is_closed(text)).collect();
    let wrapped = |text: &String| text.split("\"encrypted_key\":").nth(1).unwrap()[..56].to_owned();
    let keys: std::collections::BTreeSet<String> = texts.iter().map(wrapped).collect();
    assert_eq!((texts.len(), keys.len()), (3, 3));
}
