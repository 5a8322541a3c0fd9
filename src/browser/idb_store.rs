//! The core's [`Store`] over IndexedDB, and imported files to the byte.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{IdbObjectStore, IdbRequest, IdbTransaction};

use super::idb::{FILES, KEYS, Mode};
use super::{Database, Lent, js, panic};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::order;
use crate::store::{Durability, Entry, Over, Shelf, Stamp, Store, StoreError, VAULT, Write, guard};

/// Why a guarded put aborted its transaction.
type Refusal = Rc<RefCell<Option<StoreError>>>;

/// Something done to the shelf of imported files.
type OnFiles<'a> = &'a dyn Fn(&IdbObjectStore) -> Result<(), JsValue>;

/// Workbooks from this length on are kept as their bytes, in UTF-8: to make a browser's text of
/// megabytes would keep the page from answering. Drafts never: the page that rescues them reads texts.
const LONG: usize = 256 * 1024;

impl Store for Database {
    async fn get(&self, shelf: Shelf, key: &str) -> Result<Option<Entry>, StoreError> {
        let found = self.value(shelf.name(), key).await?;
        Ok(entry_of(key.to_owned(), &found))
    }

    async fn list(&self, shelf: Shelf) -> Result<Vec<Entry>, StoreError> {
        let name = shelf.name();
        let (keys, values) = self
            .transact(&[name], Mode::Read, |transaction| {
                let shelf = transaction.object_store(name)?;
                Ok((shelf.get_all_keys()?, shelf.get_all()?))
            })
            .await?;
        let (keys, values) = (list_of(&keys)?, list_of(&values)?);
        let pairs = keys.iter().zip(values.iter());
        Ok(pairs.filter_map(|(key, value)| entry_of(key.as_string()?, &value)).collect())
    }

    async fn write(&self, writes: Vec<Write>, durability: Durability) -> Result<(), StoreError> {
        self.write_with_files(&writes, &[], durability).await
    }
}

impl Database {
    /// Writes records and imported files in one transaction.
    pub async fn write_with_files(
        &self,
        writes: &[Write],
        files: &[(Hash, Lent)],
        durability: Durability,
    ) -> Result<(), StoreError> {
        let keep = |shelf: &IdbObjectStore| {
            files.iter().try_for_each(|(hash, bytes)| {
                shelf.put_with_key(bytes, &hash.to_string().into()).map(drop)
            })
        };
        self.write_and(writes, (!files.is_empty()).then_some(&keep), durability).await
    }

    /// Writes records and deletes imported files in one transaction (N-01).
    pub async fn write_without_files(
        &self,
        writes: &[Write],
        gone: &[Hash],
    ) -> Result<(), StoreError> {
        let delete = |shelf: &IdbObjectStore| {
            gone.iter().try_for_each(|hash| shelf.delete(&hash.to_string().into()).map(drop))
        };
        self.write_and(writes, Some(&delete), Durability::Strict).await
    }

    /// Writes records, and does something to the imported files, in one transaction.
    async fn write_and(
        &self,
        writes: &[Write],
        on_files: Option<OnFiles<'_>>,
        durability: Durability,
    ) -> Result<(), StoreError> {
        if panic::has_stopped() {
            return Err(StoreError::Stopped);
        }
        let mut shelves: Vec<&str> = writes.iter().map(|write| write.shelf().name()).collect();
        if on_files.is_some() {
            shelves.push(FILES);
        }
        order::sort(&mut shelves);
        shelves.dedup();
        let refusal = Refusal::default();
        let outcome = self
            .transact(&shelves, Mode::Write(durability), |transaction| {
                for write in writes {
                    request(transaction, write, &refusal)?;
                }
                match on_files {
                    Some(change) => change(&transaction.object_store(FILES)?),
                    None => Ok(()),
                }
            })
            .await;
        match refusal.take() {
            Some(refused) => Err(refused),
            None => outcome,
        }
    }

