//! Reading files of an import, several at a time.
//!
//! To read one file after the other costs a browser more than to open them: each is asked for in another
//! process, and answered through memory shared for that one file. As parts of one blob they are read at once.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::files::FileError;
use super::lent::Lent;

/// Files that were read, one behind the other.
pub(super) struct Pile {
    /// Of all of them.
    pub bytes: Uint8Array,
    /// Which, and how many bytes each has.
    pub parts: Vec<(usize, u32)>,
    /// Which were not read, and why.
    pub unread: Vec<(usize, FileError)>,
}

impl Pile {
    /// Of what is here already, as far as it is.
    pub fn of(found: Vec<(usize, Option<Uint8Array>)>) -> Self {
        let read = |(file, bytes): (usize, Option<_>)| (file, bytes.ok_or(FileError::Unreadable));
        Self::of_each(found.into_iter().map(read).collect())
    }

    fn of_each(read: Vec<(usize, Result<Uint8Array, FileError>)>) -> Self {
        let (mut parts, mut unread, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for (file, outcome) in read {
            match outcome {
                Ok(bytes) => {
                    parts.push((file, bytes.length()));
                    all.push(bytes);
                }
                Err(error) => unread.push((file, error)),
            }
        }
        let bytes = Uint8Array::new_with_length(parts.iter().map(|(_, long)| long).sum());
        let mut at = 0;
        for one in all.into_iter().map(Lent::new) {
            bytes.set(&one, at);
            at += one.length();
        }
        Self { bytes, parts, unread }
    }

    /// Of chosen files, of at most `limit` bytes each.
    pub async fn chosen(files: Vec<(usize, &File)>, limit: u64) -> Self {
        // A size is a whole number far below 2^53.
        let sized = files.into_iter().map(|(number, file)| (number, file, file.size() as u64));
        let (fit, large): (Vec<_>, Vec<_>) = sized.partition(|(.., size)| *size <= limit);
        let read = together(&fit).await;
        let mut pile = match read {
            Some(bytes) => {
                let parts = fit.iter().map(|(number, _, size)| (*number, *size as u32)).collect();
                Self { bytes, parts, unread: Vec::new() }
            }
            None => Self::of_each(one_by_one(&fit, limit).await),
        };
        let too_large = |(number, _, size)| (number, FileError::TooLarge { size, limit });
        pile.unread.extend(large.into_iter().map(too_large));
        pile
    }
}

/// The bytes of all files; `None` where one of them was not read, or is no longer what it was.
async fn together(files: &[(usize, &File, u64)]) -> Option<Uint8Array> {
    let parts: Array = files.iter().map(|(_, file, _)| *file).collect();
    let blob = Blob::new_with_blob_sequence(&parts).ok()?;
    let bytes = bytes(&blob).await.ok()?;
    let long: u64 = files.iter().map(|(.., size)| size).sum();
    (u64::from(bytes.length()) == long).then_some(bytes)
}

async fn one_by_one(
    files: &[(usize, &File, u64)],
    limit: u64,
) -> Vec<(usize, Result<Uint8Array, FileError>)> {
    let mut read = Vec::new();
    for (number, file, _) in files {
        let outcome = bytes(file).await.and_then(|bytes| {
            let size = u64::from(bytes.length());
            if size > limit { Err(FileError::TooLarge { size, limit }) } else { Ok(bytes) }
        });
        read.push((*number, outcome));
    }
    read
}

async fn bytes(blob: &Blob) -> Result<Uint8Array, FileError> {
    let buffer = JsFuture::from(blob.array_buffer()).await;
    buffer.map(|buffer| Uint8Array::new(&buffer)).map_err(|_: JsValue| FileError::Unreadable)
}
