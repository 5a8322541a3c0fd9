//! Headings whose level depends on where they stand.

use leptos::html::custom;
use leptos::prelude::*;

/// `h1` to `h6`.
pub(super) fn heading(level: u8, class: String, id: Option<String>, words: AnyView) -> AnyView {
    let tag = match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    custom(tag).class(class).id(id).child(words).into_any()
}
