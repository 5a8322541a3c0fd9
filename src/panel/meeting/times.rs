//! How long the panel has been at each case of a meeting (domain 4.10).
//!
//! For whoever chairs, and nobody else: it is in no record and in no minutes. The clock is an argument.

use std::collections::BTreeMap;

use crate::id::{CaseRef, ItemId};

const MILLIS_OF_A_MINUTE: u64 = 60_000;

/// A case in a meeting.
type Sitting = (ItemId, CaseRef);

/// The time given to each case of a meeting, and the case that is before the panel now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseTimes {
    /// In milliseconds, without the time that runs.
    spent: BTreeMap<Sitting, u64>,
    here: Option<Sitting>,
    /// When the time began that runs; `None` while it is stopped.
    since: Option<u64>,
}

impl CaseTimes {
    /// The panel comes to a case, and leaves the one before it; at the same case nothing changes.
    ///
    /// `now` is in milliseconds, of a clock that only goes forward.
    pub fn come_to(&mut self, meeting: &ItemId, case: &CaseRef, now: u64) {
        let sitting = (meeting.clone(), case.clone());
        if self.here.as_ref() == Some(&sitting) {
            return;
        }
        self.stop(now);
        self.here = Some(sitting);
        self.since = Some(now);
    }

    /// Stops the time, for a break.
    pub fn stop(&mut self, now: u64) {
        let since = self.since.take();
        if let (Some(here), Some(since)) = (&self.here, since) {
            *self.spent.entry(here.clone()).or_default() += now.saturating_sub(since);
        }
    }

    /// Lets the time run on after a break.
    pub fn go_on(&mut self, now: u64) {
        if self.here.is_some() && self.since.is_none() {
            self.since = Some(now);
        }
    }

    /// Whether the time of the case before the panel is stopped.
    pub fn is_stopped(&self) -> bool {
        self.here.is_some() && self.since.is_none()
    }

    /// Whole minutes given to the case that is before the panel, every time that it was.
    pub fn minutes(&self, now: u64) -> u64 {
        let before = self.here.as_ref().and_then(|here| self.spent.get(here)).copied();
        let running = self.since.map_or(0, |since| now.saturating_sub(since));
        before.unwrap_or_default().saturating_add(running) / MILLIS_OF_A_MINUTE
    }
}
