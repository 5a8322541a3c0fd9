//! Importing many files: opened in workers, so that the page never waits.
//!
//! Files go a few together, of which some are being read while a worker opens others. Bytes go to
//! it and come back with the opened returns, as JSON: moved and not copied. The page takes them in
//! one by one, and gives back what they lay in.
//! What is done with them is the panel's business.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::{Rc, Weak};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::files::FileError;
use super::lent::Lent;
use super::lifecycle::Listener;
use super::reading::Pile;
use super::sources::Sources;
use super::{dom, js, monotonic, next_task};
use crate::envelope::OpeningKey;
use crate::panel::{Batch, OpenedFile, Opener, Progress, Queue, Refusal, Unopened};
use crate::round::Round;

/// Name of the `meta` element that says where the worker's program is.
const WORKER: &str = "exporter";
/// More workers than this would starve the page and gain little.
const MOST_WORKERS: usize = 4;
/// The page takes files in for so long at a time, in milliseconds, and then does what else there is.
const AT_A_TIME: u64 = 12;
/// What the register notes of a file that stopped its worker.
const STOPPED_WORKER: &str = "stopped-worker";
/// And of one that the browser did not read.
const UNREADABLE: &str = "unreadable";

/// One file that is through.
pub struct Arrival {
    /// Its place in the list of sources.
    pub number: usize,
    /// What came of it.
    pub opened: OpenedFile,
    /// Its bytes, for keeping; `None` where they could not be read.
    pub bytes: Option<Lent>,
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
    /// Some came in, and the page has nothing else to do just now; whether there is more to do of the kind.
    fn have_arrived(&self) -> bool {
        false
    }
    /// All are, or no more will come.
    fn ended(&self, outcome: Result<(), ImportError>);
}

/// A running import. Dropping it cancels what is not through.
pub struct Import(Rc<Inner>);

struct Inner {
    round: String,
    keys: Vec<u8>,
    sources: Sources,
    queue: RefCell<Queue>,
    workers: RefCell<Vec<Option<Rc<Hand>>>>,
    listener: Box<dyn Listening>,
    /// Whether it hears soon that some came in.
    is_told: Cell<bool>,
    ended: Cell<bool>,
}

/// One worker with its listeners.
struct Hand {
    worker: Worker,
    loaded: Cell<bool>,
    /// Files that it gets next, in the order in which the queue gave them out.
    coming: RefCell<VecDeque<Batch>>,
    /// Which files it has, and how many bytes each, in the order in which it answers.
    sent: RefCell<VecDeque<Vec<(usize, u32)>>>,
    /// What it has answered and the page has not taken in yet.
    answered: RefCell<VecDeque<Answer>>,
    /// Whether somebody takes them in.
    is_taken_in: Cell<bool>,
    /// Whether somebody sees to it that it gets them.
    is_fed: Cell<bool>,
    _listeners: [Listener; 2],
}

/// What a worker has sent of some files, one behind the other: what came of them, as JSON, and their bytes.
struct Pack {
    opened: Lent,
    bytes: Lent,
}

/// One file as a worker has answered of it.
struct Answer {
    file: usize,
    pack: Rc<Pack>,
    /// Where in the pack stands what came of it.
    opened: Range<u32>,
    /// And where its bytes.
    bytes: Range<u32>,
}

impl Answer {
    /// What came of it; `None` where that cannot be read.
    fn opened(&self) -> Option<OpenedFile> {
        let json = self.pack.opened.subarray(self.opened.start, self.opened.end).to_vec();
        crate::json::from_slice(&json).ok()
    }

