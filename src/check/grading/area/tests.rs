//! One table for each rule on an area.

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
                &["BLOCK area-1_grade: “Case details” carries no grade. Remove its grade."],
            ),
            (
                "explained",
                |case| case.no_grade("area-1", NonGrade::OutsideRole),
                &["BLOCK area-1_grade: “Case details” carries no grade. Remove its grade."],
            ),
            (
                "an area, where the tool grades the case only",
                |case| {
                    case.graded_by(GradedBy::Case);
                    case.grade("area-3", "good");
                },
                &["BLOCK area-3_grade: “Referral” carries no grade. Remove its grade."],
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
        "BLOCK area-4_grade: Choose a grade for “Assessment”, or say why there is none.";
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
            ("none, with a reason", |case| case.no_grade("area-4", NonGrade::NotApplicable), &[]),
            (
                "none, without",
                |case| {
                    let reason = " ".into();
                    let because = NonGrade::OutsideRole;
                    case.record("area-4").grading =
                        Some(crate::audit_return::Grading::None { because, reason });
                },
                &["BLOCK area-4_grade: Say why “Assessment” has no grade."],
            ),
            (
                "not asked of this agency",
                |case| {
                    case.is_from("fire");
                    case.record("area-4").grading = None;
                },
                &[],
            ),
            (
                "none, without, in an area that is not asked of this agency",
                |case| {
                    case.is_from("fire");
                    let (because, reason) = (NonGrade::NotApplicable, String::new());
                    case.record("area-4").grading =
                        Some(crate::audit_return::Grading::None { because, reason });
                },
                &["BLOCK area-4_grade: Say why “Assessment” has no grade."],
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
                    "BLOCK area-2_grade: Outstanding is only for the case overall. Choose Good, Adequate or Inadequate for “History”.",
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
                    "BLOCK area-2_grade: The grade of “History” is not on this audit's scale. Choose Good, Adequate or Inadequate.",
                ],
            ),
            (
                "also in an area that is not asked of this agency",
                |case| {
                    case.is_from("fire");
                    case.grade("area-4", "outstanding");
                },
                &[
                    "BLOCK area-4_grade: Outstanding is only for the case overall. Choose Good, Adequate or Inadequate for “Assessment”.",
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
        "BLOCK area-3_concerns: You graded “Referral” as Inadequate. Add a concern.";
    const IMPACT: &str = "BLOCK area-3_impact: You graded “Referral” as Inadequate. Describe the impact on the child.";
    const IMMEDIATE: &str = "BLOCK area-3_was-immediate: You graded “Referral” as Inadequate. Say whether it was an immediate concern.";
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
    const STRENGTH: &str =
        "BLOCK area-2_strengths: You graded “History” as Good. Add a strength, with its evidence.";
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
                    "BLOCK area-2_strengths: You graded “History” as Outstanding. Add a strength, with its evidence.",
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
    const WHY: &str = "WARN area-7_concerns: You graded “Supervision” as Adequate, but it holds no concern and no answer of partly, no or not evident. Add what was missing, or say why.";
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
                    "WARN area-2_grade: All 2 answers in “History” are yes, but you graded it as Inadequate. Check both, or say why they agree.",
                ],
            ),
            (
                "the only one that counts is yes",
                |case| {
                    case.grade("area-2", "inadequate");
                    case.answer("2.2", NotApplicable);
                },
                &[
                    "WARN area-2_grade: The only answer in “History” is yes, but you graded it as Inadequate. Check both, or say why they agree.",
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
                    "WARN area-2_grade: 1 of 2 answers in “History” is no or not evident, but you graded it as Good. Check both, or say why they agree.",
                ],
            ),
            (
                "all not evident, good",
                |case| {
                    case.answer("2.1", NotEvident);
                    case.answer("2.2", No);
                },
                &[
                    "WARN area-2_grade: 2 of 2 answers in “History” are no or not evident, but you graded it as Good. Check both, or say why they agree.",
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
                    "WARN area-4_grade: 1 of 2 answers in “Assessment” is no or not evident, but you graded it as Good. Check both, or say why they agree.",
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
    const NOT_DUE: &str = "WARN area-6_grade: Your other answers say that “Review” does not arise in this case. Choose “Not applicable: it did not happen in this case”, or say why you grade it.";
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
    assert_eq!(case.objections(), []);
}
