//! The grade of one area, and what it must go with.

use crate::audit_return::{Grading, NonGrade, Response};
use crate::check::words::is_blank;
use crate::check::{AreaPart, AreaReading, Notice, Place, PromptReading, Reading, wording};
use crate::id::OptionId;
use crate::tool::{AnswerValue, Grade, GradeLevel, GradedBy, PromptKind};

fn at(area: &AreaReading, part: AreaPart) -> Place {
    Place::Area(area.area.id.clone(), part)
}

/// G-01: what carries no grade holds none: case details, every area of a tool that does not grade areas, the case of one that grades nothing. Blocks.
pub(crate) fn g01_no_grade_where_none_is_carried(reading: &Reading) -> Vec<Notice> {
    let areas = reading
        .areas
        .iter()
        .filter(|area| !area.carries_grade() && area.record.grading.is_some())
        .map(|area| {
            let message = wording::carries_no_grade(area.area);
            Notice::block("G-01", at(area, AreaPart::Grade), message)
        });
    let ungraded = reading.tool().graded_by == GradedBy::Nothing && !reading.ret.is_nil();
    let overall = ungraded && reading.ret.overall.grading.is_some();
    let overall = overall
        .then(|| Notice::block("G-01", Place::OverallGrade, wording::case_carries_no_grade()));
    areas.chain(overall).collect()
}

/// G-02: every graded area asked of this agency has a grade, or none for a stated reason. Blocks.
pub(crate) fn g02_graded_area_has_grade_or_reason(reading: &Reading) -> Vec<Notice> {
    let missing = |area: &AreaReading| match &area.record.grading {
        None => Some(wording::grade_the_area(area.area)),
        Some(Grading::None { reason, .. }) => {
            is_blank(reason).then(|| wording::why_no_grade(area.area))
        }
        Some(Grading::Grade(_)) => None,
    };
    reading
        .areas
        .iter()
        .filter(|area| area.asked && area.carries_grade())
        .filter_map(|area| {
            let message = missing(area)?;
            Some(Notice::block("G-02", at(area, AreaPart::Grade), message))
        })
        .collect()
}

/// G-03: an area's grade is one that the scale offers for areas; `ofsted2009` keeps outstanding for the case (SR5, edge case 17). Blocks.
pub(crate) fn g03_grade_is_offered_for_an_area(reading: &Reading) -> Vec<Notice> {
    let offered: Vec<&Grade> = reading.scale().for_area().collect();
    let wrong = |area: &AreaReading| {
        let Some(Grading::Grade(id)) = &area.record.grading else { return None };
        match reading.scale().grade(id) {
            Some(grade) if grade.for_area => None,
            Some(grade) => Some(wording::grade_for_the_case_only(grade, area.area, &offered)),
            None => Some(wording::grade_not_of_the_scale(area.area, &offered)),
        }
    };
    reading
        .areas
        .iter()
        .filter(|area| area.carries_grade())
        .filter_map(|area| {
            let message = wrong(area)?;
            Some(Notice::block("G-03", at(area, AreaPart::Grade), message))
        })
        .collect()
}

fn at_level<'r, 'a>(
    reading: &'r Reading<'a>,
    is_meant: impl Fn(GradeLevel) -> bool,
) -> impl Iterator<Item = (&'r AreaReading<'a>, &'a Grade)> {
    reading.graded().filter(move |(_, grade)| is_meant(grade.level))
}

/// G-09: an inadequate area has a concern, a described impact, and an answer to "was this an immediate concern?". Blocks.
pub(crate) fn g09_inadequate_needs_concern_impact_and_immediacy(reading: &Reading) -> Vec<Notice> {
    let of_area = |(area, grade): (&AreaReading, &Grade)| {
        let block = |part, message| Notice::block("G-09", at(area, part), message);
        let (title, record) = (area.area, area.record);
        [
            (!area.has_concern()).then(|| {
                block(AreaPart::Concerns, wording::inadequate_needs_concern(title, grade))
            }),
            is_blank(&record.impact.text)
                .then(|| block(AreaPart::Impact, wording::inadequate_needs_impact(title, grade))),
            record.was_immediate_concern.is_none().then(|| {
                block(AreaPart::WasImmediate, wording::inadequate_needs_immediacy(title, grade))
            }),
        ]
        .into_iter()
        .flatten()
    };
    at_level(reading, |level| level == GradeLevel::Inadequate).flat_map(of_area).collect()
}

