//! Back and forward lead to the place on the page that one came from.
//!
//! A page that is opened begins at its heading ([`PageTitle`](super::govuk::PageTitle)).
//! A page that is gone back to is shown where it was left, with the focus on the
//! link that led away, as with pages that are loaded. Pages of text lead back to the
//! page on which they were asked for ([`stand`], [`back_to_place`]).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlElement;

use super::govuk::once_shown;
use crate::browser::lifecycle::Listener;

/// How a page was left.
#[derive(Debug, Clone, Default, PartialEq)]
struct Left {
    scroll: f64,
    /// Finds what had the focus: a link or a control.
    focus: Option<String>,
}

/// The pages gone through in this tab. Each bears a number in the browser's own history, one more
/// than the page before it, so that the difference of two says how far back one lies.
#[derive(Default)]
struct Entries {
    here: u32,
    left: BTreeMap<u32, Left>,
    /// Where pages of text lead back to.
    place: Option<Place>,
}

#[derive(Debug, Clone, PartialEq)]
struct Place {
    /// `None` once the browser cannot go back to it any more.
    number: Option<u32>,
    hash: String,
}

/// What to do on arrival.
#[derive(Debug, PartialEq)]
enum Arrival {
    /// A new page, which gets this number.
    New(u32),
    /// One that was here before, and how it was left, if that is known.
    Known(Option<Left>),
}

impl Entries {
    /// The page shown was left `left`, and the one with this number is there now; none, if it is new.
    fn arrive(&mut self, number: Option<u32>, left: Left) -> Arrival {
        self.left.insert(self.here, left);
        match number {
            Some(number) => {
                self.here = number;
                Arrival::Known(self.left.get(&number).cloned())
            }
            None => {
                self.here += 1;
                // The pages that one could have gone forward to are gone.
                drop(self.left.split_off(&self.here));
                if let Some(place) = &mut self.place {
                    place.number = place.number.filter(|number| *number < self.here);
                }
                Arrival::New(self.here)
            }
        }
    }

    fn stand(&mut self, hash: String) {
        self.place = Some(Place { number: Some(self.here), hash });
    }

    /// How far the place lies behind; `None` where it does not.
    fn steps_to_place(&self) -> Option<i32> {
        let number = self.place.as_ref()?.number?;
        let steps = self.here.checked_sub(number).filter(|steps| *steps > 0)?;
        i32::try_from(steps).ok()
    }
}

/// The number of the page at which this tab began.
const FIRST: u32 = 0;

thread_local! {
    static ENTRIES: RefCell<Entries> = RefCell::default();
    /// Hears that somebody is about to leave the first page, while that has no number yet.
    static UNNAMED: RefCell<Option<Listener>> = RefCell::default();
}

/// The latest moment after its start at which the first page's entry is named, in milliseconds.
const NAMED_AFTER: Duration = Duration::from_millis(1_000);

/// Names the first page's entry, so that one can come back to it. Once, at the start.
///
/// Not before its person does something or it has stood a while: a browser takes ten times as long for
/// it as for anything else at a start.
pub fn begin() {
    let known = number();
    ENTRIES.with_borrow_mut(|entries| entries.here = known.unwrap_or_default());
    if known.is_none() {
        let clicked = Listener::new(&window(), "click", |_| name_first());
        UNNAMED.set(Some(clicked));
        set_timeout(name_first, NAMED_AFTER);
    }
}

/// Names the first page's entry, if it has none and is shown still.
pub fn name_first() {
    if let Some(listener) = UNNAMED.take() {
        mark(FIRST);
        // It may be what calls this.
        once_shown(move || drop(listener));
    }
}

/// The address has changed; the page shown is still the one before. Call before the next is shown.
pub fn moved() {
    // Too late for the first page.
    UNNAMED.take();
    let (arrived, left) = (number(), leave());
    match ENTRIES.with_borrow_mut(|entries| entries.arrive(arrived, left)) {
        Arrival::New(number) => mark(number),
        // After the page stands and its heading was focused.
        Arrival::Known(Some(left)) => once_shown(move || restore(&left)),
        Arrival::Known(None) => {}
    }
}

