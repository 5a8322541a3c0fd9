//! The whole documents as a reader sees them, and the same bytes each time.

use multi_agency_audit::report::document::{
    Change, Document, DocumentKind, Snapshot, changes, render,
};

use crate::documents;
use crate::seed::Seed;

/// As text, but for the id of the version, which changes with whatever stands behind a sentence.
fn as_read(document: &Document) -> String {
    let text = render::text(document).replace("\r\n", "\n");
    let id = Snapshot::of(document).id.to_string();
    assert!(text.contains(&id[..12]), "R-13: the version is told");
    text.replace(&id[..12], "[its id]")
}

#[test]
fn each_document_reads_as_it_did() {
    for (_, document) in documents() {
        insta::assert_snapshot!(document.kind.as_str(), as_read(&document));
    }
}

#[test]
fn the_prompt_sheet_reads_as_it_did() {
    let document = Seed::named("case-by-case").document(DocumentKind::PromptSheet);
    insta::assert_snapshot!("prompt-sheet", as_read(&document));
}

#[test]
fn r15_the_same_workbook_gives_the_same_bytes() {
    for (seed, document) in documents() {
        let snapshot = Snapshot::of(&document);
        assert_eq!(snapshot, Snapshot::of(&seed.document(document.kind)));
        assert_eq!(snapshot.document().as_ref(), Some(&document));
    }
    let again = Seed::named("six-steps").document(DocumentKind::SixSteps);
    let first = Seed::named("six-steps").document(DocumentKind::SixSteps);
    assert_eq!(Snapshot::of(&first).bytes, Snapshot::of(&again).bytes);
}

#[test]
fn r15_what_changed_between_two_versions_is_listed() {
    let mut seed = Seed::named("six-steps");
    let before = seed.document(DocumentKind::SixSteps);
    assert_eq!(changes(&before, &before), []);
    let stamp = crate::seed::stamp();
    seed.workbook.drop_finding(&"k7".parse().unwrap(), "Said twice.", &stamp).unwrap();
    let mut finding = seed.workbook.finding(&"k6".parse().unwrap()).unwrap().clone();
    finding.text = "The cases differed.".into();
    seed.workbook.record_finding(finding).unwrap();
    let case = seed.case("Case 5");
    seed.workbook.take_out(&case, "family moved", None, &stamp).unwrap();
    let now = seed.document(DocumentKind::SixSteps);
    let changes = changes(&before, &now);
    let reworded = Change::Reworded {
        id: "six-steps/five/k6".into(),
        before: "The cases were a good cross-section of children, of needs and of services.".into(),
        now: "The cases differed.".into(),
    };
    assert!(changes.contains(&reworded), "{changes:#?}");
    let gone = |id: &str| {
        changes.iter().any(|one| matches!(one, Change::Removed { id: gone, .. } if gone == id))
    };
    assert!(gone("six-steps/five/k7") && gone("six-steps/three/case-5/e1"), "{changes:#?}");
    // an issue that only two cases carried stands with the case that is left.
    let moved = Change::Added {
        id: "six-steps/four/case-3/k3".into(),
        now: "Complex cases in which a child’s needs are not met should be taken further.".into(),
    };
    assert!(gone("six-steps/five/k3") && changes.contains(&moved), "{changes:#?}");
}
