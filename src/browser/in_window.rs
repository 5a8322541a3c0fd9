//! What lies in this window alone, where `boot/rescue.js` finds it when the program has failed (L10).
//!
//! It stands in the page's own memory: after a fault nothing in the program's can be read. Where a passphrase
//! is set no text stands there, for it would stand there in the open: only that there is one, so that nobody is
//! told that the device has it.

use js_sys::Object;
use wasm_bindgen::{JsCast as _, JsValue};

use super::journal::VAULT;
use super::{js, panic};
use crate::id::ReturnId;
use crate::store::{JournalText, MemoryStore, Shelf, Store, Write, finish};

/// Its name on the window; in it are shelves by their names, on each its texts by their keys.
const KEPT: &str = "keptInWindow";
/// What `boot/rescue.js` makes files of.
const SHELVES: [Shelf; 2] = [Shelf::Drafts, Shelf::Invitations];
/// Beside the shelves: the changes of each draft that its record does not hold yet, as its journal tells them.
const JOURNALS: &str = "journals";

/// Where a record is, and its text unless it is deleted.
pub(super) type Change = (Shelf, String, Option<String>);

/// What `writes` change of it.
pub(super) fn changes(writes: &[Write]) -> Vec<Change> {
    let changes = writes.iter().filter_map(|write| match write {
        Write::Put { shelf, entry, .. } => {
            Some((*shelf, entry.key.clone(), Some(entry.text.clone())))
        }
        Write::Delete { shelf, key } | Write::DeleteOnly { shelf, key, .. } => {
            Some((*shelf, key.clone(), None))
        }
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
    let kept = member(&window, KEPT);
    let is_closed = is_passphrase_set(&window);
    if is_closed {
        close_texts(&kept);
    }
    for (shelf, key, text) in changes {
        if shelf == Shelf::Drafts && text.is_none() {
            js::set(&member(&kept, JOURNALS), &key, &JsValue::UNDEFINED);
        }
        js::set(&member(&kept, shelf.name()), &key, &Stands::of(text, is_closed).into());
    }
    if is_empty(&kept) {
        js::set(&window, KEPT, &JsValue::UNDEFINED);
    }
}

/// Notes the journal of a draft whose record stands there in the open: where the device keeps nothing, the words of
/// the last half second are nowhere else.
pub(super) fn note_journal(draft: &ReturnId, journal: Option<&JournalText>) {
    let Some(window) = web_sys::window() else { return };
    let kept = js::get(&window, KEPT);
    let record = js::get(&js::get(&kept, Shelf::Drafts.name()), draft.as_str());
    if panic::has_stopped() || !record.is_string() {
        return;
    }
    let text = journal.and_then(|journal| crate::json::to_string(journal).ok());
    let text = text.map_or(JsValue::UNDEFINED, JsValue::from);
    js::set(&member(&kept, JOURNALS), draft.as_str(), &text);
}

/// Whether nothing stands there any more.
fn is_empty(kept: &JsValue) -> bool {
    SHELVES.iter().all(|shelf| {
        let texts = member(kept, shelf.name());
        let stands = Object::values(texts.unchecked_ref::<Object>());
        stands.iter().all(|text| text.is_undefined())
    })
}

/// What stands there of a record.
#[derive(Debug, PartialEq, Eq)]
enum Stands {
    Nothing,
    /// That there is one, and no word of it.
    Closed,
    Text(String),
}

impl Stands {
    fn of(text: Option<String>, is_closed: bool) -> Self {
        match text {
            None => Self::Nothing,
            Some(_) if is_closed => Self::Closed,
            Some(text) => Self::Text(text),
        }
    }
}

impl From<Stands> for JsValue {
    fn from(stands: Stands) -> Self {
        match stands {
            Stands::Nothing => Self::UNDEFINED,
            Stands::Closed => Self::TRUE,
            Stands::Text(text) => Self::from(text),
        }
    }
}

/// Takes out every text that stood there before the passphrase was set.
fn close_texts(kept: &JsValue) {
    js::set(kept, JOURNALS, &JsValue::UNDEFINED);
    for shelf in SHELVES {
        let texts = member(kept, shelf.name());
        let keys = Object::keys(texts.unchecked_ref::<Object>());
        for key in keys.iter().filter_map(|key| key.as_string()) {
            if js::get(&texts, &key).is_string() {
                js::set(&texts, &key, &Stands::Closed.into());
            }
        }
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

    #[test]
    fn l10_where_a_passphrase_is_set_it_stays_known_that_a_window_alone_keeps_something() {
        let text = || Some("Written".to_owned());
        assert_eq!(Stands::of(text(), false), Stands::Text("Written".into()));
        assert_eq!(Stands::of(text(), true), Stands::Closed);
        assert_eq!(Stands::of(None, true), Stands::Nothing);
        assert_eq!(Stands::of(None, false), Stands::Nothing);
    }
}
