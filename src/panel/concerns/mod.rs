//! The concern board: every immediate concern until a manager has closed it (C-05 to C-07).
//!
//! What agencies told is never changed: what the panel does about a concern is
//! recorded beside it. Concerns that the panel sees itself, from several returns
//! together, stand on the same board (edge case 27).

mod arrived;
mod board;
mod record;
mod unverified;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub(in crate::panel) use arrived::open_in;
pub(in crate::panel) use board::followed;
pub use board::{BoardLine, END_OF_DAY, LocalTime, RaisedBy, concern_board};
pub use record::{ConcernError, PublicationBar};
pub use unverified::{Unverified, unverified, unverified_apart};

use super::log::Stamp;
use super::register::ReturnKey;
use crate::audit_return::ConcernKind;
use crate::envelope::Hash;
use crate::id::{CaseRef, ItemId, ReturnId};

/// Which concern.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ConcernKey {
    /// An agency's, in a notice or in a return.
    Agency {
        /// Of the return.
        return_id: ReturnId,
        /// Within it.
        item: ItemId,
    },
    /// The panel's own.
    Panel(ItemId),
}

/// A concern that the panel raises, most often from several returns read together (edge case 27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PanelConcern {
    /// Random.
    pub id: ItemId,
    /// About which case.
    pub case: CaseRef,
    /// What it is.
    pub nature: Nature,
    /// Returns that show it together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_in: Vec<ReturnKey>,
    /// What, without identifiers. Never blank.
    pub text: String,
    /// When it was noticed.
    pub noticed_at: DateTime<Utc>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// What kind of concern it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// One of the kinds that auditors choose from (C-02).
    Kind(ConcernKind),
    /// No single return is alarming, and several together are (edge case 27).
    Cumulative,
}

/// Something that the panel did about a concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConcernUpdate {
    /// Which concern.
    pub concern: ConcernKey,
    /// What was done.
    pub step: ConcernStep,
    /// Of a closing, SHA-256 of what the concern said then: told otherwise since, it is open again. Records of
    /// earlier programs do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Hash>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// What was done about a concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ConcernStep {
    /// A manager has said that they are dealing with it.
    Acknowledged {
        /// Their role.
        role: String,
    },
    /// Anything else worth keeping.
    Remark(String),
    /// A manager has closed it (C-06).
    Closed {
        /// Their role.
        role: String,
        /// What came of it.
        outcome: String,
    },
    /// It is open again.
    Reopened {
        /// Why.
        reason: String,
    },
}

/// What keeps a case out of publication by a person's decision (C-07, edge case 29).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseHold {
    /// Which case.
    pub case: CaseRef,
    /// What.
    pub hold: Hold,
    /// Why. Never blank.
    pub reason: String,
    /// Who decided it, and when.
    pub stamp: Stamp,
}

/// How a case is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hold {
    /// Not at all: takes an earlier hold back.
    None,
    /// Not published until it is cleared; the audit goes on (C-07).
    DoNotPublish,
    /// Not worked on and not published: a child died or was seriously harmed, and a review runs beside (edge case 29).
    Frozen,
}

impl Nature {
    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.label(),
            Self::Cumulative => "Risk that shows only when several returns are read together",
        }
    }
}

#[cfg(test)]
mod tests;
