//! Which imported files go with a round.

use std::collections::BTreeSet;

use crate::envelope::Hash;
use crate::gather::gathered;
use crate::panel::workbook::{Workbook, WorkbookRecord};

/// What the other rounds in a browser say of its imported files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherRounds {
    named: BTreeSet<Hash>,
    any_unread: bool,
}

impl OtherRounds {
    /// Takes in another round.
    pub fn read(&mut self, other: &WorkbookRecord) {
        self.named.extend(other.register.kept_files().copied());
    }

    /// Takes in another round's record that cannot be read: the files whose hashes stand in it are its own.
    pub fn unread(&mut self, text: &str) {
        self.named.extend(hashes_in(text));
        self.any_unread = true;
    }

    /// Files that are `own` and no other round's. Where every other round could be read, files that
    /// none names go too: an import that was broken off leaves such.
    fn without(&self, own: &BTreeSet<Hash>, all: &BTreeSet<Hash>) -> BTreeSet<Hash> {
        let mut free: BTreeSet<Hash> = gathered(all.difference(&self.named).copied());
        if self.any_unread {
            free.retain(|file| own.contains(file));
        }
        free
    }
}

/// N-01: files to destroy with a round, of `all` that a browser keeps.
pub fn n01_files(round: &Workbook, others: &OtherRounds, all: &BTreeSet<Hash>) -> BTreeSet<Hash> {
    others.without(&gathered(round.register().kept_files().copied()), all)
}

/// Files that go from a browser with a round that is taken off it: its own, and no other round's. Those of an
/// import that another window has not ended yet are nobody's yet, and stay.
pub fn files_taken_off(round: &Workbook, others: &OtherRounds) -> Vec<Hash> {
    let own = round.register().kept_files();
    own.filter(|file| !others.named.contains(*file)).copied().collect()
}

/// N-01: the same of a round whose record, `text`, cannot be read.
pub fn n01_files_of_unread(
    text: &str,
    others: &OtherRounds,
    all: &BTreeSet<Hash>,
) -> BTreeSet<Hash> {
    others.without(&gathered(hashes_in(text)), all)
}

/// Files of an import that was taken back (V-10) and that no round names any more.
pub fn v10_files(round: &Workbook, others: &OtherRounds, taken_back: &[Hash]) -> Vec<Hash> {
    let own: BTreeSet<&Hash> = gathered(round.register().kept_files());
    let is_free = |file: &&Hash| !own.contains(file) && !others.named.contains(*file);
    taken_back.iter().filter(is_free).copied().collect()
}

/// Hashes that stand in a damaged text. One that the damage cut through is none.
fn hashes_in(text: &str) -> impl Iterator<Item = Hash> {
    text.split(|c: char| !c.is_ascii_hexdigit()).filter_map(|word| word.parse().ok())
}
