//! The browser's title, and focus on arrival at a page.

use std::cell::Cell;

use leptos::leptos_dom::helpers::queue_microtask;
use leptos::prelude::*;

use super::parts::LIVE;
use super::{focus, words};

/// Sets the browser's title to "{text} - {program}", with "Error: " before while the page has errors,
/// and focuses the page's `h1` on arrival from another page. Renders nothing; put it first on each page.
#[component]
pub fn PageTitle(
    /// The page's `h1`, in the same words.
    #[prop(into)]
    text: String,
    /// Name of the program.
    #[prop(into)]
    program: String,
    /// Whether anything on the page is wrong.
    #[prop(optional, into)]
    error: Signal<bool>,
) -> impl IntoView {
    if LIVE {
        Effect::new(move || {
            let title = title(&text, &program, error.get());
            document().set_title(crate::text::shown(&title).as_ref().unwrap_or(&title));
        });
        // The first page of all is announced by the browser itself.
        if ARRIVED.replace(true) {
            // As soon as this view is in the document. A frame may come late on a busy
            // machine, and would take the focus from somebody who has begun to type.
            queue_microtask(|| {
                focus::focus_heading();
            });
        }
    }
}

thread_local! {
    static ARRIVED: Cell<bool> = const { Cell::new(false) };
}

fn title(text: &str, program: &str, error: bool) -> String {
    let (mark, colon) = if error { (words::ERROR, ": ") } else { ("", "") };
    [mark, colon, text, " - ", program].concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_title_says_that_something_is_wrong() {
        assert_eq!(super::title("Your details", "Audit", false), "Your details - Audit");
        assert_eq!(super::title("Your details", "Audit", true), "Error: Your details - Audit");
    }
}
