//! A hash router: works on any static host, in any folder.
//!
//! A route is what stands behind `#/`, split at slashes. Each program turns the
//! parts into its own enum of pages; each page sets its own title and focus
//! ([`PageTitle`](super::govuk::PageTitle)). Behind a `?` stands to which page of
//! its long lists somebody turned; it is no part of the route.

use leptos::ev::{MouseEvent, click, hashchange};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::history;

/// The parts of the address behind `#/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(pub Vec<String>);

impl Path {
    /// Reads `#/return/ab12/area/area-2`; anything else is the start page.
    pub fn parse(hash: &str) -> Self {
        let path = without_turned(hash).strip_prefix("#/").unwrap_or_default();
        Self(path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }

    /// The parts, for matching.
    pub fn parts(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

/// The address now, from its `#` on.
pub fn current() -> String {
    window().location().hash().unwrap_or_default()
}

/// An address without the pages of its long lists.
pub fn without_turned(hash: &str) -> &str {
    hash.split_once('?').map_or(hash, |(path, _)| path)
}

/// The page of a long list that an address names, counted from nought: of `#/files?files=3` the third.
pub fn turned(hash: &str, list: &str) -> Option<usize> {
    let named = each_turned(hash).find(|(name, _)| *name == list);
    named.and_then(|(_, page)| page.parse::<usize>().ok()?.checked_sub(1))
}

/// The same address with another page of one long list; of the first page nothing is said.
pub fn with_turned(hash: &str, list: &str, page: usize) -> String {
    let others = each_turned(hash).filter(|(name, _)| *name != list);
    let mut all: Vec<String> = others.map(|(name, page)| [name, "=", page].concat()).collect();
    if page > 0 {
        all.push([list, "=", &(page + 1).to_string()].concat());
    }
    let path = without_turned(hash);
    if all.is_empty() { path.to_owned() } else { [path, "?", &all.join("&")].concat() }
}

fn each_turned(hash: &str) -> impl Iterator<Item = (&str, &str)> {
    let (_, all) = hash.split_once('?').unwrap_or_default();
    all.split('&').filter_map(|one| one.split_once('='))
}

/// Whether a hash names a page at all; others, such as a skip link's `#main`, stay on the page.
fn is_route(hash: &str) -> bool {
    hash.is_empty() || hash == "#" || hash.starts_with("#/")
}

/// Whether a link leads to the page that stands at an address, whatever of its long lists somebody turned to there.
fn is_here(href: &str, hash: &str) -> bool {
    let routes = is_route(href) && is_route(hash);
    routes && !href.contains('?') && Path::parse(href) == Path::parse(hash)
}

/// Whether a click would lead to the page that is shown already.
fn leads_here(event: &MouseEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if held || event.button() != 0 {
        return false;
    }
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = pressed.and_then(|element| element.closest("a[href]").ok().flatten());
    let href = link.filter(|link| !link.has_attribute("target"));
    let href = href.and_then(|link| link.get_attribute("href"));
    href.is_some_and(|href| is_here(&href, &current()))
}

/// A memo of the current route, made by `page_of` from the address; follows the back button too.
pub fn use_route<P: PartialEq + Clone + Send + Sync + 'static>(
    page_of: impl Fn(&Path) -> P + Send + Sync + 'static,
) -> Memo<P> {
    history::begin();
    let path = RwSignal::new(Path::parse(&current()));
    let listener = window_event_listener(hashchange, move |_| {
        let hash = current();
        if is_route(&hash) {
            history::moved();
            let _ = path.try_set(Path::parse(&hash));
        }
    });
    // The page stays where it was turned to, and going back leads to the page before it.
    let stays = window_event_listener(click, |event| {
        if leads_here(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        listener.remove();
        stays.remove();
    });
    Memo::new(move |_| page_of(&path.read()))
}

/// Says in the address to which page of a long list somebody turned: a reload, and coming back to this page,
/// find it there. It is no step in the browser's history.
pub fn note_turned(list: &str, page: usize) {
    let Ok(history) = window().history() else { return };
    let now = with_turned(&current(), list, page);
    if let Ok(state) = history.state() {
        // Refused, the list begins with its first page after a reload.
        let _ = history.replace_state_with_url(&state, "", Some(&now));
    }
}

/// Goes to `href`, such as `#/drafts`, adding to the browser's history.
pub fn go(href: &str) {
    history::name_first();
    // Fails only for addresses that browsers cannot parse; ours are all `#/...`.
    let _ = window().location().set_hash(href);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_split_at_slashes_and_anything_else_is_the_start_page() {
        assert_eq!(
            Path::parse("#/return/ab/area/area-2").parts(),
            ["return", "ab", "area", "area-2"]
        );
        for start in ["", "#", "#/", "#main", "#//"] {
            assert_eq!(Path::parse(start), Path::default(), "{start}");
        }
    }

    #[test]
    fn the_page_of_a_long_list_stands_in_the_address_and_is_no_part_of_the_route() {
        let turned_to = with_turned("#/round/ab/files", "files", 2);
        assert_eq!(turned_to, "#/round/ab/files?files=3");
        assert_eq!(turned(&turned_to, "files"), Some(2));
        assert_eq!(Path::parse(&turned_to), Path::parse("#/round/ab/files"));
        // Two lists on one page, and back to the first page of one of them.
        let both = with_turned(&turned_to, "to-do", 1);
        assert_eq!(both, "#/round/ab/files?files=3&to-do=2");
        assert_eq!(with_turned(&both, "files", 0), "#/round/ab/files?to-do=2");
        assert_eq!(with_turned(&turned_to, "files", 0), "#/round/ab/files");
    }

    #[test]
    fn an_address_that_somebody_typed_names_no_page_that_is_none() {
        for hash in ["#/files", "#/files?files", "#/files?files=0", "#/files?files=-1"] {
            assert_eq!(turned(hash, "files"), None, "{hash}");
        }
        assert_eq!(turned("#/files?all=2&files=x&files=2", "files"), None);
    }

    #[test]
    fn a_link_to_the_page_that_is_shown_is_no_step_whatever_of_its_lists_is_turned_to() {
        let rows = [
            ("#/round/ab/cases", "#/round/ab/cases?cases=2", true),
            ("#/round/ab/cases", "#/round/ab/cases", true),
            ("#/", "", true),
            ("#/round/ab/cases", "#/round/ab/case/3f9a", false),
            ("#/round/ab/cases?cases=3", "#/round/ab/cases?cases=2", false),
            // Links within a page and to other sites lead where they lead.
            ("#main", "#/", false),
            ("https://example.org/", "", false),
        ];
        for (href, hash, here) in rows {
            assert_eq!(is_here(href, hash), here, "{href} on {hash}");
        }
    }

    #[test]
    fn a_link_within_the_page_is_not_a_route() {
        for (hash, route) in [("", true), ("#/", true), ("#/drafts", true), ("#main", false)] {
            assert_eq!(is_route(hash), route, "{hash}");
        }
    }
}
