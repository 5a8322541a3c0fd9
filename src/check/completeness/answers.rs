//! Answers to single prompts.

use crate::audit_return::Response;
use crate::check::words::is_blank;
use crate::check::{AreaPart, AreaReading, Notice, Place, PromptReading, Reading, wording};
use crate::tool::AnswerValue;

/// Every prompt that is asked, with its area.
fn asked<'r, 'a>(
    reading: &'r Reading<'a>,
) -> impl Iterator<Item = (&'r AreaReading<'a>, &'r PromptReading<'a>)> {
    reading.areas.iter().flat_map(|area| area.prompts.iter().map(move |prompt| (area, prompt)))
}

fn at(prompt: &PromptReading) -> Place {
    Place::Prompt(prompt.prompt.id.clone())
}

/// Whether there is an answer: blank text and no option at all are none.
fn is_answered(prompt: &PromptReading) -> bool {
    match prompt.response() {
        Some(Response::Text(text)) => !is_blank(text),
        Some(Response::Options(options)) => !options.is_empty(),
        Some(Response::Value(_) | Response::Option(_) | Response::Number(_)) => true,
        None => false,
    }
}

/// CO-01: every mandatory prompt asked of this agency is answered. Blocks.
///
/// Not in an area that has no grade for a stated reason: that explains them all.
pub(crate) fn co01_every_mandatory_prompt_is_answered(reading: &Reading) -> Vec<Notice> {
    asked(reading)
        .filter(|(area, prompt)| area.needs_answers() && prompt.prompt.mandatory)
        .filter(|(_, prompt)| !is_answered(prompt))
        .map(|(area, prompt)| {
            let message = wording::answer_question(&prompt.prompt.id, area.area);
            Notice::block("CO-01", at(prompt), message)
        })
        .collect()
}

/// CO-02: an answer of partly or no says what the record shows. Warns, once an area.
///
/// Leads to the first such prompt. "Yes" may rest on the area's strengths, and
/// "not evident" has nothing to show.
pub(crate) fn co02_partly_and_no_say_what_the_record_shows(reading: &Reading) -> Vec<Notice> {
    let lacks = |prompt: &&PromptReading| match prompt.value() {
        Some(AnswerValue::Partly | AnswerValue::No) => {
            prompt.answer.is_some_and(|answer| is_blank(&answer.evidence))
        }
        Some(
            AnswerValue::Yes
            | AnswerValue::NotEvident
            | AnswerValue::NotApplicable
            | AnswerValue::NotKnown,
        )
        | None => false,
    };
    let of_area = |area: &AreaReading| {
        let first = area.prompts.iter().find(lacks)?;
        let count = area.prompts.iter().filter(lacks).count();
        let message = wording::say_what_the_record_shows(count, area.area);
        Some(Notice::warn("CO-02", at(first), message))
    };
    reading.areas.iter().filter_map(of_area).collect()
}

/// Whether this prompt may not be answered with "not applicable" in this case (G-17).
fn is_barred(reading: &Reading, prompt: &PromptReading) -> bool {
    let barred = prompt.prompt.not_applicable_barred_when.as_ref();
    barred.is_some_and(|condition| reading.holds(condition))
}

fn not_applicable<'r, 'a>(
    reading: &'r Reading<'a>,
) -> impl Iterator<Item = (&'r AreaReading<'a>, &'r PromptReading<'a>)> {
    asked(reading).filter(|(_, prompt)| prompt.value() == Some(AnswerValue::NotApplicable))
}

/// G-16: "not applicable" to a mandatory prompt gives a reason. Blocks.
pub(crate) fn g16_not_applicable_gives_a_reason(reading: &Reading) -> Vec<Notice> {
    not_applicable(reading)
        .filter(|(area, prompt)| area.needs_answers() && prompt.prompt.mandatory)
        .filter(|(_, prompt)| prompt.answer.is_some_and(|answer| is_blank(&answer.reason)))
        // No reason would help where G-17 bars the answer.
        .filter(|(_, prompt)| !is_barred(reading, prompt))
        .map(|(area, prompt)| {
            let message = wording::why_not_applicable(&prompt.prompt.id, area.area);
            Notice::block("G-16", at(prompt), message)
        })
        .collect()
}

/// G-17: "not applicable" is no answer where the tool bars it, such as an interpreter where one is needed. Blocks.
pub(crate) fn g17_not_applicable_is_barred(reading: &Reading) -> Vec<Notice> {
    not_applicable(reading)
        .filter(|(_, prompt)| is_barred(reading, prompt))
        .map(|(_, prompt)| {
            let message = wording::cannot_be_not_applicable(&prompt.prompt.id);
            Notice::block("G-17", at(prompt), message)
        })
        .collect()
}

