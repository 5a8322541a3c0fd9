//! The overall grade: what it needs, and what goes with it.

use crate::audit_return::{Grading, NonGrade};
use crate::check::words::word_count;
use crate::check::{AreaReading, Notice, Place, Reading, wording};
use crate::tool::{Area, Grade, GradeLevel};

/// The overall grade, where it is of the outstanding level.
fn outstanding<'a>(reading: &Reading<'a>) -> Option<&'a Grade> {
    reading.overall_grade().filter(|grade| grade.level == GradeLevel::Outstanding)
}

/// G-04: outstanding overall needs every graded area good or better, where the scale says so (SR5). Blocks.
pub(crate) fn g04_outstanding_needs_every_area_good(reading: &Reading) -> Vec<Notice> {
    let Some(overall) = outstanding(reading) else { return Vec::new() };
    let poorer: Vec<(&Area, &Grade)> = reading
        .graded()
        .filter(|(_, grade)| grade.level > GradeLevel::Good)
        .map(|(area, grade)| (area.area, grade))
        .collect();
    if poorer.is_empty() || !reading.scale().outstanding_needs_all_good {
        return Vec::new();
    }
    let message = wording::outstanding_needs_good(overall, &poorer);
    vec![Notice::block("G-04", Place::OverallGrade, message)]
}

/// G-05: outstanding overall is not possible with insufficient evidence in an area, and needs a reason with one not applicable (edge case 19).
pub(crate) fn g05_outstanding_needs_evidence_everywhere(reading: &Reading) -> Vec<Notice> {
    let Some(overall) = outstanding(reading) else { return Vec::new() };
    let without =
        |because| -> Vec<&Area> { reading.without_grade(because).map(|area| area.area).collect() };
    let (unknown, not_applicable) =
        (without(NonGrade::InsufficientEvidence), without(NonGrade::NotApplicable));
    let block = (!unknown.is_empty()).then(|| {
        let message = wording::outstanding_without_evidence(overall, &unknown);
        Notice::block("G-05", Place::OverallGrade, message)
    });
    let warn = (!not_applicable.is_empty()).then(|| {
        let message = wording::outstanding_with_not_applicable(overall, &not_applicable);
        Notice::warn("G-05", Place::OverallGrade, message)
    });
    block.into_iter().chain(warn).collect()
}

/// G-06: outstanding overall rests on at least half of the areas. Warns.
///
/// Of the areas asked of this agency or graded by it: an agency that is asked
/// for two areas and grades both has seen all it was asked to see.
pub(crate) fn g06_outstanding_rests_on_half_the_areas(reading: &Reading) -> Vec<Notice> {
    let Some(overall) = outstanding(reading) else { return Vec::new() };
    let graded = reading.graded().count();
    let counts =
        |area: &&AreaReading| area.carries_grade() && (area.asked || area.grade().is_some());
    let of = reading.areas.iter().filter(counts).count();
    if graded * 2 >= of {
        return Vec::new();
    }
    let message = wording::outstanding_on_few_areas(overall, graded, of);
    vec![Notice::warn("G-06", Place::OverallGrade, message)]
}

/// G-07: good or better overall with an inadequate area needs a reason; only outstanding is forbidden (SR5). Warns.
pub(crate) fn g07_good_overall_despite_an_inadequate_area(reading: &Reading) -> Vec<Notice> {
    let good = reading.overall_grade().filter(|grade| grade.level <= GradeLevel::Good);
    let Some(overall) = good else { return Vec::new() };
    let inadequate: Vec<(&Area, &Grade)> = reading
        .graded()
        .filter(|(_, grade)| grade.level == GradeLevel::Inadequate)
        .map(|(area, grade)| (area.area, grade))
        .collect();
    if inadequate.is_empty() {
        return Vec::new();
    }
    let message = wording::good_despite_inadequate(overall, &inadequate);
    vec![Notice::warn("G-07", Place::OverallGrade, message)]
}

/// G-13: the overall grade gives a reason of the length that the round asks for. Blocks.
///
/// Also asked for while the grade itself is still open, so that the list of what
/// is missing is whole. A case without an overall grade gives its reason there.
pub(crate) fn g13_overall_grade_gives_a_reason(reading: &Reading) -> Vec<Notice> {
    if !reading.asks_overall() {
        return Vec::new();
    }
    if let Some(Grading::None { .. }) = reading.ret.overall.grading {
        return Vec::new();
    }
    let has = word_count(&reading.ret.overall.reason);
    // "Always required": a round that asks for no length still gets a reason.
    let needs = usize::try_from(reading.round.policy.overall_reason_words).unwrap_or(usize::MAX);
    let needs = needs.max(1);
    if has >= needs {
        return Vec::new();
    }
    let message = match has {
        0 => wording::overall_reason_missing(needs),
        _ => wording::overall_reason_short(has, needs),
    };
    vec![Notice::block("G-13", Place::OverallReason, message)]
}

/// G-14: a qualifier is one that the scale has for the overall grade (SR16). Blocks.
pub(crate) fn g14_qualifier_is_one_of_the_grade(reading: &Reading) -> Vec<Notice> {
    let Some(id) = &reading.ret.overall.qualifier else { return Vec::new() };
    if reading.ret.is_nil() {
        return Vec::new();
    }
    let qualifiers = &reading.scale().qualifiers;
    let qualifier = qualifiers.iter().find(|qualifier| qualifier.id == *id);
    let carried = qualifier.zip(reading.overall_grade());
    if carried.is_some_and(|(qualifier, grade)| qualifier.of.contains(&grade.id)) {
        return Vec::new();
    }
    let message = wording::no_such_qualifier(!qualifiers.is_empty());
    vec![Notice::block("G-14", Place::OverallGrade, message)]
}

#[cfg(test)]
mod tests {
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
                    "a scale without that rule",
                    |case| {
                        case.round.tool.scale.outstanding_needs_all_good = false;
                        case.overall("outstanding");
                        case.grade("area-3", "adequate");
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
}
