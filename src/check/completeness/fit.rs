//! Whether answers are ones that their prompts can take: a screen offers no others, a file may hold them.

use std::collections::BTreeSet;

use crate::audit_return::Response;
use crate::check::{Notice, Place, PromptReading, Reading, wording};
use crate::gather::gathered;
use crate::id::{OptionId, PromptId};
use crate::text::character_count;
use crate::tool::{ChoiceOption, PromptKind};

/// CO-03: an answer is one that its prompt can take. Blocks.
pub(crate) fn co03_answer_fits_its_prompt(reading: &Reading) -> Vec<Notice> {
    let prompts = reading.areas.iter().flat_map(|area| &area.prompts);
    prompts
        .filter_map(|prompt| {
            let message = misfit(prompt)?;
            Some(Notice::block("CO-03", Place::Prompt(prompt.prompt.id.clone()), message))
        })
        .collect()
}

fn misfit(prompt: &PromptReading) -> Option<String> {
    let id = &prompt.prompt.id;
    match (&prompt.prompt.kind, prompt.response()?) {
        (PromptKind::Judgement { values }, Response::Value(value)) => {
            let offered = values.is_empty() || values.contains(value);
            (!offered).then(|| wording::choose_a_listed_answer(id))
        }
        (PromptKind::Choice { options }, Response::Option(chosen)) => {
            let listed = options.iter().any(|option| option.id == *chosen);
            (!listed).then(|| wording::choose_a_listed_answer(id))
        }
        (PromptKind::Choices { options }, Response::Options(chosen)) => {
            misfit_of_several(id, options, chosen)
        }
        (PromptKind::Number { unit, min, max }, Response::Number(number)) => {
            let within = (min..=max).contains(&number);
            (!within).then(|| wording::number_between(id, *min, *max, unit))
        }
        // "About twelve" is kept as it was typed; there are no choices to choose again from.
        (PromptKind::Number { unit, min, max }, Response::Text(_)) => {
            Some(wording::number_between(id, *min, *max, unit))
        }
        (PromptKind::Text { max_length }, Response::Text(text)) => {
            let length = character_count(text);
            let fits = u32::try_from(length).is_ok_and(|length| length <= *max_length);
            (!fits).then(|| wording::text_too_long(id, length, *max_length))
        }
        (
            PromptKind::Judgement { .. }
            | PromptKind::Choice { .. }
            | PromptKind::Choices { .. }
            | PromptKind::Number { .. }
            | PromptKind::Text { .. },
            Response::Value(_)
            | Response::Option(_)
            | Response::Options(_)
            | Response::Number(_)
            | Response::Text(_),
        ) => Some(wording::choose_a_listed_answer(id)),
    }
}

fn misfit_of_several(
    id: &PromptId,
    options: &[ChoiceOption],
    chosen: &BTreeSet<OptionId>,
) -> Option<String> {
    let known = |id: &OptionId| options.iter().any(|option| option.id == *id);
    if !chosen.iter().all(known) {
        return Some(wording::choose_a_listed_answer(id));
    }
    let alone = options.iter().find(|option| option.exclusive && chosen.contains(&option.id))?;
    (chosen.len() > 1).then(|| wording::choose_alone(id, &alone.label))
}

