//! Every text on the page, whatever file it came from, shown so that it neither hides nor turns the words beside it.
//!
//! Here and not on each page: a page that is yet to be written has it too, and what only a screen reader says as well.
//! Text boxes keep what is in them, and say so below (`ui::govuk`).

use js_sys::{Array, Function};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node, NodeList};

use super::js;
use crate::text;

/// Attributes that are read out, or shown beside what bears them.
const READ_OUT: [&str; 5] = ["aria-label", "aria-description", "title", "alt", "placeholder"];

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
    let attributes: Array = READ_OUT.into_iter().map(JsValue::from_str).collect();
    let what = ["attributes", "characterData", "childList", "subtree"];
    let what = what.map(|name| (name, JsValue::TRUE)).into_iter();
    let what: Vec<_> = what.chain([("attributeFilter", attributes.into())]).collect();
    observer.observe(page, &js::object(&what));
    // For as long as the page lives.
    changed.forget();
}

fn look_at(record: &JsValue) {
    let target = js::get(record, "target").dyn_into::<Node>().ok();
    if js::get(record, "attributeName").is_string() {
        target.iter().filter_map(|node| node.dyn_ref()).for_each(show_read_out);
        return;
    }
    match js::get(record, "addedNodes").dyn_into::<NodeList>() {
        Ok(added) if added.length() > 0 => each(&added, |node| {
            show(node);
            show_below(node);
        }),
        _ => target.iter().filter(|node| node.node_type() == Node::TEXT_NODE).for_each(show),
    }
}

fn each(nodes: &NodeList, show: impl Fn(&Node)) {
    (0..nodes.length()).filter_map(|at| nodes.item(at)).for_each(|node| show(&node));
}

/// What is read out of an element and of all below it.
fn show_below(node: &Node) {
    let Some(element) = node.dyn_ref::<Element>() else { return };
    show_read_out(element);
    let bearing = READ_OUT.map(|name| ["[", name, "]"].concat()).join(",");
    if let Ok(all) = element.query_selector_all(&bearing) {
        each(&all, |node| node.dyn_ref().into_iter().for_each(show_read_out));
    }
}

fn show_read_out(element: &Element) {
    for name in READ_OUT {
        let shown = element.get_attribute(name).and_then(|said| text::shown(&said));
        // A name of ours is always one that can be set.
        let _ = shown.map(|shown| element.set_attribute(name, &shown));
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
    each(&node.child_nodes(), show);
}
