//! T-08: what is due, and what the record does not say.

use super::*;

#[test]
fn t08_what_is_not_due_on_the_day_of_the_audit_is_never_missed() {
    let sheet = |discussion: &str| {
        Sheet::new()
            .listed("strategy-discussion", &[(discussion, AGREED)])
            .absent("initial-conference", Absence::NotHeld)
    };
    assert_eq!(sheet("9 6 2026").outcome("initial-conference"), Some(Outcome::NotDue));
    assert_eq!(sheet("8 6 2026").outcome("initial-conference"), Some(Outcome::Missed));
    assert_eq!(
        sheet("8 6 2026").says("initial-conference"),
        "Not met: it had not taken place when its time was up. The limit is 15 working days."
    );
    let recent = Sheet::new().listed("core-group", &[("19 5 2026", &[])]);
    assert_eq!(recent.outcome("core-groups"), Some(Outcome::NotDue));
    let silent = Sheet::new().listed("core-group", &[("18 5 2026", &[])]);
    assert_eq!(silent.outcome("core-groups"), Some(Outcome::Missed));
}

#[test]
fn t08_months_end_with_the_month_that_has_fewer_days() {
    let review = |conference: &str, review: &str| {
        Sheet::new()
            .on("initial-conference", conference)
            .listed("review-conference", &[(review, &[])])
            .says("first-review")
    };
    let after = "after the initial conference. The limit is 3 months.";
    assert_eq!(review("30 11 2025", "28 2 2026"), format!("Met. 3 months {after}"));
    assert_eq!(review("30 11 2025", "1 3 2026"), format!("Not met. 4 months {after}"));
    assert_eq!(review("15 1 2026", "15 4 2026"), format!("Met. 3 months {after}"));
}

#[test]
fn t08_what_the_record_does_not_say_and_what_does_not_apply_are_two_things() {
    let sheet = |absence| {
        Sheet::new().on("initial-conference", "2 3 2026").absent("conference-minutes", absence)
    };
    assert_eq!(
        sheet(Absence::NotRecorded).outcome("conference-minutes"),
        Some(Outcome::CannotSay(Doubt::NotRecorded))
    );
    assert_eq!(
        sheet(Absence::DoesNotApply).outcome("conference-minutes"),
        Some(Outcome::DoesNotApply)
    );
    assert_eq!(Sheet::new().on("initial-conference", "2 3 2026").says("conference-minutes"), "");
}

#[test]
fn t08_what_never_took_place_and_is_counted_from_nothing_is_not_called_due_later() {
    let never = Sheet::new().absent("supervision", Absence::NotHeld);
    assert_eq!(never.outcome("supervision"), Some(Outcome::CannotSay(Doubt::NoAnchor)));
}
