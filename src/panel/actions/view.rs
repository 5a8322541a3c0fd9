//! The plan as it stands on a day: what screens and documents show.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::notices::notices;
use super::owners::{OwnerBefore, owners_before};
use super::rules::{ActionNotice, Due, ap03_actions_untraced, ap03_recommendations_open};
use super::{
    Action, ActionStep, ActionUpdate, Body, NotRatified, Owner, Progress, Report, ReportField,
    ap08_ratified,
};
use crate::id::ItemId;
use crate::panel::workbook::Workbook;

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionStatus {
    /// Past its date (AP-05).
    Overdue,
    /// Nothing has been done, the day first agreed has passed, and more time was given with a reason (edge case 55).
    NotDone,
    /// It may not be done in time.
    AtRisk,
    /// Nothing has been done.
    NotStarted,
    /// As planned.
    OnTrack,
    /// Its owner says that it is complete; it is not closed (AP-06).
    CompleteAwaitsClosing,
    /// Somebody else saw the evidence.
    Closed,
    /// Another took its place, or it is not to be done.
    Superseded,
}

/// An action with all that is computed of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionView {
    /// Its number in the plan, from 1.
    pub number: usize,
    /// As last written.
    pub action: Action,
    /// Where it stands.
    pub status: ActionStatus,
    /// When it is due, and was first.
    pub due: Due,
    /// What was last reported, by field.
    pub reports: BTreeMap<ReportField, Report>,
    /// Milestones that were reached, and when.
    pub reached: BTreeMap<ItemId, NaiveDate>,
    /// When the board's group last looked at it.
    pub reviewed: Option<NaiveDate>,
    /// Who closed it, and when.
    pub closed: Option<(Owner, NaiveDate)>,
    /// To whom it was escalated, and why, until something is said to have come of that.
    pub escalated: Option<(String, String)>,
    /// What took its place, and why.
    pub superseded: Option<(Option<ItemId>, String)>,
    /// Who answered for it before, in earlier rounds too, oldest first (edge case 59).
    pub owners_before: Vec<OwnerBefore>,
    /// Everything that happened to it, in earlier rounds too, oldest first.
    pub history: Vec<ActionUpdate>,
    /// What speaks against it as it is.
    pub notices: Vec<ActionNotice>,
}

/// A recommendation with what comes of it (AP-03). Its words are the report's to tell, for they may count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationView {
    /// Its passage.
    pub id: ItemId,
    /// Its number in the report, from 1.
    pub number: usize,
    /// Roles that it addresses.
    pub addressed: Vec<String>,
    /// Numbers of its actions in the plan; those superseded are left out.
    pub actions: Vec<usize>,
    /// Why there is none; blank where actions are to come.
    pub no_action_because: String,
    /// Neither an action nor a reason.
    pub open: bool,
}

/// How many actions stand where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanCounts {
    /// All but those superseded.
    pub all: usize,
    /// Neither closed nor superseded.
    pub open: usize,
    /// Of each status that occurs, the most pressing first.
    pub by_status: Vec<(ActionStatus, usize)>,
    /// Open ones, not complete, that somebody else was asked to move.
    pub escalated: usize,
    /// Open ones that were given more time.
    pub extended: usize,
    /// Closed ones with evidence of what difference they made.
    pub with_impact: usize,
    /// Of each body: all, overdue and closed.
    pub by_body: BTreeMap<Body, [usize; 3]>,
}

/// The whole plan on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionPlan {
    /// In the order in which they were first written.
    pub lines: Vec<ActionView>,
    /// In the report's order.
    pub recommendations: Vec<RecommendationView>,
    /// How many stand where.
    pub counts: PlanCounts,
    /// When it was ratified, or why it cannot be called so (AP-08).
    pub ratified: Result<NaiveDate, NotRatified>,
}

impl ActionPlan {
    /// Actions that stand under no recommendation of the report: carried forward from an earlier round, or left by
    /// a recommendation that the report no longer has (AP-03). Those superseded are left out.
    pub fn alone(&self) -> impl Iterator<Item = &ActionView> {
        let placed = |line: &ActionView| {
            self.recommendations.iter().any(|one| one.actions.contains(&line.number))
        };
        self.lines.iter().filter(move |line| !line.is_superseded() && !placed(line))
    }
}

