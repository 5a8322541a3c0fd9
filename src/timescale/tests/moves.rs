//! T-10: a child who moves between authorities.

use super::*;

#[test]
fn t10_a_child_who_moves_in_has_standards_that_start_again_or_run_on() {
    let sheet = |restarts| {
        Sheet::new()
            .on("initial-conference", "2 3 2026")
            .listed("core-group", &[("25 3 2026", &[])])
            .moved(Direction::In, restarts, "16 3 2026")
    };
    assert_eq!(sheet(true).result("first-core-group").unwrap().interval, Some(7));
    let on = sheet(false).result("first-core-group").unwrap();
    assert_eq!((on.interval, on.outcome), (Some(17), Outcome::Missed));
}

#[test]
fn t10_what_took_place_before_the_child_came_is_not_held_against_the_authority_here() {
    let sheet = |restarts| {
        Sheet::new()
            .on("initial-conference", "2 2 2026")
            .on("conference-minutes", "27 2 2026")
            .listed("core-group", &[("9 2 2026", SENT), ("25 3 2026", SENT)])
            .listed("visit", &[("5 2 2026", ALONE), ("13 3 2026", ALONE), ("23 3 2026", ALONE)])
            .on("plan-end", "27 3 2026")
            .moved(Direction::In, restarts, "16 3 2026")
    };
    let visits = |restarts| sheet(restarts).result("visits").unwrap();
    let gaps = |restarts| visits(restarts).series.map(|series| (series.gaps, series.late));
    assert_eq!((visits(true).outcome, gaps(true)), (Outcome::Met, Some((1, 0))));
    assert_eq!((visits(false).outcome, gaps(false)), (Outcome::Missed, Some((3, 1))));
    let minutes = |restarts| sheet(restarts).outcome("conference-minutes");
    assert_eq!(minutes(true), Some(Outcome::DoesNotApply));
    assert_eq!(minutes(false), Some(Outcome::Missed));
    // The first core group here, counted from the day on which the child came.
    let group = |restarts| sheet(restarts).result("first-core-group").unwrap().interval;
    assert_eq!((group(true), group(false)), (Some(7), Some(5)));
}

#[test]
fn t10_for_a_child_who_moved_out_standards_end_or_run_on() {
    let sheet = |restarts| {
        Sheet::new()
            .on("initial-conference", "2 3 2026")
            .absent("conference-minutes", Absence::NotHeld)
            .listed("visit", &[("9 3 2026", ALONE)])
            .moved(Direction::Out, restarts, "16 3 2026")
    };
    assert_eq!(sheet(true).outcome("conference-minutes"), Some(Outcome::NotDue));
    assert_eq!(sheet(true).outcome("visits"), Some(Outcome::Met));
    assert_eq!(sheet(false).outcome("conference-minutes"), Some(Outcome::Missed));
    assert_eq!(sheet(false).outcome("visits"), Some(Outcome::Missed));
    let after = Sheet::new()
        .on("initial-conference", "2 3 2026")
        .on("conference-minutes", "20 4 2026")
        .moved(Direction::Out, true, "16 3 2026");
    assert_eq!(after.outcome("conference-minutes"), Some(Outcome::DoesNotApply));
}

#[test]
fn t10_a_step_that_was_late_when_the_child_moved_out_stays_missed_whenever_it_came() {
    let left = |date: &str| {
        Sheet::new().on("initial-conference", "2 3 2026").moved(Direction::Out, true, date)
    };
    let late = left("30 3 2026").listed("core-group", &[("7 4 2026", &[])]);
    assert_eq!(late.outcome("first-core-group"), Some(Outcome::Missed));
    let never = left("30 3 2026").absent("core-group", Absence::NotHeld);
    assert_eq!(never.outcome("first-core-group"), Some(Outcome::Missed));
    // On the day on which its time was up, it was not late yet.
    let open = left("16 3 2026").listed("core-group", &[("7 4 2026", &[])]);
    assert_eq!(open.outcome("first-core-group"), Some(Outcome::DoesNotApply));
}

#[test]
fn t09_t10_a_date_from_before_the_move_that_precedes_its_anchor_is_the_other_authoritys() {
    let wrong = Some(Outcome::Impossible(Fault::WrongOrder));
    let groups = |restarts, conference: &str| {
        Sheet::new()
            .on("initial-conference", conference)
            .listed("core-group", &[("9 2 2026", SENT)])
            .moved(Direction::In, restarts, "16 3 2026")
    };
    let first = |sheet: Sheet| sheet.outcome("first-core-group");
    assert_eq!(first(groups(false, "20 3 2026")), wrong, "one plan, which runs on");
    // Of a group after the conference here nothing is entered yet.
    assert_eq!(first(groups(true, "20 3 2026")), None);
    let none = groups(true, "20 3 2026").absent("core-group", Absence::NotHeld);
    assert_eq!(first(none), Some(Outcome::Missed));
    assert_eq!(first(groups(true, "20 2 2026")), Some(Outcome::DoesNotApply), "both were there");
    // The end of an earlier plan there is not the end of the one here.
    let visits = |restarts| {
        Sheet::new()
            .on("initial-conference", "20 3 2026")
            .listed("visit", &[("25 3 2026", ALONE)])
            .on("plan-end", "2 2 2026")
            .moved(Direction::In, restarts, "16 3 2026")
            .outcome("visits")
    };
    assert_eq!((visits(false), visits(true)), (wrong, Some(Outcome::Missed)));
}
