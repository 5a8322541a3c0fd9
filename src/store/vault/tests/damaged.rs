//! Records of a vault that are damaged, gone, older or newer.

use super::*;

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
