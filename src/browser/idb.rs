//! IndexedDB: one database, its shelves, and transactions that are known to be complete.
//!
//! Requests of a transaction are all made at once and its `complete` event is the
//! only thing waited for, so no await can let it end early. Some browsers close the
//! connection of a tab in the background (L5): then it is opened again, once.
//!
//! A page that its browser puts aside, to show it again as it was, may not take a transaction with it: WebKit
//! would let nobody else read or write until the page is forgotten. So it is given up, and made again when the
//! page comes back. What was typed is in the journal meanwhile.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::js;
use super::lifecycle::{self, Listener};
use crate::store::{Durability, Shelf, StoreError};

const NAME: &str = "multi-agency-audit";
/// Of the shelves. Raised, too, when a record gets a form that an older program would take for damaged.
const VERSION: u32 = 3;
/// How long an opening or a transaction may take, in milliseconds. Less than what autosave
/// waits, so that a dead connection is opened again before a save counts as failed.
const PATIENCE_OF_ONE: f64 = 8_000.0;
/// Signing keys, as the browser itself keeps them.
pub(super) const KEYS: &str = "keys";
/// Imported files by hash, to the byte.
pub(super) const FILES: &str = "files";

/// The database of both programs in this browser.
pub struct Database {
    state: Rc<State>,
    openings: Cell<u32>,
    _listeners: Vec<Listener>,
}

#[derive(Default)]
struct State {
    connection: RefCell<Option<Rc<Connection>>>,
    /// Transactions that are not through, by number.
    running: RefCell<Vec<(u32, IdbTransaction)>>,
    begun: Cell<u32>,
    /// While the browser keeps the page aside.
    aside: Cell<bool>,
}

impl State {
    fn put_aside(&self) {
        self.aside.set(true);
        for (_, transaction) in self.running.take() {
            // Fails only where it is through already.
            let _ = transaction.abort();
        }
        self.connection.take();
    }

    fn back(&self) {
        self.aside.set(false);
    }
}

/// A transaction on its way.
struct Running<'a> {
    state: &'a State,
    number: u32,
}

impl<'a> Running<'a> {
    fn new(state: &'a State, transaction: &IdbTransaction) -> Self {
        let number = state.begun.get();
        state.begun.set(number.wrapping_add(1));
        state.running.borrow_mut().push((number, transaction.clone()));
        Self { state, number }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.state.running.borrow_mut().retain(|(number, _)| *number != self.number);
    }
}

struct Connection {
    handle: IdbDatabase,
    lost: Rc<Cell<bool>>,
    _on_loss: Closure<dyn Fn()>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.handle.set_onclose(None);
        self.handle.set_onversionchange(None);
        self.handle.close();
    }
}

/// What a transaction may do.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mode {
    Read,
    Write(Durability),
}

impl Database {
    /// Opens the database, making or upgrading it where needed.
    pub async fn open() -> Result<Self, StoreError> {
        let state = Rc::new(State::default());
        let (aside, back) = (state.clone(), state.clone());
        let listeners = lifecycle::on_put_aside(move || aside.put_aside(), move || back.back());
        let database = Self { state, openings: Cell::default(), _listeners: listeners };
        database.connection().await?;
        Ok(database)
    }

    /// How often it was opened by this window.
    pub fn openings(&self) -> u32 {
        self.openings.get()
    }

    async fn connection(&self) -> Result<Rc<Connection>, StoreError> {
        if self.state.aside.get() {
            lifecycle::shown_again().await;
        }
        let known = self.state.connection.borrow().clone();
        if let Some(connection) = known.filter(|connection| !connection.lost.get()) {
            return Ok(connection);
        }
        let connection = Rc::new(connect().await?);
        self.openings.set(self.openings.get() + 1);
        self.state.connection.replace(Some(connection.clone()));
        Ok(connection)
    }

    /// Makes all requests of one transaction and waits until it is complete.
    pub(super) async fn transact<T>(
        &self,
        shelves: &[&str],
        mode: Mode,
        requests: impl Fn(&IdbTransaction) -> Result<T, JsValue>,
    ) -> Result<T, StoreError> {
        match self.attempt(shelves, mode, &requests).await {
            Err(StoreError::ConnectionLost) => {
                self.state.connection.take();
                self.attempt(shelves, mode, &requests).await
            }
            outcome => outcome,
        }
    }

