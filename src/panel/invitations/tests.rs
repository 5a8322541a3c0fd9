//! Invitations revoked, written anew, extended and added, told through returns that answer them.

use std::collections::BTreeSet;

use super::*;
use crate::audit_return::Return;
use crate::envelope::{Hash, Thumbprint};
use crate::id::{AgencyId, AgencyKind, CaseRef};
use crate::panel::fixture::*;
use crate::panel::sampling::tests::settled;
use crate::panel::{EntryState, ImportRow, Instead, QuarantineReason, Replacement};
use crate::round::Invited;
use crate::tool::edit::Edit;

fn fresh() -> EnrolmentSecret {
    EnrolmentSecret::from_bytes([9; 32])
}

fn issued(desk: &mut Desk, slot_id: &str) {
    desk.workbook.note_invitation(&slot(slot_id), Hash::of(slot_id.as_bytes()), &stamp());
}

fn revoke(desk: &mut Desk, keep: bool) -> Vec<Hash> {
    issued(desk, "police");
    let reason = "It went to the wrong address.";
    desk.workbook.revoke_invitation(&slot("police"), fresh(), keep, reason, &stamp()).unwrap()
}

fn state(desk: &Desk, row: &ImportRow) -> EntryState {
    desk.workbook.register().entry(&row.file.unwrap()).unwrap().state.clone()
}

fn signer() -> Thumbprint {
    key_of("police").public_key().thumbprint()
}

/// A return that shows the secret of the invitation that was written last.
fn with_new_invitation(desk: &Desk) -> Return {
    let mut ret = desk.draft("police", "case-1").grade("risk", "good");
    let invitation = desk.workbook.invitation(&slot("police")).unwrap();
    let proof = invitation.secret.prove(&ret.round.id, &slot("police"), &signer());
    ret.enrolment_proof = Some(proof);
    ret
}

#[test]
fn v06_a_return_that_answers_a_revoked_invitation_is_kept_apart_in_its_own_words() {
    let mut desk = Desk::with(&["case-1"]);
    revoke(&mut desk, false);
    let row = desk.graded("police", "case-1", "good");
    let because = vec![QuarantineReason::InvitationRevoked { signer: signer() }];
    assert_eq!(state(&desk, &row), EntryState::Quarantined { because: because.clone() });
    assert_eq!(row.token(), "invitation-revoked");
    let title = because[0].wording().title;
    assert!(title.contains("revoked"), "{title}");
    // A person who has telephoned may trust the key all the same.
    desk.workbook.trust_signer(signer(), &slot("police"), "Read back.", &stamp()).unwrap();
    assert_eq!(state(&desk, &row), EntryState::Current);
}

#[test]
fn v06_the_invitation_written_after_a_revocation_counts() {
    let mut desk = Desk::with(&["case-1"]);
    revoke(&mut desk, false);
    let ret = with_new_invitation(&desk);
    assert_eq!(desk.import(ret).token(), "admitted");
}

#[test]
fn v06_what_counts_already_stays_or_goes_as_the_coordinator_decides() {
    for (keep, still) in [(true, true), (false, false)] {
        let mut desk = Desk::with(&["case-1"]);
        let row = desk.graded("police", "case-1", "good");
        let changed = revoke(&mut desk, keep);
        assert_eq!(state(&desk, &row).counts(), still);
        assert_eq!(changed.is_empty(), still);
        // No other place is touched.
        assert_eq!(desk.graded("csc", "case-1", "good").token(), "admitted");
    }
}

#[test]
fn v06_a_stranger_is_no_holder_of_a_revoked_invitation() {
    let mut desk = Desk::with(&["case-1"]);
    revoke(&mut desk, false);
    let ret = desk.draft("police", "case-1").grade("risk", "good");
    let opened = with_return(arriving(ret, &signer()), |ret| ret.enrolment_proof = None);
    assert_eq!(desk.admit(opened).token(), "unknown-signer");
}

