//! Writing into a text box as if it were typed, so that the browser's own undo takes it back.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement};

use super::{dom, js};

fn text_box(id: &str) -> Option<Element> {
    dom::document()?.get_element_by_id(id)
}

/// What stands in the text box with this id.
pub fn text_in(id: &str) -> Option<String> {
    let element = text_box(id)?;
    js::get(&element, "value").as_string()
}

/// Replaces a range, in UTF-16 units, and leaves the focus behind what was written.
///
/// `None` where there is no such box or it takes no text.
pub fn write(id: &str, range: std::ops::Range<usize>, text: &str) -> Option<()> {
    let element = text_box(id)?;
    element.dyn_ref::<HtmlElement>()?.focus().ok()?;
    let start = JsValue::from(u32::try_from(range.start).ok()?);
    let end = JsValue::from(u32::try_from(range.end).ok()?);
    js::call(&element, "setSelectionRange", &[start.clone(), end.clone()]).ok()?;
    // Deprecated, and the only way that the browser's undo knows of; it tells the page, too.
    let typed = ["insertText".into(), JsValue::FALSE, text.into()];
    let page = dom::document()?;
    if js::call(&page, "execCommand", &typed).is_ok_and(|done| done.is_truthy()) {
        return Some(());
    }
    js::call(&element, "setRangeText", &[text.into(), start, end, "end".into()]).ok()?;
    let told = Event::new("input").ok()?;
    element.dispatch_event(&told).ok()?;
    Some(())
}
