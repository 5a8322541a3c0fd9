//! Putting a text on the clipboard, where the browser allows it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Puts `text` on the clipboard; the promise is rejected where the browser does not allow it.
pub fn copy(text: &str) -> Promise {
    try_copy(text).unwrap_or_else(|why| Promise::reject(&why))
}

fn try_copy(text: &str) -> Result<Promise, JsValue> {
    let global = js_sys::global();
    let navigator = Reflect::get(&global, &"navigator".into())?;
    // Absent outside a secure context: then `writeText` of undefined is refused like any other.
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    write.call1(&clipboard, &text.into())?.dyn_into()
}