/// CO-09: nothing is recorded for prompts or areas that the tool does not have. Informs.
///
/// A screen has no control for such an entry, so it cannot be a block; it leads
/// to the first one, which a screen that does not know it shows without a link.
pub(crate) fn co09_nothing_is_answered_that_the_tool_lacks(reading: &Reading) -> Vec<Notice> {
    let tool = reading.tool();
    let prompts: BTreeSet<&PromptId> = gathered(tool.prompts().map(|(_, prompt)| &prompt.id));
    let answers = reading.ret.answers.keys().filter(|id| !prompts.contains(id));
    let areas = reading.ret.areas.keys().filter(|id| tool.area(id).is_none());
    let places: Vec<Place> = answers
        .map(|id| Place::Prompt(id.clone()))
        .chain(areas.map(|id| Place::Area(id.clone(), crate::check::AreaPart::Grade)))
        .collect();
    let first = places.first().cloned();
    let notice = |place| Notice::info("CO-09", place, wording::not_in_the_tool(places.len()));
    first.map(notice).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::audit_return::Response;
    use crate::check::testing::assert_rows;
    use crate::tool::AnswerValue;

    #[test]
    fn co03_an_answer_is_one_that_its_prompt_can_take() {
        const RANGE: &str =
            "BLOCK prompt-1.4: The answer to question 1.4 must be between 1 and 90 weeks.";
        const CHOICE: &str =
            "BLOCK prompt-1.1: The answer to question 1.1 is not one of its choices. Choose again.";
        const CHOICES: &str =
            "BLOCK prompt-1.6: The answer to question 1.6 is not one of its choices. Choose again.";
        assert_rows(
            "CO-03",
            &[
                ("numbers at both bounds", |case| case.respond("1.4", Response::Number(90)), &[]),
                ("lower bound", |case| case.respond("1.4", Response::Number(1)), &[]),
                ("too small", |case| case.respond("1.4", Response::Number(0)), &[RANGE]),
                ("too large", |case| case.respond("1.4", Response::Number(91)), &[RANGE]),
                (
                    "words where a number is asked for",
                    |case| case.respond("1.4", Response::Text("about twelve".into())),
                    &[RANGE],
                ),
                ("an option that is not listed", |case| case.choose("1.1", "perhaps"), &[CHOICE]),
                ("another kind of answer", |case| case.answer("1.1", AnswerValue::Yes), &[CHOICE]),
                ("two of several", |case| case.choose_several("1.6", &["health", "housing"]), &[]),
                (
                    "one that is not listed among several",
                    |case| case.choose_several("1.6", &["health", "police"]),
                    &[CHOICES],
                ),
                ("none of these", |case| case.choose_several("1.6", &["none"]), &[]),
                (
                    "none of these and one more",
                    |case| case.choose_several("1.6", &["health", "none"]),
                    &[
                        "BLOCK prompt-1.6: For question 1.6, choose “None of these” alone, or only the others.",
                    ],
                ),
                (
                    "ten characters",
                    |case| case.respond("1.5", Response::Text("Sêr a lleu".into())),
                    &[],
                ),
                (
                    "ten characters as a person sees them",
                    |case| {
                        let families = "\u{1f469}\u{200d}\u{1f467}".repeat(10);
                        case.respond("1.5", Response::Text(families));
                    },
                    &[],
                ),
                (
                    "eleven characters",
                    |case| case.respond("1.5", Response::Text("Sêr a lleua".into())),
                    &[
                        "BLOCK prompt-1.5: The answer to question 1.5 has 11 characters. Shorten it to 10 or fewer.",
                    ],
                ),
                (
                    "a value that is not offered",
                    |case| case.answer("4.7", AnswerValue::Partly),
                    &[
                        "BLOCK prompt-4.7: The answer to question 4.7 is not one of its choices. Choose again.",
                    ],
                ),
                (
                    "hidden: kept, and not looked at",
                    |case| case.respond("4.6.a", Response::Number(3)),
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn co09_entries_that_the_tool_does_not_have_are_pointed_out() {
        assert_rows(
            "CO-09",
            &[
                ("none", |_| {}, &[]),
                (
                    "a prompt",
                    |case| case.answer("9.9", AnswerValue::Yes),
                    &[
                        "INFO prompt-9.9: 1 entry belongs to questions or areas that this audit tool does not have. It is not counted.",
                    ],
                ),
                (
                    "a prompt and an area",
                    |case| {
                        case.answer("9.9", AnswerValue::Yes);
                        case.grade("area-9", "inadequate");
                    },
                    &[
                        "INFO prompt-9.9: 2 entries belong to questions or areas that this audit tool does not have. They are not counted.",
                    ],
                ),
            ],
        );
    }
}
