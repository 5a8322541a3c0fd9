//! Back and forward lead to the place on the page that one came from.
//!
//! A page that is opened begins at its heading ([`PageTitle`](super::govuk::PageTitle)).
//! A page that is gone back to is shown where it was left, with the focus on the
//! link that led away, as with pages that are loaded.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlElement;

use super::govuk::once_shown;

/// How a page was left.
#[derive(Debug, Clone, Default)]
struct Left {
    scroll: f64,
    /// Finds what had the focus: a link or a control.
    focus: Option<String>,
}

#[derive(Default)]
struct Entries {
    here: u32,
    newest: u32,
    left: BTreeMap<u32, Left>,
}

thread_local! {
    static ENTRIES: RefCell<Entries> = RefCell::default();
}

/// Names the first page's entry, so that one can come back to it. Once, at the start.
pub fn begin() {
    let known = number();
    ENTRIES.with_borrow_mut(|entries| {
        entries.here = known.unwrap_or_default();
        entries.newest = entries.here;
    });
    mark(known.unwrap_or_default());
}

/// The address has changed; the page shown is still the one before. Call before the next is shown.
pub fn moved() {
    let arrived = number();
    let back_to = ENTRIES.with_borrow_mut(|entries| {
        entries.left.insert(entries.here, leave());
        match arrived {
            Some(number) => {
                entries.here = number;
                entries.newest = entries.newest.max(number);
                entries.left.get(&number).cloned()
            }
            None => {
                entries.newest += 1;
                entries.here = entries.newest;
                mark(entries.here);
                None
            }
        }
    });
    if let Some(left) = back_to {
        // After the page stands and its heading was focused.
        once_shown(move || restore(&left));
    }
}

/// The number of the entry shown, where it was here before.
fn number() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?.as_f64()?;
    // Ours are small whole numbers.
    Some(state as u32)
}

fn mark(number: u32) {
    if let Ok(history) = window().history() {
        // Refused, going back begins at the heading, as any page does.
        let _ = history.replace_state(&JsValue::from_f64(f64::from(number)), "");
    }
}

fn leave() -> Left {
    let scroll = window().scroll_y().unwrap_or_default();
    let focus = document().active_element().and_then(|element| {
        match (element.id().as_str(), element.get_attribute("href")) {
            ("", Some(href)) => Some(["[href='", &href, "']"].concat()),
            ("", None) => None,
            (id, _) => Some(["[id='", id, "']"].concat()),
        }
    });
    Left { scroll, focus }
}

fn restore(left: &Left) {
    let found = left.focus.as_ref().and_then(|focus| {
        let within = ["main ", focus].concat();
        document().query_selector(&within).ok().flatten()?.dyn_into::<HtmlElement>().ok()
    });
    if let Some(element) = found {
        // Without it the heading keeps the focus.
        let _ = element.focus();
    }
    window().scroll_to_with_x_and_y(0.0, left.scroll);
}
