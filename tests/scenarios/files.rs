//! Files that are not what they should be.

use multi_agency_audit::id::ToolId;
use multi_agency_audit::tool::{Tool, library};

use crate::driver::{Scenario, SignedFile};

fn story() -> Scenario {
    Scenario::round(&["police", "social-care"], &["Case 1"])
}

/// The file with one letter of its text exchanged for another.
fn tampered(file: &SignedFile) -> SignedFile {
    let mut bytes = file.bytes.clone();
    let middle = bytes.len() / 2;
    bytes[middle] = if bytes[middle] == b'A' { b'B' } else { b'A' };
    SignedFile { bytes, ..file.clone() }
}

#[test]
fn v06_a_file_altered_after_signing_is_kept_apart_and_the_true_one_still_counts() {
    let mut story = story();
    let file = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();

    story.panel_imports(&tampered(&file)).became("signature-wrong");
    story.counts("police", "Case 1", None);
    story.panel_imports(&file).became("admitted");
    story.counts("police", "Case 1", Some(1));
}

#[test]
fn v06_an_unknown_signer_counts_only_after_somebody_vouches_for_the_key() {
    let mut story = story();
    let file = story.stranger("police", "Case 1").audits_everything_as_good().signs_and_exports();

    story.panel_imports(&file).became("unknown-signer");
    story.counts("police", "Case 1", None);
    story.panel_trusts_the_signer_of(&file, "police");
    story.counts("police", "Case 1", Some(1));
    story.grid("Case 1", "history").shows(&[("police", "good")]);
}

#[test]
fn v06_trust_in_a_key_reaches_no_further_than_its_agency() {
    let mut story = story();
    let file = story.stranger("police", "Case 1").audits_everything_as_good().signs_and_exports();
    story.panel_imports(&file).became("unknown-signer");
    story.panel_trusts_the_signer_of(&file, "social-care");
    story.counts("police", "Case 1", None);
}

#[test]
fn a01_a_return_for_another_round_is_refused() {
    let mut elsewhere = Scenario::named("another story", &["police"], &["Case 1"]);
    let file =
        elsewhere.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let mut story = story();
    story.panel_imports(&file).became("wrong-round");
    story.matrix_shows(2, 0, 0, 2);
}

#[test]
fn a01_an_agency_that_was_not_invited_is_kept_apart() {
    let cases = ["Case 1"];
    let mut wider = Scenario::named("a story", &["police", "camhs"], &cases);
    let file = wider.auditor("camhs", "Case 1").audits_everything_as_good().signs_and_exports();
    let mut story = story();
    story.panel_imports(&file).became("not-invited");
    story.matrix_shows(2, 0, 0, 2);
}

#[test]
fn v07_a_return_on_another_version_of_the_tool_is_kept_apart() {
    let tool = library::by_id(&ToolId::new("case-file-2009").unwrap()).unwrap();
    let newer = Tool { version: tool.version + 1, ..tool };
    let mut later = Scenario::with_tool("a story", newer, &["police", "social-care"], &["Case 1"]);
    let file = later.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let mut story = story();
    story.panel_imports(&file).became("other-tool");
    story.counts("police", "Case 1", None);
}

#[test]
fn what_was_never_an_audit_is_refused_and_the_others_are_imported() {
    let mut story = story();
    let file = story.auditor("police", "Case 1").audits_everything_as_good().signs_and_exports();
    let letter = SignedFile { bytes: b"Dear colleague".to_vec(), ..file.clone() };
    story.panel_imports(&letter).became("not-ours");
    story.panel_imports(&file).became("admitted");
}
