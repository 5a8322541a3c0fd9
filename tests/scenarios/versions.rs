//! Corrections, and what becomes of the version before.

use multi_agency_audit::panel::CellState;

use crate::driver::Scenario;

/// A police return on Case 3 that has been signed once.
fn signed_once() -> Scenario {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 3"]);
    story.auditor("police", "Case 3").audits_everything_as_good().signs_and_exports();
    story
}

#[test]
fn v03_a_correction_replaces_the_version_that_it_names() {
    let mut story = signed_once();
    story.panel_imports_everything()[0].became("admitted");
    let corrected = story
        .auditor("police", "Case 3")
        .corrects()
        .grades("referral", "adequate")
        .signs_and_exports();

    story.panel_imports(&corrected).became("replaces");
    story.counts("police", "Case 3", Some(2));
    story.grid("Case 3", "referral").shows(&[("police", "adequate")]);
}

#[test]
fn v03_a_correction_that_comes_first_waits_for_the_version_that_it_corrects() {
    let mut story = signed_once();
    let corrected = story
        .auditor("police", "Case 3")
        .corrects()
        .grades("referral", "adequate")
        .signs_and_exports();

    story.panel_imports(&corrected).became("held");
    story.counts("police", "Case 3", None);
    story.panel_imports_everything()[0].became("older");
    story.counts("police", "Case 3", Some(2));
}

#[test]
fn v03_two_second_versions_are_a_conflict_until_the_panel_chooses() {
    let mut story = signed_once();
    let rival = story
        .second_computer("police", "Case 3")
        .corrects()
        .grades("referral", "inadequate")
        .overall("adequate")
        .signs_and_exports();
    let corrected = story
        .auditor("police", "Case 3")
        .corrects()
        .grades("referral", "adequate")
        .signs_and_exports();
    story.panel_imports_everything();

    story.counts("police", "Case 3", None);
    assert_eq!(story.cell("police", "Case 3"), CellState::Conflict);
    story.panel_imports(&rival).became("duplicate");
    let chosen = story.panel_imports(&corrected);
    story.panel_chooses(&chosen, "The auditor says which one is right");
    story.counts("police", "Case 3", Some(2));
    story.grid("Case 3", "referral").shows(&[("police", "adequate")]);
}

#[test]
fn v04_a_correction_after_judgement_reopens_that_case() {
    let mut story = signed_once();
    story.panel_imports_everything();
    story.panel_judges("Case 3", "referral", "good", "Agreed by all present");
    story.grid("Case 3", "referral").judgement_rests_on(&[("police", 1)], true);

    let corrected = story
        .auditor("police", "Case 3")
        .corrects()
        .grades("referral", "inadequate")
        .overall("adequate")
        .signs_and_exports();
    story.panel_imports(&corrected).became("replaces").reopens(1);

    story.grid("Case 3", "referral").judgement_rests_on(&[("police", 1)], false);
    story.panel_judges("Case 3", "referral", "inadequate", "Looked at again with the correction");
    story.grid("Case 3", "referral").judgement_rests_on(&[("police", 2)], true);
}

#[test]
fn v02_the_same_file_under_another_name_changes_nothing() {
    let mut story = Scenario::round(&["police"], &["Case 3"]);
    let file = story.auditor("police", "Case 3").audits_everything_as_good().signs_and_exports();
    story.panel_imports(&file).became("admitted");
    let renamed = crate::driver::SignedFile { name: "copy of copy.json".into(), ..file };
    story.panel_imports(&renamed).became("duplicate");
    story.matrix_shows(1, 1, 0, 0);
}

#[test]
fn v05_a_return_signed_after_the_due_date_counts_and_is_marked_late() {
    let mut story = Scenario::round(&["police"], &["Case 3"]);
    story
        .auditor("police", "Case 3")
        .audits_everything_as_good()
        .signs_only_on("2026-06-15")
        .signs_and_exports();
    story.days_pass(60);
    story.panel_imports_everything()[0].became("admitted").is_late_by(3);
    story.counts("police", "Case 3", Some(1));
}
