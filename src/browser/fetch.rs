//! Files that are served beside the program, or that its page holds, such as the samples.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::js;

/// Why a file was not fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FetchFileError {
    /// No answer.
    #[error("The file could not be reached. Check that you are online, then try again.")]
    Unreachable,
    /// An answer, but not the file. The HTTP status.
    #[error("The file is not where it should be on this site (status {0}).")]
    Status(u16),
}

/// The bytes of a file, by its address relative to the page.
pub async fn file(address: &str) -> Result<Vec<u8>, FetchFileError> {
    if let Some(file) = inside(address) {
        let buffer = JsFuture::from(file).await.map_err(|_| FetchFileError::Unreachable)?;
        return Ok(Uint8Array::new(&buffer).to_vec());
    }
    let unreachable = |_: JsValue| FetchFileError::Unreachable;
    let window = web_sys::window().ok_or(FetchFileError::Unreachable)?;
    let response: Response =
        JsFuture::from(window.fetch_with_str(address)).await.map_err(unreachable)?.unchecked_into();
    if !response.ok() {
        return Err(FetchFileError::Status(response.status()));
    }
    let buffer =
        JsFuture::from(response.array_buffer().map_err(unreachable)?).await.map_err(unreachable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The same out of the page itself, where it is one file with all that it needs (`boot/single/page.js`).
fn inside(address: &str) -> Option<Promise> {
    js::call(&js_sys::global(), "fileInside", &[address.into()]).ok()?.dyn_into().ok()
}
