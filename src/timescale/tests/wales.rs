//! T-01, T-02, T-05: the standards of Wales, up to and after their last days (edge case 37).

use super::*;

const NO_FLAG: &[Flag] = &[];

fn wales() -> Sheet {
    let set = other_nations().into_iter().find(|set| set.id == "wales");
    Sheet { set: set.expect("a set for Wales"), ..Sheet::new() }
}

#[test]
fn t05_a_first_core_group_in_wales_has_ten_working_days_with_the_bank_holidays_of_both_nations() {
    let outcome = |conference: &str, group: &str| {
        let sheet = wales().on("initial-conference", conference);
        let sheet = sheet.listed("core-group", &[(group, NO_FLAG)]);
        let result = sheet.result("wales-first-core-group").unwrap();
        (result.interval, result.outcome)
    };
    // Good Friday and Easter Monday count in neither nation.
    assert_eq!(outcome("2 4 2026", "20 4 2026"), (Some(10), Outcome::Met));
    assert_eq!(outcome("2 4 2026", "21 4 2026"), (Some(11), Outcome::Missed));
    // St David's Day is a working day, here a Friday.
    assert_eq!(outcome("26 2 2024", "11 3 2024"), (Some(10), Outcome::Met));
    assert_eq!(outcome("26 2 2024", "12 3 2024"), (Some(11), Outcome::Missed));
    assert_eq!(outcome("2 4 2026", "1 4 2026"), (None, Outcome::Impossible(Fault::WrongOrder)));
    let late = wales()
        .on("initial-conference", "2 4 2026")
        .listed("core-group", &[("21 4 2026", NO_FLAG)])
        .says("wales-first-core-group");
    assert_eq!(
        late,
        "Not met. 11 working days after the initial conference. The limit is 10 working days."
    );
}

#[test]
fn t08_a_first_core_group_in_wales_is_missed_only_once_its_ten_days_are_over() {
    let not_held = |conference: &str| {
        let sheet = wales().on("initial-conference", conference);
        sheet.absent("core-group", Absence::NotHeld).outcome("wales-first-core-group")
    };
    assert_eq!(not_held("16 6 2026"), Some(Outcome::NotDue), "the tenth day is the audit's");
    assert_eq!(not_held("15 6 2026"), Some(Outcome::Missed));
}

#[test]
fn t05_later_core_groups_in_wales_are_six_weeks_apart_at_most() {
    let outcome = |second: &str| {
        let sheet = wales().on("initial-conference", "2 4 2026");
        let groups = [("20 4 2026", NO_FLAG), (second, NO_FLAG)];
        sheet.listed("core-group", &groups).outcome("wales-core-groups")
    };
    assert_eq!(outcome("1 6 2026"), Some(Outcome::Met));
    assert_eq!(outcome("2 6 2026"), Some(Outcome::Missed));
}

#[test]
fn t02_reviews_in_wales_have_three_months_and_then_six() {
    let first = |conference: &str, review: &str| {
        let sheet = wales().on("initial-conference", conference);
        sheet.listed("review-conference", &[(review, NO_FLAG)]).outcome("wales-first-review")
    };
    assert_eq!(first("2 3 2026", "2 6 2026"), Some(Outcome::Met));
    assert_eq!(first("2 3 2026", "3 6 2026"), Some(Outcome::Missed));
    // February ends the third month.
    assert_eq!(first("30 11 2025", "28 2 2026"), Some(Outcome::Met));
    assert_eq!(first("30 11 2025", "1 3 2026"), Some(Outcome::Missed));
    let later = |second: &str| {
        let reviews = [("28 8 2025", NO_FLAG), (second, NO_FLAG)];
        wales().listed("review-conference", &reviews).outcome("wales-reviews")
    };
    assert_eq!(later("28 2 2026"), Some(Outcome::Met));
    assert_eq!(later("1 3 2026"), Some(Outcome::Missed));
}

#[test]
fn t02_an_assessment_in_wales_has_forty_two_working_days_from_the_start_of_the_enquiry() {
    let assessed = |on: &str| {
        let sheet = wales().on("enquiry-start", "2 3 2026").on("assessment", on);
        let result = sheet.result("wales-assessment").unwrap();
        (result.interval, result.outcome)
    };
    assert_eq!(assessed("1 5 2026"), (Some(42), Outcome::Met));
    assert_eq!(assessed("4 5 2026"), (Some(42), Outcome::Met), "a bank holiday adds nothing");
    assert_eq!(assessed("5 5 2026"), (Some(43), Outcome::Missed));
}

#[test]
fn t02_the_outline_plan_and_the_summary_go_out_within_five_working_days_in_wales() {
    let sent = |on: &str| {
        let sheet = wales().on("initial-conference", "2 4 2026").on("decision-letter", on);
        sheet.outcome("wales-conference-summary")
    };
    assert_eq!(sent("13 4 2026"), Some(Outcome::Met));
    assert_eq!(sent("14 4 2026"), Some(Outcome::Missed));
}

#[test]
fn t01_no_event_that_wales_asks_for_is_without_a_limit() {
    let set = wales().set;
    let asked = set.events.iter().filter(|event| {
        let of_event = |one: &Standard| {
            let from = one.anchors.iter().any(|point| point.event == event.id);
            from || one.event.event == event.id || one.until.as_ref() == Some(&event.id)
        };
        !set.standards.iter().any(of_event)
    });
    assert_eq!(asked.map(|event| event.id.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(set.events.iter().all(|event| !event.hint.contains("holds no limit")));
}

#[test]
fn t01_in_wales_minutes_within_twenty_working_days_are_an_aim_and_no_limit() {
    let sent = |on: &str| {
        let sheet = wales().on("initial-conference", "2 3 2026").on("conference-minutes", on);
        sheet.says("wales-conference-minutes")
    };
    let after = "working days after the initial conference. The aim is 20 working days.";
    assert_eq!(sent("30 3 2026"), format!("Met. 20 {after}"));
    assert_eq!(sent("31 3 2026"), format!("Not met. 21 {after}"));
}
