use super::*;
use crate::audit_return::{
    ConcernKind, Return, WithdrawnBy, concern_notice, to_countersign, to_sign, withdrawal,
};
use crate::envelope::{OpeningKey, SoftwareKey, Unsigned};
use crate::panel::expectation::{Gap, k02_gaps};
use crate::panel::fixture::*;
use crate::panel::{
    CellState, FileDecision, FileGroup, ImportRow, JudgementState, Matrix, RowNote, SecondHolder,
    Subject, TakenBack, file_lines,
};

fn key() -> SoftwareKey {
    key_of("csc")
}

/// The return of children's social care, signed as its auditor's own program does.
fn signed(desk: &Desk, draft: &Return) -> Vec<u8> {
    let opened = arriving(draft.clone(), &key().public_key().thumbprint());
    let sign_off = opened.content.unwrap().audit_return().sign_off.clone().unwrap();
    let invitation = desk.workbook.invitation(&draft.agency.slot).unwrap();
    let (_, unsigned) = to_sign(draft, sign_off, &invitation, &key().public_key()).unwrap();
    finished(&unsigned, &key())
}

fn finished(unsigned: &Unsigned, key: &SoftwareKey) -> Vec<u8> {
    unsigned.signed(&key.sign(unsigned.signing_input())).unwrap()
}

fn draft(desk: &Desk) -> Return {
    desk.draft("csc", "case-1").grade("risk", "good")
}

/// A draft in which somebody noticed something at nine.
fn worried(desk: &Desk) -> Return {
    let mut draft = draft(desk);
    draft.immediate_concerns.push(ImmediateConcern {
        noticed_at: Some(at("2026-03-02T09:00:00Z")),
        kind: Some(ConcernKind::ChildAtRisk),
        text: "Nobody has seen the child for two weeks.".into(),
        ..ImmediateConcern::begin(ItemId::new("i1").unwrap())
    });
    draft
}

fn notice(desk: &Desk, draft: &Return, time: &str, key: &SoftwareKey) -> Vec<u8> {
    let invitation = desk.workbook.invitation(&draft.agency.slot).unwrap();
    let item = ItemId::new("i1").unwrap();
    let made = concern_notice(draft, &item, at(time), &invitation, &key.public_key());
    finished(&made.unwrap().unwrap().1, key)
}

/// The signed version is taken back.
fn taken_back(desk: &Desk, draft: &Return, file: &[u8]) -> Vec<u8> {
    let opened = desk.workbook.opener().open("csc.json", file).content.unwrap();
    let invitation = desk.workbook.invitation(&draft.agency.slot).unwrap();
    let by = WithdrawnBy {
        role: "Service manager".into(),
        name: "Auditor 1".into(),
        reason: "It is about another child.".into(),
        at: at("2026-03-09T12:00:00Z"),
    };
    let made = withdrawal(draft, opened.payload, by, &invitation, &key().public_key());
    finished(&made.unwrap().unwrap().1, &key())
}

impl Desk {
    fn imports(&mut self, bytes: &[u8]) -> ImportRow {
        let opened = self.workbook.opener().open("csc.json", bytes);
        // These small returns break rules on purpose; what they say is not asked here.
        self.admit(without_blocks(opened))
    }

    fn counting(&self) -> usize {
        self.workbook.current_of_case(&case("case-1")).count()
    }
}

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

#[test]
fn v06_a_notice_by_a_stranger_waits_for_a_person() {
    let mut desk = Desk::with(&["case-1"]);
    let stranger = key_of("a stranger");
    let mut invitation = desk.workbook.invitation(&slot("csc")).unwrap();
    invitation.secret = crate::envelope::EnrolmentSecret::from_bytes([0; 32]);
    let item = ItemId::new("i1").unwrap();
    let time = at("2026-03-02T09:05:00Z");
    let made = concern_notice(&worried(&desk), &item, time, &invitation, &stranger.public_key());
    let file = finished(&made.unwrap().unwrap().1, &stranger);
    let signer = stranger.public_key().thumbprint();
    let because = vec![QuarantineReason::UnknownSigner { signer }];
    assert_eq!(desk.imports(&file).outcome, ImportOutcome::Quarantined { because });
    assert_eq!(desk.workbook.concerns(), []);
    desk.workbook.trust_signer(signer, &slot("csc"), "By telephone", &stamp()).unwrap();
    assert_eq!(desk.workbook.concerns().len(), 1);
}

#[test]
fn a_withdrawn_return_no_longer_counts_until_it_is_corrected() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    desk.imports(&file);
    assert_eq!(desk.counting(), 1);
    let letter = taken_back(&desk, &draft, &file);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 1 });
    assert_eq!(desk.counting(), 0);
    let state = desk.workbook.register().entry(&Hash::of(&file)).map(|entry| &entry.state);
    assert_eq!(state, Some(&EntryState::Withdrawn { by: Hash::of(&letter) }));

    let opened = desk.workbook.opener().open("csc.json", &file).content.unwrap();
    let next = crate::audit_return::correction(opened.audit_return(), opened.payload);
    let corrected = signed(&desk, &next);
    desk.imports(&corrected);
    assert_eq!(desk.workbook.current(&place()), Some(Hash::of(&corrected)));
    let letter = desk.workbook.register().letter(&Hash::of(&letter)).unwrap();
    assert_eq!(letter.state, LetterState::Overtaken);
}

