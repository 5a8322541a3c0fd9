//! Versions of documents that were kept, read back.

use super::{
    Block, Document, DocumentKind, FigureAt, FigureCount, Snapshot, figure_counts, figure_text,
};
use crate::envelope::Hash;
use crate::json;
use crate::panel::integration::{Distribution, distributions};
use crate::panel::manuscript::{KeptFigure, KeptVersion};
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
    /// Which cases made the numbers of its charts; none where an older program kept it.
    pub figures: Vec<KeptFigure>,
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
        let (stamp, figures) = (kept.stamp.clone(), kept.figures.clone());
        Ok(Self { snapshot: kept.snapshot, document, stamp, figures })
    }
}

/// A document as it is kept.
pub(super) fn kept(workbook: &Workbook, document: &Document, stamp: &Stamp) -> KeptVersion {
    let snapshot = Snapshot::of(document);
    KeptVersion {
        document: document.kind.as_str().to_owned(),
        snapshot: snapshot.id,
        text: snapshot.to_text(),
        stamp: stamp.clone(),
        figures: figures(workbook, document),
    }
}

/// the cases that make the numbers of a document's charts. Beside the text, which stays to the letter what it is.
fn figures(workbook: &Workbook, document: &Document) -> Vec<KeptFigure> {
    let is_chart =
        |at: &FigureAt| matches!(document.blocks.get(at.block), Some(Block::Chart { .. }));
    let mut bars = figure_counts(workbook, document);
    bars.retain(|at, _| is_chart(at));
    if bars.is_empty() {
        return Vec::new();
    }
    let graded = distributions(workbook);
    let figure = |(at, count): (&FigureAt, &FigureCount)| {
        let figure = made_of(&graded, count)?;
        // A document that was made before the round last changed counts other cases.
        let number = figure.cases.len().to_string();
        (figure_text(document, *at)? == number).then_some(figure)
    };
    bars.iter().filter_map(figure).collect()
}

fn made_of(graded: &[Distribution], count: &FigureCount) -> Option<KeptFigure> {
    let FigureCount::Graded { area, is } = count else { return None };
    let one = graded.iter().find(|one| one.area == *area)?;
    let rows = one.rows.iter().filter(|row| is.contains(&row.grade));
    let cases = rows.flat_map(|row| &row.cases).map(|(case, _)| case.clone()).collect();
    Some(KeptFigure { counts: count.key(), cases, of: one.judged })
}

/// keeps a document as it is; gives the id of the version.
pub fn keep(workbook: &mut Workbook, document: &Document, stamp: &Stamp) -> Hash {
    let version = kept(workbook, document, stamp);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;
    use crate::report::document::build::build;

    #[test]
    fn r04_a_kept_version_keeps_which_cases_made_the_numbers_of_its_charts() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        desk.graded("csc", "case-1", "good");
        let draft = desk.draft("csc", "case-2").grade("risk", "good");
        desk.import(draft.clone());
        let kind = DocumentKind::Overview;
        let made = |desk: &Desk| build(kind, &desk.workbook, "2026-07-01".parse().unwrap());
        let document = made(&desk);
        let first = keep(&mut desk.workbook, &document, &stamp());
        desk.import(draft.corrected().grade("risk", "inadequate"));

        let good = |desk: &Desk, id: &Hash| {
            let found = version(&desk.workbook, kind, id).unwrap();
            assert_eq!(Snapshot::of(&found.document).id, *id, "the text is what it was");
            let mut figures = found.figures.into_iter();
            figures.find(|one| one.counts == "grades/risk/good").map(|one| (one.cases, one.of))
        };
        let then = vec![case("case-1"), case("case-2")];
        assert_eq!(good(&desk, &first), Some((then, 2)));
        let document = made(&desk);
        let second = keep(&mut desk.workbook, &document, &stamp());
        assert_eq!(good(&desk, &second), Some((vec![case("case-1")], 2)));
    }

    #[test]
    fn r15_a_version_that_an_older_program_kept_is_read_without_the_cases_of_its_charts() {
        let mut desk = Desk::with(&["case-1"]);
        desk.graded("csc", "case-1", "good");
        let kind = DocumentKind::Overview;
        let document = build(kind, &desk.workbook, "2026-07-01".parse().unwrap());
        let id = keep(&mut desk.workbook, &document, &stamp());
        let mut record = serde_json::to_value(desk.workbook.record()).unwrap();
        let kept = record["panel"]["versions"][0].as_object_mut().unwrap();
        assert!(kept.remove("figures").is_some());
        let older = Workbook::from_record(serde_json::from_value(record).unwrap());
        let found = version(&older, kind, &id).unwrap();
        assert_eq!((found.document, found.figures), (document, Vec::new()));
    }
}
