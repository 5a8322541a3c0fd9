//! The worker's side of an import: reads and opens one file after the other.
//!
//! Messages in: `{round, keys}` once, then `{number, name, file}` with a `File` or bytes.
//! Messages out: `{ready}`, `{number, opened, bytes}` for each file, `{panicked}`.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, Event, FileReaderSync, MessageEvent};

use super::js;
use super::lifecycle::Listener;
use crate::envelope::OpeningKey;
use crate::panel::{OpenedFile, Opener, Refusal, Unopened};
use crate::round::Round;

/// Listens for files until the page ends the worker.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let last_words = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        let _ = last_words.post_message(&js::object(&[("panicked", true.into())]));
    }));
    let opener = RefCell::new(None);
    let answers = scope.clone();
    let listener = Listener::new(&scope, "message", move |event: Event| {
        hear(&answers, &opener, &event.unchecked_into::<MessageEvent>().data());
    });
    // For as long as the worker lives.
    std::mem::forget(listener);
    let _ = scope.post_message(&js::object(&[("ready", true.into())]));
}

fn hear(scope: &DedicatedWorkerGlobalScope, opener: &RefCell<Option<Opener>>, data: &JsValue) {
    if let Some(round) = js::get(data, "round").as_string() {
        let round: Option<Round> = crate::json::from_slice(round.as_bytes()).ok();
        let keys = openers(&js::get(data, "keys"));
        *opener.borrow_mut() = round.map(|round| Opener::new(round).with_keys(keys));
        return;
    }
    let name = js::get(data, "name").as_string().unwrap_or_default();
    let (opened, bytes) = match opener.borrow().as_ref() {
        Some(opener) => open(opener, &name, &js::get(data, "file")),
        None => (unopened(&name, "no-round"), JsValue::UNDEFINED),
    };
    let opened = serde_json::to_string(&opened).unwrap_or_default();
    let answer = js::object(&[
        ("number", js::get(data, "number")),
        ("opened", opened.into()),
        ("bytes", bytes.clone()),
    ]);
    let moved: Array = bytes.dyn_ref::<Uint8Array>().map(Uint8Array::buffer).into_iter().collect();
    let _ = scope.post_message_with_transfer(&answer, &moved);
}

/// Opening keys, as 32 bytes each one after the other.
fn openers(seeds: &JsValue) -> Vec<OpeningKey> {
    let seeds = seeds.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    let (seeds, _) = seeds.as_chunks::<32>();
    seeds.iter().map(OpeningKey::from_seed).collect()
}

fn open(opener: &Opener, name: &str, file: &JsValue) -> (OpenedFile, JsValue) {
    if let Some(file) = file.dyn_ref::<Blob>()
        && let Err(too_large) = opener.admits(name, file.size() as u64)
    {
        return (too_large, JsValue::UNDEFINED);
    }
    match read(file) {
        Some(bytes) => (opener.open(name, &bytes.to_vec()), bytes.into()),
        None => (unopened(name, "unreadable"), JsValue::UNDEFINED),
    }
}

fn unopened(name: &str, fault: &str) -> OpenedFile {
    let refusal = Refusal::Damaged { fault: fault.into() };
    OpenedFile { name: name.to_owned(), file: None, content: Err(Unopened::Refused(refusal)) }
}

fn read(file: &JsValue) -> Option<Uint8Array> {
    match file.dyn_ref::<Blob>() {
        Some(blob) => {
            let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(blob).ok()?;
            Some(Uint8Array::new(&buffer))
        }
        None => file.dyn_ref::<Uint8Array>().cloned(),
    }
}
