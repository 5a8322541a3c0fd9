//! Bytes in the browser's own memory, given back as soon as nobody needs them.

use std::ops::Deref;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::js;

/// Bytes that a browser holds for us. Whoever needs them has a copy of this; with the last one they go.
///
/// A browser that is left to tidy up by itself lets those of an import lie until they come to some fifty megabytes.
#[derive(Debug, Clone)]
pub struct Lent(Rc<Held>);

#[derive(Debug)]
struct Held(Uint8Array);

impl Lent {
    /// Takes over all that lies in memory where these bytes do: nobody else may look at them later.
    pub fn new(bytes: Uint8Array) -> Self {
        Self(Rc::new(Held(bytes)))
    }
}

impl Deref for Lent {
    type Target = Uint8Array;

    fn deref(&self) -> &Uint8Array {
        &self.0.0
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Moved to where nothing is kept. A browser that cannot do so tidies up by itself.
        let _ = js::call(&self.0.buffer(), "transfer", &[JsValue::from_f64(0.0)]);
    }
}
