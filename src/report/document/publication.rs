//! Whether a document may leave the panel (I-08 to I-10).

mod jigsaw;
mod small_numbers;
mod suppression;

pub use jigsaw::{StandsOut, i08_stands_out};
pub use small_numbers::{
    NOT_TOLD, SmallNumbers, i09_attribute_table, i09_crosses_few, i09_decided_by, i09_is_set_aside,
    i09_not_asked, i09_set_aside_apart, i09_sets_aside, own_part_table, threshold,
};
pub use suppression::{i09_suppressed, i09_threshold};

use super::versions::kept;
use super::{Document, DocumentNotice, Snapshot, Weight, check};
use crate::envelope::Hash;
use crate::panel::manuscript::Clearance;
use crate::panel::{Stamp, Workbook};

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
    i08_may_publish_with(workbook, document, check(workbook, document))
}

/// I-08: the same where every notice on the document is at hand.
pub fn i08_may_publish_with(
    workbook: &Workbook,
    document: &Document,
    notices: Vec<DocumentNotice>,
) -> Result<(), NotPublishable> {
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

/// Why a document was not cleared. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClearError {
    /// Something has to be put right first.
    #[error("put right first what keeps the document from being published")]
    Blocked,
    /// These keys of notices were not confirmed, and have to be.
    #[error("confirm each point that you have checked, or change the document")]
    NotConfirmed(Vec<String>),
    /// No reason was written.
    #[error("say who read the document, and why it can be published")]
    NoReason,
}

/// I-08: records that somebody read a document as it is and answers for publishing it, and keeps that version.
///
/// `confirmed` are keys of the notices that were confirmed one by one.
pub fn i08_clear(
    workbook: &mut Workbook,
    document: &Document,
    confirmed: Vec<String>,
    reason: String,
    stamp: &Stamp,
) -> Result<Hash, ClearError> {
    let notices = check(workbook, document);
    if notices.iter().any(|one| one.weight == Weight::Block) {
        return Err(ClearError::Blocked);
    }
    let open = notices.iter().map(DocumentNotice::key).filter(|key| !confirmed.contains(key));
    let open: Vec<String> = open.collect();
    if !open.is_empty() {
        return Err(ClearError::NotConfirmed(open));
    }
    let version = kept(workbook, document, stamp);
    let snapshot = version.snapshot;
    let clearance = Clearance {
        document: document.kind.as_str().to_owned(),
        snapshot,
        confirmed,
        reason,
        stamp: stamp.clone(),
    };
    workbook.clear_document(clearance).map_err(|_| ClearError::NoReason)?;
    workbook.keep_version(version);
    Ok(snapshot)
}
