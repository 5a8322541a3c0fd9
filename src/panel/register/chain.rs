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
    /// It is kept apart: a trusted version may correct it, and for itself it neither counts nor replaces.
    pub(super) apart: bool,
    /// The file by which the agency takes it back.
    pub(super) withdrawn: Option<Hash>,
}

/// The state of every version of one place, those that are kept apart left out.
///
/// A version stands when it replaces nothing, or when the version that it
/// replaces stands and has a lower number, or when the coordinator chose it. Of
/// those that stand, the ones that nothing replaces are the heads: of the heads
/// that were not taken back a single one counts, several are a conflict. What
/// does not stand is held.
pub(super) fn settle(links: &[Link], decisions: &Decisions) -> BTreeMap<Hash, EntryState> {
    let standing = standing(links, decisions);
    let stands = |link: &Link| standing.contains(&link.file);
    let is_aside = |link: &Link| decisions.aside.contains(&link.file);
    let in_play: Vec<&Link> = links.iter().filter(|link| stands(link) && !is_aside(link)).collect();
    let replaced = replaced(links, &in_play, decisions);
    let heads = in_play.into_iter().filter(|link| !replaced.contains(&link.payload));
    let (gone, heads): (Vec<&Link>, Vec<&Link>) = heads.partition(|link| link.withdrawn.is_some());
    // The head with the greatest number stands for all where there are several.
    let front = greatest(&heads).or_else(|| greatest(&gone));
    let state = |link: &Link| match (link.previous, link.withdrawn, front) {
        (_, None, _) if is_aside(link) => EntryState::SetAside,
        (_, Some(by), _) if is_aside(link) || !stands(link) || is_among(&gone, link) => {
            EntryState::Withdrawn { by }
        }
        (Some(waiting_for), None, _) if !stands(link) => EntryState::Held { waiting_for },
        _ if is_among(&heads, link) && heads.len() == 1 => EntryState::Current,
        _ if is_among(&heads, link) => EntryState::Conflict,
        (_, _, Some(by)) => EntryState::Superseded { by },
        // Nothing in play stands: only reached when every other version was set aside.
        (_, _, None) => EntryState::Conflict,
    };
    let trusted = links.iter().filter(|link| !link.apart);
    trusted.map(|link| (link.file, state(link))).collect()
}

fn is_among(heads: &[&Link], link: &Link) -> bool {
    heads.iter().any(|head| head.file == link.file)
}

fn greatest(heads: &[&Link]) -> Option<Hash> {
    heads.iter().max_by_key(|link| (link.version, link.file)).map(|link| link.file)
}

/// The version numbers under which each payload is here.
fn numbers(links: &[Link]) -> BTreeMap<Hash, u32> {
    links.iter().map(|link| (link.payload, link.version)).collect()
}

/// Whether `previous` is here with a lower number.
fn follows(link: &Link, previous: &Hash, numbers: &BTreeMap<Hash, u32>) -> bool {
    numbers.get(previous).is_some_and(|number| *number < link.version)
}

/// The payloads that the versions in play replace: also what was corrected by a version that is kept apart or set
/// aside, which a version in play corrects in its turn.
fn replaced(links: &[Link], in_play: &[&Link], decisions: &Decisions) -> BTreeSet<Hash> {
    let numbers = numbers(links);
    let is_passed = |link: &&Link| link.apart || decisions.aside.contains(&link.file);
    let passed: BTreeMap<Hash, &Link> =
        links.iter().filter(is_passed).map(|link| (link.payload, link)).collect();
    let mut replaced = BTreeSet::new();
    for link in in_play {
        let mut next: Option<&Link> = Some(*link);
        while let Some(link) = next {
            let previous = link.previous.filter(|previous| follows(link, previous, &numbers));
            replaced.extend(previous);
            // Numbers fall with each step, so this ends.
            next = previous.and_then(|previous| passed.get(&previous).copied());
        }
    }
    replaced
}

