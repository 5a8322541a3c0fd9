//! What is pasted into a text box becomes plain text before it stands there.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Element, Event};

use super::lifecycle::Listener;
use super::{dom, js};
use crate::text;

const ONE_LINE: &str = "input:not([type]),input[type=text]";

/// Cleans every paste from now on. Call once, at the start.
pub fn clean_pastes() {
    if let Some(page) = dom::document() {
        let listener = Listener::new(&page, "paste", |event| {
            paste(&event);
        });
        // For as long as the page lives.
        std::mem::forget(listener);
    }
}

/// Pastes the clean text in place of the other; `None` where the browser may go on as it is used to.
fn paste(event: &Event) -> Option<()> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let one_line = target.matches(ONE_LINE).ok()?;
    if !one_line && !target.matches("textarea").ok()? {
        return None;
    }
    let data: DataTransfer = js::get(event, "clipboardData").dyn_into().ok()?;
    let pasted = data.get_data("text/plain").ok()?;
    // One code for each accented letter, so that two equal words are equal.
    let whole = js::composed(&pasted);
    let clean = text::pasted(&whole);
    let clean = if one_line { clean.replace('\n', " ") } else { clean };
    if clean == pasted {
        return None;
    }
    // Unlike a new value, this is an edit that Ctrl+Z takes back, and that tells the page.
    let page = dom::document()?;
    let args = ["insertText".into(), JsValue::FALSE, clean.into()];
    if js::call(&page, "execCommand", &args).ok()?.is_truthy() {
        event.prevent_default();
    }
    Some(())
}
