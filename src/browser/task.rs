//! Files in the worker: nothing that writes Word files or spreadsheets, or reads them, is ever part of the page.
//!
//! Message in: `{task}`, a [`FileTask`] as JSON. Message out: `{done}`, the bytes, or `{failed}`, why in
//! a sentence; `{missing}` where the part of the worker that does it did not load.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

use super::import::{post, spawn};
use super::js;
use super::lifecycle::Listener;
use crate::report::FileTask;

/// Why a task was not done. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TaskFault {
    /// The worker's program, or the part of it that is needed, did not load.
    #[error(
        "A part of this program did not load, so no file was written. Check your connection, and try again."
    )]
    NotLoaded,
    /// It was loaded and could not do it; a sentence.
    #[error("{0}")]
    Failed(String),
}

/// What comes of a task. The worker is loaded for it, and ended after it.
pub async fn in_worker(task: &FileTask) -> Result<Vec<u8>, TaskFault> {
    let task = crate::json::to_string(task).expect("a document is texts, numbers and lists");
    let worker = Ended(spawn().ok_or(TaskFault::NotLoaded)?);
    let listeners = Rc::new(RefCell::new(Vec::new()));
    let answer = answer(&worker.0, &listeners);
    post(&worker.0, &[("task", task.into())], None);
    let answer = JsFuture::from(answer).await.map_err(|_| TaskFault::NotLoaded)?;
    listeners.borrow_mut().clear();
    if let Ok(bytes) = js::get(&answer, "done").dyn_into::<Uint8Array>() {
        return Ok(bytes.to_vec());
    }
    let why = js::get(&answer, "failed").as_string();
    Err(why.map_or(TaskFault::NotLoaded, TaskFault::Failed))
}

/// The first message that answers; refused where the worker fails without one.
fn answer(worker: &Worker, listeners: &Rc<RefCell<Vec<Listener>>>) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let heard = move |event: Event| {
            let data = event.unchecked_into::<MessageEvent>().data();
            // It says first that it is ready.
            let answers = ["done", "failed", "missing", "panicked"];
            if answers.iter().any(|name| !js::get(&data, name).is_undefined()) {
                let _ = resolve.call1(&JsValue::UNDEFINED, &data);
            }
        };
        let failed = move |_: Event| {
            let _ = reject.call0(&JsValue::UNDEFINED);
        };
        listeners.borrow_mut().extend([
            Listener::new(worker, "message", heard),
            Listener::new(worker, "error", failed),
        ]);
    })
}

/// A worker that ends when it is not needed any more.
struct Ended(Worker);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.terminate();
    }
}
