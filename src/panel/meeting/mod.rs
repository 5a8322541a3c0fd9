//! Panel meetings: who was there, what was noted, what is left open (M-01 to M-03, domain 4.10).
//!
//! Judgements themselves are [`super::Judgement`]s; the minutes are made of both
//! by [`crate::report`].

mod hiding;
mod letters;
mod open_items;
mod record;
mod times;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use hiding::Names;
pub use letters::{Lettered, Letters};
pub use open_items::{OpenItem, open_items};
pub use times::CaseTimes;

use super::log::Stamp;
use crate::audit_return::ImpactLevel;
use crate::id::{AgencyId, CaseRef, ItemId};

/// One meeting of the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// Random.
    pub id: ItemId,
    /// When.
    pub held_on: NaiveDate,
    /// Who was there, by their roles.
    pub present: Vec<Present>,
    /// Agencies that were not, and why it could go on without them (M-01).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<Absence>,
    /// Interests declared (M-03).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ConflictOfInterest>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Somebody at a meeting. Never a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Present {
    /// Such as "Chair" or "Named nurse".
    pub role: String,
    /// For whom they speak; `None` for the chair and others of no agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyId>,
}

/// An agency that was not at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Absence {
    /// Which.
    pub agency: AgencyId,
    /// Why, and how its view was heard. Never blank.
    pub note: String,
}

/// An interest that somebody present has in a case, such as managing whoever holds it (M-03).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictOfInterest {
    /// Their role.
    pub role: String,
    /// In which case.
    pub case: CaseRef,
    /// Which interest.
    pub interest: String,
    /// What was done about it, such as "took no part in the judgement".
    pub handled: String,
}

/// What difference the work made to one child: asked of every case (domain 4.10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// Which case.
    pub case: CaseRef,
    /// In one word.
    pub level: ImpactLevel,
    /// In the panel's words. Never blank.
    pub text: String,
    /// In which meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<ItemId>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Something noted while the panel talked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeetingNote {
    /// Random; a later note of the same id replaces this one.
    pub id: ItemId,
    /// In which meeting it was first noted.
    pub meeting: ItemId,
    /// About which case; `None` where about none in particular.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseRef>,
    /// What it is.
    pub kind: NoteKind,
    /// What was said. Never blank.
    pub text: String,
    /// What came of it; blank while a question or an action is open.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// What a note is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// To be kept in the minutes.
    Remark,
    /// An agency is to answer it.
    Question(AgencyId),
    /// Somebody is to do it, by their role.
    Action(String),
}

/// Whether the agencies are there without which the panel does not judge (M-01).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quorum {
    /// Those that are.
    pub here: BTreeSet<AgencyId>,
    /// Those whose absence is noted.
    pub noted: BTreeSet<AgencyId>,
    /// Those of which nothing is said.
    pub missing: Vec<AgencyId>,
}

/// Why something of a meeting was not recorded. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MeetingError {
    /// Nobody is named as present.
    #[error("say who is present, by their roles")]
    NobodyPresent,
    /// An absence has no note.
    #[error("say why the agency is absent, and how its view is heard")]
    AbsenceWithoutNote,
    /// A declared interest lacks the role, the interest or what was done.
    #[error("of an interest, say whose it is, what it is, and what was done about it")]
    InterestIncomplete,
    /// The round has no such agency.
    #[error("the round has no such agency")]
    UnknownAgency,
    /// The round has no such case.
    #[error("the round has no such case")]
    UnknownCase,
    /// There is no such meeting.
    #[error("there is no such meeting")]
    UnknownMeeting,
    /// Nothing is written.
    #[error("write what is to be noted")]
    NothingWritten,
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