    /// An imported file, to the byte.
    pub async fn file(&self, hash: &Hash) -> Result<Option<Uint8Array>, StoreError> {
        let found = self.value(FILES, &hash.to_string()).await?;
        Ok(found.dyn_into().ok())
    }

    /// Several imported files, each to the byte, in the order of their hashes here.
    pub async fn each_file(&self, hashes: &[Hash]) -> Result<Vec<Option<Uint8Array>>, StoreError> {
        let requests = self
            .transact(&[FILES], Mode::Read, |transaction| {
                let shelf = transaction.object_store(FILES)?;
                hashes
                    .iter()
                    .map(|hash| shelf.get(&hash.to_string().into()))
                    .collect::<Result<Vec<_>, JsValue>>()
            })
            .await?;
        let found = |request: &IdbRequest| request.result().ok()?.dyn_into().ok();
        Ok(requests.iter().map(found).collect::<Vec<_>>())
    }

    /// Hashes of all imported files, of whatever round.
    pub async fn files(&self) -> Result<BTreeSet<Hash>, StoreError> {
        let request = self
            .transact(&[FILES], Mode::Read, |transaction| {
                transaction.object_store(FILES)?.get_all_keys()
            })
            .await?;
        let keys = list_of(&request)?;
        Ok(gathered(keys.iter().filter_map(|key| key.as_string()?.parse::<Hash>().ok())))
    }

    /// Deletes everything: drafts, keys, files and all else.
    pub async fn clear(&self) -> Result<(), StoreError> {
        let names: Vec<&str> =
            Shelf::ALL.map(Shelf::name).into_iter().chain([KEYS, FILES]).collect();
        self.transact(&names, Mode::Write(Durability::Strict), |transaction| {
            names.iter().try_for_each(|name| transaction.object_store(name)?.clear().map(drop))
        })
        .await
    }

    /// How many records a shelf holds.
    pub async fn count(&self, shelf: Shelf) -> Result<u32, StoreError> {
        let name = shelf.name();
        let request = self
            .transact(&[name], Mode::Read, |transaction| transaction.object_store(name)?.count())
            .await?;
        let count = request.result().map_err(|error| js::store_error(&error))?;
        // A browser counts in whole numbers that fit.
        Ok(count.as_f64().unwrap_or_default() as u32)
    }

    /// Any value, or `undefined`.
    pub(super) async fn value(&self, shelf: &str, key: &str) -> Result<JsValue, StoreError> {
        let request = self
            .transact(&[shelf], Mode::Read, |transaction| {
                transaction.object_store(shelf)?.get(&key.into())
            })
            .await?;
        request.result().map_err(|error| js::store_error(&error))
    }

    /// Keeps a value under a key that must be new; an existing one is not replaced.
    pub(super) async fn add(
        &self,
        shelf: &str,
        key: &str,
        value: &JsValue,
    ) -> Result<(), StoreError> {
        if panic::has_stopped() {
            return Err(StoreError::Stopped);
        }
        self.transact(&[shelf], Mode::Write(Durability::Strict), |transaction| {
            transaction.object_store(shelf)?.add_with_key(value, &key.into())
        })
        .await
        .map(drop)
    }
}

fn request(transaction: &IdbTransaction, write: &Write, refusal: &Refusal) -> Result<(), JsValue> {
    let shelf = transaction.object_store(write.shelf().name())?;
    match write {
        Write::Delete { key, .. } => shelf.delete(&key.into()).map(drop),
        Write::Put { entry, over: Over::Anything, .. } => {
            let (value, _lent) = value_of(write.shelf(), entry);
            shelf.put_with_key(&value, &entry.key.as_str().into()).map(drop)
        }
        Write::Put { entry, over, .. } => {
            let value = value_of(write.shelf(), entry);
            put_guarded(shelf, (entry, value), *over, refusal.clone())
        }
        Write::DeleteOnly { key, revision, .. } => {
            let (over, at) = (Over::Only(*revision), JsValue::from_str(key));
            let delete = move |shelf: &IdbObjectStore, found: Option<&Stamp>| {
                over.allows(found, &Stamp::default())?;
                shelf.delete(&at).map(drop).map_err(|error| js::store_error(&error))
            };
            after_reading(shelf, key, refusal.clone(), delete)
        }
        Write::Guard { vault } => {
            let vault = vault.clone();
            let check =
                move |_: &IdbObjectStore, found: Option<&Stamp>| guard(vault.as_deref(), found);
            after_reading(shelf, VAULT, refusal.clone(), check)
        }
    }
}

