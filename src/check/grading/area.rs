//! The grade of one area, and what it must go with.

use crate::audit_return::{Grading, NonGrade, Response};
use crate::check::words::is_blank;
use crate::check::{AreaPart, AreaReading, Notice, Place, PromptReading, Reading, wording};
use crate::id::OptionId;
use crate::tool::{AnswerValue, Grade, GradeLevel, GradedBy, PromptKind, Scale};

fn at(area: &AreaReading, part: AreaPart) -> Place {
    Place::Area(area.area.id.clone(), part)
}

/// G-01: what carries no grade holds none: case details, every area of a tool that does not grade areas, the case of one that grades nothing. Blocks.
pub(crate) fn g01_no_grade_where_none_is_carried(reading: &Reading) -> Vec<Notice> {
    let areas = reading
        .areas
        .iter()
        .filter(|area| !area.carries_grade() && area.record.grading.is_some())
        .map(|area| {
            let message = wording::carries_no_grade(area.area);
            Notice::block("G-01", at(area, AreaPart::Grade), message)
        });
    let ungraded = reading.tool().graded_by == GradedBy::Nothing && !reading.ret.is_nil();
    let overall = ungraded && reading.ret.overall.grading.is_some();
    let overall = overall
        .then(|| Notice::block("G-01", Place::OverallGrade, wording::case_carries_no_grade()));
    areas.chain(overall).collect()
}

/// G-02: every graded area asked of this agency has a grade, or none for a stated reason; so has one that it
/// completes though it is not asked. Blocks.
pub(crate) fn g02_graded_area_has_grade_or_reason(reading: &Reading) -> Vec<Notice> {
    let missing = |area: &AreaReading| match &area.record.grading {
        None => area.asked.then(|| wording::grade_the_area(area.area)),
        Some(Grading::None { reason, .. }) => {
            is_blank(reason).then(|| wording::why_no_grade(area.area))
        }
        Some(Grading::Grade(_)) => None,
    };
    reading
        .areas
        .iter()
        .filter(|area| area.carries_grade())
        .filter_map(|area| {
            let message = missing(area)?;
            Some(Notice::block("G-02", at(area, AreaPart::Grade), message))
        })
        .collect()
}

/// G-03: an area's grade is one that the scale offers for areas; `ofsted2009` keeps outstanding for the case (SR5, edge case 17). Blocks.
pub(crate) fn g03_grade_is_offered_for_an_area(reading: &Reading) -> Vec<Notice> {
    let offered: Vec<&Grade> = reading.scale().for_area().collect();
    let wrong = |area: &AreaReading| {
        let Some(Grading::Grade(id)) = &area.record.grading else { return None };
        match reading.scale().grade(id) {
            Some(grade) if grade.for_area => None,
            Some(grade) => Some(wording::grade_for_the_case_only(grade, area.area, &offered)),
            None => Some(wording::grade_not_of_the_scale(area.area, &offered)),
        }
    };
    reading
        .areas
        .iter()
        .filter(|area| area.carries_grade())
        .filter_map(|area| {
            let message = wrong(area)?;
            Some(Notice::block("G-03", at(area, AreaPart::Grade), message))
        })
        .collect()
}

fn at_level<'r, 'a>(
    reading: &'r Reading<'a>,
    is_meant: impl Fn(GradeLevel) -> bool,
) -> impl Iterator<Item = (&'r AreaReading<'a>, &'a Grade)> {
    reading.graded().filter(move |(_, grade)| is_meant(grade.level))
}

/// G-09: an inadequate area has a concern, a described impact, and an answer to "was this an immediate concern?". Blocks.
pub(crate) fn g09_inadequate_needs_concern_impact_and_immediacy(reading: &Reading) -> Vec<Notice> {
    let of_area = |(area, grade): (&AreaReading, &Grade)| {
        let block = |part, message| Notice::block("G-09", at(area, part), message);
        let (title, record) = (area.area, area.record);
        [
            (!area.has_concern()).then(|| {
                block(AreaPart::Concerns, wording::inadequate_needs_concern(title, grade))
            }),
            is_blank(&record.impact.text)
                .then(|| block(AreaPart::Impact, wording::inadequate_needs_impact(title, grade))),
            record.was_immediate_concern.is_none().then(|| {
                block(AreaPart::WasImmediate, wording::inadequate_needs_immediacy(title, grade))
            }),
        ]
        .into_iter()
        .flatten()
    };
    let asks =
        |area: &AreaReading| asks_for_immediacy(reading.scale(), area.record.grading.as_ref());
    reading.graded().filter(|(area, _)| asks(area)).flat_map(of_area).collect()
}

/// Whether a grading is one that must say whether it was an immediate concern (G-09).
pub fn asks_for_immediacy(scale: &Scale, grading: Option<&Grading>) -> bool {
    match grading {
        Some(Grading::Grade(id)) => scale.level(id) == Some(GradeLevel::Inadequate),
        Some(Grading::None { .. }) | None => false,
    }
}

