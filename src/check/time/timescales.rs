//! Timescales, as far as they ask something of the auditor (T-06, T-07, T-09).
//!
//! T-01 to T-05, T-08 and T-10 say how results are worked out: [`crate::timescale`].

use chrono::NaiveDate;

use crate::audit_return::Return;
use crate::check::{Extent, Notice, Place, Reading, wording};
use crate::guard::Guard;
use crate::id::StandardId;
use crate::timescale::{AUDIT_DATE, Fault, Outcome, TRANSFER_DATE, TimescaleResult, Worksheet};

/// The results with their standards' titles; none in a nil return.
fn results<'a>(reading: &Reading<'a>) -> Vec<(&'a StandardId, String, &'a TimescaleResult)> {
    let Some(timescales) = reading.ret.timescales.as_ref().filter(|_| !reading.ret.is_nil()) else {
        return Vec::new();
    };
    let set = reading.round.standards_of(Some(&timescales.set.id));
    let in_order = set.standards.iter().filter_map(|standard| {
        let (id, result) = timescales.results.get_key_value(&standard.id)?;
        Some((id, standard.title.clone(), result))
    });
    in_order.collect()
}

/// T-06: late gaps that the record does not explain are flagged (S3). Informs.
pub(crate) fn t06_gaps_that_nothing_explains_are_flagged(reading: &Reading) -> Vec<Notice> {
    let unexplained = |result: &TimescaleResult| {
        result.series.and_then(|series| series.unexplained).filter(|gaps| *gaps > 0)
    };
    let notice = |(id, title, result): (&StandardId, String, &TimescaleResult)| {
        let message = wording::gaps_not_explained(&title, unexplained(result)?);
        Some(Notice::info("T-06", Place::Timescale(id.clone()), message))
    };
    results(reading).into_iter().filter_map(notice).collect()
}

/// T-07: a missed standard says what it meant for the child, "no effect" included (SR15). Warns.
pub(crate) fn t07_missed_standard_states_its_impact(reading: &Reading) -> Vec<Notice> {
    let impacts = &reading.ret.timescale_impacts;
    let stated = |id: &StandardId| impacts.get(id).is_some_and(|impact| impact.level.is_some());
    results(reading)
        .into_iter()
        .filter(|(id, _, result)| result.outcome == Outcome::Missed && !stated(id))
        .map(|(id, title, result)| {
            let message = wording::say_what_the_delay_meant(&title);
            let notice = Notice::warn("T-07", Place::Timescale(id.clone()), message);
            notice.about(reading.extent([delay(result)]))
        })
        .collect()
}

/// How late something was: a reason given for two days says nothing of two months.
///
/// A gap that is still open grows by the day, though nobody changed anything: the longest of a series
/// is told in whole limits, beside how many are late.
fn delay(result: &TimescaleResult) -> String {
    let (took, late) = match result.series {
        None => (result.interval, String::new()),
        Some(series) => {
            let limits = result.interval.and_then(|longest| longest.checked_div(result.limit));
            (limits, ["/", &series.late.to_string()].concat())
        }
    };
    let took = took.map_or_else(String::new, |took| took.to_string());
    [&took, "/", &result.limit.to_string(), &late].concat()
}

/// T-09: dates are real, not after the audit, and in an order that can be. Blocks.
pub(crate) fn t09_dates_can_be_right(reading: &Reading) -> Vec<Notice> {
    let notice = |(id, title, result): (&StandardId, String, &TimescaleResult)| {
        let Outcome::Impossible(fault) = result.outcome else { return None };
        let end = end_of_series(reading, id).filter(|_| fault == Fault::WrongOrder);
        let message = match end {
            Some(end) => wording::ends_before_it_begins(&title, &end),
            None => wording::dates_cannot_be(&title, fault),
        };
        Some(Notice::block("T-09", Place::Timescale(id.clone()), message))
    };
    results(reading).into_iter().filter_map(notice).collect()
}

