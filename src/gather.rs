//! Puts entries into maps, sets and lists, and takes them out.

use std::collections::BTreeMap;

/// All entries, put in one by one.
///
/// `collect` sorts the entries of a `BTreeMap` or `BTreeSet` first, with some
/// 4 KB of code for each type of entry; here they are a round's files or fewer.
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

/// Leaves those entries of a map that stay.
///
/// `BTreeMap::retain` and `BTreeMap::remove` mend the tree in place, with some 3 KB of code for each type
/// of entry; here it is built anew.
pub(crate) fn keep<K: Ord, V>(map: &mut BTreeMap<K, V>, stays: &dyn Fn(&K) -> bool) {
    for (key, value) in std::mem::take(map) {
        if stays(&key) {
            map.insert(key, value);
        }
    }
}

/// Takes one entry out of a map, where it is there.
pub(crate) fn take_out<K: Ord, V>(map: &mut BTreeMap<K, V>, key: &K) {
    if map.contains_key(key) {
        keep(map, &|one| one != key);
    }
}

/// Edits the entry of a map; it is made where it is missing, and one that says nothing any more goes.
pub(crate) fn edit_entry<K: Ord + Clone, V: Default + PartialEq>(
    map: &mut BTreeMap<K, V>,
    key: &K,
    edit: impl FnOnce(&mut V),
) {
    let mut fresh = V::default();
    let known = map.get_mut(key);
    let is_known = known.is_some();
    let value = known.unwrap_or(&mut fresh);
    edit(value);
    let says_nothing = *value == V::default();
    match (is_known, says_nothing) {
        (true, true) => take_out(map, key),
        (false, false) => drop(map.insert(key.clone(), fresh)),
        (true, false) | (false, true) => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{edit_entry, found_or_new, gathered, keep, take_out};

    #[test]
    fn entries_go_from_a_map_as_they_would_by_retain_and_remove() {
        let all: BTreeMap<u8, char> = gathered([(1, 'a'), (2, 'b'), (3, 'c')]);
        let (mut kept, mut retained) = (all.clone(), all.clone());
        keep(&mut kept, &|key| *key != 1);
        retained.retain(|key, _| *key != 1);
        assert_eq!(kept, retained);
        for key in [2, 2, 9] {
            take_out(&mut kept, &key);
            retained.remove(&key);
            assert_eq!(kept, retained, "{key}");
        }
    }

    #[test]
    fn an_entry_that_says_nothing_leaves_no_trace() {
        let mut map: BTreeMap<u8, String> = BTreeMap::new();
        edit_entry(&mut map, &1, |text| text.push('a'));
        edit_entry(&mut map, &1, |text| text.push('b'));
        edit_entry(&mut map, &2, String::clear);
        assert_eq!(map, BTreeMap::from([(1, "ab".to_owned())]));
        edit_entry(&mut map, &1, String::clear);
        assert_eq!(map, BTreeMap::new());
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
