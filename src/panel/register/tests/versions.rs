//! Of several files of one place, which counts, whatever the order in which they come.

use proptest::prelude::*;

use super::*;
use crate::panel::Event;

fn states(workbook: &Workbook) -> Vec<(Hash, EntryState)> {
    workbook.register().entries().map(|(file, entry)| (*file, entry.state.clone())).collect()
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