#[test]
fn a_revocation_needs_a_reason_a_place_and_something_that_went_out() {
    let mut desk = Desk::with(&["case-1"]);
    let mut revoke = |slot_id: &str, reason: &str| {
        desk.workbook.revoke_invitation(&slot(slot_id), fresh(), true, reason, &stamp())
    };
    assert_eq!(revoke("police", "Lost."), Err(InvitationError::NeverIssued));
    assert_eq!(revoke("nobody", "Lost."), Err(InvitationError::UnknownSlot));
    assert_eq!(revoke("police", " "), Err(InvitationError::NoReason));
}

#[test]
fn an_invitation_says_when_it_has_to_be_written_again() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let standing = |desk: &Desk| desk.workbook.invitation_standing(&slot("police"));
    let again = |because| InvitationStanding::ToIssueAgain { issued: stamp().at, because };
    assert_eq!(standing(&desk), InvitationStanding::NotIssued);
    issued(&mut desk, "police");
    assert_eq!(standing(&desk), InvitationStanding::Issued { at: stamp().at });
    let one = BTreeSet::from([case("case-2")]);
    desk.workbook.ask_about(&slot("csc"), &one, "Not involved.", &stamp()).unwrap();
    assert_eq!(standing(&desk), InvitationStanding::Issued { at: stamp().at }, "another place");
    desk.workbook.ask_about(&slot("police"), &one, "Not involved.", &stamp()).unwrap();
    assert_eq!(standing(&desk), again(WhyAgain::Changed));
    desk.workbook.revoke_invitation(&slot("police"), fresh(), true, "Lost.", &stamp()).unwrap();
    assert_eq!(standing(&desk), again(WhyAgain::Revoked));
    issued(&mut desk, "police");
    assert_eq!(standing(&desk), InvitationStanding::Issued { at: stamp().at });
}

fn stands(workbook: &Workbook, slot_id: &str) -> InvitationStanding {
    workbook.invitation_standing(&slot(slot_id))
}

fn is_current() -> InvitationStanding {
    InvitationStanding::Issued { at: stamp().at }
}

fn has_changed() -> InvitationStanding {
    InvitationStanding::ToIssueAgain { issued: stamp().at, because: WhyAgain::Changed }
}

#[test]
fn a01_an_invitation_without_the_case_that_stands_in_for_another_has_to_be_written_again() {
    let mut workbook = settled(&[1, 5]);
    let first = BTreeSet::from([case("new-1")]);
    workbook.ask_about(&slot("csc"), &first, "Not involved.", &stamp()).unwrap();
    for slot_id in ["police", "csc"] {
        workbook.note_invitation(&slot(slot_id), Hash::of(slot_id.as_bytes()), &stamp());
    }
    workbook.take_out(&case("new-2"), "Family moved", None, &stamp()).unwrap();
    workbook.note_invitation(&slot("police"), Hash::of(b"without it"), &stamp());
    assert_eq!(stands(&workbook, "police"), is_current());
    let instead = Replacement { by: Instead::Number(4), reference: case("new-9") };
    workbook.take_out(&case("new-2"), "The board agrees", Some(instead), &stamp()).unwrap();
    assert_eq!(stands(&workbook, "police"), has_changed());
    assert_eq!(stands(&workbook, "csc"), is_current(), "it was never asked about that case");
}

#[test]
fn v07_an_invitation_with_an_earlier_tool_has_to_be_written_again() {
    let mut desk = Desk::with(&["case-1"]);
    issued(&mut desk, "police");
    let text = "Was the child seen alone?".into();
    let reword = Edit::Reword { prompt: prompt("alone"), text, hint: String::new() };
    desk.workbook.edit_tool(&reword).unwrap();
    assert_eq!(stands(&desk.workbook, "police"), is_current(), "a draft changes nothing");
    desk.workbook.k01_adopt_tool("A typo.", &stamp()).unwrap();
    assert_eq!(stands(&desk.workbook, "police"), has_changed());
}