/// G-18: what the tool points out once answers are as it describes, such as "seen alone, but views not evident".
pub(crate) fn g18_advice_of_the_tool(reading: &Reading) -> Vec<Notice> {
    asked(reading)
        .flat_map(|(area, prompt)| prompt.prompt.advice.iter().map(move |it| (area, prompt, it)))
        .filter(|(area, _, advice)| !(advice.until_concern && area.has_concern()))
        .filter(|(_, _, advice)| reading.holds(&advice.when))
        .map(|(_, prompt, advice)| Notice::info("G-18", at(prompt), advice.text.clone()))
        .collect()
}

/// G-20: prompts are worded for this case, such as an unborn child. Once an area, leading to the first.
pub(crate) fn g20_prompts_are_reworded_for_this_case(reading: &Reading) -> Vec<Notice> {
    let is_reworded = |prompt: &&PromptReading| {
        prompt.prompt.rewordings.iter().any(|rewording| reading.holds(&rewording.when))
    };
    let of_area = |area: &AreaReading| {
        let reworded: Vec<&PromptReading> = area.prompts.iter().filter(is_reworded).collect();
        let first = reworded.first()?;
        Some(Notice::info("G-20", at(first), wording::reworded(reworded.len(), area.area)))
    };
    reading.areas.iter().filter_map(of_area).collect()
}

/// G-21: evidence names what kind of record it comes from. Warns, once an area.
///
/// One notice a piece would drown the rest: the notice counts them and leads to
/// the first, prompts before strengths before concerns.
pub(crate) fn g21_evidence_names_its_source(reading: &Reading) -> Vec<Notice> {
    let of_area = |area: &AreaReading| {
        let places = without_source(area);
        let first = places.first()?;
        let message = wording::name_the_source(places.len(), area.area);
        Some(Notice::warn("G-21", first.clone(), message))
    };
    reading.areas.iter().filter_map(of_area).collect()
}

fn without_source(area: &AreaReading) -> Vec<Place> {
    let in_part = |part| Place::Area(area.area.id.clone(), part);
    let answers = area.prompts.iter().filter(|prompt| {
        prompt.answer.is_some_and(|it| !is_blank(&it.evidence) && it.source.is_none())
    });
    let strengths = area.record.strengths.iter();
    let strengths = strengths.filter(|it| !is_blank(&it.evidence) && it.source.is_none());
    let concerns = area.record.concerns.iter();
    let concerns = concerns.filter(|it| !is_blank(&it.evidence) && it.source.is_none());
    answers
        .map(at)
        .chain(strengths.map(|_| in_part(AreaPart::Strengths)))
        .chain(concerns.map(|_| in_part(AreaPart::Concerns)))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::audit_return::{NonGrade, Response, Source};
    use crate::check::testing::{Case, assert_rows, item};
    use crate::tool::AnswerValue::{No, NotApplicable, NotEvident, Partly, Yes};

    #[test]
    fn co01_every_mandatory_prompt_that_is_asked_is_answered() {
        const FOUR_FIVE: &str = "BLOCK prompt-4.5: Answer question 4.5 in “Assessment”.";
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
                    &["BLOCK prompt-1.4: Answer question 1.4 in “Case details”."],
                ),
                ("an optional prompt open", |case| case.unanswer("4.7"), &[]),
                ("a follow-up that is not asked", |case| case.unanswer("4.6.a"), &[]),
                (
                    "a follow-up that is asked",
                    |case| case.answer("4.6", Partly),
                    &["BLOCK prompt-4.6.a: Answer question 4.6.a in “Assessment”."],
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
                        "BLOCK prompt-1.5: Answer question 1.5 in “Case details”.",
                        "BLOCK prompt-1.6: Answer question 1.6 in “Case details”.",
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
        const ADVICE: &str =
            "INFO prompt-4.6: The child was seen alone, but no views are recorded.";
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
                        "WARN area-2-strengths: There are 2 pieces of evidence in “History” without a source. Choose what kind of record each comes from.",
                    ],
                ),
                (
                    "a concern's",
                    |case| case.record("area-5").concerns[0].source = None,
                    &[
                        "WARN area-5-concerns: There is 1 piece of evidence in “Planning” without a source. Choose what kind of record it comes from.",
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
                        "WARN area-3-strengths: There are 5 pieces of evidence in “Referral” without a source. Choose what kind of record each comes from.",
                    ],
                ),
            ],
        );
    }

    #[test]
    fn g16_counts_only_prompts_that_are_asked() {
        let mut case = Case::complete();
        case.answer("4.6.a", NotApplicable);
        assert_eq!(case.notices(), []);
    }
}
