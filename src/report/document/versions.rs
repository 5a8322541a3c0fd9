//! Versions of documents that were kept, read back.

use super::{Document, DocumentKind, Snapshot};
use crate::envelope::Hash;
use crate::json;
use crate::panel::manuscript::KeptVersion;
use crate::panel::{Stamp, Workbook};

/// A version that was kept, with the document in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub snapshot: Hash,
    /// The document as it was.
    pub document: Document,
    /// Who kept it, and when.
    pub stamp: Stamp,
}

/// Why a version cannot be read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VersionError {
    /// No version of this id is kept.
    #[error("This version of the document is not kept in this round.")]
    NotKept,
    /// Its text is not what was kept, or a newer program wrote it.
    #[error(
        "This version of the document cannot be read. Nothing else of the round is affected: make the document again."
    )]
    Damaged,
}

impl Version {
    fn of(kept: &KeptVersion) -> Result<Self, VersionError> {
        if Hash::of(kept.text.as_bytes()) != kept.snapshot {
            return Err(VersionError::Damaged);
        }
        let document = json::from_slice(kept.text.as_bytes()).map_err(|_| VersionError::Damaged)?;
        Ok(Self { snapshot: kept.snapshot, document, stamp: kept.stamp.clone() })
    }
}

/// A document as it is kept.
pub(super) fn kept(document: &Document, stamp: &Stamp) -> KeptVersion {
    let snapshot = Snapshot::of(document);
    KeptVersion {
        document: document.kind.as_str().to_owned(),
        snapshot: snapshot.id,
        text: snapshot.to_text(),
        stamp: stamp.clone(),
    }
}

/// keeps a document as it is; gives the id of the version.
pub fn keep(workbook: &mut Workbook, document: &Document, stamp: &Stamp) -> Hash {
    let version = kept(document, stamp);
    let snapshot = version.snapshot;
    workbook.keep_version(version);
    snapshot
}

/// A version of one kind of document by its id.
pub fn version(
    workbook: &Workbook,
    kind: DocumentKind,
    snapshot: &Hash,
) -> Result<Version, VersionError> {
    let found = workbook.versions(kind.as_str()).find(|one| one.snapshot == *snapshot);
    found.ok_or(VersionError::NotKept).and_then(Version::of)
}

/// The version kept last, or the last one before the version `before`; `None` where there is none.
pub fn latest_version(
    workbook: &Workbook,
    kind: DocumentKind,
    before: Option<&Hash>,
) -> Option<Result<Version, VersionError>> {
    let all = workbook.versions(kind.as_str());
    match before {
        None => all.last().map(Version::of),
        Some(id) => all.take_while(|one| one.snapshot != *id).last().map(Version::of),
    }
}