#[test]
fn v09_an_invitation_asks_about_no_case_that_was_taken_out_until_it_counts_again() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let asked = |desk: &Desk| -> Vec<String> {
        let cases = desk.workbook.invitation(&slot("police")).unwrap().cases;
        cases.into_iter().map(|case| case.label).collect()
    };
    issued(&mut desk, "police");
    desk.workbook.take_out(&case("case-2"), "Family moved", None, &stamp()).unwrap();
    assert_eq!(asked(&desk), ["case-1"]);
    assert_eq!(stands(&desk.workbook, "police"), has_changed());
    issued(&mut desk, "police");
    assert_eq!(stands(&desk.workbook, "police"), is_current());
    desk.workbook.reinstate_case(&case("case-2"), "The court allows it", &stamp()).unwrap();
    assert_eq!(asked(&desk), ["case-1", "case-2"]);
    assert_eq!(stands(&desk.workbook, "police"), has_changed());
}

/// The page offers the cases that count, so that those that are out are in no answer.
#[test]
fn v09_a_case_that_is_out_stays_asked_whatever_else_an_auditor_is_asked() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
    desk.graded("police", "case-2", "good");
    desk.workbook.take_out(&case("case-2"), "Family moved", None, &stamp()).unwrap();
    let mut ask = |slot_id: &str, cases: &[&str]| {
        let cases: BTreeSet<CaseRef> = cases.iter().copied().map(case).collect();
        desk.workbook.ask_about(&slot(slot_id), &cases, "Not involved.", &stamp())
    };
    for slot_id in ["police", "csc"] {
        assert_eq!(ask(slot_id, &["case-1", "case-3"]), Err(InvitationError::NothingChanged));
        assert_eq!(ask(slot_id, &[]), Err(InvitationError::NoCases));
        assert_eq!(ask(slot_id, &["case-1"]), Ok(Vec::new()));
    }
    desk.workbook.reinstate_case(&case("case-2"), "The court allows it", &stamp()).unwrap();
    for slot_id in ["police", "csc"] {
        let asked = &desk.workbook.plan().slot(&slot(slot_id)).unwrap().cases;
        assert_eq!(*asked, [case("case-1"), case("case-2")], "{slot_id}");
    }
    assert_eq!(desk.graded("csc", "case-2", "good").token(), "admitted");
}

fn late(kind: &str, name: &str, label: &str) -> Invited {
    Invited {
        agency: AgencyId::new("new").unwrap(),
        slot: slot("new"),
        kind: AgencyKind::new(kind).unwrap(),
        name: name.into(),
        label: label.into(),
        secret: fresh(),
    }
}

fn all_cases() -> BTreeSet<CaseRef> {
    BTreeSet::from([case("case-1")])
}

#[test]
fn ec48_an_agency_that_joins_late_has_its_place_and_its_invitation() {
    let mut desk = Desk::with(&["case-1"]);
    let reason = "The board asked for its view.";
    let new = late("health", "Ambulance trust", "Crews");
    desk.workbook.add_slot(new, &all_cases(), reason, &stamp()).unwrap();
    let invitation = desk.workbook.invitation(&slot("new")).unwrap();
    assert_eq!((invitation.agency.name.as_str(), invitation.cases.len()), ("Ambulance trust", 1));
    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert_eq!(again.invitation(&slot("new")), Some(invitation));
}

#[test]
fn ec48_a_second_place_of_an_agency_that_is_there_belongs_to_it() {
    let mut desk = Desk::with(&["case-1"]);
    let agencies = desk.workbook.plan().agencies.len();
    let new = late("police", "police", "Missing persons");
    desk.workbook.add_slot(new, &all_cases(), "Two teams worked on it.", &stamp()).unwrap();
    assert_eq!(desk.workbook.plan().agencies.len(), agencies);
    assert_eq!(desk.workbook.plan().slot(&slot("new")).unwrap().agency.as_str(), "police");
}

