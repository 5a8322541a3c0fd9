//! AP-10: what is still open goes on in the next round, with all that happened to it: actions, and issues between
//! agencies (AP-11).
//!
//! Agencies send sheets back late (AP-09). What one says reaches the round that wrote it; bringing that
//! round's actions forward again takes it from there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::sheet::{Difference, difference};
use super::view::{ActionView, action_plan};
use super::{
    Action, ActionStep, ActionUpdate, Body, Challenge, ChallengeView, Owner, OwnerBefore,
    ReportField, ap11_challenges,
};
use crate::id::{ItemId, RoundId, ThemeId};
use crate::panel::log::{Event, Stamp};
use crate::panel::manuscript::Passage;
use crate::panel::reaudit::same_area;
use crate::panel::workbook::Workbook;

/// From where an action was carried forward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CarriedFrom {
    /// The round before.
    pub round: RoundId,
    /// What it is called, with its period.
    pub title: String,
    /// The recommendations that the action puts into practice, as that round's report has them.
    pub recommendations: Vec<String>,
    /// Themes of that board's own that this round does not have, by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// When it was first due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_due: Option<NaiveDate>,
    /// Who answered for it before its owner of then, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners_before: Vec<OwnerBefore>,
    /// Everything that happened to it until then, in earlier rounds too, oldest first.
    pub history: Vec<ActionUpdate>,
}

/// What was carried forward.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CarriedWork {
    /// Actions that are now in this round's plan.
    pub carried: Vec<ItemId>,
    /// Actions that were in it before.
    pub already: Vec<ItemId>,
    /// Actions of which the earlier round knew more: what was reported there since is recorded here now.
    pub caught_up: Vec<ItemId>,
    /// Actions of which the earlier round says otherwise than this one: a person compares them.
    pub differing: Vec<ItemId>,
    /// Issues between agencies that are now in this round's log (AP-11).
    pub issues: Vec<ItemId>,
    /// Issues of which the earlier round knew more: what became of them there since is recorded here now.
    pub issues_caught_up: Vec<ItemId>,
    /// Issues of which something else became there than here: a person compares them.
    pub issues_differing: Vec<ItemId>,
}

/// Why nothing goes on from another round in this one. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CarryError {
    /// The other round is invented, and this one is not.
    #[error(
        "that is a practice round: everything in it is invented, so nothing of it goes on in this one, which is real"
    )]
    FromPractice,
    /// This round is invented, and the other one is not.
    #[error("this is a practice round: nothing of a real round goes on in it")]
    IntoPractice,
}

/// AP-10: nothing that is invented goes on in a real round, and nothing real in a practice round.
pub fn ap10_may_go_on(earlier: &Workbook, into: &Workbook) -> Result<(), CarryError> {
    match (earlier.plan().round.practice, into.plan().round.practice) {
        (true, false) => Err(CarryError::FromPractice),
        (false, true) => Err(CarryError::IntoPractice),
        (true, true) | (false, false) => Ok(()),
    }
}

/// AP-10: the actions of a round that are still open, whatever their owners say.
pub fn ap10_open_actions(earlier: &Workbook, today: NaiveDate) -> Vec<ActionView> {
    let lines = action_plan(earlier, today).lines.into_iter();
    lines.filter(ActionView::is_open).collect()
}

/// AP-10, AP-11: carries every open action and every unresolved issue of an earlier round into this one; doing it
/// again takes only what was reported there since. Whether it may be done says [`ap10_may_go_on`].
pub fn ap10_carry_forward(earlier: &Workbook, into: &mut Workbook, stamp: &Stamp) -> CarriedWork {
    let mut work = CarriedWork::default();
    if earlier.plan().round.id == into.plan().round.id {
        return work;
    }
    for line in ap10_open_actions(earlier, stamp.at.date_naive()) {
        let id = line.action.id.clone();
        if into.action(&id).is_some() {
            work.already.push(id);
        } else {
            let action = carried(earlier, into, line, stamp);
            into.keep_action(action);
            work.carried.push(id);
        }
    }
    for there in earlier.action_lines() {
        catch_up(earlier, &there, into, stamp, &mut work);
    }
    if !work.carried.is_empty() {
        let round = earlier.plan().round.id.clone();
        let event = Event::ActionsCarried { round, actions: work.carried.len() };
        into.record.log.add(stamp, event);
    }
    carry_issues(earlier, into, stamp, &mut work);
    work
}

