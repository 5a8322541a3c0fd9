//! Changes to dates, and to what is made of them.

use serde::{Deserialize, Serialize};

use super::Field;
use crate::audit_return::{AnchorEvent, DaysBefore, ImpactLevel, RiskCheck, Source, When};
use crate::id::{EventId, ItemId, StandardId};
use crate::timescale::{Absence, Fault, Flag, Transfer, TypedDate};

/// An edit of the worksheet: of what stays on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetChange {
    /// What is typed into one date input; blank takes it away.
    Date(String, TypedDate),
    /// Why an event has no date.
    Absence(EventId, Option<Absence>),
    /// One date of a listed event.
    Row(EventId, ItemId, RowChange),
    /// What a standard is counted from, where not from its first anchor (T-03).
    CountedFrom(StandardId, Option<EventId>),
    /// The limit that the child's own plan sets, as typed (T-06).
    Limit(StandardId, String),
    /// Another nation's set of standards, to which the family was held (edge case 37).
    Nation(Option<String>),
    /// A move between authorities (T-10).
    Transfer(Option<Transfer>),
}

/// An edit of one date of a listed event. Any but [`RowChange::Remove`] makes the row where it is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowChange {
    /// A new row, at the end.
    Add,
    /// The row goes, and its date with it.
    Remove,
    /// A note to it is set or taken away.
    Flag(Flag, bool),
}

/// An edit of what a missed standard meant for the child (T-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImpactChange {
    /// In one word.
    Level(Option<ImpactLevel>),
    /// In the auditor's words.
    Text(String),
}

/// An edit of the chronology.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChronologyChange {
    /// The event that days are counted from.
    Anchor(Option<AnchorEvent>),
    /// Why the date typed for it cannot be right, worked out from that date.
    AnchorFault(Option<Fault>),
    /// One entry.
    Entry(ItemId, EntryChange),
}

/// An edit of one entry. Any but [`EntryChange::Remove`] and [`EntryChange::When`] makes it where it is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryChange {
    /// A new empty entry, at the end.
    Add,
    /// The entry goes, and its date with it.
    Remove,
    /// When, worked out from the date typed.
    When(When),
    /// The day is right only roughly.
    About(bool),
    /// The record does not say when.
    Undated(bool),
    /// Kept as context.
    Context(bool),
    /// Where it stands.
    Source(Option<Source>),
    /// What happened.
    Text(String),
    /// So what.
    SoWhat(String),
}

/// An edit of the conversation with the practitioner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PractitionerChange {
    /// Whether there was one.
    Spoken(Option<bool>),
    /// When, worked out from the date typed.
    When(Option<DaysBefore>),
    /// Why not.
    Reason(String),
    /// What they added.
    Said(String),
}

/// An edit of what the child and family said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FamilyChange {
    /// Whether asking them would be safe.
    RiskCheck(Option<RiskCheck>),
    /// Who made the check and what it rests on.
    RiskBasis(String),
    /// Whether they were asked.
    Invited(Option<bool>),
    /// Why not.
    Reason(String),
    /// Who asked, and how.
    AskedBy(String),
    /// What the child said.
    ChildSaid(String),
    /// What the family said.
    FamilySaid(String),
    /// What difference it made.
    Influence(String),
}

impl SheetChange {
    pub(super) fn is_structural(&self) -> bool {
        matches!(self, Self::Row(_, _, RowChange::Add | RowChange::Remove))
    }

    pub(super) fn field(&self) -> Field<'_> {
        match self {
            Self::Date(key, _) => ("date", key, ""),
            Self::Absence(event, _) => ("event absence", event.as_str(), ""),
            Self::Row(event, row, part) => (part.field(), event.as_str(), row.as_str()),
            Self::CountedFrom(standard, _) => ("counted from", standard.as_str(), ""),
            Self::Limit(standard, _) => ("limit", standard.as_str(), ""),
            Self::Nation(_) => ("nation", "", ""),
            Self::Transfer(_) => ("transfer", "", ""),
        }
    }
}

impl RowChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Add | Self::Remove => "event row",
            Self::Flag(Flag::EnquiryAgreed, _) => "enquiry agreed",
            Self::Flag(Flag::MinutesSent, _) => "minutes sent",
            Self::Flag(Flag::SeenAlone, _) => "seen alone",
            Self::Flag(Flag::GapExplained, _) => "gap explained",
        }
    }
}

impl ImpactChange {
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Level(_) => "timescale impact",
            Self::Text(_) => "timescale impact text",
        }
    }
}

impl ChronologyChange {
    pub(super) fn is_structural(&self) -> bool {
        // A day that is worked out says something of an entry only once that is there.
        matches!(
            self,
            Self::Entry(_, EntryChange::Add | EntryChange::Remove | EntryChange::When(_))
        )
    }

    pub(super) fn field(&self) -> Field<'_> {
        match self {
            Self::Anchor(_) => ("chronology anchor", "", ""),
            Self::AnchorFault(_) => ("chronology anchor fault", "", ""),
            Self::Entry(item, part) => (part.field(), item.as_str(), ""),
        }
    }
}

impl EntryChange {
    fn field(&self) -> &'static str {
        match self {
            Self::Add | Self::Remove => "chronology entry",
            Self::When(_) => "chronology when",
            Self::About(_) => "chronology about",
            Self::Undated(_) => "chronology undated",
            Self::Context(_) => "chronology context",
            Self::Source(_) => "chronology source",
            Self::Text(_) => "chronology text",
            Self::SoWhat(_) => "chronology so what",
        }
    }
}

impl PractitionerChange {
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Spoken(_) => "practitioner spoken",
            Self::When(_) => "practitioner when",
            Self::Reason(_) => "practitioner reason",
            Self::Said(_) => "practitioner said",
        }
    }
}

impl FamilyChange {
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::RiskCheck(_) => "family risk check",
            Self::RiskBasis(_) => "family risk basis",
            Self::Invited(_) => "family invited",
            Self::Reason(_) => "family reason",
            Self::AskedBy(_) => "family asked by",
            Self::ChildSaid(_) => "child said",
            Self::FamilySaid(_) => "family said",
            Self::Influence(_) => "family influence",
        }
    }
}
