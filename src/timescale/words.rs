//! The sentences of results, in one place.

use super::{
    Chosen, Doubt, EventDef, Fault, Level, Outcome, Series, Standard, StandardSet, TimescaleResult,
    Unit,
};
use crate::text::{long_date, numbered};

/// "15 working days", "1 month".
pub fn counted(number: u32, unit: Unit) -> String {
    let (one, many) = match unit {
        Unit::WorkingDays => ("working day", "working days"),
        Unit::CalendarDays => ("day", "days"),
        Unit::Months => ("month", "months"),
        Unit::Hours => ("hour", "hours"),
    };
    numbered(number as usize, one, many)
}

/// What a set of standards is called: "England, as they are now".
pub fn set_name(set: &StandardSet) -> &str {
    match (set.id.as_str(), set.title.as_str()) {
        ("england", _) => "England, as they are now",
        ("england-2009", _) => "England, as they were in 2009",
        (_, "") => "The board’s own",
        (_, title) => title,
    }
}

/// From or until when a standard holds, as a sentence: "In force from 15 April 2013." Blank where it always does (T-01).
pub fn in_force(standard: &Standard) -> String {
    match (standard.in_force_from.map(long_date), standard.in_force_to.map(long_date)) {
        (None, None) => String::new(),
        (Some(from), None) => ["In force from ", &from, "."].concat(),
        (None, Some(to)) => ["In force until ", &to, "."].concat(),
        (Some(from), Some(to)) => ["In force from ", &from, " until ", &to, "."].concat(),
    }
}

/// How far a standard binds (T-01).
pub fn standing(level: Level) -> &'static str {
    match level {
        Level::Statute => "By law",
        Level::StatutoryGuidance => "Statutory guidance",
        Level::NationalGuidance => "National guidance, not statutory",
        Level::NationalProcedures => "National procedures",
        Level::Aim => "Good practice to aim for, not a limit",
        Level::Local => "Local standard",
    }
}

/// How far a standard binds, who says so, and since when: "Statutory guidance: Working Together to Safeguard
/// Children. In force from 15 April 2013." (T-01).
pub fn said_by(standard: &Standard) -> String {
    let in_force = in_force(standard);
    let space = if in_force.is_empty() { "" } else { " " };
    [standing(standard.level), ": ", &standard.source, ".", space, &in_force].concat()
}

/// What a result says: "Met: 12 working days after the strategy discussion. The limit is 15 working days."
pub fn sentence(set: &StandardSet, standard: &Standard, result: &TimescaleResult) -> String {
    let mut parts = vec![outcome(standard, result)];
    let limit = [limit_of(standard, result), &counted(result.limit, result.unit), "."].concat();
    if let Some(interval) = result.interval {
        parts.push(length(set, standard, result, interval));
    }
    match result.outcome {
        Outcome::DoesNotApply | Outcome::Impossible(_) => {}
        Outcome::Met | Outcome::Missed | Outcome::NotDue | Outcome::CannotSay(_) => {
            parts.push(limit);
        }
    }
    parts.extend(result.chosen.map(which));
    parts.extend(result.series.as_ref().map(series));
    parts.join(" ")
}

fn limit_of(standard: &Standard, result: &TimescaleResult) -> &'static str {
    if result.from_plan {
        return "The limit in the child’s plan is ";
    }
    match standard.level {
        Level::Aim => "The aim is ",
        Level::Statute
        | Level::StatutoryGuidance
        | Level::NationalGuidance
        | Level::NationalProcedures
        | Level::Local => "The limit is ",
    }
}

fn outcome(standard: &Standard, result: &TimescaleResult) -> String {
    match result.outcome {
        Outcome::Met => "Met.",
        Outcome::Missed if result.interval.is_none() => {
            "Not met: it had not taken place when its time was up."
        }
        Outcome::Missed => "Not met.",
        Outcome::NotDue => "Not due yet on the day of the audit.",
        Outcome::DoesNotApply => "Does not apply.",
        Outcome::CannotSay(doubt) => match doubt {
            Doubt::NotRecorded => "Cannot be said: the record does not say when it took place.",
            Doubt::NotExact => "Cannot be said: a date or time is not known closely enough.",
            Doubt::YearNotKnown => {
                "Cannot be said: this program does not know the bank holidays of one of these years."
            }
            Doubt::NoAnchor => "Cannot be said: the date that it is counted from is not entered.",
            Doubt::NoLimit => "Cannot be said: the limit in the plan must be a whole number.",
        },
        Outcome::Impossible(fault) => match fault {
            Fault::Unreadable => "One of its dates is not a real date.",
            Fault::Future => "One of its dates is after the day of the audit.",
            Fault::WrongOrder if standard.each => "It ends before it begins.",
            Fault::WrongOrder => "Its date is before the date that it is counted from.",
        },
    }
    .to_owned()
}

/// "12 working days after the strategy discussion."
fn length(
    set: &StandardSet,
    standard: &Standard,
    result: &TimescaleResult,
    interval: u32,
) -> String {
    let long = |between: &str| match result.up_to {
        None => counted(interval, result.unit),
        Some(most) => {
            [between, &interval.to_string(), " and ", &counted(most, result.unit)].concat()
        }
    };
    if result.series.is_some() {
        return ["Longest gap: ", &long("between "), "."].concat();
    }
    let long = long("Between ");
    let from = result.counted_from.as_ref().or(standard.anchors.first().map(|point| &point.event));
    match from.and_then(|event| set.event(event)) {
        Some(EventDef { phrase, .. }) => [&long, " after ", phrase, "."].concat(),
        None => [&long, "."].concat(),
    }
}

fn which(chosen: Chosen) -> String {
    let Chosen { number, of } = chosen;
    ["Counted from number ", &number.to_string(), " of ", &of.to_string(), "."].concat()
}

fn series(series: &Series) -> String {
    let of = |number: u32, all: u32, what: &str| {
        [&number.to_string(), " of ", &all.to_string(), " ", what].concat()
    };
    let mut parts = vec![of(series.in_time, series.gaps, "gaps in time")];
    let unexplained = series.unexplained.filter(|number| *number > 0);
    parts.extend(unexplained.map(|number| [&number.to_string(), " not explained"].concat()));
    parts.extend(series.seen_alone.map(|number| of(number, series.dates, "with the child alone")));
    parts.extend(series.minutes_sent.map(|number| of(number, series.dates, "with minutes sent")));
    let mut text = parts.join(", ");
    text.push('.');
    text
}