/// The files of all trusted versions that stand. What follows a version that is kept apart stands where that would.
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
            payloads.insert(link.payload);
        }
        if stands && !link.apart {
            files.insert(link.file);
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
        let (file, previous) = (hash(name), previous.map(hash));
        Link { file, payload: file, previous, version, apart: false, withdrawn: None }
    }

    fn apart(name: &str, version: u32, previous: Option<&str>) -> Link {
        Link { apart: true, ..link(name, version, previous) }
    }

    fn taken_back(name: &str, version: u32, previous: Option<&str>) -> Link {
        Link { withdrawn: Some(hash("letter")), ..link(name, version, previous) }
    }

    fn withdrawn() -> EntryState {
        EntryState::Withdrawn { by: hash("letter") }
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

    #[test]
    fn v03_a_correction_of_a_version_kept_apart_counts_and_replaces_what_that_one_corrected() {
        let none = Decisions::default();
        let links = [link("a", 1, None), apart("b", 2, Some("a")), link("c", 3, Some("b"))];
        let counts = [("a", superseded("c")), ("c", EntryState::Current)];
        expect(&links, &none, &counts);
        expect(&links, &choose("c", &[]), &counts);
        let first = [apart("a", 1, None), link("b", 2, Some("a"))];
        expect(&first, &none, &[("b", EntryState::Current)]);
        let twice = [
            link("a", 1, None),
            apart("b", 2, Some("a")),
            apart("c", 3, Some("b")),
            link("d", 4, Some("c")),
        ];
        expect(&twice, &none, &[("a", superseded("d")), ("d", EntryState::Current)]);
    }

    #[test]
    fn v06_a_version_that_is_kept_apart_replaces_nothing_by_itself() {
        let none = Decisions::default();
        let links = [link("a", 1, None), apart("b", 2, Some("a"))];
        expect(&links, &none, &[("a", EntryState::Current)]);
        // What corrects one whose own predecessor is not here waits like that one.
        let gap = [link("a", 1, None), apart("c", 3, Some("b")), link("d", 4, Some("c"))];
        expect(&gap, &none, &[("a", EntryState::Current), ("d", held("c"))]);
        let chosen = [("a", EntryState::SetAside), ("d", EntryState::Current)];
        expect(&gap, &choose("d", &["a"]), &chosen);
    }

    #[test]
    fn v03_what_corrects_a_version_set_aside_replaces_what_that_one_corrected() {
        let links = [link("a", 1, None), link("b", 2, Some("a")), link("c", 3, Some("b"))];
        let aside = Decisions { aside: [hash("b")].into(), ..Decisions::default() };
        let states =
            [("a", superseded("c")), ("b", EntryState::SetAside), ("c", EntryState::Current)];
        expect(&links, &aside, &states);
    }

    #[test]
    fn v01_of_two_in_conflict_the_one_that_is_taken_back_leaves_the_other_counting() {
        let none = Decisions::default();
        let links = [link("a", 1, None), taken_back("b", 2, Some("a")), link("c", 2, Some("a"))];
        let states = [("a", superseded("c")), ("b", withdrawn()), ("c", EntryState::Current)];
        expect(&links, &none, &states);
        let both = [taken_back("b", 1, None), taken_back("c", 1, None)];
        expect(&both, &none, &[("b", withdrawn()), ("c", withdrawn())]);
    }

    #[test]
    fn v01_a_version_that_is_held_is_taken_back_and_what_counts_is_not() {
        let none = Decisions::default();
        let held = [link("a", 1, None), taken_back("c", 3, Some("b"))];
        expect(&held, &none, &[("a", EntryState::Current), ("c", withdrawn())]);
        let alone = [link("a", 1, None), taken_back("b", 2, Some("a"))];
        expect(&alone, &none, &[("a", superseded("b")), ("b", withdrawn())]);
        let corrected = [taken_back("a", 1, None), link("b", 2, Some("a"))];
        expect(&corrected, &none, &[("a", superseded("b")), ("b", EntryState::Current)]);
    }
}
