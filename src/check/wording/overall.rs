//! The sentences on the case overall.

use super::{is_are, labels, listed, quoted, titles};
use crate::text::numbered;
use crate::tool::{Area, Grade};

pub(in crate::check) fn grade_the_case() -> String {
    "Choose an overall grade, or say why there is none.".into()
}

pub(in crate::check) fn why_no_overall_grade() -> String {
    "Say why there is no overall grade.".into()
}

pub(in crate::check) fn overall_not_offered(offered: &[&Grade]) -> String {
    format!("The overall grade is not one that is offered. Choose {}.", labels(offered))
}

pub(in crate::check) fn outstanding_needs_good(
    overall: &Grade,
    poorer: &[(&Area, &Grade)],
) -> String {
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

pub(in crate::check) fn outstanding_without_evidence(overall: &Grade, areas: &[&Area]) -> String {
    format!(
        "{} overall is not possible with insufficient evidence in {}. Choose another overall grade.",
        &overall.label,
        titles(areas),
    )
}

pub(in crate::check) fn outstanding_with_not_applicable(
    overall: &Grade,
    areas: &[&Area],
) -> String {
    format!(
        "You chose {} overall, and {} {} not applicable. Say why the grade still stands.",
        &overall.label,
        titles(areas),
        is_are(areas.len()),
    )
}

pub(in crate::check) fn outstanding_on_few_areas(
    overall: &Grade,
    graded: usize,
    of: usize,
) -> String {
    format!(
        "You chose {} overall with {graded} of {} graded. Say why that is enough.",
        &overall.label,
        numbered(of, "area", "areas"),
    )
}

pub(in crate::check) fn graded_against(overall: &Grade, areas: &[(&Area, &Grade)]) -> String {
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

pub(in crate::check) fn good_without_evidence(overall: &Grade) -> String {
    format!(
        "{} overall is not possible when no area of the work could be graded for lack of evidence. Choose a lower grade, or say why there is none.",
        &overall.label,
    )
}

pub(in crate::check) fn missing_evidence_is_a_concern(recording: &Area) -> String {
    format!(
        "The record did not allow you to grade every area. Add that as a concern in {}, or say why it is none.",
        quoted(&recording.title),
    )
}

/// Which end of the areas' range the overall grade passes.
#[derive(Clone, Copy)]
pub(in crate::check) enum Outside {
    Better,
    Worse,
}

pub(in crate::check) fn outside_range(
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

pub(in crate::check) fn same_text_elsewhere(case: &str) -> String {
    format!(
        "This text is the same as in {case}. Say what is so for this child, or why the same words fit both."
    )
}

pub(in crate::check) fn overall_reason_missing(words: usize) -> String {
    format!(
        "Say why you chose this overall grade, in at least {}.",
        numbered(words, "word", "words")
    )
}

pub(in crate::check) fn overall_reason_short(has: usize, needs: usize) -> String {
    format!(
        "The reason for the overall grade has {}. Write at least {needs}.",
        numbered(has, "word", "words"),
    )
}

pub(in crate::check) fn no_such_qualifier(offered: bool) -> String {
    if offered {
        "The qualifier does not belong to this overall grade. Remove it, or choose a grade that can carry it.".into()
    } else {
        "Grades of this audit's scale carry no qualifier. Remove it.".into()
    }
}

pub(in crate::check) fn everything_good_without_concern() -> String {
    "Every grade is good or better, and no concern is recorded anywhere. Add what could have been better, or say how you satisfied yourself that there is nothing.".into()
}

pub(in crate::check) fn concern_but_everything_good() -> String {
    "You raised an immediate concern, but every grade is good or better. Check the grades, or say why they stand.".into()
}

pub(in crate::check) fn offer_general_comments() -> String {
    "You can add general comments, such as good practice that others should hear of.".into()
}
