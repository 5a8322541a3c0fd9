//! Which of several versions of one return counts (V-03).
//!
//! A pure function of all versions that are here and of what the coordinator
//! chose: the order in which they were imported plays no part.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decisions, EntryState};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::order;

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
    gathered(trusted.map(|link| (link.file, state(link))))
}

fn is_among(heads: &[&Link], link: &Link) -> bool {
    heads.iter().any(|head| head.file == link.file)
}

fn greatest(heads: &[&Link]) -> Option<Hash> {
    heads.iter().max_by_key(|link| (link.version, link.file)).map(|link| link.file)
}

/// The version numbers under which each payload is here.
fn numbers(links: &[Link]) -> BTreeMap<Hash, u32> {
    gathered(links.iter().map(|link| (link.payload, link.version)))
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
        gathered(links.iter().filter(is_passed).map(|link| (link.payload, link)));
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
    order::sort_by_key(&mut by_number, |link| (link.version, link.file));
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
mod tests;