impl ActionStatus {
    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::NotDone => "Planned and not done",
            Self::AtRisk => "At risk",
            Self::NotStarted => "Not started",
            Self::OnTrack => "On track",
            Self::CompleteAwaitsClosing => "Complete, awaits closing",
            Self::Closed => "Closed",
            Self::Superseded => "Superseded",
        }
    }
}

impl ActionView {
    /// How it goes, as its owner last said.
    pub fn progress(&self) -> Progress {
        match self.report(ReportField::Progress) {
            Report::Progress(progress) => progress,
            _ => Progress::default(),
        }
    }

    /// What was last reported in a field.
    pub fn report(&self, field: ReportField) -> Report {
        self.reports.get(&field).cloned().unwrap_or_else(|| field.blank())
    }

    /// What shows that it is done; blank where nothing does.
    pub fn evidence(&self) -> String {
        self.report(ReportField::Evidence).text()
    }

    /// Neither closed nor superseded.
    pub fn is_open(&self) -> bool {
        self.closed.is_none() && self.superseded.is_none()
    }

    /// To whom it is escalated, and why; what is complete, closed or superseded waits for nobody to move it.
    pub fn escalated_now(&self) -> Option<&(String, String)> {
        let waits = self.is_open() && self.progress() != Progress::Complete;
        self.escalated.as_ref().filter(|_| waits)
    }

    /// Another took its place, or it is not to be done.
    pub fn is_superseded(&self) -> bool {
        self.superseded.is_some()
    }

    pub(super) fn of(number: usize, action: &Action, history: Vec<ActionUpdate>) -> Self {
        let first = action.carried.as_ref().and_then(|carried| carried.first_due).or(action.due);
        let due = Due { first, now: action.due, extensions: Vec::new() };
        let mut view = Self {
            number,
            action: action.clone(),
            status: ActionStatus::NotStarted,
            due,
            reports: BTreeMap::new(),
            reached: BTreeMap::new(),
            reviewed: None,
            closed: None,
            escalated: None,
            superseded: None,
            owners_before: Vec::new(),
            history: Vec::new(),
            notices: Vec::new(),
        };
        history.iter().for_each(|update| view.take(&update.step));
        view.history = history;
        view
    }

    fn take(&mut self, step: &ActionStep) {
        match step {
            ActionStep::Reported(report) => {
                self.reports.insert(report.field(), report.clone());
            }
            ActionStep::Extended { due, reason } => {
                self.due.now = Some(*due);
                self.due.extensions.push((*due, reason.clone()));
            }
            ActionStep::MilestoneReached { milestone, on } => {
                self.reached.insert(milestone.clone(), *on);
            }
            ActionStep::Reviewed { on } => self.reviewed = Some(*on),
            ActionStep::Closed { reviewer, on } => self.closed = Some((reviewer.clone(), *on)),
            ActionStep::Reopened { .. } => self.reopen(),
            ActionStep::Escalated { to, reason } => {
                self.escalated = Some((to.clone(), reason.clone()));
            }
            ActionStep::EscalationEnded { .. } => self.escalated = None,
            ActionStep::Superseded { by, reason } => {
                self.superseded = Some((by.clone(), reason.clone()));
            }
        }
    }

    /// What is open again is not complete either.
    fn reopen(&mut self) {
        (self.closed, self.superseded) = (None, None);
        if self.progress() == Progress::Complete {
            let again = Report::Progress(Progress::OnTrack);
            self.reports.insert(ReportField::Progress, again);
        }
    }

    fn status_on(&self, today: NaiveDate) -> ActionStatus {
        if self.is_superseded() {
            return ActionStatus::Superseded;
        }
        if self.closed.is_some() {
            return ActionStatus::Closed;
        }
        match self.progress() {
            Progress::Complete => ActionStatus::CompleteAwaitsClosing,
            _ if self.due.overdue_by(today).is_some() => ActionStatus::Overdue,
            Progress::AtRisk => ActionStatus::AtRisk,
            Progress::OnTrack => ActionStatus::OnTrack,
            Progress::NotStarted if self.due.was_put_off(today) => ActionStatus::NotDone,
            Progress::NotStarted => ActionStatus::NotStarted,
        }
    }
}

