//! Concerns told before their returns, after them, and by strangers.

use super::*;
use crate::panel::{FileDecision, FileGroup, Matrix, file_lines};

#[test]
fn c03_a_concern_is_listed_before_its_return_and_once_when_that_has_come() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = worried(&desk);
    let file = notice(&desk, &draft, "2026-03-02T09:05:00Z", &key());
    assert_eq!(desk.imports(&file).outcome, ImportOutcome::ConcernNoted);
    let [line] = &desk.workbook.concerns()[..] else { panic!("one concern") };
    assert_eq!(line.concern.told_role, "");
    assert_eq!((line.notice, line.audit_return), (Some(Hash::of(&file)), None));
    assert_eq!(desk.counting(), 0);

    draft.immediate_concerns[0].told_role = "Duty manager".into();
    let bytes = signed(&desk, &draft);
    desk.imports(&bytes);
    let [line] = &desk.workbook.concerns()[..] else { panic!("still one concern") };
    // The return was signed later and says more.
    assert_eq!(line.concern.told_role, "Duty manager");
    assert_eq!((line.notice, line.audit_return), (Some(Hash::of(&file)), Some(Hash::of(&bytes))));
}

#[test]
fn c06_a_concern_that_a_later_return_leaves_out_stays_listed() {
    let mut desk = Desk::with(&["case-1"]);
    let file = notice(&desk, &worried(&desk), "2026-03-02T09:05:00Z", &key());
    desk.imports(&file);
    let bytes = signed(&desk, &draft(&desk));
    desk.imports(&bytes);
    assert_eq!(desk.workbook.concerns().len(), 1);
}

#[test]
fn c06_a_concern_of_a_return_that_does_not_count_stays_listed() {
    let mut desk = Desk::with(&["case-1"]);
    let first = worried(&desk);
    desk.import(first.clone());
    let mut corrected = first.corrected();
    corrected.immediate_concerns.clear();
    desk.import(corrected);
    let [line] = &desk.workbook.concerns()[..] else { panic!("one concern") };
    assert!(line.audit_return.is_some());
    let rival = first.corrected().grade("risk", "good");
    desk.import(rival);
    assert_eq!(desk.counting(), 0, "a conflict");
    assert_eq!(desk.workbook.concerns().len(), 1);
}

#[test]
fn c03_a_later_notice_of_the_same_concern_counts_in_whatever_order_they_come() {
    let early = |desk: &Desk| notice(desk, &worried(desk), "2026-03-02T09:05:00Z", &key());
    let late = |desk: &Desk| {
        let mut draft = worried(desk);
        draft.immediate_concerns[0].told_role = "Duty manager".into();
        notice(desk, &draft, "2026-03-02T10:00:00Z", &key())
    };
    let mut forwards = Desk::with(&["case-1"]);
    let (first, second) = (early(&forwards), late(&forwards));
    forwards.imports(&first);
    assert_eq!(forwards.imports(&second).outcome, ImportOutcome::ConcernNoted);
    let mut backwards = Desk::with(&["case-1"]);
    backwards.imports(&second);
    assert_eq!(backwards.imports(&first).outcome, ImportOutcome::Overtaken);
    for desk in [forwards, backwards] {
        let [line] = &desk.workbook.concerns()[..] else { panic!("one concern") };
        assert_eq!(line.concern.told_role, "Duty manager");
    }
}

/// Imports a return of children's social care that was signed then.
fn arrives(desk: &mut Desk, ret: Return, time: &str) {
    desk.admit(signed_off_at(ret, time));
}

#[test]
fn c05_the_board_shows_what_the_agency_said_last_whatever_came_first() {
    // Files are read in the order of their hashes, which nothing else decides: in several rounds both orders come.
    for number in 0..8 {
        let mut desk = Desk::with(&["case-1"]);
        let mut first = worried(&desk);
        first.general_comments = format!("Return {number}.");
        arrives(&mut desk, first.clone(), "2026-03-05T09:00:00Z");
        let mut second = first.corrected();
        second.immediate_concerns[0].text = "The child was hurt again.".into();
        arrives(&mut desk, second.clone(), "2026-03-06T09:00:00Z");
        let mut third = second.corrected();
        third.immediate_concerns[0].text = "The child is safe.".into();
        arrives(&mut desk, third, "2026-03-07T09:00:00Z");
        let [line] = &desk.workbook.concerns()[..] else { panic!("one concern") };
        assert_eq!(line.concern.text, "The child is safe.", "round {number}");
    }
}

