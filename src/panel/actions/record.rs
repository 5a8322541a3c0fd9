//! Recording actions and what happens to them.

use super::rules::{CannotClose, ap06_may_close};
use super::step::tidy;
use super::{Action, ActionStep, ActionUpdate, Body, Owner, Report};
use crate::id::{AgencyId, AreaId, ItemId, ThemeId};
use crate::order;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

/// Why something about an action was not recorded. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// Nothing is written.
    #[error("write what is to be done")]
    NothingWritten,
    /// It belongs to no recommendation (AP-03).
    #[error("choose the recommendation that this action puts into practice")]
    NoRecommendation,
    /// The report has no such recommendation.
    #[error("the report does not have this recommendation")]
    NoSuchRecommendation,
    /// A finding that it answers is not there.
    #[error("a finding that this action answers is not there any more")]
    FindingGone,
    /// The tool has no such area.
    #[error("the audit tool has no area {0}")]
    UnknownArea(AreaId),
    /// There is no such theme.
    #[error("there is no theme {0}")]
    UnknownTheme(ThemeId),
    /// The round has no such agency.
    #[error("the round has no agency {0}")]
    UnknownAgency(AgencyId),
    /// Two milestones have one id.
    #[error("two milestones are the same")]
    MilestoneTwice,
    /// Its date was agreed, and moves only with a reason (AP-05).
    #[error(
        "the date was agreed, or moved with a reason: give more time, with the reason, rather than another date"
    )]
    DateAgreed,
    /// There is no such action.
    #[error("this action is not there")]
    Unknown,
    /// It has no such milestone.
    #[error("this action has no such milestone")]
    UnknownMilestone,
    /// No reason was written.
    #[error("say why")]
    NoReason,
    /// No role is given.
    #[error("say who, by their role")]
    NoRole,
    /// The new date is not later.
    #[error("the new date has to be later than the one that holds now")]
    NotLater,
    /// It is closed or superseded already, or open already.
    #[error("nothing has changed: the action stands so already")]
    NothingChanged,
    /// It cannot take its own place.
    #[error("an action cannot take its own place")]
    ByItself,
    /// It cannot be closed (AP-06).
    #[error(transparent)]
    CannotClose(#[from] CannotClose),
}

impl Workbook {
    /// Records an action, or replaces one of the same id. Where it was carried from stays as it is. AP-06: an agency
    /// that was named by hand is that agency.
    pub fn record_action(&mut self, mut action: Action) -> Result<(), ActionError> {
        action.carried = self.action(&action.id).and_then(|known| known.carried.clone());
        action.owner = action.owner.settled(self);
        let others = std::mem::take(&mut action.contributors).into_iter();
        action.contributors = others.map(|one| one.settled(self)).collect();
        self.check_action(&action)?;
        self.keep_action(action);
        Ok(())
    }

    pub(super) fn keep_action(&mut self, action: Action) {
        let event = Event::ActionRecorded { action: action.id.clone() };
        self.record.log.add(&action.stamp.clone(), event);
        self.record.panel.actions.actions.push(action);
    }

    fn check_action(&self, action: &Action) -> Result<(), ActionError> {
        if action.text.trim().is_empty() {
            return Err(ActionError::NothingWritten);
        }
        self.check_links(action)?;
        for owner in std::iter::once(&action.owner).chain(&action.contributors) {
            self.check_owner(owner)?;
        }
        let mut milestones: Vec<&ItemId> = action.milestones.iter().map(|one| &one.id).collect();
        order::sort(&mut milestones);
        milestones.dedup();
        if milestones.len() < action.milestones.len() {
            return Err(ActionError::MilestoneTwice);
        }
        // AP-05: what was agreed is moved by an extension, so that the first date stays known.
        let written = self.record.panel.actions.actions.iter();
        let agreed = written.filter(|one| one.id == action.id && one.agreed.is_some());
        // What was given more time is, too: another date beside it would be recorded and count for nothing.
        let extended = self.action(&action.id).filter(|_| self.is_extended(&action.id));
        let mut fixed = agreed.chain(extended);
        match fixed.any(|one| one.due.is_some() && one.due != action.due) {
            true => Err(ActionError::DateAgreed),
            false => Ok(()),
        }
    }

    fn is_extended(&self, action: &ItemId) -> bool {
        let mut steps = self.record.panel.actions.updates.iter();
        steps.any(|one| one.action == *action && matches!(one.step, ActionStep::Extended { .. }))
    }

