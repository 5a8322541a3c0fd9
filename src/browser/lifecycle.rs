//! The page's comings and goings, none of which alone can be relied on (L7).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
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

/// Calls when the page is hidden or about to go: the moments at which nothing may wait.
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
    vec![
        Listener::new(&page, "visibilitychange", hidden),
        Listener::new(&window, "pagehide", move |_| paused()),
    ]
}

/// Calls when a field was left, unless for a radio or a checkbox: who chooses goes on with this page.
pub fn on_field_left(left: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&*dom::document()?, "focusout", move |event: Event| {
        let next = js::get(&js::get(&event, "relatedTarget"), "type").as_string();
        if !matches!(next.as_deref(), Some("radio" | "checkbox")) {
            left();
        }
    }))
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

/// Calls `aside` when the browser puts the page aside, to show it again as it was left, and `back` when it does.
pub fn on_put_aside(aside: impl Fn() + 'static, back: impl Fn() + 'static) -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let persisted = |act: Box<dyn Fn()>| {
        move |event: Event| {
            if js::get(&event, "persisted").is_truthy() {
                act();
            }
        }
    };
    vec![
        Listener::new(&window, "pagehide", persisted(Box::new(aside))),
        Listener::new(&window, "pageshow", persisted(Box::new(back))),
    ]
}

/// Waits until a page that was put aside is shown again.
pub async fn shown_again() {
    let shown = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let options = js::object(&[("once", true.into())]);
            let args = [JsValue::from_str("pageshow"), done.into(), options];
            let _ = js::call(&window, "addEventListener", &args);
        }
    });
    // It never fails.
    let _ = JsFuture::from(shown).await;
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
    /// Where it waits for a quiet moment; `None` where it rings at once.
    quiet: Option<Quiet>,
}

impl Timer {
    /// Calls `rings` each time it rings.
    pub fn new(rings: impl Fn() + 'static) -> Self {
        Self { closure: Closure::new(rings), running: Cell::new(None), quiet: None }
    }

    /// The same at a moment after the bell at which the browser has nothing else to do, such as drawing a
    /// key just pressed; after so many milliseconds whatever it does.
    pub fn when_quiet(rings: impl Fn() + 'static, at_most: u32) -> Self {
        let quiet = Quiet::new(rings, at_most);
        let wait = quiet.wait.clone();
        let closure = Closure::<dyn Fn()>::new(move || wait());
        Self { closure, running: Cell::new(None), quiet: Some(quiet) }
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
        if let Some(quiet) = &self.quiet {
            quiet.stop();
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Waits for a moment at which the browser is idle. WebKit tells of none: there it waits for nothing.
struct Quiet {
    wait: Rc<dyn Fn()>,
    asked: Rc<RefCell<Option<JsValue>>>,
    _rings: Closure<dyn Fn()>,
}

impl Quiet {
    fn new(rings: impl Fn() + 'static, at_most: u32) -> Self {
        let asked = Rc::new(RefCell::new(None));
        let rings = Closure::<dyn Fn()>::new(rings);
        let ring: Function = rings.as_ref().unchecked_ref::<Function>().clone();
        let known = asked.clone();
        let wait = move || {
            let options = js::object(&[("timeout", at_most.into())]);
            let args = [ring.clone().into(), options];
            match js::call(&js_sys::global(), "requestIdleCallback", &args) {
                Ok(handle) => drop(known.replace(Some(handle))),
                // It rings at once; what it throws has been told already.
                Err(_) => drop(ring.call0(&JsValue::UNDEFINED)),
            }
        };
        Self { wait: Rc::new(wait), asked, _rings: rings }
    }

    fn stop(&self) {
        if let Some(handle) = self.asked.take() {
            let _ = js::call(&js_sys::global(), "cancelIdleCallback", &[handle]);
        }
    }
}