/// Reads what is stored and writes over it only if that is allowed, in one transaction.
fn put_guarded(
    shelf: IdbObjectStore,
    (entry, (value, lent)): (&Entry, (JsValue, Option<Lent>)),
    over: Over,
    refusal: Refusal,
) -> Result<(), JsValue> {
    let key = JsValue::from_str(&entry.key);
    let stamp = entry.stamp.clone();
    let write = move |shelf: &IdbObjectStore, found: Option<&Stamp>| {
        over.allows(found, &stamp)?;
        let written = shelf.put_with_key(&value, &key);
        drop(lent);
        written.map(drop).map_err(|error| js::store_error(&error))
    };
    after_reading(shelf, &entry.key, refusal, write)
}

/// Does `then` with the stamp of what is stored; its error aborts the whole transaction.
fn after_reading(
    shelf: IdbObjectStore,
    key: &str,
    refusal: Refusal,
    then: impl FnOnce(&IdbObjectStore, Option<&Stamp>) -> Result<(), StoreError> + 'static,
) -> Result<(), JsValue> {
    let stored = shelf.get(&key.into())?;
    let compare = Closure::once_into_js({
        let stored = stored.clone();
        move || {
            let found = stored.result().ok().and_then(|value| stamp_of(&value));
            if let Err(error) = then(&shelf, found.as_ref()) {
                *refusal.borrow_mut() = Some(error);
                // Fails only where the browser has aborted it already.
                let _ = shelf.transaction().abort();
            }
        }
    });
    stored.set_onsuccess(Some(compare.unchecked_ref()));
    Ok(())
}

/// A record as it is put, and what is given back after that: the browser has a copy of its own then.
fn value_of(shelf: Shelf, entry: &Entry) -> (JsValue, Option<Lent>) {
    let is_long = shelf == Shelf::Workbooks && entry.text.len() >= LONG;
    let lent = is_long.then(|| Lent::new(Uint8Array::from(entry.text.as_bytes())));
    let text: JsValue = match &lent {
        Some(bytes) => (**bytes).clone().into(),
        None => entry.text.as_str().into(),
    };
    // A revision is a count of saves: far below 2^53.
    let revision = JsValue::from_f64(entry.stamp.revision as f64);
    let value = js::object(&[
        ("revision", revision),
        ("session", entry.stamp.session.as_str().into()),
        ("text", text),
    ]);
    (value, lent)
}

fn stamp_of(value: &JsValue) -> Option<Stamp> {
    let revision = js::get(value, "revision").as_f64()? as u64;
    Some(Stamp { revision, session: js::get(value, "session").as_string().unwrap_or_default() })
}

/// `None` for what is not there. A value of another shape has an empty text, which no
/// record has, so that it is found damaged and set aside.
fn entry_of(key: String, value: &JsValue) -> Option<Entry> {
    if value.is_undefined() {
        return None;
    }
    let stamp = stamp_of(value).unwrap_or_default();
    let text = js::get(value, "text");
    let long = || String::from_utf8(text.dyn_ref::<Uint8Array>()?.to_vec()).ok();
    Some(Entry { key, stamp, text: text.as_string().or_else(long).unwrap_or_default() })
}

fn list_of(request: &IdbRequest) -> Result<Array, StoreError> {
    request.result().map(|list| Array::from(&list)).map_err(|error| js::store_error(&error))
}