#[test]
fn c05_a_concern_of_a_return_kept_apart_for_what_it_holds_stays_on_the_board() {
    let mut desk = Desk::with(&["case-1"]);
    let breaks = crate::panel::register::Block {
        rule: "C-04".into(),
        place: "immediate_i1_told-role".into(),
        message: "Say who was told.".into(),
    };
    let mut opened = arriving(worried(&desk), &key_of("csc").public_key().thumbprint());
    opened.content.as_mut().unwrap().blocks = vec![breaks];
    assert_eq!(desk.admit(opened).token(), "breaks-rules");
    assert_eq!(desk.workbook.concerns().len(), 1);
}

/// A notice by somebody who holds no invitation.
fn of_a_stranger(desk: &Desk) -> (Vec<u8>, Thumbprint) {
    let stranger = key_of("a stranger");
    let mut invitation = desk.workbook.invitation(&slot("csc")).unwrap();
    invitation.secret = crate::envelope::EnrolmentSecret::from_bytes([0; 32]);
    let (item, time) = (ItemId::new("i1").unwrap(), at("2026-03-02T09:05:00Z"));
    let made = concern_notice(&worried(desk), &item, time, &invitation, &stranger.public_key());
    (finished(&made.unwrap().unwrap().1, &stranger), stranger.public_key().thumbprint())
}

#[test]
fn v06_a_notice_by_a_stranger_waits_for_a_person() {
    let mut desk = Desk::with(&["case-1"]);
    let (file, signer) = of_a_stranger(&desk);
    let because = vec![QuarantineReason::UnknownSigner { signer }];
    assert_eq!(desk.imports(&file).outcome, ImportOutcome::Quarantined { because });
    assert_eq!(desk.workbook.concerns(), []);
    desk.workbook.trust_signer(signer, &slot("csc"), "By telephone", &stamp()).unwrap();
    assert_eq!(desk.workbook.concerns().len(), 1);
}

#[test]
fn c05_a_concern_by_a_stranger_is_shown_beside_the_board_until_somebody_decides() {
    let mut desk = Desk::with(&["case-1"]);
    let (bytes, signer) = of_a_stranger(&desk);
    desk.imports(&bytes);
    let file = Hash::of(&bytes);
    let [told] = &desk.workbook.untrusted_concerns()[..] else { panic!("one concern") };
    assert_eq!((&told.place, told.file), (&place(), file));
    assert_eq!(told.concern.text, "Nobody has seen the child for two weeks.");
    assert_eq!(undecided(&desk), [file]);
    let matrix = Matrix::of(&desk.workbook, at("2026-03-20T09:00:00Z").date_naive());
    assert_eq!(matrix.totals.unplaced, 1);
    // Nobody knows whether it is true: it is no open concern.
    assert_eq!(desk.workbook.publication_bars(&case("case-1")), []);
    let all = [FileDecision::TrustSigner, FileDecision::RefuseSigner, FileDecision::KeepApart];
    assert_eq!(desk.workbook.decisions_on(&file), all);

    let mut trusting = Desk { workbook: desk.workbook.clone(), batch: desk.batch };
    let why = "Read back by telephone.";
    trusting.workbook.decide_on(&file, FileDecision::TrustSigner, why, &stamp()).unwrap();
    assert_eq!(trusting.workbook.untrusted_concerns(), []);
    assert_eq!(trusting.workbook.concerns().len(), 1);

    // To refuse the signer leaves open what becomes of the child.
    desk.workbook.refuse_signer(signer, &slot("csc"), "Nobody knows them.", &stamp()).unwrap();
    assert_eq!(desk.workbook.untrusted_concerns().len(), 1);
    let why = "The school saw the child today.";
    desk.workbook.decide_on(&file, FileDecision::KeepApart, why, &stamp()).unwrap();
    assert_eq!(desk.workbook.untrusted_concerns(), []);
    assert_eq!(undecided(&desk), []);
    let lines = file_lines(&desk.workbook);
    assert_eq!(lines[0].group, FileGroup::StaysApart);
}

#[test]
fn c05_a_concern_told_with_an_invitation_that_was_revoked_is_shown_once() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = worried(&desk);
    let file = notice(&desk, &draft, "2026-03-02T09:05:00Z", &key());
    desk.imports(&file);
    arrives(&mut desk, draft, "2026-03-05T09:00:00Z");
    assert_eq!(desk.workbook.untrusted_concerns(), []);
    desk.workbook.note_invitation(&slot("csc"), Hash::of(b"csc"), &stamp());
    let fresh = crate::envelope::EnrolmentSecret::from_bytes([9; 32]);
    let reason = "It went to a wrong address.";
    desk.workbook.revoke_invitation(&slot("csc"), fresh, false, reason, &stamp()).unwrap();
    assert_eq!(desk.workbook.concerns(), []);
    let [told] = &desk.workbook.untrusted_concerns()[..] else { panic!("one concern") };
    assert!(desk.workbook.register().entry(&told.file).is_some(), "the return says it last");
}
