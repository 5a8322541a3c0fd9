//! What the auditor typed: dates and what goes with them. Stays on this computer.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Days, Flag, Point, Reading, Standard, TypedDate};
use crate::id::{EventId, ItemId, StandardId};
use crate::order;

/// Key of the day on which the audit is made.
pub const AUDIT_DATE: &str = "audit-date";
/// Key of the day on which the child moved between authorities (T-10).
pub const TRANSFER_DATE: &str = "transfer-date";

/// The part of a draft that is never signed and never leaves it: every date as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Worksheet {
    /// What was typed into every date input of the draft, by the input's key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<String, TypedDate>,
    /// What goes with the dates of events.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<EventId, EventSheet>,
    /// Anchors chosen over a standard's first one (T-03).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub counted_from: BTreeMap<StandardId, EventId>,
    /// Limits that the child's own plan sets, as typed (T-06).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub limits: BTreeMap<StandardId, String>,
    /// Set of another nation, to whose standards the family was held (edge case 37).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nation: Option<String>,
    /// A move between authorities (T-10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
}

/// What goes with the dates of one event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct EventSheet {
    /// Why there is no date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absence: Option<Absence>,
    /// The rows of a list, in the order in which they were added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
}

/// One date of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Within this event.
    pub id: ItemId,
    /// What is noted of it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<Flag>,
}

/// Why an event has no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Absence {
    /// It had not taken place by the day of the audit.
    NotHeld,
    /// The record does not say when.
    NotRecorded,
    /// It has no place in this case.
    DoesNotApply,
}

impl Absence {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::NotHeld, Self::NotRecorded, Self::DoesNotApply];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotHeld => "not-held",
            Self::NotRecorded => "not-recorded",
            Self::DoesNotApply => "does-not-apply",
        }
    }
}

/// How a move between authorities is treated (T-10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Transfer {
    /// Which way the child moved.
    pub direction: Direction,
    /// Whether the standards start again, or end, with the move; otherwise they run on.
    pub restarts: bool,
}

/// Which way a child moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Into the area audited.
    In,
    /// Out of it.
    Out,
}

/// Key of an event's date: the one of an event that happens once, or that of a row.
pub fn date_key(event: &EventId, row: Option<&ItemId>) -> String {
    match row {
        None => ["event-", event.as_str()].concat(),
        Some(row) => ["event-", event.as_str(), "-", row.as_str()].concat(),
    }
}

impl Worksheet {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was typed under a key.
    pub fn typed(&self, key: &str) -> TypedDate {
        self.typed.get(key).cloned().unwrap_or_default()
    }

    /// What the date under a key says.
    pub fn read(&self, key: &str) -> Reading {
        self.typed.get(key).map_or(Reading::Blank, TypedDate::read)
    }

    /// The day of the audit: as typed, or `today`.
    pub fn audit_day(&self, today: chrono::NaiveDate) -> chrono::NaiveDate {
        self.typed.get(AUDIT_DATE).and_then(TypedDate::exact).unwrap_or(today)
    }

    /// The day of a move in this direction with which standards start again or end (T-10).
    pub(super) fn restart(&self, direction: Direction) -> Option<chrono::NaiveDate> {
        let transfer = self.transfer?;
        let moved = transfer.restarts && transfer.direction == direction;
        self.typed.get(TRANSFER_DATE).filter(|_| moved).and_then(TypedDate::exact)
    }

    /// Why an event has no date, where it has none.
    pub(super) fn absence(&self, event: &EventId) -> Option<Absence> {
        self.events.get(event).and_then(|sheet| sheet.absence)
    }

    fn rows(&self, event: &EventId) -> &[Row] {
        self.events.get(event).map(|sheet| sheet.rows.as_slice()).unwrap_or_default()
    }

    /// Keys of all dates of an event: the one of an event that happens once, then those of its rows.
    pub(super) fn keys(&self, event: &EventId) -> impl Iterator<Item = String> {
        let listed = self.rows(event).iter().map(|row| date_key(event, Some(&row.id)));
        [date_key(event, None)].into_iter().chain(listed)
    }

    /// What a standard is counted from: as chosen, or its first anchor (T-03).
    pub(super) fn anchor_of<'s>(&self, standard: &'s Standard) -> Option<&'s Point> {
        let chosen = self.counted_from.get(&standard.id);
        let by_choice =
            chosen.and_then(|chosen| standard.anchors.iter().find(|point| point.event == *chosen));
        by_choice.or_else(|| standard.anchors.first())
    }

    /// Every date typed for an event, in the order of the dates; `Err` where one is no date yet.
    pub(super) fn dates(&self, event: &EventId) -> Result<Vec<Dated>, Unreadable> {
        let rows = self.rows(event).iter().map(|row| row.flags.clone());
        let flags = [BTreeSet::new()].into_iter().chain(rows);
        let mut dates = Vec::new();
        for (key, flags) in self.keys(event).zip(flags) {
            match self.read(&key) {
                Reading::Blank => {}
                Reading::Unreadable => return Err(Unreadable),
                Reading::Days(days) => dates.push(Dated { days, flags }),
            }
        }
        order::sort_by_key(&mut dates, |dated: &Dated| {
            (dated.days.first, dated.days.time, dated.days.last)
        });
        Ok(dates)
    }
}

/// One date of an event with its notes.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    pub days: Days,
    pub flags: BTreeSet<Flag>,
}

/// Something typed is no date.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unreadable;