/// G-10: an area graded good or better has a strength with evidence. Blocks.
pub(crate) fn g10_good_needs_an_evidenced_strength(reading: &Reading) -> Vec<Notice> {
    at_level(reading, |level| level <= GradeLevel::Good)
        .filter(|(area, _)| !area.strengths().iter().any(|it| it.has_evidence()))
        .map(|(area, grade)| {
            let message = wording::good_needs_strength(area.area, grade);
            Notice::block("G-10", at(area, AreaPart::Strengths), message)
        })
        .collect()
}

/// G-11: an area below good, yet not inadequate, has a concern or an answer that shows what was missing. Warns.
pub(crate) fn g11_below_good_needs_a_concern_or_gap(reading: &Reading) -> Vec<Notice> {
    at_level(reading, |level| level == GradeLevel::BelowGood)
        .filter(|(area, _)| !area.has_concern() && !area.prompts.iter().any(is_gap))
        .map(|(area, grade)| {
            let message = wording::below_good_needs_concern(area.area, grade);
            let notice = Notice::warn("G-11", at(area, AreaPart::Concerns), message);
            notice.about(reading.extent([grade.id.to_string()]))
        })
        .collect()
}

/// Partly, no or not evident, or an option that the tool counts as such.
fn is_gap(prompt: &PromptReading) -> bool {
    let options = match &prompt.prompt.kind {
        PromptKind::Choice { options } | PromptKind::Choices { options } => options.as_slice(),
        PromptKind::Judgement { .. } | PromptKind::Number { .. } | PromptKind::Text { .. } => &[],
    };
    let counts = |id: &OptionId| options.iter().any(|option| option.id == *id && option.gap);
    match prompt.response() {
        Some(Response::Value(value)) => value.is_gap(),
        Some(Response::Option(chosen)) => counts(chosen),
        Some(Response::Options(chosen)) => chosen.iter().any(counts),
        Some(Response::Number(_) | Response::Text(_)) | None => false,
    }
}

/// G-12: a grade does not contradict the answers. Warns.
///
/// Counted over the area's answers of yes, partly, no and not evident; "not
/// applicable" and "not known" say nothing of the work. All of them yes
/// contradicts inadequate; half or more no or not evident contradicts good.
pub(crate) fn g12_grade_agrees_with_answers(reading: &Reading) -> Vec<Notice> {
    reading
        .graded()
        .filter_map(|(area, grade)| {
            let (message, things) = contradiction(area, grade)?;
            let notice = Notice::warn("G-12", at(area, AreaPart::Grade), message);
            Some(notice.about(reading.extent(things)))
        })
        .collect()
}

/// How a grade contradicts the answers, in words, and which do: each beside the grade.
fn contradiction(area: &AreaReading, grade: &Grade) -> Option<(String, Vec<String>)> {
    let of = area.substantive().count();
    if of == 0 {
        return None;
    }
    let yes = area.substantive().filter(|value| *value == AnswerValue::Yes).count();
    let lacks = |prompt: &&PromptReading| prompt.value().is_some_and(is_lacking);
    let lacking: Vec<&PromptReading> = area.prompts.iter().filter(lacks).collect();
    let beside = |what: &str| [what, " ", grade.id.as_str()].concat();
    match grade.level {
        GradeLevel::Inadequate if yes == of => {
            let message = wording::all_yes_but_inadequate(of, area.area, grade);
            Some((message, vec![beside("all")]))
        }
        GradeLevel::Outstanding | GradeLevel::Good if lacking.len() * 2 >= of => {
            let message = wording::mostly_no_but_good(lacking.len(), of, area.area, grade);
            let each = lacking.iter().map(|prompt| beside(prompt.prompt.id.as_str()));
            Some((message, each.collect()))
        }
        GradeLevel::Outstanding
        | GradeLevel::Good
        | GradeLevel::BelowGood
        | GradeLevel::Inadequate => None,
    }
}

fn is_lacking(value: AnswerValue) -> bool {
    match value {
        AnswerValue::No | AnswerValue::NotEvident => true,
        AnswerValue::Yes
        | AnswerValue::Partly
        | AnswerValue::NotApplicable
        | AnswerValue::NotKnown => false,
    }
}

/// G-19: an area that by the other answers does not arise yet, such as a first review not due, is not applicable rather than graded. Warns.
pub(crate) fn g19_area_not_due_is_not_graded(reading: &Reading) -> Vec<Notice> {
    let expected = |area: &&AreaReading| {
        let condition = area.area.not_applicable_when.as_ref();
        condition.is_some_and(|condition| reading.holds(condition))
    };
    let judged = |area: &&AreaReading| match area.non_grade() {
        Some(NonGrade::InsufficientEvidence) => true,
        Some(NonGrade::NotApplicable | NonGrade::OutsideRole) => false,
        None => area.grade().is_some(),
    };
    reading
        .areas
        .iter()
        .filter(expected)
        .filter(judged)
        .map(|area| {
            let message = wording::not_due_but_graded(area.area);
            let judged = area.grade().map(|grade| grade.id.as_str());
            let judged = judged.unwrap_or(NonGrade::InsufficientEvidence.as_str());
            let notice = Notice::warn("G-19", at(area, AreaPart::Grade), message);
            notice.about(reading.extent([judged.to_owned()]))
        })
        .collect()
}

#[cfg(test)]
mod tests;
