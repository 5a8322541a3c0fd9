//! What an earlier program settled otherwise, put right when its record is opened.

use std::collections::BTreeMap;

use super::{Entry, EntryState, ReturnKey};
use crate::envelope::Hash;
use crate::panel::expectation::StaysApart;
use crate::panel::workbook::Workbook;

impl Workbook {
    /// States are computed from all that is here, but kept: those of an earlier program would stand until the next
    /// change of their place, and a return that waited wrongly would go on waiting. What is judged on one that counts
    /// no more is open again (V-04) and is not logged, for nobody did anything.
    pub(in crate::panel) fn settle_as_this_program_does(&mut self) {
        let entries = &self.record.register.entries;
        self.record.panel.stays_apart.retain(|kept| !is_void(kept, entries));
        // A file that is alone has no other way to stand.
        for place in self.places(|place| self.is_with_others(place)) {
            self.settle(&place);
        }
    }

    fn is_with_others(&self, place: &ReturnKey) -> bool {
        let mut files = self.files_of(place).map(|(file, _)| file);
        let first = files.next();
        let is_held = |file: Hash| {
            let entry = self.register().entry(&file);
            entry.is_some_and(|entry| matches!(entry.state, EntryState::Held { .. }))
        };
        files.next().is_some() || first.is_some_and(is_held)
    }
}

/// Whether the file has counted since: an earlier program passed over the decision then, and left it standing.
fn is_void(kept: &StaysApart, entries: &BTreeMap<Hash, Entry>) -> bool {
    let payload = |file: &Hash| entries.get(file)?.facts.as_ref().map(|facts| facts.payload);
    match entries.get(&kept.file).map(|entry| &entry.state) {
        Some(EntryState::Current) => true,
        Some(EntryState::Superseded { by }) => payload(by) != payload(&kept.file),
        _ => false,
    }
}
