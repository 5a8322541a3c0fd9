//! The page's comings and goings, none of which alone can be relied on (L7).

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

use super::{dom, js};

/// A listener that stops listening when dropped.
///
/// What it calls is `Fn`: one event may lead to another of its kind before it is through, as when
/// the focus moves on while somebody hears that it moved.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens, before anything on the page can stop the event.
    pub fn new(target: &EventTarget, event: &'static str, heard: impl Fn(Event) + 'static) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(heard);
        // Fails on no target that exists.
        let _ = target.add_event_listener_with_callback_and_bool(
            event,
            closure.as_ref().unchecked_ref(),
            true,
        );
        Self { target: target.clone(), event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.event,
            self.closure.as_ref().unchecked_ref(),
            true,
        );
    }
}

/// Calls when the page is hidden or about to go, or a field was left: the moments to save.
pub fn on_pause(paused: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let (Some(window), Some(page)) = (web_sys::window(), dom::document()) else {
        return Vec::new();
    };
    let hidden = {
        let (paused, page) = (paused.clone(), page.clone());
        move |_| {
            if page.hidden() {
                paused();
            }
        }
    };
    let left = paused.clone();
    vec![
        Listener::new(&page, "visibilitychange", hidden),
        Listener::new(&page, "focusout", move |_| left()),
        Listener::new(&window, "pagehide", move |_| paused()),
    ]
}

/// Calls when the page is looked at again: what failed in the background can be tried once more.
pub fn on_return(returned: impl Fn() + 'static) -> Option<Listener> {
    let page = dom::document()?;
    let shown = page.clone();
    Some(Listener::new(&page, "visibilitychange", move |_| {
        if !shown.hidden() {
            returned();
        }
    }))
}

/// Calls `left` when the page goes, and `back` when the browser shows it again as it was left, out of its
/// memory of pages.
pub fn on_leaving(left: impl Fn() + 'static, back: impl Fn() + 'static) -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let shown = move |event: Event| {
        if js::get(&event, "persisted").is_truthy() {
            back();
        }
    };
    vec![
        Listener::new(&window, "pagehide", move |_| left()),
        Listener::new(&window, "pageshow", shown),
    ]
}

/// Lets the browser ask before the page goes while `is_dirty` says so.
pub fn warn_before_leaving(is_dirty: impl Fn() -> bool + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "beforeunload", move |event| {
        if is_dirty() {
            event.prevent_default();
        }
    }))
}

/// Calls on Ctrl+S, or Cmd+S, instead of the browser saving the page.
pub fn on_save_key(pressed: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "keydown", move |event| {
        let is = |name| js::get(&event, name).is_truthy();
        let key = js::get(&event, "key").as_string().unwrap_or_default();
        let control = is("ctrlKey") || is("metaKey");
        if control && !is("altKey") && !is("shiftKey") && key.eq_ignore_ascii_case("s") {
            event.prevent_default();
            if !is("repeat") {
                pressed();
            }
        }
    }))
}

/// One timer, which a new one replaces and which stops when dropped.
pub struct Timer {
    closure: Closure<dyn Fn()>,
    running: Cell<Option<i32>>,
}

impl Timer {
    /// Calls `rings` each time it rings.
    pub fn new(rings: impl Fn() + 'static) -> Self {
        Self { closure: Closure::new(rings), running: Cell::new(None) }
    }

    /// Rings once, in this many milliseconds.
    pub fn set(&self, millis: u64) {
        self.stop();
        let Some(window) = web_sys::window() else { return };
        let millis = i32::try_from(millis).unwrap_or(i32::MAX);
        let started = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            self.closure.as_ref().unchecked_ref(),
            millis,
        );
        self.running.set(started.ok());
    }

    /// Does not ring.
    pub fn stop(&self) {
        if let (Some(timer), Some(window)) = (self.running.take(), web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.stop();
    }
}
