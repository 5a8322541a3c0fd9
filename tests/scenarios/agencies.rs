//! Agencies that see only a part of the case.

use crate::driver::Scenario;

#[test]
fn an_agency_that_works_with_a_parent_is_not_asked_whether_the_child_was_seen_alone() {
    let mut story = Scenario::round(&["adult-mental-health", "social-care"], &["Case 1"]);
    story
        .auditor("adult-mental-health", "Case 1")
        .worked_with_a_parent()
        .audits_everything_as_good()
        .is_asked("2.1", true)
        .is_asked("4.5", false)
        .is_asked("6.2", false)
        .signs_and_exports();
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .is_asked("4.5", true)
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }

    let both = [("adult-mental-health", "good"), ("social-care", "good")];
    story.grid("Case 1", "history").shows(&both);
    story.grid("Case 1", "assessment").shows(&[("social-care", "good")]);
}
