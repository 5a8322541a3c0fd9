//! How a program takes over its page.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Puts `view` in the place of the page's text that says it is loading.
///
/// Runs until the page is closed. A page without `#app` is left as it is.
pub fn start<F, V>(view: F)
where
    F: FnOnce() -> V + 'static,
    V: IntoView + 'static,
{
    crate::browser::panic::install();
    crate::browser::take_room();
    crate::browser::clean_pastes();
    let page = document().get_element_by_id("app");
    if let Some(app) = page.and_then(|element| element.dyn_into().ok()) {
        let app: leptos::web_sys::HtmlElement = app;
        app.set_text_content(None);
        crate::browser::show_safely(&app);
        super::govuk::mark_supported();
        #[cfg(feature = "gallery")]
        if window().location().hash().is_ok_and(|hash| hash == "#/gallery") {
            return mount_to(app, super::govuk::gallery::gallery).forget();
        }
        mount_to(app, view).forget();
    }
}
