//! Forms that are made anew, so that their boxes show what the program holds.

use leptos::prelude::*;

use super::govuk::{focus_heading, focus_region, once_shown};

/// Gives `view` elements of its own each time a closure that runs again shows it.
///
/// Such a closure else keeps its elements, and a box into which somebody has typed shows that for
/// ever, whatever its first text becomes. A view that is a function is always built afresh.
/// Let the closure run only when the form has to be another: a box loses its caret with it.
pub fn built_anew(view: AnyView) -> AnyView {
    let mut one = Some(view);
    let view = move || {
        keep_focus();
        one.take()
    };
    view.into_any()
}

/// Whoever stands on something that goes is led to what has its id now, or to the page's heading.
fn keep_focus() {
    let Some(left) = document().active_element() else { return };
    once_shown(move || {
        let is_lost = document().active_element().is_none_or(|now| now.tag_name() == "BODY");
        if is_lost && !left.is_connected() && !focus_region(&left.id()) {
            focus_heading();
        }
    });
}
