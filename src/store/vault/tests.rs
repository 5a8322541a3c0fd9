//! Passphrases set, entered, renewed and removed over drafts that must outlive all of it.

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
fn two_tabs_do_not_both_change_the_passphrase() {
    let store = locked_device();
    let first = record().renewed(&key(), &derived("candle meadow button"), &mut random);
    let second = record().locked_after(300);
    finish(renew_vault(&store, &record(), &first)).unwrap();
    let refused = finish(renew_vault(&store, &record(), &second));
    assert!(matches!(refused, Err(StoreError::StaleRevision { .. })), "{refused:?}");
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
fn a_closed_record_that_was_damaged_is_set_aside_to_the_byte() {
    let store = window(locked_device());
    let damaged = "{\"protected\":\"damaged\"}";
    store.within().tamper(Shelf::Drafts, &draft_id(), damaged);
    let found = finish(Library::new(&store).open(at("09:05:00"))).unwrap();
    assert_eq!(found.damaged[0].text, damaged);
    let aside = finish(Library::new(&store).aside()).unwrap();
    assert!(aside.iter().any(|(_, one)| one.text == damaged));
}

#[test]
fn the_record_of_the_vault_is_found_again_in_its_copy() {
    let copy = record().to_text();
    let damaged = locked_device();
    damaged.tamper(Shelf::Vault, VAULT, "{\"schema\":1,");
    assert_eq!(finish(find_vault(&damaged, Some(&copy), false)), Ok(Some(record())));
    assert_eq!(finish(find_vault(&damaged, None, false)), Ok(Some(record())), "it is kept again");
    let lost = locked_device();
    let delete = Write::Delete { shelf: Shelf::Vault, key: VAULT.into() };
    finish(lost.write(vec![delete], Durability::Strict)).unwrap();
    assert_eq!(finish(find_vault(&lost, Some(&copy), false)), Ok(Some(record())));
    // Where nothing is closed, the copy is one that stayed behind.
    assert_eq!(finish(find_vault(&device(), Some(&copy), false)), Ok(None));
}

#[test]
fn a_browser_that_cleared_its_database_and_not_its_small_texts_has_the_passphrase_still() {
    let cleared = MemoryStore::default();
    let copy = record().to_text();
    assert_eq!(finish(find_vault(&cleared, None, true)), Ok(None), "nobody has it any more");
    assert_eq!(finish(find_vault(&cleared, Some(&copy), true)), Ok(Some(record())));
    assert_eq!(finish(find_vault(&cleared, None, false)), Ok(Some(record())), "it is kept again");
    // A window that had it open goes on under it: its writes find the vault that they name.
    let store = window(cleared);
    assert_eq!(finish(store.write(vec![invitation().keep()], Durability::Strict)), Ok(()));
    assert_eq!(in_the_open(store.within()), Vec::<String>::new());
}

#[test]
fn settings_that_stay_closed_are_never_read_as_empty_ones() {
    let place = "audit.settings";
    let open = Vault::new(random);
    open.open(&record(), key());
    let settings = serde_json::to_string(&Settings::default()).unwrap();
    let closed = open.keep(settings.clone(), place).unwrap();
    assert_eq!(open.read_open(closed.clone(), place), Ok(Some(settings)));
    let off = Vault::new(random);
    assert_eq!(off.read_open(closed.clone(), place), Err(StoreError::Locked));
    off.turn_off();
    assert_eq!(off.read_open(closed.clone(), place), Ok(None));
    let other = Vault::new(random);
    other.open(&record(), DeviceKey::from_random([78; 32]));
    assert_eq!(other.read_open(closed, place), Ok(None));
}

#[test]
fn a_vault_of_a_newer_program_is_left_as_it_is() {
    let store = locked_device();
    let newer = record().to_text().replacen("\"schema\":1", "\"schema\":2", 1);
    store.tamper(Shelf::Vault, VAULT, &newer);
    let found = finish(find_vault(&store, Some(&record().to_text()), false));
    assert_eq!(found, Err(FetchError::Record(RecordError::Newer { found: 2 })));
}

#[test]
fn a_vault_of_which_nothing_can_be_read_is_said_to_be_so_and_nothing_is_changed() {
    let store = locked_device();
    store.tamper(Shelf::Vault, VAULT, "damaged");
    let before = kept(&store);
    let found = finish(find_vault(&store, None, false));
    assert!(matches!(found, Err(FetchError::Record(RecordError::Corrupt { .. }))), "{found:?}");
    assert_eq!(kept(&store), before);
}

#[test]
fn a_record_without_a_time_locks_after_fifteen_minutes() {
    let text = r#"{"schema":1,"name":"vault-1","revision":1,"key":"{}"}"#;
    assert_eq!(VaultRecord::from_text(text).unwrap().idle_seconds, 900);
}

/// The file that `boot/rescue.js` writes.
fn rescued(store: &MemoryStore, journal: Option<String>) -> Vec<u8> {
    let texts = |shelf| {
        let entries = finish(store.list(shelf)).unwrap().into_iter();
        entries.map(|entry| (entry.key, entry.text)).collect::<std::collections::BTreeMap<_, _>>()
    };
    let mut file = serde_json::json!({
        "typ": "application/vnd.multi-agency-audit.draft+json",
        "vault": texts(Shelf::Vault)[VAULT],
        "draft": draft_id(),
        "record": texts(Shelf::Drafts)[&draft_id()],
        "invitations": texts(Shelf::Invitations),
    });
    if let Some(journal) = journal {
        file["journal"] = journal.into();
    }
    serde_json::to_vec(&file).unwrap()
}

#[test]
fn a_locked_draft_in_a_file_opens_with_the_passphrase_and_with_its_last_words() {
    let store = window(locked_device());
    let record = finish(Library::new(&store).draft(&id(&draft_id()))).unwrap().unwrap();
    let mut journal = Journal::after(&record, "opening");
    journal.push(Change::Names(vec![crate::guard::WatchedName {
        name: "Quillfeather".into(),
        role: String::new(),
    }]));
    journal.push(evidence("Typed just before the fault"));
    let journal = serde_json::to_string(&journal.to_text()).unwrap();
    let place = [JOURNAL, &draft_id()].concat();
    let journal = store.vault().keep(journal, &place).unwrap();
    let file = rescued(store.within(), Some(journal));
    let copy = LockedCopy::read(&file).unwrap();
    assert_eq!(copy.salt(), Ok(([9; 16], crate::envelope::ITERATIONS)));
    let wrong = copy.open(&derived("lantern orchard kettles"));
    assert_eq!(wrong, Err(LockedCopyError::File(OpenError::WrongPassphrase)));
    let opened = copy.open(&derived(WORDS)).unwrap();
    assert_eq!(opened.record.draft.answers[&id("1.1")].evidence, "Typed just before the fault");
    assert_eq!(opened.invitation, invitation().file);
    assert!(opened.is_whole() && opened.record.names.is_empty(), "I-02");
}

#[test]
fn a_locked_draft_is_said_to_need_its_passphrase() {
    let file = rescued(&locked_device(), None);
    let limits = crate::envelope::Limits::of(crate::envelope::Kind::Draft);
    let error = crate::envelope::open_draft(&file, &limits).unwrap_err();
    assert_eq!(error, OpenError::NeedsPassphrase { kind: crate::envelope::Kind::Draft });
    let without = String::from_utf8(file).unwrap().replace(&invitation().hash.to_string(), "00");
    let opened = LockedCopy::read(without.as_bytes()).unwrap().open(&derived(WORDS));
    assert_eq!(opened, Err(LockedCopyError::NoInvitation));
    assert!(matches!(
        LockedCopy::read(b"{\"typ\":\"application/vnd.multi-agency-audit.draft+json\"}"),
        Err(LockedCopyError::Record(RecordError::Corrupt { .. }))
    ));
}

#[test]
fn every_closed_text_has_a_key_of_its_own() {
    let texts: Vec<String> =
        kept(&locked_device()).into_iter().filter(|text| is_closed(text)).collect();
    let wrapped = |text: &String| text.split("\"encrypted_key\":").nth(1).unwrap()[..56].to_owned();
    let keys: std::collections::BTreeSet<String> = texts.iter().map(wrapped).collect();
    assert_eq!((texts.len(), keys.len()), (3, 3));
}
