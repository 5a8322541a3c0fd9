//! The sentences on an area's grade and what goes with it.

use super::{is_are, labels, quoted};
use crate::audit_return::NonGrade;
use crate::text::numbered;
use crate::tool::{Area, Grade};

pub(in crate::check) fn carries_no_grade(area: &Area) -> String {
    format!("{} carries no grade. Remove its grade.", quoted(&area.title))
}

pub(in crate::check) fn case_carries_no_grade() -> String {
    "This audit tool has no overall grade. Remove it.".into()
}

pub(in crate::check) fn grade_the_area(area: &Area) -> String {
    format!("Choose a grade for {}, or say why there is none.", quoted(&area.title))
}

pub(in crate::check) fn why_no_grade(area: &Area) -> String {
    format!("Say why {} has no grade.", quoted(&area.title))
}

pub(in crate::check) fn grade_for_the_case_only(
    grade: &Grade,
    area: &Area,
    offered: &[&Grade],
) -> String {
    format!(
        "{} is only for the case overall. Choose {} for {}.",
        &grade.label,
        labels(offered),
        quoted(&area.title),
    )
}

pub(in crate::check) fn grade_not_of_the_scale(area: &Area, offered: &[&Grade]) -> String {
    format!(
        "The grade of {} is not on this audit's scale. Choose {}.",
        quoted(&area.title),
        labels(offered),
    )
}

pub(in crate::check) fn give_a_reason(area: &Area, grade: &Grade) -> String {
    format!("Say why you graded {} as {}.", quoted(&area.title), &grade.label)
}

pub(in crate::check) fn state_the_impact(area: &Area) -> String {
    format!("Choose what difference the work in {} made to the child.", quoted(&area.title))
}

pub(in crate::check) fn record_a_finding() -> String {
    "Nothing is graded in this audit, and no area holds a strength or a concern. Add what the panel should hear of, or say why there is nothing.".into()
}

pub(in crate::check) fn strength_without_text(area: &Area) -> String {
    format!(
        "A strength in {} has evidence but does not say what was done well. Enter it, or remove the line.",
        quoted(&area.title),
    )
}

pub(in crate::check) fn concern_without_text(area: &Area) -> String {
    format!(
        "A concern in {} has evidence but does not say what it is. Enter it, or remove the line.",
        quoted(&area.title),
    )
}

pub(in crate::check) fn inadequate_needs_concern(area: &Area, grade: &Grade) -> String {
    format!("You graded {} as {}. Add a concern.", quoted(&area.title), &grade.label)
}

pub(in crate::check) fn inadequate_needs_impact(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}. Describe the impact on the child.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(in crate::check) fn inadequate_needs_immediacy(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}. Say whether it was an immediate concern.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(in crate::check) fn good_needs_strength(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}. Add a strength, with its evidence.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(in crate::check) fn below_good_needs_concern(area: &Area, grade: &Grade) -> String {
    format!(
        "You graded {} as {}, but it holds no concern and no answer of partly, no or not evident. Add what was missing, or say why.",
        quoted(&area.title),
        &grade.label,
    )
}

pub(in crate::check) fn all_yes_but_inadequate(count: usize, area: &Area, grade: &Grade) -> String {
    format!(
        "{} in {} {} yes, but you graded it as {}. Check both, or say why they agree.",
        if count == 1 { "The only answer".into() } else { format!("All {count} answers") },
        quoted(&area.title),
        is_are(count),
        &grade.label,
    )
}

pub(in crate::check) fn mostly_no_but_good(
    lacking: usize,
    of: usize,
    area: &Area,
    grade: &Grade,
) -> String {
    format!(
        "{lacking} of {} in {} {} no or not evident, but you graded it as {}. Check both, or say why they agree.",
        numbered(of, "answer", "answers"),
        quoted(&area.title),
        is_are(lacking),
        &grade.label,
    )
}

pub(in crate::check) fn not_due_but_graded(area: &Area) -> String {
    format!(
        "Your other answers say that {} does not arise in this case. Choose {}, or say why you grade it.",
        quoted(&area.title),
        quoted(NonGrade::NotApplicable.label()),
    )
}
