//! T-02: met up to the limit, in days, working days and hours.

use super::*;

#[test]
fn t02_a_standard_is_met_up_to_its_limit_and_the_anchors_day_is_day_nought() {
    let rows = [
        ("the same day", "2 3 2026", "2 3 2026", 0, Outcome::Met),
        ("15 working days", "2 3 2026", "23 3 2026", 15, Outcome::Met),
        ("16 working days", "2 3 2026", "24 3 2026", 16, Outcome::Missed),
        ("over Easter", "25 3 2026", "17 4 2026", 15, Outcome::Met),
        ("over Christmas", "10 12 2025", "5 1 2026", 15, Outcome::Met),
        ("over Christmas, a day later", "10 12 2025", "6 1 2026", 16, Outcome::Missed),
        ("over a one-off bank holiday", "21 4 2023", "17 5 2023", 16, Outcome::Missed),
        ("from a weekend", "28 2 2026", "20 3 2026", 15, Outcome::Met),
        ("on a Sunday, which adds nothing", "2 3 2026", "22 3 2026", 14, Outcome::Met),
    ];
    let mut wrong = Vec::new();
    for (name, from, to, interval, outcome) in rows {
        let result = conference(from, to).result("initial-conference").unwrap();
        if (result.interval, result.up_to, result.outcome) != (Some(interval), None, outcome) {
            wrong.push(format!("{name}: {result:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        conference("2 3 2026", "24 3 2026").says("initial-conference"),
        "Not met. 16 working days after the strategy discussion. The limit is 15 working days."
    );
}

#[test]
fn t02_results_name_the_bank_holidays_they_were_counted_by() {
    let sheet = conference("2 3 2026", "24 3 2026");
    let calendar = Calendar::england_and_wales();
    let today = "2026-06-30".parse().unwrap();
    let results = work_out(&sheet.set, &sheet.sheet, &calendar, today).unwrap();
    assert_eq!(results.calendar, "2000-2028.1");
    assert_eq!(results.set, SetRef { id: "england".into(), version: 2 });
}

#[test]
fn t02_a_year_without_published_bank_holidays_is_never_guessed() {
    let sheet = conference("13 12 1999", "10 1 2000");
    assert_eq!(
        sheet.says("initial-conference"),
        "Cannot be said: this program does not know the bank holidays of one of these years. The limit is 15 working days."
    );
}

#[test]
fn ec38_t02_hours_are_counted_to_the_minute_and_without_a_time_only_what_is_sure_is_said() {
    let seen = |referral: &str, seen: &str| {
        Sheet::new().on("referral", referral).on("child-seen", seen).outcome("child-seen")
    };
    assert_eq!(seen("2 3 2026 at 23:30", "3 3 2026 at 23:30"), Some(Outcome::Met));
    assert_eq!(seen("2 3 2026 at 23:30", "3 3 2026 at 23:31"), Some(Outcome::Missed));
    assert_eq!(seen("28 3 2026 at 23:30", "30 3 2026 at 00:30"), Some(Outcome::Met));
    assert_eq!(seen("2 3 2026", "2 3 2026"), Some(Outcome::Met));
    assert_eq!(seen("2 3 2026", "3 3 2026"), Some(Outcome::CannotSay(Doubt::NotExact)));
    assert_eq!(seen("2 3 2026", "4 3 2026 at 00:05"), Some(Outcome::Missed));
}

#[test]
fn t02_a_date_without_its_day_gives_a_range() {
    let sheet = conference("2 3 2026", "3 2026");
    let result = sheet.result("initial-conference").unwrap();
    assert_eq!((result.interval, result.up_to), (Some(0), Some(21)));
    assert_eq!(
        sheet.says("initial-conference"),
        "Cannot be said: a date or time is not known closely enough. Between 0 and 21 working days after the strategy discussion. The limit is 15 working days."
    );
    assert_eq!(
        conference("2 3 2026", "5 2026").outcome("initial-conference"),
        Some(Outcome::Missed)
    );
}
