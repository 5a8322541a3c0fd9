//! Dates that an auditor enters, and what the program makes of them.

use multi_agency_audit::envelope::Hash;
use multi_agency_audit::store::{Change, DraftRecord, SheetChange, derived};
use multi_agency_audit::timescale::{TypedDate, date_key};

use super::auditor::Auditor;

impl Auditor<'_> {
    /// Enters the days of events, by the standards of the round or of another nation.
    pub fn enters_days(mut self, nation: Option<&str>, days: &[(&str, &str)]) -> Self {
        let (now, today) = (self.story().now, self.story().today());
        let draft = self.draft().clone();
        let mut record = DraftRecord::begin(draft, Hash::of(b"invitation"), now);
        let entered = days.iter().map(|(event, day)| {
            SheetChange::Date(date_key(&event.parse().unwrap(), None), typed(day))
        });
        let nation = SheetChange::Nation(nation.map(str::to_owned));
        for change in [nation].into_iter().chain(entered) {
            record.apply(&Change::Sheet(change));
        }
        for follows in derived(&record, &self.desk().invitation, today) {
            record.apply(&follows);
        }
        self.desk_mut().draft = record.draft;
        self
    }
}

/// A date such as "27 2 2026".
fn typed(text: &str) -> TypedDate {
    let mut parts = text.split(' ').map(str::to_owned);
    let mut part = || parts.next().expect("day, month and year");
    TypedDate { day: part(), month: part(), year: part(), time: String::new() }
}
