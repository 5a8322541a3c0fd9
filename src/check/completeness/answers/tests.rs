//! One table for each rule on answers.

use crate::audit_return::{NonGrade, Response, Source};
use crate::check::testing::{Case, assert_rows, item};
use crate::tool::AnswerValue::{No, NotApplicable, NotEvident, Partly, Yes};

#[test]
fn co01_every_mandatory_prompt_that_is_asked_is_answered() {
    const FOUR_FIVE: &str = "BLOCK prompt-4.5: Answer question 4.5, “A question?”.";
    assert_rows(
        "CO-01",
        &[
            ("all answered", |_| {}, &[]),
            ("one open", |case| case.unanswer("4.5"), &[FOUR_FIVE]),
            (
                "evidence alone is no answer",
                |case| {
                    case.answered("4.5").response = None;
                    case.answered("4.5").evidence = "Seen at school.".into();
                },
                &[FOUR_FIVE],
            ),
            (
                "case details",
                |case| case.unanswer("1.4"),
                &["BLOCK prompt-1.4: Answer question 1.4, “A question?”."],
            ),
            (
                "in the words that fit this case",
                |case| {
                    case.choose("1.2", "unborn");
                    case.unanswer("4.5");
                },
                &["BLOCK prompt-4.5: Answer question 4.5, “For an unborn child?”."],
            ),
            ("an optional prompt open", |case| case.unanswer("4.7"), &[]),
            ("a follow-up that is not asked", |case| case.unanswer("4.6.a"), &[]),
            (
                "a follow-up that is asked",
                |case| case.answer("4.6", Partly),
                &["BLOCK prompt-4.6.a: Answer question 4.6.a, “A question?”."],
            ),
            (
                "in an area of which this agency is not asked",
                |case| {
                    case.is_from("fire");
                    case.unanswer("4.5");
                },
                &[],
            ),
            (
                "in an area without a grade for a reason",
                |case| {
                    case.no_grade("area-4", NonGrade::InsufficientEvidence);
                    case.unanswer("4.5");
                },
                &[],
            ),
            (
                "in an area set aside: no review yet",
                |case| {
                    case.choose("1.3", "not-due");
                    case.unanswer("6.1");
                },
                &[],
            ),
            (
                "mandatory text left blank, no option chosen",
                |case| {
                    for (area, prompt) in [(0, 4), (0, 5)] {
                        case.round.tool.areas[area].prompts[prompt].mandatory = true;
                    }
                    case.respond("1.5", Response::Text(" \n".into()));
                    case.choose_several("1.6", &[]);
                },
                &[
                    "BLOCK prompt-1.5: Answer question 1.5, “A question?”.",
                    "BLOCK prompt-1.6: Answer question 1.6, “A question?”.",
                ],
            ),
        ],
    );
}

#[test]
fn co02_partly_and_no_say_what_the_record_shows() {
    assert_rows(
        "CO-02",
        &[
            ("yes without evidence", |case| case.answer("2.1", Yes), &[]),
            ("not evident without evidence", |case| case.answer("2.1", NotEvident), &[]),
            (
                "no with evidence",
                |case| {
                    case.answer("2.1", No);
                    case.answered("2.1").evidence = "No note of it.".into();
                },
                &[],
            ),
            (
                "no without evidence",
                |case| case.answer("2.2", No),
                &[
                    "WARN prompt-2.2: There is 1 answer of partly or no in “History” without evidence. Say what the record shows.",
                ],
            ),
            (
                "both, in one area, lead to the first",
                |case| {
                    case.answer("2.2", No);
                    case.answer("2.1", Partly);
                },
                &[
                    "WARN prompt-2.1: There are 2 answers of partly or no in “History” without evidence. Say what the record shows.",
                ],
            ),
            (
                "two areas",
                |case| {
                    case.answer("2.1", No);
                    case.answer("8.1", No);
                },
                &[
                    "WARN prompt-2.1: There is 1 answer of partly or no in “History” without evidence. Say what the record shows.",
                    "WARN prompt-8.1: There is 1 answer of partly or no in “Recording” without evidence. Say what the record shows.",
                ],
            ),
        ],
    );
}

