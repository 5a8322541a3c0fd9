//! Admission, told by the files that arrive.

use proptest::prelude::*;

use super::*;
use crate::audit_return::Return;
use crate::envelope::Hash;
use crate::panel::fixture::*;
use crate::panel::{Event, JudgementState, Subject, Workbook};

fn states(workbook: &Workbook) -> Vec<(Hash, EntryState)> {
    workbook.register().entries().map(|(file, entry)| (*file, entry.state.clone())).collect()
}

fn judged(desk: &mut Desk, case_ref: &str) {
    let subject = Subject { case: case(case_ref), area: Some(area("risk")) };
    desk.workbook.record_judgement(subject, decision("good"), &stamp()).unwrap();
}

#[test]
fn v01_returns_of_two_slots_of_one_agency_stand_side_by_side() {
    let mut desk = Desk::with(&["case-1"]);
    for slot in ["health.hv", "health.sn"] {
        assert_eq!(desk.graded(slot, "case-1", "good").outcome, ImportOutcome::Admitted);
    }
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 2);
}

#[test]
fn ec32_a_return_that_comes_with_marks_says_how_many_texts_practitioners_must_not_read() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let draft = |desk: &Desk, case_ref| Return {
        general_comments: "A neighbour told us.".into(),
        good_practice_to_share: vec!["Siblings were seen together.".into()],
        ..desk.draft("csc", case_ref)
    };
    let open = draft(&desk, "case-1");
    assert_eq!(desk.import(open).notes, []);
    let do_not_disclose = vec!["general-comments".into(), "good-practice".into()];
    let marked = Return { do_not_disclose, ..draft(&desk, "case-2") };
    let row = desk.import(marked);
    assert_eq!(row.notes, [RowNote::Marked { texts: 2 }]);
    assert!(!row.asks(), "there is nothing to do");
    let said = row.notes[0].sentence();
    assert!(said.contains("2 texts that practitioners must not read"), "{said}");
}

#[test]
fn v02_the_same_pile_again_changes_nothing() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let pile = [
        desk.draft("csc", "case-1"),
        desk.draft("police", "case-2"),
        desk.draft("csc", "case-1").corrected(),
    ];
    pile.iter().for_each(|audit_return| {
        desk.import(audit_return.clone());
    });
    let before = desk.workbook.register().clone();
    for audit_return in &pile {
        let row = desk.import(audit_return.clone());
        assert!(matches!(row.outcome, ImportOutcome::Duplicate { .. }), "{row:?}");
        assert_eq!(row.notes, []);
    }
    assert_eq!(*desk.workbook.register(), before);
}

#[test]
fn v02_the_same_signed_bytes_in_another_wrapping_are_a_duplicate() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.graded("csc", "case-1", "good").file.unwrap();
    let draft = desk.draft("csc", "case-1").grade("risk", "good");
    let again = arriving(draft, &key_of("csc").public_key().thumbprint());
    let rewrapped = OpenedFile { file: Some(Hash::of(b"with a space more")), ..again };
    assert_eq!(desk.admit(rewrapped).outcome, ImportOutcome::Duplicate { of: first });
}

#[test]
fn v02_a_return_that_nothing_here_opens_is_read_from_another_file_with_the_same_signed_bytes() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("csc", "case-1").grade("risk", "good");
    let first = desk.import(draft.clone()).file.unwrap();
    judged(&mut desk, "case-1");
    // As a deputy opens it, whose key the first file was not sealed to.
    desk.workbook = Workbook::from_record(desk.workbook.record().clone());
    assert_eq!(desk.workbook.counting_unread().count(), 1);
    for name in ["sealed anew", "and once more"] {
        let again = arriving(draft.clone(), &key_of("csc").public_key().thumbprint());
        let sealed_anew = OpenedFile { file: Some(Hash::of(name.as_bytes())), ..again.clone() };
        let mut desk = Desk { workbook: desk.workbook.clone(), batch: desk.batch };
        let row = desk.admit(sealed_anew.clone());
        assert_eq!(
            (&row.outcome, row.keeps_file()),
            (&ImportOutcome::Duplicate { of: first }, true)
        );
        assert_eq!(row.notes, [RowNote::ReadAgain]);
        assert_eq!(desk.workbook.counting_unread().count(), 0);
        assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 1);
        let judgement = desk.workbook.judgement(&on_area("case-1", "risk")).unwrap();
        assert_eq!(desk.workbook.state_of(judgement), JudgementState::Stands);
        // A third one brings nothing new.
        let third = OpenedFile { file: Some(Hash::of(b"a third")), ..again };
        let row = desk.admit(third);
        assert!(
            matches!(row.outcome, ImportOutcome::Duplicate { .. }) && !row.keeps_file(),
            "{row:?}"
        );
        assert_eq!(row.notes, []);
        // Opened again, the second file alone is read.
        let mut later = Workbook::from_record(desk.workbook.record().clone());
        later.restore(sealed_anew).unwrap();
        assert_eq!((later.counting_unread().count(), later.unread_files()), (0, 0));
        assert_eq!(later.current_of_case(&case("case-1")).count(), 1);
    }
}