/// What a series ends with, which alone can be out of order in it.
fn end_of_series(reading: &Reading, id: &StandardId) -> Option<String> {
    let timescales = reading.ret.timescales.as_ref()?;
    let set = reading.round.standards_of(Some(&timescales.set.id));
    let until = set.standard(id).filter(|standard| standard.each)?.until.as_ref()?;
    set.event(until).map(|event| event.label.clone())
}

/// T-09: the day of the audit, where one is typed, is one day, and not after today. Blocks; warns where it
/// is to come, for the clock of this computer may be wrong.
///
/// A rule beside the registry, for no return holds that day. Half typed it would pass for today, and
/// every interval would be counted up to another day than the auditor meant.
pub fn t09_day_of_the_audit_is_one_day(
    ret: &Return,
    sheet: &Worksheet,
    guard: &Guard,
    today: NaiveDate,
) -> Option<Notice> {
    let typed = sheet.typed(AUDIT_DATE);
    if ret.is_nil() || typed.is_blank() {
        return None;
    }
    let Some(day) = typed.exact() else {
        let message = wording::day_of_the_audit_cannot_be();
        return Some(Notice::block("T-09", Place::AuditDay, message));
    };
    let message = wording::day_of_the_audit_is_to_come;
    let typed = Extent::of_one(guard, &day.to_string());
    (day > today).then(|| Notice::warn("T-09", Place::AuditDay, message()).about(typed))
}

/// T-09: the day of a move with which standards start again or end (T-10) is one day, and not after the
/// audit. Blocks.
///
/// A rule beside the registry, too. Without that day every standard would run on, while the return says
/// that it did not. `today` stands for the day of the audit while none is typed.
pub fn t09_day_of_a_move_is_one_day(
    ret: &Return,
    sheet: &Worksheet,
    today: NaiveDate,
) -> Option<Notice> {
    let moved = ret.timescales.as_ref().filter(|_| !ret.is_nil())?.transfer?;
    let day = sheet.typed(TRANSFER_DATE).exact();
    let passes = !moved.restarts || day.is_some_and(|day| day <= sheet.audit_day(today));
    let message = wording::day_of_the_move_cannot_be;
    (!passes).then(|| Notice::block("T-09", Place::MoveDay, message()))
}

#[cfg(test)]
mod tests {
    use super::{t09_day_of_a_move_is_one_day, t09_day_of_the_audit_is_one_day};
    use crate::audit_return::{Impact, ImpactLevel, InvolvementLevel};
    use crate::check::testing::{Case, assert_rows, line};
    use crate::check::{Readiness, guard_of};
    use crate::timescale::{
        AUDIT_DATE, Direction, Fault, Outcome, Results, Series, SetRef, TRANSFER_DATE,
        TimescaleResult, Transfer, TypedDate, Unit, Worksheet,
    };

    /// A result for the initial conference, or for visits where it tells of gaps.
    fn result(case: &mut Case, outcome: Outcome, series: Option<Series>) {
        let id = if series.is_some() { "visits" } else { "initial-conference" };
        let result = TimescaleResult {
            outcome,
            limit: 15,
            unit: Unit::WorkingDays,
            from_plan: false,
            interval: Some(17),
            up_to: None,
            counted_from: None,
            chosen: None,
            series,
        };
        let timescales = case.ret.timescales.get_or_insert(Results {
            set: SetRef { id: "england".into(), version: 1 },
            calendar: "2000-2028.1".into(),
            transfer: None,
            results: Default::default(),
        });
        timescales.results.insert(id.parse().unwrap(), result);
    }

    fn impact(case: &mut Case, level: Option<ImpactLevel>) {
        let impact = Impact { level, text: "In words".into() };
        case.ret.timescale_impacts.insert("initial-conference".parse().unwrap(), impact);
    }