/// G-10: an area graded good or better has a strength with evidence. Blocks.
pub(crate) fn g10_good_needs_an_evidenced_strength(reading: &Reading) -> Vec<Notice> {
    at_level(reading, |level| level <= GradeLevel::Good)
        .filter(|(area, _)| !area.record.strengths.iter().any(|it| it.has_evidence()))
        .map(|(area, grade)| {
            let message = wording::good_needs_strength(area.area, grade);
            Notice::block("G-10", at(area, AreaPart::Strengths), message)
        })
        .collect()
}

/// G-11: an area below good, yet not inadequate, has a concern or an answer that shows what was missing. Warns.
pub(crate) fn g11_below_good_needs_a_concern_or_gap(reading: &Reading) -> Vec<Notice> {
    at_level(reading, |level| level == GradeLevel::BelowGood)
        .filter(|(area, _)| !area.has_concern() && !area.prompts.iter().any(is_gap))
        .map(|(area, grade)| {
            let message = wording::below_good_needs_concern(area.area, grade);
            Notice::warn("G-11", at(area, AreaPart::Concerns), message)
        })
        .collect()
}

/// Partly, no or not evident, or an option that the tool counts as such.
fn is_gap(prompt: &PromptReading) -> bool {
    let options = match &prompt.prompt.kind {
        PromptKind::Choice { options } | PromptKind::Choices { options } => options.as_slice(),
        PromptKind::Judgement { .. } | PromptKind::Number { .. } | PromptKind::Text { .. } => &[],
    };
    let counts = |id: &OptionId| options.iter().any(|option| option.id == *id && option.gap);
    match prompt.response() {
        Some(Response::Value(value)) => value.is_gap(),
        Some(Response::Option(chosen)) => counts(chosen),
        Some(Response::Options(chosen)) => chosen.iter().any(counts),
        Some(Response::Number(_) | Response::Text(_)) | None => false,
    }
}

/// G-12: a grade does not contradict the answers. Warns.
///
/// Counted over the area's answers of yes, partly, no and not evident; "not
/// applicable" and "not known" say nothing of the work. All of them yes
/// contradicts inadequate; half or more no or not evident contradicts good.
pub(crate) fn g12_grade_agrees_with_answers(reading: &Reading) -> Vec<Notice> {
    let contradiction = |area: &AreaReading, grade: &Grade| {
        let of = area.substantive().count();
        if of == 0 {
            return None;
        }
        let yes = area.substantive().filter(|value| *value == AnswerValue::Yes).count();
        let lacking = area.substantive().filter(|value| is_lacking(*value)).count();
        match grade.level {
            GradeLevel::Inadequate if yes == of => {
                Some(wording::all_yes_but_inadequate(of, area.area, grade))
            }
            GradeLevel::Outstanding | GradeLevel::Good if lacking * 2 >= of => {
                Some(wording::mostly_no_but_good(lacking, of, area.area, grade))
            }
            GradeLevel::Outstanding
            | GradeLevel::Good
            | GradeLevel::BelowGood
            | GradeLevel::Inadequate => None,
        }
    };
    reading
        .graded()
        .filter_map(|(area, grade)| {
            let message = contradiction(area, grade)?;
            Some(Notice::warn("G-12", at(area, AreaPart::Grade), message))
        })
        .collect()
}

fn is_lacking(value: AnswerValue) -> bool {
    match value {
        AnswerValue::No | AnswerValue::NotEvident => true,
        AnswerValue::Yes
        | AnswerValue::Partly
        | AnswerValue::NotApplicable
        | AnswerValue::NotKnown => false,
    }
}

