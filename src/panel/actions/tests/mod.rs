//! AP-01 to AP-08, AP-10 and AP-11.

mod followed_up;
mod issues;
mod next_round;
mod recommendations;
mod smart;
mod who_answers;
mod whole_plan;

use super::fixture::*;
use super::*;
use crate::panel::Workbook;
use crate::panel::fixture::*;

const TODAY: &str = "2026-04-01";

/// A later round of the same board, in which the police do not take part.
fn next_round() -> Workbook {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.id = "round-2".parse().unwrap();
    plan.slots.retain(|slot| slot.agency.as_str() != "police");
    plan.agencies.retain(|agency| agency.id.as_str() != "police");
    Workbook::new(plan, round_key())
}
