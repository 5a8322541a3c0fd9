//! What was searched for last: whoever comes back from a result finds the others again.

use leptos::prelude::*;

use super::Desk;
use crate::id::RoundId;
use crate::panel::search::Filter;

/// What was searched for, in which round. Kept in no record: a query may be a name.
#[derive(Clone, Copy)]
pub struct Searching(StoredValue<Option<(RoundId, String, Filter)>>);

impl Searching {
    /// Nothing was searched for.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }
}

impl Desk {
    /// Notes what was searched for in the open round.
    pub fn note_search(&self, query: String, filter: Filter) {
        let id = untrack(|| self.id());
        self.searching.0.try_set_value(id.map(|id| (id, query, filter)));
    }

    /// What was searched for in the open round last.
    pub fn searched(&self) -> Option<(String, Filter)> {
        let here = untrack(|| self.id())?;
        let (id, query, filter) = self.searching.0.try_get_value().flatten()?;
        (id == here).then_some((query, filter))
    }
}
