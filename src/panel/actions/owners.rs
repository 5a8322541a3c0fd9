//! Who answered for an action before: posts go, and what was done under them stays (edge case 59).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Action, Owner};

/// An owner until another took over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnerBefore {
    /// Who.
    pub owner: Owner,
    /// The day on which another took over.
    pub until: NaiveDate,
}

/// Owners of earlier versions of one action, given in the order in which they were written.
///
/// A version without an owner is nobody's, and is left out.
pub(super) fn owners_before<'a>(versions: impl Iterator<Item = &'a Action>) -> Vec<OwnerBefore> {
    let versions: Vec<&Action> = versions.collect();
    let next = versions.iter().skip(1);
    versions
        .iter()
        .zip(next)
        .filter(|(one, next)| one.owner != next.owner && !one.owner.role.trim().is_empty())
        .map(|(one, next)| OwnerBefore {
            owner: one.owner.clone(),
            until: next.stamp.at.date_naive(),
        })
        .collect()
}
