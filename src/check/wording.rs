//! The sentences of notices: what is wrong and what to do, in one place.
//!
//! They name areas by title, prompts by number and grades by the scale's own
//! labels, and never repeat what an auditor wrote.

mod panel;
mod time;

pub(super) use panel::*;
pub(super) use time::*;

use crate::audit_return::NonGrade;
use crate::id::PromptId;
use crate::tool::{Area, Grade};

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// "A", "A and B", "A, B and C".
fn listed(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

fn titles(areas: &[&Area]) -> String {
    let titles: Vec<String> = areas.iter().map(|area| quoted(&area.title)).collect();
    listed(&titles, "and")
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn labels(grades: &[&Grade]) -> String {
    let labels: Vec<String> = grades.iter().map(|grade| grade.label.clone()).collect();
    listed(&labels, "or")
}

fn is_are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

// Who the auditor is, and how far the agency was involved.

pub(super) fn enter_name() -> String {
    "Enter your name or staff number. Only the coordinator sees it.".into()
}

pub(super) fn enter_role() -> String {
    "Enter your role.".into()
}

pub(super) fn say_whether_independent() -> String {
    "Say whether you hold or supervise this case.".into()
}

pub(super) fn say_whether_experienced() -> String {
    "Say whether you are experienced in audit, or authorised to carry it out.".into()
}

pub(super) fn holds_the_case() -> String {
    "You hold or supervise this case. Ask for another auditor, or say why you audit it.".into()
}

pub(super) fn not_experienced() -> String {
    "You are not experienced in audit or authorised to carry it out. Ask for another auditor, or say why you audit this case.".into()
}

pub(super) fn declaration_incomplete() -> String {
    "The declaration is not complete. Make every statement of it before signing.".into()
}

pub(super) fn choose_involvement() -> String {
    "Choose how far your agency was involved.".into()
}

pub(super) fn enter_search_date() -> String {
    "Enter the date on which your records were searched.".into()
}

pub(super) fn enter_systems() -> String {
    "Enter which record systems were searched.".into()
}

pub(super) fn enter_statement() -> String {
    "Enter a statement of what the search showed.".into()
}

pub(super) fn nil_return_is_graded(grades: usize) -> String {
    format!(
        "You said that your agency was not involved, but {} recorded. Remove {}, or change how far your agency was involved.",
        if grades == 1 { "1 grade is".into() } else { format!("{grades} grades are") },
        if grades == 1 { "it" } else { "them" },
    )
}

// Answers.

pub(super) fn answer_question(prompt: &PromptId, area: &Area) -> String {
    format!("Answer question {prompt} in {}.", quoted(&area.title))
}

pub(super) fn say_what_the_record_shows(count: usize, area: &Area) -> String {
    format!(
        "{} of partly or no in {} without evidence. Say what the record shows.",
        if count == 1 { "There is 1 answer".into() } else { format!("There are {count} answers") },
        quoted(&area.title),
    )
}

pub(super) fn name_the_source(count: usize, area: &Area) -> String {
    format!(
        "{} of evidence in {} without a source. Choose what kind of record {}.",
        if count == 1 { "There is 1 piece".into() } else { format!("There are {count} pieces") },
        quoted(&area.title),
        if count == 1 { "it comes from" } else { "each comes from" },
    )
}

pub(super) fn choose_a_listed_answer(prompt: &PromptId) -> String {
    format!("The answer to question {prompt} is not one of its choices. Choose again.")
}

pub(super) fn choose_alone(prompt: &PromptId, option: &str) -> String {
    format!("For question {prompt}, choose {} alone, or only the others.", quoted(option))
}

pub(super) fn number_between(prompt: &PromptId, min: u32, max: u32, unit: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    format!("The answer to question {prompt} must be between {min} and {max}{unit}.")
}

pub(super) fn text_too_long(prompt: &PromptId, length: usize, most: u32) -> String {
    format!(
        "The answer to question {prompt} has {}. Shorten it to {most} or fewer.",
        counted(length, "character", "characters"),
    )
}

pub(super) fn not_in_the_tool(count: usize) -> String {
    format!(
        "{} to questions or areas that this audit tool does not have. {} not counted.",
        if count == 1 { "1 entry belongs".into() } else { format!("{count} entries belong") },
        if count == 1 { "It is" } else { "They are" },
    )
}

pub(super) fn why_not_applicable(prompt: &PromptId, area: &Area) -> String {
    format!("Say why question {prompt} in {} is not applicable.", quoted(&area.title))
}

pub(super) fn cannot_be_not_applicable(prompt: &PromptId) -> String {
    format!(
        "Question {prompt} cannot be “Not applicable” with your other answers. Choose another answer."
    )
}

pub(super) fn reworded(count: usize, area: &Area) -> String {
    format!(
        "{} in {} {} worded differently for this case. Check that {} that wording.",
        counted(count, "question", "questions"),
        quoted(&area.title),
        is_are(count),
        if count == 1 { "your answer fits" } else { "your answers fit" },
    )
}

// An area's grade and what goes with it.

pub(super) fn carries_no_grade(area: &Area) -> String {
    format!("{} carries no grade. Remove its grade.", quoted(&area.title))
}

pub(super) fn case_carries_no_grade() -> String {
    "This audit tool has no overall grade. Remove it.".into()
}

pub(super) fn grade_the_area(area: &Area) -> String {
    format!("Choose a grade for {}, or say why there is none.", quoted(&area.title))
}

pub(super) fn why_no_grade(area: &Area) -> String {
    format!("Say why {} has no grade.", quoted(&area.title))
}

pub(super) fn grade_for_the_case_only(grade: &Grade, area: &Area, offered: &[&Grade]) -> String {
    format!(
        "{} is only for the case overall. Choose {} for {}.",
        &grade.label,
        labels(offered),
        quoted(&area.title),
    )
}

pub(super) fn grade_not_of_the_scale(area: &Area, offered: &[&Grade]) -> String {
    format!(
        "The grade of {} is not on this audit's scale. Choose {}.",
        quoted(&area.title),
        labels(offered),
    )
}

pub(super) fn give_a_reason(area: &Area, grade: &Grade) -> String {
    format!("Say why you graded {} as {}.", quoted(&area.title), &grade.label)
}

pub(super) fn state_the_impact(area: &Area) -> String {
    format!("Choose what difference the work in {} made to the child.", quoted(&area.title))
}

pub(super) fn record_a_finding() -> String {
    "Nothing is graded in this audit, and no area holds a strength or a concern. Add what the panel should hear of, or say why there is nothing.".into()
}

pub(super) fn strength_without_text(area: &Area) -> String {
    format!(
        "A strength in {} has evidence but does not say what was done well. Enter it, or remove the line.",
        quoted(&area.title),
    )
}

pub(super) fn concern_without_text(area: &Area) -> String {
    format!(
        "A concern in {} has evidence but does not say what it is. Enter it, or remove the line.",
        quoted(&area.title),
    )
}

pub(super) fn inadequate_needs_concern(area: &Area, grade: &Grade) -> String {
    format!("You graded {} as {}. Add a concern.", quoted(&area.title), &grade.label)
}

pub(super) fn inadequate_needs_impact(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}. Describe the impact on the child.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(super) fn inadequate_needs_immediacy(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}. Say whether it was an immediate concern.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(super) fn good_needs_strength(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}. Add a strength, with its evidence.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(super) fn below_good_needs_concern(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}, but it holds no concern and no answer of partly, no or not evident. Add what was missing, or say why.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(super) fn all_yes_but_inadequate(count: usize, area: &Area, grade: &Grade) -> String {
    format!(
        "{} in {} {} yes, but you graded it as {}. Check both, or say why they agree.",
        if count == 1 { "The only answer".into() } else { format!("All {count} answers") },
        quoted(&area.title),
        is_are(count),
        &grade.label,
    )
}

pub(super) fn mostly_no_but_good(lacking: usize, of: usize, area: &Area, grade: &Grade) -> String {
    format!(
        "{lacking} of {} in {} {} no or not evident, but you graded it as {}. Check both, or say why they agree.",
        counted(of, "answer", "answers"),
        quoted(&area.title),
        is_are(lacking),
        &grade.label,
    )
}

pub(super) fn not_due_but_graded(area: &Area) -> String {
    format!(
        "Your other answers say that {} does not arise in this case. Choose {}, or say why you grade it.",
        quoted(&area.title),
        quoted(NonGrade::NotApplicable.label()),
    )
}

// The case overall.

pub(super) fn grade_the_case() -> String {
    "Choose an overall grade, or say why there is none.".into()
}

pub(super) fn why_no_overall_grade() -> String {
    "Say why there is no overall grade.".into()
}

pub(super) fn overall_not_offered(offered: &[&Grade]) -> String {
    format!("The overall grade is not one that is offered. Choose {}.", labels(offered))
}

pub(super) fn outstanding_needs_good(overall: &Grade, poorer: &[(&Area, &Grade)]) -> String {
    let poorer: Vec<String> = poorer
        .iter()
        .map(|(area, grade)| format!("{} is {}", quoted(&area.title), &grade.label))
        .collect();
    format!(
        "{} overall needs every graded area to be good or better, but {}. Choose another overall grade, or look at the areas again.",
        &overall.label,
        listed(&poorer, "and"),
    )
}

pub(super) fn outstanding_without_evidence(overall: &Grade, areas: &[&Area]) -> String {
    format!(
        "{} overall is not possible with insufficient evidence in {}. Choose another overall grade.",
        &overall.label,
        titles(areas),
    )
}

pub(super) fn outstanding_with_not_applicable(overall: &Grade, areas: &[&Area]) -> String {
    format!(
        "You chose {} overall, and {} {} not applicable. Say why the grade still stands.",
        &overall.label,
        titles(areas),
        is_are(areas.len()),
    )
}

pub(super) fn outstanding_on_few_areas(overall: &Grade, graded: usize, of: usize) -> String {
    format!(
        "You chose {} overall with {graded} of {} graded. Say why that is enough.",
        &overall.label,
        counted(of, "area", "areas"),
    )
}

pub(super) fn good_despite_inadequate(overall: &Grade, areas: &[(&Area, &Grade)]) -> String {
    let poor: Vec<String> = areas
        .iter()
        .map(|(area, grade)| format!("{} as {}", quoted(&area.title), grade.label))
        .collect();
    format!(
        "You chose {} overall, but graded {}. Check both, or say why the overall grade stands.",
        &overall.label,
        listed(&poor, "and"),
    )
}

pub(super) fn good_without_evidence(overall: &Grade) -> String {
    format!(
        "{} overall is not possible when no area could be graded for lack of evidence. Choose a lower grade, or say why there is none.",
        &overall.label,
    )
}

pub(super) fn missing_evidence_is_a_concern(recording: &Area) -> String {
    format!(
        "The record did not allow you to grade every area. Add that as a concern in {}, or say why it is none.",
        quoted(&recording.title),
    )
}

/// Which end of the areas' range the overall grade passes.
#[derive(Clone, Copy)]
pub(super) enum Outside {
    Better,
    Worse,
}

pub(super) fn outside_range(
    outside: Outside,
    overall: &Grade,
    nearest: (&Area, &Grade),
    words: Option<u32>,
) -> String {
    let than = match outside {
        Outside::Better => "better than your best area",
        Outside::Worse => "worse than your poorest area",
    };
    let (area, grade) = nearest;
    let what = format!(
        "{} overall is {than}, {}, which is {}.",
        &overall.label,
        quoted(&area.title),
        &grade.label,
    );
    match words {
        Some(words) => format!(
            "{what} Choose another overall grade, or give its reason in at least {words} words."
        ),
        None => format!("{what} Check it, and say why it stands."),
    }
}

pub(super) fn same_text_elsewhere(case: &str) -> String {
    format!(
        "This text is the same as in {case}. Say what is so for this child, or why the same words fit both."
    )
}

pub(super) fn overall_reason_missing(words: usize) -> String {
    format!(
        "Say why you chose this overall grade, in at least {}.",
        counted(words, "word", "words")
    )
}

pub(super) fn overall_reason_short(has: usize, needs: usize) -> String {
    format!(
        "The reason for the overall grade has {}. Write at least {needs}.",
        counted(has, "word", "words"),
    )
}

pub(super) fn no_such_qualifier(offered: bool) -> String {
    if offered {
        "The qualifier does not belong to this overall grade. Remove it, or choose a grade that can carry it.".into()
    } else {
        "Grades of this audit's scale carry no qualifier. Remove it.".into()
    }
}

pub(super) fn everything_good_without_concern() -> String {
    "Every grade is good or better, and no concern is recorded anywhere. Add what could have been better, or say how you satisfied yourself that there is nothing.".into()
}

pub(super) fn concern_but_everything_good() -> String {
    "You raised an immediate concern, but every grade is good or better. Check the grades, or say why they stand.".into()
}

pub(super) fn offer_general_comments() -> String {
    "You can add general comments, such as good practice that others should hear of.".into()
}

// Immediate concerns.

pub(super) fn say_who_was_told() -> String {
    "Enter the role of the person you told about the immediate concern.".into()
}

pub(super) fn say_when_told() -> String {
    "Enter when you told them about the immediate concern.".into()
}

pub(super) fn choose_concern_kind() -> String {
    "Choose what kind of concern it is.".into()
}

pub(super) fn say_what_was_noticed() -> String {
    "Say what you noticed.".into()
}

pub(super) fn say_when_noticed() -> String {
    "Enter when you noticed the concern.".into()
}

pub(super) fn told_before_noticed() -> String {
    "You told somebody before you noticed the concern. Check both dates and times.".into()
}

pub(super) fn say_how_they_were_told() -> String {
    "Say how you told them about the immediate concern.".into()
}

pub(super) fn say_who_closed_it() -> String {
    "Enter the role of the manager who closed the concern.".into()
}

pub(super) fn say_what_came_of_it() -> String {
    "Say what came of the concern.".into()
}

pub(super) fn record_the_concern(area: &Area) -> String {
    format!(
        "You said that {} raised an immediate concern. Record it, and whom you told, when and how.",
        quoted(&area.title),
    )
}
