//! Lists in order.
//!
//! Each type that std sorts brings some 4 KB of code into the page that loads it. Here all
//! types share one compiled sort, of the places of a list, under a comparison called by pointer.
//! What is equal keeps its order. `clippy.toml` keeps std's own sorts out of the library.

use std::cmp::Ordering;

/// As the slice's `sort`.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, Ord::cmp);
}

/// As the slice's `sort_by`.
pub(crate) fn sort_by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = sorted_places(list.len(), &mut |one, other| compare(&list[one], &list[other]));
    put(list, places);
}

/// As the slice's `sort_by_key`: for keys that cost nothing to read.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// As the slice's `sort_by_cached_key`: each key is made once.
pub(crate) fn sort_by_cached_key<T, K: Ord>(list: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    let places = sorted_places(list.len(), &mut |one, other| keys[one].cmp(&keys[other]));
    put(list, places);
}

/// The place to which each of `count` entries goes.
#[expect(clippy::disallowed_methods, reason = "the one sort that all share")]
fn sorted_places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    let mut places = vec![0; count];
    for (place, entry) in order.into_iter().enumerate() {
        places[entry] = place;
    }
    places
}

/// Puts every entry at its place.
fn put<T>(list: &mut [T], mut places: Vec<usize>) {
    for at in 0..places.len() {
        while places[at] != at {
            let place = places[at];
            list.swap(at, place);
            places.swap(at, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::cmp::Reverse;

    use super::{sort, sort_by, sort_by_cached_key, sort_by_key};

    #[test]
    fn a_list_is_sorted_as_std_would_and_equals_keep_their_order() {
        for count in 0..40_u32 {
            let list: Vec<(u32, u32)> = (0..count).map(|n| (n * 7 % 5, n)).collect();
            let (mut ours, mut cached, mut of_std) = (list.clone(), list.clone(), list);
            sort_by_key(&mut ours, |(key, _)| *key);
            sort_by_cached_key(&mut cached, |(key, _)| *key);
            of_std.sort_by_key(|(key, _)| *key);
            assert_eq!((&ours, &cached), (&of_std, &of_std));
            sort_by(&mut ours, |one, other| other.1.cmp(&one.1));
            of_std.sort_by_key(|one| Reverse(one.1));
            assert_eq!(ours, of_std);
            sort(&mut ours);
            of_std.sort();
            assert_eq!(ours, of_std);
        }
    }

    #[test]
    fn a_key_that_is_kept_is_made_once_for_each_entry() {
        let made = Cell::new(0);
        let mut list: Vec<u32> = (0..100).rev().collect();
        sort_by_cached_key(&mut list, |one| {
            made.set(made.get() + 1);
            *one
        });
        assert!(list.is_sorted());
        assert_eq!(made.get(), 100);
    }
}
