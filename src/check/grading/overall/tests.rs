//! One table for each rule on the case overall.

use crate::audit_return::NonGrade::{InsufficientEvidence, NotApplicable, OutsideRole};
use crate::check::Level;
use crate::check::testing::{Case, THIRTY_WORDS, assert_rows};
use crate::id::QualifierId;
use crate::tool::{GradedBy, Qualifier};

#[test]
fn g04_outstanding_overall_needs_every_graded_area_good() {
    assert_rows(
        "G-04",
        &[
            ("seven goods", |case| case.overall("outstanding"), &[]),
            (
                "one adequate (edge case 18): say which",
                |case| {
                    case.overall("outstanding");
                    case.grade("area-3", "adequate");
                },
                &[
                    "BLOCK overall-grade: Outstanding overall needs every graded area to be good or better, but “Referral” is Adequate. Choose another overall grade, or look at the areas again.",
                ],
            ),
            (
                "three poorer",
                |case| {
                    case.overall("outstanding");
                    case.grade("area-3", "adequate");
                    case.grade("area-5", "inadequate");
                    case.grade("area-8", "adequate");
                },
                &[
                    "BLOCK overall-grade: Outstanding overall needs every graded area to be good or better, but “Referral” is Adequate, “Planning” is Inadequate and “Recording” is Adequate. Choose another overall grade, or look at the areas again.",
                ],
            ),
            ("good overall", |case| case.grade("area-3", "adequate"), &[]),
            (
                "a scale without that rule asks for a reason",
                |case| {
                    case.round.tool.scale.outstanding_needs_all_good = false;
                    case.overall("outstanding");
                    case.grade("area-3", "adequate");
                },
                &[
                    "WARN overall-grade: You chose Outstanding overall, but graded “Referral” as Adequate. Check both, or say why the overall grade stands.",
                ],
            ),
            (
                "the same with an inadequate area, about which G-07 asks",
                |case| {
                    case.round.tool.scale.outstanding_needs_all_good = false;
                    case.overall("outstanding");
                    case.grade("area-5", "inadequate");
                },
                &[],
            ),
            (
                "an area that is not asked of this agency, graded all the same",
                |case| {
                    case.is_from("fire");
                    case.overall("outstanding");
                    case.grade("area-4", "adequate");
                },
                &[
                    "BLOCK overall-grade: Outstanding overall needs every graded area to be good or better, but “Assessment” is Adequate. Choose another overall grade, or look at the areas again.",
                ],
            ),
            (
                "the tool grades the case only",
                |case| {
                    case.graded_by(GradedBy::Case);
                    case.overall("outstanding");
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g05_outstanding_overall_with_an_area_that_could_not_be_graded() {
    assert_rows(
        "G-05",
        &[
            ("all graded", |case| case.overall("outstanding"), &[]),
            (
                "insufficient evidence in two",
                |case| {
                    case.overall("outstanding");
                    case.no_grade("area-2", InsufficientEvidence);
                    case.no_grade("area-8", InsufficientEvidence);
                },
                &[
                    "BLOCK overall-grade: Outstanding overall is not possible with insufficient evidence in “History” and “Recording”. Choose another overall grade.",
                ],
            ),
            (
                "no review yet (edge case 19)",
                |case| {
                    case.overall("outstanding");
                    case.no_grade("area-6", NotApplicable);
                },
                &[
                    "WARN overall-grade: You chose Outstanding overall, and “Review” is not applicable. Say why the grade still stands.",
                ],
            ),
            (
                "both",
                |case| {
                    case.overall("outstanding");
                    case.no_grade("area-2", InsufficientEvidence);
                    case.no_grade("area-6", NotApplicable);
                },
                &[
                    "BLOCK overall-grade: Outstanding overall is not possible with insufficient evidence in “History”. Choose another overall grade.",
                    "WARN overall-grade: You chose Outstanding overall, and “Review” is not applicable. Say why the grade still stands.",
                ],
            ),
            (
                "outside this agency's role",
                |case| {
                    case.overall("outstanding");
                    case.no_grade("area-6", OutsideRole);
                },
                &[],
            ),
            ("good overall", |case| case.no_grade("area-2", InsufficientEvidence), &[]),
        ],
    );
}

#[test]
fn g06_outstanding_overall_rests_on_at_least_half_of_the_areas() {
    assert_rows(
        "G-06",
        &[
            ("seven of seven", |case| case.overall("outstanding"), &[]),
            (
                "four of seven",
                |case| {
                    case.overall("outstanding");
                    for area in ["area-2", "area-3", "area-4"] {
                        case.no_grade(area, OutsideRole);
                    }
                },
                &[],
            ),
            (
                "three of seven",
                |case| {
                    case.overall("outstanding");
                    for area in ["area-2", "area-3", "area-4", "area-5"] {
                        case.no_grade(area, OutsideRole);
                    }
                },
                &[
                    "WARN overall-grade: You chose Outstanding overall with 3 of 7 areas graded. Say why that is enough.",
                ],
            ),
            (
                "an agency that is asked for three grades two",
                |case| {
                    case.is_from("fire");
                    case.overall("outstanding");
                    for area in ["area-4", "area-5", "area-6", "area-7"] {
                        case.record(area).grading = None;
                    }
                    case.no_grade("area-8", OutsideRole);
                },
                &[],
            ),
            (
                "an agency that is asked for three grades one",
                |case| {
                    case.is_from("fire");
                    case.overall("outstanding");
                    for area in ["area-4", "area-5", "area-6", "area-7"] {
                        case.record(area).grading = None;
                    }
                    case.no_grade("area-3", OutsideRole);
                    case.no_grade("area-8", OutsideRole);
                },
                &[
                    "WARN overall-grade: You chose Outstanding overall with 1 of 3 areas graded. Say why that is enough.",
                ],
            ),
            (
                "good overall, none graded",
                |case| {
                    for area in 2..=8 {
                        case.no_grade(&format!("area-{area}"), OutsideRole);
                    }
                },
                &[],
            ),
            (
                "the tool grades the case only",
                |case| {
                    case.graded_by(GradedBy::Case);
                    case.overall("outstanding");
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g07_good_overall_despite_an_inadequate_area() {
    assert_rows(
        "G-07",
        &[
            (
                "good with one inadequate",
                |case| case.grade("area-3", "inadequate"),
                &[
                    "WARN overall-grade: You chose Good overall, but graded “Referral” as Inadequate. Check both, or say why the overall grade stands.",
                ],
            ),
            (
                "outstanding with two inadequate",
                |case| {
                    case.overall("outstanding");
                    case.grade("area-3", "inadequate");
                    case.grade("area-4", "inadequate");
                },
                &[
                    "WARN overall-grade: You chose Outstanding overall, but graded “Referral” as Inadequate and “Assessment” as Inadequate. Check both, or say why the overall grade stands.",
                ],
            ),
            ("good with one adequate", |case| case.grade("area-3", "adequate"), &[]),
            (
                "adequate with one inadequate",
                |case| {
                    case.overall("adequate");
                    case.grade("area-3", "inadequate");
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g13_the_overall_grade_gives_a_reason_of_the_rounds_length() {
    assert_rows(
        "G-13",
        &[
            ("thirty words", |case| case.ret.overall.reason = THIRTY_WORDS.into(), &[]),
            (
                "one fewer",
                |case| {
                    case.ret.overall.reason = THIRTY_WORDS.replacen("One ", "", 1);
                },
                &[
                    "BLOCK overall-reason: The reason for the overall grade has 29 words. Write at least 30.",
                ],
            ),
            (
                "nothing but marks",
                |case| case.ret.overall.reason = "... - - !".into(),
                &[
                    "BLOCK overall-reason: Say why you chose this overall grade, in at least 30 words.",
                ],
            ),
            (
                "a round that asks for five",
                |case| {
                    case.round.policy.overall_reason_words = 5;
                    case.ret.overall.reason = "Late.".into();
                },
                &[
                    "BLOCK overall-reason: The reason for the overall grade has 1 word. Write at least 5.",
                ],
            ),
            (
                "a round that asks for no length still wants a reason",
                |case| {
                    case.round.policy.overall_reason_words = 0;
                    case.ret.overall.reason.clear();
                },
                &[
                    "BLOCK overall-reason: Say why you chose this overall grade, in at least 1 word.",
                ],
            ),
            (
                "while the grade is open",
                |case| case.ret.overall = Default::default(),
                &[
                    "BLOCK overall-reason: Say why you chose this overall grade, in at least 30 words.",
                ],
            ),
            (
                "no grade, for a reason",
                |case| {
                    case.ret.overall.reason.clear();
                    case.ret.overall.grading = Some(crate::audit_return::Grading::None {
                        because: InsufficientEvidence,
                        reason: "The file is lost.".into(),
                    });
                },
                &[],
            ),
            ("the tool grades nothing", |case| case.graded_by(GradedBy::Nothing), &[]),
        ],
    );
}

fn qualify(case: &mut Case) {
    case.ret.overall.qualifier = QualifierId::new("outstanding-features").ok();
}

fn scale_has_it(case: &mut Case) {
    case.round.tool.scale.qualifiers = vec![Qualifier {
        id: QualifierId::new("outstanding-features").unwrap(),
        label: "with outstanding features".into(),
        of: vec!["good".parse().unwrap()],
    }];
}

#[test]
fn g14_a_qualifier_is_one_that_the_scale_has_for_the_grade() {
    const NOT_THIS: &str = "BLOCK overall-grade: The qualifier does not belong to this overall grade. Remove it, or choose a grade that can carry it.";
    assert_rows(
        "G-14",
        &[
            ("none", |_| {}, &[]),
            (
                "a scale without qualifiers",
                qualify,
                &[
                    "BLOCK overall-grade: Grades of this audit's scale carry no qualifier. Remove it.",
                ],
            ),
            (
                "good with outstanding features (edge case 16)",
                |case| {
                    scale_has_it(case);
                    qualify(case);
                },
                &[],
            ),
            (
                "adequate with outstanding features",
                |case| {
                    scale_has_it(case);
                    qualify(case);
                    case.overall("adequate");
                },
                &[NOT_THIS],
            ),
            (
                "without a grade",
                |case| {
                    scale_has_it(case);
                    qualify(case);
                    case.ret.overall.grading = None;
                },
                &[NOT_THIS],
            ),
            (
                "another qualifier",
                |case| {
                    scale_has_it(case);
                    case.ret.overall.qualifier = QualifierId::new("with-pride").ok();
                },
                &[NOT_THIS],
            ),
        ],
    );
}

/// What the grades of areas 2 to 8 and an outstanding overall grade come to.
fn verdict(grades: [&str; 7]) -> &'static str {
    let mut case = Case::complete();
    case.overall("outstanding");
    for (number, grade) in (2..).zip(grades) {
        let area = format!("area-{number}");
        match grade {
            "1" => case.grade(&area, "outstanding"),
            "2" => case.grade(&area, "good"),
            "3" => case.grade(&area, "adequate"),
            "4" => case.grade(&area, "inadequate"),
            "not applicable" => case.no_grade(&area, NotApplicable),
            "insufficient" => case.no_grade(&area, InsufficientEvidence),
            other => panic!("no grade {other}"),
        }
    }
    let on_grades = ["G-01", "G-02", "G-03", "G-04", "G-05", "G-06", "G-07", "G-08"];
    let notices = case.notices();
    let levels = notices.iter().filter(|it| on_grades.contains(&it.rule.0)).map(|it| it.level);
    match levels.min() {
        None => "ok",
        Some(Level::Info) => "info",
        Some(Level::Warn) => "warn",
        Some(Level::Block) => "reject",
    }
}

#[test]
fn g04_truth_table_of_sr5() {
    let rows = [
        (["2", "2", "2", "2", "2", "2", "2"], "ok"),
        (["2", "2", "3", "2", "2", "2", "2"], "reject"),
        (["2", "2", "2", "2", "2", "4", "2"], "reject"),
        (["1", "2", "2", "2", "2", "2", "2"], "reject"),
        (["2", "2", "2", "2", "not applicable", "2", "2"], "warn"),
        (["2", "2", "2", "2", "2", "2", "insufficient"], "reject"),
    ];
    let wrong: Vec<String> = rows
        .into_iter()
        .filter(|(grades, expected)| verdict(*grades) != *expected)
        .map(|(grades, expected)| format!("{grades:?}: {}, not {expected}", verdict(grades)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
