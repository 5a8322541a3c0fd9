//! Reading a pile of files without asking for the size of each first.
//!
//! Chromium keeps the page waiting while it asks another process for a chosen file's size. It does
//! so when `size` is read, and when a file is handed to a worker; reading a file it does not.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, FileReader, ProgressEvent};

use super::files::FileError;

/// Reads files that may have so many bytes each.
pub(super) struct Reader {
    limit: u64,
    stop: Closure<dyn Fn(ProgressEvent)>,
}

/// A file that is being read.
pub(super) struct Reading {
    file: File,
    limit: u64,
    /// `None` where the browser would not begin.
    begun: Option<Promise>,
}

impl Reader {
    /// Of files of at most `limit` bytes.
    pub fn new(limit: u64) -> Self {
        let stop = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            let reader = event.target().and_then(|target| target.dyn_into::<FileReader>().ok());
            if let Some(reader) = reader.filter(|_| event.total() > limit as f64) {
                reader.abort();
            }
        });
        Self { limit, stop }
    }

    /// Begins to read a file.
    pub fn begin(&self, file: &File) -> Reading {
        Reading { file: file.clone(), limit: self.limit, begun: self.start(file).ok() }
    }

    fn start(&self, file: &File) -> Result<Promise, JsValue> {
        let reader = FileReader::new()?;
        // Whatever is larger is given up as soon as the browser tells.
        reader.set_onprogress(Some(self.stop.as_ref().unchecked_ref()));
        let read = Promise::new(&mut |done, failed| {
            reader.set_onload(Some(&done));
            reader.set_onerror(Some(&failed));
            reader.set_onabort(Some(&failed));
        });
        reader.read_as_array_buffer(file)?;
        Ok(read)
    }
}

impl Reading {
    /// The file's bytes, once they are here.
    pub async fn done(self) -> Result<Uint8Array, FileError> {
        let Self { file, limit, begun } = self;
        let read = begun.ok_or(FileError::Unreadable)?;
        let event: Event = match JsFuture::from(read).await {
            Ok(event) => event.unchecked_into(),
            // Sizes are whole numbers far below 2^53.
            Err(event) if event.unchecked_ref::<Event>().type_() == "abort" => {
                return Err(FileError::TooLarge { size: file.size() as u64, limit });
            }
            Err(_) => return Err(FileError::Unreadable),
        };
        let reader = event.target().and_then(|target| target.dyn_into::<FileReader>().ok());
        let result = reader.and_then(|reader| reader.result().ok());
        let bytes = result.filter(JsCast::has_type::<ArrayBuffer>).ok_or(FileError::Unreadable)?;
        let bytes = Uint8Array::new(&bytes);
        let size = u64::from(bytes.length());
        if size > limit { Err(FileError::TooLarge { size, limit }) } else { Ok(bytes) }
    }
}
