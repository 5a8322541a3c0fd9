//! AP-10, AP-11: what of a round's work goes on in the round after it.

use chrono::NaiveDate;

use crate::id::ItemId;
use crate::panel::actions::{ActionView, ChallengeView, ap11_challenges};
use crate::panel::workbook::Workbook;

/// What goes on of an earlier round, and what is open there still.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CarriedForward {
    /// Its actions that were carried forward and are open there, in the order of the next round's plan.
    pub actions: Vec<ItemId>,
    /// Its actions that were carried forward and were closed or superseded there, in the same order.
    pub actions_ended: Vec<ItemId>,
    /// Its issues between agencies that were carried forward and are not resolved there: how many.
    pub issues: usize,
    /// Its issues between agencies that were carried forward and were resolved there: how many.
    pub issues_ended: usize,
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
    let (open, ended): (Vec<&ActionView>, Vec<&ActionView>) =
        here.iter().filter(is_from_there).partition(|line| line.is_open());
    let ids = |lines: &[&ActionView]| -> Vec<ItemId> {
        lines.iter().map(|line| line.action.id.clone()).collect()
    };
    let is_open = |line: &ActionView| line.is_open() && next.action(&line.action.id).is_none();
    let left = earlier.action_lines().iter().filter(|line| is_open(line)).count();
    // What is counted of them depends on no day.
    let of = |workbook: &Workbook| ap11_challenges(workbook, NaiveDate::default());
    let (there, issues) = (of(earlier), of(next));
    let as_here =
        |one: &ChallengeView| issues.iter().find(|here| here.challenge.id == one.challenge.id);
    let of_here = |is_resolved: bool| {
        let carried = there.iter().filter_map(as_here);
        carried.filter(|here| here.outcome.is_some() == is_resolved).count()
    };
    let is_left = |one: &&ChallengeView| one.outcome.is_none() && as_here(one).is_none();
    CarriedForward {
        actions: ids(&open),
        actions_ended: ids(&ended),
        issues: of_here(false),
        issues_ended: of_here(true),
        actions_left: left,
        issues_left: there.iter().filter(is_left).count(),
    }
}
