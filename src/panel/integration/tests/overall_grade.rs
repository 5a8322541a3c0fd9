//! N-16 and N-17: what the areas of a case say of its overall grade.

use super::*;

#[test]
fn n16_areas_below_good_bar_an_outstanding_case() {
    let mut desk = Desk::with(&["case-1"]);
    let graded_both = desk.draft("csc", "case-1").grade("risk", "adequate").grade("plan", "good");
    desk.import(graded_both);
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    assert_eq!(grid.areas_barring_outstanding(&scale), [&area("risk")]);

    desk.workbook.record_difference(difference("case-1")).unwrap();
    let outstanding = |desk: &mut Desk| {
        let judged = decision("outstanding");
        desk.workbook.record_judgement(on_case("case-1"), judged, &stamp()).map(|_| ())
    };
    let refused = Err(crate::panel::JudgementError::OutstandingNeedsAllGood);
    assert_eq!(outstanding(&mut desk), refused, "nothing is judged yet");
    judge(&mut desk.workbook, "case-1", graded("adequate"));
    assert_eq!(outstanding(&mut desk), refused);
}

#[test]
fn n16_v04_an_area_that_is_open_again_bars_an_outstanding_case_until_it_is_judged_anew() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good").grade("plan", "good");
    desk.import(first.clone());
    desk.workbook.record_difference(difference("case-1")).unwrap();
    let areas = |desk: &mut Desk| {
        for id in ["risk", "plan"] {
            let subject = on_area("case-1", id);
            desk.workbook.record_judgement(subject, decision("good"), &stamp()).unwrap();
        }
    };
    let outstanding = |desk: &mut Desk| {
        let judged = decision("outstanding");
        desk.workbook.record_judgement(on_case("case-1"), judged, &stamp()).map(|_| ())
    };
    areas(&mut desk);
    assert_eq!(outstanding(&mut desk), Ok(()));
    // The correction may be anything, and the areas were judged on what it replaces.
    desk.import(first.corrected().grade("risk", "inadequate"));
    let refused = Err(crate::panel::JudgementError::OutstandingNeedsAllGood);
    assert_eq!(outstanding(&mut desk), refused);
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let open = OverallConstraint::NotJudged(vec![area("risk"), area("plan")]);
    assert!(n17_constraints(&scale, &grid, &grade("good")).contains(&open));
    areas(&mut desk);
    assert_eq!(outstanding(&mut desk), Ok(()));
}

#[test]
fn n17_the_areas_of_a_case_are_shown_by_grade_and_what_an_overall_grade_contradicts() {
    let mut desk = Desk::with(&["case-1"]);
    let both = desk.draft("csc", "case-1").grade("risk", "inadequate").grade("plan", "adequate");
    desk.import(both);
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let (risk, plan) = (area("risk"), area("plan"));
    let spread: Vec<(&str, usize)> = grid
        .areas_by_grade(&scale)
        .into_iter()
        .map(|(grade, areas)| (grade.as_str(), areas.len()))
        .collect();
    assert_eq!(spread, [("outstanding", 0), ("good", 0), ("adequate", 1), ("inadequate", 1)]);

    use OverallConstraint::{BarsOutstanding, BetterThanEveryArea, InadequateAreas, NotJudged};
    let not_judged = || NotJudged(vec![risk.clone(), plan.clone()]);
    let rows = [
        (
            "outstanding",
            vec![
                BarsOutstanding(vec![risk.clone(), plan.clone()]),
                InadequateAreas(vec![risk.clone()]),
                not_judged(),
            ],
        ),
        ("good", vec![InadequateAreas(vec![risk.clone()]), BetterThanEveryArea, not_judged()]),
        ("adequate", vec![not_judged()]),
    ];
    for (grade_id, want) in rows {
        assert_eq!(n17_constraints(&scale, &grid, &grade(grade_id)), want, "{grade_id}");
    }
}

#[test]
fn n17_a_case_poorer_than_every_area_says_so() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    judge(&mut desk.workbook, "case-1", graded("good"));
    let scale = desk.workbook.plan().round.tool.scale.clone();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let found = n17_constraints(&scale, &grid, &grade("adequate"));
    assert_eq!(found, [OverallConstraint::PoorerThanEveryArea]);
}
