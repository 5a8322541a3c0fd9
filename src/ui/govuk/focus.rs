//! Moving focus, where a page changes without a load.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FocusOptions, HtmlElement};

/// How long something waits to be drawn in a tab that nobody looks at.
const UNSEEN: Duration = Duration::from_millis(500);

/// Does `then` as soon as the view has followed what was changed just now.
///
/// Not in the next frame: that may come late on a busy machine, and would take the
/// focus from somebody who has begun to type.
pub fn once_shown(then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::ZERO);
}

/// Does `then` once what was changed just now has been drawn: for work that would keep it from being seen.
///
/// In a tab that is not looked at nothing is drawn: there it is done after a moment all the same.
pub fn once_drawn(then: impl FnOnce() + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let now = move || {
        if let Some(then) = then.take() {
            then()
        }
    };
    let after_frame = now.clone();
    request_animation_frame(move || set_timeout(after_frame, Duration::ZERO));
    set_timeout(now, UNSEEN);
}

/// Focuses the control `id`, or the first within a date or a list of that id, and scrolls its label or
/// legend into view before, as the error summary's links do. Returns whether there is such an element.
pub fn focus_control(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    let within = if takes_focus(&element) { None } else { first_control(&element) };
    let control = within.unwrap_or(element);
    name_of(&control).unwrap_or_else(|| control.clone()).scroll_into_view();
    focus_in_place(control)
}

/// Focuses a heading, a region or a button. Returns whether it exists.
pub fn focus_region(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(focus_without_tab_stop)
}

/// Goes to a heading within the page: scrolls it to the top and focuses it. Returns whether it exists.
pub fn focus_section(id: &str) -> bool {
    let Some(heading) = document().get_element_by_id(id) else { return false };
    heading.scroll_into_view();
    focus_without_tab_stop(heading)
}

/// Focuses the first control within the element `id`. Returns whether there is one.
pub(super) fn focus_first_control(id: &str) -> bool {
    document()
        .get_element_by_id(id)
        .and_then(|element| first_control(&element))
        .and_then(|control| control.dyn_into::<HtmlElement>().ok())
        .is_some_and(|control| control.focus().is_ok())
}

/// On arrival at a page: scrolls to the top and focuses its `h1`, so that it is announced.
pub fn focus_heading() -> bool {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    query("main h1").or_else(|| query("h1")).is_some_and(focus_without_tab_stop)
}

/// Focuses an element that cannot be reached by Tab; it is no tab stop afterwards either.
pub(super) fn focus_without_tab_stop(element: Element) -> bool {
    let_take_focus(&element);
    element.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}

fn takes_focus(element: &Element) -> bool {
    element.matches("a,button,input,select,textarea,[tabindex]").unwrap_or(false)
}

fn let_take_focus(element: &Element) {
    if !takes_focus(element) {
        // Absent or refused, focus does not move: nothing else depends on it.
        let _ = element.set_attribute("tabindex", "-1");
    }
}

fn first_control(element: &Element) -> Option<Element> {
    element.query_selector("input,textarea,select").ok().flatten()
}

fn focus_in_place(element: Element) -> bool {
    let_take_focus(&element);
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element
        .dyn_into::<HtmlElement>()
        .is_ok_and(|element| element.focus_with_options(&options).is_ok())
}

/// What names the control: the legend if it is on the same half screen or the control is a choice,
/// else its label.
fn name_of(control: &Element) -> Option<Element> {
    let legend = control
        .closest("fieldset")
        .ok()
        .flatten()
        .and_then(|fieldset| fieldset.query_selector("legend").ok().flatten());
    if let Some(legend) = legend {
        if control.matches("[type=radio],[type=checkbox]").unwrap_or(false) {
            return Some(legend);
        }
        let bottom = control.get_bounding_client_rect().bottom();
        let half = f64::from(document().document_element()?.client_height()) / 2.0;
        if bottom - legend.get_bounding_client_rect().top() < half {
            return Some(legend);
        }
    }
    query(&["label[for='", &control.id(), "']"].concat())
}

fn query(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}
