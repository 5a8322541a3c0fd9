//! The overall grade: what it needs, and what goes with it.

use crate::audit_return::{Grading, NonGrade};
use crate::check::words::word_count;
use crate::check::{AreaReading, Notice, Place, Reading, wording};
use crate::id::AreaId;
use crate::tool::{Area, Grade, GradeLevel};

/// The overall grade, where it is of the outstanding level.
fn outstanding<'a>(reading: &Reading<'a>) -> Option<&'a Grade> {
    reading.overall_grade().filter(|grade| grade.level == GradeLevel::Outstanding)
}

/// G-04: outstanding overall needs every graded area good or better (edge case 18). Blocks where the scale says so
/// (SR5); on another scale it needs a reason.
///
/// An inadequate area is there G-07's to ask about, so that nothing is asked for twice.
pub(crate) fn g04_outstanding_needs_every_area_good(reading: &Reading) -> Vec<Notice> {
    let Some(overall) = outstanding(reading) else { return Vec::new() };
    let blocks = reading.scale().outstanding_needs_all_good;
    let counts =
        |level: GradeLevel| level > GradeLevel::Good && (blocks || level != GradeLevel::Inadequate);
    let poorer: Vec<(&Area, &Grade)> = reading
        .graded()
        .filter(|(_, grade)| counts(grade.level))
        .map(|(area, grade)| (area.area, grade))
        .collect();
    if poorer.is_empty() {
        return Vec::new();
    }
    if blocks {
        let message = wording::outstanding_needs_good(overall, &poorer);
        return vec![Notice::block("G-04", Place::OverallGrade, message)];
    }
    let message = wording::graded_against(overall, &poorer);
    let things = poorer.iter().map(|(area, _)| beside(&area.id, overall));
    vec![Notice::warn("G-04", Place::OverallGrade, message).about(reading.extent(things))]
}

/// G-05: outstanding overall is not possible with insufficient evidence in an area, and needs a reason with one not applicable (edge case 19).
pub(crate) fn g05_outstanding_needs_evidence_everywhere(reading: &Reading) -> Vec<Notice> {
    let Some(overall) = outstanding(reading) else { return Vec::new() };
    let without =
        |because| -> Vec<&Area> { reading.without_grade(because).map(|area| area.area).collect() };
    let (unknown, not_applicable) =
        (without(NonGrade::InsufficientEvidence), without(NonGrade::NotApplicable));
    let block = (!unknown.is_empty()).then(|| {
        let message = wording::outstanding_without_evidence(overall, &unknown);
        Notice::block("G-05", Place::OverallGrade, message)
    });
    let warn = (!not_applicable.is_empty()).then(|| {
        let message = wording::outstanding_with_not_applicable(overall, &not_applicable);
        let things = not_applicable.iter().map(|area| beside(&area.id, overall));
        Notice::warn("G-05", Place::OverallGrade, message).about(reading.extent(things))
    });
    block.into_iter().chain(warn).collect()
}

/// G-06: outstanding overall rests on at least half of the areas. Warns.
///
/// Of the areas asked of this agency or graded by it: an agency that is asked
/// for two areas and grades both has seen all it was asked to see.
pub(crate) fn g06_outstanding_rests_on_half_the_areas(reading: &Reading) -> Vec<Notice> {
    let Some(overall) = outstanding(reading) else { return Vec::new() };
    let graded = reading.graded().count();
    let is_open =
        |area: &&AreaReading| area.carries_grade() && area.asked && area.grade().is_none();
    let open: Vec<&AreaReading> = reading.areas.iter().filter(is_open).collect();
    let of = graded + open.len();
    if graded * 2 >= of {
        return Vec::new();
    }
    let message = wording::outstanding_on_few_areas(overall, graded, of);
    let things = open.iter().map(|area| beside(&area.area.id, overall));
    vec![Notice::warn("G-06", Place::OverallGrade, message).about(reading.extent(things))]
}

/// G-07: good or better overall with an inadequate area needs a reason; only outstanding is forbidden (SR5). Warns.
pub(crate) fn g07_good_overall_despite_an_inadequate_area(reading: &Reading) -> Vec<Notice> {
    let good = reading.overall_grade().filter(|grade| grade.level <= GradeLevel::Good);
    let Some(overall) = good else { return Vec::new() };
    let inadequate: Vec<(&Area, &Grade)> = reading
        .graded()
        .filter(|(_, grade)| grade.level == GradeLevel::Inadequate)
        .map(|(area, grade)| (area.area, grade))
        .collect();
    if inadequate.is_empty() {
        return Vec::new();
    }
    let message = wording::graded_against(overall, &inadequate);
    let extent = reading.extent(inadequate.iter().map(|(area, _)| beside(&area.id, overall)));
    vec![Notice::warn("G-07", Place::OverallGrade, message).about(extent)]
}

/// An area beside the overall grade that it speaks against: with another grade it is another thing.
fn beside(area: &AreaId, overall: &Grade) -> String {
    [area.as_str(), " ", overall.id.as_str()].concat()
}

/// G-13: the overall grade gives a reason of the length that the round asks for. Blocks.
///
/// Also asked for while the grade itself is still open, so that the list of what
/// is missing is whole. A case without an overall grade gives its reason there.
pub(crate) fn g13_overall_grade_gives_a_reason(reading: &Reading) -> Vec<Notice> {
    if !reading.asks_overall() {
        return Vec::new();
    }
    if let Some(Grading::None { .. }) = reading.ret.overall.grading {
        return Vec::new();
    }
    let has = word_count(&reading.ret.overall.reason);
    // "Always required": a round that asks for no length still gets a reason.
    let needs = usize::try_from(reading.round.policy.overall_reason_words).unwrap_or(usize::MAX);
    let needs = needs.max(1);
    if has >= needs {
        return Vec::new();
    }
    let message = match has {
        0 => wording::overall_reason_missing(needs),
        _ => wording::overall_reason_short(has, needs),
    };
    vec![Notice::block("G-13", Place::OverallReason, message)]
}

/// G-14: a qualifier is one that the scale has for the overall grade (SR16). Blocks.
pub(crate) fn g14_qualifier_is_one_of_the_grade(reading: &Reading) -> Vec<Notice> {
    let Some(id) = &reading.ret.overall.qualifier else { return Vec::new() };
    if reading.ret.is_nil() {
        return Vec::new();
    }
    let qualifiers = &reading.scale().qualifiers;
    let qualifier = qualifiers.iter().find(|qualifier| qualifier.id == *id);
    let carried = qualifier.zip(reading.overall_grade());
    if carried.is_some_and(|(qualifier, grade)| qualifier.of.contains(&grade.id)) {
        return Vec::new();
    }
    let message = wording::no_such_qualifier(!qualifiers.is_empty());
    vec![Notice::block("G-14", Place::OverallGrade, message)]
}

#[cfg(test)]
mod tests;
