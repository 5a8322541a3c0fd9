//! Reaching JavaScript by name, for what `web-sys` holds back as unstable or lacks.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::store::StoreError;

/// A property, or `undefined` where it is missing or forbidden.
pub(super) fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Sets a property; one that is forbidden stays as it is.
pub(super) fn set(target: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(target, &name.into(), value);
}

/// Calls a method. A missing one fails with `undefined`.
pub(super) fn call(target: &JsValue, name: &str, args: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(target, name).dyn_into().map_err(|_| JsValue::UNDEFINED)?;
    Reflect::apply(&method, target, &args.iter().cloned().collect::<Array>())
}

/// A plain object.
pub(super) fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Fails on frozen objects only.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// What an exception or `DOMException` means for work to be kept.
pub(super) fn store_error(error: &JsValue) -> StoreError {
    StoreError::from_name(&get(error, "name").as_string().unwrap_or_default())
}

/// Letters in their one composed spelling (NFC), so that a passphrase typed elsewhere is the same.
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}
