//! `details`: help that most people do not need.

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::parts::{LIVE, classes, given};

/// On the element of a live page: how it began, as what.
const BEGAN: &str = "data-began";

/// Help behind a link that opens in place. A closure that runs again leaves it as open as its reader has it.
#[component]
pub fn Details(
    /// Words of the link.
    #[prop(into)]
    summary: String,
    /// What screen readers hear after them, where several links bear the same words.
    #[prop(optional, into)]
    hidden: String,
    /// Whether the words are a heading of the third level, too.
    #[prop(optional)]
    heading: bool,
    /// Open at first.
    #[prop(optional)]
    open: bool,
    /// Element id.
    #[prop(optional, into)]
    id: String,
    /// More class names.
    #[prop(optional, into)]
    class: String,
    /// What is shown when open.
    children: Children,
) -> impl IntoView {
    let opening = (open, began(open, &[&summary, &hidden]));
    let words = match (heading, hidden.is_empty()) {
        (true, _) => view! { <h3 class="app-details-heading">{summary}</h3> }.into_any(),
        (false, true) => summary.into_any(),
        (false, false) => {
            view! { {summary}<span class="govuk-visually-hidden">{hidden}</span> }.into_any()
        }
    };
    let inner = view! {
        <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{words}</span>
        </summary>
        <div class="govuk-details__text">{children()}</div>
    };
    let class = classes(&["govuk-details", &class]);
    if LIVE {
        view! { <details class=class id=given(id) use:begins=opening>{inner}</details> }.into_any()
    } else {
        view! { <details class=class id=given(id) open=open>{inner}</details> }.into_any()
    }
}

/// How it begins and as what. A count in its words may change and it is the same still.
fn began(open: bool, words: &[&str]) -> String {
    let words = words.concat().replace(|letter: char| letter.is_ascii_digit(), "");
    [if open { "open " } else { "closed " }, &words].concat()
}

/// Opens what begins open, once: from then on it is its reader's to open and to close.
///
/// Not an attribute of the view: where Leptos erases the types of views, it takes all of those from an element that
/// is drawn again and sets them anew, and so would close what somebody reads. Other words, or the same that begin
/// otherwise by now, are another text in the same element, and begin as they are to.
fn begins(details: Element, (open, began): (bool, String)) {
    if details.get_attribute(BEGAN).is_some_and(|before| before == began) {
        return;
    }
    // Refused, its reader opens and closes it.
    let _ = details.set_attribute(BEGAN, &began);
    let _ = match open {
        true => details.set_attribute("open", ""),
        false => details.remove_attribute("open"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_whose_count_changed_is_the_same_and_other_help_in_its_place_is_not() {
        let of = |open, words| began(open, &[words, ""]);
        assert_eq!(of(false, "Questions (9)"), of(false, "Questions (10)"));
        assert_ne!(of(false, "Remove the first deputy"), of(false, "Remove the second deputy"));
        assert_ne!(of(false, "Record a note"), of(true, "Record a note"));
    }
}
