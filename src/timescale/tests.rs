//! One story for each rule, told with dates as typed and read back as the sentence shown.

use std::collections::BTreeSet;

use super::*;
use crate::id::{EventId, ItemId, StandardId};

/// The worksheet of an audit made on 30 June 2026.
struct Sheet {
    set: StandardSet,
    sheet: Worksheet,
}

fn typed(text: &str) -> TypedDate {
    let (date, time) = text.split_once(" at ").unwrap_or((text, ""));
    let mut parts = date.split(' ').map(str::to_owned).collect::<Vec<_>>();
    while parts.len() < 3 {
        parts.insert(0, String::new());
    }
    TypedDate {
        day: parts[0].clone(),
        month: parts[1].clone(),
        year: parts[2].clone(),
        time: time.into(),
    }
}

fn event(id: &str) -> EventId {
    EventId::new(id).unwrap()
}

fn standard(id: &str) -> StandardId {
    StandardId::new(id).unwrap()
}

impl Sheet {
    fn new() -> Self {
        let mut sheet = Worksheet::default();
        sheet.typed.insert(AUDIT_DATE.into(), typed("30 6 2026"));
        Self { set: standards(), sheet }
    }

    fn on(mut self, id: &str, date: &str) -> Self {
        self.sheet.typed.insert(date_key(&event(id), None), typed(date));
        self
    }

    fn listed(mut self, id: &str, dates: &[(&str, &[Flag])]) -> Self {
        for (number, (date, flags)) in dates.iter().enumerate() {
            let row = ItemId::new(format!("r{number}")).unwrap();
            self.sheet.typed.insert(date_key(&event(id), Some(&row)), typed(date));
            let flags = flags.iter().copied().collect();
            self.sheet.events.entry(event(id)).or_default().rows.push(Row { id: row, flags });
        }
        self
    }

    fn absent(mut self, id: &str, absence: Absence) -> Self {
        self.sheet.events.entry(event(id)).or_default().absence = Some(absence);
        self
    }

    fn typed(mut self, key: &str, date: &str) -> Self {
        self.sheet.typed.insert(key.into(), typed(date));
        self
    }

    fn moved(mut self, direction: Direction, restarts: bool, date: &str) -> Self {
        self.sheet.transfer = Some(Transfer { direction, restarts });
        self.typed(TRANSFER_DATE, date)
    }

    fn result(&self, id: &str) -> Option<TimescaleResult> {
        let calendar = Calendar::england_and_wales();
        let today = "2026-06-30".parse().unwrap();
        work_out(&self.set, &self.sheet, &calendar, today)?.results.remove(&standard(id))
    }

    fn outcome(&self, id: &str) -> Option<Outcome> {
        self.result(id).map(|result| result.outcome)
    }

    /// The sentence shown, or nothing.
    fn says(&self, id: &str) -> String {
        let found = self.set.standard(&standard(id)).expect("a standard of the set");
        self.result(id).map(|result| sentence(&self.set, found, &result)).unwrap_or_default()
    }
}

const AGREED: &[Flag] = &[Flag::EnquiryAgreed];
const ALONE: &[Flag] = &[Flag::SeenAlone];
const EXPLAINED: &[Flag] = &[Flag::GapExplained];
const SENT: &[Flag] = &[Flag::MinutesSent];

fn conference(discussion: &str, conference: &str) -> Sheet {
    Sheet::new()
        .listed("strategy-discussion", &[(discussion, AGREED)])
        .on("initial-conference", conference)
}

#[test]
fn t01_every_standard_says_what_is_counted_from_what_by_whom_and_where() {
    assert_eq!(shipped_sets()[0], standards());
    let sets: Vec<StandardSet> = shipped_sets().into_iter().chain(other_nations()).collect();
    let wrong: Vec<String> = sets.iter().flat_map(wrong_standards).collect();
    assert_eq!(wrong, Vec::<String>::new());
    for set in &sets {
        let standards: BTreeSet<&StandardId> = set.standards.iter().map(|one| &one.id).collect();
        assert_eq!(standards.len(), set.standards.len(), "{}", set.id);
        let events: BTreeSet<&EventId> = set.events.iter().map(|one| &one.id).collect();
        assert_eq!(events.len(), set.events.len(), "{}", set.id);
    }
}

fn wrong_standards(set: &StandardSet) -> Vec<String> {
    let known = |id: &EventId| set.event(id).is_some();
    let is_wrong = |standard: &&Standard| {
        let anchored = standard.each || !standard.anchors.is_empty();
        let named = known(&standard.event.event)
            && standard.anchors.iter().all(|point| known(&point.event))
            && standard.until.as_ref().is_none_or(known);
        let told = [&standard.title, &standard.source, &standard.jurisdiction];
        !anchored || !named || told.iter().any(|text| text.is_empty()) || standard.limit == 0
    };
    set.standards.iter().filter(is_wrong).map(|one| one.id.to_string()).collect()
}

#[test]
fn t01_another_nations_standards_are_its_own_and_counted_by_days_that_are_known() {
    let shipped = shipped_sets().into_iter().flat_map(|set| set.standards);
    let mut known: BTreeSet<StandardId> = shipped.map(|one| one.id).collect();
    for set in other_nations() {
        assert!(!set.title.is_empty(), "{}", set.id);
        for one in set.standards {
            assert_eq!(one.jurisdiction, set.id);
            // The bank holidays of Scotland are not those that this program knows.
            assert!(one.unit != Unit::WorkingDays || one.jurisdiction == "wales", "{}", one.id);
            assert!(known.insert(one.id.clone()), "{} stands in two sets", one.id);
        }
    }
}

#[test]
fn t01_a_standard_holds_only_while_it_is_in_force() {
    let assessment = |referral: &str, signed_off: &str| {
        let sheet = Sheet::new().on("referral", referral).on("assessment", signed_off);
        sheet.outcome("assessment")
    };
    assert_eq!(assessment("15 4 2013", "17 4 2013"), Some(Outcome::Met));
    assert_eq!(assessment("14 4 2013", "17 4 2013"), Some(Outcome::DoesNotApply));
    let straddles = Some(Outcome::CannotSay(Doubt::NotExact));
    assert_eq!(assessment("4 2013", "17 5 2013"), straddles);
}

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
    assert_eq!(results.set, SetRef { id: "england".into(), version: 1 });
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
fn t02_hours_are_counted_to_the_minute_and_without_a_time_only_what_is_sure_is_said() {
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
    assert_eq!(sheet.result("visits").unwrap().series.unwrap().percent_in_time(), Some(60));

    sheet.sheet.limits.insert(standard("visits"), "20".into());
    let result = sheet.result("visits").unwrap();
    assert_eq!((result.limit, result.series.unwrap().late), (20, 1));

    sheet.sheet.limits.insert(standard("visits"), "fortnightly".into());
    assert_eq!(sheet.outcome("visits"), Some(Outcome::CannotSay(Doubt::NoLimit)));
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
    ];
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(_, sheet, id, expected)| told(sheet, id) != *expected)
        .map(|(name, sheet, id, expected)| format!("{name}: {}, not {expected}", told(sheet, id)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

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
fn nothing_entered_gives_no_results() {
    let calendar = Calendar::england_and_wales();
    let today = "2026-06-30".parse().unwrap();
    assert_eq!(work_out(&standards(), &Worksheet::default(), &calendar, today), None);
}
