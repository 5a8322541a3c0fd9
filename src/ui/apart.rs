//! Pages that a browser compiles each by itself.

use leptos::prelude::*;

/// Draws a page in a function of its own.
///
/// A browser compiles a function as a whole when it is first called. Without this the compiler moves all
/// pages into the one function that chooses between them, and whoever opens one of them waits for all.
#[inline(never)]
pub fn apart(page: impl FnOnce() -> AnyView) -> AnyView {
    page()
}
