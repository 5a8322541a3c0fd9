//! AP-11: issues between agencies that they could not resolve, and what became of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Body, Owner};
use crate::id::{AgencyId, ItemId};
use crate::order;
use crate::panel::log::{Event, Stamp};
use crate::panel::records::latest;
use crate::panel::workbook::Workbook;

/// An issue between agencies that one of them raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Challenge {
    /// Random; a later record of the same id corrects this one.
    pub id: ItemId,
    /// Who raised it.
    pub raised_by: Owner,
    /// Whom it is put to.
    pub put_to: Owner,
    /// When.
    pub raised_on: NaiveDate,
    /// What is at issue, about practice and never about a person. Never blank.
    pub issue: String,
    /// Actions that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ItemId>,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// Something that became of an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChallengeUpdate {
    /// Which.
    pub challenge: ItemId,
    /// What.
    pub step: ChallengeStep,
    /// When.
    pub on: NaiveDate,
    /// Who recorded it, and when.
    pub stamp: Stamp,
}

/// What became of an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ChallengeStep {
    /// Somebody answered, or something was done about it.
    Noted(String),
    /// It was taken to the next level, such as "Directors".
    TakenTo {
        /// To whom.
        level: String,
        /// Why the level before did not resolve it.
        reason: String,
    },
    /// It is resolved.
    Resolved {
        /// How.
        outcome: String,
    },
    /// It is at issue again.
    Reopened {
        /// Why.
        reason: String,
    },
}

/// An issue as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChallengeView {
    /// As last recorded.
    pub challenge: Challenge,
    /// What became of it, oldest first.
    pub updates: Vec<ChallengeUpdate>,
    /// The level that has it now; `None` while it lies between the two.
    pub level: Option<String>,
    /// How it was resolved; `None` while it is not.
    pub outcome: Option<String>,
    /// Days from when it was raised until it was resolved, or until today.
    pub days: i64,
}

/// Why something about an issue was not recorded. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChallengeError {
    /// Nothing is written.
    #[error("write what is at issue, or what became of it")]
    NothingWritten,
    /// The two sides are one.
    #[error("say which two bodies the issue lies between")]
    OneSide,
    /// The round has no such agency.
    #[error("the round has no agency {0}")]
    UnknownAgency(AgencyId),
    /// An action that it is about is not there.
    #[error("an action that the issue is about is not there")]
    UnknownAction,
    /// There is no such issue.
    #[error("this issue is not there")]
    Unknown,
    /// It is resolved already, or open already.
    #[error("nothing has changed: the issue stands so already")]
    NothingChanged,
    /// Something became of the issue before it was raised.
    #[error("an issue is raised before anything becomes of it: put this date right")]
    BeforeRaised,
}

impl Workbook {
    /// Records an issue between agencies, or corrects one of the same id.
    pub fn record_challenge(&mut self, challenge: Challenge) -> Result<(), ChallengeError> {
        if challenge.issue.trim().is_empty() {
            return Err(ChallengeError::NothingWritten);
        }
        if challenge.raised_by.body.is(&challenge.put_to.body, self) {
            return Err(ChallengeError::OneSide);
        }
        for owner in [&challenge.raised_by, &challenge.put_to] {
            if let Body::Agency(id) = &owner.body
                && self.plan().agency(id).is_none()
            {
                return Err(ChallengeError::UnknownAgency(id.clone()));
            }
        }
        if challenge.actions.iter().any(|id| self.action(id).is_none()) {
            return Err(ChallengeError::UnknownAction);
        }
        let mut became = self.record.panel.actions.challenge_updates.iter();
        let early = |one: &ChallengeUpdate| one.on < challenge.raised_on;
        if became.any(|one| one.challenge == challenge.id && early(one)) {
            return Err(ChallengeError::BeforeRaised);
        }
        let event = Event::ChallengeRaised { challenge: challenge.id.clone() };
        self.record.log.add(&challenge.stamp.clone(), event);
        self.record.panel.actions.challenges.push(challenge);
        Ok(())
    }

    /// Records what became of an issue.
    pub fn record_challenge_step(&mut self, update: ChallengeUpdate) -> Result<(), ChallengeError> {
        let views = ap11_challenges(self, update.on);
        let view = views.iter().find(|view| view.challenge.id == update.challenge);
        let view = view.ok_or(ChallengeError::Unknown)?;
        let (said, changes) = match &update.step {
            ChallengeStep::Noted(text) => (text, true),
            ChallengeStep::TakenTo { level, .. } if level.trim().is_empty() => (level, true),
            ChallengeStep::TakenTo { reason, .. } => (reason, view.outcome.is_none()),
            ChallengeStep::Resolved { outcome } => (outcome, view.outcome.is_none()),
            ChallengeStep::Reopened { reason } => (reason, view.outcome.is_some()),
        };
        if said.trim().is_empty() {
            return Err(ChallengeError::NothingWritten);
        }
        if !changes {
            return Err(ChallengeError::NothingChanged);
        }
        if update.on < view.challenge.raised_on {
            return Err(ChallengeError::BeforeRaised);
        }
        let event =
            Event::ChallengeStep { challenge: update.challenge.clone(), step: update.step.clone() };
        self.record.log.add(&update.stamp.clone(), event);
        self.record.panel.actions.challenge_updates.push(update);
        Ok(())
    }
}

/// AP-11: the log of issues between agencies, those not resolved first, the oldest of them first.
pub fn ap11_challenges(workbook: &Workbook, today: NaiveDate) -> Vec<ChallengeView> {
    let records = &workbook.record.panel.actions;
    let all = latest(&records.challenges, |one| one.id.clone());
    let mut views: Vec<ChallengeView> = all
        .into_iter()
        .map(|challenge| {
            let updates = records.challenge_updates.iter();
            let updates = updates.filter(|update| update.challenge == challenge.id);
            view(challenge, updates.cloned().collect(), today)
        })
        .collect();
    order::sort_by_key(&mut views, |view| (view.outcome.is_some(), view.challenge.raised_on));
    views
}

/// AP-11: the issues that are not resolved.
pub fn ap11_open_issues(workbook: &Workbook, today: NaiveDate) -> Vec<ChallengeView> {
    let mut views = ap11_challenges(workbook, today);
    views.retain(|view| view.outcome.is_none());
    views
}

fn view(challenge: &Challenge, updates: Vec<ChallengeUpdate>, today: NaiveDate) -> ChallengeView {
    let (mut level, mut outcome, mut until) = (None, None, today);
    for update in &updates {
        match &update.step {
            ChallengeStep::Noted(_) => {}
            ChallengeStep::TakenTo { level: to, .. } => level = Some(to.clone()),
            ChallengeStep::Resolved { outcome: how } => {
                (outcome, until) = (Some(how.clone()), update.on);
            }
            ChallengeStep::Reopened { .. } => (outcome, until) = (None, today),
        }
    }
    let days = until.signed_duration_since(challenge.raised_on).num_days().max(0);
    ChallengeView { challenge: challenge.clone(), updates, level, outcome, days }
}
