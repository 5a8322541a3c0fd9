//! What a workbook keeps of its action plan.

use serde::{Deserialize, Serialize};

use super::sheet::IssuedSheet;
use super::{Action, ActionUpdate, Challenge, ChallengeUpdate, Ratification, RecommendationTerms};

/// Everything recorded on actions, oldest first; each list is only ever added to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ActionRecords {
    /// Actions; a later record of the same id replaces an earlier one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) actions: Vec<Action>,
    /// What happened to them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) updates: Vec<ActionUpdate>,
    /// What the board says of recommendations; the last of each counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) recommendations: Vec<RecommendationTerms>,
    /// When the plan was ratified; the last counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) ratifications: Vec<Ratification>,
    /// Sheets given to agencies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sheets: Vec<IssuedSheet>,
    /// Issues between agencies that are not resolved (AP-11).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) challenges: Vec<Challenge>,
    /// What became of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) challenge_updates: Vec<ChallengeUpdate>,
}

impl ActionRecords {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
