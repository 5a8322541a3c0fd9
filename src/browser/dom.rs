//! The few things about a page that are not a component's business.

use web_sys::{Document, Event};

/// The page; `None` in a worker.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Shows an element that the page holds ready, hidden, and brings it into view.
pub fn reveal(id: &str) {
    if let Some(element) = document().and_then(|page| page.get_element_by_id(id)) {
        // Fails on no element; without the attribute it stays hidden, which is no worse.
        let _ = element.remove_attribute("hidden");
        element.scroll_into_view();
    }
}

/// Tells whatever listens on the window.
pub fn dispatch(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(event)) {
        // Its listeners' exceptions are the browser's to report.
        let _ = window.dispatch_event(&event);
    }
}

/// Content of `<meta name=…>`.
pub fn meta(name: &str) -> Option<String> {
    let selector = ["meta[name=\"", name, "\"]"].concat();
    document()?.query_selector(&selector).ok()??.get_attribute("content")
}

/// Whether this page is the program as one file (`boot/single`): opened from a folder or a message, where others
/// may read what the browser keeps for it.
pub fn is_single_file() -> bool {
    meta("keeps").as_deref() == Some("closed")
}

/// Address of a file that lies beside this page; empty where there is no page.
pub fn beside(file: &str) -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    match page.rsplit_once('/') {
        Some((folder, _)) => [folder, "/", file].concat(),
        None => String::new(),
    }
}
