//! The main job: from invitations to one grid.

use multi_agency_audit::panel::CellState;

use crate::driver::Scenario;

#[test]
fn three_agencies_audit_a_child_and_the_panel_sees_their_gradings_side_by_side() {
    let mut story = Scenario::round(&["health-visiting", "police", "social-care"], &["Case 1"]);
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .grades("referral", "adequate")
        .overall("good")
        .signs_and_exports();
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story
        .auditor("health-visiting", "Case 1")
        .audits_everything_as_good()
        .grades("referral", "adequate")
        .signs_and_exports();

    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }

    story.matrix_shows(3, 3, 0, 0);
    let all_good = [("health-visiting", "good"), ("police", "good"), ("social-care", "good")];
    let history = story.grid("Case 1", "history");
    history.shows(&all_good).suggests(Some("good")).must_be_discussed(false);
    let referral =
        [("health-visiting", "adequate"), ("police", "good"), ("social-care", "adequate")];
    let seen = story.grid("Case 1", "referral");
    seen.shows(&referral).suggests(Some("adequate")).must_be_discussed(false);
}

#[test]
fn n11_n12_two_grades_tie_to_the_poorer_and_inadequate_beside_good_is_discussed() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .grades("referral", "inadequate")
        .overall("adequate")
        .signs_and_exports();
    story.panel_imports_everything();

    let referral = story.grid("Case 1", "referral");
    referral.shows(&[("police", "good"), ("social-care", "inadequate")]);
    referral.suggests(Some("inadequate")).must_be_discussed(true);
    story.grid("Case 1", "overall").suggests(None);
}

#[test]
fn a03_a_nil_return_counts_as_a_response_and_grades_nothing() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1"]);
    story.auditor("police", "Case 1").does_not_know_the_family().signs_and_exports();
    story.auditor("social-care", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();

    story.matrix_shows(2, 1, 1, 0);
    story.grid("Case 1", "history").shows(&[("social-care", "good")]);
    assert!(matches!(story.cell("police", "Case 1"), CellState::Nil(_)));
}

#[test]
fn a_nil_return_is_signed_only_with_what_was_searched() {
    let mut story = Scenario::round(&["police"], &["Case 1"]);
    story.auditor("police", "Case 1").is_refused_signing_because("CO-05");
    story.auditor("police", "Case 1").does_not_know_the_family().is_ready();
}

#[test]
fn k02_the_matrix_says_who_still_owes_a_return_and_since_when_it_is_overdue() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 1", "Case 2"]);
    story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();

    story.matrix_shows(4, 1, 0, 3);
    assert_eq!(story.cell("social-care", "Case 2"), CellState::Expected { overdue: false });
    story.days_pass(60);
    assert_eq!(story.cell("social-care", "Case 2"), CellState::Expected { overdue: true });
}