#[test]
fn v01_the_matrix_says_what_is_taken_back_why_and_by_which_file() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    let letter = taken_back(&desk, &draft, &file);
    let cell = |desk: &Desk| {
        let matrix = Matrix::of(&desk.workbook, at("2026-03-10T09:00:00Z").date_naive());
        let at = matrix.columns.iter().position(|one| one.slot == slot("csc")).unwrap();
        matrix.rows[0].cells[at].clone()
    };
    desk.imports(&letter);
    assert_eq!(desk.workbook.taken_back(), [], "it takes back a return that is not here");
    desk.imports(&file);
    let expected = TakenBack {
        place: place(),
        version: 1,
        reason: "It is about another child.".into(),
        at: at("2026-03-09T12:00:00Z"),
        file: "csc.json".into(),
        hash: Hash::of(&letter),
    };
    assert_eq!(desk.workbook.taken_back(), [expected]);
    let taken = cell(&desk);
    assert_eq!(taken.taken_back, Some(Hash::of(&letter)));
    assert!(matches!(taken.state, CellState::Expected { .. }), "a return is still to come");

    let opened = desk.workbook.opener().open("csc.json", &file).content.unwrap();
    let next = crate::audit_return::correction(opened.audit_return(), opened.payload);
    let corrected = signed(&desk, &next);
    desk.imports(&corrected);
    assert_eq!(desk.workbook.taken_back(), [], "the correction counts");
    assert_eq!(cell(&desk).taken_back, None);
}

#[test]
fn a_withdrawal_waits_for_its_return_and_then_holds() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    let letter = taken_back(&desk, &draft, &file);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::WithdrawalWaiting { version: 1 });
    assert_eq!(desk.imports(&file).outcome, ImportOutcome::TakenBack);
    assert_eq!(desk.counting(), 0);
}

#[test]
fn v04_a_withdrawal_reopens_what_was_judged_and_taking_it_out_again_mends_that() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    desk.imports(&file);
    let subject = Subject { case: case("case-1"), area: Some(area("risk")) };
    desk.workbook.record_judgement(subject.clone(), decision("good"), &stamp()).unwrap();
    let stands = |desk: &Desk| {
        let judgement = desk.workbook.judgement(&subject).unwrap();
        desk.workbook.state_of(judgement) == JudgementState::Stands
    };
    assert!(stands(&desk));
    desk.batch = desk.workbook.begin_import(&stamp());
    let letter = taken_back(&desk, &draft, &file);
    desk.imports(&letter);
    assert!(!stands(&desk));
    let gone = desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(gone, [Hash::of(&letter)]);
    assert!(stands(&desk));
    assert_eq!(desk.counting(), 1);
}

fn countersigned(desk: &Desk, file: &[u8], key: &SoftwareKey) -> Vec<u8> {
    let invitation = desk.workbook.invitation(&slot("csc")).unwrap();
    let time = at("2026-03-09T15:00:00Z");
    let role = "Head of safeguarding".to_owned();
    let second =
        to_countersign(file, role, "Lead 1".into(), time, &invitation, &key.public_key()).unwrap();
    second.signed(&key.sign(second.signing_input())).unwrap()
}

#[test]
fn a07_a_second_signature_says_who_and_changes_nothing_else() {
    let mut desk = Desk::with(&["case-1"]);
    let once = signed(&desk, &draft(&desk));
    let twice = countersigned(&desk, &once, &key_of("lead"));
    desk.imports(&once);
    let before = desk.workbook.current(&place()).unwrap();
    let row = desk.imports(&twice);
    let role = "Head of safeguarding".to_owned();
    assert_eq!(row.notes, [RowNote::SignedTwice { role, holder: SecondHolder::Known }]);
    let after = desk.workbook.current(&place()).unwrap();
    assert!(desk.workbook.is_same_work(&before, &after));
    assert_eq!(desk.counting(), 1);
    assert!(!row.notes.iter().any(|note| matches!(note, RowNote::Reopens { .. })));

    // The other way round there is nothing new in the first file.
    let mut desk = Desk::with(&["case-1"]);
    desk.imports(&twice);
    let of = Hash::of(&twice);
    assert_eq!(desk.imports(&once).outcome, ImportOutcome::Duplicate { of });
}

#[test]
fn a07_a_round_that_asks_for_a_second_signature_says_when_there_is_none() {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.policy.second_sign_off = true;
    let mut desk = Desk::of(plan);
    let once = signed(&desk, &draft(&desk));
    assert_eq!(desk.imports(&once).notes, [RowNote::SecondMissing]);
}

