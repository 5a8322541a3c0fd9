//! Moments and days that somebody says are past, against the clock of the computer in use (C-02, A-03).
//!
//! Rules beside the registry: a return holds no clock, so whoever calls them gives it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::audit_return::Return;
use crate::check::{ConcernPart, Extent, InvolvementPart, Notice, Place, wording};
use crate::guard::Guard;

/// How far the clocks of two computers may differ, or one be behind a clock on the wall.
pub const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);

/// Whether a moment cannot have come yet, however the clocks differ.
pub fn is_to_come(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    at.signed_duration_since(now) > CLOCKS_DIFFER
}

/// C-02: an immediate concern was noticed, and somebody told of it, before now. Warns, also for a nil return.
///
/// A wrong year would say that somebody knows of it who does not. A reason lets it stand, and it keeps no
/// notice back: the clock of this computer may be behind, and a child at risk cannot wait for it. It is a
/// reason for this moment: another one is asked about anew.
pub fn c02_moments_are_past(ret: &Return, guard: &Guard, now: DateTime<Utc>) -> Vec<Notice> {
    let of_one = ret.immediate_concerns.iter().flat_map(|one| {
        let warn = |at: Option<DateTime<Utc>>, part, message: fn() -> String| {
            let at = at.filter(|at| is_to_come(*at, now))?;
            let place = Place::ImmediateConcern(one.id.clone(), part);
            let moment = Extent::of_one(guard, &at.to_string());
            Some(Notice::warn("C-02", place, message()).about(moment))
        };
        [
            warn(one.noticed_at, ConcernPart::NoticedAt, wording::noticed_is_to_come),
            warn(one.told_at, ConcernPart::ToldAt, wording::told_is_to_come),
        ]
    });
    of_one.flatten().collect()
}

/// the day on which a nil return's records were searched is not after today. Warns, for the clock of
/// this computer may be wrong; a reason is for this day.
pub fn a03_day_of_the_search_is_past(
    ret: &Return,
    guard: &Guard,
    today: NaiveDate,
) -> Option<Notice> {
    let search = ret.involvement.nil.as_ref().filter(|_| ret.is_nil())?;
    let day = search.searched_on.filter(|day| *day > today)?;
    let place = Place::Involvement(InvolvementPart::Searched);
    let notice = Notice::warn("A-03", place, wording::search_is_to_come());
    Some(notice.about(Extent::of_one(guard, &day.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::{InvolvementLevel, NilSearch};
    use crate::check::guard_of;
    use crate::check::testing::{Case, line, salted_guard};

    #[test]
    fn c02_a_concern_noticed_or_told_in_the_future_asks_for_a_reason() {
        const NOTICED: &str = "WARN immediate_i1_noticed-at: The date and time at which you noticed the concern are still to come. Correct them, or give a reason.";
        const TOLD: &str = "WARN immediate_i1_told-at: The date and time at which you told somebody about the concern are still to come. Correct them, or give a reason.";
        // Noticed at 10:00 and told at 10:20.
        let rows: [(&str, &[&str]); 5] = [
            ("2026-05-04T10:20:30Z", &[]),
            ("2026-05-04T10:15:00Z", &[]),
            ("2026-05-04T10:14:59Z", &[TOLD]),
            ("2026-05-04T09:54:59Z", &[NOTICED, TOLD]),
            ("2025-05-04T10:20:00Z", &[NOTICED, TOLD]),
        ];
        let mut case = Case::complete();
        case.raise_concern();
        let guard = guard_of(&case.round, &case.ret, &[]);
        for (now, expected) in rows {
            let notices = c02_moments_are_past(&case.ret, &guard, now.parse().unwrap());
            assert_eq!(notices.iter().map(line).collect::<Vec<_>>(), expected, "{now}");
        }
        case.ret.immediate_concerns[0].noticed_at = None;
        case.ret.immediate_concerns[0].told_at = None;
        let now = "2025-05-04T10:20:00Z".parse().unwrap();
        assert_eq!(c02_moments_are_past(&case.ret, &guard, now), []);
    }

    #[test]
    fn c02_a_reason_for_one_moment_to_come_is_none_for_another() {
        let now: DateTime<Utc> = "2026-05-04T10:00:00Z".parse().unwrap();
        let mut case = Case::complete();
        case.raise_concern();
        let guard = salted_guard(&case);
        let told = |case: &Case| c02_moments_are_past(&case.ret, &guard, now).remove(0);
        case.reason_for(&told(&case), "The clock is behind.");
        let stands = |case: &Case| told(case).extent.is_covered_by(&case.ret.explanations[0]);
        assert!(stands(&case));
        case.ret.immediate_concerns[0].told_at = "2027-05-04T10:20:00Z".parse().ok();
        assert!(!stands(&case), "a slip of a year, under the reason for twenty minutes");
    }

    #[test]
    fn a03_a_search_on_a_day_to_come_is_told() {
        const TELL: &str = "WARN involvement-searched: The date on which your records were searched is after today. Correct it, or give a reason.";
        let mut case = Case::complete();
        case.ret.involvement.nil = Some(NilSearch {
            searched_on: "2026-05-04".parse().ok(),
            systems: "Case system and archive".into(),
            statement: "No record of the family.".into(),
        });
        let told = |case: &Case, today: &str| {
            let guard = guard_of(&case.round, &case.ret, &[]);
            let notice = a03_day_of_the_search_is_past(&case.ret, &guard, today.parse().unwrap());
            notice.as_ref().map(line)
        };
        assert_eq!(told(&case, "2026-05-03"), None, "of no nil return");
        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
        assert_eq!(told(&case, "2026-05-04"), None);
        assert_eq!(told(&case, "2026-05-03").as_deref(), Some(TELL));
    }
}
