//! What the stories under `data/` hold.
//!
//! A case is told once: `facts` are what every agency would answer alike,
//! `gaps` what those answer who grade the area below good. An agency's part
//! holds its own gradings, words and whatever it answers otherwise.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::audit_return::{ConcernKind, ImpactLevel, InvolvementLevel, Source};
use crate::id::{AgencyId, AreaId, GradeId, PromptId, SlotId};
use crate::round::Agency;

/// Answers by prompt: a text, a list of options, or a number.
pub(super) type Given = BTreeMap<PromptId, Value>;

/// The round around the stories.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundStory {
    /// A [`crate::round::Round`] without its id and tool.
    pub(super) round: Map<String, Value>,
    pub(super) agencies: Vec<Agency>,
    pub(super) slots: Vec<SlotStory>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SlotStory {
    pub(super) id: SlotId,
    pub(super) agency: AgencyId,
    pub(super) label: String,
    pub(super) auditor: String,
    pub(super) role: String,
    /// Works with a parent rather than the child.
    #[serde(default)]
    pub(super) works_with: WorksWith,
    /// What this agency answers in every case.
    #[serde(default)]
    pub(super) answers: Given,
    /// Areas that this agency is asked about and leaves to others, with the reason.
    #[serde(default)]
    pub(super) outside: BTreeMap<AreaId, String>,
    /// Labels of cases for which it has not returned anything yet.
    #[serde(default)]
    pub(super) open: Vec<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WorksWith {
    #[default]
    Child,
    Parent,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseStory {
    pub(super) label: String,
    /// For those who change the stories; in no file.
    #[serde(rename = "synopsis")]
    _synopsis: String,
    pub(super) facts: Given,
    pub(super) gaps: Given,
    pub(super) impact: BTreeMap<AreaId, (ImpactLevel, String)>,
    pub(super) returns: BTreeMap<SlotId, Part>,
}

/// One agency's part in a case.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Part {
    Nil(NilPart),
    Audited(Box<AuditedPart>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NilPart {
    pub(super) nil: InvolvementLevel,
    pub(super) systems: String,
    pub(super) statement: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuditedPart {
    #[serde(default)]
    pub(super) answers: Given,
    pub(super) areas: BTreeMap<AreaId, AreaPart>,
    pub(super) overall: OverallPart,
    #[serde(default)]
    pub(super) comments: String,
    #[serde(default)]
    pub(super) share: Vec<String>,
    /// Reasons for warnings, by rule and place: `G-07 overall-grade`.
    #[serde(default)]
    pub(super) explain: BTreeMap<String, String>,
    pub(super) concern: Option<ConcernPart>,
    /// Signed after the due date (V-05).
    #[serde(default)]
    pub(super) late: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreaPart {
    pub(super) grade: GradeId,
    pub(super) reason: String,
    #[serde(default)]
    pub(super) strengths: Vec<Line>,
    #[serde(default)]
    pub(super) concerns: Vec<Line>,
    pub(super) immediate: Option<bool>,
}

/// What, what shows it, and where that stands.
#[derive(Debug, Deserialize)]
pub(super) struct Line(pub(super) String, pub(super) String, pub(super) Source);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OverallPart {
    pub(super) grade: GradeId,
    pub(super) reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConcernPart {
    pub(super) kind: ConcernKind,
    pub(super) noticed: DateTime<Utc>,
    pub(super) told: DateTime<Utc>,
    pub(super) role: String,
    pub(super) how: String,
    pub(super) text: String,
    pub(super) action: String,
}
