//! One tab owns a draft, by a Web Lock that the browser frees when the tab is gone (L8).

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::js;
use crate::id::ReturnId;

/// Whether this tab may write to a draft.
#[derive(Debug)]
pub enum Ownership {
    /// It may, as long as it keeps this.
    Owned(Guard),
    /// Another tab may.
    HeldElsewhere,
    /// This browser knows no locks; revisions alone guard the draft.
    Unsupported,
}

/// What to do about a tab that owns the draft already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfHeld {
    /// Leave it the draft.
    Yield,
    /// "Take over here": the other tab is told that it has lost the draft.
    TakeOver,
}

/// Holds a draft for this tab until dropped.
#[derive(Debug)]
pub struct Guard {
    release: Function,
    kept: Rc<Cell<bool>>,
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.kept.set(false);
        // The browser's own resolver: it does not throw.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Asks for a draft. `on_lost` is called when another tab takes it over.
pub async fn own(draft: &ReturnId, if_held: IfHeld, on_lost: impl FnOnce() + 'static) -> Ownership {
    let locks = locks();
    if locks.is_undefined() {
        return Ownership::Unsupported;
    }
    let (held, release) = deferred();
    let (answered, answer) = deferred();
    let granted = Closure::once_into_js({
        let answer = answer.clone();
        move |lock: JsValue| -> JsValue {
            let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::from_bool(!lock.is_null()));
            if lock.is_null() { JsValue::UNDEFINED } else { held.into() }
        }
    });
    let wish = match if_held {
        IfHeld::Yield => "ifAvailable",
        IfHeld::TakeOver => "steal",
    };
    let options = js::object(&[(wish, true.into())]);
    let name = ["draft ", draft.as_str()].concat();
    let Ok(request) = js::call(&locks, "request", &[name.into(), options, granted]) else {
        return Ownership::Unsupported;
    };
    let kept = Rc::new(Cell::new(true));
    watch(request.unchecked_into(), answer, kept.clone(), on_lost);
    match JsFuture::from(answered).await {
        Ok(answer) if answer.is_truthy() => Ownership::Owned(Guard { release, kept }),
        Ok(answer) if answer.is_undefined() => Ownership::Unsupported,
        Ok(_) | Err(_) => Ownership::HeldElsewhere,
    }
}

fn locks() -> JsValue {
    js::get(&js::get(&js_sys::global(), "navigator"), "locks")
}

fn deferred() -> (Promise, Function) {
    let mut resolver = None;
    let promise = Promise::new(&mut |resolve, _| resolver = Some(resolve));
    (promise, resolver.expect("a promise calls its executor at once"))
}

/// The request fails when the lock is stolen, or at once where locks are forbidden.
fn watch(
    request: Promise,
    answer: Function,
    kept: Rc<Cell<bool>>,
    on_lost: impl FnOnce() + 'static,
) {
    spawn_local(async move {
        if JsFuture::from(request).await.is_err() {
            // Without effect where the lock was granted before.
            let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
            if kept.get() {
                on_lost();
            }
        }
    });
}
