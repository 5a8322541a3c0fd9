//! AP-10, AP-11: what of a round's work goes on in the round after it.

use chrono::NaiveDate;

use crate::id::ItemId;
use crate::panel::actions::{ActionView, ChallengeView, ap11_challenges};
use crate::panel::workbook::Workbook;

/// What goes on of an earlier round, and what is open there still.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CarriedForward {
    /// Its actions that were carried forward, in the order of the next round's plan.
    pub actions: Vec<ItemId>,
    /// Its issues between agencies that were carried forward: how many.
    pub issues: usize,
    /// Its actions that are open and were not carried forward: how many.
    pub actions_left: usize,
    /// Its issues between agencies that are not resolved and were not carried forward: how many.
    pub issues_left: usize,
}

/// AP-10, AP-11: what of a round's actions and issues between agencies goes on in the next one.
pub fn ap10_carried_forward(earlier: &Workbook, next: &Workbook) -> CarriedForward {
    let round = &earlier.plan().round.id;
    if *round == next.plan().round.id {
        return CarriedForward::default();
    }
    let is_from_there =
        |line: &&ActionView| line.action.carried.as_ref().is_some_and(|from| from.round == *round);
    let here = next.action_lines();
    let carried = here.iter().filter(is_from_there).map(|line| line.action.id.clone());
    let carried: Vec<ItemId> = carried.collect();
    let is_open = |line: &ActionView| line.is_open() && next.action(&line.action.id).is_none();
    let left = earlier.action_lines().iter().filter(|line| is_open(line)).count();
    // What is counted of them depends on no day.
    let of = |workbook: &Workbook| ap11_challenges(workbook, NaiveDate::default());
    let (there, issues) = (of(earlier), of(next));
    let is_here =
        |one: &ChallengeView| issues.iter().any(|here| here.challenge.id == one.challenge.id);
    CarriedForward {
        actions: carried,
        issues: there.iter().filter(|one| is_here(one)).count(),
        actions_left: left,
        issues_left: there.iter().filter(|one| one.outcome.is_none() && !is_here(one)).count(),
    }
}
