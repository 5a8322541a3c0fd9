//! T-05 and T-06: what happens again and again.

use super::*;

#[test]
fn t05_core_groups_tell_the_first_the_largest_gap_the_gaps_missed_and_the_minutes() {
    let sheet = Sheet::new()
        .on("initial-conference", "2 3 2026")
        .listed("core-group", &[("11 3 2026", SENT), ("22 4 2026", SENT), ("10 6 2026", &[])]);
    assert_eq!(
        sheet.says("first-core-group"),
        "Met. 7 working days after the initial conference. The limit is 10 working days."
    );
    assert_eq!(
        sheet.says("core-groups"),
        "Not met. Longest gap: 49 days. The limit is 42 days. 1 of 2 gaps in time, 2 of 3 with minutes sent."
    );
    let series = sheet.result("core-groups").unwrap().series.unwrap();
    assert_eq!((series.late, series.minutes_sent), (1, Some(2)));
}

#[test]
fn t06_visits_are_held_to_the_plan_and_gaps_that_nothing_explains_are_counted() {
    let visits: &[(&str, &[Flag])] = &[
        ("20 2 2026", ALONE),
        ("9 3 2026", ALONE),
        ("23 3 2026", &[]),
        ("28 4 2026", EXPLAINED),
        ("26 5 2026", ALONE),
        ("9 6 2026", &[]),
    ];
    let mut sheet = Sheet::new()
        .on("initial-conference", "2 3 2026")
        .listed("visit", visits)
        .on("plan-end", "12 6 2026");
    assert_eq!(
        sheet.says("visits"),
        "Not met. Longest gap: 24 working days. The limit is 10 working days. 3 of 5 gaps in time, 1 not explained, 3 of 6 with the child alone."
    );

    sheet.sheet.limits.insert(standard("visits"), "20".into());
    let result = sheet.result("visits").unwrap();
    assert_eq!((result.limit, result.series.unwrap().late), (20, 1));
    assert!(result.from_plan);
    let said = sheet.says("visits");
    assert!(said.contains("The limit in the child’s plan is 20 working days."), "{said}");

    sheet.sheet.limits.insert(standard("visits"), "fortnightly".into());
    assert_eq!(sheet.outcome("visits"), Some(Outcome::CannotSay(Doubt::NoLimit)));
}

#[test]
fn t06_a_plan_of_whose_end_only_the_month_is_known_makes_no_gap_late_that_need_not_be() {
    let plan = |visits: &[(&str, &[Flag])], end: &str| {
        let sheet = Sheet::new().on("initial-conference", "2 3 2026");
        sheet.listed("visit", visits).on("plan-end", end)
    };
    let last: &[(&str, &[Flag])] = &[("9 3 2026", ALONE), ("23 3 2026", ALONE)];
    assert_eq!(plan(last, "30 4 2026").outcome("visits"), Some(Outcome::Missed));
    assert_eq!(plan(last, "4 2026").outcome("visits"), Some(Outcome::CannotSay(Doubt::NotExact)));
    assert_eq!(
        plan(last, "4 2026").says("visits"),
        "Cannot be said: a date or time is not known closely enough. Longest gap: between 10 and 26 working days. The limit is 10 working days. 2 of 3 gaps in time, 2 of 2 with the child alone."
    );
    assert_eq!(plan(last, "5 2026").outcome("visits"), Some(Outcome::Missed), "late on any day");
    assert_eq!(plan(last, "3 2026").outcome("visits"), Some(Outcome::Met), "in time on any day");
    // Nor is what may be late called not due, where only the month of the last meeting is known.
    let group = |end: &str| {
        Sheet::new()
            .on("initial-conference", "2 3 2026")
            .listed("core-group", &[("3 2026", SENT)])
            .on("plan-end", end)
            .outcome("core-groups")
    };
    assert_eq!(group("12 4 2026"), Some(Outcome::NotDue), "42 days from the first of the month");
    assert_eq!(group("13 4 2026"), Some(Outcome::CannotSay(Doubt::NotExact)));
}

#[test]
fn t06_a_long_silence_before_the_audit_is_a_late_gap() {
    let sheet =
        Sheet::new().on("initial-conference", "2 3 2026").listed("visit", &[("9 3 2026", ALONE)]);
    let result = sheet.result("visits").unwrap();
    let series = result.series.unwrap();
    assert_eq!((series.gaps, series.late, series.unexplained), (2, 1, Some(1)));
    assert_eq!(result.outcome, Outcome::Missed);
}
