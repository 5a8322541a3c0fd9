//! Importing many files: opened in workers, so that the page never waits.
//!
//! Files go to the workers as the browser's own handles and are read there; back
//! come the opened return, as JSON, and the file's bytes, moved and not copied.
//! What is done with them is the panel's business.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::lifecycle::Listener;
use super::{dom, js};
use crate::envelope::OpeningKey;
use crate::panel::{OpenedFile, Progress, Queue, Refusal, Unopened};
use crate::round::Round;

/// Name of the `meta` element that says where the worker's program is.
const WORKER: &str = "exporter";
/// More workers than this would starve the page and gain little.
const MOST_WORKERS: usize = 4;
/// What the register notes of a file that stopped its worker.
const STOPPED_WORKER: &str = "stopped-worker";

/// Where a file comes from.
pub enum Source {
    /// Chosen or dropped.
    Chosen(File),
    /// From this browser's storage.
    Stored {
        /// As it was named when it was imported.
        name: String,
        /// Of the file.
        bytes: Vec<u8>,
    },
}

/// One file that is through.
pub struct Arrival {
    /// Its place in the list of sources.
    pub number: usize,
    /// What came of it.
    pub opened: OpenedFile,
    /// Its bytes, for keeping; `None` where they could not be read.
    pub bytes: Option<Uint8Array>,
    /// How far the import is with it.
    pub progress: Progress,
}

/// Why an import did not start or go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The worker's program did not load.
    #[error(
        "A part of this program did not load, so no file was read. Check your connection, reload the page, and import the files again."
    )]
    NotLoaded,
}

/// What the person who imports hears of it.
pub trait Listening {
    /// One file is through.
    fn arrived(&self, arrival: Arrival);
    /// All are, or no more will come.
    fn ended(&self, outcome: Result<(), ImportError>);
}

/// A running import. Dropping it cancels what is not through.
pub struct Import(Rc<Inner>);

struct Inner {
    round: String,
    keys: Vec<u8>,
    sources: Vec<Source>,
    queue: RefCell<Queue>,
    workers: RefCell<Vec<Option<Hand>>>,
    listener: Box<dyn Listening>,
    ended: Cell<bool>,
}

/// One worker with its listeners.
struct Hand {
    worker: Worker,
    loaded: Cell<bool>,
    _listeners: [Listener; 2],
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Import {
    /// Starts workers and shares the files out among them.
    pub fn start(
        round: &Round,
        keys: &[OpeningKey],
        sources: Vec<Source>,
        listener: impl Listening + 'static,
    ) -> Self {
        let workers = worker_count().min(sources.len());
        let inner = Rc::new(Inner {
            round: serde_json::to_string(round).expect("a round is JSON"),
            keys: keys.iter().flat_map(|key| *key.seed()).collect(),
            queue: RefCell::new(Queue::new(sources.len(), workers)),
            workers: RefCell::new((0..workers).map(|_| None).collect()),
            sources,
            listener: Box::new(listener),
            ended: Cell::new(false),
        });
        if workers == 0 {
            inner.end(Ok(()));
        }
        (0..workers).for_each(|number| inner.hire(number));
        Self(inner)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.0.queue.borrow().progress()
    }

    /// Stops: files that are not through are not imported.
    pub fn cancel(self) {
        self.0.end(Ok(()));
    }
}

impl Drop for Import {
    fn drop(&mut self) {
        self.0.ended.set(true);
        self.0.workers.borrow_mut().clear();
    }
}

/// One for each processor: the page itself has little to do meanwhile.
fn worker_count() -> usize {
    let processors = js::get(&js::get(&js_sys::global(), "navigator"), "hardwareConcurrency");
    (processors.as_f64().unwrap_or(2.0) as usize).clamp(1, MOST_WORKERS)
}

impl Inner {
    fn hire(self: &Rc<Self>, number: usize) {
        match spawn() {
            Some(worker) => {
                let hand = Hand {
                    _listeners: [
                        Listener::new(&worker, "message", hears(self, number, Self::message)),
                        Listener::new(&worker, "error", hears(self, number, Self::error)),
                    ],
                    loaded: Cell::new(false),
                    worker,
                };
                let keys = Uint8Array::from(self.keys.as_slice());
                let members = [("round", self.round.as_str().into()), ("keys", keys.into())];
                post(&hand.worker, &members);
                if let Some(place) = self.workers.borrow_mut().get_mut(number) {
                    *place = Some(hand);
                }
                self.give(number);
            }
            None => self.end(Err(ImportError::NotLoaded)),
        }
    }