    /// A copy: to keep a part of the pack would be to keep all of it.
    fn bytes(&self) -> Lent {
        Lent::new(self.pack.bytes.slice(self.bytes.start, self.bytes.end))
    }
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
        sources: Sources,
        listener: impl Listening + 'static,
    ) -> Self {
        let workers = worker_count().min(sources.len());
        let inner = Rc::new(Inner {
            round: crate::json::to_string(round).expect("a round is JSON"),
            keys: keys.iter().flat_map(|key| *key.seed()).collect(),
            queue: RefCell::new(Queue::new(sources.len(), workers)),
            workers: RefCell::new((0..workers).map(|_| None).collect()),
            sources,
            listener: Box::new(listener),
            is_told: Cell::new(false),
            ended: Cell::new(false),
        });
        if workers == 0 {
            inner.end(Ok(()));
        }
        inner.hire_next();
        Self(inner)
    }

    /// Whether more of it may come.
    pub fn is_running(&self) -> bool {
        !self.0.ended.get()
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
    /// Hires the next worker, where one is missing.
    ///
    /// One after the other: of several that load at once WebKit asks the network for parts that are kept for when
    /// there is none.
    fn hire_next(self: &Rc<Self>) {
        let missing = self.workers.borrow().iter().position(Option::is_none);
        if let Some(number) = missing {
            self.hire(number);
        }
    }

    fn hire(self: &Rc<Self>, number: usize) {
        let Some(worker) = spawn() else { return self.end(Err(ImportError::NotLoaded)) };
        let hand = Rc::new(Hand {
            _listeners: [
                Listener::new(&worker, "message", hears(self, number, Self::message)),
                Listener::new(&worker, "error", hears(self, number, Self::error)),
            ],
            loaded: Cell::new(false),
            coming: RefCell::default(),
            sent: RefCell::default(),
            answered: RefCell::default(),
            is_taken_in: Cell::new(false),
            is_fed: Cell::new(false),
            worker,
        });
        let keys = Uint8Array::from(self.keys.as_slice());
        post(&hand.worker, &[("round", self.round.as_str().into()), ("keys", keys.into())], None);
        if let Some(place) = self.workers.borrow_mut().get_mut(number) {
            *place = Some(hand);
        }
        self.give(number);
    }

    fn hand(&self, number: usize) -> Option<Rc<Hand>> {
        self.workers.borrow().get(number)?.clone()
    }

    /// Sees to it that a worker has enough ahead.
    fn give(self: &Rc<Self>, number: usize) {
        let Some(hand) = self.hand(number) else { return };
        while let Some(batch) = self.next(number) {
            hand.coming.borrow_mut().push_back(batch);
        }
        if !hand.is_fed.replace(true) {
            spawn_local(feed(Rc::downgrade(self), Rc::downgrade(&hand), number));
        }
    }

    fn next(&self, number: usize) -> Option<Batch> {
        self.queue.borrow_mut().next(number)
    }

    fn message(self: &Rc<Self>, number: usize, event: Event) {
        let data = event.unchecked_into::<MessageEvent>().data();
        let Some(hand) = self.hand(number) else { return };
        if !hand.loaded.replace(true) {
            self.hire_next();
        }
        if js::get(&data, "panicked").is_truthy() {
            self.replace(number);
            return;
        }
        let Ok(bytes) = js::get(&data, "bytes").dyn_into::<Uint8Array>() else { return };
        let Some(parts) = hand.sent.borrow_mut().pop_front() else { return };
        let opened = js::get(&data, "opened").dyn_into::<Uint8Array>();
        let opened = opened.unwrap_or_else(|_| Uint8Array::new_with_length(0));
        let sizes = js::get(&data, "sizes").dyn_into::<Array>().unwrap_or_default();
        let mut sizes = sizes.iter().map(|size| size.as_f64().unwrap_or_default());
        let pack = Rc::new(Pack { opened: Lent::new(opened), bytes: Lent::new(bytes) });
        let (mut at, mut from) = (0, 0);
        for (file, long) in parts {
            // Sizes are whole numbers that fit.
            let size = sizes.next().unwrap_or_default() as u32;
            let (opened, bytes) = (at..at + size, from..from + long);
            let answer = Answer { file, pack: pack.clone(), opened, bytes };
            hand.answered.borrow_mut().push_back(answer);
            (at, from) = (at + size, from + long);
        }
        if !self.take_some_in(number, &hand) && !hand.is_taken_in.replace(true) {
            self.take_the_rest_in(number, &hand);
        }
    }

    /// Lets the listener hear that some came in, when the page has nothing else to do.
    fn tell(self: &Rc<Self>) {
        if self.is_told.replace(true) {
            return;
        }
        let inner = Rc::downgrade(self);
        spawn_local(async move {
            loop {
                next_task().await;
                let inner = inner.upgrade().filter(|inner| !inner.ended.get());
                let Some(inner) = inner else { return };
                if !inner.listener.have_arrived() {
                    return inner.is_told.set(false);
                }
            }
        });
    }

    /// Takes in what is left of a worker's answers, a little at a time between what else the page has to do.
    fn take_the_rest_in(self: &Rc<Self>, number: usize, hand: &Rc<Hand>) {
        let (inner, hand) = (Rc::downgrade(self), Rc::downgrade(hand));
        spawn_local(async move {
            loop {
                next_task().await;
                let (Some(inner), Some(hand)) = (inner.upgrade(), hand.upgrade()) else { return };
                if inner.ended.get() || inner.take_some_in(number, &hand) {
                    return hand.is_taken_in.set(false);
                }
            }
        });
    }

    /// Takes in as much as fits into a moment; whether that was all.
    fn take_some_in(self: &Rc<Self>, number: usize, hand: &Hand) -> bool {
        let until = monotonic() + AT_A_TIME;
        while monotonic() < until {
            let next = hand.answered.borrow_mut().pop_front();
            let Some(answer) = next else { break };
            self.take_in(number, &answer);
        }
        self.give(number);
        hand.answered.borrow().is_empty()
    }

    fn take_in(self: &Rc<Self>, number: usize, answer: &Answer) {
        let file = answer.file;
        let opened = answer.opened().unwrap_or_else(|| self.given_up(file, STOPPED_WORKER));
        self.through(number, file, opened, Some(answer.bytes()));
    }

    /// A worker's file is through.
    fn through(
        self: &Rc<Self>,
        number: usize,
        file: usize,
        opened: OpenedFile,
        bytes: Option<Lent>,
    ) {
        let had = !self.ended.get() && self.queue.borrow_mut().answered(number, file);
        if had {
            self.arrive(file, opened, bytes);
        }
    }

    /// What is said of a file that was not read.
    fn unread(&self, file: usize, error: &FileError) -> OpenedFile {
        let refused = match error {
            FileError::TooLarge { size, .. } => {
                Opener::admits(&self.sources.name(file), *size).err()
            }
            FileError::Unreadable | FileError::NotSaved => None,
        };
        refused.unwrap_or_else(|| self.given_up(file, UNREADABLE))
    }

    /// A worker that never said a word did not load; any other failed over a file.
    fn error(self: &Rc<Self>, number: usize, _: Event) {
        let loaded = self.hand(number).is_some_and(|hand| hand.loaded.get());
        if loaded { self.replace(number) } else { self.end(Err(ImportError::NotLoaded)) }
    }

    fn replace(self: &Rc<Self>, number: usize) {
        // What it has answered is through, though it failed over the next.
        if let Some(hand) = self.hand(number) {
            for answer in hand.answered.take() {
                self.take_in(number, &answer);
            }
        }
        let at_fault = self.queue.borrow_mut().died(number);
        if let Some(file) = at_fault {
            self.arrive(file, self.given_up(file, STOPPED_WORKER), None);
        }
        if !self.ended.get() {
            self.hire(number);
        }
    }

    fn given_up(&self, file: usize, fault: &str) -> OpenedFile {
        let fault = Refusal::Damaged { fault: fault.into() };
        OpenedFile {
            name: self.sources.name(file),
            file: None,
            content: Err(Unopened::Refused(fault)),
        }
    }

    fn arrive(self: &Rc<Self>, number: usize, opened: OpenedFile, bytes: Option<Lent>) {
        self.sources.let_go(number);
        let progress = self.queue.borrow().progress();
        self.listener.arrived(Arrival { number, opened, bytes, progress });
        self.tell();
        if self.queue.borrow().is_done() {
            self.end(Ok(()));
        }
    }

    fn end(self: &Rc<Self>, outcome: Result<(), ImportError>) {
        if !self.ended.replace(true) {
            self.listener.ended(outcome);
            // Not at once: a worker may be the one that is heard just now.
            let inner = self.clone();
            spawn_local(async move { inner.workers.borrow_mut().clear() });
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

/// A worker takes any plain object; what it is `given` moves to it.
pub(super) fn post(worker: &Worker, members: &[(&str, JsValue)], given: Option<&Uint8Array>) {
    let given: Array = given.map(Uint8Array::buffer).into_iter().collect();
    let _ = worker.post_message_with_transfer(&js::object(members), &given);
}

/// Hands a worker its files, in the order in which it got them: so the queue knows which it fails over.
async fn feed(inner: Weak<Inner>, hand: Weak<Hand>, number: usize) {
    while let Some((inner, batch)) = upgraded(&inner, &hand) {
        let pile = inner.sources.read(&batch).await;
        let Some(hand) = hand.upgrade().filter(|_| !inner.ended.get()) else { return };
        if !pile.parts.is_empty() {
            hand.open(&inner, &pile);
        }
        for (file, error) in pile.unread {
            inner.through(number, file, inner.unread(file, &error), None);
        }
        // Where none was read, no answer asks for more.
        inner.give(number);
    }
}

fn upgraded(inner: &Weak<Inner>, hand: &Weak<Hand>) -> Option<(Rc<Inner>, Batch)> {
    Some((inner.upgrade()?, hand.upgrade()?.next()?))
}

impl Hand {
    fn next(&self) -> Option<Batch> {
        let next = self.coming.borrow_mut().pop_front();
        self.is_fed.set(next.is_some());
        next
    }

    fn open(&self, inner: &Inner, pile: &Pile) {
        let names: Array =
            pile.parts.iter().map(|(file, _)| JsValue::from(inner.sources.name(*file))).collect();
        let sizes: Array = pile.parts.iter().map(|(_, long)| JsValue::from(*long)).collect();
        self.sent.borrow_mut().push_back(pile.parts.clone());
        let members =
            [("names", names.into()), ("sizes", sizes.into()), ("bytes", (&pile.bytes).into())];
        post(&self.worker, &members, Some(&pile.bytes));
    }
}
