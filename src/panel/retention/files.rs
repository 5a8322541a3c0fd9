//! Which imported files go with a round.

use std::collections::BTreeSet;

use crate::envelope::Hash;
use crate::panel::workbook::{Workbook, WorkbookRecord};

/// N-01: files to destroy, of `all` that a browser keeps.
///
/// Those that this round names and no other does. Where every other round could be read (`others` is
/// `Some`), files that none names go too: an import that was broken off leaves such.
pub fn n01_files(
    round: &Workbook,
    others: Option<&[WorkbookRecord]>,
    all: &BTreeSet<Hash>,
) -> BTreeSet<Hash> {
    let own: BTreeSet<Hash> = round.register().kept_files().copied().collect();
    let Some(others) = others else { return all.intersection(&own).copied().collect() };
    let named: BTreeSet<Hash> =
        others.iter().flat_map(|one| one.register.kept_files().copied()).collect();
    all.difference(&named).copied().collect()
}
