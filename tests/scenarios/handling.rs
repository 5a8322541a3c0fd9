//! A round in other hands, an invitation that went astray, an agency that joins late.

use crate::driver::Scenario;

#[test]
fn ec60_another_coordinator_goes_on_with_nothing_missing() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 3"]);
    story.auditor("police", "Case 3").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
    assert_eq!(story.goes_on_in_another_profile(), (1, 0));

    story.counts("police", "Case 3", Some(1));
    story.grid("Case 3", "referral").shows(&[("police", "good")]);
    // Invitations issued before the hand-over are answered after it, and corrections find their version.
    story.auditor("social-care", "Case 3").audits_everything_as_good().signs_and_exports();
    story.auditor("police", "Case 3").corrects().grades("referral", "adequate").signs_and_exports();
    let imported = story.panel_imports_everything();
    imported[0].became("admitted");
    imported[1].became("replaces");
    story.counts("police", "Case 3", Some(2));
}

#[test]
fn v06_whoever_holds_a_revoked_invitation_is_kept_apart_and_the_new_one_counts() {
    let mut story = Scenario::round(&["police", "social-care"], &["Case 3"]);
    story.panel_downloads_the_invitation_of("police");
    let astray = story.auditor("police", "Case 3").audits_everything_as_good().signs_and_exports();
    story.panel_revokes_the_invitation_of("police", false, "It was sent to a wrong address.");
    story.panel_imports(&astray).became("invitation-revoked");
    story.counts("police", "Case 3", None);

    story.opens_the_new_invitation("police", "Case 3");
    story.auditor("police", "Case 3").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything();
    story.counts("police", "Case 3", Some(1));
}

#[test]
fn v06_a_return_that_is_known_to_be_right_goes_on_counting_after_a_revocation() {
    let mut story = Scenario::round(&["police"], &["Case 3"]);
    story.panel_downloads_the_invitation_of("police");
    story.auditor("police", "Case 3").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
    story.panel_revokes_the_invitation_of("police", true, "The auditor has left.");
    story.counts("police", "Case 3", Some(1));
    story.auditor("police", "Case 3").corrects().grades("referral", "adequate").signs_and_exports();
    story.panel_imports_everything()[0].became("replaces");
}

#[test]
fn ec48_an_agency_that_joins_late_is_invited_expected_and_counted() {
    let mut story = Scenario::round(&["police"], &["Case 3"]);
    story.matrix_shows(1, 0, 0, 1);
    story.panel_adds("social-care", "The board asked for its view.");
    story.matrix_shows(2, 0, 0, 2);
    story.auditor("social-care", "Case 3").audits_everything_as_good().signs_and_exports();
    story.panel_imports_everything()[0].became("admitted");
    story.matrix_shows(2, 1, 0, 1);
}
