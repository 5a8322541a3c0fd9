//! What lies in this window alone, where `boot/rescue.js` finds it when the program has failed (L10).
//!
//! It stands in the page's own memory: after a fault nothing in the program's can be read. Where a passphrase
//! is set nothing stands there, for it would stand there in the open.

use wasm_bindgen::JsValue;

use super::journal::VAULT;
use super::{js, panic};
use crate::store::{MemoryStore, Shelf, Store, Write, finish};

/// Its name on the window; in it are shelves by their names, on each its texts by their keys.
const KEPT: &str = "keptInWindow";
/// What `boot/rescue.js` makes files of.
const SHELVES: [Shelf; 2] = [Shelf::Drafts, Shelf::Invitations];

/// Where a record is, and its text unless it is deleted.
pub(super) type Change = (Shelf, String, Option<String>);

/// What `writes` change of it.
pub(super) fn changes(writes: &[Write]) -> Vec<Change> {
    let changes = writes.iter().filter_map(|write| match write {
        Write::Put { shelf, entry, .. } => {
            Some((*shelf, entry.key.clone(), Some(entry.text.clone())))
        }
        Write::Delete { shelf, key } => Some((*shelf, key.clone(), None)),
        Write::Guard { .. } => None,
    });
    changes.filter(|(shelf, ..)| SHELVES.contains(shelf)).collect()
}

/// Notes them, unless the program has failed: what stood there before can be trusted.
pub(super) fn note(changes: Vec<Change>) {
    if changes.is_empty() || panic::has_stopped() {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    if is_passphrase_set(&window) {
        js::set(&window, KEPT, &JsValue::UNDEFINED);
        return;
    }
    for (shelf, key, text) in changes {
        let texts = member(&member(&window, KEPT), shelf.name());
        js::set(&texts, &key, &text.map_or(JsValue::UNDEFINED, JsValue::from));
    }
}

/// Notes that all of `memory` is given up.
pub(super) fn forget(memory: &MemoryStore) {
    let entries = SHELVES.map(|shelf| {
        let entries = finish(memory.list(shelf)).unwrap_or_default();
        entries.into_iter().map(move |entry| (shelf, entry.key, None))
    });
    note(entries.into_iter().flatten().collect());
}

fn is_passphrase_set(window: &web_sys::Window) -> bool {
    let storage = window.local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.get_item(VAULT).is_ok_and(|vault| vault.is_some()))
}

/// A member that is an object, made where there is none.
fn member(of: &JsValue, name: &str) -> JsValue {
    let found = js::get(of, name);
    if found.is_object() {
        return found;
    }
    let made = js::object(&[]);
    js::set(of, name, &made);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Entry, Over};

    fn put(shelf: Shelf, key: &str) -> Write {
        let entry = Entry::fixed(key, "Written".into());
        Write::Put { shelf, entry, over: Over::Anything }
    }

    #[test]
    fn l10_what_a_window_alone_keeps_of_returns_is_noted_for_when_the_program_fails() {
        let writes = [
            Write::Guard { vault: None },
            put(Shelf::Drafts, "a"),
            put(Shelf::Invitations, "b"),
            put(Shelf::SetAside, "c"),
            Write::Delete { shelf: Shelf::Drafts, key: "d".into() },
            Write::Delete { shelf: Shelf::Vault, key: "e".into() },
        ];
        let expected = [
            (Shelf::Drafts, "a".to_owned(), Some("Written".to_owned())),
            (Shelf::Invitations, "b".to_owned(), Some("Written".to_owned())),
            (Shelf::Drafts, "d".to_owned(), None),
        ];
        assert_eq!(changes(&writes), expected);
    }
}
