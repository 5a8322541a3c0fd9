//! A standard on one date: the first of its event, counted from its anchor.

use chrono::NaiveDate;

use super::interval::{Span, between, is_reversed};
use super::work_out::Bench;
use super::worksheet::{Dated, Unreadable};
use super::{
    Absence, Chosen, Days, Direction, Doubt, Fault, Outcome, Pick, Point, Standard, TimescaleResult,
};

/// The date that a standard is counted from.
pub(super) struct Anchor {
    pub days: Days,
    pub chosen: Option<Chosen>,
}

impl Bench<'_> {
    /// The result, or nothing where neither end of the standard was entered.
    pub(super) fn single(&self, standard: &Standard) -> Option<TimescaleResult> {
        let events = self.sheet.dates(&standard.event.event);
        let absence = self.sheet.absence(&standard.event.event);
        let untouched = events.as_ref().is_ok_and(Vec::is_empty) && absence.is_none();
        if untouched {
            return None;
        }
        let limit = self.limit(standard);
        let point = self.sheet.anchor_of(standard);
        let blank = |outcome| self.result(standard, limit.unwrap_or(standard.limit), outcome);
        let Ok(events) = events else { return Some(blank(Outcome::Impossible(Fault::Unreadable))) };
        let event = self.event_here(&events);
        if event.is_none() && absence == Some(Absence::DoesNotApply) {
            return Some(blank(Outcome::DoesNotApply));
        }
        let counted_from = point.and_then(|point| self.sheet.dates(&point.event).ok());
        if self.lie_ahead(&events) || counted_from.is_some_and(|all| self.lie_ahead(&all)) {
            return Some(blank(Outcome::Impossible(Fault::Future)));
        }
        let anchor = match point.map(|point| self.anchor(point, event.as_ref())) {
            Some(Err(Unreadable)) => return Some(blank(Outcome::Impossible(Fault::Unreadable))),
            Some(Ok(Some(anchor))) => anchor,
            Some(Ok(None)) | None => return Some(blank(Outcome::CannotSay(Doubt::NoAnchor))),
        };
        let event = event.filter(|event| !self.is_of_elsewhere(&anchor.days, event));
        match (event, absence) {
            (None, None) => return None,
            (None, Some(Absence::DoesNotApply)) => return Some(blank(Outcome::DoesNotApply)),
            (None, Some(Absence::NotHeld | Absence::NotRecorded)) | (Some(_), _) => {}
        }
        let Some(limit) = limit else { return Some(blank(Outcome::CannotSay(Doubt::NoLimit))) };
        let (outcome, span) = self.held(standard, limit, &anchor.days, event.as_ref(), absence);
        let mut result = blank(outcome);
        result.set_span(span);
        result.chosen = anchor.chosen;
        Some(result)
    }

    /// Whether any of these lies after the day of the audit (T-09), though nothing may be counted from it.
    pub(super) fn lie_ahead(&self, dates: &[Dated]) -> bool {
        dates.iter().any(|dated| dated.days.first > self.audit_day)
    }

    /// The first date of a standard's event: of a standard that starts again with a move, the first here (T-10).
    fn event_here(&self, events: &[Dated]) -> Option<Days> {
        let here = events.iter().find(|dated| !self.was_elsewhere(&dated.days));
        here.or_else(|| events.first()).map(|dated| dated.days)
    }

    /// The anchor that counts: the first or the latest that is not after the event (T-03, T-04).
    pub(super) fn anchor(
        &self,
        point: &Point,
        event: Option<&Days>,
    ) -> Result<Option<Anchor>, Unreadable> {
        let all = self.sheet.dates(&point.event)?;
        let counts = |dated: &&Dated| point.flag.is_none_or(|flag| dated.flags.contains(&flag));
        let not_after = |dated: &Dated| event.is_none_or(|event| !is_reversed(&dated.days, event));
        let place = match point.pick {
            Pick::First => all.iter().position(|dated| counts(&dated)),
            Pick::LatestBefore => all
                .iter()
                .rposition(|dated| counts(&dated) && not_after(dated))
                .or_else(|| all.iter().position(|dated| counts(&dated))),
        };
        let of = number(all.len());
        Ok(place.and_then(|place| {
            let days = all.get(place)?.days;
            let chosen = (of > 1).then_some(Chosen { number: number(place + 1), of });
            Some(Anchor { days, chosen })
        }))
    }

    /// Outcome and length between two dates, or from the anchor to the day of the audit.
    fn held(
        &self,
        standard: &Standard,
        limit: u32,
        anchor: &Days,
        event: Option<&Days>,
        absence: Option<Absence>,
    ) -> (Outcome, Option<Span>) {
        if let Some(outcome) = self.in_force(standard, anchor) {
            return (outcome, None);
        }
        let end = event.copied().unwrap_or(Days::one(self.end));
        // In whichever order things were done there, it is for the other authority.
        if event.is_some_and(|event| self.was_elsewhere(event)) {
            return (Outcome::DoesNotApply, None);
        }
        if event.is_some_and(|event| is_reversed(anchor, event)) {
            return (Outcome::Impossible(Fault::WrongOrder), None);
        }
        if self.left_before(&end) && event.is_some() {
            return (self.up_to_the_move(standard, limit, anchor), None);
        }
        if event.is_none() && absence == Some(Absence::NotRecorded) {
            return (Outcome::CannotSay(Doubt::NotRecorded), None);
        }
        let anchor = self.moved(anchor, &end);
        match between(self.calendar, standard.unit, &anchor, &end) {
            Err(doubt) => (Outcome::CannotSay(doubt), None),
            Ok(span) if event.is_some() => (span.held_to(limit), Some(span)),
            // Not held: nothing is late before its time is up (T-08).
            Ok(span) => match span.held_to(limit) {
                Outcome::Met => (Outcome::NotDue, None),
                outcome => (outcome, None),
            },
        }
    }

    /// What became of a step that came after the child's move out: late where its time was up by then,
    /// and no longer asked for where it was not (T-10).
    fn up_to_the_move(&self, standard: &Standard, limit: u32, anchor: &Days) -> Outcome {
        match between(self.calendar, standard.unit, anchor, &Days::one(self.end)) {
            Err(doubt) => Outcome::CannotSay(doubt),
            Ok(span) => match span.held_to(limit) {
                Outcome::Met => Outcome::DoesNotApply,
                outcome => outcome,
            },
        }
    }

    /// What an anchor outside the standard's own time makes of it (T-01).
    fn in_force(&self, standard: &Standard, anchor: &Days) -> Option<Outcome> {
        let before = |day: NaiveDate| standard.in_force_from.is_some_and(|from| day < from);
        let after = |day: NaiveDate| standard.in_force_to.is_some_and(|to| day > to);
        let outside = |day| before(day) || after(day);
        match (outside(anchor.first), outside(anchor.last)) {
            (false, false) => None,
            (true, true) => Some(Outcome::DoesNotApply),
            (true, false) | (false, true) => Some(Outcome::CannotSay(Doubt::NotExact)),
        }
    }

    /// Whether the child had left the area, and the standard with them, before this date (T-10).
    fn left_before(&self, event: &Days) -> bool {
        self.restart(Direction::Out).is_some_and(|left| event.first > left)
    }

    /// Whether this was before the child came, where standards start again with that: it is for the authority
    /// that the child came from (T-10).
    pub(super) fn was_elsewhere(&self, days: &Days) -> bool {
        self.restart(Direction::In).is_some_and(|came| days.last < came)
    }

    /// Whether a date from before the child came says nothing of a standard that begins here: it precedes even the
    /// date from which that is counted (T-10).
    fn is_of_elsewhere(&self, anchor: &Days, event: &Days) -> bool {
        self.was_elsewhere(event) && !self.was_elsewhere(anchor) && is_reversed(anchor, event)
    }

    /// The anchor, or the day on which the child came, where the standard starts again with it (T-10).
    pub(super) fn moved(&self, anchor: &Days, event: &Days) -> Days {
        let came = self.restart(Direction::In);
        let came = came.filter(|came| anchor.last < *came && event.first >= *came);
        came.map_or(*anchor, Days::one)
    }
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
