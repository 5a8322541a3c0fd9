//! From a passphrase to its key: by Web Crypto, which is quick, or by our own code where there is none.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use super::js;
use super::keys::subtle;
use crate::envelope::{PassphraseKey, Salt, pbkdf2_salt};

/// The key that a passphrase makes with this salt.
pub async fn passphrase_key(passphrase: &str, salt: Salt) -> PassphraseKey {
    match by_browser(passphrase, salt).await {
        Some(key) => PassphraseKey::from_derived(key, salt),
        None => PassphraseKey::with(passphrase, salt),
    }
}

async fn by_browser(passphrase: &str, (salt, iterations): Salt) -> Option<[u8; 32]> {
    let raw = Uint8Array::from(passphrase.as_bytes());
    let uses = Array::of1(&"deriveBits".into());
    let import = ["raw".into(), raw.into(), "PBKDF2".into(), false.into(), uses.into()];
    let key = subtle("importKey", &import).await?;
    let how = js::object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-512".into()),
        ("salt", Uint8Array::from(pbkdf2_salt(&salt).as_slice()).into()),
        ("iterations", JsValue::from(iterations)),
    ]);
    let bits = subtle("deriveBits", &[how, key, JsValue::from(256)]).await?;
    Uint8Array::new(&bits).to_vec().try_into().ok()
}
