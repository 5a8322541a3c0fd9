//! The sentences on answers.

use super::{is_are, quoted};
use crate::id::PromptId;
use crate::text::numbered;
use crate::tool::Area;

pub(in crate::check) fn answer_question(prompt: &PromptId, asked: &str) -> String {
    format!("Answer question {prompt}, {}.", quoted(asked))
}

pub(in crate::check) fn optional_questions_open(count: usize, area: &Area) -> String {
    format!(
        "{} in {} {} not answered.",
        numbered(count, "optional question", "optional questions"),
        quoted(&area.title),
        is_are(count),
    )
}

pub(in crate::check) fn say_what_the_record_shows(count: usize, area: &Area) -> String {
    format!(
        "{} of partly or no in {} without evidence. Say what the record shows.",
        if count == 1 { "There is 1 answer".into() } else { format!("There are {count} answers") },
        quoted(&area.title),
    )
}

pub(in crate::check) fn name_the_source(count: usize, area: &Area) -> String {
    format!(
        "{} of evidence in {} without a source. Choose what kind of record {}.",
        if count == 1 { "There is 1 piece".into() } else { format!("There are {count} pieces") },
        quoted(&area.title),
        if count == 1 { "it comes from" } else { "each comes from" },
    )
}

pub(in crate::check) fn choose_a_listed_answer(prompt: &PromptId) -> String {
    format!("The answer to question {prompt} is not one of its choices. Choose again.")
}

pub(in crate::check) fn choose_alone(prompt: &PromptId, option: &str) -> String {
    format!("For question {prompt}, choose {} alone, or only the others.", quoted(option))
}

pub(in crate::check) fn number_between(
    prompt: &PromptId,
    min: u32,
    max: u32,
    unit: &str,
) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    format!("The answer to question {prompt} must be between {min} and {max}{unit}.")
}

pub(in crate::check) fn text_too_long(prompt: &PromptId, length: usize, most: u32) -> String {
    format!(
        "The answer to question {prompt} has {}. Shorten it to {most} or fewer.",
        numbered(length, "character", "characters"),
    )
}

pub(in crate::check) fn shorten_the_text(label: &str, most: Option<usize>) -> String {
    let most = match most {
        Some(most) => [&most.to_string(), " characters"].concat(),
        None => "a return can hold".to_owned(),
    };
    format!("{} is longer than {most}. Shorten it.", quoted(label))
}

pub(in crate::check) fn not_in_the_tool(count: usize) -> String {
    format!(
        "{} to questions or areas that this audit tool does not have. {} not counted.",
        if count == 1 { "1 entry belongs".into() } else { format!("{count} entries belong") },
        if count == 1 { "It is" } else { "They are" },
    )
}

pub(in crate::check) fn why_not_applicable(prompt: &PromptId, area: &Area) -> String {
    format!("Say why question {prompt} in {} is not applicable.", quoted(&area.title))
}

pub(in crate::check) fn cannot_be_not_applicable(prompt: &PromptId) -> String {
    format!(
        "Question {prompt} cannot be “Not applicable” with your other answers. Choose another answer."
    )
}

pub(in crate::check) fn reworded(count: usize, area: &Area) -> String {
    format!(
        "{} in {} {} worded differently for this case. Check that {} that wording.",
        numbered(count, "question", "questions"),
        quoted(&area.title),
        is_are(count),
        if count == 1 { "your answer fits" } else { "your answers fit" },
    )
}
