//! What this browser on this device will keep, and emptying it.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{Database, LocalJournal, dom, js};
use crate::store::StoreError;

/// How often a silent storage is asked, each time for as long as one opening may take.
const OPENINGS: usize = 3;

/// What a probe found, at the start of a program.
pub struct Device {
    /// Drafts can be kept, or why not: then the file copy is the only way.
    pub database: Result<Database, StoreError>,
    /// The journal can be kept.
    pub journal: Option<LocalJournal>,
}

impl Device {
    /// Tries both stores. Never panics, however hostile the browser.
    pub async fn probe() -> Self {
        Self { database: opened().await, journal: LocalJournal::probe() }
    }
}

/// A computer under load may need longer for its first answer than a save should ever take: it is asked again
/// before a person hears that nothing can be kept.
async fn opened() -> Result<Database, StoreError> {
    for _ in 1..OPENINGS {
        match Database::open().await {
            Err(StoreError::NoAnswer) => {}
            answer => return answer,
        }
    }
    Database::open().await
}

/// Asks the browser to keep what is stored for good. Only from a click (L4): some browsers
/// ask the person. `None` where it cannot be asked.
pub async fn ask_to_persist() -> Option<bool> {
    let storage = js::get(&js::get(&js_sys::global(), "navigator"), "storage");
    let answer = js::call(&storage, "persist", &[]).ok()?;
    JsFuture::from(answer.dyn_into::<js_sys::Promise>().ok()?).await.ok()?.as_bool()
}

/// Whether this seems to be a private window, which deletes everything when it is closed.
///
/// No browser tells. Firefox and Safari refuse such a window its file system while they give it a
/// database; where that tells nothing, the answer is no, and the start page's advice has to do.
pub async fn looks_private() -> bool {
    let storage = js::get(&js::get(&js_sys::global(), "navigator"), "storage");
    let Ok(answer) = js::call(&storage, "getDirectory", &[]) else { return false };
    match answer.dyn_into::<js_sys::Promise>() {
        Ok(promise) => JsFuture::from(promise).await.is_err(),
        Err(_) => false,
    }
}

/// Tells `boot/offline.js` to let go of the programs themselves.
const WIPED: &str = "everything-deleted";

/// Deletes everything that either program keeps on this device: all of it, or nothing and why.
pub async fn wipe(
    database: Option<&Database>,
    journal: Option<LocalJournal>,
) -> Result<(), StoreError> {
    match database {
        Some(database) => database.clear().await?,
        None => clear_unopened().await?,
    }
    // Of a page without a database nobody has asked for it.
    if let Some(journal) = journal.or_else(LocalJournal::probe) {
        journal.clear();
    }
    dom::dispatch(WIPED);
    Ok(())
}

/// Clears a database that could not be opened before: what it holds would be there again at the next start.
async fn clear_unopened() -> Result<(), StoreError> {
    match opened().await {
        Ok(database) => database.clear().await,
        Err(_) if !has_databases() => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether this browser has databases at all.
fn has_databases() -> bool {
    js::get(&js_sys::global(), "indexedDB").is_truthy()
}