    async fn attempt<T>(
        &self,
        shelves: &[&str],
        mode: Mode,
        requests: impl Fn(&IdbTransaction) -> Result<T, JsValue>,
    ) -> Result<T, StoreError> {
        let connection = self.connection().await?;
        let transaction =
            begin(&connection.handle, shelves, mode).map_err(|error| js::store_error(&error))?;
        let _running = Running::new(&self.state, &transaction);
        let complete = or_in_time(&mut |complete, aborted| {
            transaction.set_oncomplete(Some(complete));
            transaction.set_onabort(Some(aborted));
        });
        let made = requests(&transaction);
        if made.is_err() {
            // Fails only where the browser has aborted it already.
            let _ = transaction.abort();
        }
        let outcome = JsFuture::from(complete).await;
        let made = made.map_err(|error| js::store_error(&error))?;
        match outcome {
            Ok(_) => Ok(made),
            Err(_) => Err(match transaction.error() {
                Some(error) => StoreError::from_name(&error.name()),
                None => StoreError::ConnectionLost,
            }),
        }
    }
}

fn begin(database: &IdbDatabase, shelves: &[&str], mode: Mode) -> Result<IdbTransaction, JsValue> {
    let names: Array = shelves.iter().map(|name| JsValue::from_str(name)).collect();
    let (mode, durability) = match mode {
        Mode::Read => ("readonly", "default"),
        Mode::Write(Durability::Relaxed) => ("readwrite", "relaxed"),
        Mode::Write(Durability::Strict) => ("readwrite", "strict"),
    };
    let options = js::object(&[("durability", durability.into())]);
    let transaction = js::call(database, "transaction", &[names.into(), mode.into(), options])?;
    Ok(transaction.unchecked_into())
}

/// A promise that fails with `undefined` where the browser never answers, as some do.
fn or_in_time(set: &mut dyn FnMut(&Function, &Function)) -> Promise {
    Promise::new(&mut |done, failed| {
        set(&done, &failed);
        // Without a timer it waits for ever, as it would without this function.
        let args = [failed.into(), JsValue::from_f64(PATIENCE_OF_ONE)];
        let _ = js::call(&js_sys::global(), "setTimeout", &args);
    })
}

async fn connect() -> Result<Connection, StoreError> {
    let factory: IdbFactory =
        js::get(&js_sys::global(), "indexedDB").dyn_into().map_err(|_| StoreError::Blocked)?;
    let request = factory.open_with_u32(NAME, VERSION).map_err(|error| js::store_error(&error))?;
    // Belongs to the request and not to this call, which may give up before the browser answers.
    let upgrade = Closure::once_into_js({
        let request = request.clone();
        move || make_shelves(&request)
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = or_in_time(&mut |opened, failed| {
        request.set_onsuccess(Some(opened));
        request.set_onerror(Some(failed));
        request.set_onblocked(Some(failed));
    });
    if let Err(event) = JsFuture::from(opened).await {
        close_when_late(&request);
        let silent = event.is_undefined();
        return Err(if silent { StoreError::NoAnswer } else { open_error(&request) });
    }
    let handle: IdbDatabase =
        request.result().map_err(|error| js::store_error(&error))?.unchecked_into();
    Ok(watched(handle))
}

/// What nobody waits for any more is closed as soon as it opens: it would be in the way of a newer
/// tab's upgrade for as long as this one lives.
fn close_when_late(request: &IdbOpenDbRequest) {
    let close = Closure::once_into_js({
        let request = request.clone();
        move || {
            if let Ok(handle) = request.result() {
                handle.unchecked_into::<IdbDatabase>().close();
            }
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
    request.set_onerror(None);
    request.set_onblocked(None);
}

/// A request that still waits was blocked by another tab.
fn open_error(request: &IdbRequest) -> StoreError {
    match request.error() {
        // How Firefox refuses where history is switched off: nothing was open to be lost.
        Ok(Some(error)) if error.name() == "InvalidStateError" => StoreError::Blocked,
        Ok(Some(error)) => StoreError::from_name(&error.name()),
        Ok(None) | Err(_) => StoreError::HeldByOldTab,
    }
}

fn make_shelves(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result() else { return };
    let database: IdbDatabase = database.unchecked_into();
    let known = database.object_store_names();
    for name in Shelf::ALL.map(Shelf::name).into_iter().chain([KEYS, FILES]) {
        if !known.contains(name) {
            // A failure aborts the upgrade, and with it the opening.
            let _ = database.create_object_store(name);
        }
    }
}

/// A newer tab that upgrades, or a browser that closes, must find no handle in use.
fn watched(handle: IdbDatabase) -> Connection {
    let lost = Rc::new(Cell::new(false));
    let on_loss = Closure::<dyn Fn()>::new({
        let (lost, handle) = (lost.clone(), handle.clone());
        move || {
            lost.set(true);
            handle.close();
        }
    });
    handle.set_onclose(Some(on_loss.as_ref().unchecked_ref()));
    handle.set_onversionchange(Some(on_loss.as_ref().unchecked_ref()));
    Connection { handle, lost, _on_loss: on_loss }
}
