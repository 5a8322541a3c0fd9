//! What a judgement must say of itself before it is recorded (N-12 to N-17, M-01).

use super::{Decision, JudgementError, JudgementState, Subject, Verdict};
use crate::check::word_count;
use crate::id::{AreaId, GradeId, QualifierId};
use crate::panel::concerns::Hold;
use crate::panel::expectation::k02_unread;
use crate::panel::integration::{Grid, GridRow};
use crate::panel::workbook::Workbook;
use crate::round::CaseStatus;
use crate::tool::{GradeLevel, GradedBy, Scale};

/// Fewest words of the reason for a grade that no agency gave (N-14).
pub const DIFFERS_FROM_ALL_WORDS: usize = 30;

/// All of them, the plainest first.
pub(super) fn check(
    workbook: &Workbook,
    subject: &Subject,
    decision: &Decision,
) -> Result<(), JudgementError> {
    is_graded(workbook, subject)?;
    n13_all_read(workbook, subject, decision)?;
    n13_all_fields(workbook, decision)?;
    m01_quorum(workbook, decision)?;
    let Verdict::Grade { grade, qualifier } = &decision.verdict else { return Ok(()) };
    let scale = &workbook.plan().round.tool.scale;
    offered(scale, subject, grade, qualifier.as_ref())?;
    n16_outstanding_needs_all_good(workbook, subject, grade)?;
    difference_to_the_child(workbook, subject)?;
    let grid = Grid::of(workbook, &subject.case);
    let Some(row) = grid.row(subject.area.as_ref()) else { return Ok(()) };
    within_each_agency_first(row)?;
    n12_note_of_discussion(row, decision)?;
    n14_differs_from_all(row, grade, decision)?;
    n15_why_lower_risk(scale, row, grade, decision)
}

fn is_graded(workbook: &Workbook, subject: &Subject) -> Result<(), JudgementError> {
    let case = workbook.plan().case(&subject.case).ok_or(JudgementError::NoSuchCase)?;
    if case.status != CaseStatus::Open {
        return Err(JudgementError::NoSuchCase);
    }
    if workbook.hold(&subject.case).is_some_and(|held| held.hold == Hold::Frozen) {
        return Err(JudgementError::CaseFrozen);
    }
    let tool = &workbook.plan().round.tool;
    let graded = match &subject.area {
        Some(area) => tool.graded_areas().any(|graded| graded.id == *area),
        None => tool.graded_by != GradedBy::Nothing,
    };
    if graded { Ok(()) } else { Err(JudgementError::NotGraded) }
}

/// N-13, K-02: a judgement rests on every return that counts, so all of them must have been seen.
fn n13_all_read(
    workbook: &Workbook,
    subject: &Subject,
    decision: &Decision,
) -> Result<(), JudgementError> {
    let of_case = k02_unread(workbook).filter(|place| place.case == subject.case);
    let unread: Vec<_> = of_case.cloned().collect();
    if unread.is_empty() || !decision.verdict.is_settled() {
        return Ok(());
    }
    Err(JudgementError::NotRead(unread))
}

/// N-13: reason, those present, and every differing view with what it holds.
fn n13_all_fields(workbook: &Workbook, decision: &Decision) -> Result<(), JudgementError> {
    let blank = |text: &String| text.trim().is_empty();
    if blank(&decision.reason) {
        return Err(JudgementError::NoReason);
    }
    if decision.present.iter().all(blank) {
        return Err(JudgementError::NobodyPresent);
    }
    for dissent in &decision.dissent {
        if blank(&dissent.view) {
            return Err(JudgementError::DissentWithoutView);
        }
        let known = |id| workbook.plan().agency(id).is_some();
        if !dissent.agency.as_ref().is_none_or(known) {
            return Err(JudgementError::DissentOfStranger);
        }
    }
    Ok(())
}

/// M-01: agencies that must be there are there, or their absence is noted.
fn m01_quorum(workbook: &Workbook, decision: &Decision) -> Result<(), JudgementError> {
    let Some(id) = &decision.meeting else { return Ok(()) };
    let meeting = workbook.meeting(id).ok_or(JudgementError::NoSuchMeeting)?;
    let missing = workbook.quorum(meeting).missing;
    if missing.is_empty() { Ok(()) } else { Err(JudgementError::NotQuorate(missing)) }
}

