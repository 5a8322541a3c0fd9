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

/// The page's address behind `#`.
pub fn address() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What stands in the text boxes of the page that have an id, passwords not among them.
pub fn typed() -> Vec<(String, String)> {
    const BOXES: &str = "main input[type=text][id],main textarea[id]";
    let Some(Ok(found)) = dom::document().map(|page| page.query_selector_all(BOXES)) else {
        return Vec::new();
    };
    let boxes = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    let typed = boxes.map(|one| (one.id(), js::get(&one, "value").as_string().unwrap_or_default()));
    typed.filter(|(_, text)| !text.is_empty()).collect()
}

/// Types a text into the box with this id, if there is one and it is empty. The focus stays.
pub fn type_into_empty(id: &str, text: &str) {
    let Some(element) = text_box(id).filter(|_| text_in(id).is_some_and(|text| text.is_empty()))
    else {
        return;
    };
    if js_sys::Reflect::set(&element, &"value".into(), &text.into()).is_ok()
        && let Ok(told) = Event::new("input")
    {
        let _ = element.dispatch_event(&told);
    }
}
