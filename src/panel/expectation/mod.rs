//! What the panel decided about returns that it asked for: more time, none to come, read and accepted.
//!
//! Which return has come is never recorded here: [`super::Matrix`] computes it
//! from the register and puts these decisions beside it.

mod chaser;
mod gaps;
mod looked_up;
mod record;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use chaser::chasers;
pub use gaps::{Gap, k02_gaps, k02_unread};
pub(in crate::panel) use looked_up::{Accepted, Expected};

use super::log::Stamp;
use super::register::ReturnKey;
use crate::envelope::Hash;
use crate::id::AgencyId;

/// What is expected of one place, where it is not what the plan says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExpectationDecision {
    /// Of which place.
    pub place: ReturnKey,
    /// What.
    pub what: Expectation,
    /// Why. Never blank.
    pub reason: String,
    /// Who decided it, and when.
    pub stamp: Stamp,
}

/// What is expected of one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Expectation {
    /// What the plan says: takes an earlier decision back.
    AsPlanned,
    /// By a later date.
    Extended {
        /// Up to and with this day.
        until: NaiveDate,
    },
    /// The agency declines (edge case 48).
    Declined,
    /// Nothing came, and the panel goes on without it.
    GoneWithout,
}

/// The coordinator has read a return and accepts it, or takes that back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Acceptance {
    /// The file that was read.
    pub file: Hash,
    /// Whether it is accepted.
    pub accepted: bool,
    /// What there is to say of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who, and when.
    pub stamp: Stamp,
}

/// Whom to ask in an agency for what is missing. Kept by the panel only, never exported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgencyContact {
    /// Role, and how to reach them.
    #[serde(default)]
    pub contact: String,
    /// Who stands in for them.
    #[serde(default)]
    pub substitute: String,
}

/// An agency was asked for what it owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chase {
    /// Which.
    pub agency: AgencyId,
    /// Who asked, and when.
    pub stamp: Stamp,
}

/// A file that was looked at and stays apart for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaysApart {
    /// Which.
    pub file: Hash,
    /// Why. Never blank.
    pub reason: String,
    /// Who decided it, and when.
    pub stamp: Stamp,
}

#[cfg(test)]
mod tests;