/// G-14, N-16: the grade is offered for the subject, and may carry the qualifier.
fn offered(
    scale: &Scale,
    subject: &Subject,
    grade: &GradeId,
    qualifier: Option<&QualifierId>,
) -> Result<(), JudgementError> {
    let known = scale.grade(grade).ok_or(JudgementError::GradeNotOffered)?;
    let here = if subject.area.is_some() { known.for_area } else { known.for_case };
    if !here {
        return Err(JudgementError::GradeNotOffered);
    }
    let allowed = |id: &QualifierId| {
        scale.qualifiers.iter().any(|known| known.id == *id && known.of.contains(grade))
    };
    if qualifier.is_some_and(|id| !allowed(id)) {
        return Err(JudgementError::QualifierNotOffered);
    }
    Ok(())
}

/// N-16: the case is outstanding only if every judged area is good or better (SR5 again).
fn n16_outstanding_needs_all_good(
    workbook: &Workbook,
    subject: &Subject,
    grade: &GradeId,
) -> Result<(), JudgementError> {
    if n16_barring(workbook, subject, grade).is_empty() {
        Ok(())
    } else {
        Err(JudgementError::OutstandingNeedsAllGood)
    }
}

/// N-16: the areas with which `grade` cannot be the case's: judged below good, left for later, not judged, or open again
/// because a return was replaced, so that nobody knows yet how they will be judged (V-04).
pub(super) fn n16_barring(workbook: &Workbook, subject: &Subject, grade: &GradeId) -> Vec<AreaId> {
    let tool = &workbook.plan().round.tool;
    let bound = subject.area.is_none()
        && tool.scale.outstanding_needs_all_good
        && tool.scale.level(grade) == Some(GradeLevel::Outstanding);
    let fails = |area: &AreaId| {
        let area = Subject { case: subject.case.clone(), area: Some(area.clone()) };
        let Some(judgement) = workbook.judgement(&area) else { return true };
        let is_open = workbook.state_of(judgement) != JudgementState::Stands;
        match &judgement.decision.verdict {
            Verdict::Grade { grade, .. } => is_open || !tool.scale.is_good_or_better(grade),
            Verdict::NotJudged => is_open,
            Verdict::Deferred => true,
        }
    };
    let areas = tool.graded_areas().filter(|area| bound && fails(&area.id));
    areas.map(|area| area.id.clone()).collect()
}

/// Domain 4.10: no case is judged overall before the panel has said what difference the work made to the child.
fn difference_to_the_child(workbook: &Workbook, subject: &Subject) -> Result<(), JudgementError> {
    let wanting = subject.area.is_none() && workbook.difference(&subject.case).is_none();
    if wanting { Err(JudgementError::NoDifferenceRecorded) } else { Ok(()) }
}

/// Edge case 5: where one agency has several auditors who differ, its own grade comes first.
fn within_each_agency_first(row: &GridRow) -> Result<(), JudgementError> {
    match row.within.iter().find(|within| within.view.is_none()) {
        Some(within) => Err(JudgementError::AgencyDiffersWithin(within.agency.clone())),
        None => Ok(()),
    }
}

/// N-12: where gradings lie far apart, a note says what was discussed.
fn n12_note_of_discussion(row: &GridRow, decision: &Decision) -> Result<(), JudgementError> {
    if row.must_discuss.is_some() && decision.discussion.trim().is_empty() {
        return Err(JudgementError::NoteOfDiscussion);
    }
    Ok(())
}

/// N-14: a grade that no agency gave has a reason of some length.
fn n14_differs_from_all(
    row: &GridRow,
    grade: &GradeId,
    decision: &Decision,
) -> Result<(), JudgementError> {
    let words = word_count(&decision.reason);
    if row.differs_from_all(grade) && words < DIFFERS_FROM_ALL_WORDS {
        return Err(JudgementError::DiffersFromAll { words, least: DIFFERS_FROM_ALL_WORDS });
    }
    Ok(())
}

/// N-15: better than an agency's "inadequate" only with why the risk is held to be lower.
fn n15_why_lower_risk(
    scale: &Scale,
    row: &GridRow,
    grade: &GradeId,
    decision: &Decision,
) -> Result<(), JudgementError> {
    if row.overrides_inadequate(scale, grade) && decision.lower_risk.trim().is_empty() {
        return Err(JudgementError::WhyLowerRisk);
    }
    Ok(())
}
