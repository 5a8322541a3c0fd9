//! Answers to single prompts.

use crate::audit_return::Response;
use crate::check::words::is_blank;
use crate::check::{
    AreaPart, AreaReading, Notice, Place, PromptReading, Reading, TextPart, wording,
};
use crate::id::ItemId;
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
        .map(|(_, prompt)| {
            let asked = prompt.prompt.wording(reading.ret);
            let message = wording::answer_question(&prompt.prompt.id, asked);
            Notice::block("CO-01", at(prompt), message)
        })
        .collect()
}

/// CO-13: questions that may be left out and were, once an area. Informs.
///
/// Leads to the first of them, when the area is begun and answers all that it has to: before that, what
/// there must be is told, and comes first.
pub(crate) fn co13_optional_questions_left_out_are_told(reading: &Reading) -> Vec<Notice> {
    let of_area = |area: &AreaReading| {
        let (answered, open): (Vec<&PromptReading>, Vec<&PromptReading>) =
            area.prompts.iter().partition(|it| is_answered(it));
        let owes = open.iter().any(|prompt| prompt.prompt.mandatory);
        let first = open.first().filter(|_| !answered.is_empty() && !owes)?;
        let message = wording::optional_questions_open(open.len(), area.area);
        Some(Notice::info("CO-13", at(first), message))
    };
    reading.areas.iter().filter(|area| area.needs_answers()).filter_map(of_area).collect()
}

/// CO-02: an answer of partly or no says what the record shows. Warns, once an area.
///
/// Leads to the first such prompt. "Yes" may rest on the area's strengths, and
/// "not evident" has nothing to show.
pub(crate) fn co02_partly_and_no_say_what_the_record_shows(reading: &Reading) -> Vec<Notice> {
    let lacks = |prompt: &&PromptReading| match prompt.value() {
        Some(AnswerValue::Partly | AnswerValue::No) => {
            prompt.evidenced().is_some_and(|answer| is_blank(&answer.evidence))
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
        let lacking: Vec<&PromptReading> = area.prompts.iter().filter(lacks).collect();
        let first = lacking.first()?;
        let message = wording::say_what_the_record_shows(lacking.len(), area.area);
        let extent = reading.extent(lacking.iter().map(|prompt| prompt.prompt.id.to_string()));
        Some(Notice::warn("CO-02", at(first), message).about(extent))
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
        let extent = reading.extent(places.iter().map(Place::key));
        Some(Notice::warn("G-21", first.question().clone(), message).about(extent))
    };
    reading.areas.iter().filter_map(of_area).collect()
}

/// Each piece by the box in which it stands; a prompt has one only.
fn without_source(area: &AreaReading) -> Vec<Place> {
    let line = |part, item: &ItemId| {
        Place::Area(area.area.id.clone(), part).text(TextPart::LineEvidence(item.clone()))
    };
    let answers = area.prompts.iter().filter(|prompt| {
        prompt.evidenced().is_some_and(|it| !is_blank(&it.evidence) && it.source.is_none())
    });
    let strengths = area.strengths().iter();
    let strengths = strengths.filter(|it| !is_blank(&it.evidence) && it.source.is_none());
    let concerns = area.concerns().iter();
    let concerns = concerns.filter(|it| !is_blank(&it.evidence) && it.source.is_none());
    answers
        .map(at)
        .chain(strengths.map(|it| line(AreaPart::Strengths, &it.id)))
        .chain(concerns.map(|it| line(AreaPart::Concerns, &it.id)))
        .collect()
}

#[cfg(test)]
mod tests;
