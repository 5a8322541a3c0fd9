use super::*;
use crate::audit_return::Return;
use crate::panel::LateBasis;
use crate::panel::fixture::*;

fn of(desk: &Desk) -> Matrix {
    Matrix::of(&desk.workbook, "2026-03-20".parse().unwrap())
}

fn cell_of<'a>(matrix: &'a Matrix, slot: &str, case: &str) -> &'a Cell {
    let at = matrix.columns.iter().position(|column| column.slot.as_str() == slot).unwrap();
    let row = matrix.rows.iter().find(|row| row.case.as_str() == case).unwrap();
    &row.cells[at]
}

#[test]
fn k02_every_cell_says_what_has_come() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    desk.graded("csc", "case-1", "good");
    let nil = desk.draft("police", "case-1").nil();
    desk.import(nil);
    let first = desk.draft("school", "case-1");
    desk.import(first.corrected());
    for grade in ["good", "inadequate"] {
        desk.graded("health.hv", "case-1", grade);
    }
    desk.admit(from_a_stranger(desk.draft("health.sn", "case-1")));

    let mut unknown = desk.draft("csc", "case-2");
    unknown.case_ref = case("case-9");
    desk.import(unknown);

    let matrix = of(&desk);
    let received = Received { version: 1, late: None };
    let expected = CellState::Expected { overdue: true };
    assert_eq!(cell_of(&matrix, "csc", "case-1").state, CellState::Received(received));
    assert_eq!(cell_of(&matrix, "police", "case-1").state, CellState::Nil(received));
    assert_eq!(cell_of(&matrix, "health.hv", "case-1").state, CellState::Conflict);
    let held = Cell { state: expected, held: 1, ..Cell::default() };
    assert_eq!(*cell_of(&matrix, "school", "case-1"), held);
    let quarantined = Cell { state: expected, quarantined: 1, ..Cell::default() };
    assert_eq!(*cell_of(&matrix, "health.sn", "case-1"), quarantined);
    let totals = Totals {
        asked: 10,
        received: 1,
        nil: 1,
        conflict: 1,
        expected: 7,
        overdue: 7,
        quarantined: 1,
        held: 1,
        unplaced: 1,
        ..Totals::default()
    };
    assert_eq!(matrix.totals, totals);
}

#[test]
fn ec03_a_nil_return_has_come_wherever_returns_are_counted() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
    desk.graded("csc", "case-1", "good");
    for (slot, case) in [("police", "case-1"), ("police", "case-2"), ("school", "case-3")] {
        let nil = desk.draft(slot, case).nil();
        desk.import(nil);
    }
    desk.workbook.take_out(&case("case-3"), "Wrong theme", None, &stamp()).unwrap();
    let matrix = of(&desk);
    let came: Vec<(usize, usize)> =
        matrix.rows.iter().map(|row| (row.totals().came(), row.totals().nil)).collect();
    assert_eq!(came, [(2, 1), (1, 1), (0, 0)], "a case that was withdrawn counts no more");
    let totals = matrix.totals;
    assert_eq!((totals.came(), totals.nil), (3, 2));
    // What has come and what has not make up what was asked for, and the reminders ask for no more than that.
    let missing = totals.expected + totals.conflict + totals.declined + totals.gone_without;
    assert_eq!(totals.came() + missing, totals.asked);
    let owed = matrix.outstanding.iter().flat_map(|agency| &agency.returns);
    assert_eq!(owed.map(|(_, cases)| cases.len()).sum::<usize>(), totals.expected);
    let counting = desk.workbook.plan().open_cases().map(|case| &case.case_ref);
    let counting = counting.flat_map(|case| desk.workbook.current_of_case(case));
    assert_eq!(counting.count(), totals.came(), "documents read the same returns");
}

#[test]
fn k02_what_each_agency_owes_is_listed_by_slot() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    for slot in ["csc", "police", "school", "health.hv"] {
        desk.graded(slot, "case-1", "good");
        desk.graded(slot, "case-2", "good");
    }
    desk.graded("health.sn", "case-1", "good");
    let owed = of(&desk).outstanding;
    let [health] = &owed[..] else { panic!("{owed:?}") };
    assert_eq!(health.agency.as_str(), "health");
    assert_eq!(health.returns, [(slot("health.sn"), vec![case("case-2")])]);
}

/// Imports a return of children's social care that was signed on a day; due is the 10th.
fn signed_on(desk: &mut Desk, audit_return: Return, day: &str) {
    desk.admit(signed_off_at(audit_return, &[day, "T09:00:00Z"].concat()));
}

#[test]
fn v05_a_return_that_came_in_time_is_not_late_by_being_corrected() {
    let late = |days| Some(Late { days, basis: LateBasis::Signed });
    let rows = [
        ("2026-03-09", "2026-03-18", None),
        ("2026-03-12", "2026-03-18", late(2)),
        // A clock that was set right since does not make it later either.
        ("2026-03-18", "2026-03-12", late(2)),
    ];
    for (first, second, want) in rows {
        let mut desk = Desk::with(&["case-1"]);
        let draft = desk.draft("csc", "case-1").grade("risk", "good");
        signed_on(&mut desk, draft.clone(), first);
        signed_on(&mut desk, draft.corrected().grade("risk", "adequate"), second);
        let matrix = of(&desk);
        let received = CellState::Received(Received { version: 2, late: want });
        assert_eq!(cell_of(&matrix, "csc", "case-1").state, received);
        assert_eq!(matrix.totals.late, usize::from(want.is_some()));
    }
}

#[test]
fn v05_a_version_that_never_counted_makes_no_return_come_in_time() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("csc", "case-1");
    desk.admit(from_a_stranger(draft.clone()));
    signed_on(&mut desk, draft, "2026-03-12");
    let matrix = of(&desk);
    let cell = cell_of(&matrix, "csc", "case-1");
    let late = Some(Late { days: 2, basis: LateBasis::Signed });
    assert_eq!(cell.state, CellState::Received(Received { version: 1, late }));
    assert_eq!(cell.quarantined, 1);
}

#[test]
fn v09_a_withdrawn_case_is_owed_by_nobody() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    desk.graded("csc", "case-1", "good");
    desk.workbook.take_out(&case("case-1"), "Wrong theme", None, &stamp()).unwrap();
    let matrix = of(&desk);
    assert_eq!(cell_of(&matrix, "csc", "case-1").state, CellState::Withdrawn { received: true });
    assert_eq!(matrix.totals.asked, 5);
    assert_eq!(matrix.totals.withdrawn_cases, 1);
}

#[test]
fn v06_a_file_that_stays_apart_for_good_is_nothing_to_look_at_any_more() {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("police", "case-1");
    let strange = desk.admit(from_a_stranger(draft)).file.unwrap();
    let altered = Hash::of(b"altered");
    desk.admit(crate::panel::OpenedFile {
        name: "altered.json".into(),
        file: Some(altered),
        content: Err(crate::panel::Unopened::SignatureWrong(None)),
    });
    let to_look_at = |desk: &Desk| {
        let matrix = of(desk);
        let beside = cell_of(&matrix, "police", "case-1").quarantined;
        (beside, matrix.totals.quarantined, matrix.totals.unplaced)
    };
    assert_eq!(to_look_at(&desk), (1, 1, 1));
    for file in [strange, altered] {
        desk.workbook.keep_apart(&file, "Nobody knows the sender.", &stamp()).unwrap();
    }
    assert_eq!(to_look_at(&desk), (0, 0, 0));
}
