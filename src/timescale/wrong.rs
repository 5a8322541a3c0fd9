//! Which date to correct, and in which box, where dates cannot be right (T-09).
//!
//! The return holds no dates, so that a notice can name a standard only; the
//! worksheet knows which of its dates is wrong.

use chrono::{Month, NaiveDate};

use super::{
    Direction, Fault, Point, Reading, Standard, StandardSet, TypedDate, Worksheet, time_of,
};
use crate::id::{EventId, StandardId};

/// One box in which a part of a date is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateBox {
    /// Day of the month.
    Day,
    /// Month.
    Month,
    /// Year.
    Year,
    /// Time of day.
    Time,
}

impl DateBox {
    /// How the ids of its elements end.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Time => "time",
        }
    }
}

impl TypedDate {
    /// The first box that keeps this from being a date. Where each says something that can be, the
    /// day's: the date as a whole is wrong, or none is typed.
    pub fn box_to_correct(&self) -> DateBox {
        let Self { day, month, year, time } = self;
        let number = |text: &str, most: u32| {
            text.trim().parse().is_ok_and(|number: u32| (1..=most).contains(&number))
        };
        let blank = |text: &str| text.trim().is_empty();
        let month_is_wrong = if blank(month) { !blank(day) } else { named(month).is_none() };
        if !blank(day) && !number(day, 31) {
            DateBox::Day
        } else if month_is_wrong {
            DateBox::Month
        } else if !self.is_blank() && super::typed::year_of(year).is_none() {
            DateBox::Year
        } else if !blank(time) && time_of(time).is_none() {
            DateBox::Time
        } else {
            DateBox::Day
        }
    }
}

fn named(month: &str) -> Option<Month> {
    let number = super::typed::month_of(month.trim())?;
    Month::try_from(u8::try_from(number).ok()?).ok()
}

/// T-09: the key of the date to correct, and the box in it, for a standard whose dates cannot be right.
///
/// `today` stands for the day of the audit while none is typed. `None` where no
/// date of the worksheet is wrong in this way.
pub fn t09_date_to_correct(
    set: &StandardSet,
    sheet: &Worksheet,
    standard: &StandardId,
    fault: Fault,
    today: NaiveDate,
) -> Option<(String, DateBox)> {
    let standard = set.standard(standard)?;
    let audit_day = sheet.audit_day(today);
    let mut keys = keys_of(sheet, standard);
    let key = match fault {
        Fault::Unreadable => keys.find(|key| sheet.read(key) == Reading::Unreadable),
        Fault::Future => keys
            .find(|key| matches!(sheet.read(key), Reading::Days(days) if days.first > audit_day)),
        // A series can only end before it begins; its dates may lie anywhere.
        Fault::WrongOrder if standard.each => first_date(sheet, standard.until.as_ref()?, None),
        Fault::WrongOrder => first_date(sheet, &standard.event.event, sheet.restart(Direction::In)),
    }?;
    let part = sheet.typed(&key).box_to_correct();
    Some((key, part))
}

/// Every date that the standard rests on, its own event's first.
fn keys_of<'a>(sheet: &'a Worksheet, standard: &'a Standard) -> impl Iterator<Item = String> {
    let anchor = sheet.anchor_of(standard).map(|point: &Point| &point.event);
    let events = [Some(&standard.event.event), anchor, standard.until.as_ref()];
    events.into_iter().flatten().flat_map(|event| sheet.keys(event))
}

/// The event's date that was held against the anchor, or that ends a series: its earliest. Where standards start
/// again with the day on which the child `came`, the earliest since: one before was held against nothing (T-10).
fn first_date(sheet: &Worksheet, event: &EventId, came: Option<NaiveDate>) -> Option<String> {
    let dated = sheet.keys(event).filter_map(|key| match sheet.read(&key) {
        Reading::Days(days) => {
            let was_elsewhere = came.is_some_and(|came| days.last < came);
            Some(((was_elsewhere, days.first, days.time, days.last), key))
        }
        Reading::Blank | Reading::Unreadable => None,
    });
    dated.min_by_key(|(when, _)| *when).map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> TypedDate {
        let [day, month, year] = [day, month, year].map(str::to_owned);
        TypedDate { day, month, year, time: String::new() }
    }

    #[test]
    fn t09_the_box_to_correct_is_the_first_that_cannot_be() {
        let rows = [
            (typed("32", "3", "2026"), DateBox::Day),
            (typed("soon", "3", "2026"), DateBox::Day),
            (typed("31", "2", "2026"), DateBox::Day),
            (typed("7", "13", "2026"), DateBox::Month),
            (typed("7", "Mai", "2026"), DateBox::Month),
            (typed("7", "", "2026"), DateBox::Month),
            (typed("7", "March", "26"), DateBox::Year),
            (typed("7", "3", ""), DateBox::Year),
            (typed("", "", "196"), DateBox::Year),
            (TypedDate { time: "25:00".into(), ..typed("7", "3", "2026") }, DateBox::Time),
            (typed("7", "3", "2026"), DateBox::Day),
            (typed("", "", ""), DateBox::Day),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .filter(|(typed, expected)| typed.box_to_correct() != *expected)
            .map(|(typed, _)| format!("{typed:?}: {:?}", typed.box_to_correct()))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
