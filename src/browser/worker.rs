//! The worker's side of an import, which opens one file after the other, and of files that are written or
//! read ([`super::task`]).
//!
//! Messages in: `{round, keys}` once, then `{names, sizes, bytes}` for each few files, whose bytes lie
//! one behind the other.
//! Messages out: `{ready}`, `{opened, sizes, bytes}` for each few files, what came of them one behind the other
//! too, `{panicked}`.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent};

pub use wasm_split_helpers::SplitLoaderError as NotLoaded;

use super::js;
use super::lifecycle::Listener;
use crate::envelope::OpeningKey;
use crate::panel::{OpenedFile, Opener, Refusal, Unopened};
use crate::round::Round;

/// Does a task, or says in a sentence why not.
pub type Writer = fn(&str) -> Result<Vec<u8>, String>;

/// Fetches what writes files, and reads workbooks.
pub type LoadWriter = fn() -> Pin<Box<dyn Future<Output = Result<Writer, NotLoaded>>>>;

/// A worker.
struct Served {
    scope: DedicatedWorkerGlobalScope,
    writer: LoadWriter,
    opener: RefCell<Option<Opener>>,
}

/// Listens for files, and for tasks, until the page ends the worker.
pub fn serve(writer: LoadWriter) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let last_words = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        let _ = last_words.post_message(&js::object(&[("panicked", true.into())]));
    }));
    let served = Rc::new(Served { scope: scope.clone(), writer, opener: RefCell::default() });
    let listener = Listener::new(&scope, "message", move |event: Event| {
        served.hear(&event.unchecked_into::<MessageEvent>().data());
    });
    // For as long as the worker lives.
    std::mem::forget(listener);
    let _ = scope.post_message(&js::object(&[("ready", true.into())]));
}

impl Served {
    fn hear(self: &Rc<Self>, data: &JsValue) {
        if let Some(round) = js::get(data, "round").as_string() {
            let round: Option<Round> = crate::json::from_slice(round.as_bytes()).ok();
            let keys = openers(&js::get(data, "keys"));
            *self.opener.borrow_mut() = round.map(|round| Opener::new(round).with_keys(keys));
            return;
        }
        if let Some(task) = js::get(data, "task").as_string() {
            spawn_local(self.clone().done(task));
            return;
        }
        if let Ok(bytes) = js::get(data, "bytes").dyn_into::<Uint8Array>() {
            let names = list(&js::get(data, "names"));
            let sizes = list(&js::get(data, "sizes"));
            self.answer(&self.opened(&names, &sizes, &bytes), &bytes);
        }
    }

    /// Does a task and sends what comes of it, or says why not.
    async fn done(self: Rc<Self>, task: String) {
        let answer = match (self.writer)().await.map(|write| write(&task)) {
            Ok(Ok(bytes)) => ("done", Uint8Array::from(bytes.as_slice()).into()),
            Ok(Err(why)) => ("failed", why.into()),
            Err(_) => ("missing", true.into()),
        };
        let _ = self.scope.post_message(&js::object(&[answer]));
    }

    /// What comes of each file, as JSON.
    fn opened(&self, names: &Array, sizes: &Array, bytes: &Uint8Array) -> Vec<Vec<u8>> {
        let bytes = bytes.to_vec();
        let mut rest = bytes.as_slice();
        let files = names.iter().zip(sizes.iter()).map(|(name, size)| {
            let name = name.as_string().unwrap_or_default();
            // Sizes are whole numbers that fit.
            let size = size.as_f64().unwrap_or_default() as usize;
            let opened = match rest.split_at_checked(size) {
                Some((file, behind)) => {
                    rest = behind;
                    self.open(&name, file)
                }
                None => unopened(&name, "unreadable"),
            };
            crate::json::to_vec(&opened).unwrap_or_default()
        });
        files.collect()
    }

    fn open(&self, name: &str, file: &[u8]) -> OpenedFile {
        match self.opener.borrow().as_ref() {
            Some(opener) => opener.open(name, file),
            None => unopened(name, "no-round"),
        }
    }

    fn answer(&self, opened: &[Vec<u8>], bytes: &Uint8Array) {
        let sizes: Array = opened.iter().map(|json| JsValue::from(json.len() as u32)).collect();
        let opened = Uint8Array::from(opened.concat().as_slice());
        let moved = Array::of2(&opened.buffer(), &bytes.buffer());
        let members = [("opened", opened.into()), ("sizes", sizes.into()), ("bytes", bytes.into())];
        let answer = js::object(&members);
        let _ = self.scope.post_message_with_transfer(&answer, &moved);
    }
}

fn list(value: &JsValue) -> Array {
    value.clone().dyn_into().unwrap_or_default()
}

/// Opening keys, as 32 bytes each one after the other.
fn openers(seeds: &JsValue) -> Vec<OpeningKey> {
    let seeds = seeds.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    let (seeds, _) = seeds.as_chunks::<32>();
    seeds.iter().map(OpeningKey::from_seed).collect()
}

fn unopened(name: &str, fault: &str) -> OpenedFile {
    let refusal = Refusal::Damaged { fault: fault.into() };
    OpenedFile { name: name.to_owned(), file: None, content: Err(Unopened::Refused(refusal)) }
}
