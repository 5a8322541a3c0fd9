//! What goes into the return: intervals and whether they met their standards, never a date.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Transfer, Unit};
use crate::id::{EventId, StandardId};

/// Every standard that the dates entered have something to say of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Results {
    /// Which standards.
    pub set: SetRef,
    /// Version of the list of bank holidays that working days were counted by.
    pub calendar: String,
    /// How a move between authorities was treated (T-10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
    /// By standard.
    pub results: BTreeMap<StandardId, TimescaleResult>,
}

/// Which set of standards, in which version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetRef {
    /// Of the set.
    pub id: String,
    /// Of the set.
    pub version: u32,
}

/// How long something took, held against its standard. Day 0 is the anchor's own day (T-02).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimescaleResult {
    /// Whether it met the standard.
    pub outcome: Outcome,
    /// Longest that would, as it was applied.
    pub limit: u32,
    /// What limit and interval are counted in.
    pub unit: Unit,
    /// The limit is that of the child's own plan (T-06).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_plan: bool,
    /// How long it took, or at least; the longest gap of a series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<u32>,
    /// How long it took at most, where a date is not known to the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<u32>,
    /// Where the standard can be counted from several events, from which it was (T-03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_from: Option<EventId>,
    /// Which of several dates of that event it was counted from (T-04).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// For a standard on gaps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
}

/// One of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chosen {
    /// Counted from 1, in the order of the dates.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

/// The gaps between the dates of one event (T-05, T-06).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Series {
    /// How often it took place.
    pub dates: u32,
    /// Gaps held against the limit, the one to the end included once it is too long.
    pub gaps: u32,
    /// Of these, no longer than the limit.
    pub in_time: u32,
    /// Of these, longer.
    pub late: u32,
    /// Of these, longer, and the record does not explain it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unexplained: Option<u32>,
    /// How often the child was seen alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_alone: Option<u32>,
    /// How often minutes went to every member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_sent: Option<u32>,
}

/// Whether a standard was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// In time.
    Met,
    /// Too late, or not at all though its time was up.
    Missed,
    /// Its time was not up on the day of the audit: not applicable yet, and never missed (T-08).
    NotDue,
    /// The standard has no place here.
    DoesNotApply,
    /// Neither met nor missed can be said.
    CannotSay(Doubt),
    /// The dates entered cannot be right (T-09).
    Impossible(Fault),
}

/// Why a standard can be called neither met nor missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The record does not say when.
    NotRecorded,
    /// A date or time is not known closely enough.
    NotExact,
    /// Bank holidays of a year between are not known.
    YearNotKnown,
    /// What it is counted from has no date.
    NoAnchor,
    /// The child's plan is said to set a limit that is no number.
    NoLimit,
}

/// Why dates cannot be right (T-09).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// What is typed is no date.
    Unreadable,
    /// After the day of the audit.
    Future,
    /// Before what it follows from.
    WrongOrder,
}

impl Outcome {
    /// Whether days were held against the limit.
    pub fn is_counted(self) -> bool {
        match self {
            Self::Met | Self::Missed | Self::NotDue | Self::CannotSay(Doubt::NotExact) => true,
            Self::DoesNotApply
            | Self::CannotSay(
                Doubt::NotRecorded | Doubt::YearNotKnown | Doubt::NoAnchor | Doubt::NoLimit,
            )
            | Self::Impossible(_) => false,
        }
    }
}