#[test]
fn g16_not_applicable_to_a_mandatory_prompt_gives_a_reason() {
    const WHY: &str = "BLOCK prompt-2.1: Say why question 2.1 in “History” is not applicable.";
    assert_rows(
        "G-16",
        &[
            ("no reason", |case| case.answer("2.1", NotApplicable), &[WHY]),
            (
                "blank reason",
                |case| {
                    case.answer("2.1", NotApplicable);
                    case.answered("2.1").reason = "  ".into();
                },
                &[WHY],
            ),
            (
                "evidence is no reason",
                |case| {
                    case.answer("2.1", NotApplicable);
                    case.answered("2.1").evidence = "First contact.".into();
                },
                &[WHY],
            ),
            (
                "with a reason",
                |case| {
                    case.answer("2.1", NotApplicable);
                    case.answered("2.1").reason = "No earlier involvement.".into();
                },
                &[],
            ),
            ("an optional prompt", |case| case.answer("4.7", NotApplicable), &[]),
            (
                "not asked of this agency",
                |case| {
                    case.is_from("fire");
                    case.answer("5.1", NotApplicable);
                },
                &[],
            ),
            (
                "barred anyway: no reason would help",
                |case| {
                    case.choose("1.1", "needed");
                    case.answer("4.4", NotApplicable);
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g17_an_interpreter_who_is_needed_cannot_be_not_applicable() {
    const BARRED: &str = "BLOCK prompt-4.4: Question 4.4 cannot be “Not applicable” with your other answers. Choose another answer.";
    assert_rows(
        "G-17",
        &[
            ("none needed", |case| case.answer("4.4", NotApplicable), &[]),
            (
                "needed, not applicable, whatever the reason",
                |case| {
                    case.choose("1.1", "needed");
                    case.answer("4.4", NotApplicable);
                    case.answered("4.4").reason = "The mother spoke for the child.".into();
                },
                &[BARRED],
            ),
            (
                "needed and not used",
                |case| {
                    case.choose("1.1", "needed");
                    case.answer("4.4", No);
                },
                &[],
            ),
            (
                "needed, another prompt not applicable",
                |case| {
                    case.choose("1.1", "needed");
                    case.answer("4.5", NotApplicable);
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g18_seen_alone_without_views_is_pointed_out_until_there_is_a_concern() {
    const ADVICE: &str = "INFO prompt-4.6: The child was seen alone, but no views are recorded.";
    assert_rows(
        "G-18",
        &[
            ("views recorded", |_| {}, &[]),
            ("no views (edge case 44)", |case| case.answer("4.6", No), &[ADVICE]),
            ("views not evident", |case| case.answer("4.6", NotEvident), &[ADVICE]),
            (
                "not seen alone either",
                |case| {
                    case.answer("4.5", No);
                    case.answer("4.6", No);
                },
                &[],
            ),
            (
                "a concern in another area",
                |case| {
                    case.answer("4.6", No);
                    case.add_concern("area-3");
                },
                &[ADVICE],
            ),
            (
                "a concern in this area",
                |case| {
                    case.answer("4.6", No);
                    case.add_concern("area-4");
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g20_prompts_on_an_unborn_child_are_worded_for_it() {
    assert_rows(
        "G-20",
        &[
            ("of school age", |_| {}, &[]),
            (
                "unborn",
                |case| case.choose("1.2", "unborn"),
                &[
                    "INFO prompt-4.5: 2 questions in “Assessment” are worded differently for this case. Check that your answers fit that wording.",
                ],
            ),
            (
                "unborn, to an agency that is not asked",
                |case| {
                    case.is_from("fire");
                    case.choose("1.2", "unborn");
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g21_evidence_names_its_source() {
    assert_rows(
        "G-21",
        &[
            ("every piece has one", |_| {}, &[]),
            (
                "an answer's",
                |case| case.answered("2.2").evidence = "Three referrals.".into(),
                &[
                    "WARN prompt-2.2: There is 1 piece of evidence in “History” without a source. Choose what kind of record it comes from.",
                ],
            ),
            (
                "an answer's, with its source",
                |case| {
                    case.answered("2.2").evidence = "Three referrals.".into();
                    case.answered("2.2").source = Some(Source::Assessment);
                },
                &[],
            ),
            (
                "a strength's and a concern's lead to the strength",
                |case| {
                    case.add_concern("area-2");
                    let record = case.record("area-2");
                    record.strengths[0].source = None;
                    record.concerns[0].source = None;
                },
                &[
                    "WARN area-2_strengths: There are 2 pieces of evidence in “History” without a source. Choose what kind of record each comes from.",
                ],
            ),
            (
                "a concern's",
                |case| case.record("area-5").concerns[0].source = None,
                &[
                    "WARN area-5_concerns: There is 1 piece of evidence in “Planning” without a source. Choose what kind of record it comes from.",
                ],
            ),
            (
                "blank evidence needs none",
                |case| {
                    case.record("area-5").concerns[0].source = None;
                    case.record("area-5").concerns[0].evidence = " ".into();
                },
                &[],
            ),
            (
                "five in one area are one notice",
                |case| {
                    let one = case.record("area-3").strengths[0].clone();
                    let more = (0..5).map(|number| {
                        let id = item(&format!("n{number}"));
                        crate::audit_return::Strength { id, source: None, ..one.clone() }
                    });
                    case.record("area-3").strengths.extend(more);
                },
                &[
                    "WARN area-3_strengths: There are 5 pieces of evidence in “Referral” without a source. Choose what kind of record each comes from.",
                ],
            ),
        ],
    );
}

#[test]
fn co13_optional_questions_left_out_are_told_once_an_area() {
    const DETAILS: &str =
        "INFO prompt-1.5: 2 optional questions in “Case details” are not answered.";
    const ONE: &str = "INFO prompt-4.7: 1 optional question in “Assessment” is not answered.";
    assert_rows(
        "CO-13",
        &[
            ("both areas that have any", |_| {}, &[DETAILS, ONE]),
            (
                "answered",
                |case| {
                    case.answer("4.7", Yes);
                    case.respond("1.5", Response::Text("By train".into()));
                    case.choose_several("1.6", &["none"]);
                },
                &[],
            ),
            ("one that must be answered is open", |case| case.unanswer("4.5"), &[DETAILS]),
            (
                "an area without a grade, for a reason",
                |case| case.no_grade("area-4", NonGrade::InsufficientEvidence),
                &[DETAILS],
            ),
            ("nothing begun", |case| *case = Case::untouched(), &[]),
            (
                "a nil return",
                |case| {
                    let level = crate::audit_return::InvolvementLevel::NotKnown;
                    case.ret.involvement.level = Some(level);
                },
                &[],
            ),
        ],
    );
}

#[test]
fn g16_counts_only_prompts_that_are_asked() {
    let mut case = Case::complete();
    case.answer("4.6.a", NotApplicable);
    assert_eq!(case.objections(), []);
}
