//! A browser that no longer has what was imported into it.

use multi_agency_audit::panel::JudgementError;
use multi_agency_audit::panel::expectation::Expectation;
use multi_agency_audit::report::document::DocumentKind;

use crate::driver::{Scenario, SignedFile};

/// Two agencies have sent their returns, and the file of the first is lost.
fn one_is_lost() -> (Scenario, SignedFile) {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    let file = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.auditor("social-care", "Case 1").audits_everything_as_good().signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story.browser_loses(&file);
    (story, file)
}

#[test]
fn k03_a_return_that_cannot_be_read_is_told_of_and_never_passed_over() {
    let (story, _) = one_is_lost();
    story.grid("Case 1", "history").shows(&[("social-care", "good")]);
    assert_eq!(
        story.limitations(),
        "One return came, could not be read and is not counted: police (Case 1). \
        In seven areas of cases only one agency gave a grade."
    );
}

#[test]
fn k02_no_document_is_published_whose_counts_lack_a_return_that_counts() {
    let (story, _) = one_is_lost();
    for kind in [DocumentKind::Overview, DocumentKind::Comparison, DocumentKind::PromptSheet] {
        let document = story.document(kind);
        assert_eq!(
            story.told_by("K-02", &document),
            ["One return counts and cannot be read in this browser, \
            so no number here has it in it. Import its file again, bring the key that opens it, \
            or decide to go on without it."]
        );
    }
}

#[test]
fn k02_a_version_that_was_cleared_with_all_returns_read_stays_cleared() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    let file = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports(&file).became("admitted");
    let read = story.document(DocumentKind::Overview);
    story.panel_clears(&read);
    story.browser_loses(&file);
    assert_eq!(story.told_by("K-02", &read).join(" ").matches("cannot be read").count(), 0);
    let today = story.document(DocumentKind::Overview);
    assert_eq!(story.told_by("K-02", &today).join(" ").matches("cannot be read").count(), 1);
}

#[test]
fn n13_a_panel_judges_only_on_returns_that_it_sees_or_has_decided_to_go_on_without() {
    let (mut story, _) = one_is_lost();
    let judged = |story: &mut Scenario| {
        story.panel_tries_to_judge("Case 1", "history", "good", "It was complete and up to date.")
    };
    let refused = judged(&mut story);
    let Err(JudgementError::NotRead(unread)) = refused else { panic!("{refused:?}") };
    assert_eq!(unread.len(), 1);
    let reason = "The school has closed, and nobody has the file.";
    story.panel_expects("police", "Case 1", Expectation::GoneWithout, reason);
    assert_eq!(judged(&mut story), Ok(()));
    // It stays a limitation of every report.
    assert!(story.limitations().contains("could not be read"), "{}", story.limitations());
    let told = story.told_by("K-02", &story.document(DocumentKind::Overview));
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn v02_the_same_file_again_is_kept_again_and_counts_again() {
    let (mut story, file) = one_is_lost();
    let again = story.panel_imports(&file);
    again.became("duplicate");
    assert_eq!(
        again.noted(),
        ["It could not be read in this browser any more, and now can be again."]
    );
    assert!(story.keeps(&file));
    story.grid("Case 1", "history").shows(&[("police", "good"), ("social-care", "good")]);
    assert_eq!(
        story.told_by("K-02", &story.document(DocumentKind::Overview)),
        Vec::<String>::new()
    );
    // A third time nothing is left to heal.
    assert_eq!(story.panel_imports(&file).became("duplicate").noted(), Vec::<String>::new());
}

#[test]
fn ec60_a_round_of_which_a_file_is_lost_for_good_is_handed_over_all_the_same() {
    let (mut story, file) = one_is_lost();
    assert_eq!(story.goes_on_in_another_profile(), (1, 1));
    story.grid("Case 1", "history").shows(&[("social-care", "good")]);
    assert!(story.limitations().contains("could not be read"), "{}", story.limitations());
    story.panel_imports(&file).became("duplicate");
    story.grid("Case 1", "history").shows(&[("police", "good"), ("social-care", "good")]);
}
