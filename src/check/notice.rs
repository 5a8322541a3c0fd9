//! Notices: what a rule found, how grave it is, and where.

use std::fmt;

use crate::id::{AreaId, ItemId, PromptId};

/// The id of a rule, such as `G-04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

impl fmt::Display for RuleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

/// How grave a notice is. The gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Stops signing; no reason lets it stand.
    Block,
    /// Stops signing until a reason is typed, which is exported.
    Warn,
    /// Worth knowing.
    Info,
}

/// Where in the return a notice leads, so that a screen can go there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Who the auditor is.
    Auditor,
    /// How far the agency was involved.
    Involvement,
    /// One prompt.
    Prompt(PromptId),
    /// A part of one area.
    Area(AreaId, AreaPart),
    /// The overall grade.
    OverallGrade,
    /// The reason for the overall grade.
    OverallReason,
    /// The general comments.
    GeneralComments,
    /// One immediate concern.
    ImmediateConcern(ItemId),
}

/// A part of an area's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaPart {
    /// The grade.
    Grade,
    /// The reason for the grade.
    Reason,
    /// The strengths.
    Strengths,
    /// The concerns.
    Concerns,
    /// The impact on the child.
    Impact,
    /// "Was this an immediate concern?"
    WasImmediate,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which rule.
    pub rule: RuleId,
    /// How grave.
    pub level: Level,
    /// Where to put it right.
    pub place: Place,
    /// One plain sentence: what is wrong and what to do. Never holds the auditor's own text.
    pub message: String,
}

impl Notice {
    pub(super) fn block(rule: &'static str, place: Place, message: String) -> Self {
        Self { rule: RuleId(rule), level: Level::Block, place, message }
    }

    pub(super) fn warn(rule: &'static str, place: Place, message: String) -> Self {
        Self { rule: RuleId(rule), level: Level::Warn, place, message }
    }

    pub(super) fn info(rule: &'static str, place: Place, message: String) -> Self {
        Self { rule: RuleId(rule), level: Level::Info, place, message }
    }
}

impl Place {
    /// Stable text of the place: keys explanations in files and element ids on screens.
    pub fn key(&self) -> String {
        match self {
            Self::Auditor => "auditor".into(),
            Self::Involvement => "involvement".into(),
            Self::Prompt(prompt) => format!("prompt-{prompt}"),
            Self::Area(area, part) => format!("{area}-{}", part.as_str()),
            Self::OverallGrade => "overall-grade".into(),
            Self::OverallReason => "overall-reason".into(),
            Self::GeneralComments => "general-comments".into(),
            Self::ImmediateConcern(item) => format!("immediate-concern-{item}"),
        }
    }
}

impl AreaPart {
    fn as_str(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Reason => "reason",
            Self::Strengths => "strengths",
            Self::Concerns => "concerns",
            Self::Impact => "impact",
            Self::WasImmediate => "was-immediate",
        }
    }
}
