//! The chronology as it is exported: in days before and after one event, never in dates (CH-03).

use serde::{Deserialize, Serialize};

use super::Source;
use crate::id::ItemId;
use crate::order;
use crate::timescale::Fault;

/// An agency's chronology of one case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Chronology {
    /// The event whose day is day 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<AnchorEvent>,
    /// Why the date typed for that event cannot be right. In no signed return: it is put right first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor_fault: Option<Fault>,
    /// What happened. In a signed return in the order of the days; undated entries last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<ChronologyEntry>,
}

/// Events that a chronology can be counted from: agencies that count from the same one can be read together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AnchorEvent {
    /// The referral that the audit is about.
    Referral,
    /// The strategy discussion.
    StrategyDiscussion,
    /// The initial child protection conference.
    InitialConference,
    /// The incident that the audit is about.
    Incident,
    /// The child's birth.
    Birth,
    /// The day of the audit, where none of the others is known.
    Audit,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChronologyEntry {
    /// Within this return.
    pub id: ItemId,
    /// When, counted from the anchor.
    #[serde(default, skip_serializing_if = "When::is_not_given")]
    pub when: When,
    /// The day is right only roughly.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
    /// The record does not say when.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// Before the time that the audit looks back over, and kept as context (CH-02).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub context: bool,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What happened.
    #[serde(default)]
    pub text: String,
    /// So what: what it meant for the child, and what was done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub so_what: String,
}

/// When an entry happened, worked out from dates that stay on the auditor's computer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// No date is entered.
    #[default]
    NotGiven,
    /// On this day.
    Day(RelativeDay),
    /// The date of the anchor is not entered.
    NoAnchor,
    /// The date entered cannot be right.
    Impossible(Fault),
}

/// A day counted from the anchor's, which is day 0; days before it are negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RelativeDay {
    /// The day, or the first that it may be.
    pub day: i32,
    /// The last that it may be, where only the month or year is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<i32>,
    /// Before the time that the audit looks back over (CH-02).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_window: bool,
}

impl AnchorEvent {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Referral,
        Self::StrategyDiscussion,
        Self::InitialConference,
        Self::Incident,
        Self::Birth,
        Self::Audit,
    ];

    /// As written in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Referral => "referral",
            Self::StrategyDiscussion => "strategy-discussion",
            Self::InitialConference => "initial-conference",
            Self::Incident => "incident",
            Self::Birth => "birth",
            Self::Audit => "audit",
        }
    }

    /// As read by a person, in a sentence.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Referral => "the referral",
            Self::StrategyDiscussion => "the strategy discussion",
            Self::InitialConference => "the initial conference",
            Self::Incident => "the incident",
            Self::Birth => "the child’s birth",
            Self::Audit => "the audit",
        }
    }
}

impl Chronology {
    /// The entries in the order of their days; those without a day last, as they were entered.
    pub fn in_order(&self) -> Vec<&ChronologyEntry> {
        let mut ordered: Vec<&ChronologyEntry> = self.entries.iter().collect();
        order::sort_by_key(&mut ordered, |entry| match entry.day() {
            Some(day) => (false, day.day, day.up_to.unwrap_or(day.day)),
            None => (true, 0, 0),
        });
        ordered
    }

    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl ChronologyEntry {
    /// A new empty entry.
    pub fn empty(id: ItemId) -> Self {
        Self {
            id,
            when: When::NotGiven,
            about: false,
            undated: false,
            context: false,
            source: None,
            text: String::new(),
            so_what: String::new(),
        }
    }

    /// Whether it says what happened.
    pub fn is_written(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// When it happened, as far as it is told: of an entry of which the record does not say when, a date
    /// typed besides is told to nobody (CH-03).
    pub fn told(&self) -> When {
        if self.undated { When::NotGiven } else { self.when }
    }

    /// The day, where it is worked out and told.
    pub fn day(&self) -> Option<RelativeDay> {
        match self.told() {
            When::Day(day) => Some(day),
            When::NotGiven | When::NoAnchor | When::Impossible(_) => None,
        }
    }
}

impl When {
    fn is_not_given(&self) -> bool {
        *self == Self::NotGiven
    }
}