#[test]
fn a_place_that_could_not_be_told_from_another_or_is_asked_nothing_is_not_added() {
    let mut desk = Desk::with(&["case-1"]);
    let none = BTreeSet::new();
    let other = BTreeSet::from([case("case-9")]);
    let rows = [
        (late("police", " ", ""), all_cases(), "So.", InvitationError::NoName),
        (late("circus", "A", ""), all_cases(), "So.", InvitationError::UnknownKind),
        (late("police", "police", ""), all_cases(), "So.", InvitationError::SamePlace),
        (late("police", "police", "police"), all_cases(), "So.", InvitationError::SamePlace),
        (late("police", "Transport police", ""), none, "So.", InvitationError::NoCases),
        (late("police", "Transport police", ""), other, "So.", InvitationError::UnknownCase),
        (late("police", "Transport police", ""), all_cases(), " ", InvitationError::NoReason),
    ];
    let before = desk.workbook.record().clone();
    for (new, cases, reason, error) in rows {
        assert_eq!(desk.workbook.add_slot(new, &cases, reason, &stamp()), Err(error));
    }
    assert_eq!(*desk.workbook.record(), before);
}

#[test]
fn a01_a_return_about_a_case_that_was_not_asked_counts_once_it_is() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let both = BTreeSet::from([case("case-1"), case("case-2")]);
    let first = all_cases();
    let ret = desk.draft("police", "case-2").grade("risk", "good");
    let ask = |desk: &mut Desk, cases: &BTreeSet<CaseRef>| {
        desk.workbook.ask_about(&slot("police"), cases, "They know the child.", &stamp())
    };
    ask(&mut desk, &first).unwrap();
    let row = desk.import(ret);
    assert_eq!(row.token(), "not-invited");
    assert_eq!(ask(&mut desk, &first), Err(InvitationError::NothingChanged));
    assert_eq!(ask(&mut desk, &both), Ok(vec![row.file.unwrap()]));
    assert_eq!(state(&desk, &row), EntryState::Current);
    let lost = ask(&mut desk, &first);
    assert_eq!(lost, Err(InvitationError::ReturnHere("case-2".into())));
}

#[test]
fn v06_a_key_that_was_vouched_for_is_looked_at_again_once_its_invitation_is_revoked() {
    let mut desk = Desk::with(&["case-1"]);
    let row = desk.graded("police", "case-1", "good");
    let key = row.signer.unwrap();
    desk.workbook.trust_signer(key, &slot("police"), "Telephoned.", &stamp()).unwrap();
    revoke(&mut desk, false);
    assert!(!state(&desk, &row).counts());
}

#[test]
fn v06_what_counts_goes_on_counting_though_another_key_signed_the_version_that_it_corrects() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("police", "case-1").grade("risk", "good");
    let before = desk.import(first.clone());
    let other_computer = key_of("another computer").public_key().thumbprint();
    let row = desk.admit(arriving(first.corrected().grade("risk", "adequate"), &other_computer));
    assert_eq!(state(&desk, &row), EntryState::Current);
    revoke(&mut desk, true);
    assert_eq!(state(&desk, &row), EntryState::Current);
    // Of the key that signed what counts no more nobody was asked.
    let because = vec![QuarantineReason::InvitationRevoked { signer: signer() }];
    assert_eq!(state(&desk, &before), EntryState::Quarantined { because });
}

#[test]
fn v06_a_key_that_was_trusted_after_it_was_refused_is_not_refused_again_by_a_revocation() {
    for refused_last in [false, true] {
        let mut desk = Desk::with(&["case-1"]);
        let (police, why) = (slot("police"), "Telephoned.");
        desk.workbook.refuse_signer(signer(), &police, why, &stamp()).unwrap();
        desk.workbook.trust_signer(signer(), &police, why, &stamp()).unwrap();
        if refused_last {
            desk.workbook.refuse_signer(signer(), &police, why, &stamp()).unwrap();
        }
        revoke(&mut desk, false);
        // Neither is it trusted, so what answers the old invitation is looked at.
        let old = desk.graded("police", "case-1", "adequate");
        assert_eq!(old.token(), "invitation-revoked");
        let ret = with_new_invitation(&desk);
        let token = if refused_last { "unknown-signer" } else { "admitted" };
        assert_eq!(desk.import(ret).token(), token);
    }
}
