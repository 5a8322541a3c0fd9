//! Files that a person chooses, drops or saves.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, File, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

use super::{dom, lifecycle::Timer};

/// How long a saved file's address lives: downloads start late on slow machines.
const ADDRESS_LIVES: u64 = 60_000;

/// Why a chosen file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Refused before reading. In bytes.
    #[error(
        "The file is too big to be one of this program's ({size} bytes; the limit is {limit})."
    )]
    TooLarge {
        /// Of the file.
        size: u64,
        /// For files of its kind.
        limit: u64,
    },
    /// The browser could not read it: moved, deleted, or a folder.
    #[error("The browser could not read the file. Check that it is still where you chose it.")]
    Unreadable,
    /// The browser could not save it.
    #[error("The browser did not start the download.")]
    NotSaved,
}

/// Files chosen with a file input, which is emptied so that the same file can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let files = list(input.files());
    input.set_value("");
    files
}

/// Files dropped on an element.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    list(event.data_transfer().and_then(|transfer| transfer.files()))
}

fn list(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.item(index)).collect()
}

/// The bytes of a file of at most `limit` bytes.
pub async fn read(file: &File, limit: u64) -> Result<Vec<u8>, FileError> {
    // A size is a whole number far below 2^53.
    let size = file.size() as u64;
    if size > limit {
        return Err(FileError::TooLarge { size, limit });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Saves bytes as a download. Where the browser asks nobody, this is all that can be known (L23).
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), FileError> {
    start_download(name, media_type, bytes).ok_or(FileError::NotSaved)
}

fn start_download(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let page = dom::document()?;
    let link: HtmlAnchorElement = page.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    let body = page.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    let forget = Timer::new(move || {
        let _ = Url::revoke_object_url(&address);
    });
    forget.set(ADDRESS_LIVES);
    // Has to outlive this call; a page saves few files.
    std::mem::forget(forget);
    Some(())
}
