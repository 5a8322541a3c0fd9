//! T-03 and T-04: what is counted from.

use super::*;

#[test]
fn t03_the_conference_is_counted_from_the_latest_discussion_that_agreed_an_enquiry() {
    let sheet = Sheet::new()
        .listed(
            "strategy-discussion",
            &[("2 3 2026", AGREED), ("9 3 2026", AGREED), ("16 3 2026", &[]), ("1 6 2026", AGREED)],
        )
        .on("enquiry-start", "3 3 2026")
        .on("initial-conference", "30 3 2026");
    let result = sheet.result("initial-conference").unwrap();
    assert_eq!((result.interval, result.outcome), (Some(15), Outcome::Met));
    assert_eq!(result.counted_from, Some(event("strategy-discussion")));

    let mut other = sheet;
    other.sheet.counted_from.insert(standard("initial-conference"), event("enquiry-start"));
    let result = other.result("initial-conference").unwrap();
    assert_eq!((result.interval, result.outcome), (Some(19), Outcome::Missed));
    assert_eq!(
        other.says("initial-conference"),
        "Not met. 19 working days after the start of the section 47 enquiry. The limit is 15 working days."
    );
}

#[test]
fn t03_without_a_discussion_that_agreed_an_enquiry_there_is_nothing_to_count_from() {
    let sheet = Sheet::new()
        .listed("strategy-discussion", &[("2 3 2026", &[])])
        .on("initial-conference", "23 3 2026");
    assert_eq!(sheet.outcome("initial-conference"), Some(Outcome::CannotSay(Doubt::NoAnchor)));
}

#[test]
fn t04_of_several_discussions_the_one_counted_from_is_marked() {
    let dates: &[(&str, &[Flag])] =
        &[("9 3 2026", AGREED), ("2 3 2026", AGREED), ("16 3 2026", &[])];
    let sheet =
        Sheet::new().listed("strategy-discussion", dates).on("initial-conference", "30 3 2026");
    let result = sheet.result("initial-conference").unwrap();
    assert_eq!(result.chosen, Some(Chosen { number: 2, of: 3 }));
    assert!(sheet.says("initial-conference").ends_with("Counted from number 2 of 3."));
    let alone = conference("2 3 2026", "23 3 2026").result("initial-conference").unwrap();
    assert_eq!(alone.chosen, None);
}
