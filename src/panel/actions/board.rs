//! What the board says: whom a recommendation addresses, why one needs no action, when it ratified the plan.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Action, ActionError};
use crate::id::ItemId;
use crate::panel::log::{Event, Stamp};
use crate::panel::manuscript::{Passage, Place};
use crate::panel::records::latest;
use crate::panel::workbook::Workbook;

/// What the board says of one recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecommendationTerms {
    /// Which: a passage of the report.
    pub recommendation: ItemId,
    /// Roles that it addresses (SR20), such as "Agency managers"; empty where it names none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressed: Vec<String>,
    /// It is accepted and needs no action, because of this (AP-03); blank where actions are to come.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub no_action_because: String,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// That the board ratified the plan as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ratification {
    /// When. `None` takes an earlier ratification back.
    pub on: Option<NaiveDate>,
    /// Who, such as "Full board". Blank only where one is taken back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Actions that were part of the plan, as they were written.
    pub actions: Vec<Action>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Why a plan cannot be published as ratified (AP-08).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotRatified {
    /// No date is recorded.
    #[error("the board has not ratified the plan: record the date on which it did")]
    NoDate,
    /// Actions were added or written anew since.
    #[error("actions were added or changed since the board ratified the plan")]
    ChangedSince(Vec<ItemId>),
}

impl Workbook {
    /// The report's recommendations, in its order.
    pub fn recommendations(&self) -> Vec<&Passage> {
        let mut all = self.passages();
        all.retain(|one| one.place == Place::Recommendation);
        all
    }

    /// What the board last said of a recommendation.
    pub fn recommendation_terms(&self, recommendation: &ItemId) -> Option<&RecommendationTerms> {
        let mut said = self.record.panel.actions.recommendations.iter().rev();
        said.find(|one| one.recommendation == *recommendation)
    }

    /// Records whom a recommendation addresses, or why it needs no action.
    pub fn record_recommendation_terms(
        &mut self,
        mut terms: RecommendationTerms,
    ) -> Result<(), ActionError> {
        if !self.recommendations().iter().any(|one| one.id == terms.recommendation) {
            return Err(ActionError::NoSuchRecommendation);
        }
        terms.addressed.retain(|role| !role.trim().is_empty());
        terms.no_action_because = terms.no_action_because.trim().to_owned();
        let event = Event::RecommendationAnswered {
            recommendation: terms.recommendation.clone(),
            no_action_because: terms.no_action_because.clone(),
        };
        self.record.log.add(&terms.stamp.clone(), event);
        self.record.panel.actions.recommendations.push(terms);
        Ok(())
    }

    /// Records that the board ratified the plan as it stands now; without a date, that it has not.
    pub fn ratify_plan(
        &mut self,
        on: Option<NaiveDate>,
        by: &str,
        stamp: &Stamp,
    ) -> Result<(), ActionError> {
        let by = by.trim().to_owned();
        if on.is_some() && by.is_empty() {
            return Err(ActionError::NoRole);
        }
        let actions: Vec<Action> = self.actions().into_iter().cloned().collect();
        if on.is_some() && actions.is_empty() {
            return Err(ActionError::NothingWritten);
        }
        self.record.log.add(stamp, Event::PlanRatified { on, by: by.clone() });
        let ratification = Ratification { on, by, actions, stamp: stamp.clone() };
        self.record.panel.actions.ratifications.push(ratification);
        Ok(())
    }

    /// The ratification that holds.
    pub fn ratification(&self) -> Option<&Ratification> {
        self.record.panel.actions.ratifications.last().filter(|last| last.on.is_some())
    }

    /// Actions as last written, in the order in which they were first.
    pub fn actions(&self) -> Vec<&Action> {
        latest(&self.record.panel.actions.actions, |one| one.id.clone())
    }

    /// One action as last written.
    pub fn action(&self, id: &ItemId) -> Option<&Action> {
        self.record.panel.actions.actions.iter().rev().find(|one| one.id == *id)
    }
}

/// AP-08: a plan is published as ratified only with the date, and as the board saw it.
pub fn ap08_ratified(workbook: &Workbook) -> Result<NaiveDate, NotRatified> {
    let ratified = workbook.ratification();
    let (ratified, on) =
        ratified.and_then(|one| Some((one, one.on?))).ok_or(NotRatified::NoDate)?;
    let same = |action: &Action| ratified.actions.contains(action);
    let changed = workbook.actions().into_iter().filter(|action| !same(action));
    let changed: Vec<ItemId> = changed.map(|action| action.id.clone()).collect();
    if changed.is_empty() { Ok(on) } else { Err(NotRatified::ChangedSince(changed)) }
}
