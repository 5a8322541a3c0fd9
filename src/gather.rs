//! Makes maps and sets of few entries with little code.

/// All entries, put in one by one.
///
/// `collect` sorts the entries of a `BTreeMap` or `BTreeSet` first, with some
/// 4 KB of code for each type of entry; here they are a tool's prompts or fewer.
pub(crate) fn gathered<C: Default + Extend<T>, T>(entries: impl IntoIterator<Item = T>) -> C {
    let mut gathered = C::default();
    gathered.extend(entries);
    gathered
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::gathered;

    #[test]
    fn entries_are_gathered_as_collect_would() {
        let entries = [(3, 'c'), (1, 'a'), (3, 'd'), (2, 'b')];
        let map: BTreeMap<u8, char> = gathered(entries);
        assert_eq!(map, entries.into_iter().collect());
        let set: BTreeSet<(u8, char)> = gathered(entries);
        assert_eq!(set, entries.into_iter().collect());
    }
}
