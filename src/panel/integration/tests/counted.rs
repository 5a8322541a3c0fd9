//! N-19 to N-21: cases counted by grade, those without one named, and patterns between agencies.

use super::*;

#[test]
fn n19_n20_what_is_not_judged_leaves_the_denominator_and_says_why() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"]);
    desk.graded("csc", "case-1", "good");
    desk.graded("csc", "case-2", "inadequate");
    let nil = desk.draft("csc", "case-3").nil();
    let none = desk.draft("csc", "case-4").no_grade("risk", NonGrade::NotApplicable);
    desk.import(nil);
    desk.import(none);
    desk.graded("csc", "case-5", "good");
    judge(&mut desk.workbook, "case-2", graded("adequate"));
    judge(&mut desk.workbook, "case-5", Verdict::NotJudged);
    desk.workbook.take_out(&case("case-6"), "Moved away", None, &stamp()).unwrap();

    let risk = distribution(&desk.workbook, Some(&area("risk")));
    let counts: Vec<(&str, usize)> =
        risk.rows.iter().map(|row| (row.label.as_str(), row.cases.len())).collect();
    assert_eq!(counts, [("good", 1), ("adequate", 1), ("inadequate", 0)]);
    assert_eq!((risk.judged, risk.of, risk.suggested()), (2, 5, 1));
    assert!(!risk.is_final());
    let why: Vec<_> = risk.not_judged.iter().map(|(case, why)| (case.as_str(), *why)).collect();
    let expected = [
        ("case-3", NotJudged::NotGraded(NotGraded::NilReturnsOnly)),
        ("case-4", NotJudged::NotGraded(NotGraded::NobodyGraded)),
        ("case-5", NotJudged::ByThePanel),
    ];
    assert_eq!(why, expected);
}

#[test]
fn v04_a_case_whose_judgement_is_open_again_is_counted_as_such() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    judge(&mut desk.workbook, "case-1", graded("good"));
    assert!(distribution(&desk.workbook, Some(&area("risk"))).is_final());
    desk.import(first.corrected().grade("risk", "inadequate"));
    let risk = distribution(&desk.workbook, Some(&area("risk")));
    assert_eq!(risk.rows[0].cases, [(case("case-1"), Basis::ReopenedJudgement)]);
    assert!(!risk.is_final());
}

#[test]
fn v04_a_decision_not_to_judge_that_is_open_again_waits_for_another() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    judge(&mut desk.workbook, "case-1", Verdict::NotJudged);
    let told = |desk: &Desk| {
        let risk = distribution(&desk.workbook, Some(&area("risk")));
        (risk.not_judged.clone(), risk.waits())
    };
    let not_judged = |why| vec![(case("case-1"), why)];
    assert_eq!(told(&desk), (not_judged(NotJudged::ByThePanel), false));
    desk.import(first.corrected().grade("risk", "inadequate"));
    assert_eq!(told(&desk), (not_judged(NotJudged::NotYet), true));
    judge(&mut desk.workbook, "case-1", Verdict::NotJudged);
    assert_eq!(told(&desk), (not_judged(NotJudged::ByThePanel), false));
    judge(&mut desk.workbook, "case-1", Verdict::Deferred);
    assert_eq!(told(&desk), (not_judged(NotJudged::Deferred), true));
}

#[test]
fn n21_a_pattern_is_shown_from_five_cases_on() {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5"];
    let mut desk = Desk::with(&cases);
    for case_ref in cases {
        desk.graded("csc", case_ref, "good");
    }
    for (case_ref, police) in cases.into_iter().zip(["good", "adequate", "adequate", "good"]) {
        desk.graded("police", case_ref, police);
    }
    for case_ref in cases {
        judge(&mut desk.workbook, case_ref, graded("adequate"));
    }
    let found = n21_calibration(&desk.workbook);
    let of = |id: &str| found.iter().find(|one| one.agency.as_str() == id).unwrap();
    let csc = Pattern { better: 5, same: 0, poorer: 0 };
    assert_eq!((of("csc").cases, of("csc").pattern), (5, Some(csc)));
    assert_eq!((of("police").cases, of("police").pattern), (4, None), "suppressed below five");
    assert_eq!((of("school").cases, of("school").pattern), (0, None));
    assert_eq!(csc.compared(), 5);
}
