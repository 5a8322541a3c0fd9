//! Every text on the page, whatever file it came from, shown so that it neither hides nor turns the words beside it.
//!
//! Here and not on each page: a page that is yet to be written has it too. Text boxes keep what is in them.

use js_sys::{Array, Function};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node};

use super::js;
use crate::text;

#[wasm_bindgen]
extern "C" {
    /// Of `web-sys` it would be a feature more, and all that depends on it compiled again.
    type MutationObserver;
    #[wasm_bindgen(constructor)]
    fn new(changed: &Function) -> MutationObserver;
    #[wasm_bindgen(method)]
    fn observe(this: &MutationObserver, below: &Node, what: &JsValue);
    #[wasm_bindgen(method, js_name = takeRecords)]
    fn take_records(this: &MutationObserver) -> Array;
}

/// Looks at every text that comes to stand below `page`, before it is drawn. Call once, at the start.
pub fn show_safely(page: &HtmlElement) {
    let changed = Closure::<dyn Fn(Array, MutationObserver)>::new(
        |records: Array, observer: MutationObserver| {
            for record in records.iter() {
                look_at(&record);
            }
            // What was just written here needs no second look.
            observer.take_records();
        },
    );
    let observer = MutationObserver::new(changed.as_ref().unchecked_ref());
    let what = ["characterData", "childList", "subtree"].map(|name| (name, JsValue::TRUE));
    observer.observe(page, &js::object(&what));
    // For as long as the page lives.
    changed.forget();
}

fn look_at(record: &JsValue) {
    match js::get(record, "addedNodes").dyn_into::<web_sys::NodeList>() {
        Ok(added) if added.length() > 0 => {
            (0..added.length()).filter_map(|at| added.item(at)).for_each(|node| show(&node));
        }
        _ => {
            let target = js::get(record, "target").dyn_into::<Node>().ok();
            let text = target.filter(|node| node.node_type() == Node::TEXT_NODE);
            text.iter().for_each(show);
        }
    }
}

/// Rewrites the texts of a node that cannot be shown as they are: hardly ever one of them.
fn show(node: &Node) {
    let is_box = |element: &Element| element.tag_name() == "TEXTAREA";
    let inside = node.dyn_ref().cloned().or_else(|| node.parent_element());
    if inside.as_ref().is_some_and(is_box) {
        return;
    }
    let Some(shown) = node.text_content().and_then(|all| text::shown(&all)) else { return };
    if node.node_type() == Node::TEXT_NODE {
        return node.set_text_content(Some(&shown));
    }
    let children = node.child_nodes();
    (0..children.length()).filter_map(|at| children.item(at)).for_each(|child| show(&child));
}
