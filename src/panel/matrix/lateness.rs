//! Whether a return came in time (V-05).

use chrono::NaiveDate;

use super::{CellState, Received};
use crate::envelope::Hash;
use crate::panel::register::{EntryState, Facts, Late};
use crate::panel::workbook::Workbook;

impl Workbook {
    /// V-05: by how much the version of a return in a file is late.
    pub fn late(&self, file: &Hash) -> Option<Late> {
        self.late_for(self.due(&self.facts(file)?.place), file)
    }

    fn late_for(&self, due: Option<NaiveDate>, file: &Hash) -> Option<Late> {
        let entry = self.register().entry(file)?;
        Late::of(due, entry.facts.as_ref()?.signed_at, entry.imported_at)
    }

    /// V-05: by how much the return is late of which a file holds a version.
    ///
    /// The least late of its versions decides: who corrects a return, as the panel may have asked,
    /// was not late with it.
    pub fn came_late(&self, file: &Hash, facts: &Facts) -> Option<Late> {
        self.came_late_for(self.due(&facts.place), file, facts)
    }

    fn came_late_for(&self, due: Option<NaiveDate>, file: &Hash, facts: &Facts) -> Option<Late> {
        let late = self.late_for(due, file)?;
        let versions = self
            .files_of(&facts.place)
            .filter(|(other, one)| one.return_id == facts.return_id && self.was_returned(other));
        let lateness = versions.map(|(other, _)| self.late_for(due, &other));
        lateness.min_by_key(|one| one.map_or(0, |one| one.days)).unwrap_or(Some(late))
    }

    /// Whether the agency sent a file as its return: the version that counts, one that this replaced, or one that is kept
    /// apart for nothing but what it holds, so that the agency had to correct it.
    fn was_returned(&self, file: &Hash) -> bool {
        self.register().entry(file).is_some_and(|entry| match &entry.state {
            EntryState::Current | EntryState::Superseded { .. } => true,
            EntryState::Quarantined { .. } => entry.state.has_trusted_signer(),
            EntryState::SetAside
            | EntryState::Held { .. }
            | EntryState::Conflict
            | EntryState::Withdrawn { .. } => false,
        })
    }

    /// The state of a cell whose return counts.
    pub(super) fn received(&self, file: &Hash, due: Option<NaiveDate>) -> Option<CellState> {
        let facts = self.facts(file)?;
        let late = self.came_late_for(due, file, facts);
        let received = Received { version: facts.version, late };
        Some(if facts.nil { CellState::Nil(received) } else { CellState::Received(received) })
    }
}
