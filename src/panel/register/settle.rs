//! Which version of a place counts: the states of all its files, computed together (V-02 to V-06).

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{self, Link};
use super::{Decisions, EntryState, Facts, ReturnKey};
use crate::envelope::Hash;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

impl Workbook {
    /// Whether two files hold the very same work: one may bear a second signature.
    pub(in crate::panel) fn is_same_work(&self, one: &Hash, other: &Hash) -> bool {
        let payload = |file| self.facts(file).map(|facts| facts.payload);
        one == other || payload(one).is_some() && payload(one) == payload(other)
    }

    /// Whether two files hold the very same work, signed by the same key.
    fn is_same_file(&self, one: &Hash, other: &Hash) -> bool {
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

    /// The state of every file of one place: first whether it is trusted, then which version counts.
    fn settled(&self, place: &ReturnKey) -> Vec<(Hash, EntryState)> {
        let (mut states, mut links) = (Vec::new(), Vec::<Link>::new());
        let mut trusted = BTreeMap::new();
        let mut here = BTreeSet::new();
        for (file, facts) in self.files_of(place) {
            let because = self.objections(&file, facts);
            let same = (facts.payload, facts.signer);
            if because.is_empty() {
                here.insert(file);
            }
            if let (true, Some(by)) = (because.is_empty(), trusted.get(&same)) {
                states.push((file, EntryState::Superseded { by: *by }));
            } else if because.is_empty() {
                trusted.insert(same, file);
                links.push(Link {
                    file,
                    payload: facts.payload,
                    previous: facts.previous,
                    version: facts.version,
                });
            } else {
                states.push((file, EntryState::Quarantined { because }));
            }
        }
        let mut decisions = Decisions::about(self.register(), place, &here);
        for link in &links {
            decisions.take_for(link.file, |other| self.is_same_file(&link.file, other));
        }
        let withdrawals = self.withdrawals(place);
        let payload = |file: &Hash| self.facts(file).map(|facts| facts.payload);
        let withdrawn = |file: &Hash| withdrawals.get(&payload(file)?).copied();
        let settled = chain::settle(&links, &decisions);
        states.extend(settled.into_iter().map(|(file, state)| match (state, withdrawn(&file)) {
            (EntryState::Current, Some(by)) => (file, EntryState::Withdrawn { by }),
            (state, _) => (file, state),
        }));
        states
    }

    /// Every other version of a place that is neither before nor after `file` in its chain.
    pub(in crate::panel) fn rivals(&self, file: &Hash, place: &ReturnKey) -> BTreeSet<Hash> {
        let versions: Vec<(Hash, &Facts)> = self.files_of(place).collect();
        let find = |payload: &Hash| versions.iter().find(|(_, facts)| facts.payload == *payload);
        let chain_of = |start: Hash| {
            let mut chain = BTreeSet::from([start]);
            let mut next = self.facts(&start);
            while let Some((file, facts)) = next.and_then(|facts| find(&facts.previous?)) {
                if !chain.insert(*file) {
                    break;
                }
                next = Some(facts);
            }
            chain
        };
        let own = chain_of(*file);
        versions
            .iter()
            .map(|(other, _)| *other)
            .filter(|other| !own.contains(other) && !chain_of(*other).contains(file))
            .collect()
    }
}