/// The plan as it stands on a day.
pub fn action_plan(workbook: &Workbook, today: NaiveDate) -> ActionPlan {
    let mut lines = workbook.action_lines();
    let untraced = ap03_actions_untraced(workbook);
    for line in &mut lines {
        line.status = line.status_on(today);
        line.notices = notices(workbook, line, untraced.contains(&line.action.id), today);
    }
    let counts = PlanCounts::of(&lines);
    let recommendations = recommendations(workbook, &lines);
    ActionPlan { lines, recommendations, counts, ratified: ap08_ratified(workbook) }
}

fn recommendations(workbook: &Workbook, lines: &[ActionView]) -> Vec<RecommendationView> {
    let open = ap03_recommendations_open(workbook, lines);
    let view = |(number, passage): (usize, &crate::panel::manuscript::Passage)| {
        let terms = workbook.recommendation_terms(&passage.id);
        let own = lines.iter().filter(|line| {
            !line.is_superseded() && line.action.recommendations.contains(&passage.id)
        });
        RecommendationView {
            id: passage.id.clone(),
            number,
            addressed: terms.map(|terms| terms.addressed.clone()).unwrap_or_default(),
            actions: own.map(|line| line.number).collect(),
            no_action_because: terms.map(|one| one.no_action_because.clone()).unwrap_or_default(),
            open: open.contains(&passage.id),
        }
    };
    (1..).zip(workbook.recommendations()).map(view).collect()
}

impl PlanCounts {
    fn of(lines: &[ActionView]) -> Self {
        let mut by_status: BTreeMap<ActionStatus, usize> = BTreeMap::new();
        let mut by_body: BTreeMap<Body, [usize; 3]> = BTreeMap::new();
        for line in lines {
            *by_status.entry(line.status).or_default() += 1;
            if !line.is_superseded() {
                let [all, overdue, closed] =
                    by_body.entry(line.action.owner.body.clone()).or_default();
                *all += 1;
                *overdue += usize::from(line.status == ActionStatus::Overdue);
                *closed += usize::from(line.status == ActionStatus::Closed);
            }
        }
        let count = |wanted: &dyn Fn(&&ActionView) -> bool| lines.iter().filter(wanted).count();
        Self {
            all: count(&|line| !line.is_superseded()),
            open: count(&|line| line.is_open()),
            by_status: by_status.into_iter().collect(),
            escalated: count(&|line| line.escalated_now().is_some()),
            extended: count(&|line| line.is_open() && !line.due.extensions.is_empty()),
            with_impact: count(&|line| {
                line.status == ActionStatus::Closed && !line.report(ReportField::Impact).is_blank()
            }),
            by_body,
        }
    }

    /// How many have a status.
    pub fn of_status(&self, status: ActionStatus) -> usize {
        let known = self.by_status.iter().find(|(known, _)| *known == status);
        known.map_or(0, |(_, count)| *count)
    }
}

impl Workbook {
    /// Every action with what happened to it; nothing in it depends on the day.
    pub(in crate::panel) fn action_lines(&self) -> Vec<ActionView> {
        (1..).zip(self.actions()).map(|(number, one)| self.line_of(number, one)).collect()
    }

    /// How many actions are overdue on a day (AP-05).
    pub fn actions_overdue(&self, today: NaiveDate) -> usize {
        let lines = self.action_lines();
        lines.iter().filter(|line| line.status_on(today) == ActionStatus::Overdue).count()
    }

    pub(super) fn action_line(&self, id: &ItemId) -> Option<ActionView> {
        self.action_lines().into_iter().find(|line| line.action.id == *id)
    }

    fn line_of(&self, number: usize, action: &Action) -> ActionView {
        let earlier = action.carried.iter().flat_map(|carried| &carried.history);
        let own = self.record.panel.actions.updates.iter();
        let own = own.filter(|update| update.action == action.id);
        let mut view = ActionView::of(number, action, earlier.chain(own).cloned().collect());
        let carried = action.carried.iter().flat_map(|carried| &carried.owners_before);
        view.owners_before.extend(carried.cloned());
        let written = self.record.panel.actions.actions.iter();
        view.owners_before.extend(owners_before(written.filter(|one| one.id == action.id)));
        view
    }

    /// The day on which an action was first written in this round.
    pub(super) fn first_written(&self, action: &Action) -> NaiveDate {
        let mut all = self.record.panel.actions.actions.iter();
        let first = all.find(|one| one.id == action.id).unwrap_or(action);
        first.stamp.at.date_naive()
    }
}
