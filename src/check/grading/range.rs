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
        let thing = [overall.id.as_str(), area.area.id.as_str(), grade.id.as_str()].join(" ");
        Notice::warn("G-08", Place::OverallGrade, message).about(reading.extent([thing]))
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
///
/// That area alone may be graded: poor recording, of which this is a part, says nothing good of the work.
pub(crate) fn ec20_insufficient_evidence_is_not_good(reading: &Reading) -> Vec<Notice> {
    let unknown = |area: &AreaReading| area.non_grade() == Some(NonGrade::InsufficientEvidence);
    let unseen: Vec<String> = reading
        .areas
        .iter()
        .filter(|area| unknown(area))
        .map(|area| area.area.id.to_string())
        .collect();
    if unseen.is_empty() {
        return Vec::new();
    }
    let good = reading.overall_grade().filter(|grade| grade.level <= GradeLevel::Good);
    let is_recording = |area: &AreaReading| area.area.role == Some(AreaRole::Recording);
    let mut graded = reading.graded();
    let only_poor_recording =
        graded.all(|(area, grade)| is_recording(area) && grade.level > GradeLevel::Good);
    let overall = good.filter(|_| only_poor_recording).map(|grade| {
        Notice::block("EC-20", Place::OverallGrade, wording::good_without_evidence(grade))
    });
    let recording = reading.areas.iter().find(|area| is_recording(area));
    let silent = recording.filter(|area| area.asked && !area.has_concern()).map(|area| {
        let place = Place::Area(area.area.id.clone(), AreaPart::Concerns);
        let message = wording::missing_evidence_is_a_concern(area.area);
        Notice::warn("EC-20", place, message).about(reading.extent(unseen.iter().cloned()))
    });
    overall.into_iter().chain(silent).collect()
}

#[cfg(test)]
mod tests {
    use crate::audit_return::NonGrade::{InsufficientEvidence, NotApplicable, OutsideRole};
    use crate::check::testing::{Case, TWENTY_WORDS, assert_rows};
    use crate::tool::GradedBy;

    fn all(case: &mut Case, grade: &str) {
        case.grades([grade; 7]);
    }

    #[test]
    fn g08_the_overall_grade_lies_within_the_areas_grades() {
        assert_rows(
            "G-08",
            &[
                ("all good, good", |_| {}, &[]),
                (
                    "all good, outstanding: the scale keeps it for the case",
                    |case| case.overall("outstanding"),
                    &[],
                ),
                (
                    "good and adequate, adequate",
                    |case| {
                        case.grade("area-3", "adequate");
                        case.overall("adequate");
                    },
                    &[],
                ),
                (
                    "all adequate, good, with a short reason",
                    |case| {
                        all(case, "adequate");
                        case.ret.overall.reason = "Good people.".into();
                    },
                    &[
                        "BLOCK overall-grade: Good overall is better than your best area, “History”, which is Adequate. Choose another overall grade, or give its reason in at least 20 words.",
                    ],
                ),
                (
                    "all adequate, outstanding, with a short reason",
                    |case| {
                        all(case, "adequate");
                        case.overall("outstanding");
                        case.ret.overall.reason = "Good people.".into();
                    },
                    &[
                        "BLOCK overall-grade: Outstanding overall is better than your best area, “History”, which is Adequate. Choose another overall grade, or give its reason in at least 20 words.",
                    ],
                ),
                (
                    "all adequate, good, with twenty words",
                    |case| {
                        all(case, "adequate");
                        case.ret.overall.reason = TWENTY_WORDS.into();
                    },
                    &[
                        "WARN overall-grade: Good overall is better than your best area, “History”, which is Adequate. Check it, and say why it stands.",
                    ],
                ),
                (
                    "nineteen words",
                    |case| {
                        all(case, "adequate");
                        case.ret.overall.reason = TWENTY_WORDS.replacen("One ", "", 1);
                    },
                    &[
                        "BLOCK overall-grade: Good overall is better than your best area, “History”, which is Adequate. Choose another overall grade, or give its reason in at least 20 words.",
                    ],
                ),
                (
                    "worse than the poorest, which is the first of equals",
                    |case| {
                        case.grade("area-4", "adequate");
                        case.grade("area-5", "adequate");
                        case.overall("inadequate");
                        case.ret.overall.reason.clear();
                    },
                    &[
                        "BLOCK overall-grade: Inadequate overall is worse than your poorest area, “Assessment”, which is Adequate. Choose another overall grade, or give its reason in at least 20 words.",
                    ],
                ),
                (
                    "worse than the poorest, with a long reason (SR14)",
                    |case| case.overall("adequate"),
                    &[
                        "WARN overall-grade: Adequate overall is worse than your poorest area, “History”, which is Good. Check it, and say why it stands.",
                    ],
                ),
                (
                    "a round that asks for fewer words",
                    |case| {
                        case.round.policy.outside_range_words = 2;
                        case.overall("adequate");
                        case.ret.overall.reason = "One step missed.".into();
                    },
                    &[
                        "WARN overall-grade: Adequate overall is worse than your poorest area, “History”, which is Good. Check it, and say why it stands.",
                    ],
                ),
                (
                    "no area graded",
                    |case| {
                        for area in 2..=8 {
                            case.no_grade(&format!("area-{area}"), NotApplicable);
                        }
                    },
                    &[],
                ),
                ("the tool grades the case only", |case| case.graded_by(GradedBy::Case), &[]),
            ],
        );
    }

    #[test]
    fn ec20_insufficient_evidence_everywhere_is_not_good_and_is_a_concern_of_recording() {
        const NOT_GOOD: &str = "BLOCK overall-grade: Good overall is not possible when no area of the work could be graded for lack of evidence. Choose a lower grade, or say why there is none.";
        const RECORDING: &str = "WARN area-8_concerns: The record did not allow you to grade every area. Add that as a concern in “Recording”, or say why it is none.";
        assert_rows(
            "EC-20",
            &[
                ("all graded", |_| {}, &[]),
                (
                    "everywhere",
                    |case| {
                        for area in 2..=8 {
                            case.no_grade(&format!("area-{area}"), InsufficientEvidence);
                        }
                    },
                    &[NOT_GOOD, RECORDING],
                ),
                (
                    "everywhere, inadequate, and said in recording",
                    |case| {
                        for area in 2..=8 {
                            case.no_grade(&format!("area-{area}"), InsufficientEvidence);
                        }
                        case.overall("inadequate");
                        case.add_concern("area-8");
                    },
                    &[],
                ),
                (
                    "everywhere but in recording, which is poor for that very reason",
                    |case| {
                        for area in 2..=7 {
                            case.no_grade(&format!("area-{area}"), InsufficientEvidence);
                        }
                        case.grade("area-8", "inadequate");
                        case.add_concern("area-8");
                    },
                    &[NOT_GOOD],
                ),
                (
                    "in one area, while recording is good",
                    |case| case.no_grade("area-2", InsufficientEvidence),
                    &[RECORDING],
                ),
                (
                    "nothing graded, but not for lack of evidence",
                    |case| {
                        for area in 2..=8 {
                            case.no_grade(&format!("area-{area}"), OutsideRole);
                        }
                    },
                    &[],
                ),
            ],
        );
    }
}