#[test]
fn a_sealed_letter_is_opened_with_the_rounds_key() {
    let mut desk = Desk::with(&["case-1"]);
    let file = notice(&desk, &worried(&desk), "2026-03-02T09:05:00Z", &key());
    let round_key = OpeningKey::from_seed(&[5; 32]);
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let kind = crate::envelope::Kind::Concern;
    let to = [round_key.sealing_key()];
    let sealed = crate::envelope::seal(&file, kind, &to, &mut random).unwrap();
    let without = desk.workbook.opener().open("c.json", &sealed);
    let row = desk.admit(without);
    assert_eq!(row.outcome, ImportOutcome::Refused(Refusal::SealedToOthers));
    let with = desk.workbook.opener().with_keys(vec![round_key]).open("c.json", &sealed);
    assert_eq!(desk.admit(with).outcome, ImportOutcome::ConcernNoted);
    // The same letter unsealed is no other one.
    let of = Hash::of(&sealed);
    assert_eq!(desk.imports(&file).outcome, ImportOutcome::Duplicate { of });
}

#[test]
fn letters_come_back_with_the_workbook() {
    let mut desk = Desk::with(&["case-1"]);
    let file = notice(&desk, &worried(&desk), "2026-03-02T09:05:00Z", &key());
    desk.imports(&file);
    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert_eq!(again.concerns(), desk.workbook.concerns());
    let files: Vec<&Hash> = again.register().kept_files().collect();
    assert_eq!(files, [&Hash::of(&file)]);
}

fn place() -> ReturnKey {
    ReturnKey { case: case("case-1"), slot: slot("csc"), agency: "csc".parse().unwrap() }
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

/// Imports a return of children's social care that was signed then.
fn arrives(desk: &mut Desk, ret: Return, time: &str) {
    let mut opened = arriving(ret, &key().public_key().thumbprint());
    let content = opened.content.as_mut().unwrap();
    content.audit_return.sign_off.as_mut().unwrap().at = at(time);
    desk.admit(opened);
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

fn undecided(desk: &Desk) -> Vec<Hash> {
    let gaps = k02_gaps(&desk.workbook, at("2026-03-20T09:00:00Z").date_naive());
    let files = gaps.into_iter().filter_map(|gap| match gap {
        Gap::Undecided(file) => Some(file),
        Gap::Missing { .. } | Gap::Conflict(_) | Gap::NotRead(_) => None,
    });
    files.collect()
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

#[test]
fn v01_of_two_returns_in_conflict_the_one_that_is_taken_back_leaves_the_other_counting() {
    let mut desk = Desk::with(&["case-1"]);
    let one = draft(&desk);
    let other = one.clone().grade("risk", "adequate");
    let (first, second) = (signed(&desk, &one), signed(&desk, &other));
    desk.imports(&first);
    assert_eq!(desk.imports(&second).outcome, ImportOutcome::Conflict);
    let letter = taken_back(&desk, &one, &first);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 1 });
    assert_eq!(desk.workbook.current(&place()), Some(Hash::of(&second)));
    let state = &desk.workbook.register().entry(&Hash::of(&first)).unwrap().state;
    assert_eq!(*state, EntryState::Withdrawn { by: Hash::of(&letter) });
    assert_eq!(desk.workbook.taken_back(), [], "nothing is still to come");
}

#[test]
fn v01_a_return_that_is_held_is_taken_back() {
    let mut desk = Desk::with(&["case-1"]);
    let file = signed(&desk, &draft(&desk));
    let opened = desk.workbook.opener().open("csc.json", &file).content.unwrap();
    let next = crate::audit_return::correction(opened.audit_return(), opened.payload);
    let corrected = signed(&desk, &next);
    assert_eq!(desk.imports(&corrected).outcome, ImportOutcome::Held);
    let letter = taken_back(&desk, &next, &corrected);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 2 });
    assert_eq!(undecided(&desk), []);
    // What it corrected is not taken back, and was replaced all the same.
    desk.imports(&file);
    assert_eq!(desk.counting(), 0);
}

#[test]
fn v01_a_return_that_is_kept_apart_is_taken_back_and_does_not_count_once_it_is_accepted() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = draft(&desk);
    let file = signed(&desk, &draft);
    let opened = desk.workbook.opener().open("csc.json", &file);
    assert_eq!(desk.admit(opened).token(), "breaks-rules");
    let letter = taken_back(&desk, &draft, &file);
    assert_eq!(desk.imports(&letter).outcome, ImportOutcome::Withdrawn { version: 1 });
    desk.workbook.accept_content(&Hash::of(&file), "It is complete.", &stamp()).unwrap();
    assert_eq!(desk.counting(), 0);
}

#[test]
fn a07_the_file_with_the_second_signature_stands_whatever_the_order_of_the_files() {
    // Files are read in the order of their hashes, which nothing else decides: in several rounds both orders come.
    for number in 0..8 {
        let mut desk = Desk::with(&["case-1"]);
        let mut draft = draft(&desk);
        draft.general_comments = format!("Return {number}.");
        let once = signed(&desk, &draft);
        let twice = countersigned(&desk, &once, &key_of("lead"));
        desk.imports(&once);
        let row = desk.imports(&twice);
        assert_eq!(row.outcome, ImportOutcome::Admitted, "no version is replaced");
        assert_eq!(desk.workbook.current(&place()), Some(Hash::of(&twice)), "return {number}");
    }
}