#[test]
fn v03_a_correction_replaces_the_version_that_it_names() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    let row = desk.import(first.corrected().grade("risk", "adequate"));
    assert_eq!(row.outcome, ImportOutcome::Replaces { version: 1 });
    let [(_, _, counts)] = desk.workbook.current_of_case(&case("case-1")).collect::<Vec<_>>()[..]
    else {
        panic!("one return counts")
    };
    assert_eq!(counts.version, 2);
}

#[test]
fn v03_a_correction_waits_for_the_version_that_it_names() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1");
    assert_eq!(desk.import(first.corrected()).outcome, ImportOutcome::Held);
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);
    let row = desk.import(first);
    assert_eq!(row.outcome, ImportOutcome::Older { counting: 2 });
    assert_eq!(row.notes, [RowNote::Releases { version: 2 }]);
}

#[test]
fn v03_of_two_second_versions_the_coordinator_chooses_and_says_why() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1");
    desk.import(first.clone());
    let here = desk.import(first.corrected().grade("risk", "good")).file.unwrap();
    let row = desk.import(first.corrected().grade("risk", "inadequate"));
    assert_eq!(row.outcome, ImportOutcome::Conflict);
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0, "neither counts");

    let no_reason = desk.workbook.choose_version(&here, " ", &stamp());
    assert_eq!(no_reason, Err(DecisionError::NoReason));
    desk.workbook.choose_version(&here, "The auditor confirmed it.", &stamp()).unwrap();
    let current: Vec<_> = desk.workbook.current_of_case(&case("case-1")).collect();
    assert_eq!(current.iter().map(|(_, file, _)| *file).collect::<Vec<_>>(), [here]);
    let again = desk.workbook.choose_version(&here, "Again.", &stamp());
    assert_eq!(again, Err(DecisionError::NothingToDecide));
}

#[test]
fn v04_a_replacement_after_judgement_reopens_that_case_only() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    desk.graded("csc", "case-2", "good");
    judged(&mut desk, "case-1");
    judged(&mut desk, "case-2");

    let row = desk.import(first.corrected().grade("risk", "inadequate"));
    assert!(row.notes.contains(&RowNote::Reopens { judgements: 1 }), "{row:?}");
    let states: Vec<bool> = desk
        .workbook
        .judgements()
        .iter()
        .map(|one| desk.workbook.state_of(one) == crate::panel::JudgementState::Stands)
        .collect();
    assert_eq!(states, [false, true]);
    let logged =
        |event: &Event| matches!(event, Event::Reopened { case: of, .. } if *of == case("case-1"));
    assert!(desk.workbook.log().entries().iter().any(|entry| logged(&entry.event)));

    judged(&mut desk, "case-1");
    let latest = desk.workbook.judgements().last().unwrap();
    assert_eq!(desk.workbook.state_of(latest), crate::panel::JudgementState::Stands);
}

#[test]
fn v04_a_first_return_after_judgement_reopens_nothing() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    judged(&mut desk, "case-1");
    let row = desk.graded("police", "case-1", "good");
    assert_eq!(row.notes, [RowNote::JudgedWithout { judgements: 1 }]);
    let judgement = &desk.workbook.judgements()[0];
    assert_eq!(desk.workbook.state_of(judgement), crate::panel::JudgementState::Stands);
}

#[test]
fn v05_a_late_return_is_admitted_and_flagged() {
    let mut desk = Desk::with(&["case-1"]);
    let row = desk.admit(signed_off_at(desk.draft("csc", "case-1"), "2026-03-12T09:00:00Z"));
    assert_eq!(row.outcome, ImportOutcome::Admitted);
    let late = Late { days: 2, basis: LateBasis::Signed };
    assert_eq!(row.notes, [RowNote::Late(late)]);
}

#[test]
fn v05_a_correction_of_a_return_that_came_in_time_is_not_told_as_late() {
    for (first_signed, is_late) in [("2026-03-09", false), ("2026-03-12", true)] {
        let mut desk = Desk::with(&["case-1"]);
        let first = desk.draft("csc", "case-1").grade("risk", "good");
        let second = first.corrected().grade("risk", "adequate");
        let rows = [(first, first_signed), (second, "2026-03-18")]
            .map(|(version, day)| desk.admit(signed_off_at(version, &format!("{day}T09:00:00Z"))));
        let is_told = |row: &ImportRow| row.notes.iter().any(|one| matches!(one, RowNote::Late(_)));
        let told: Vec<bool> = rows.iter().map(is_told).collect();
        assert_eq!(told, [is_late, is_late], "{rows:?}");
    }
}