/// G-19: an area that by the other answers does not arise yet, such as a first review not due, is not applicable rather than graded. Warns.
pub(crate) fn g19_area_not_due_is_not_graded(reading: &Reading) -> Vec<Notice> {
    let expected = |area: &&AreaReading| {
        let condition = area.area.not_applicable_when.as_ref();
        condition.is_some_and(|condition| reading.holds(condition))
    };
    let judged = |area: &&AreaReading| match area.non_grade() {
        Some(NonGrade::InsufficientEvidence) => true,
        Some(NonGrade::NotApplicable | NonGrade::OutsideRole) => false,
        None => area.grade().is_some(),
    };
    reading
        .areas
        .iter()
        .filter(expected)
        .filter(judged)
        .map(|area| {
            let message = wording::not_due_but_graded(area.area);
            Notice::warn("G-19", at(area, AreaPart::Grade), message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::audit_return::{ImpactLevel, NonGrade};
    use crate::check::testing::{Case, assert_rows};
    use crate::tool::AnswerValue::{No, NotApplicable, NotEvident, NotKnown, Partly, Yes};
    use crate::tool::GradedBy;

    #[test]
    fn g01_case_details_carry_no_grade() {
        assert_rows(
            "G-01",
            &[
                ("no grade there", |_| {}, &[]),
                (
                    "graded",
                    |case| case.grade("area-1", "good"),
                    &["BLOCK area-1-grade: “Case details” carries no grade. Remove its grade."],
                ),
                (
                    "explained",
                    |case| case.no_grade("area-1", NonGrade::OutsideRole),
                    &["BLOCK area-1-grade: “Case details” carries no grade. Remove its grade."],
                ),
                (
                    "an area, where the tool grades the case only",
                    |case| {
                        case.graded_by(GradedBy::Case);
                        case.grade("area-3", "good");
                    },
                    &["BLOCK area-3-grade: “Referral” carries no grade. Remove its grade."],
                ),
                (
                    "the case, where the tool grades nothing",
                    |case| {
                        case.graded_by(GradedBy::Nothing);
                        case.overall("good");
                    },
                    &["BLOCK overall-grade: This audit tool has no overall grade. Remove it."],
                ),
            ],
        );
    }

    #[test]
    fn g02_every_graded_area_has_a_grade_or_a_reason_for_none() {
        const CHOOSE: &str =
            "BLOCK area-4-grade: Choose a grade for “Assessment”, or say why there is none.";
        assert_rows(
            "G-02",
            &[
                ("all graded", |_| {}, &[]),
                ("one open", |case| case.record("area-4").grading = None, &[CHOOSE]),
                (
                    "nothing recorded at all",
                    |case| {
                        case.ret.areas.remove(&crate::check::testing::area("area-4"));
                    },
                    &[CHOOSE],
                ),
                (
                    "none, with a reason",
                    |case| case.no_grade("area-4", NonGrade::NotApplicable),
                    &[],
                ),
                (
                    "none, without",
                    |case| {
                        let reason = " ".into();
                        let because = NonGrade::OutsideRole;
                        case.record("area-4").grading =
                            Some(crate::audit_return::Grading::None { because, reason });
                    },
                    &["BLOCK area-4-grade: Say why “Assessment” has no grade."],
                ),
                (
                    "not asked of this agency",
                    |case| {
                        case.is_from("fire");
                        case.record("area-4").grading = None;
                    },
                    &[],
                ),
                ("the tool grades the case only", |case| case.graded_by(GradedBy::Case), &[]),
                ("the tool grades nothing", |case| case.graded_by(GradedBy::Nothing), &[]),
            ],
        );
    }

    #[test]
    fn g03_an_area_cannot_be_outstanding_on_the_2009_scale() {
        assert_rows(
            "G-03",
            &[
                ("grades for areas", |_| {}, &[]),
                (
                    "outstanding, which is for the case (edge case 17)",
                    |case| case.grade("area-2", "outstanding"),
                    &[
                        "BLOCK area-2-grade: Outstanding is only for the case overall. Choose Good, Adequate or Inadequate for “History”.",
                    ],
                ),
                (
                    "outstanding, on a scale that has it for areas",
                    |case| {
                        case.round.tool.scale.grades[0].for_area = true;
                        case.grade("area-2", "outstanding");
                    },
                    &[],
                ),
                (
                    "a grade of another scale",
                    |case| case.grade("area-2", "requires-improvement"),
                    &[
                        "BLOCK area-2-grade: The grade of “History” is not on this audit's scale. Choose Good, Adequate or Inadequate.",
                    ],
                ),
                (
                    "also in an area that is not asked of this agency",
                    |case| {
                        case.is_from("fire");
                        case.grade("area-4", "outstanding");
                    },
                    &[
                        "BLOCK area-4-grade: Outstanding is only for the case overall. Choose Good, Adequate or Inadequate for “Assessment”.",
                    ],
                ),
            ],
        );
    }

    fn inadequate(case: &mut Case) {
        case.grade("area-3", "inadequate");
        case.add_concern("area-3");
        case.record("area-3").impact.level = Some(ImpactLevel::IncreasedRisk);
        case.record("area-3").was_immediate_concern = Some(false);
    }

    #[test]
    fn g09_inadequate_needs_a_concern_its_impact_and_whether_it_was_immediate() {
        const CONCERN: &str =
            "BLOCK area-3-concerns: You graded “Referral” as Inadequate. Add a concern.";
        const IMPACT: &str = "BLOCK area-3-impact: You graded “Referral” as Inadequate. Describe the impact on the child.";
        const IMMEDIATE: &str = "BLOCK area-3-was-immediate: You graded “Referral” as Inadequate. Say whether it was an immediate concern.";
        assert_rows(
            "G-09",
            &[
                ("all three", inadequate, &[]),
                (
                    "none of them",
                    |case| {
                        case.grade("area-3", "inadequate");
                        case.record("area-3").impact = Default::default();
                    },
                    &[CONCERN, IMPACT, IMMEDIATE],
                ),
                (
                    "a concern without text",
                    |case| {
                        inadequate(case);
                        case.record("area-3").concerns[0].text = " ".into();
                    },
                    &[CONCERN],
                ),
                (
                    "an impact in one word only",
                    |case| {
                        inadequate(case);
                        case.record("area-3").impact.text.clear();
                    },
                    &[IMPACT],
                ),
                (
                    "immediacy open",
                    |case| {
                        inadequate(case);
                        case.record("area-3").was_immediate_concern = None;
                    },
                    &[IMMEDIATE],
                ),
                ("adequate needs none of them", |case| case.grade("area-3", "adequate"), &[]),
            ],
        );
    }

    #[test]
    fn g10_good_needs_a_strength_with_evidence() {
        const STRENGTH: &str = "BLOCK area-2-strengths: You graded “History” as Good. Add a strength, with its evidence.";
        assert_rows(
            "G-10",
            &[
                ("with evidence", |_| {}, &[]),
                ("no strength", |case| case.record("area-2").strengths.clear(), &[STRENGTH]),
                (
                    "without evidence",
                    |case| case.record("area-2").strengths[0].evidence = " ".into(),
                    &[STRENGTH],
                ),
                (
                    "adequate needs none",
                    |case| {
                        case.grade("area-2", "adequate");
                        case.record("area-2").strengths.clear();
                    },
                    &[],
                ),
                (
                    "outstanding where the scale has it for areas",
                    |case| {
                        case.round.tool.scale.grades[0].for_area = true;
                        case.grade("area-2", "outstanding");
                        case.record("area-2").strengths.clear();
                    },
                    &[
                        "BLOCK area-2-strengths: You graded “History” as Outstanding. Add a strength, with its evidence.",
                    ],
                ),
                (
                    "the tool grades the case only",
                    |case| {
                        case.graded_by(GradedBy::Case);
                        case.record("area-2").strengths.clear();
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn g11_below_good_needs_a_concern_or_an_answer_that_shows_why() {
        const WHY: &str = "WARN area-7-concerns: You graded “Supervision” as Adequate, but it holds no concern and no answer of partly, no or not evident. Add what was missing, or say why.";
        assert_rows(
            "G-11",
            &[
                ("neither", |case| case.grade("area-7", "adequate"), &[WHY]),
                (
                    "a concern",
                    |case| {
                        case.grade("area-7", "adequate");
                        case.add_concern("area-7");
                    },
                    &[],
                ),
                (
                    "partly",
                    |case| {
                        case.grade("area-7", "adequate");
                        case.answer("7.1", Partly);
                    },
                    &[],
                ),
                (
                    "not evident",
                    |case| {
                        case.grade("area-7", "adequate");
                        case.answer("7.1", NotEvident);
                    },
                    &[],
                ),
                (
                    "an option that counts as a gap",
                    |case| {
                        case.grade("area-7", "adequate");
                        case.choose("7.2", "missed");
                    },
                    &[],
                ),
                (
                    "not known is no gap",
                    |case| {
                        case.grade("area-7", "adequate");
                        case.answer("7.1", NotKnown);
                    },
                    &[WHY],
                ),
                ("good", |_| {}, &[]),
                ("inadequate is G-09's", |case| case.grade("area-7", "inadequate"), &[]),
            ],
        );
    }

    #[test]
    fn g12_a_grade_does_not_contradict_the_answers() {
        assert_rows(
            "G-12",
            &[
                (
                    "all yes but inadequate",
                    |case| case.grade("area-2", "inadequate"),
                    &[
                        "WARN area-2-grade: All 2 answers in “History” are yes, but you graded it as Inadequate. Check both, or say why they agree.",
                    ],
                ),
                (
                    "the only one that counts is yes",
                    |case| {
                        case.grade("area-2", "inadequate");
                        case.answer("2.2", NotApplicable);
                    },
                    &[
                        "WARN area-2-grade: The only answer in “History” is yes, but you graded it as Inadequate. Check both, or say why they agree.",
                    ],
                ),
                (
                    "one partly",
                    |case| {
                        case.grade("area-2", "inadequate");
                        case.answer("2.2", Partly);
                    },
                    &[],
                ),
                (
                    "half no, good",
                    |case| case.answer("2.1", No),
                    &[
                        "WARN area-2-grade: 1 of 2 answers in “History” is no or not evident, but you graded it as Good. Check both, or say why they agree.",
                    ],
                ),
                (
                    "all not evident, good",
                    |case| {
                        case.answer("2.1", NotEvident);
                        case.answer("2.2", No);
                    },
                    &[
                        "WARN area-2-grade: 2 of 2 answers in “History” are no or not evident, but you graded it as Good. Check both, or say why they agree.",
                    ],
                ),
                ("less than half: one of three", |case| case.answer("4.5", No), &[]),
                (
                    "one of two, the third not known",
                    |case| {
                        case.answer("4.5", No);
                        case.answer("4.4", NotKnown);
                    },
                    &[
                        "WARN area-4-grade: 1 of 2 answers in “Assessment” is no or not evident, but you graded it as Good. Check both, or say why they agree.",
                    ],
                ),
                (
                    "half no, adequate",
                    |case| {
                        case.grade("area-2", "adequate");
                        case.answer("2.1", No);
                    },
                    &[],
                ),
                (
                    "nothing answered",
                    |case| {
                        case.unanswer("2.1");
                        case.unanswer("2.2");
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn g19_a_review_that_is_not_due_is_not_applicable_rather_than_graded() {
        const NOT_DUE: &str = "WARN area-6-grade: Your other answers say that “Review” does not arise in this case. Choose “Not applicable: it did not happen in this case”, or say why you grade it.";
        assert_rows(
            "G-19",
            &[
                ("held, graded", |_| {}, &[]),
                ("not due, good", |case| case.choose("1.3", "not-due"), &[NOT_DUE]),
                (
                    "not due, inadequate",
                    |case| {
                        case.choose("1.3", "not-due");
                        case.grade("area-6", "inadequate");
                    },
                    &[NOT_DUE],
                ),
                (
                    "not due, insufficient evidence",
                    |case| {
                        case.choose("1.3", "not-due");
                        case.no_grade("area-6", NonGrade::InsufficientEvidence);
                    },
                    &[NOT_DUE],
                ),
                (
                    "not due, not applicable (edge case 19)",
                    |case| {
                        case.choose("1.3", "not-due");
                        case.no_grade("area-6", NonGrade::NotApplicable);
                    },
                    &[],
                ),
                (
                    "not due, open: G-02 asks for it",
                    |case| {
                        case.choose("1.3", "not-due");
                        case.record("area-6").grading = None;
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn g12_counts_only_answers_that_are_asked() {
        let mut case = Case::complete();
        case.answer("4.6.a", No);
        case.answer("4.5", Yes);
        assert_eq!(case.notices(), []);
    }
}
