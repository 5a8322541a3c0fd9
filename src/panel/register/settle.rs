//! Which version of a place counts: the states of all its files, computed together (V-02 to V-06).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::chain::{self, Link};
use super::{Decisions, EntryState, Facts, ReturnKey, SecondHolder};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::order;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

impl Workbook {
    /// Whether two files hold the very same work: one may bear a second signature.
    pub(in crate::panel) fn is_same_work(&self, one: &Hash, other: &Hash) -> bool {
        let payload = |file| self.facts(file).map(|facts| facts.payload);
        one == other || payload(one).is_some() && payload(one) == payload(other)
    }

    /// Whether two files hold the very same work, signed by the same key.
    pub(in crate::panel) fn is_same_work_by_same_signer(&self, one: &Hash, other: &Hash) -> bool {
        let by = |file| self.facts(file).map(|facts| (facts.payload, facts.signer));
        by(one).is_some() && by(one) == by(other)
    }

    /// Computes the states of all files of these places anew.
    ///
    /// Returns the files whose state changed, and logs the cases that are
    /// reopened by it (V-04).
    pub(in crate::panel) fn resettle(&mut self, places: &[ReturnKey], stamp: &Stamp) -> Vec<Hash> {
        let mut changed = Vec::new();
        for place in places {
            let before = self.current(place);
            changed.extend(self.settle(place));
            let gone = |before: &Hash| {
                self.current(place).is_none_or(|after| !self.is_same_work(&after, before))
            };
            if let Some(superseded) = before.filter(gone)
                && self.judgements_resting_on(&place.case, &superseded) > 0
            {
                let event = Event::Reopened { case: place.case.clone(), superseded };
                self.record.log.add(stamp, event);
            }
        }
        changed
    }

    /// Computes the states of all files of one place anew. Returns the files whose state changed.
    pub(super) fn settle(&mut self, place: &ReturnKey) -> Vec<Hash> {
        let mut changed = Vec::new();
        self.settle_trust(place);
        for (file, state) in self.settled(place) {
            if let Some(entry) = self.record.register.entries.get_mut(&file)
                && entry.state != state
            {
                entry.state = state;
                changed.push(file);
            }
        }
        self.settle_letters(place);
        self.index_current(place);
        changed
    }

    /// The state of every file of one place: first whether it is trusted, then which version counts.
    fn settled(&self, place: &ReturnKey) -> Vec<(Hash, EntryState)> {
        let Sorted { links, here, mut states } = self.sorted(place);
        // What was kept apart for good does not count either once it is trusted, or no longer held.
        let (kept, here): (BTreeSet<Hash>, BTreeSet<Hash>) =
            here.into_iter().partition(|file| self.kept_apart(file).is_some());
        let is_same = |one: &Hash, other: &Hash| self.is_same_work_by_same_signer(one, other);
        let mut decisions = Decisions::about(self.register(), place, &here, is_same);
        decisions.aside.extend(kept);
        for link in links.iter().filter(|link| !link.apart) {
            let is_same = |other: &Hash| self.is_same_work_by_same_signer(&link.file, other);
            decisions.hold_for_same_work(link.file, is_same);
        }
        states.extend(chain::settle(&links, &decisions));
        states
    }

    /// The files of one place by whether they are trusted.
    fn sorted(&self, place: &ReturnKey) -> Sorted {
        let withdrawals = self.withdrawals(place);
        let mut sorted = Sorted::default();
        let (mut trusted, mut apart) = (BTreeMap::new(), Vec::new());
        for (file, facts) in self.files_signed_twice_first(place) {
            let because = self.objections(&file, facts);
            let link = Link {
                file,
                payload: facts.payload,
                previous: facts.previous,
                version: facts.version,
                apart: !because.is_empty(),
                withdrawn: withdrawals.get(&facts.payload).copied(),
            };
            if link.apart {
                apart.push(link);
                sorted.states.push((file, EntryState::Quarantined { because }));
                continue;
            }
            sorted.here.insert(file);
            match trusted.entry((facts.payload, facts.signer)) {
                Entry::Occupied(first) => {
                    sorted.states.push((file, EntryState::Superseded { by: *first.get() }));
                }
                Entry::Vacant(none) => {
                    none.insert(file);
                    sorted.links.push(link);
                }
            }
        }
        let payloads: BTreeSet<Hash> = gathered(sorted.links.iter().map(|link| link.payload));
        // The very same bytes from a key that is trusted stand for themselves.
        sorted.links.extend(apart.into_iter().filter(|link| !payloads.contains(&link.payload)));
        sorted
    }

    /// Of files with the very same work by the same signer the first one stands: one that bears a second signature,
    /// best by somebody who is known.
    fn files_signed_twice_first(&self, place: &ReturnKey) -> Vec<(Hash, &Facts)> {
        let mut files: Vec<(Hash, &Facts)> = self.files_of(place).collect();
        order::sort_by_key(&mut files, |(_, facts)| {
            match facts.second.as_ref().map(|second| self.second_holder(facts, second)) {
                Some(SecondHolder::Known) => 0,
                Some(SecondHolder::Unknown) => 1,
                None => 2,
            }
        });
        files
    }

    /// Every other version of a place that is neither before nor after `file` in its chain, nor the very same work.
    pub(in crate::panel) fn rivals(&self, file: &Hash, place: &ReturnKey) -> BTreeSet<Hash> {
        let Some(chosen) = self.facts(file) else { return BTreeSet::new() };
        let versions: Vec<(Hash, &Facts)> = self.files_of(place).collect();
        // By what versions hold: each may be here several times, sealed anew or signed twice.
        let step = |(_, facts): &(Hash, &Facts)| Some((facts.payload, facts.previous?));
        let before: BTreeMap<Hash, Hash> = gathered(versions.iter().filter_map(step));
        let chain_of = |start: Hash| {
            let mut chain = BTreeSet::from([start]);
            let mut next = before.get(&start);
            while let Some(previous) = next.filter(|previous| chain.insert(**previous)) {
                next = before.get(previous);
            }
            chain
        };
        let own = chain_of(chosen.payload);
        let is_rival = |(_, other): &&(Hash, &Facts)| {
            // The same bytes from another key are another claim.
            if other.payload == chosen.payload {
                return other.signer != chosen.signer;
            }
            !own.contains(&other.payload) && !chain_of(other.payload).contains(&chosen.payload)
        };
        gathered(versions.iter().filter(is_rival).map(|(other, _)| *other))
    }
}

/// The files of one place, sorted by trust.
#[derive(Default)]
struct Sorted {
    /// Trusted versions, each once, and versions that are kept apart.
    links: Vec<Link>,
    /// Every trusted file.
    here: BTreeSet<Hash>,
    /// Of files whose state does not depend on the others.
    states: Vec<(Hash, EntryState)>,
}