#[test]
fn v06_a_signer_without_proof_is_kept_apart_until_a_person_trusts_the_key() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("police", "case-1");
    let row = desk.admit(intercepted(draft));
    let signer = stranger();
    let because = vec![QuarantineReason::UnknownSigner { signer }];
    assert_eq!(row.outcome, ImportOutcome::Quarantined { because });
    assert!(row.keeps_file());
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);

    // Trust in a key reaches no further than one slot.
    let changed = desk.workbook.trust_signer(signer, &slot("csc"), "Read back.", &stamp());
    assert_eq!(changed, Ok(vec![]));
    let changed = desk.workbook.trust_signer(signer, &slot("police"), "Read back.", &stamp());
    assert_eq!(changed, Ok(vec![row.file.unwrap()]));
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 1);
}

#[test]
fn v06_a_refused_key_is_refused_even_with_the_secret() {
    let mut desk = Desk::with(&["case-1"]);
    let row = desk.graded("police", "case-1", "good");
    let signer = key_of("police").public_key().thumbprint();
    let changed =
        desk.workbook.refuse_signer(signer, &slot("police"), "The laptop was stolen.", &stamp());
    assert_eq!(changed, Ok(vec![row.file.unwrap()]));
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);
}

#[test]
fn v06_an_altered_file_is_kept_apart_with_the_key_that_it_names() {
    let mut desk = Desk::with(&["case-1"]);
    let claimed = Some(key_of("csc").public_key().thumbprint());
    let altered = OpenedFile {
        name: "csc.json".into(),
        file: Some(Hash::of(b"altered")),
        content: Err(Unopened::SignatureWrong(claimed)),
    };
    let row = desk.admit(altered.clone());
    let because = vec![QuarantineReason::SignatureWrong { claimed }];
    assert_eq!(row.outcome, ImportOutcome::Quarantined { because });
    assert_eq!(row.signer, claimed);
    let of = Hash::of(b"altered");
    assert_eq!(desk.admit(altered).outcome, ImportOutcome::Duplicate { of });
    let chosen = desk.workbook.choose_version(&of, "It looks right.", &stamp());
    assert_eq!(chosen, Err(DecisionError::NothingToDecide), "nothing can make it count");
}

#[test]
fn v07_another_version_of_the_tool_is_kept_apart() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1");
    draft.tool.hash = Hash::of(b"edited");
    let row = desk.import(draft);
    assert_eq!(row.token(), "other-tool");
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);
}

#[test]
fn a01_what_the_plan_does_not_expect_is_kept_apart_by_name() {
    let desk = Desk::with(&["case-1", "case-2"]);
    let mut plan = desk.workbook.plan().clone();
    plan.slots[1].cases = vec![case("case-1")]; // the police are asked about one case only
    let mut narrowed = Desk::of(plan.clone());
    let draft = |slot: &str, case: &str| desk.draft(slot, case);
    let with = |change: fn(&mut Return)| {
        let mut audit_return = draft("csc", "case-1");
        change(&mut audit_return);
        audit_return
    };
    let rows = [
        (with(|one| one.case_ref = case("case-9")), NotInvited::Case),
        (with(|one| one.agency.slot = slot("csc.2")), NotInvited::Slot),
        (with(|one| one.agency.id = "police".parse().unwrap()), NotInvited::Agency),
        (with(|one| one.agency.kind = "health".parse().unwrap()), NotInvited::Agency),
        (draft("police", "case-2"), NotInvited::CaseOfSlot),
    ];
    for (audit_return, want) in rows {
        let row = narrowed.import(audit_return);
        let ImportOutcome::Quarantined { because } = &row.outcome else { panic!("{row:?}") };
        assert_eq!(because[0], QuarantineReason::NotInvited(want));
    }
    // Once the plan expects it, the very same file counts.
    plan.slots[1].cases.push(case("case-2"));
    let changed = narrowed.workbook.change_plan(plan, "Asked by telephone.", &stamp()).unwrap();
    assert_eq!(changed.len(), 1);
    assert_eq!(narrowed.workbook.current_of_case(&case("case-2")).count(), 1);
}

#[test]
fn a_return_of_another_round_is_refused_and_not_kept() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1");
    draft.round.id = "round-2".parse().unwrap();
    draft.round.title = "Another round".into();
    let row = desk.import(draft);
    let refusal = Refusal::WrongRound { title: "Another round".into() };
    assert_eq!(row.outcome, ImportOutcome::Refused(refusal));
    assert!(!row.keeps_file());
    assert_eq!(desk.workbook.register().entries().count(), 0);
}