    fn give(&self, number: usize) {
        let workers = self.workers.borrow();
        let Some(Some(hand)) = workers.get(number) else { return };
        while let Some(file) = self.queue.borrow_mut().next(number) {
            let Some(source) = self.sources.get(file) else { continue };
            let (name, contents): (String, JsValue) = match source {
                Source::Chosen(file) => (file.name(), file.into()),
                Source::Stored { name, bytes } => {
                    (name.clone(), Uint8Array::from(bytes.as_slice()).into())
                }
            };
            let members =
                [("number", (file as u32).into()), ("name", name.into()), ("file", contents)];
            post(&hand.worker, &members);
        }
    }

    fn message(self: &Rc<Self>, number: usize, event: Event) {
        let data = event.unchecked_into::<MessageEvent>().data();
        if let Some(Some(hand)) = self.workers.borrow().get(number) {
            hand.loaded.set(true);
        }
        if js::get(&data, "panicked").is_truthy() {
            self.replace(number);
            return;
        }
        let Some(file) = js::get(&data, "number").as_f64().map(|file| file as usize) else {
            return;
        };
        let opened = js::get(&data, "opened").as_string();
        let opened = opened.and_then(|json| crate::json::from_slice(json.as_bytes()).ok());
        let bytes = js::get(&data, "bytes").dyn_into().ok();
        if self.queue.borrow_mut().answered(number, file) {
            let opened = opened.unwrap_or_else(|| self.given_up(file));
            self.arrive(file, opened, bytes);
            self.give(number);
        }
    }

    /// A worker that never said a word did not load; any other failed over a file.
    fn error(self: &Rc<Self>, number: usize, _: Event) {
        let loaded =
            matches!(self.workers.borrow().get(number), Some(Some(hand)) if hand.loaded.get());
        if loaded { self.replace(number) } else { self.end(Err(ImportError::NotLoaded)) }
    }

    fn replace(self: &Rc<Self>, number: usize) {
        let at_fault = self.queue.borrow_mut().died(number);
        if let Some(file) = at_fault {
            self.arrive(file, self.given_up(file), None);
        }
        if !self.ended.get() {
            self.hire(number);
        }
    }

    fn given_up(&self, file: usize) -> OpenedFile {
        let name = match self.sources.get(file) {
            Some(Source::Chosen(file)) => file.name(),
            Some(Source::Stored { name, .. }) => name.clone(),
            None => String::new(),
        };
        let fault = Refusal::Damaged { fault: STOPPED_WORKER.into() };
        OpenedFile { name, file: None, content: Err(Unopened::Refused(fault)) }
    }

    fn arrive(&self, number: usize, opened: OpenedFile, bytes: Option<Uint8Array>) {
        let progress = self.queue.borrow().progress();
        self.listener.arrived(Arrival { number, opened, bytes, progress });
        if self.queue.borrow().is_done() {
            self.end(Ok(()));
        }
    }

    fn end(&self, outcome: Result<(), ImportError>) {
        if !self.ended.replace(true) {
            self.listener.ended(outcome);
        }
    }
}

/// Hears one worker as long as the import runs.
fn hears(
    inner: &Rc<Inner>,
    number: usize,
    act: fn(&Rc<Inner>, usize, Event),
) -> impl Fn(Event) + 'static {
    let weak: Weak<Inner> = Rc::downgrade(inner);
    move |event| {
        if let Some(inner) = weak.upgrade().filter(|inner| !inner.ended.get()) {
            act(&inner, number, event);
        }
    }
}

/// A worker, on its way; `None` where this browser starts none.
pub(super) fn spawn() -> Option<Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&dom::meta(WORKER)?, &options).ok()
}

/// A worker takes any plain object with texts, numbers and files.
pub(super) fn post(worker: &Worker, members: &[(&str, JsValue)]) {
    let _ = worker.post_message(&js::object(members));
}
