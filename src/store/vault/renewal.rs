//! Setting, renewing and removing a passphrase: each is one transaction, so that whoever pulls
//! the plug finds everything as it was before, or everything done.

use super::super::{Durability, Entry, Over, Shelf, Store, StoreError, Write};
use super::{VaultRecord, opened};
use crate::envelope::{DeviceKey, Random, is_closed};

/// How often it is begun again when another tab saves something meanwhile.
const TRIES: u32 = 5;

/// Sets a passphrase: closes every record and keeps the vault's, in one transaction. Each closed
/// text has been opened again before it takes the place of the one in the open (L21).
pub async fn set_up_vault<S: Store>(
    store: &S,
    record: &VaultRecord,
    key: &DeviceKey,
    random: Random<'_>,
) -> Result<(), StoreError> {
    let mut tries = 1;
    loop {
        let mut writes = vec![Write::Guard { vault: None }, record.put(Over::Only(0))];
        writes.extend(closing(store, key, random).await?);
        match store.write(writes, Durability::Strict).await {
            Err(StoreError::StaleRevision { .. }) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// Closes what still lies in the open among closed records: a tab that did not hear that a
/// passphrase was set has written it.
pub async fn close_rest<S: Store>(
    store: &S,
    record: &VaultRecord,
    key: &DeviceKey,
    random: Random<'_>,
) -> Result<(), StoreError> {
    let closing = closing(store, key, random).await?;
    if closing.is_empty() {
        return Ok(());
    }
    let guard = Write::Guard { vault: Some(record.name.clone()) };
    let writes = std::iter::once(guard).chain(closing).collect();
    store.write(writes, Durability::Strict).await
}

/// Keeps the same vault with a new passphrase or time. `next` follows on `record`.
pub async fn renew_vault<S: Store>(
    store: &S,
    record: &VaultRecord,
    next: &VaultRecord,
) -> Result<(), StoreError> {
    let guard = Write::Guard { vault: Some(record.name.clone()) };
    let put = next.put(Over::Only(record.revision));
    store.write(vec![guard, put], Durability::Strict).await
}

/// Removes the passphrase: opens every record and deletes the vault's, in one transaction. What
/// this key does not open stays as it is.
pub async fn remove_vault<S: Store>(
    store: &S,
    record: &VaultRecord,
    key: &DeviceKey,
) -> Result<(), StoreError> {
    let mut tries = 1;
    loop {
        let guard = Write::Guard { vault: Some(record.name.clone()) };
        let delete = Write::Delete { shelf: Shelf::Vault, key: super::super::VAULT.to_owned() };
        let mut writes = vec![guard, delete];
        for shelf in Shelf::GUARDED {
            let closed =
                store.list(shelf).await?.into_iter().filter(|entry| is_closed(&entry.text));
            writes.extend(
                closed.map(|entry| put(shelf, entry, |text, place| opened(key, text, place))),
            );
        }
        match store.write(writes, Durability::Strict).await {
            Err(StoreError::StaleRevision { .. }) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// One write for each record in the open.
async fn closing<S: Store>(
    store: &S,
    key: &DeviceKey,
    random: Random<'_>,
) -> Result<Vec<Write>, StoreError> {
    let mut writes = Vec::new();
    for shelf in Shelf::GUARDED {
        for entry in store.list(shelf).await? {
            if is_closed(&entry.text) {
                continue;
            }
            let place = shelf.place(&entry.key);
            let closed = key.close(&entry.text, &place, random);
            if key.open(&closed, &place).as_ref() != Ok(&entry.text) {
                return Err(StoreError::Other("a closed text did not open again".into()));
            }
            writes.push(put(shelf, entry, |_, _| closed));
        }
    }
    Ok(writes)
}

/// The same record, stamped as it is, in another text: no window takes it for a later one.
fn put(shelf: Shelf, entry: Entry, text: impl FnOnce(String, &str) -> String) -> Write {
    let over = Over::Revision(entry.stamp.revision);
    let text = text(entry.text, &shelf.place(&entry.key));
    Write::Put { shelf, entry: Entry { key: entry.key, stamp: entry.stamp, text }, over }
}
