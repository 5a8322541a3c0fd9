//! What goes with every grade: its reason and the difference made to the child.

use crate::audit_return::Grading;
use crate::check::words::is_blank;
use crate::check::{AreaPart, AreaReading, Notice, Place, Reading, wording};
use crate::tool::{AnswerValue, Grade, GradedBy};

fn at(area: &AreaReading, part: AreaPart) -> Place {
    Place::Area(area.area.id.clone(), part)
}

/// CO-06: a graded area says why (SR14: also a grade lowered for one missed step). Blocks.
pub(crate) fn co06_graded_area_gives_a_reason(reading: &Reading) -> Vec<Notice> {
    reading
        .graded()
        .filter(|(area, _)| is_blank(&area.record.reason))
        .map(|(area, grade)| {
            let message = wording::give_a_reason(area.area, grade);
            Notice::block("CO-06", at(area, AreaPart::Reason), message)
        })
        .collect()
}

/// CO-07: a graded area states the difference made to the child, "no effect" and "not evident" included (SR12, SR15). Blocks.
pub(crate) fn co07_graded_area_states_the_impact(reading: &Reading) -> Vec<Notice> {
    reading
        .graded()
        .filter(|(area, _)| area.record.impact.level.is_none())
        .map(|(area, _)| {
            let message = wording::state_the_impact(area.area);
            Notice::block("CO-07", at(area, AreaPart::Impact), message)
        })
        .collect()
}

/// CO-08: the case has an overall grade that is offered, or a reason why there is none. Blocks.
pub(crate) fn co08_case_has_an_overall_grade(reading: &Reading) -> Vec<Notice> {
    if !reading.asks_overall() {
        return Vec::new();
    }
    let message = match &reading.ret.overall.grading {
        None => Some(wording::grade_the_case()),
        Some(Grading::None { reason, .. }) => is_blank(reason).then(wording::why_no_overall_grade),
        Some(Grading::Grade(id)) => {
            let offered: Vec<&Grade> = reading.scale().for_case().collect();
            let is_offered = offered.iter().any(|grade| grade.id == *id);
            (!is_offered).then(|| wording::overall_not_offered(&offered))
        }
    };
    let notice = |message| Notice::block("CO-08", Place::OverallGrade, message);
    message.map(notice).into_iter().collect()
}

/// CO-10: evidence of a strength or concern belongs to a line that says what it is. Blocks.
pub(crate) fn co10_evidence_belongs_to_a_written_line(reading: &Reading) -> Vec<Notice> {
    let of_area = |area: &AreaReading| {
        let strength = area.strengths().iter().any(|it| is_loose(&it.text, &it.evidence));
        let concern = area.concerns().iter().any(|it| is_loose(&it.text, &it.evidence));
        let strength = strength.then(|| {
            let message = wording::strength_without_text(area.area);
            Notice::block("CO-10", at(area, AreaPart::Strengths), message)
        });
        let concern = concern.then(|| {
            let message = wording::concern_without_text(area.area);
            Notice::block("CO-10", at(area, AreaPart::Concerns), message)
        });
        strength.into_iter().chain(concern)
    };
    reading.areas.iter().flat_map(of_area).collect()
}

fn is_loose(text: &str, evidence: &str) -> bool {
    is_blank(text) && !is_blank(evidence)
}

/// CO-11: where nothing is graded, strengths and concerns are what the panel works from: there is one. Warns.
///
/// A reason is for the answers that it was given beside: one more that tells of a gap asks for it again.
pub(crate) fn co11_an_ungraded_return_holds_a_finding(reading: &Reading) -> Vec<Notice> {
    let has_strength = |area: &AreaReading| area.strengths().iter().any(|it| !is_blank(&it.text));
    let found = reading.areas.iter().any(|area| area.has_concern() || has_strength(area));
    if reading.tool().graded_by != GradedBy::Nothing || found {
        return Vec::new();
    }
    let first = reading.areas.iter().find(|area| area.asked && area.area.holds_findings());
    let prompts = reading.areas.iter().flat_map(|area| &area.prompts);
    let gaps = prompts.filter(|prompt| prompt.value().is_some_and(AnswerValue::is_gap));
    let gaps = gaps.map(|prompt| prompt.prompt.id.to_string());
    let notice = |area: &AreaReading| {
        let place = at(area, AreaPart::Strengths);
        let none = Notice::warn("CO-11", place, wording::record_a_finding());
        none.about(reading.extent(std::iter::once("none".to_owned()).chain(gaps)))
    };
    first.map(notice).into_iter().collect()
}

/// G-22: general comments at the end are optional and always offered. Informs.
pub(crate) fn g22_general_comments_are_offered(reading: &Reading) -> Vec<Notice> {
    if reading.ret.is_nil() || !is_blank(&reading.ret.general_comments) {
        return Vec::new();
    }
    vec![Notice::info("G-22", Place::GeneralComments, wording::offer_general_comments())]
}

#[cfg(test)]
mod tests {
    use crate::audit_return::{Grading, ImpactLevel, NonGrade};
    use crate::check::testing::{Case, THIRTY_WORDS, assert_rows};
    use crate::tool::GradedBy;

