//! A hash router: works on any static host, in any folder.
//!
//! A route is what stands behind `#/`, split at slashes. Each program turns the
//! parts into its own enum of pages; each page sets its own title and focus
//! ([`PageTitle`](super::govuk::PageTitle)).

use leptos::ev::hashchange;
use leptos::prelude::*;

use super::history;

/// The parts of the address behind `#/`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(pub Vec<String>);

impl Path {
    /// Reads `#/return/ab12/area/area-2`; anything else is the start page.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix("#/").unwrap_or_default();
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

/// Whether a hash names a page at all; others, such as a skip link's `#main`, stay on the page.
fn is_route(hash: &str) -> bool {
    hash.is_empty() || hash == "#" || hash.starts_with("#/")
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
    on_cleanup(move || listener.remove());
    Memo::new(move |_| page_of(&path.read()))
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
    fn a_link_within_the_page_is_not_a_route() {
        for (hash, route) in [("", true), ("#/", true), ("#/drafts", true), ("#main", false)] {
            assert_eq!(is_route(hash), route, "{hash}");
        }
    }
}