    fn check_links(&self, action: &Action) -> Result<(), ActionError> {
        if action.recommendations.is_empty() && action.carried.is_none() {
            return Err(ActionError::NoRecommendation);
        }
        let known = self.recommendations();
        let there = |id: &ItemId| known.iter().any(|one| one.id == *id);
        if !action.recommendations.iter().all(there) {
            return Err(ActionError::NoSuchRecommendation);
        }
        if action.findings.iter().any(|id| self.finding(id).is_none()) {
            return Err(ActionError::FindingGone);
        }
        let tool = &self.plan().round.tool;
        if let Some(area) = action.areas.iter().find(|id| tool.area(id).is_none()) {
            return Err(ActionError::UnknownArea(area.clone()));
        }
        let themes = self.themes();
        let unknown = |id: &&ThemeId| !themes.iter().any(|theme| theme.id == **id);
        match action.themes.iter().find(unknown) {
            Some(theme) => Err(ActionError::UnknownTheme(theme.clone())),
            None => Ok(()),
        }
    }

    fn check_owner(&self, owner: &Owner) -> Result<(), ActionError> {
        match &owner.body {
            Body::Agency(id) if self.plan().agency(id).is_none() => {
                Err(ActionError::UnknownAgency(id.clone()))
            }
            Body::Board | Body::Agency(_) | Body::Other(_) => Ok(()),
        }
    }

    /// Records what happened to an action.
    pub fn record_action_step(
        &mut self,
        action: &ItemId,
        step: ActionStep,
        stamp: &Stamp,
    ) -> Result<(), ActionError> {
        let step = match step {
            ActionStep::Reported(report) => ActionStep::Reported(report.tidied()),
            other => other,
        };
        self.check_step(action, &step)?;
        self.keep_step(ActionUpdate {
            action: action.clone(),
            step,
            sheet: None,
            stamp: stamp.clone(),
        });
        Ok(())
    }

    /// Records what an owner reports: of these only what differs from what is recorded.
    pub fn record_reports(
        &mut self,
        action: &ItemId,
        reports: Vec<Report>,
        stamp: &Stamp,
    ) -> Result<(), ActionError> {
        let line = self.action_line(action).ok_or(ActionError::Unknown)?;
        let reports = reports.into_iter().map(Report::tidied);
        let new: Vec<Report> =
            reports.filter(|report| line.report(report.field()) != *report).collect();
        if new.is_empty() {
            return Err(ActionError::NothingChanged);
        }
        new.into_iter().try_for_each(|report| {
            self.record_action_step(action, ActionStep::Reported(report), stamp)
        })
    }

    pub(super) fn keep_step(&mut self, update: ActionUpdate) {
        let event = Event::ActionStep { action: update.action.clone(), step: update.step.clone() };
        self.record.log.add(&update.stamp.clone(), event);
        self.record.panel.actions.updates.push(update);
    }

    fn check_step(&self, action: &ItemId, step: &ActionStep) -> Result<(), ActionError> {
        let line = self.action_line(action).ok_or(ActionError::Unknown)?;
        let said =
            |text: &str| if tidy(text).is_empty() { Err(ActionError::NoReason) } else { Ok(()) };
        match step {
            ActionStep::Reported(report) if line.report(report.field()) == *report => {
                Err(ActionError::NothingChanged)
            }
            ActionStep::Reported(_) | ActionStep::Reviewed { .. } => Ok(()),
            ActionStep::Extended { due, .. } if line.due.now.is_some_and(|now| *due <= now) => {
                Err(ActionError::NotLater)
            }
            ActionStep::Extended { reason, .. } => said(reason),
            ActionStep::MilestoneReached { milestone, .. } => {
                let known = line.action.milestones.iter().any(|one| one.id == *milestone);
                if known { Ok(()) } else { Err(ActionError::UnknownMilestone) }
            }
            ActionStep::Closed { reviewer, .. } => {
                self.check_owner(reviewer)?;
                Ok(ap06_may_close(self, &line, reviewer)?)
            }
            ActionStep::Reopened { .. } if line.is_open() => Err(ActionError::NothingChanged),
            ActionStep::Reopened { reason } => said(reason),
            ActionStep::Escalated { to, .. } if tidy(to).is_empty() => Err(ActionError::NoRole),
            ActionStep::Escalated { reason, .. } => said(reason),
            ActionStep::EscalationEnded { .. } if line.escalated.is_none() => {
                Err(ActionError::NothingChanged)
            }
            ActionStep::EscalationEnded { outcome } => said(outcome),
            ActionStep::Superseded { .. } if line.is_superseded() => {
                Err(ActionError::NothingChanged)
            }
            ActionStep::Superseded { by: Some(by), .. } if by == action => {
                Err(ActionError::ByItself)
            }
            ActionStep::Superseded { by: Some(by), .. } if self.action(by).is_none() => {
                Err(ActionError::Unknown)
            }
            ActionStep::Superseded { reason, .. } => said(reason),
        }
    }
}