/// AP-11: an issue that is not resolved goes on with what became of it; one that is here already takes what became
/// of it there since.
fn carry_issues(earlier: &Workbook, into: &mut Workbook, stamp: &Stamp, work: &mut CarriedWork) {
    let today = stamp.at.date_naive();
    let known = ap11_challenges(into, today);
    for there in ap11_challenges(earlier, today) {
        match known.iter().find(|one| one.challenge.id == there.challenge.id) {
            Some(here) => catch_up_issue(there, here, into, stamp, work),
            None if there.outcome.is_none() => carry_issue(earlier, there, into, stamp, work),
            None => {}
        }
    }
}

fn carry_issue(
    earlier: &Workbook,
    there: ChallengeView,
    into: &mut Workbook,
    stamp: &Stamp,
    work: &mut CarriedWork,
) {
    let one = there.challenge;
    let round: &Workbook = into;
    let owner = |owner: &Owner| Owner { body: body(earlier, round, &owner.body), ..owner.clone() };
    let actions = one.actions.iter().filter(|id| round.action(id).is_some());
    let carried = Challenge {
        raised_by: owner(&one.raised_by),
        put_to: owner(&one.put_to),
        actions: actions.cloned().collect(),
        stamp: stamp.clone(),
        ..one
    };
    work.issues.push(carried.id.clone());
    into.record.log.add(stamp, Event::ChallengeRaised { challenge: carried.id.clone() });
    let records = &mut into.record.panel.actions;
    records.challenge_updates.extend(there.updates);
    records.challenges.push(carried);
}

/// AP-11: takes what became of an issue in the earlier round since, where nothing else became of it here.
fn catch_up_issue(
    there: ChallengeView,
    here: &ChallengeView,
    into: &mut Workbook,
    stamp: &Stamp,
    work: &mut CarriedWork,
) {
    let id = there.challenge.id;
    let Some(news) = there.updates.strip_prefix(here.updates.as_slice()) else {
        let known = here.updates.starts_with(&there.updates);
        // Resolved in both: nothing is left to settle, however each went there.
        let over = here.outcome.is_some() && there.outcome.is_some();
        if !known && !over {
            work.issues_differing.push(id);
        }
        return;
    };
    if !news.is_empty() {
        work.issues_caught_up.push(id);
    }
    for update in news {
        let (challenge, step) = (update.challenge.clone(), update.step.clone());
        into.record.log.add(stamp, Event::ChallengeStep { challenge, step });
        // As it was recorded there: who and when.
        into.record.panel.actions.challenge_updates.push(update.clone());
    }
}

/// AP-09: takes what was reported in the earlier round since it was carried, where nobody here reported otherwise.
fn catch_up(
    earlier: &Workbook,
    there: &ActionView,
    into: &mut Workbook,
    stamp: &Stamp,
    work: &mut CarriedWork,
) {
    let Some(here) = into.action_line(&there.action.id) else { return };
    let carried = here.action.carried.as_ref();
    if carried.is_none_or(|from| from.round != earlier.plan().round.id) {
        return;
    }
    let news = news(there, &here);
    if news.differs || (here.is_open() && !there.is_open()) {
        work.differing.push(there.action.id.clone());
    }
    if !news.reports.is_empty() {
        work.caught_up.push(there.action.id.clone());
    }
    for update in news.reports {
        let event = Event::ActionStep { action: update.action.clone(), step: update.step.clone() };
        into.record.log.add(stamp, event);
        // As it was recorded there: who, when and by which sheet.
        into.record.panel.actions.updates.push(update);
    }
}

