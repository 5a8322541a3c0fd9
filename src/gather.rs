//! Puts entries into maps, sets and lists.

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

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{found_or_new, gathered};

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
