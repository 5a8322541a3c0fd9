//! Standards: what may take how long, who says so, and which dates it takes to tell (T-01).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{EventId, StandardId};
use crate::json;

/// A set of standards with the events that they speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandardSet {
    /// Same through all versions.
    pub id: String,
    /// Counted from 1.
    pub version: u32,
    /// Whose standards these are, where they are offered beside a round's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Events, in the order in which they are asked for.
    pub events: Vec<EventDef>,
    /// Standards, in the order in which they are shown.
    pub standards: Vec<Standard>,
}

/// An event whose date or dates an auditor enters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventDef {
    /// Such as `initial-conference`.
    pub id: EventId,
    /// On screen: "Initial child protection conference".
    pub label: String,
    /// In a sentence: "the initial conference".
    pub phrase: String,
    /// Help with it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
    /// Whether it happens once or again and again.
    #[serde(default)]
    pub kept: Kept,
    /// Whether its time of day is asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub timed: bool,
    /// What is noted of each date besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
}

/// Whether an event happens once or again and again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// One date.
    #[default]
    Once,
    /// A list of dates.
    Listed,
}

/// What is noted of one date besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// A section 47 enquiry was agreed at this discussion (T-03).
    EnquiryAgreed,
    /// Minutes went to every member (T-05).
    MinutesSent,
    /// The child was seen alone (T-06).
    SeenAlone,
    /// The record explains the gap before this date (T-06).
    GapExplained,
}

/// One standard (T-01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standard {
    /// Such as `initial-conference`.
    pub id: StandardId,
    /// On screen: "Initial conference".
    pub title: String,
    /// What must have happened.
    pub event: Point,
    /// From when it is counted; the first unless the auditor chooses another (T-03).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Point>,
    /// Held for every gap between the event's dates, and not for one date only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub each: bool,
    /// Event that ends a standard on gaps; the day of the audit where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<EventId>,
    /// Longest that meets it.
    pub limit: u32,
    /// In what it is counted.
    pub unit: Unit,
    /// The child's own plan may set another limit (T-06).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_plan: bool,
    /// Who says so.
    pub source: String,
    /// How far it binds.
    pub level: Level,
    /// Where it holds, such as `england`.
    pub jurisdiction: String,
    /// Anchors before this day are not held to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<NaiveDate>,
    /// Anchors after this day are not held to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<NaiveDate>,
}

/// One date of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Point {
    /// Which event.
    pub event: EventId,
    /// Which of its dates.
    #[serde(default)]
    pub pick: Pick,
    /// Only dates that bear this note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
}

/// Which date of a list counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// The first.
    #[default]
    First,
    /// The latest that is not after what the standard is about (T-03).
    LatestBefore,
}

/// In what an interval is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Monday to Friday without bank holidays.
    WorkingDays,
    /// Every day.
    CalendarDays,
    /// Months, begun ones whole: 15 January to 16 April is four.
    Months,
    /// Hours, begun ones whole.
    Hours,
}

/// How far a standard binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// By an Act or by regulations.
    Statute,
    /// By statutory guidance, such as Working Together.
    // What files said before law and guidance were told apart; all that they held was guidance.
    #[serde(alias = "statutory")]
    StatutoryGuidance,
    /// By guidance of a nation's government that is not statutory, such as that of Scotland.
    NationalGuidance,
    /// By procedures that a whole nation holds to, such as those of Wales.
    NationalProcedures,
    /// As good practice that procedures aim for, and no limit.
    Aim,
    /// By local procedures, which differ.
    Local,
}

impl StandardSet {
    /// The event with this id.
    pub fn event(&self, id: &EventId) -> Option<&EventDef> {
        self.events.iter().find(|event| event.id == *id)
    }

    /// The standard with this id.
    pub fn standard(&self, id: &StandardId) -> Option<&Standard> {
        self.standards.iter().find(|standard| standard.id == *id)
    }
}

/// The standards that are shipped, for rounds that set none of their own.
pub fn standards() -> StandardSet {
    read(include_bytes!("data/standards.json"))
}

/// Every set that a board may choose; the first is that of rounds that set none of their own.
pub fn shipped_sets() -> Vec<StandardSet> {
    vec![standards(), read(include_bytes!("data/standards-2009.json"))]
}

/// Sets of other nations, for a family that was held to their standards (edge case 37).
///
/// No standard in them has the id of one in another set, so that an id alone says which is meant.
pub fn other_nations() -> Vec<StandardSet> {
    vec![
        read(include_bytes!("data/standards-scotland.json")),
        read(include_bytes!("data/standards-wales.json")),
    ]
}

fn read(bytes: &[u8]) -> StandardSet {
    json::from_slice(bytes).expect("a test reads the standards that are shipped")
}
