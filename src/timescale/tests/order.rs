//! T-09: dates that cannot be.

use super::*;

#[test]
fn t09_dates_in_an_order_that_cannot_be_are_refused() {
    let core_group = Sheet::new()
        .on("initial-conference", "2 3 2026")
        .listed("core-group", &[("27 2 2026", &[])]);
    let minutes =
        Sheet::new().on("initial-conference", "2 3 2026").on("conference-minutes", "2 2026");
    let rows = [
        ("conference before discussion", conference("2 3 2026", "27 2 2026"), "initial-conference"),
        ("core group before conference", core_group, "first-core-group"),
        ("minutes of an earlier month", minutes, "conference-minutes"),
    ];
    for (name, sheet, id) in rows {
        assert_eq!(sheet.outcome(id), Some(Outcome::Impossible(Fault::WrongOrder)), "{name}");
    }
    let hours =
        Sheet::new().on("referral", "2 3 2026 at 10:00").on("child-seen", "2 3 2026 at 9:59");
    assert_eq!(hours.outcome("child-seen"), Some(Outcome::Impossible(Fault::WrongOrder)));
}

#[test]
fn t09_a_date_after_the_audit_is_refused() {
    let future = Some(Outcome::Impossible(Fault::Future));
    assert_eq!(conference("2 3 2026", "1 7 2026").outcome("initial-conference"), future);
    let visit =
        Sheet::new().on("initial-conference", "2 3 2026").listed("visit", &[("1 7 2026", &[])]);
    assert_eq!(visit.outcome("visits"), future);
    let earlier = conference("2 3 2026", "23 3 2026").typed(AUDIT_DATE, "20 3 2026");
    assert_eq!(earlier.outcome("initial-conference"), future);
}

#[test]
fn t09_one_date_after_the_audit_is_refused_wherever_it_stands_in_a_list() {
    let future = Some(Outcome::Impossible(Fault::Future));
    let discussions = |second: &str, agreed: &[Flag]| {
        Sheet::new()
            .on("referral", "27 2 2026")
            .listed("strategy-discussion", &[("2 3 2026", AGREED), (second, agreed)])
            .on("initial-conference", "23 3 2026")
    };
    assert_eq!(discussions("9 3 2026", AGREED).outcome("initial-conference"), Some(Outcome::Met));
    // A year mistyped: the conference would be counted from the discussion before.
    let mistyped = discussions("9 3 2027", AGREED);
    assert_eq!(mistyped.outcome("initial-conference"), future);
    assert_eq!(mistyped.outcome("strategy-discussion"), future);
    assert_eq!(discussions("9 3 2027", &[]).outcome("initial-conference"), future, "not agreed");
    let today = "2026-06-30".parse().unwrap();
    let id = standard("initial-conference");
    let found =
        t09_date_to_correct(&mistyped.set, &mistyped.sheet, &id, Fault::Future, today).unwrap();
    assert_eq!(found, ("event-strategy-discussion-r1".to_owned(), DateBox::Day));
}

#[test]
fn t09_a_plan_that_ends_before_it_begins_makes_no_visit_not_due() {
    let wrong_order = Some(Outcome::Impossible(Fault::WrongOrder));
    let plan = |end: &str| {
        Sheet::new()
            .on("initial-conference", "2 3 2026")
            .listed("visit", &[("9 3 2026", ALONE), ("20 5 2026", ALONE)])
            .listed("core-group", &[("11 3 2026", SENT), ("22 4 2026", SENT)])
            .on("plan-end", end)
    };
    assert_eq!(plan("12 6 2025").outcome("visits"), wrong_order);
    assert_eq!(plan("12 6 2025").outcome("core-groups"), wrong_order, "it has no anchor");
    assert_eq!(plan("12 6 2025").says("visits"), "It ends before it begins.");
    let unsure = Some(Outcome::CannotSay(Doubt::NotExact));
    assert_eq!(plan("3 2026").outcome("visits"), unsure, "the day is not known");
    assert_eq!(plan("12 6 2026").outcome("visits"), Some(Outcome::Missed));
    assert_eq!(plan("12 6 2026").outcome("core-groups"), Some(Outcome::Missed));
    let half = plan("31 2 2026");
    assert_eq!(half.outcome("visits"), Some(Outcome::Impossible(Fault::Unreadable)));
}

