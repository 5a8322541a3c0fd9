//! Agencies of one case that were not held to the round's own standards alone: a child moved between
//! authorities, or a family was held to another nation's (edge cases 14 and 37).

use crate::audit_return::Return;
use crate::id::{CaseRef, StandardId};
use crate::panel::register::ReturnKey;
use crate::panel::workbook::Workbook;
use crate::round::Slot;
use crate::timescale::{Results, StandardSet, StatedLimit, StatedLimits, Transfer};

/// To whose standards one agency was held in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldTo {
    /// Whose return it is.
    pub place: ReturnKey,
    /// Another authority and how its standards differ, as the panel stated it; blank where there is none.
    pub authority: String,
    /// Limits of that authority that the return's days were counted against, such as "Visits to the child:
    /// 28 days".
    pub limits: Vec<String>,
    /// Another nation, whose standards the auditor chose.
    pub nation: Option<String>,
    /// How the auditor treated a move between authorities (T-10).
    pub transfer: Option<Transfer>,
}

/// Returns that were audited under other standards than the round's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherStandards {
    /// Their days were counted against limits of another authority or nation.
    pub counted: Vec<ReturnKey>,
    /// Another authority's standards were stated, and no days were counted against limits of its own.
    pub told: Vec<ReturnKey>,
}

/// EC 14: the agencies of a case that were held to other standards than the round's own, or whose timescales
/// were cut by a move. Nobody is among them where one lot of standards holds for all.
pub fn ec14_held_to(workbook: &Workbook, case: &CaseRef) -> Vec<HeldTo> {
    let sets = Sets::of(workbook);
    let returns = workbook.current_of_case(case).filter(|(_, _, ret)| !ret.is_nil());
    let held = returns.map(|(place, _, ret)| sets.held(workbook, place, ret));
    held.filter(HeldTo::is_told).collect()
}

/// EC 14: of the returns of open cases, those that were audited under other standards than the round's own.
pub fn ec14_other_standards(workbook: &Workbook) -> OtherStandards {
    let sets = Sets::of(workbook);
    let mut other = OtherStandards::default();
    for (place, _, ret) in workbook.open_current().filter(|(_, _, ret)| !ret.is_nil()) {
        let held = sets.held(workbook, place, ret);
        if held.nation.is_some() || !held.limits.is_empty() {
            other.counted.push(held.place);
        } else if !held.authority.is_empty() {
            other.told.push(held.place);
        }
    }
    other
}

/// The standards of a round, and those of other nations: read once for many returns.
struct Sets {
    own: StandardSet,
    nations: Vec<StandardSet>,
}

impl Sets {
    fn of(workbook: &Workbook) -> Self {
        let round = &workbook.plan().round;
        Self { own: round.standards(), nations: round.other_nations() }
    }

    fn held(&self, workbook: &Workbook, place: &ReturnKey, ret: &Return) -> HeldTo {
        let slot: Option<&Slot> = workbook.plan().slot(&place.slot);
        let results = ret.timescales.as_ref();
        let nation = results.and_then(|found| self.nation(found));
        let limits = match (slot, results) {
            (Some(slot), Some(found)) if nation.is_none() => {
                self.own.ec14_lines(&applied(&slot.limits, found))
            }
            _ => Vec::new(),
        };
        HeldTo {
            place: place.clone(),
            authority: slot.map(|slot| slot.authority.clone()).unwrap_or_default(),
            limits,
            nation: nation.map(|set| set.title.clone()),
            transfer: results.and_then(|found| found.transfer),
        }
    }

    fn nation(&self, results: &Results) -> Option<&StandardSet> {
        self.nations.iter().find(|set| set.id == results.set.id)
    }
}

/// Of the limits stated, those that a return was worked out with. One that was signed before they were stated, or
/// whose child's plan set another limit (T-06), names its own.
fn applied(stated: &StatedLimits, results: &Results) -> StatedLimits {
    let is_applied = |(id, limit): &(&StandardId, &StatedLimit)| {
        let result = results.results.get(*id);
        result.is_some_and(|result| (result.limit, result.unit) == (limit.limit, limit.unit))
    };
    let applied = stated.iter().filter(is_applied);
    applied.map(|(id, limit)| (id.clone(), *limit)).collect()
}

impl HeldTo {
    fn is_told(&self) -> bool {
        !self.authority.is_empty() || self.nation.is_some() || self.transfer.is_some()
    }
}
