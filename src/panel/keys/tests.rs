//! Keys of a round: backed up and proved, a deputy beside the coordinator, the round handed over.

use super::*;
use crate::envelope::{Kind, Limits, OpenError, OpeningKey, open_sealed};
use crate::panel::fixture::*;
use crate::panel::invitations::{InvitationStanding, WhyAgain};
use crate::panel::{Opener, Unopened, Workbook};
use crate::report::log_lines;

fn key(number: u8) -> OpeningKey {
    OpeningKey::from_seed(&[number; 32])
}

fn sealed() -> Desk {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.policy.seal = SealPolicy::to_one("Coordinator", key(1).sealing_key());
    Desk::of(plan)
}

/// A file as it is sealed by whoever opens the invitation as it is now.
fn closed(workbook: &Workbook) -> Vec<u8> {
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let seal = &workbook.invitation(&slot("csc")).unwrap().round.policy.seal;
    let signed = br#"{"payload":"e30","protected":"e30","signature":""}"#;
    seal.close(signed.to_vec(), Kind::Return, &mut random).unwrap()
}

/// Whether a key opens the seal, whatever stands inside.
fn opens(file: &[u8], key: OpeningKey) -> bool {
    let outcome = open_sealed(file, &[Kind::Return], &[key], &Limits::of(Kind::Return));
    !matches!(outcome, Err(OpenError::SealedToOthers { .. } | OpenError::SealBroken))
}

#[test]
fn setting_up_has_not_ended_before_the_keys_were_seen_to_open() {
    let mut workbook = sealed().workbook;
    assert_eq!(workbook.backup_standing(), BackupStanding::NotSaved);
    workbook.note_backup(Hash::of(b"one"), &stamp());
    assert_eq!(workbook.backup_standing(), BackupStanding::Saved(stamp().at));
    workbook.note_proof(Hash::of(b"one"), &stamp());
    // Saved again, the keys in it are the same: they never change.
    workbook.note_backup(Hash::of(b"two"), &stamp());
    assert_eq!(workbook.backup_standing(), BackupStanding::Proved(stamp().at));
    let kept = serde_json::to_string(workbook.record()).unwrap();
    let again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert_eq!(again.backup_standing(), BackupStanding::Proved(stamp().at));
}

#[test]
fn nobody_is_invited_before_a_copy_of_the_keys_was_seen_to_open() {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.practice = false;
    let mut workbook = Desk::of(plan.clone()).workbook;
    assert_eq!(workbook.may_invite(), Err(NotProved));
    workbook.note_backup(Hash::of(b"one"), &stamp());
    assert_eq!(workbook.may_invite(), Err(NotProved), "written is not proved");
    workbook.note_proof(Hash::of(b"one"), &stamp());
    assert_eq!(workbook.may_invite(), Ok(()));
    plan.round.practice = true;
    assert_eq!(
        Desk::of(plan).workbook.may_invite(),
        Ok(()),
        "the sample audit can be tried at once"
    );
}

#[test]
fn a_deputy_opens_with_their_own_key_what_answers_invitations_written_since() {
    let mut workbook = sealed().workbook;
    let before = closed(&workbook);
    workbook.add_deputy("Deputy", key(2).sealing_key(), &stamp()).unwrap();
    let after = closed(&workbook);
    assert!(opens(&before, key(1)) && !opens(&before, key(2)));
    assert!(opens(&after, key(1)) && opens(&after, key(2)) && !opens(&after, key(3)));
    workbook.remove_deputy(&key(2).sealing_key().thumbprint(), "They left.", &stamp()).unwrap();
    let last = closed(&workbook);
    assert!(opens(&last, key(1)) && !opens(&last, key(2)));
    assert!(opens(&after, key(2)), "what was sealed to them stays so");
}

#[test]
fn invitations_written_before_a_deputy_was_named_have_to_be_written_again() {
    let mut workbook = sealed().workbook;
    workbook.note_invitation(&slot("csc"), Hash::of(b"csc"), &stamp());
    workbook.add_deputy("Deputy", key(2).sealing_key(), &stamp()).unwrap();
    let standing = workbook.invitation_standing(&slot("csc"));
    let again = InvitationStanding::ToIssueAgain { issued: stamp().at, because: WhyAgain::Changed };
    assert_eq!(standing, again);
}

#[test]
fn a_deputy_is_refused_where_nothing_is_sealed_or_nobody_is_meant() {
    let mut open = Desk::with(&["case-1"]).workbook;
    assert_eq!(
        open.add_deputy("Deputy", key(2).sealing_key(), &stamp()),
        Err(DeputyError::NotSealed)
    );
    let mut workbook = sealed().workbook;
    let mut add =
        |role: &str, number| workbook.add_deputy(role, key(number).sealing_key(), &stamp());
    assert_eq!(add(" ", 2), Err(DeputyError::NoRole));
    assert_eq!(add("Deputy", 1), Err(DeputyError::AlreadyThere));
    let many = u8::try_from(MOST_RECIPIENTS).unwrap() + 1;
    assert!((2..many).all(|number| add("Deputy", number).is_ok()));
    assert_eq!(add("Deputy", many), Err(DeputyError::TooMany));
    let mut remove = |number, why: &str| {
        workbook.remove_deputy(&key(number).sealing_key().thumbprint(), why, &stamp())
    };
    assert_eq!(remove(1, "No."), Err(DeputyError::NoSuchDeputy), "whoever set the round up stays");
    assert_eq!(remove(2, " "), Err(DeputyError::NoReason));
    assert_eq!(remove(2, "Left."), Ok(()));
}

#[test]
fn ec60_the_log_tells_that_the_round_was_carried_on_and_with_what() {
    let mut desk = Desk::with(&["case-1"]);
    desk.workbook.note_carried_on(3, 1, true, None, &stamp());
    let last = log_lines(&desk.workbook).pop().unwrap().what;
    assert_eq!(last, "Carried on in another browser with the round’s keys, files: 3, missing: 1");
}

#[test]
fn ec60_the_log_tells_who_signed_a_round_that_came_without_its_own_key() {
    let mut desk = Desk::with(&["case-1"]);
    let signer = crate::envelope::SoftwareKey::from_seed(&[9; 32]).public_key().thumbprint();
    desk.workbook.note_carried_on(3, 0, false, Some(signer), &stamp());
    let last = log_lines(&desk.workbook).pop().unwrap().what;
    let told = ["signed without them, by the key ", &signer.fingerprint()].concat();
    assert!(last.ends_with(&told), "{last}");
}

#[test]
fn a_file_that_is_sealed_to_others_is_told_apart_from_one_that_is_damaged() {
    let workbook = sealed().workbook;
    let file = closed(&workbook);
    let opener = |keys: Vec<OpeningKey>| -> Opener { workbook.opener().with_keys(keys) };
    let refused = opener(vec![key(3)]).open("a.json", &file).content.unwrap_err();
    assert_eq!(refused, Unopened::Refused(crate::panel::Refusal::SealedToOthers));
}