/// The page shown, at this address, is where pages of text lead back to from now on.
pub fn stand(hash: String) {
    ENTRIES.with_borrow_mut(|entries| entries.stand(hash));
}

/// The address of the page that pages of text lead back to.
pub fn place() -> Option<String> {
    ENTRIES.with_borrow(|entries| entries.place.as_ref().map(|place| place.hash.clone()))
}

/// Goes back to that page as it was left. Whether it lies behind at all.
pub fn back_to_place() -> bool {
    let steps = ENTRIES.with_borrow(Entries::steps_to_place);
    let history = window().history().ok();
    steps.zip(history).is_some_and(|(steps, history)| history.go_with_delta(-steps).is_ok())
}

/// The number of the entry shown, where it was here before.
fn number() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?.as_f64()?;
    // Ours are small whole numbers.
    Some(state as u32)
}

fn mark(number: u32) {
    if let Ok(history) = window().history() {
        // Refused, going back begins at the heading, as any page does.
        let _ = history.replace_state(&JsValue::from_f64(f64::from(number)), "");
    }
}

fn leave() -> Left {
    let scroll = window().scroll_y().unwrap_or_default();
    let focus = document().active_element().and_then(|element| {
        // The same link may stand in the navigation and on the page.
        let within = element.closest("main").ok().flatten().map_or("", |_| "main ");
        match (element.id().as_str(), element.get_attribute("href")) {
            ("", Some(href)) => Some([within, "[href='", &href, "']"].concat()),
            ("", None) => None,
            (id, _) => Some([within, "[id='", id, "']"].concat()),
        }
    });
    Left { scroll, focus }
}

fn restore(left: &Left) {
    let found = left.focus.as_ref().and_then(|focus| {
        document().query_selector(focus).ok().flatten()?.dyn_into::<HtmlElement>().ok()
    });
    if let Some(element) = found {
        // Without it the heading keeps the focus.
        let _ = element.focus();
    }
    window().scroll_to_with_x_and_y(0.0, left.scroll);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(scroll: f64) -> Left {
        Left { scroll, focus: None }
    }

    #[test]
    fn a_page_that_is_gone_back_to_is_shown_as_it_was_left() {
        let mut entries = Entries::default();
        assert_eq!(entries.arrive(None, left(1.0)), Arrival::New(1));
        assert_eq!(entries.arrive(None, left(2.0)), Arrival::New(2));
        assert_eq!(entries.arrive(Some(0), left(3.0)), Arrival::Known(Some(left(1.0))));
        assert_eq!(entries.arrive(Some(2), left(4.0)), Arrival::Known(Some(left(3.0))));
    }

    #[test]
    fn from_a_page_gone_back_to_the_next_one_takes_the_number_after_it() {
        let mut entries = Entries::default();
        for _ in 0..3 {
            entries.arrive(None, left(9.0));
        }
        entries.arrive(Some(1), left(9.0));
        assert_eq!(entries.arrive(None, left(9.0)), Arrival::New(2));
        // What stood there before is forgotten with it.
        assert_eq!(entries.arrive(Some(3), left(9.0)), Arrival::Known(None));
    }

    #[test]
    fn pages_of_text_lead_back_over_all_sections_read() {
        let mut entries = Entries::default();
        entries.arrive(None, left(0.0));
        entries.stand("#/drafts".into());
        assert_eq!(entries.steps_to_place(), None);
        for steps in 1..4 {
            entries.arrive(None, left(0.0));
            assert_eq!(entries.steps_to_place(), Some(steps));
        }
    }

    #[test]
    fn a_place_that_lies_ahead_is_none_to_go_back_to() {
        let mut entries = Entries::default();
        entries.arrive(None, left(0.0));
        entries.stand("#/drafts".into());
        entries.arrive(Some(0), left(0.0));
        assert_eq!(entries.steps_to_place(), None);
        // Other pages take its number: its address is all that is left of it.
        for _ in 0..3 {
            entries.arrive(None, left(0.0));
            assert_eq!(entries.steps_to_place(), None);
        }
        assert_eq!(entries.place.unwrap().hash, "#/drafts");
    }
}
