//! A standard on every gap between the dates of one event (T-05, T-06).

use super::interval::{Span, between};
use super::single::number;
use super::work_out::Bench;
use super::worksheet::Dated;
use super::{Absence, Days, Doubt, Fault, Flag, Outcome, Series, Standard, TimescaleResult};

/// One gap: its length, and whether the record explains it.
struct Gap {
    span: Span,
    explained: bool,
}

impl Bench<'_> {
    /// The result, or nothing where there is no gap to hold against the limit.
    pub(super) fn series(&self, standard: &Standard) -> Option<TimescaleResult> {
        let limit = self.limit(standard);
        let blank = |outcome| self.result(standard, limit.unwrap_or(standard.limit), outcome);
        let event = &standard.event.event;
        let Ok(dates) = self.sheet.dates(event) else {
            return Some(blank(Outcome::Impossible(Fault::Unreadable)));
        };
        match (dates.is_empty(), self.sheet.absence(event)) {
            (true, None) => return None,
            (true, Some(Absence::DoesNotApply)) => return Some(blank(Outcome::DoesNotApply)),
            (true, Some(Absence::NotRecorded)) => {
                return Some(blank(Outcome::CannotSay(Doubt::NotRecorded)));
            }
            (true, Some(Absence::NotHeld)) | (false, _) => {}
        }
        if self.lie_ahead(&dates) {
            return Some(blank(Outcome::Impossible(Fault::Future)));
        }
        let until = match standard.until.as_ref().map(|event| self.sheet.dates(event)) {
            Some(Err(_)) => return Some(blank(Outcome::Impossible(Fault::Unreadable))),
            Some(Ok(dates)) => dates.first().map(|dated| dated.days),
            None => None,
        };
        let anchor = match self.sheet.anchor_of(standard) {
            None => None,
            Some(point) => match self.anchor(point, None) {
                Err(_) => return Some(blank(Outcome::Impossible(Fault::Unreadable))),
                Ok(None) => return Some(blank(Outcome::CannotSay(Doubt::NoAnchor))),
                Ok(Some(anchor)) => Some(anchor.days),
            },
        };
        // What never took place, counted from nothing, is late or not due: nobody can say.
        if dates.is_empty() && anchor.is_none() {
            return Some(blank(Outcome::CannotSay(Doubt::NoAnchor)));
        }
        let until = until.filter(|until| !self.ended_elsewhere(standard, anchor, until));
        if let Some(fault) = self.fault_of_ends(standard, anchor, until) {
            return Some(blank(Outcome::Impossible(fault)));
        }
        let Some(limit) = limit else { return Some(blank(Outcome::CannotSay(Doubt::NoLimit))) };
        // The last day on which the standard holds, or the days between which that lies.
        let end = until.map_or(Days::one(self.end), |until| Days {
            first: until.first.min(self.end),
            last: until.last.min(self.end),
            time: None,
        });
        match self.gaps(standard, limit, (anchor, end), &dates) {
            Err(outcome) => Some(blank(outcome)),
            Ok(gaps) => Some(self.told(standard, limit, &gaps, &dates)),
        }
    }

    /// Why a series cannot begin and end as the dates entered say (T-09): every date would lie outside it,
    /// and pass for one that is not due.
    fn fault_of_ends(
        &self,
        standard: &Standard,
        anchor: Option<Days>,
        until: Option<Days>,
    ) -> Option<Fault> {
        if anchor.into_iter().chain(until).any(|days| days.first > self.audit_day) {
            return Some(Fault::Future);
        }
        let reversed = until.is_some_and(|until| self.precedes(standard, anchor, &until));
        reversed.then_some(Fault::WrongOrder)
    }

    /// Whether a series would end before it begins.
    fn precedes(&self, standard: &Standard, anchor: Option<Days>, until: &Days) -> bool {
        let start = anchor.or_else(|| self.beginning(standard));
        start.is_some_and(|start| until.last < start.first)
    }

    /// Whether an end from before the child came is that of an earlier plan of the other authority: it ends nothing
    /// that began after it (T-10).
    fn ended_elsewhere(&self, standard: &Standard, anchor: Option<Days>, until: &Days) -> bool {
        self.was_elsewhere(until) && self.precedes(standard, anchor, until)
    }

    /// From when the first date of a series without an anchor is counted, by the standard on that one. A date after
    /// the end is no fault by itself: it belongs to no plan.
    fn beginning(&self, series: &Standard) -> Option<Days> {
        let is_first = |one: &&Standard| !one.each && one.event.event == series.event.event;
        let first = self.set.standards.iter().find(is_first)?;
        let anchor = self.anchor(self.sheet.anchor_of(first)?, None).ok()??;
        Some(anchor.days)
    }

    /// Gaps from the anchor through every date to the end of the standard.
    fn gaps(
        &self,
        standard: &Standard,
        limit: u32,
        (anchor, end): (Option<Days>, Days),
        dates: &[Dated],
    ) -> Result<Vec<Gap>, Outcome> {
        let length = |from: &Days, to: &Days| {
            between(self.calendar, standard.unit, from, to).map_err(Outcome::CannotSay)
        };
        let mut gaps = Vec::new();
        let mut before = anchor;
        for dated in dates {
            // A visit before the plan belongs to no plan; one after its end neither.
            let is_early = anchor.is_some_and(|anchor| dated.days.last < anchor.first);
            if is_early || dated.days.first > end.last {
                continue;
            }
            if let Some(before) = before
                && !self.was_elsewhere(&dated.days)
            {
                let from = self.moved(&before, &dated.days);
                let explained = dated.flags.contains(&Flag::GapExplained);
                gaps.push(Gap { span: length(&from, &dated.days)?, explained });
            }
            before = Some(dated.days);
        }
        if let Some(before) = before
            && !self.was_elsewhere(&end)
        {
            let open = length(&self.moved(&before, &end), &end)?;
            // The next one is not due until the limit has passed, or may have (T-08).
            if open.most > limit {
                gaps.push(Gap { span: open, explained: false });
            }
        }
        Ok(gaps)
    }

    fn told(
        &self,
        standard: &Standard,
        limit: u32,
        gaps: &[Gap],
        dates: &[Dated],
    ) -> TimescaleResult {
        let outcomes = || gaps.iter().map(|gap| gap.span.held_to(limit));
        let count = |wanted: Outcome| number(outcomes().filter(|it| *it == wanted).count());
        let unsure = || outcomes().find(|it| matches!(it, Outcome::CannotSay(_)));
        let outcome = match count(Outcome::Missed) {
            0 => unsure().unwrap_or(if gaps.is_empty() { Outcome::NotDue } else { Outcome::Met }),
            _ => Outcome::Missed,
        };
        let offered = self.set.event(&standard.event.event).map(|event| event.flags.as_slice());
        let asked = |flag| offered.is_some_and(|flags| flags.contains(&flag));
        let flagged = |flag: Flag| {
            let with = dates.iter().filter(|dated| dated.flags.contains(&flag)).count();
            asked(flag).then(|| number(with))
        };
        let late = |gap: &&Gap| gap.span.held_to(limit) == Outcome::Missed;
        let unexplained = gaps.iter().filter(late).filter(|gap| !gap.explained).count();
        let mut result = self.result(standard, limit, outcome);
        result.set_span(gaps.iter().map(|gap| gap.span).reduce(Span::or_longer));
        result.series = Some(Series {
            dates: number(dates.len()),
            gaps: number(gaps.len()),
            in_time: count(Outcome::Met),
            late: count(Outcome::Missed),
            unexplained: asked(Flag::GapExplained).then(|| number(unexplained)),
            seen_alone: flagged(Flag::SeenAlone),
            minutes_sent: flagged(Flag::MinutesSent),
        });
        result
    }
}
