//! Edge case 14: another authority's own limits, in the place of local ones.

use super::*;

fn read(id: &str, typed: &str) -> Option<StatedLimit> {
    StatedLimit::read(typed, standards().standard(&standard(id)).unwrap())
}

fn stated(rows: &[(&str, &str)]) -> StatedLimits {
    rows.iter().map(|(id, typed)| (standard(id), read(id, typed).unwrap())).collect()
}

#[test]
fn ec14_a_limit_is_a_whole_number_with_its_unit_and_nothing_is_guessed() {
    let said = |typed| read("visits", typed).map(StatedLimit::in_words);
    let rows = [
        ("20 working days", Some("20 working days")),
        (" 1  Working Day ", Some("1 working day")),
        ("28 days", Some("28 days")),
        ("28 calendar days", Some("28 days")),
        ("4 weeks", Some("28 days")),
        ("1 month", Some("1 month")),
        ("10", None),
        ("ten days", None),
        ("0 days", None),
        ("-4 days", None),
        ("1.5 months", None),
        ("1000 days", None),
        ("4294967295 weeks", None),
        ("10 working days or so", None),
        ("24 hours", None),
        ("every four weeks", None),
        ("", None),
    ];
    for (typed, expected) in rows {
        assert_eq!(said(typed).as_deref(), expected, "{typed}");
    }
    assert_eq!(read("child-seen", "24 hours").unwrap().unit, Unit::Hours, "its dates have a time");
    for local in standards().local() {
        let (limit, unit) = (local.limit, local.unit);
        let words = StatedLimit { limit, unit }.in_words();
        assert_eq!(StatedLimit::read(&words, local), Some(StatedLimit { limit, unit }), "{words}");
    }
}

#[test]
fn ec14_limits_are_typed_one_a_line_and_read_back_in_the_order_of_the_set() {
    let set = standards();
    let typed = "visits to the child : 4 weeks\n\n Later core groups: 1 month";
    let stated = set.ec14_read(typed).unwrap();
    let lines = set.ec14_lines(&stated);
    assert_eq!(lines, ["Later core groups: 1 month", "Visits to the child: 28 days"]);
    assert_eq!(set.ec14_read(&lines.join("\n")), Ok(stated));
    assert_eq!(set.ec14_read(" \n"), Ok(StatedLimits::new()));
    let wrong = [
        ("Visits to the child 4 weeks", LimitFault::Unread),
        ("Visits: 4 weeks", LimitFault::Unread),
        ("Visits to the child: often", LimitFault::Unread),
        ("Visits to the child: 0 days", LimitFault::Unread),
        ("Visits to the child: 4 weeks\nVisits to the child: 28 days", LimitFault::Twice),
        ("First core group: 15 working days", LimitFault::NotLocal),
    ];
    for (typed, fault) in wrong {
        assert_eq!(set.ec14_read(typed), Err(fault), "{typed}");
    }
}

#[test]
fn ec14_a_limit_of_a_standard_whose_title_has_a_colon_is_read_back() {
    let mut set = standards();
    let visits = set.standards.iter_mut().find(|one| one.id == standard("visits")).unwrap();
    visits.title = "Visits: under the plan".into();
    let stated = stated(&[("visits", "4 weeks")]);
    let lines = set.ec14_lines(&stated).join("\n");
    assert_eq!(lines, "Visits: under the plan: 28 days");
    assert_eq!(set.ec14_read(&lines), Ok(stated));
}

#[test]
fn ec14_a_file_states_no_limit_that_nobody_could_have_typed() {
    let read = |limit: &str| {
        let text = format!("{{\"visits\":{{\"limit\":{limit},\"unit\":\"calendar-days\"}}}}");
        crate::json::from_slice::<StatedLimits>(text.as_bytes())
    };
    for limit in ["1", "28", "999"] {
        assert!(read(limit).is_ok(), "{limit}");
    }
    for limit in ["0", "1000", "4294967295", "-1", "1.5", "null"] {
        assert!(read(limit).is_err(), "{limit}");
    }
}

