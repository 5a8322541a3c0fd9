//! What is said of a return that is admitted.

use super::*;

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
fn v09_a_return_for_a_withdrawn_case_is_kept_and_says_so() {
    let mut desk = Desk::with(&["case-1"]);
    desk.workbook.take_out(&case("case-1"), "Family moved", None, &stamp()).unwrap();
    let row = desk.graded("csc", "case-1", "good");
    assert_eq!(row.outcome, ImportOutcome::Admitted);
    assert_eq!(row.notes, [RowNote::CaseWithdrawn]);
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