    #[test]
    fn co06_a_graded_area_gives_a_reason() {
        assert_rows(
            "CO-06",
            &[
                (
                    "blank",
                    |case| case.record("area-3").reason = " ".into(),
                    &["BLOCK area-3_reason: Say why you graded “Referral” as Good."],
                ),
                (
                    "adequate for one missed step (edge case 21)",
                    |case| {
                        case.grade("area-3", "adequate");
                        case.record("area-3").reason = "One discussion was missed.".into();
                    },
                    &[],
                ),
                (
                    "no grade: its reason stands with that",
                    |case| {
                        case.no_grade("area-3", NonGrade::OutsideRole);
                        case.record("area-3").reason.clear();
                    },
                    &[],
                ),
                (
                    "the tool grades the case only",
                    |case| {
                        case.graded_by(GradedBy::Case);
                        case.record("area-3").reason.clear();
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn co07_a_graded_area_states_the_impact() {
        assert_rows(
            "CO-07",
            &[
                (
                    "not stated",
                    |case| case.record("area-3").impact.level = None,
                    &[
                        "BLOCK area-3_impact: Choose what difference the work in “Referral” made to the child.",
                    ],
                ),
                (
                    "no effect is a statement (edge case 22)",
                    |case| {
                        case.grade("area-3", "adequate");
                        case.record("area-3").impact.level = Some(ImpactLevel::NoEffect);
                    },
                    &[],
                ),
                (
                    "no grade",
                    |case| {
                        case.no_grade("area-3", NonGrade::OutsideRole);
                        case.record("area-3").impact.level = None;
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn co08_the_case_has_an_overall_grade_or_a_reason() {
        const CHOOSE: &str =
            "BLOCK overall-grade: Choose an overall grade, or say why there is none.";
        assert_rows(
            "CO-08",
            &[
                ("graded", |_| {}, &[]),
                ("open", |case| case.ret.overall.grading = None, &[CHOOSE]),
                (
                    "open where the tool grades the case only",
                    |case| {
                        case.graded_by(GradedBy::Case);
                        case.ret.overall.grading = None;
                    },
                    &[CHOOSE],
                ),
                ("the tool grades nothing", |case| case.graded_by(GradedBy::Nothing), &[]),
                (
                    "none, without a reason",
                    |case| {
                        let because = NonGrade::InsufficientEvidence;
                        let reason = String::new();
                        case.ret.overall.grading = Some(Grading::None { because, reason });
                    },
                    &["BLOCK overall-grade: Say why there is no overall grade."],
                ),
                (
                    "none, with a reason",
                    |case| {
                        let because = NonGrade::InsufficientEvidence;
                        let reason = "The file is lost.".into();
                        case.ret.overall.grading = Some(Grading::None { because, reason });
                    },
                    &[],
                ),
                (
                    "a grade of another scale",
                    |case| case.overall("requires-improvement"),
                    &[
                        "BLOCK overall-grade: The overall grade is not one that is offered. Choose Outstanding, Good, Adequate or Inadequate.",
                    ],
                ),
                (
                    "a grade that this scale keeps for areas",
                    |case| {
                        case.round.tool.scale.grades[0].for_case = false;
                        case.overall("outstanding");
                    },
                    &[
                        "BLOCK overall-grade: The overall grade is not one that is offered. Choose Good, Adequate or Inadequate.",
                    ],
                ),
            ],
        );
    }

    #[test]
    fn co10_evidence_belongs_to_a_written_line() {
        assert_rows(
            "CO-10",
            &[
                (
                    "a strength without text",
                    |case| case.record("area-2").strengths[0].text.clear(),
                    &[
                        "BLOCK area-2_strengths: A strength in “History” has evidence but does not say what was done well. Enter it, or remove the line.",
                    ],
                ),
                (
                    "a concern without text",
                    |case| case.record("area-5").concerns[0].text = " ".into(),
                    &[
                        "BLOCK area-5_concerns: A concern in “Planning” has evidence but does not say what it is. Enter it, or remove the line.",
                    ],
                ),
                (
                    "an empty line",
                    |case| {
                        case.record("area-5").concerns[0].text.clear();
                        case.record("area-5").concerns[0].evidence.clear();
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn co11_an_ungraded_return_holds_a_finding() {
        const RECORD: &str = "WARN area-2_strengths: Nothing is graded in this audit, and no area holds a strength or a concern. Add what the panel should hear of, or say why there is nothing.";
        let without_findings = |case: &mut Case| {
            for record in case.ret.areas.values_mut() {
                record.strengths.clear();
                record.concerns.clear();
            }
        };
        let mut case = Case::complete();
        without_findings(&mut case);
        let silent = |case: &Case| case.notices().iter().all(|notice| notice.rule.0 != "CO-11");
        assert!(silent(&case), "graded areas have rules of their own");
        case.graded_by(GradedBy::Nothing);
        let notices = case.notices();
        let told: Vec<String> = notices
            .iter()
            .filter(|notice| notice.rule.0 == "CO-11")
            .map(|notice| format!("WARN {}: {}", notice.place.key(), notice.message))
            .collect();
        assert_eq!(told, [RECORD]);
        case.add_concern("area-5");
        assert!(silent(&case), "one concern is enough");
    }

    #[test]
    fn g22_general_comments_are_offered() {
        const OFFER: &str = "INFO general-comments: You can add general comments, such as good practice that others should hear of.";
        assert_rows(
            "G-22",
            &[
                ("written", |_| {}, &[]),
                ("blank", |case| case.ret.general_comments = "\n".into(), &[OFFER]),
                (
                    "offered whatever the tool grades",
                    |case| {
                        case.graded_by(GradedBy::Nothing);
                        case.ret.general_comments.clear();
                    },
                    &[OFFER],
                ),
                (
                    "never asked for twice",
                    |case| case.ret.general_comments = THIRTY_WORDS.into(),
                    &[],
                ),
            ],
        );
    }
}
