//! Chronologies: from dates that stay on this computer to days counted from one event (CH-01 to CH-03).
//!
//! Not here: what an entry must say ([`crate::check`]), how dates are read
//! ([`crate::timescale`]), and merging several agencies' chronologies, which is the panel's.

use chrono::{Months, NaiveDate};

use crate::audit_return::{AnchorEvent, Chronology, ChronologyEntry, RelativeDay, When};
use crate::id::ItemId;
use crate::timescale::{Days, Fault, Reading, Worksheet};

/// Key of the date of the event that a chronology is counted from.
pub const ANCHOR_DATE: &str = "chronology-anchor";

/// Key of an entry's date.
pub fn date_key(entry: &ItemId) -> String {
    ["chronology-", entry.as_str()].concat()
}

/// When each entry happened, from the dates typed.
pub fn placed(
    chronology: &Chronology,
    sheet: &Worksheet,
    look_back_months: u32,
    today: NaiveDate,
) -> Vec<(ItemId, When)> {
    let audit_day = sheet.audit_day(today);
    let window = audit_day.checked_sub_months(Months::new(look_back_months));
    let anchor = match (chronology.anchor, sheet.read(ANCHOR_DATE)) {
        (Some(AnchorEvent::Audit), _) => Some(audit_day),
        (Some(_), Reading::Days(days)) => days.exact(),
        (Some(_), Reading::Blank | Reading::Unreadable) | (None, _) => None,
    };
    let when = |entry: &ChronologyEntry| match sheet.read(&date_key(&entry.id)) {
        Reading::Blank => When::NotGiven,
        Reading::Unreadable => When::Impossible(Fault::Unreadable),
        Reading::Days(days) if days.first > audit_day => When::Impossible(Fault::Future),
        Reading::Days(days) => match anchor {
            None => When::NoAnchor,
            Some(anchor) => When::Day(relative(anchor, &days, window)),
        },
    };
    chronology.entries.iter().map(|entry| (entry.id.clone(), when(entry))).collect()
}

/// CH-03: why the date typed for the event that days are counted from cannot be right. The audit's own
/// day is not asked for here, and a birth may be expected after it. `today` stands for it while none is typed.
pub fn ch03_anchor_fault(
    anchor: Option<AnchorEvent>,
    sheet: &Worksheet,
    today: NaiveDate,
) -> Option<Fault> {
    let event = anchor.filter(|event| *event != AnchorEvent::Audit)?;
    match sheet.read(ANCHOR_DATE) {
        Reading::Blank => None,
        Reading::Unreadable => Some(Fault::Unreadable),
        Reading::Days(days) => {
            let is_to_come = event != AnchorEvent::Birth && days.first > sheet.audit_day(today);
            is_to_come.then_some(Fault::Future)
        }
    }
}

fn relative(anchor: NaiveDate, days: &Days, window: Option<NaiveDate>) -> RelativeDay {
    let from = |day: NaiveDate| i32::try_from((day - anchor).num_days()).unwrap_or(i32::MAX);
    let (day, last) = (from(days.first), from(days.last));
    RelativeDay {
        day,
        up_to: (last > day).then_some(last),
        before_window: window.is_some_and(|start| days.last < start),
    }
}

/// A stretch of days in which nothing is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Last day before it on which something happened.
    pub after: i32,
    /// First day after it.
    pub before: i32,
}

impl Gap {
    /// How many days lie between.
    pub fn days(self) -> i32 {
        self.before - self.after
    }
}

/// The longest stretch of more than `least` days between two entries that are dated to the day.
pub fn longest_gap(chronology: &Chronology, least: i32) -> Option<Gap> {
    let ordered = chronology.in_order();
    let days: Vec<i32> = ordered.iter().filter_map(|entry| exact(entry)).collect();
    let gaps = days.windows(2).filter_map(|pair| match pair {
        [after, before] => Some(Gap { after: *after, before: *before }),
        _ => None,
    });
    gaps.filter(|gap| gap.days() > least).max_by_key(|gap| gap.days())
}

fn exact(entry: &ChronologyEntry) -> Option<i32> {
    entry.day().filter(|day| day.up_to.is_none()).map(|day| day.day)
}

/// When an entry happened, in words: "about 12 days after the referral".
pub fn when_words(anchor: Option<AnchorEvent>, entry: &ChronologyEntry) -> String {
    let phrase = anchor.map_or("the anchor", AnchorEvent::phrase);
    match entry.told() {
        When::NotGiven if entry.undated => "The record does not say when".to_owned(),
        When::NotGiven => "No date entered".to_owned(),
        When::NoAnchor => "The date that the days are counted from is not entered".to_owned(),
        When::Impossible(Fault::Future) => "After the day of the audit".to_owned(),
        When::Impossible(Fault::Unreadable | Fault::WrongOrder) => "Not a real date".to_owned(),
        When::Day(RelativeDay { day, up_to: None, .. }) => {
            let about = if entry.about { "about " } else { "" };
            [about, &from_anchor(day, phrase)].concat()
        }
        When::Day(RelativeDay { day, up_to: Some(last), .. }) => {
            ["between ", &from_anchor(day, phrase), " and ", &from_anchor(last, phrase)].concat()
        }
    }
}

