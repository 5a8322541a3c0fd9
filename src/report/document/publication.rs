//! Whether a document may leave the panel (I-08 to I-10).

mod jigsaw;
mod suppression;

pub use jigsaw::{StandsOut, i08_stands_out};
pub use suppression::{i09_attribute_table, i09_suppressed};

use super::{Document, DocumentNotice, Snapshot, Weight, check};
use crate::panel::Workbook;

/// Why a document cannot be published yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPublishable {
    /// Something has to be put right first.
    Blocked(Vec<DocumentNotice>),
    /// Nobody has read and cleared this very version.
    NotCleared,
    /// It was cleared, and these notices were not confirmed.
    NotConfirmed(Vec<DocumentNotice>),
}

/// I-08: a document is published only as somebody read and cleared it, to the letter.
pub fn i08_may_publish(workbook: &Workbook, document: &Document) -> Result<(), NotPublishable> {
    let notices = check(workbook, document);
    let (blocks, confirms): (Vec<_>, Vec<_>) =
        notices.into_iter().partition(|one| one.weight == Weight::Block);
    if !blocks.is_empty() {
        return Err(NotPublishable::Blocked(blocks));
    }
    let cleared = workbook.clearance(&Snapshot::of(document).id);
    let cleared = cleared.ok_or(NotPublishable::NotCleared)?;
    let mut open = confirms;
    open.retain(|one| !cleared.confirmed.contains(&one.key()));
    if open.is_empty() { Ok(()) } else { Err(NotPublishable::NotConfirmed(open)) }
}
