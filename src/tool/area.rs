//! Areas of analysis.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Audience, Condition, Prompt};
use crate::id::{AgencyKind, AreaId};

/// An area of analysis: a page of prompts with one grading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Such as `area-2`.
    pub id: AreaId,
    /// Number on screen and in reports; S3 counts its case details as 1.
    pub number: u32,
    /// Such as "History of involvement".
    pub title: String,
    /// One or two sentences above the prompts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// Case details carry no grade (G-01, SR3).
    pub graded: bool,
    /// What the area is about, where a rule needs to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<AreaRole>,
    /// About one child alone, such as the child's voice: nothing in it is copied from the return of
    /// another case (edge case 1).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_child: bool,
    /// Kinds of agency that normally grade this area; the others may, and are told that it is not asked of them.
    pub asked_of: Audience,
    /// What single kinds of agency have to look for in this area, shown above its prompts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub hints: BTreeMap<AgencyKind, String>,
    /// While this holds the area is expected to be "not applicable" rather than graded (G-19), and its prompts are not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Condition>,
    /// In order; a follow-up comes after the prompt that it follows.
    pub prompts: Vec<Prompt>,
}

impl Area {
    /// Whether strengths, concerns and the impact on the child are recorded here: graded or not, wherever work is audited.
    pub fn holds_findings(&self) -> bool {
        match self.role {
            Some(AreaRole::CaseDetails | AreaRole::Learning) => false,
            Some(AreaRole::Review | AreaRole::Recording) | None => true,
        }
    }
}

/// What an area is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AreaRole {
    /// Facts about the case; never graded.
    CaseDetails,
    /// Review of the plan: may not be due yet (edge case 19).
    Review,
    /// Recording: "insufficient evidence" elsewhere is itself a concern here (edge case 20).
    Recording,
    /// What others should learn from the case, in the auditor's words; never graded.
    Learning,
}
