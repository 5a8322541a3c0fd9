//! Puts entries into maps, sets and lists, and lists in order.

use std::cmp::Ordering;

/// All entries, put in one by one.
///
/// `collect` sorts the entries of a `BTreeMap` or `BTreeSet` first, with some
/// 4 KB of code for each type of entry; here they are a tool's prompts or fewer.
pub(crate) fn gathered<C: Default + Extend<T>, T>(entries: impl IntoIterator<Item = T>) -> C {
    let mut gathered = C::default();
    gathered.extend(entries);
    gathered
}

/// The entry of a list; it is added at the end where it is missing.
pub(crate) fn found_or_new<T>(
    list: &mut Vec<T>,
    is_it: impl Fn(&T) -> bool,
    new: impl FnOnce() -> T,
) -> &mut T {
    let place = list.iter().position(is_it).unwrap_or_else(|| {
        list.push(new());
        list.len() - 1
    });
    &mut list[place]
}

/// Sorts as the slice's `sort_by` does: what is equal keeps its order.
///
/// Each type that std sorts takes some 4 KB of code more; here all share the sorting of their places.
pub(crate) fn sort_by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut places = sorted_places(list.len(), &mut |one, other| compare(&list[one], &list[other]));
    for at in 0..places.len() {
        while places[at] != at {
            let place = places[at];
            list.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// The same as `sort_by_key`.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// The place to which each of `count` entries goes.
fn sorted_places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    let mut places = vec![0; count];
    for (place, entry) in order.into_iter().enumerate() {
        places[entry] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{found_or_new, gathered, sort_by, sort_by_key};

    #[test]
    fn a_list_is_sorted_as_std_would_and_equals_keep_their_order() {
        for count in 0..40_u32 {
            let list: Vec<(u32, u32)> = (0..count).map(|n| (n * 7 % 5, n)).collect();
            let (mut ours, mut of_std) = (list.clone(), list);
            sort_by_key(&mut ours, |(key, _)| *key);
            of_std.sort_by_key(|(key, _)| *key);
            assert_eq!(ours, of_std);
            sort_by(&mut ours, |one, other| other.1.cmp(&one.1));
            of_std.sort_by_key(|one| std::cmp::Reverse(one.1));
            assert_eq!(ours, of_std);
        }
    }

    #[test]
    fn entries_are_gathered_as_collect_would() {
        let entries = [(3, 'c'), (1, 'a'), (3, 'd'), (2, 'b')];
        let map: BTreeMap<u8, char> = gathered(entries);
        assert_eq!(map, entries.into_iter().collect());
        let set: BTreeSet<(u8, char)> = gathered(entries);
        assert_eq!(set, entries.into_iter().collect());
    }

    #[test]
    fn an_entry_is_found_or_added_at_the_end() {
        let mut list = vec![1, 2];
        *found_or_new(&mut list, |one| *one == 1, || 9) = 7;
        *found_or_new(&mut list, |one| *one == 3, || 3) += 1;
        assert_eq!(list, [7, 2, 4]);
    }
}
