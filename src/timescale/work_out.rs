//! From the worksheet to the results.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::interval::Span;
use super::{
    Calendar, Direction, Outcome, Results, SetRef, Standard, StandardSet, TimescaleResult,
    Worksheet,
};

/// Holds every date of the worksheet against the standards.
///
/// `today` stands for the day of the audit while none is typed. Nothing comes
/// out while nothing is entered.
pub fn work_out(
    set: &StandardSet,
    sheet: &Worksheet,
    calendar: &Calendar,
    today: NaiveDate,
) -> Option<Results> {
    let bench = Bench::new(set, sheet, calendar, today);
    let mut results = BTreeMap::new();
    for standard in &set.standards {
        let result = if standard.each { bench.series(standard) } else { bench.single(standard) };
        if let Some(result) = result {
            results.insert(standard.id.clone(), result);
        }
    }
    (!results.is_empty()).then(|| Results {
        set: SetRef { id: set.id.clone(), version: set.version },
        calendar: calendar.version.clone(),
        transfer: sheet.transfer,
        results,
    })
}

/// What every standard is worked out with.
pub(super) struct Bench<'a> {
    pub set: &'a StandardSet,
    pub sheet: &'a Worksheet,
    pub calendar: &'a Calendar,
    /// Later dates are no dates of this audit.
    pub audit_day: NaiveDate,
    /// The day up to which standards run: of the audit, or of a move that ends them (T-10).
    pub end: NaiveDate,
}

impl<'a> Bench<'a> {
    fn new(
        set: &'a StandardSet,
        sheet: &'a Worksheet,
        calendar: &'a Calendar,
        today: NaiveDate,
    ) -> Self {
        let audit_day = sheet.audit_day(today);
        let bench = Self { set, sheet, calendar, audit_day, end: audit_day };
        let left = bench.restart(Direction::Out);
        Self { end: left.map_or(audit_day, |left| left.min(audit_day)), ..bench }
    }

    /// The day of a move in this direction with which standards start again or end.
    pub(super) fn restart(&self, direction: Direction) -> Option<NaiveDate> {
        self.sheet.restart(direction)
    }

    /// The limit of the child's own plan, or the standard's (T-06); `None` where what is typed is none.
    pub(super) fn limit(&self, standard: &Standard) -> Option<u32> {
        match self.typed_limit(standard) {
            None => Some(standard.limit),
            Some(typed) => read_limit(typed),
        }
    }

    /// What is typed as the limit of the child's own plan.
    fn typed_limit(&self, standard: &Standard) -> Option<&str> {
        let typed = self.sheet.limits.get(&standard.id).filter(|_| standard.from_plan);
        typed.map(|typed| typed.trim()).filter(|typed| !typed.is_empty())
    }

    pub(super) fn result(
        &self,
        standard: &Standard,
        limit: u32,
        outcome: Outcome,
    ) -> TimescaleResult {
        let point = self.sheet.anchor_of(standard).filter(|_| standard.anchors.len() > 1);
        TimescaleResult {
            outcome,
            limit,
            unit: standard.unit,
            from_plan: self.typed_limit(standard).and_then(read_limit).is_some(),
            interval: None,
            up_to: None,
            counted_from: point.map(|point| point.event.clone()),
            chosen: None,
            series: None,
        }
    }
}

fn read_limit(typed: &str) -> Option<u32> {
    typed.parse().ok().filter(|limit| *limit > 0)
}

impl TimescaleResult {
    pub(super) fn set_span(&mut self, span: Option<Span>) {
        self.interval = span.map(|span| span.least);
        self.up_to = span.filter(|span| span.most > span.least).map(|span| span.most);
    }
}