#[test]
fn ec14_days_are_counted_against_the_limits_of_the_other_authority() {
    let visits = |set: StandardSet, second: &str| {
        let dates = [("2 3 2026", ALONE), (second, ALONE)];
        let sheet = Sheet { set, ..Sheet::new() };
        let sheet = sheet.on("initial-conference", "2 3 2026").on("plan-end", second);
        sheet.listed("visit", &dates).result("visits").unwrap()
    };
    let theirs = || standards().ec14_with(&stated(&[("visits", "4 weeks")]));
    assert_eq!(visits(standards(), "30 3 2026").outcome, Outcome::Missed, "20 working days");
    let last = visits(theirs(), "30 3 2026");
    assert_eq!((last.limit, last.unit, last.interval), (28, Unit::CalendarDays, Some(28)));
    assert_eq!(last.outcome, Outcome::Met);
    assert_eq!(visits(theirs(), "31 3 2026").outcome, Outcome::Missed);
}

#[test]
fn ec14_national_limits_and_those_that_nothing_was_stated_of_stay() {
    let all = stated(&[("visits", "4 weeks"), ("first-review", "9 months")]);
    let (ours, theirs) = (standards(), standards().ec14_with(&all));
    let differ = ours.standards.iter().zip(&theirs.standards).filter(|(one, other)| one != other);
    let differ: Vec<&str> = differ.map(|(_, other)| other.id.as_str()).collect();
    assert_eq!(differ, ["visits"]);
    let visits = theirs.standard(&standard("visits")).unwrap();
    assert!(visits.source.contains("other authority"), "{}", visits.source);
    assert_eq!(visits.level, Level::Local);
}

#[test]
fn ec14_days_counted_before_limits_were_stated_are_told_with_both_limits() {
    let dates = [("2 3 2026", ALONE), ("30 3 2026", ALONE)];
    let sheet = |set: StandardSet| {
        let sheet = Sheet { set, ..Sheet::new() };
        let sheet = sheet.on("initial-conference", "2 3 2026").on("plan-end", "30 3 2026");
        sheet.listed("visit", &dates)
    };
    let theirs = || standards().ec14_with(&stated(&[("visits", "4 weeks")]));
    let changed = |sheet: &Sheet, now: StandardSet| {
        let changed = now.ec14_changed(&sheet.results().unwrap());
        changed.iter().map(ChangedLimit::in_words).collect::<Vec<_>>()
    };
    let [before, after] = [sheet(standards()), sheet(theirs())];
    let told = ["Visits to the child: 10 working days, now 28 days"];
    assert_eq!(changed(&before, theirs()), told);
    assert_eq!(changed(&after, theirs()), Vec::<String>::new());
    let told = ["Visits to the child: 28 days, now 10 working days"];
    assert_eq!(changed(&after, standards()), told, "they were taken back");

    let by_their_limits = |sheet: &Sheet| {
        let stated = stated(&[("visits", "4 weeks")]);
        theirs().ec14_lines(&sheet.results().unwrap().ec14_applied(&stated))
    };
    assert_eq!(by_their_limits(&before), Vec::<String>::new());
    assert_eq!(by_their_limits(&after), ["Visits to the child: 28 days"]);

    // T-06: the child's own plan set this limit, and nobody has changed it.
    let mut planned = sheet(theirs());
    planned.sheet.limits.insert(standard("visits"), "28".into());
    assert_eq!(changed(&planned, standards()), Vec::<String>::new());
    assert_eq!(by_their_limits(&planned), Vec::<String>::new());
}

#[test]
fn ec14_what_was_held_against_no_limit_was_counted_by_nobodys() {
    let sheet = Sheet::new().absent("visit", Absence::DoesNotApply);
    let results = sheet.results().unwrap();
    assert_eq!(results.results[&standard("visits")].outcome, Outcome::DoesNotApply);
    let theirs = stated(&[("visits", "4 weeks")]);
    assert!(standards().ec14_with(&theirs).ec14_changed(&results).is_empty());
    let same = stated(&[("visits", "10 working days")]);
    assert_eq!(results.ec14_applied(&same), StatedLimits::new());
}