    #[test]
    fn t06_gaps_that_nothing_explains_are_flagged() {
        assert_rows(
            "T-06",
            &[
                ("nothing worked out", |_| {}, &[]),
                (
                    "every gap explained",
                    |case| {
                        let series = Series { unexplained: Some(0), ..Series::default() };
                        result(case, Outcome::Missed, Some(series));
                    },
                    &[],
                ),
                (
                    "two are not",
                    |case| {
                        let series = Series { unexplained: Some(2), ..Series::default() };
                        result(case, Outcome::Missed, Some(series));
                    },
                    &[
                        "INFO timescale-visits: “Visits to the child”: the record does not explain 2 late gaps. Think about recording a concern.",
                    ],
                ),
            ],
        );
    }

    #[test]
    fn t07_a_missed_standard_without_impact_is_not_one_with_no_effect() {
        const SAY: &str = "WARN timescale-initial-conference: “Initial conference” was not met. Say what that meant for the child.";
        assert_rows(
            "T-07",
            &[
                ("met", |case| result(case, Outcome::Met, None), &[]),
                ("not due is never missed", |case| result(case, Outcome::NotDue, None), &[]),
                ("missed, nothing said", |case| result(case, Outcome::Missed, None), &[SAY]),
                (
                    "missed, words without a choice",
                    |case| {
                        result(case, Outcome::Missed, None);
                        impact(case, None);
                    },
                    &[SAY],
                ),
                (
                    "missed, no effect (edge case 22)",
                    |case| {
                        result(case, Outcome::Missed, None);
                        impact(case, Some(ImpactLevel::NoEffect));
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn t07_a_reason_for_late_gaps_does_not_stand_for_more_or_much_longer_ones() {
        let visits = |case: &mut Case, late: u32, longest: u32| {
            result(case, Outcome::Missed, Some(Series { late, ..Series::default() }));
            let timescales = case.ret.timescales.as_mut().expect("worked out");
            timescales.results.values_mut().for_each(|one| one.interval = Some(longest));
        };
        let open = |case: &Case| {
            let notices = case.salted_notices();
            let readiness = Readiness::of(&notices, &case.ret);
            readiness.unexplained.iter().any(|notice| notice.rule.0 == "T-07")
        };
        let mut case = Case::complete();
        visits(&mut case, 1, 17);
        let notices = case.salted_notices();
        let notice = notices.iter().find(|notice| notice.rule.0 == "T-07").expect("missed");
        case.reason_for(notice, "The family were abroad.");
        assert!(!open(&case));
        visits(&mut case, 1, 18);
        assert!(!open(&case), "a day later; nobody changed anything");
        visits(&mut case, 2, 18);
        assert!(open(&case), "a second late gap");
        visits(&mut case, 1, 90);
        assert!(open(&case), "weeks became months");
    }

    #[test]
    fn t09_dates_that_cannot_be_right_stop_signing() {
        assert_rows(
            "T-09",
            &[
                ("met", |case| result(case, Outcome::Met, None), &[]),
                (
                    "the wrong order",
                    |case| result(case, Outcome::Impossible(Fault::WrongOrder), None),
                    &[
                        "BLOCK timescale-initial-conference: The date entered for “Initial conference” is before the date that it is counted from. Correct one of them.",
                    ],
                ),
                (
                    "after the audit",
                    |case| result(case, Outcome::Impossible(Fault::Future), None),
                    &[
                        "BLOCK timescale-initial-conference: A date entered for “Initial conference” is after the day of the audit. Correct it.",
                    ],
                ),
                (
                    "an end before the beginning",
                    |case| {
                        let wrong = Outcome::Impossible(Fault::WrongOrder);
                        result(case, wrong, Some(Series::default()));
                    },
                    &[
                        "BLOCK timescale-visits: The date entered for “End of the child protection plan” is too early for “Visits to the child”. Correct one of the dates.",
                    ],
                ),
                (
                    "half a date",
                    |case| result(case, Outcome::Impossible(Fault::Unreadable), None),
                    &[
                        "BLOCK timescale-initial-conference: A date entered for “Initial conference” is not a real date. Correct it or clear it.",
                    ],
                ),
                (
                    "in a nil return",
                    |case| {
                        result(case, Outcome::Impossible(Fault::Unreadable), None);
                        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
                    },
                    &[],
                ),
            ],
        );
    }
    #[test]
    fn t09_a_day_of_the_audit_that_is_none_is_told_and_does_not_pass_for_today() {
        const TO_COME: &str = "WARN audit-date: The day on which you audit is after today. What is not due yet would count as missed. Correct it, or give a reason.";
        const TELL: &str = "BLOCK audit-date: The day on which you audit must be a real date, with its day. Correct it, or clear it for today.";
        let mut case = Case::complete();
        let told = |case: &Case, [day, month, year]: [&str; 3]| {
            let [day, month, year] = [day, month, year].map(str::to_owned);
            let mut sheet = Worksheet::default();
            sheet
                .typed
                .insert(AUDIT_DATE.into(), TypedDate { day, month, year, time: String::new() });
            let today = "2026-05-04".parse().unwrap();
            let guard = guard_of(&case.round, &case.ret, &[]);
            t09_day_of_the_audit_is_one_day(&case.ret, &sheet, &guard, today).as_ref().map(line)
        };
        assert_eq!(told(&case, ["4", "5", "2026"]), None);
        assert_eq!(told(&case, ["", "", ""]), None, "today");
        assert_eq!(told(&case, ["5", "5", "2026"]).as_deref(), Some(TO_COME));
        for unread in [["31", "2", "2026"], ["4", "", "2026"], ["", "5", "2026"], ["4", "5", "26"]]
        {
            assert_eq!(told(&case, unread).as_deref(), Some(TELL), "{unread:?}");
        }
        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
        assert_eq!(told(&case, ["31", "2", "2026"]), None, "a nil return counts nothing");
    }

    #[test]
    fn t09_a_move_with_which_standards_start_again_or_end_has_a_day() {
        const TELL: &str = "BLOCK transfer-date: The day on which the child moved must be a real date, with its day, and not after the day of the audit. Enter it, or choose that the timescales run on.";
        let mut case = Case::complete();
        let mut sheet = Worksheet::default();
        let told = |case: &Case, sheet: &mut Worksheet, [day, month, year]: [&str; 3]| {
            let [day, month, year] = [day, month, year].map(str::to_owned);
            let typed = TypedDate { day, month, year, time: String::new() };
            sheet.typed.insert(TRANSFER_DATE.into(), typed);
            let today = "2026-05-04".parse().unwrap();
            t09_day_of_a_move_is_one_day(&case.ret, sheet, today).as_ref().map(line)
        };
        let not_one = [["", "", ""], ["4", "", ""], ["", "3", "2026"], ["31", "2", "2026"]];
        assert_eq!(told(&case, &mut sheet, ["", "", ""]), None, "nothing worked out");
        result(&mut case, Outcome::Met, None);
        assert_eq!(told(&case, &mut sheet, ["", "", ""]), None, "no move");
        for direction in [Direction::In, Direction::Out] {
            moved(&mut case, Transfer { direction, restarts: true });
            for typed in not_one {
                assert_eq!(told(&case, &mut sheet, typed).as_deref(), Some(TELL), "{typed:?}");
            }
            assert_eq!(told(&case, &mut sheet, ["4", "5", "2026"]), None, "today");
            assert_eq!(told(&case, &mut sheet, ["5", "5", "2026"]).as_deref(), Some(TELL));
            moved(&mut case, Transfer { direction, restarts: false });
            assert_eq!(told(&case, &mut sheet, ["", "", ""]), None, "they run on");
        }
        moved(&mut case, Transfer { direction: Direction::In, restarts: true });
        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
        assert_eq!(told(&case, &mut sheet, ["", "", ""]), None, "a nil return counts nothing");
    }

    fn moved(case: &mut Case, transfer: Transfer) {
        let timescales = case.ret.timescales.as_mut();
        timescales.expect("worked out").transfer = Some(transfer);
    }
}
