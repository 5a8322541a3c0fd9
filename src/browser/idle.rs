//! Watches whether anybody uses the page, and calls when it is time to lock it.

use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};

use super::lifecycle::{Listener, Timer};
use super::tabs::{self, Message};
use super::{clock, dom};
use crate::store::{Idle, Millis, Moment, Touch};

/// What a person does to a page.
const TOUCHES: [&str; 6] =
    ["keydown", "input", "pointerdown", "pointermove", "wheel", "touchstart"];
/// When a page may come back that slept: nobody has touched it yet.
const RETURNS: [&str; 2] = ["focus", "pageshow"];
/// Timers may sleep with the computer: the clocks are asked at least this often.
const ASK_EVERY: Millis = 20_000;

/// Watches as long as it lives.
pub struct IdleWatch {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
}

struct Inner {
    idle: Cell<Idle>,
    timer: OnceCell<Timer>,
    on_idle: Box<dyn Fn()>,
}

impl IdleWatch {
    /// Calls `on_idle` when nobody has touched the page for so long; again and again where that
    /// does not end the watch.
    pub fn new(after_seconds: u32, on_idle: impl Fn() + 'static) -> Self {
        let inner = Rc::new(Inner {
            idle: Cell::new(Idle::new(after_seconds, now())),
            timer: OnceCell::new(),
            on_idle: Box::new(on_idle),
        });
        let weak = Rc::downgrade(&inner);
        inner.timer.get_or_init(|| Timer::new(move || look(&weak)));
        inner.look();
        let listeners = listeners(&inner);
        Self { inner, _listeners: listeners }
    }

    /// Somebody is at work in another tab.
    pub fn touched_elsewhere(&self) {
        let mut idle = self.inner.idle.get();
        idle.touched_elsewhere(now());
        self.inner.idle.set(idle);
    }
}

fn listeners(inner: &Rc<Inner>) -> Vec<Listener> {
    let (Some(window), Some(page)) = (web_sys::window(), dom::document()) else {
        return Vec::new();
    };
    let touches = TOUCHES.into_iter().map(|event| {
        let weak = Rc::downgrade(inner);
        Listener::new(&window, event, move |event| {
            // The key of somebody who came too late goes into no box.
            if weak.upgrade().is_some_and(|inner| inner.touch() == Touch::TooLate) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    });
    let returns = RETURNS.into_iter().map(|event| {
        let weak = Rc::downgrade(inner);
        Listener::new(&window, event, move |_| look(&weak))
    });
    let weak = Rc::downgrade(inner);
    let shown = Listener::new(&page, "visibilitychange", move |_| look(&weak));
    touches.chain(returns).chain([shown]).collect()
}

fn look(inner: &Weak<Inner>) {
    if let Some(inner) = inner.upgrade() {
        inner.look();
    }
}

impl Inner {
    fn touch(&self) -> Touch {
        let mut idle = self.idle.get();
        let touch = idle.touch(now());
        self.idle.set(idle);
        match touch {
            Touch::TooLate => (self.on_idle)(),
            Touch::Noted => {}
            Touch::TellOthers => tabs::tell(&Message::Touched),
        }
        touch
    }

    fn look(&self) {
        let (idle, now) = (self.idle.get(), now());
        let over = idle.is_over(now);
        if let Some(timer) = self.timer.get() {
            let wait = if over { ASK_EVERY } else { idle.wait(now) };
            timer.set(wait.min(ASK_EVERY));
        }
        if over {
            (self.on_idle)();
        }
    }
}

fn now() -> Moment {
    Moment { forward: clock::monotonic(), wall: clock::now() }
}
