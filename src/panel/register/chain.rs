//! Which of several versions of one return counts (V-03).
//!
//! A pure function of all versions that are here and of what the coordinator
//! chose: the order in which they were imported plays no part.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decisions, EntryState};
use crate::envelope::Hash;

/// One version, as far as its place in the chain goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) file: Hash,
    pub(super) payload: Hash,
    pub(super) previous: Option<Hash>,
    pub(super) version: u32,
}

/// The state of every version of one place.
///
/// A version stands when it replaces nothing, or when the version that it
/// replaces stands and has a lower number, or when the coordinator chose it. Of
/// those that stand, the ones that nothing replaces are the heads: a single
/// head counts, several are a conflict. What does not stand is held.
pub(super) fn settle(links: &[Link], decisions: &Decisions) -> BTreeMap<Hash, EntryState> {
    let standing = standing(links, decisions);
    let stands = |link: &&Link| standing.contains(&link.file);
    let in_play = |link: &&Link| stands(link) && !decisions.aside.contains(&link.file);
    let numbers = numbers(links);
    let replaced: BTreeSet<Hash> = links
        .iter()
        .filter(in_play)
        .filter_map(|link| link.previous.filter(|previous| follows(link, previous, &numbers)))
        .collect();
    let heads: Vec<&Link> =
        links.iter().filter(in_play).filter(|link| !replaced.contains(&link.payload)).collect();
    // The head with the greatest number stands for all where there are several.
    let front = heads.iter().max_by_key(|link| (link.version, link.file)).map(|link| link.file);
    let is_head = |link: &Link| heads.iter().any(|head| head.file == link.file);
    let state = |link: &Link| match (link.previous, front) {
        _ if decisions.aside.contains(&link.file) => EntryState::SetAside,
        (Some(waiting_for), _) if !standing.contains(&link.file) => {
            EntryState::Held { waiting_for }
        }
        _ if is_head(link) && heads.len() == 1 => EntryState::Current,
        _ if is_head(link) => EntryState::Conflict,
        (_, Some(by)) => EntryState::Superseded { by },
        // Nothing in play stands: only reached when every other version was set aside.
        (_, None) => EntryState::Conflict,
    };
    links.iter().map(|link| (link.file, state(link))).collect()
}

/// The version numbers under which each payload is here.
fn numbers(links: &[Link]) -> BTreeMap<Hash, u32> {
    links.iter().map(|link| (link.payload, link.version)).collect()
}

/// Whether `previous` is here with a lower number.
fn follows(link: &Link, previous: &Hash, numbers: &BTreeMap<Hash, u32>) -> bool {
    numbers.get(previous).is_some_and(|number| *number < link.version)
}

/// The files of all versions that stand.
fn standing(links: &[Link], decisions: &Decisions) -> BTreeSet<Hash> {
    let numbers = numbers(links);
    let mut by_number: Vec<&Link> = links.iter().collect();
    by_number.sort_by_key(|link| (link.version, link.file));
    let (mut files, mut payloads) = (BTreeSet::new(), BTreeSet::new());
    for link in by_number {
        let stands = match link.previous {
            _ if decisions.chosen.contains(&link.file) => true,
            None => true,
            Some(previous) => match numbers.get(&previous) {
                Some(number) if *number < link.version => payloads.contains(&previous),
                // It replaces a version that is not lower: contradicts itself, so a person must look.
                Some(_) => true,
                None => false,
            },
        };
        if stands {
            files.insert(link.file);
            payloads.insert(link.payload);
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(name: &str) -> Hash {
        Hash::of(name.as_bytes())
    }

    fn link(name: &str, version: u32, previous: Option<&str>) -> Link {
        Link { file: hash(name), payload: hash(name), previous: previous.map(hash), version }
    }

    #[track_caller]
    fn expect(links: &[Link], decisions: &Decisions, rows: &[(&str, EntryState)]) {
        let got = settle(links, decisions);
        let wanted = rows.iter().map(|(name, state)| (hash(name), state.clone())).collect();
        assert_eq!(got, wanted);
    }

    fn superseded(by: &str) -> EntryState {
        EntryState::Superseded { by: hash(by) }
    }

    fn held(waiting_for: &str) -> EntryState {
        EntryState::Held { waiting_for: hash(waiting_for) }
    }

    fn choose(chosen: &str, aside: &[&str]) -> Decisions {
        Decisions {
            chosen: [hash(chosen)].into(),
            aside: aside.iter().map(|name| hash(name)).collect(),
        }
    }

    #[test]
    fn v03_a_version_that_names_the_one_that_counts_replaces_it() {
        let links = [link("a", 1, None), link("b", 2, Some("a"))];
        expect(
            &links,
            &Decisions::default(),
            &[("a", superseded("b")), ("b", EntryState::Current)],
        );
    }

    #[test]
    fn v03_a_version_is_held_until_the_one_it_replaces_is_here() {
        let without = [link("a", 1, None), link("c", 3, Some("b"))];
        let none = Decisions::default();
        expect(&without, &none, &[("a", EntryState::Current), ("c", held("b"))]);
        let with = [link("a", 1, None), link("c", 3, Some("b")), link("b", 2, Some("a"))];
        expect(
            &with,
            &none,
            &[("a", superseded("c")), ("b", superseded("c")), ("c", EntryState::Current)],
        );
    }

    #[test]
    fn v03_two_second_versions_are_a_conflict_and_neither_counts() {
        let links = [link("a", 1, None), link("b", 2, Some("a")), link("c", 2, Some("a"))];
        let states = settle(&links, &Decisions::default());
        assert_eq!(states[&hash("b")], EntryState::Conflict);
        assert_eq!(states[&hash("c")], EntryState::Conflict);
        assert!(matches!(states[&hash("a")], EntryState::Superseded { .. }));
    }

    #[test]
    fn v03_two_first_versions_are_a_conflict() {
        let links = [link("a", 1, None), link("b", 1, None)];
        let none = Decisions::default();
        expect(&links, &none, &[("a", EntryState::Conflict), ("b", EntryState::Conflict)]);
    }

    #[test]
    fn v03_the_chosen_version_counts_and_its_successor_follows() {
        let links = [link("a", 1, None), link("b", 1, None)];
        let chosen = choose("a", &["b"]);
        expect(&links, &chosen, &[("a", EntryState::Current), ("b", EntryState::SetAside)]);
        let later = [link("a", 1, None), link("b", 1, None), link("c", 2, Some("a"))];
        expect(
            &later,
            &chosen,
            &[("a", superseded("c")), ("b", EntryState::SetAside), ("c", EntryState::Current)],
        );
    }

    #[test]
    fn v03_a_successor_of_a_version_set_aside_asks_again() {
        let links = [link("a", 1, None), link("b", 1, None), link("c", 2, Some("b"))];
        expect(
            &links,
            &choose("a", &["b"]),
            &[
                ("a", EntryState::Conflict),
                ("b", EntryState::SetAside),
                ("c", EntryState::Conflict),
            ],
        );
    }

    #[test]
    fn v03_a_held_version_that_was_chosen_counts_without_its_predecessor() {
        let links = [link("c", 3, Some("b"))];
        expect(&links, &choose("c", &[]), &[("c", EntryState::Current)]);
    }

    #[test]
    fn v03_a_version_that_replaces_one_not_lower_is_a_conflict() {
        let links = [link("a", 2, None), link("b", 2, Some("a"))];
        let none = Decisions::default();
        expect(&links, &none, &[("a", EntryState::Conflict), ("b", EntryState::Conflict)]);
    }
}