#[test]
fn t09_a_meeting_after_the_end_of_the_plan_belongs_to_none_and_stops_nobody() {
    let sheet = Sheet::new()
        .on("initial-conference", "2 3 2026")
        .listed("core-group", &[("10 3 2026", SENT)])
        .on("plan-end", "6 3 2026");
    assert_eq!(sheet.outcome("core-groups"), Some(Outcome::NotDue));
}

#[test]
fn t09_what_a_standard_begins_or_ends_with_lies_not_after_the_audit() {
    let future = Some(Outcome::Impossible(Fault::Future));
    let plan = |conference: &str, end: &str| {
        Sheet::new()
            .on("initial-conference", conference)
            .listed("visit", &[("9 3 2026", ALONE), ("20 5 2026", ALONE)])
            .on("plan-end", end)
    };
    assert_eq!(plan("2 3 2027", "").outcome("visits"), future);
    assert_eq!(plan("2 3 2027", "").outcome("initial-conference"), future, "with no discussion");
    assert_eq!(plan("2 3 2026", "12 6 2027").outcome("visits"), future);
    let ahead = Sheet::new().on("initial-conference", "2 3 2027").absent("visit", Absence::NotHeld);
    assert_eq!(ahead.outcome("visits"), future);
}

#[test]
fn t09_half_a_date_is_no_date_yet() {
    let unreadable = Some(Outcome::Impossible(Fault::Unreadable));
    let half = TypedDate { day: "2".into(), ..TypedDate::default() };
    let mut sheet = conference("2 3 2026", "23 3 2026");
    sheet.sheet.typed.insert(date_key(&event("initial-conference"), None), half);
    assert_eq!(sheet.outcome("initial-conference"), unreadable);
    assert_eq!(conference("31 2 2026", "23 3 2026").outcome("initial-conference"), unreadable);
}

#[test]
fn t09_leads_to_the_date_that_is_wrong() {
    let today = "2026-06-30".parse().unwrap();
    let told = |sheet: &Sheet, id: &str| {
        let Some(Outcome::Impossible(fault)) = sheet.outcome(id) else { panic!("{id} can be") };
        let found = t09_date_to_correct(&sheet.set, &sheet.sheet, &standard(id), fault, today);
        found.map(|(key, part)| format!("{key}, {}", part.as_str())).unwrap_or_default()
    };
    let late_visit = Sheet::new()
        .on("initial-conference", "2 3 2026")
        .listed("visit", &[("9 3 2026", &[]), ("1 7 2026", &[]), ("16 3 2026", &[])]);
    let no_such_month =
        Sheet::new().on("initial-conference", "2 13 2026").listed("visit", &[("9 3 2026", &[])]);
    let early = Sheet::new()
        .on("initial-conference", "2 3 2026")
        .listed("core-group", &[("9 3 2026", &[]), ("27 2 2026", &[])]);
    let ended = |conference: &str, end: &str| {
        Sheet::new()
            .on("initial-conference", conference)
            .listed("visit", &[("9 3 2026", &[])])
            .on("plan-end", end)
    };
    let moved_in = Sheet::new()
        .on("initial-conference", "20 3 2026")
        .listed("core-group", &[("9 2 2026", &[]), ("18 3 2026", &[])])
        .moved(Direction::In, true, "16 3 2026");
    let rows = [
        (
            "event in the future",
            conference("2 3 2026", "1 7 2026"),
            "initial-conference",
            "event-initial-conference, day",
        ),
        (
            "its anchor is no date",
            conference("31 2 2026", "23 3 2026"),
            "initial-conference",
            "event-strategy-discussion-r0, day",
        ),
        (
            "its anchor is in the future",
            conference("1 7 2026", "2 7 2026").typed(AUDIT_DATE, "1 6 2026"),
            "initial-conference",
            "event-initial-conference, day",
        ),
        ("the second of three", late_visit, "visits", "event-visit-r1, day"),
        ("the plan's own date", no_such_month, "visits", "event-initial-conference, month"),
        ("the earliest was held", early, "first-core-group", "event-core-group-r1, day"),
        ("the earliest since the move", moved_in, "first-core-group", "event-core-group-r1, day"),
        ("an end too early", ended("2 3 2026", "1 2025"), "visits", "event-plan-end, day"),
        ("an end to come", ended("2 3 2026", "1 7 2026"), "visits", "event-plan-end, day"),
        (
            "a plan to come",
            ended("1 7 2026", "8 6 2026"),
            "visits",
            "event-initial-conference, day",
        ),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(_, sheet, id, expected)| told(sheet, id) != *expected)
        .map(|(name, sheet, id, expected)| format!("{name}: {}, not {expected}", told(sheet, id)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
