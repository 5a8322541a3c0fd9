//! The overall grade beside the range of the areas' grades.

use crate::audit_return::NonGrade;
use crate::check::wording::{self, Outside};
use crate::check::words::word_count;
use crate::check::{AreaPart, AreaReading, Notice, Place, Reading};
use crate::tool::{AreaRole, Grade, GradeLevel, Scale};

/// G-08: the overall grade lies within the range of the areas' grades. Blocks; with a reason long enough, warns.
///
/// A grade that the scale keeps for the case counts as the nearest one that an
/// area could have: outstanding in `ofsted2009` is no better than seven goods
/// (whether it is allowed is G-04's to say).
pub(crate) fn g08_overall_lies_within_the_areas(reading: &Reading) -> Vec<Notice> {
    let Some(overall) = reading.overall_grade() else { return Vec::new() };
    let ranked = || {
        let rank = |grade: &Grade| reading.scale().rank(&grade.id);
        reading.graded().filter_map(move |(area, grade)| Some((rank(grade)?, area, grade)))
    };
    // The first of several equals, in the tool's order.
    let best = ranked().min_by_key(|(rank, ..)| *rank);
    let worst = ranked().reduce(|worst, next| if next.0 > worst.0 { next } else { worst });
    let (Some(best), Some(worst), Some(rank)) =
        (best, worst, rank_among_areas(reading.scale(), overall))
    else {
        return Vec::new();
    };
    let (outside, (_, area, grade)) = match rank {
        rank if rank < best.0 => (Outside::Better, best),
        rank if rank > worst.0 => (Outside::Worse, worst),
        _ => return Vec::new(),
    };
    let needs = reading.round.policy.outside_range_words;
    let has = word_count(&reading.ret.overall.reason);
    let reasoned = usize::try_from(needs).is_ok_and(|needs| has >= needs);
    let nearest = (area.area, grade);
    let notice = if reasoned {
        let message = wording::outside_range(outside, overall, nearest, None);
        Notice::warn("G-08", Place::OverallGrade, message)
    } else {
        let message = wording::outside_range(outside, overall, nearest, Some(needs));
        Notice::block("G-08", Place::OverallGrade, message)
    };
    vec![notice]
}

/// The grade's rank, or that of the nearest poorer grade which an area can have, or else the poorest such.
fn rank_among_areas(scale: &Scale, overall: &Grade) -> Option<usize> {
    let own = scale.rank(&overall.id)?;
    let offered = || scale.for_area().filter_map(|grade| scale.rank(&grade.id));
    offered().find(|rank| *rank >= own).or_else(|| offered().last()).or(Some(own))
}

/// EC-20: where the record allowed no area to be graded, the case cannot be good (blocks), and a record that does not tell is a concern of the recording area (warns).
pub(crate) fn ec20_insufficient_evidence_is_not_good(reading: &Reading) -> Vec<Notice> {
    let unknown = |area: &AreaReading| area.non_grade() == Some(NonGrade::InsufficientEvidence);
    if !reading.areas.iter().any(unknown) {
        return Vec::new();
    }
    let good = reading.overall_grade().filter(|grade| grade.level <= GradeLevel::Good);
    let nothing_graded = reading.graded().next().is_none();
    let overall = good.filter(|_| nothing_graded).map(|grade| {
        Notice::block("EC-20", Place::OverallGrade, wording::good_without_evidence(grade))
    });
    let recording = reading.areas.iter().find(|area| area.area.role == Some(AreaRole::Recording));
    let silent = recording.filter(|area| area.asked && !area.has_concern()).map(|area| {
        let place = Place::Area(area.area.id.clone(), AreaPart::Concerns);
        Notice::warn("EC-20", place, wording::missing_evidence_is_a_concern(area.area))
    });
    overall.into_iter().chain(silent).collect()
}
