//! The action plan: recommendations become SMART actions that somebody answers for (domain 1.9, 4.12).
//!
//! What is kept only grows: an [`Action`] as last written, what was reported
//! and decided on it ([`ActionUpdate`]), what the board said of each
//! recommendation, when it ratified the plan, and where agencies could not agree.
//! Status, due dates and counts are computed ([`action_plan`]), never kept.
//!
//! The rules AP-01 to AP-11 are in `rules`; agencies' updates through CSV in [`sheet`].

mod board;
mod carry;
mod challenge;
mod identifying;
mod notices;
mod owners;
mod record;
mod records;
mod rules;
pub mod sheet;
mod step;
mod view;
mod withholding;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use board::{NotRatified, Ratification, RecommendationTerms, ap08_ratified};
pub use carry::{
    CarriedFrom, CarriedWork, CarryError, ap10_carry_forward, ap10_may_go_on, ap10_open_actions,
};
pub use challenge::{
    Challenge, ChallengeError, ChallengeStep, ChallengeUpdate, ChallengeView, ap11_challenges,
    ap11_open_issues,
};
pub use notices::written_notices;
pub use owners::OwnerBefore;
pub use record::ActionError;
pub use records::ActionRecords;
pub use rules::{
    ActionNotice, CannotClose, Due, ap01_smart, ap02_vague, ap03_actions_untraced,
    ap03_recommendations_open, ap04_one_owner, ap05_due, ap06_may_close, ap07_owner_addressed,
};
pub use step::{ActionStep, ActionUpdate, Progress, Report, ReportField};
pub use view::{ActionPlan, ActionStatus, ActionView, PlanCounts, RecommendationView, action_plan};
pub use withholding::Withholding;
pub use words::{Vague, Vagueness};

use super::log::Stamp;
use crate::id::{AgencyId, AreaId, ItemId, ThemeId};

/// One line of the plan as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// Random; a later record of the same id replaces this one.
    pub id: ItemId,
    /// The recommendations that it puts into practice (AP-03): passages of the report.
    pub recommendations: Vec<ItemId>,
    /// Findings that it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<ItemId>,
    /// Areas of analysis that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<AreaId>,
    /// Themes that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// What is to be done; begins with a verb. Never blank.
    pub text: String,
    /// What becomes better for children.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// How success is measured.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measure: String,
    /// What will show that it is done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence_expected: String,
    /// Who answers for it: one (AP-04).
    pub owner: Owner,
    /// Who else takes part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Owner>,
    /// When the owner agreed to it, and that it is realistic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<NaiveDate>,
    /// What it takes, depends on or may be held up by.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resources: String,
    /// When work on it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// When it is to be done. Once agreed it moves only by [`ActionStep::Extended`] (AP-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Steps on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// How pressing it is.
    #[serde(default)]
    pub priority: Priority,
    /// When the work is audited again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit_again: Option<NaiveDate>,
    /// The earlier round from which it was carried forward (AP-10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<CarriedFrom>,
    /// Who wrote it, and when.
    pub stamp: Stamp,
}

/// Who answers for an action: a role within a body, never a person's name or a team.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Owner {
    /// Whose.
    pub body: Body,
    /// Such as "Head of safeguarding".
    pub role: String,
}

/// An agency of the round, the board itself, or somebody else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// The board, its groups and its chair.
    Board,
    /// An agency that takes part in the round.
    Agency(AgencyId),
    /// A body that takes no part in the round, by its name.
    Other(String),
}

/// A step on the way to an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// Random.
    pub id: ItemId,
    /// What is reached.
    pub text: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
}

/// How pressing an action is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// Before all others.
    High,
    /// In its turn.
    #[default]
    Medium,
    /// When there is time.
    Low,
}

impl Priority {
    /// All, the most pressing first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::High => "High",
            Self::Medium => "Medium",
            Self::Low => "Low",
        }
    }
}

impl Owner {
    /// "Head of safeguarding, Police" by the names of the round as it is now; the body alone where no role is said.
    pub fn name(&self, workbook: &super::Workbook) -> String {
        let body = self.body.name(workbook);
        match self.role.trim() {
            "" => body,
            role => [role, &body].join(", "),
        }
    }

    /// Whether both are the same role of the same body, whatever the capitals and blanks.
    pub fn is(&self, other: &Self, workbook: &super::Workbook) -> bool {
        self.body.is(&other.body, workbook)
            && words::folded(&self.role) == words::folded(&other.role)
    }

    /// The same, of the agency or the board that its body was named as by hand.
    fn settled(self, workbook: &super::Workbook) -> Self {
        Self { body: self.body.settled(workbook), ..self }
    }
}

impl Body {
    /// Its name in the round as it is now.
    pub fn name(&self, workbook: &super::Workbook) -> String {
        let plan = workbook.plan();
        match self {
            Self::Board => plan.round.board.short_name.clone(),
            Self::Agency(id) => {
                plan.agency(id).map_or_else(|| id.to_string(), |agency| agency.name.clone())
            }
            Self::Other(name) => name.clone(),
        }
    }

    /// Whether both are one body: what was named by hand is the agency or the board of that name.
    pub fn is(&self, other: &Self, workbook: &super::Workbook) -> bool {
        match (self, other) {
            (Self::Other(name), body) | (body, Self::Other(name)) => body.is_called(name, workbook),
            (Self::Board | Self::Agency(_), Self::Board | Self::Agency(_)) => self == other,
        }
    }

    fn is_called(&self, name: &str, workbook: &super::Workbook) -> bool {
        let full = match self {
            Self::Board => Some(workbook.plan().round.board.name.clone()),
            Self::Agency(_) | Self::Other(_) => None,
        };
        let name = words::folded(name);
        let mut names = std::iter::once(self.name(workbook)).chain(full);
        names.any(|one| words::folded(&one) == name)
    }

    /// The agency or the board of this name, where it was named by hand.
    fn settled(self, workbook: &super::Workbook) -> Self {
        let Self::Other(name) = &self else { return self };
        if words::folded(name).is_empty() {
            return self;
        }
        let agencies = workbook.plan().agencies.iter().map(|one| Self::Agency(one.id.clone()));
        let mut known = agencies.chain([Self::Board]);
        known.find(|one| one.is_called(name, workbook)).unwrap_or(self)
    }
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod tests;
