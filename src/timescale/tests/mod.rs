//! One story for each rule, told with dates as typed and read back as the sentence shown.

mod anchors;
mod due;
mod limits;
mod moves;
mod order;
mod repeated;
mod standards;
mod stated;
mod wales;

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

    fn results(&self) -> Option<Results> {
        let today = "2026-06-30".parse().unwrap();
        work_out(&self.set, &self.sheet, &Calendar::england_and_wales(), today)
    }

    fn result(&self, id: &str) -> Option<TimescaleResult> {
        self.results()?.results.remove(&standard(id))
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
fn nothing_entered_gives_no_results() {
    let calendar = Calendar::england_and_wales();
    let today = "2026-06-30".parse().unwrap();
    assert_eq!(work_out(&standards(), &Worksheet::default(), &calendar, today), None);
}