/// "12 days after the referral", "the day of the referral".
pub fn from_anchor(day: i32, phrase: &str) -> String {
    let side = match day {
        0 => return ["the day of ", phrase].concat(),
        1.. => " after ",
        _ => " before ",
    };
    let count = day.unsigned_abs();
    let days = if count == 1 { " day" } else { " days" };
    [&count.to_string(), days, side, phrase].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timescale::{AUDIT_DATE, TypedDate};

    fn typed(text: &str) -> TypedDate {
        let mut parts = text.rsplit(' ').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        let (year, month, day) = (part(), part(), part());
        TypedDate { day, month, year, time: String::new() }
    }

    /// A chronology counted from a referral on 2 March 2026, audited on 30 June.
    fn chronology(dates: &[&str]) -> (Chronology, Worksheet) {
        let mut sheet = Worksheet::default();
        sheet.typed.insert(AUDIT_DATE.into(), typed("30 6 2026"));
        sheet.typed.insert(ANCHOR_DATE.into(), typed("2 3 2026"));
        let mut chronology =
            Chronology { anchor: Some(AnchorEvent::Referral), ..Chronology::default() };
        for (number, date) in dates.iter().enumerate() {
            let id = ItemId::new(format!("e{number}")).unwrap();
            sheet.typed.insert(date_key(&id), typed(date));
            chronology.entries.push(ChronologyEntry::empty(id));
        }
        (chronology, sheet)
    }

    fn told(dates: &[&str]) -> Vec<String> {
        let (mut chronology, sheet) = chronology(dates);
        let placed = placed(&chronology, &sheet, 12, "2026-06-30".parse().unwrap());
        for (entry, (_, when)) in chronology.entries.iter_mut().zip(placed) {
            entry.when = when;
        }
        let ordered = chronology.in_order();
        ordered
            .iter()
            .map(|entry| [entry.id.as_str(), ": ", &when_words(chronology.anchor, entry)].concat())
            .collect()
    }

    #[test]
    fn ch03_entries_stand_in_days_from_the_anchor_in_their_order() {
        let dates =
            ["9 3 2026", "28 2 2026", "2 3 2026", "31 2 2026", "3 3 2026", "4 2026", "1 7 2026"];
        assert_eq!(
            told(&dates),
            [
                "e1: 2 days before the referral",
                "e2: the day of the referral",
                "e4: 1 day after the referral",
                "e0: 7 days after the referral",
                "e5: between 30 days after the referral and 59 days after the referral",
                "e3: Not a real date",
                "e6: After the day of the audit",
            ]
        );
    }

    #[test]
    fn ch02_what_lies_wholly_before_the_look_back_is_marked() {
        let (chronology, sheet) = chronology(&["29 6 2025", "30 6 2025", "6 2025", "5 2025"]);
        let placed = placed(&chronology, &sheet, 12, "2026-06-30".parse().unwrap());
        let before = placed.iter().map(|(_, when)| match when {
            When::Day(day) => day.before_window,
            When::NotGiven | When::NoAnchor | When::Impossible(_) => panic!("{when:?}"),
        });
        assert_eq!(before.collect::<Vec<_>>(), [true, false, false, true]);
    }

    #[test]
    fn ch03_without_the_anchors_date_nothing_can_be_counted() {
        let (mut chronology, mut sheet) = chronology(&["9 3 2026"]);
        let today = "2026-06-30".parse().unwrap();
        sheet.typed.remove(ANCHOR_DATE);
        assert_eq!(placed(&chronology, &sheet, 12, today)[0].1, When::NoAnchor);
        chronology.anchor = Some(AnchorEvent::Audit);
        let day = RelativeDay { day: -113, up_to: None, before_window: false };
        assert_eq!(placed(&chronology, &sheet, 12, today)[0].1, When::Day(day));
    }

    #[test]
    fn ch03_the_longest_gap_is_between_days_that_are_known() {
        let (mut chronology, sheet) =
            chronology(&["2 3 2026", "1 5 2026", "4 2026", "9 3 2026", "4 5 2026"]);
        let placed = placed(&chronology, &sheet, 12, "2026-06-30".parse().unwrap());
        for (entry, (_, when)) in chronology.entries.iter_mut().zip(placed) {
            entry.when = when;
        }
        let gap = longest_gap(&chronology, 28);
        assert_eq!(gap, Some(Gap { after: 7, before: 60 }));
        assert_eq!(longest_gap(&chronology, 60), None);
    }

    #[test]
    fn ch03_a_day_that_is_right_only_roughly_says_so() {
        let entry = ChronologyEntry {
            when: When::Day(RelativeDay { day: -3, up_to: None, before_window: false }),
            about: true,
            ..ChronologyEntry::empty(ItemId::new("e").unwrap())
        };
        assert_eq!(
            when_words(Some(AnchorEvent::Birth), &entry),
            "about 3 days before the child’s birth"
        );
    }
}