#[test]
fn a_signed_return_that_breaks_rules_counts_only_once_accepted() {
    let mut desk = Desk::with(&["case-1"]);
    let key = key_of("csc").public_key().thumbprint();
    let mut opened = arriving(desk.draft("csc", "case-1"), &key);
    let block =
        Block { rule: "G-03".into(), place: "risk-grade".into(), message: "Not here.".into() };
    opened.content.as_mut().unwrap().blocks = vec![block.clone()];
    let row = desk.admit(opened);
    let because = vec![QuarantineReason::BreaksRules { blocks: vec![block] }];
    assert_eq!(row.outcome, ImportOutcome::Quarantined { because });
    let file = row.file.unwrap();
    let accepted = desk.workbook.accept_content(&file, "An older program made it.", &stamp());
    assert_eq!(accepted, Ok(vec![file]));
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 1);
}

#[test]
fn v09_a_return_for_a_withdrawn_case_is_kept_and_says_so() {
    let mut desk = Desk::with(&["case-1"]);
    desk.workbook.take_out(&case("case-1"), "Family moved", None, &stamp()).unwrap();
    let row = desk.graded("csc", "case-1", "good");
    assert_eq!(row.outcome, ImportOutcome::Admitted);
    assert_eq!(row.notes, [RowNote::CaseWithdrawn]);
}

#[test]
fn v10_an_import_taken_back_leaves_no_trace_in_the_register() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    judged(&mut desk, "case-1");
    let before = states(&desk.workbook);
    desk.batch = desk.workbook.begin_import(&stamp());
    desk.import(first.corrected());
    desk.graded("police", "case-1", "good");
    let gone = desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(gone.len(), 2);
    assert_eq!(states(&desk.workbook), before);
    let judgement = &desk.workbook.judgements()[0];
    assert_eq!(desk.workbook.state_of(judgement), crate::panel::JudgementState::Stands);
    let again = desk.workbook.undo_import(desk.batch, &stamp());
    assert_eq!(again, Err(DecisionError::UnknownImport));
}

#[test]
fn every_outcome_finds_its_words() {
    let rows = [
        ImportOutcome::Admitted,
        ImportOutcome::Held,
        ImportOutcome::Conflict,
        ImportOutcome::Refused(Refusal::UnsignedDraft),
        ImportOutcome::Refused(Refusal::NotOurs),
        ImportOutcome::Quarantined {
            because: vec![QuarantineReason::SignatureWrong { claimed: None }],
        },
    ];
    let titles: std::collections::BTreeSet<String> =
        rows.iter().map(|outcome| outcome.wording().title.into_owned()).collect();
    assert_eq!(titles.len(), rows.len(), "each has its own title: {titles:?}");
}

/// Files of one place: a tree of versions, some of a stranger.
fn pile() -> impl Strategy<Value = Vec<OpenedFile>> {
    let parent = (0..6_usize, 0..4_u8, any::<bool>());
    proptest::collection::vec(parent, 1..7).prop_map(|growth| {
        let desk = Desk::with(&["case-1"]);
        let mut versions = vec![desk.draft("csc", "case-1")];
        let mut files = Vec::new();
        for (at, (parent, mark, known)) in growth.into_iter().enumerate() {
            let mut next = match mark {
                0 => desk.draft("csc", "case-1"),
                _ => versions[parent % versions.len()].corrected(),
            };
            next.general_comments = format!("{at} {mark}");
            files.push(if known || mark > 1 {
                arriving(next.clone(), &key_of("csc").public_key().thumbprint())
            } else {
                intercepted(next.clone())
            });
            versions.push(next);
        }
        files
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn v03_the_order_of_import_does_not_matter(
        (pile, order) in pile().prop_flat_map(|pile| {
            let order = Just((0..pile.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(pile), order)
        })
    ) {
        let mut in_order = Desk::with(&["case-1"]);
        let mut shuffled = Desk::with(&["case-1"]);
        for opened in &pile {
            in_order.admit(opened.clone());
        }
        for at in order {
            shuffled.admit(pile[at].clone());
        }
        prop_assert_eq!(states(&in_order.workbook), states(&shuffled.workbook));
    }
}

#[test]
fn v10_a_choice_goes_with_the_import_that_brought_what_was_chosen() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("csc", "case-1");
    let first = desk.import(draft.clone().grade("risk", "good")).file.unwrap();
    desk.batch = desk.workbook.begin_import(&stamp());
    let second = desk.import(draft.grade("risk", "adequate")).file.unwrap();
    desk.workbook.choose_version(&second, "The corrected one.", &stamp()).unwrap();
    assert_eq!(desk.workbook.register().entry(&first).unwrap().state, EntryState::SetAside);
    desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
    assert_eq!(desk.workbook.register().entry(&first).unwrap().state, EntryState::Current);
}
