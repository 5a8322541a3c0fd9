//! Gradings beside concerns.

use crate::check::{Notice, Place, Reading, wording};
use crate::tool::{Grade, GradeLevel, GradedBy};

/// The grades that say how well the case was worked: the areas', or the case's where areas carry none.
fn gradings<'a>(reading: &Reading<'a>) -> Vec<&'a Grade> {
    match reading.tool().graded_by {
        GradedBy::AreaAndCase => reading.graded().map(|(_, grade)| grade).collect(),
        GradedBy::Case => reading.overall_grade().into_iter().collect(),
        GradedBy::Nothing => Vec::new(),
    }
}

/// Whether there is a grade, and none is below good.
fn is_everything_good(reading: &Reading) -> bool {
    let gradings = gradings(reading);
    !gradings.is_empty() && gradings.iter().all(|grade| grade.level <= GradeLevel::Good)
}

/// G-15: an immediate concern was raised, but everything is graded good or better. Warns.
///
/// A reason is given for the concerns that are there: another one is asked about anew.
pub(crate) fn g15_immediate_concern_but_everything_good(reading: &Reading) -> Vec<Notice> {
    // An area that is said to have raised one is graded inadequate (G-09).
    if reading.ret.immediate_concerns.is_empty() || !is_everything_good(reading) {
        return Vec::new();
    }
    let concerns = reading.ret.immediate_concerns.iter().map(|one| one.id.to_string());
    let notice = Notice::warn("G-15", Place::OverallGrade, wording::concern_but_everything_good());
    vec![notice.about(reading.extent(concerns))]
}

/// EC-56: everything good and no concern anywhere is possible, and confirmed. Warns.
///
/// Confirmed of the areas that are graded by then: of more than these it is asked again.
pub(crate) fn ec56_everything_good_is_confirmed(reading: &Reading) -> Vec<Notice> {
    if !is_everything_good(reading) || reading.areas.iter().any(|area| area.has_concern()) {
        return Vec::new();
    }
    let areas = reading.graded().map(|(area, _)| area.area.id.to_string());
    let notice =
        Notice::warn("EC-56", Place::OverallGrade, wording::everything_good_without_concern());
    vec![notice.about(reading.extent(areas))]
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, assert_rows};
    use crate::tool::GradedBy;

    #[test]
    fn g15_an_immediate_concern_but_everything_good() {
        const CHECK: &str = "WARN overall-grade: You raised an immediate concern, but every grade is good or better. Check the grades, or say why they stand.";
        assert_rows(
            "G-15",
            &[
                ("no concern", |_| {}, &[]),
                ("everything good", Case::raise_concern, &[CHECK]),
                (
                    "said of an area while it was graded inadequate",
                    |case| case.record("area-3").was_immediate_concern = Some(true),
                    &[],
                ),
                (
                    "one area adequate",
                    |case| {
                        case.raise_concern();
                        case.grade("area-3", "adequate");
                    },
                    &[],
                ),
                (
                    "the case good, where only the case is graded",
                    |case| {
                        case.graded_by(GradedBy::Case);
                        case.raise_concern();
                    },
                    &[CHECK],
                ),
                (
                    "nothing is graded",
                    |case| {
                        case.graded_by(GradedBy::Nothing);
                        case.raise_concern();
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn ec56_everything_good_and_no_concern_is_confirmed() {
        const CONFIRM: &str = "WARN overall-grade: Every grade is good or better, and no concern is recorded anywhere. Add what could have been better, or say how you satisfied yourself that there is nothing.";
        assert_rows(
            "EC-56",
            &[
                ("a concern in one area", |_| {}, &[]),
                ("none", |case| case.record("area-5").concerns.clear(), &[CONFIRM]),
                ("none written", |case| case.record("area-5").concerns[0].text.clear(), &[CONFIRM]),
                (
                    "none, and one area adequate",
                    |case| {
                        case.record("area-5").concerns.clear();
                        case.grade("area-3", "adequate");
                    },
                    &[],
                ),
            ],
        );
    }
}