/// What an earlier round knows of an action and this one does not.
#[derive(Default)]
struct News {
    /// Nobody here reported otherwise.
    reports: Vec<ActionUpdate>,
    /// Something else of it is for a person to settle.
    differs: bool,
}

fn news(there: &ActionView, here: &ActionView) -> News {
    let known = there.history.iter().filter(|one| here.history.contains(one)).cloned();
    let then = ActionView::of(there.number, &there.action, known.collect());
    let mut news = News::default();
    for field in ReportField::ALL {
        let theirs = there.report(field);
        let kind = difference(&then.report(field), &here.report(field), &theirs, here.is_open());
        let said = |one: &&ActionUpdate| one.step == ActionStep::Reported(theirs.clone());
        let mut new = there.history.iter().filter(|one| !here.history.contains(one));
        match (kind, new.rfind(said)) {
            (None, _) => {}
            (Some(Difference::Change), Some(update)) => news.reports.push(update.clone()),
            (Some(_), _) => news.differs = true,
        }
    }
    news
}

fn carried(earlier: &Workbook, into: &Workbook, line: ActionView, stamp: &Stamp) -> Action {
    let (themes, named) = themes(earlier, into, &line.action);
    let round = &earlier.plan().round;
    let known = earlier.recommendations().into_iter();
    let known = known.filter(|one| line.action.recommendations.contains(&one.id));
    let before = line.action.carried.iter().flat_map(|one| &one.recommendations).cloned();
    let owner = |owner: &Owner| Owner { body: body(earlier, into, &owner.body), ..owner.clone() };
    let from = CarriedFrom {
        round: round.id.clone(),
        title: [round.title.trim(), ", ", round.period.trim()].concat(),
        recommendations: before.chain(known.map(Passage::lines)).collect(),
        themes: named,
        first_due: line.due.first,
        owners_before: line
            .owners_before
            .iter()
            .map(|one| OwnerBefore { owner: owner(&one.owner), until: one.until })
            .collect(),
        history: line.history,
    };
    let areas = line.action.areas.iter();
    let (theirs, ours) = (&round.tool, &into.plan().round.tool);
    let areas = areas.filter(|id| same_area(theirs, ours, id)).cloned().collect();
    Action {
        recommendations: Vec::new(),
        findings: Vec::new(),
        areas,
        themes,
        owner: owner(&line.action.owner),
        contributors: line.action.contributors.iter().map(owner).collect(),
        carried: Some(from),
        stamp: stamp.clone(),
        ..line.action
    }
}

/// The same agency where it takes part again, or else its name.
fn body(earlier: &Workbook, into: &Workbook, body: &Body) -> Body {
    match body {
        Body::Agency(id) => {
            let same = |name: &str| into.plan().agencies.iter().find(|one| one.name == name);
            let name = body.name(earlier);
            let here = same(&name).or_else(|| {
                let kind = earlier.plan().agency(id).map(|one| &one.kind);
                into.plan().agency(id).filter(|here| Some(&here.kind) == kind)
            });
            here.map_or(Body::Other(name), |here| Body::Agency(here.id.clone()))
        }
        Body::Board | Body::Other(_) => body.clone().settled(into),
    }
}

/// Themes that the round has too, by their names; then the names of those that it has not.
fn themes(earlier: &Workbook, into: &Workbook, action: &Action) -> (Vec<ThemeId>, Vec<String>) {
    let (known, here) = (earlier.themes(), into.themes());
    let labels = action.themes.iter().filter_map(|id| known.iter().find(|one| one.id == *id));
    let before = action.carried.iter().flat_map(|one| &one.themes).cloned();
    let (mut ids, mut names) = (Vec::new(), Vec::new());
    for label in before.chain(labels.map(|theme| theme.label.clone())) {
        let same = here.iter().find(|one| one.label.to_lowercase() == label.to_lowercase());
        match same {
            Some(theme) => ids.push(theme.id.clone()),
            None => names.push(label),
        }
    }
    (ids, names)
}
